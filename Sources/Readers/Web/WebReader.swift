public import ReportModel

/// A web page as it is shown.
public struct WebPage: Sendable {
    /// Its lines and tables, without lines that are links to other pages; it has no pages.
    public var layout: DocumentLayout
    /// The same as a text file: a line for each line and for each row of a table, cells parted by tabs. Places in
    /// `layout` are places in it.
    public var text: TextDocument
}

/// Reads web pages (HTML), as published or as saved by a browser, an office program or a spreadsheet.
///
/// What scripts and style sheets would change is not known; styles that stand at an element itself are heeded.
public enum WebReader {
    /// Throws `notReadable` where the bytes are no text, `overLimit` where the page is larger than anybody writes.
    public static func page(of bytes: [UInt8]) throws(ReadFailure) -> WebPage {
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
        var page = WebPage(
            layout: DocumentLayout(blocks: [], pages: []),
            text: TextDocument(lines: [], encoding: source.encoding, replacements: source.replacements))
        for piece in try body.pieces() { page.add(piece) }
        return page
    }

    /// Room for pictures that are written into the page; the tree that libxml2 makes takes several times as much.
    private static let sizeLimit = 40 << 20
}

extension WebPage {
    fileprivate mutating func add(_ piece: WebPiece) {
        switch piece {
        case .line(let line):
            text.lines.append(line.text)
            guard !line.isLink else { return }
            let place = Place.text(line: text.lines.count, column: 1, length: line.text.count)
            layout.blocks.append(
                .line(TextLine(text: line.text, place: place, fontSize: line.fontSize, columnStart: 0, columnEnd: 0)))
        case .table(let table):
            let above = text.lines.count
            var places: [[Place]] = []
            for (index, row) in table.rows.enumerated() {
                var column = 1
                let words = row.squares.map { $0.lines.joined(separator: " ") }
                places.append(
                    words.map { words in
                        defer { column += words.count + 1 }
                        return .text(line: above + index + 1, column: column, length: max(1, words.count))
                    })
                text.lines.append(words.joined(separator: "\t"))
            }
            let cells = table.cells { places[$0][$1] }
            guard let first = cells.first?.parts.first?.outline else { return }
            layout.blocks.append(
                .table(
                    Table(
                        construction: .ruled, places: [first], rowCount: table.rows.count,
                        columnCount: cells.map { $0.column + $0.columnSpan }.max() ?? 0, cells: cells, confidence: 1)))
        }
    }
}
