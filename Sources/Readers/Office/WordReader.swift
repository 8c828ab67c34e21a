public import ReportModel
import XMLBridge

/// Reads the text and the tables of a Word document (DOCX), as they would be printed: without what was deleted or hidden,
/// and without text boxes, notes and headers.
public enum WordReader {
    public static func document(of bytes: [UInt8]) throws(ReadFailure) -> FlowingDocument {
        let package = try OfficePackage(bytes) { $0 == "word/document.xml" || $0 == "word/styles.xml" }
        // Without its styles a document is read as if it had none.
        let styles = package["word/styles.xml"].flatMap { try? WordStyles($0) } ?? WordStyles()
        var body = try WordBody(package.part("word/document.xml"), styles)
        try body.read()
        return body.document
    }
}

/// What stands in a Word document, one below the other.
private enum WordPiece {
    /// A paragraph; nothing where it is empty.
    case lines([String])
    case table(WordTable)
}

/// A table as it is written, row by row.
private struct WordTable {
    struct WordCell {
        var part = GridBuilder.Part(text: "", span: 1, goesOn: false)
        var pieces: [WordPiece] = []

        var holdsTable: Bool { pieces.contains { if case .table = $0 { true } else { false } } }
    }

    struct Row {
        var cells: [WordCell] = []
        /// Columns before the first cell.
        var first = 0
    }

    var rows: [Row] = []

    /// A frame around text, or a page laid out by a table, is none: it holds tables, or one cell in every row.
    var isTable: Bool {
        rows.contains { $0.cells.count > 1 } && !rows.contains { $0.cells.contains(where: \.holdsTable) }
    }
}

/// The document's part, read in one go.
private struct WordBody {
    private let xml: MarkupStream
    private let styles: WordStyles
    private(set) var document = FlowingDocument(encoding: "DOCX")

    init(_ part: [UInt8], _ styles: WordStyles) throws(ReadFailure) {
        xml = try MarkupStream(part)
        self.styles = styles
    }

    mutating func read() throws(ReadFailure) {
        while let node = try xml.next() {
            guard case .start = node else { continue }
            switch xml.name(in: .words) {
            case "p": add(Self.lines(of: try paragraph()))
            case "tbl": add(.table(try table(depth: 1)))
            case "moveFrom", "del": try xml.skip()
            default: break
            }
        }
    }

    private mutating func add(_ piece: WordPiece) {
        switch piece {
        case .lines(let lines):
            if lines.isEmpty { document.add(line: "", isText: false) }
            for line in lines { document.add(line: line) }
        case .table(let table) where table.isTable:
            document.add(rows: table.rows.map { $0.cells.map(\.part.words) }) { places in
                var builder = GridBuilder()
                for (row, places) in zip(table.rows, places) {
                    builder.add(row.cells.map(\.part), from: row.first, places: places)
                }
                return builder.table()
            }
        case .table(let table):
            for piece in table.rows.flatMap(\.cells).flatMap(\.pieces) { add(piece) }
        }
    }

    private static func lines(of paragraph: String) -> WordPiece {
        .lines(paragraph.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }.map(String.init))
    }

    /// The text of the paragraph that has just begun.
    ///
    /// - Parameter isInCell: whether pictures count: a cell with a picture, a formula or a sign in it is not blank.
    private func paragraph(isInCell: Bool = false) throws(ReadFailure) -> String {
        var text = ""
        var depth = 1
        var run = ""
        var setting = WordRun()
        var takesText = false
        /// Fields within each other: what is computed, and what Word came to when it last did.
        var fields: [WordField] = []
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                depth += 1
                switch xml.name(in: .words) {
                case "r": (run, setting) = ("", WordRun())
                case "rStyle": setting = styles[xml.attribute("val") ?? ""]
                case "fldChar":
                    switch xml.attribute("fldCharType") {
                    case "begin": fields.append(WordField())
                    case "separate": if !fields.isEmpty { fields[fields.count - 1].isResult = true }
                    case "end":
                        // What nobody has computed yet is shown all the same.
                        let isBlank = fields.popLast()?.hasText == false
                        if isBlank, isInCell, fields.allSatisfy(\.isResult) { run += MarkedText.picture }
                    default: break
                    }
                case let name? where setting.take(name, xml.attribute("val")): break
                case "t": takesText = true
                case "tab": run += " "
                case "br", "cr": run += "\n"
                case "noBreakHyphen": run += "-"
                // Taken out or moved away by a change that is marked.
                // What stands small above other characters says how they are read.
                case "del", "moveFrom", "pPr", "rPrChange", "rt":
                    try xml.skip()
                    depth -= 1
                // Standing elsewhere on the page, or over the number in the cell that it is tied to.
                case "txbxContent":
                    let content = try xml.text()
                    if isInCell, content.contains(where: \.isNumber) { run += MarkedText.picture }
                    depth -= 1
                case "sym" where isInCell, "object" where isInCell: run += MarkedText.picture
                case nil where isInCell && xml.name == "inline": run += MarkedText.picture
                // Not within a run.
                case nil where isInCell && xml.name == "oMath": text += MarkedText.picture
                // The same content for programs that cannot show the other.
                case nil where xml.name == "Fallback":
                    try xml.skip()
                    depth -= 1
                default: break
                }
            case .text(let piece):
                if takesText, fields.allSatisfy(\.isResult) {
                    run += piece
                    for index in fields.indices { fields[index].hasText = true }
                }
            case .end:
                depth -= 1
                switch xml.name(in: .words) {
                case "t": takesText = false
                case "r":
                    text += setting.shown(run, behind: text)
                    // A run can hold others.
                    run = ""
                default: break
                }
            }
        }
        return text
    }

    private func table(depth: Int) throws(ReadFailure) -> WordTable {
        // Word itself nests no deeper than that.
        guard depth <= 20 else { throw ReadFailure(.damaged, underlying: "tables") }
        var table = WordTable()
        var level = 1
        while level > 0, let node = try xml.next() {
            switch node {
            case .start:
                if xml.name(in: .words) == "tr" {
                    let row = try row(depth: depth)
                    if !row.cells.isEmpty { table.rows.append(row) }
                } else {
                    level += 1
                }
            case .end: level -= 1
            case .text: break
            }
        }
        return table
    }

    private func row(depth: Int) throws(ReadFailure) -> WordTable.Row {
        var row = WordTable.Row()
        var isDeleted = false
        var level = 1
        while level > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .words) {
                case "tc": row.cells.append(try cell(depth: depth))
                case "gridBefore":
                    row.first = min(max(0, Int(xml.attribute("val") ?? "") ?? 0), GridBuilder.columnLimit)
                    level += 1
                // The row itself was taken out by a change that is marked.
                case "del":
                    isDeleted = true
                    level += 1
                default: level += 1
                }
            case .end: level -= 1
            case .text: break
            }
        }
        if isDeleted { row.cells = [] }
        return row
    }

    private func cell(depth: Int) throws(ReadFailure) -> WordTable.WordCell {
        var cell = WordTable.WordCell()
        var paragraphs: [String] = []
        var level = 1
        while level > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .words) {
                case "p":
                    let paragraph = try paragraph(isInCell: true)
                    paragraphs.append(paragraph)
                    cell.pieces.append(Self.lines(of: paragraph))
                case "tbl": cell.pieces.append(.table(try table(depth: depth + 1)))
                case "gridSpan":
                    cell.part.span = Int(xml.attribute("val") ?? "") ?? 1
                    level += 1
                case "vMerge":
                    cell.part.goesOn = xml.attribute("val") != "restart"
                    level += 1
                case "hMerge":
                    cell.part.joinsLeft = xml.attribute("val") != "restart"
                    level += 1
                case "tcPrChange", "del", "moveFrom": try xml.skip()
                default: level += 1
                }
            case .end: level -= 1
            case .text: break
            }
        }
        while paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
        cell.part.text = paragraphs.joined(separator: "\n")
        return cell
    }
}
