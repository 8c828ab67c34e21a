public import ReportModel

/// A document without pages, as it is shown: a web page, a Word document, the sheets of a workbook.
public struct FlowingDocument: Sendable {
    /// Its lines and tables, without lines that are links to other pages.
    public var layout = DocumentLayout(blocks: [], pages: [])
    /// The same as a text file: a line for each line and for each row of a table, cells parted by tabs. Places in
    /// `layout` are places in it.
    public var text: TextDocument

    init(encoding: String, replacements: Int = 0) {
        text = TextDocument(lines: [], encoding: encoding, replacements: replacements)
    }

    /// - Parameter isText: whether the line is one of the document's own, and none that leads elsewhere.
    mutating func add(line: String, fontSize: Double = 0, isText: Bool = true) {
        if isText { add(pieces: [line], fontSize: fontSize) } else { text.lines.append(line) }
    }

    /// Lines of the document that take one line of the text.
    mutating func add(pieces: [String], fontSize: Double = 0) {
        text.lines.append(pieces.joined(separator: " "))
        var column = 1
        for piece in pieces {
            let place = Place.text(line: text.lines.count, column: column, length: piece.count)
            layout.blocks.append(
                .line(TextLine(text: piece, place: place, fontSize: fontSize, columnStart: 0, columnEnd: 0)))
            column += piece.count + 1
        }
    }

    /// - Parameters:
    ///   - rows: the words of each cell that is written, row by row.
    ///   - table: the table of them, given the place of each; nil where it has no cells.
    mutating func add(rows: [[String]], table: ([[Place]]) -> Table?) {
        var places: [[Place]] = []
        for words in rows {
            var column = 1
            text.lines.append(words.joined(separator: "\t"))
            places.append(
                words.map { word in
                    defer { column += word.count + 1 }
                    return .text(line: text.lines.count, column: column, length: max(1, word.count))
                })
        }
        if let table = table(places) { layout.blocks.append(.table(table)) }
    }
}
