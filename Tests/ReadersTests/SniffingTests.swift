import GxTestSupport
import Readers
import ReportModel
import Testing

@Suite struct SniffingTests {
    /// A zip file with empty members of these names.
    static func zip(_ names: [String], comment: Int = 0) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var local: [UInt8] = []
        var central: [UInt8] = []
        for name in names {
            let offset = local.count
            local += [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 22) + number(name.utf8.count, 2) + [0, 0]
            local += Array(name.utf8)
            central += [0x50, 0x4B, 1, 2] + Array(repeating: 0, count: 24) + number(name.utf8.count, 2)
            central += Array(repeating: 0, count: 12) + number(offset, 4) + Array(name.utf8)
        }
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number(names.count, 2) + number(names.count, 2)
            + number(central.count, 4) + number(local.count, 4) + number(comment, 2)
        return local + central + end + Array(repeating: 0x20, count: comment)
    }

    static func compound(_ streams: String...) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
            + streams.flatMap { $0.utf8.flatMap { [$0, 0] } + Array(repeating: 0, count: 64) }
    }

    @Test(arguments: [
        ("%PDF-1.4\n", DocumentKind.pdf),
        ("\r\n\r\nHTTP junk\n%PDF-1.7\n", .pdf),
        ("{\\rtf1\\ansi", .rtf),
        ("<!DOCTYPE html><html>", .html),
        ("\u{FEFF}  \n<HTML lang=zh>", .html),
        ("<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">", .html),
        ("<table><tr><td>规章</td>", .html),
        ("<div id=\"app\">\n\n| 规章 | 1 |\n|---|---|\n", .text),
        ("<div id=\"app\">\n|\n<TD>规章</TD>", .html),
        ("<div id=\"app\">\n\n| 规章 | 1 |\n|---|---|\n\n<table><tr><td>二</td>", .text),
        ("MIME-Version: 1.0\nContent-Type: multipart/related", .mhtml),
        ("From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n--a\r\n\r\n<!DOCTYPE html><html>", .mhtml),
        ("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>", .doc),
        ("GIF89a..", .gif),
        ("RIFF....WEBPVP8 ", .webp),
        ("source,agency,year,form,table,row,column,value,printed\n", .figuresCSV),
        ("\u{FEFF}table,row,column,value\r\n", .figuresCSV),
        ("Table;Row;Column;Value\r\n", .figuresCSV), ("table\trow\tcolumn\tvalue\n", .figuresCSV),
        ("表,行,列,值\r\n", .figuresCSV), ("\u{FEFF}单位名称;年度;表名;指标名称;栏次;数值\n", .figuresCSV),
        ("表,行,列\n", .text),
        ("{\"agency\":\"甲\",\"schema\":\"gxingest.report\"}", .ourJSON),
        ("{\"agency\":\"甲\"}", .text),
        ("政府信息公开工作年度报告\n一、总体情况\n", .text),
        ("BM", .text),
        ("BMW 采购项目数量 3\n", .text),
        ("PK 结果维持", .text),
    ])
    func textualStarts(start: String, kind: DocumentKind) {
        #expect(DocumentKind(sniffing: Array(start.utf8)) == kind)
    }

    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], DocumentKind.png),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .jpeg),
            ([0x49, 0x49, 0x2A, 0, 8], .tiff),
            ([0x4D, 0x4D, 0, 0x2A, 0], .tiff),
            ([0x42, 0x4D, 9, 9, 9, 9, 0, 0, 0, 0, 54], .bmp),
            ([0x1F, 0x8B, 8, 0], .gzip),
            ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .bzip2),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .xz),
            ([0x28, 0xB5, 0x2F, 0xFD], .zstd),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
            ([0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0], .rar),
            (Array(repeating: 0, count: 257) + Array("ustar".utf8), .tar),
            ([0xFE, 0xFF, 0x65, 0x3F, 0x5E, 0x9C], .text),
            ([0x3F, 0x65, 0x9C, 0x5E, 0x31, 0x00, 0x0A, 0x00], .text),
            ([0xD5, 0xFE, 0xB8, 0xAE, 0xD0, 0xC5, 0xCF, 0xA2], .text),
            ([0, 0, 0, 0, 0, 0, 0, 0], .unknown),
            ([], .unknown),
        ] as [([UInt8], DocumentKind)])
    func binaryStarts(bytes: [UInt8], kind: DocumentKind) {
        #expect(DocumentKind(sniffing: bytes) == kind)
    }

    @Test(arguments: [
        (["[Content_Types].xml", "_rels/.rels", "word/document.xml"], DocumentKind.docx),
        (["[Content_Types].xml", "xl/workbook.xml"], .xlsx),
        (["[Content_Types].xml", "ppt/presentation.xml"], .pptx),
        (["Doc_0/Document.xml", "OFD.xml"], .ofd),
        (["2023/a.pdf", "password/b.pdf"], .zip),
        ([], .zip),
    ])
    func membersOfZipFiles(names: [String], kind: DocumentKind) {
        #expect(DocumentKind(sniffing: Self.zip(names)) == kind)
        #expect(DocumentKind(sniffing: Self.zip(names, comment: 900)) == kind)
    }

    @Test func aPDFInsideAZipIsStillAZip() {
        #expect(DocumentKind(sniffing: Self.zip(["a.pdf"]) + Array("%PDF-1.4".utf8)) == .zip)
    }

    @Test func compoundFiles() {
        #expect(DocumentKind(sniffing: Self.compound("Root Entry", "WordDocument")) == .doc)
        #expect(DocumentKind(sniffing: Self.compound("WordDocument", "KSOProductBuildVer")) == .wps)
        #expect(DocumentKind(sniffing: Self.compound("Root Entry", "Workbook")) == .xls)
        #expect(DocumentKind(sniffing: Self.compound("Root Entry", "Nothing known")) == .unknown)
    }

    /// Any prefix of anything gives a kind; noise is no text.
    @Test func truncatedAndRandomBytes() {
        let whole = Self.zip(["[Content_Types].xml", "word/document.xml"], comment: 40)
        for length in 0...whole.count { _ = DocumentKind(sniffing: Array(whole.prefix(length))) }
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(DocumentKind(sniffing: noise) != .text, "seed \(seed)")
            var damaged = whole
            damaged[Int.random(in: 0..<whole.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            _ = DocumentKind(sniffing: damaged)
        }
    }
}
