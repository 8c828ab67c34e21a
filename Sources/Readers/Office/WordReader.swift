public import ReportModel
import XMLBridge

/// Reads the text and the tables of a Word document (DOCX), as they would be printed: without what was deleted or hidden,
/// and without text boxes, notes and headers.
public enum WordReader {
    public static func layout(of bytes: [UInt8]) throws(ReadFailure) -> DocumentLayout {
        let package = try OfficePackage(bytes) { $0 == "word/document.xml" }
        var body = try WordBody(package.part("word/document.xml"))
        try body.read()
        return DocumentLayout(blocks: body.blocks, pages: [])
    }
}

/// The document's part, read in one go.
private struct WordBody {
    private let xml: MarkupStream
    private(set) var blocks: [DocumentLayout.Block] = []
    /// Paragraphs and rows so far: what a text file calls lines.
    private var line = 0

    init(_ part: [UInt8]) throws(ReadFailure) { xml = try MarkupStream(part) }

    mutating func read() throws(ReadFailure) {
        while let node = try xml.next() {
            guard case .start = node else { continue }
            switch xml.name(in: .words) {
            case "p":
                line += 1
                let text = try paragraph()
                if text.contains(where: { !$0.isWhitespace }) { add(text) }
            case "tbl": try table(depth: 1)
            case "moveFrom", "del": try xml.skip()
            default: break
            }
        }
    }

    private mutating func add(_ text: String) {
        for piece in text.split(separator: "\n") {
            let place = Place.text(line: line, column: 1, length: piece.count)
            blocks.append(
                .line(TextLine(text: String(piece), place: place, fontSize: 0, columnStart: 0, columnEnd: 0)))
        }
    }

    /// The text of the paragraph that has just begun.
    private func paragraph() throws(ReadFailure) -> String {
        var text = ""
        var depth = 1
        var run = ""
        var isHidden = false
        var takesText = false
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                depth += 1
                switch xml.name(in: .words) {
                case "r": (run, isHidden) = ("", false)
                case "vanish": isHidden = !["0", "false", "off"].contains(xml.attribute("val") ?? "")
                case "t": takesText = true
                case "tab": run += " "
                case "br", "cr": run += "\n"
                case "noBreakHyphen": run += "-"
                // Taken out or moved away by a change that is marked, or standing elsewhere on the page.
                case "del", "moveFrom", "txbxContent", "pPr", "rPrChange":
                    try xml.skip()
                    depth -= 1
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
                case "r": if !isHidden { text += run }
                default: break
                }
            }
        }
        return text
    }

    /// The table that has just begun; those inside of its cells become tables of their own behind it.
    private mutating func table(depth: Int) throws(ReadFailure) {
        // Word itself nests no deeper than that.
        guard depth <= 20 else { throw ReadFailure(.damaged, underlying: "tables") }
        var builder = GridBuilder()
        var nested: [DocumentLayout.Block] = []
        var level = 1
        while level > 0, let node = try xml.next() {
            switch node {
            case .start:
                if xml.name(in: .words) == "tr" {
                    line += 1
                    let (parts, first) = try row(depth: depth, &nested)
                    if !parts.isEmpty { builder.add(parts, from: first, line: line) }
                } else {
                    level += 1
                }
            case .end: level -= 1
            case .text: break
            }
        }
        if let table = builder.table() { blocks.append(.table(table)) }
        blocks += nested
    }

    private mutating func row(
        depth: Int, _ nested: inout [DocumentLayout.Block]
    ) throws(ReadFailure) -> (parts: [GridBuilder.Part], first: Int) {
        var parts: [GridBuilder.Part] = []
        var first = 0
        var isDeleted = false
        var level = 1
        while level > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .words) {
                case "tc": parts.append(try cell(depth: depth, &nested))
                case "gridBefore":
                    first = Int(xml.attribute("val") ?? "") ?? 0
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
        return (isDeleted ? [] : parts, min(max(0, first), GridBuilder.columnLimit))
    }

    private mutating func cell(
        depth: Int, _ nested: inout [DocumentLayout.Block]
    ) throws(ReadFailure) -> GridBuilder.Part {
        var part = GridBuilder.Part(text: "", span: 1, goesOn: false)
        var paragraphs: [String] = []
        var level = 1
        while level > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .words) {
                case "p": paragraphs.append(try paragraph())
                case "tbl":
                    let outer = blocks
                    blocks = []
                    try table(depth: depth + 1)
                    nested += blocks
                    blocks = outer
                case "gridSpan":
                    part.span = Int(xml.attribute("val") ?? "") ?? 1
                    level += 1
                case "vMerge":
                    part.goesOn = xml.attribute("val") != "restart"
                    level += 1
                case "hMerge":
                    part.joinsLeft = xml.attribute("val") != "restart"
                    level += 1
                case "tcPrChange", "del", "moveFrom": try xml.skip()
                default: level += 1
                }
            case .end: level -= 1
            case .text: break
            }
        }
        while paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
        part.text = paragraphs.joined(separator: "\n")
        return part
    }
}
