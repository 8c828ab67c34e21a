public import ReportModel

/// Reads web pages (HTML), as published or as saved by a browser, an office program or a spreadsheet.
///
/// What scripts and style sheets from elsewhere would change is not known; styles that stand at an element itself are
/// heeded, and those in the page's own sheets make figures unsure.
public enum WebReader {
    /// The page of a web archive (MHTML).
    ///
    /// Throws `unsupportedKind` where it holds none, else what a page throws.
    public static func page(ofArchive bytes: [UInt8]) throws(ReadFailure) -> FlowingDocument {
        guard let page = WebArchive.page(in: bytes) else { throw ReadFailure(.unsupportedKind(.mhtml)) }
        return try self.page(of: page)
    }

    /// Throws `notReadable` where the bytes are no text, `overLimit` where the page is larger than anybody writes.
    public static func page(of bytes: [UInt8]) throws(ReadFailure) -> FlowingDocument {
        guard bytes.count <= sizeLimit else {
            throw ReadFailure(
                .overLimit,
                detail: LocalisedText(
                    chinese: "网页 \(bytes.count) 字节，上限 \(sizeLimit) 字节",
                    english: "a web page of \(bytes.count) bytes; the limit is \(sizeLimit)"))
        }
        let source = try TextReader.document(bytes)
        // Browsers pass over a character that is none; libxml2 would stop there.
        let markup = source.lines.joined(separator: "\n").utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
        var body = WebBody(try MarkupStream(html: markup))
        var page = FlowingDocument(encoding: source.encoding, replacements: source.replacements)
        for piece in try body.pieces() { page.add(piece) }
        page.layout.names = body.names
        return page
    }

    /// Room for pictures that are written into the page; the tree that libxml2 makes takes several times as much.
    private static let sizeLimit = 40 << 20
}

extension FlowingDocument {
    fileprivate mutating func add(_ piece: WebPiece) {
        switch piece {
        case .line(let line): add(line: line.text, fontSize: line.fontSize, isText: !line.isLink)
        case .table(let table):
            add(rows: table.rows.map { $0.squares.map { $0.lines.joined(separator: " ") } }) { places in
                let cells = table.cells { places[$0][$1] }
                guard let first = cells.first?.parts.first?.outline else { return nil }
                return Table(
                    construction: .ruled, places: [first], rowCount: table.rows.count,
                    columnCount: cells.map { $0.column + $0.columnSpan }.max() ?? 0, cells: cells, confidence: 1)
            }
        }
    }
}
