public import ReportModel
import XMLBridge

/// Reads the text and the tables of a Word document (DOCX), as they would be printed: without what was deleted or hidden,
/// and without text boxes, notes and headers.
public enum WordReader {
    public static func document(of bytes: [UInt8]) throws(ReadFailure) -> FlowingDocument {
        let package = try OfficePackage(bytes) { $0 == "word/document.xml" }
        var body = try WordBody(package.part("word/document.xml"))
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
    private(set) var document = FlowingDocument(encoding: "DOCX")

    init(_ part: [UInt8]) throws(ReadFailure) { xml = try MarkupStream(part) }

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
        var setting = RunSetting()
        var takesText = false
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                depth += 1
                switch xml.name(in: .words) {
                case "r": (run, setting) = ("", RunSetting())
                case "vanish": setting.isHidden = isOn
                case "strike", "dstrike": setting.isStruck = isOn
                case "vertAlign":
                    setting.isNote = ["superscript", "subscript"].contains(xml.attribute("val") ?? "")
                case "t": takesText = true
                case "tab": run += " "
                case "br", "cr": run += "\n"
                case "noBreakHyphen": run += "-"
                // Taken out or moved away by a change that is marked, or standing elsewhere on the page.
                case "del", "moveFrom", "txbxContent", "pPr", "rPrChange":
                    try xml.skip()
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
            case .text(let piece): if takesText { run += piece }
            case .end:
                depth -= 1
                switch xml.name(in: .words) {
                case "t": takesText = false
                case "r": text += setting.shown(run)
                default: break
                }
            }
        }
        return text
    }

    /// Whether the property that has just begun holds.
    private var isOn: Bool { !["0", "false", "off"].contains(xml.attribute("val") ?? "") }

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

/// How the characters of a run are set.
private struct RunSetting {
    var isHidden = false
    var isStruck = false
    /// Raised or lowered beside the others.
    var isNote = false

    func shown(_ run: String) -> String {
        guard !isHidden else { return "" }
        guard isStruck || isNote else { return run }
        var text = String.UnicodeScalarView()
        for scalar in run.unicodeScalars {
            text.append(isNote ? MarkedText.raised(scalar) : scalar)
            if isStruck, !scalar.properties.isWhitespace { text.append(MarkedText.strike) }
        }
        return String(text)
    }
}
