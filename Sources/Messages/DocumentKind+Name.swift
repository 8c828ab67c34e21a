public import ReportModel

extension DocumentKind {
    /// What people call it.
    public var name: LocalisedText {
        switch self {
        case .pdf: LocalisedText(chinese: "PDF", english: "PDF")
        case .text: LocalisedText(chinese: "文本文件", english: "a text file")
        case .html: LocalisedText(chinese: "网页（HTML）", english: "a web page (HTML)")
        case .mhtml: LocalisedText(chinese: "网页存档（MHTML）", english: "a web archive (MHTML)")
        case .docx: LocalisedText(chinese: "Word 文档（DOCX）", english: "a Word document (DOCX)")
        case .xlsx: LocalisedText(chinese: "Excel 工作簿（XLSX）", english: "an Excel workbook (XLSX)")
        case .ods: LocalisedText(chinese: "OpenDocument 电子表格（ODS）", english: "an OpenDocument spreadsheet (ODS)")
        case .pptx: LocalisedText(chinese: "PowerPoint 演示文稿（PPTX）", english: "a PowerPoint presentation (PPTX)")
        case .odt: LocalisedText(chinese: "OpenDocument 文档（ODT）", english: "an OpenDocument file (ODT)")
        case .doc: LocalisedText(chinese: "Word 文档（DOC）", english: "a Word document (DOC)")
        case .xls: LocalisedText(chinese: "Excel 工作簿（XLS）", english: "an Excel workbook (XLS)")
        case .wps: LocalisedText(chinese: "WPS 文字文档（WPS）", english: "a WPS Writer document (WPS)")
        case .ofd: LocalisedText(chinese: "版式文档（OFD）", english: "a fixed-layout document (OFD)")
        case .rtf: LocalisedText(chinese: "RTF 文档", english: "an RTF document")
        case .png: LocalisedText(chinese: "PNG 图片", english: "a PNG picture")
        case .jpeg: LocalisedText(chinese: "JPEG 图片", english: "a JPEG picture")
        case .tiff: LocalisedText(chinese: "TIFF 图片", english: "a TIFF picture")
        case .webp: LocalisedText(chinese: "WebP 图片", english: "a WebP picture")
        case .bmp: LocalisedText(chinese: "BMP 图片", english: "a BMP picture")
        case .gif: LocalisedText(chinese: "GIF 图片", english: "a GIF picture")
        case .zip: LocalisedText(chinese: "ZIP 压缩包", english: "a ZIP archive")
        case .tar: LocalisedText(chinese: "TAR 归档", english: "a TAR archive")
        case .gzip: LocalisedText(chinese: "GZIP 压缩文件", english: "a GZIP file")
        case .bzip2: LocalisedText(chinese: "BZIP2 压缩文件", english: "a BZIP2 file")
        case .xz: LocalisedText(chinese: "XZ 压缩文件", english: "an XZ file")
        case .zstd: LocalisedText(chinese: "ZSTD 压缩文件", english: "a ZSTD file")
        case .sevenZip: LocalisedText(chinese: "7Z 压缩包", english: "a 7Z archive")
        case .rar: LocalisedText(chinese: "RAR 压缩包", english: "a RAR archive")
        case .ourJSON: LocalisedText(chinese: "gxingest 的 JSON 结果", english: "JSON that gxingest wrote")
        case .figuresCSV: LocalisedText(chinese: "数据 CSV", english: "a CSV of figures")
        case .unknown: LocalisedText(chinese: "无法识别的文件", english: "a file of no known kind")
        }
    }

    /// How to get something that can be read out of a document of this kind.
    var wayOut: LocalisedText {
        switch self {
        case .doc, .odt, .rtf, .xls, .pptx:
            LocalisedText(
                chinese: "请用 Word、WPS 或 LibreOffice 打开，另存为 PDF，再读取该 PDF",
                english: "Open it in Word, WPS or LibreOffice, save it as PDF, and give that.")
        case .xlsx, .ods:
            LocalisedText(
                chinese: "请用 gxingest validate 核对这些数据", english: "gxingest validate checks them.")
        case .wps:
            LocalisedText(
                chinese: "请用 WPS 打开，输出为 PDF，再读取该 PDF",
                english: "Open it in WPS, save it as PDF, and give that.")
        case .ofd:
            LocalisedText(
                chinese: "请用 OFD 阅读器打开，导出或打印为 PDF，再读取该 PDF",
                english: "Open it in an OFD viewer, export or print it as PDF, and give that.")
        case .html:
            LocalisedText(
                chinese: "请在浏览器里打开，若能看到报告，打印为 PDF，再读取该 PDF",
                english: "Open it in a browser; if the report is there, print it as PDF, and give that.")
        case .mhtml:
            LocalisedText(
                chinese: "请在浏览器里打开，打印为 PDF，再读取该 PDF",
                english: "Open it in a browser, print it as PDF, and give that.")
        case .png, .jpeg, .tiff, .webp, .bmp, .gif:
            LocalisedText(
                chinese: "请转存为 PNG 或 TIFF，再读取", english: "Convert it to PNG or TIFF, and give that.")
        case .zip, .tar, .gzip, .bzip2, .xz, .zstd, .sevenZip, .rar:
            LocalisedText(
                chinese: "请先解压，再读取其中的文件", english: "Unpack it and give the files inside.")
        case .ourJSON, .figuresCSV:
            LocalisedText(
                chinese: "这已经是读出的结果，请读取原来的文档",
                english: "It has been read already; give the document that it came from.")
        case .pdf, .docx, .text, .unknown:
            LocalisedText(
                chinese: "能读取的是 PDF、网页、Word 文档（DOCX）、工作簿（XLSX、ODS）、文本文件和扫描图片（PNG、JPEG、TIFF、WebP）",
                english: """
                    What can be read is PDF, web pages, Word documents (DOCX), workbooks (XLSX, ODS), text files and \
                    pictures (PNG, JPEG, TIFF, WebP).
                    """
            )
        }
    }
}
