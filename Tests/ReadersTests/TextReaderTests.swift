import Foundation
import GxTestSupport
import Readers
import ReportModel
import Testing

@Suite struct TextReaderTests {
    private let text = "一、总体情况\t22\n“三安全一稳定”〔2024〕3号\n0\t0\n\n㐀𠀀"

    @Test func encodings() throws {
        let lines = text.components(separatedBy: "\n")
        let utf16: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let cases: [(String, [UInt8])] = [
            ("UTF-8", Array(text.utf8)), ("UTF-8", [0xEF, 0xBB, 0xBF] + text.utf8), ("UTF-16LE", [0xFF, 0xFE] + utf16),
            ("UTF-16BE", [0xFE, 0xFF] + big), ("UTF-16LE", utf16), ("UTF-16BE", big),
        ]
        for (encoding, bytes) in cases {
            let document = try TextReader.document(bytes)
            #expect(document.lines == lines)
            #expect(document.encoding == encoding)
            #expect(document.replacements == 0)
        }
    }

    /// 一、总体情况 0\n in GBK, and a four-byte character that only GB18030 has.
    @Test func chineseEncodings() throws {
        let gbk: [UInt8] = [0xD2, 0xBB, 0xA1, 0xA2, 0xD7, 0xDC, 0xCC, 0xE5, 0xC7, 0xE9, 0xBF, 0xF6, 0x20, 0x30, 0x0A]
        #expect(try TextReader.document(gbk).lines == ["一、总体情况 0"])
        let four = gbk + [0x95, 0x32, 0x82, 0x36]
        #expect(try TextReader.document(four).lines == ["一、总体情况 0", "\u{20000}"])
        #expect(try TextReader.document(four).encoding == "GB18030")
    }

    @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc", "a\u{2028}b\u{2029}c", "a\u{0C}b\u{85}c\n"])
    func lineEnds(text: String) throws {
        #expect(try TextReader.document(Array(text.utf8)).lines == ["a", "b", "c"])
    }

    @Test func damagedTextKeepsItsEncoding() throws {
        let line = String(repeating: "政府信息公开", count: 30)
        let document = try TextReader.document(Array(line.utf8) + [0xFF] + Array("年度报告".utf8.dropLast()))
        #expect(document.encoding == "UTF-8")
        #expect(document.replacements == 2)
        #expect(document.lines == [line + "\u{FFFD}年度报\u{FFFD}"])
    }

    @Test func noText() {
        #expect(throws: ReadFailure(.empty)) { try TextReader.document([]) }
        #expect(throws: ReadFailure.self) {
            try TextReader.document(Array(repeating: [0xFF, 0xFF, 0x80], count: 100).flatMap { $0 })
        }
    }

    @Test func anyBytesGiveTextOrAnError() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 1...400, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? TextReader.document(bytes)
        }
    }
}
