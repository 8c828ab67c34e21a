public import ReportModel
import XMLBridge

/// Reads the sheets of an OpenDocument spreadsheet (ODS), as LibreOffice and WPS save it.
public enum SpreadsheetReader {
    public static func sheets(of bytes: [UInt8]) throws(ReadFailure) -> [Sheet] {
        let package = try OfficePackage(bytes) { $0 == "content.xml" || $0 == "META-INF/manifest.xml" }
        // Its parts are locked one by one, the zip file is not.
        if let manifest = package["META-INF/manifest.xml"], try isLocked(manifest) { throw ReadFailure(.encrypted) }
        let xml = try MarkupStream(package.part("content.xml"))
        var reader = TableReader(xml: xml)
        var sheets: [Sheet] = []
        while let node = try xml.next() {
            guard case .start = node, let name = xml.name(in: .openDocument) else { continue }
            switch name {
            case "style": try reader.style()
            case "table" where sheets.count < WorkbookReader.sheetLimit:
                let isHidden = xml.attribute("style-name").map(reader.hiddenStyles.contains) ?? false
                let sheet = try reader.sheet(xml.attribute("name") ?? "")
                if !isHidden { sheets.append(sheet) }
            // What was deleted, and what is fetched from elsewhere.
            case "tracked-changes", "dde-links": try xml.skip()
            default: break
            }
        }
        return sheets
    }

    private static func isLocked(_ manifest: [UInt8]) throws(ReadFailure) -> Bool {
        let xml = try MarkupStream(manifest)
        while let node = try xml.next() {
            if case .start = node, xml.name == "encryption-data" { return true }
        }
        return false
    }
}

/// The tables of the part that holds the content.
private struct TableReader {
    let xml: MarkupStream
    /// Styles of sheets that are not shown.
    private(set) var hiddenStyles: Set<String> = []
    /// Cells that may still be read.
    private var left = WorkbookReader.cellLimit

    init(xml: MarkupStream) { self.xml = xml }

    /// A style that has just begun.
    mutating func style() throws(ReadFailure) {
        let style = xml.attribute("name")
        var depth = 1
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                depth += 1
                if xml.name(in: .openDocument) == "table-properties", xml.attribute("display") == "false", let style {
                    hiddenStyles.insert(style)
                }
            case .end: depth -= 1
            case .text: break
            }
        }
    }

    mutating func sheet(_ name: String) throws(ReadFailure) -> Sheet {
        var sheet = Sheet(name: name, rows: [], merges: [])
        var number = 1
        var depth = 1
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .openDocument) {
                case "table-row":
                    let count = repeats("number-rows-repeated")
                    let row = try row(number)
                    sheet.merges += row.merges.prefix(10_000 - min(sheet.merges.count, 10_000))
                    // Empty rows are repeated to the end of the world.
                    if !row.cells.isEmpty {
                        for index in 0..<count {
                            if index > 0 { try take(row.cells.count) }
                            sheet.rows.append(Sheet.Row(number: number &+ index, cells: row.cells))
                        }
                    }
                    number &+= count
                // Drawings over the sheet.
                case "shapes", "forms": try xml.skip()
                default: depth += 1
                }
            case .end: depth -= 1
            case .text: break
            }
        }
        return sheet
    }

    private typealias Merge = (rows: ClosedRange<Int>, columns: ClosedRange<Int>)

    /// The row that has just begun.
    private mutating func row(_ number: Int) throws(ReadFailure) -> (cells: [Int: String], merges: [Merge]) {
        var cells: [Int: String] = [:]
        var merges: [Merge] = []
        var column = 0
        var depth = 1
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .openDocument) {
                case "table-cell":
                    let count = repeats("number-columns-repeated")
                    let (width, height) = (repeats("number-columns-spanned"), repeats("number-rows-spanned"))
                    if width > 1 || height > 1 {
                        merges.append((number...number &+ height - 1, column...column &+ width - 1))
                    }
                    let text = try value()
                    if !text.isEmpty {
                        try take(count)
                        for index in 0..<count { cells[column &+ index] = text }
                    }
                    column &+= count
                case "covered-table-cell":
                    column &+= repeats("number-columns-repeated")
                    try xml.skip()
                default: depth += 1
                }
            case .end: depth -= 1
            case .text: break
            }
        }
        return (cells, merges)
    }

    private func repeats(_ name: String) -> Int {
        min(max(1, xml.attribute(name).flatMap { Int($0) } ?? 1), Self.mostRepeats)
    }

    /// More rows than any program shows.
    private static let mostRepeats = 1 << 24

    private mutating func take(_ count: Int) throws(ReadFailure) {
        left -= count
        guard left >= 0 else { throw WorkbookReader.tooManyCells }
    }

    /// What the cell that has just begun holds: a number as it is stored, all else as it is shown.
    private func value() throws(ReadFailure) -> String {
        let hasFormula = xml.attribute("formula") != nil
        let stored: String? =
            switch xml.attribute("value-type") {
            case "float", "percentage", "currency": xml.attribute("value")
            default: nil
            }
        var paragraphs: [String] = []
        var depth = 1
        var paragraph = 0
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .openDocument) {
                // A note beside the cell, and a picture on it.
                case "annotation", "frame", "ruby-text": try xml.skip()
                case "p", "h":
                    depth += 1
                    if paragraph == 0 {
                        paragraph = depth
                        paragraphs.append("")
                    }
                case "s":
                    depth += 1
                    add(String(repeating: " ", count: min(repeats("c"), 1000)), to: &paragraphs)
                case "tab":
                    depth += 1
                    add("\t", to: &paragraphs)
                case "line-break":
                    depth += 1
                    add("\n", to: &paragraphs)
                default: depth += 1
                }
            case .text(let piece): if paragraph > 0 { add(piece, to: &paragraphs) }
            case .end:
                if depth == paragraph { paragraph = 0 }
                depth -= 1
            }
        }
        if let stored { return StoredNumber.plain(stored) }
        let text = paragraphs.joined(separator: "\n")
        return text.isEmpty && hasFormula ? "=…" : text
    }

    private func add(_ text: String, to paragraphs: inout [String]) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1] += text
    }
}
