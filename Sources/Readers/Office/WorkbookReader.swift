public import ReportModel
import XMLBridge

/// A sheet of an Excel workbook (XLSX) that is shown: the cells that hold something, row by row.
public struct Sheet: Sendable {
    public struct Row: Sendable {
        /// From 1, as the program counts them.
        public var number: Int
        /// By column, from 0.
        public var cells: [Int: String]
    }

    public var name: String
    public var rows: [Row]
    /// First and last row, from 1, and column, from 0.
    public var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)]
}

/// Reads the sheets of an Excel workbook (XLSX): values as they are stored. A formula that was never worked out stands as
/// `=…`, which is no number: what it would give is not guessed.
public enum WorkbookReader {
    /// Far more than figures take: 25,000 reports.
    static let cellLimit = 5_000_000
    static let sheetLimit = 200

    static var tooManyCells: ReadFailure {
        ReadFailure(
            .overLimit,
            detail: LocalisedText(
                chinese: "单元格上限为 \(cellLimit) 个", english: "a workbook may have \(cellLimit) cells"))
    }

    public static func sheets(of bytes: [UInt8]) throws(ReadFailure) -> [Sheet] {
        let package = try OfficePackage(bytes) { name in
            name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels" || name == "xl/sharedStrings.xml"
                || (name.hasPrefix("xl/worksheets/") && name.hasSuffix(".xml"))
        }
        let targets = try targets(package.part("xl/_rels/workbook.xml.rels"))
        let strings =
            try package["xl/sharedStrings.xml"].map { part throws(ReadFailure) in try Self.strings(part) } ?? []
        var sheets: [Sheet] = []
        var left = cellLimit
        for (name, id) in try shownSheets(package.part("xl/workbook.xml")).prefix(sheetLimit) {
            guard let target = targets[id] else { continue }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            // A chart is a sheet of its own, and none of ours.
            guard let part = package[path] else { continue }
            var reader = SheetReader(strings: strings, left: left)
            sheets.append(try reader.sheet(name, part))
            left = reader.left
        }
        return sheets
    }

    /// The sheets in their order, those that are hidden left out.
    private static func shownSheets(_ part: [UInt8]) throws(ReadFailure) -> [(name: String, id: String)] {
        var sheets: [(name: String, id: String)] = []
        let xml = try MarkupStream(part)
        while let node = try xml.next() {
            guard case .start = node, xml.name(in: .sheets) == "sheet", xml.attribute("state") ?? "visible" == "visible"
            else { continue }
            // r:id; sheetId is another attribute.
            sheets.append((xml.attribute("name") ?? "", xml.attribute("id") ?? ""))
        }
        return sheets
    }

    private static func targets(_ part: [UInt8]) throws(ReadFailure) -> [String: String] {
        var targets: [String: String] = [:]
        let xml = try MarkupStream(part)
        while let node = try xml.next() {
            guard case .start = node, xml.name == "Relationship", xml.attribute("TargetMode") != "External",
                let id = xml.attribute("Id"), let target = xml.attribute("Target")
            else { continue }
            targets[id] = target
        }
        return targets
    }

    private static func strings(_ part: [UInt8]) throws(ReadFailure) -> [String] {
        var strings: [String] = []
        let xml = try MarkupStream(part)
        while let node = try xml.next() {
            guard case .start = node, xml.name(in: .sheets) == "si" else { continue }
            strings.append(try xml.sheetText())
        }
        return strings
    }
}

extension MarkupStream {
    /// The text of the element that has just begun, without the readings of its characters.
    func sheetText() throws(ReadFailure) -> String {
        var text = ""
        var depth = 1
        var takesText = false
        while depth > 0, let node = try next() {
            switch node {
            case .start:
                depth += 1
                if name(in: .sheets) == "rPh" {
                    try skip()
                    depth -= 1
                }
                takesText = name(in: .sheets) == "t"
            case .text(let piece): if takesText { text += piece }
            case .end:
                depth -= 1
                takesText = false
            }
        }
        return text
    }
}

/// One sheet's part.
private struct SheetReader {
    let strings: [String]
    /// Cells that may still be read.
    var left: Int

    mutating func sheet(_ name: String, _ part: [UInt8]) throws(ReadFailure) -> Sheet {
        var sheet = Sheet(name: name, rows: [], merges: [])
        let xml = try MarkupStream(part)
        var nextRow = 1
        while let node = try xml.next() {
            guard case .start = node else { continue }
            switch xml.name(in: .sheets) {
            case "row":
                let number = xml.attribute("r").flatMap { Int($0) } ?? nextRow
                nextRow = number &+ 1
                let cells = try cells(xml)
                if !cells.isEmpty { sheet.rows.append(Sheet.Row(number: number, cells: cells)) }
            case "mergeCell":
                guard sheet.merges.count < 10_000, let range = xml.attribute("ref").flatMap(CellName.range) else {
                    break
                }
                sheet.merges.append(range)
            default: break
            }
        }
        return sheet
    }

    /// The cells of the row that has just begun.
    private mutating func cells(_ xml: MarkupStream) throws(ReadFailure) -> [Int: String] {
        var cells: [Int: String] = [:]
        var nextColumn = 0
        var depth = 1
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start where xml.name(in: .sheets) == "c":
                let column = xml.attribute("r").flatMap { CellName.place($0) }?.column ?? nextColumn
                nextColumn = column + 1
                let text = try value(xml)
                guard !text.isEmpty else { continue }
                left -= 1
                guard left >= 0 else { throw WorkbookReader.tooManyCells }
                cells[column] = text
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
        return cells
    }

    /// What the cell that has just begun holds.
    private func value(_ xml: MarkupStream) throws(ReadFailure) -> String {
        let kind = xml.attribute("t") ?? "n"
        var stored = ""
        var inline = ""
        var hasFormula = false
        var takesValue = false
        var depth = 1
        while depth > 0, let node = try xml.next() {
            switch node {
            case .start:
                switch xml.name(in: .sheets) {
                case "is": inline = try xml.sheetText()
                case "v":
                    takesValue = true
                    depth += 1
                case "f":
                    hasFormula = true
                    depth += 1
                default: depth += 1
                }
            case .text(let piece): if takesValue { stored += piece }
            case .end:
                depth -= 1
                takesValue = false
            }
        }
        switch kind {
        case "s":
            guard let index = Int(stored), strings.indices.contains(index) else {
                throw ReadFailure(.damaged, underlying: "sharedStrings.xml")
            }
            return strings[index]
        case "inlineStr": return inline
        case "n": return stored.isEmpty && hasFormula ? "=…" : StoredNumber.plain(stored)
        default: return stored.isEmpty && hasFormula ? "=…" : stored
        }
    }
}

/// A1, XFD1048576.
enum CellName {
    static func place(_ name: some StringProtocol) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                guard row == 0, column < 1 << 20 else { return nil }
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard row < 1 << 30 else { return nil }
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "$"): break
            default: return nil
            }
        }
        return column > 0 && column <= 1 << 14 && row > 0 ? (row, column - 1) : nil
    }

    static func range(_ name: String) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
        let ends = name.split(separator: ":")
        guard let first = ends.first.flatMap({ place($0) }), let last = ends.last.flatMap({ place($0) }),
            first.row <= last.row, first.column <= last.column
        else { return nil }
        return (first.row...last.row, first.column...last.column)
    }
}

/// A number as a workbook stores it.
enum StoredNumber {
    /// As Excel shows it: 15 digits at most, without an exponent: 8642.3500000000004 is 8642.35, 1.5E3 is 1500. What is no
    /// such number stays as it is.
    static func plain(_ text: String) -> String {
        var digits: [UInt8] = []
        var isNegative = false
        var point: Int?
        var exponent = 0
        var bytes = text.utf8[...]
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            bytes = bytes.dropFirst()
        }
        loop: while let byte = bytes.first {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
            case UInt8(ascii: ".") where point == nil: point = digits.count
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard
                    let value = Int(
                        bytes.dropFirst().first == UInt8(ascii: "+")
                            ? String(bytes.dropFirst(2)) ?? "" : String(bytes.dropFirst()) ?? "")
                else { return text }
                exponent = value
                break loop
            default: return text
            }
            bytes = bytes.dropFirst()
        }
        guard !digits.isEmpty, digits.count <= 40, (-30...30).contains(exponent) else { return text }
        var scale = (point ?? digits.count) + exponent
        while digits.count > 1, digits.first == 0 {
            digits.removeFirst()
            scale -= 1
        }
        if digits == [0] { return "0" }
        if digits.count > 15 {
            let roundsUp = digits[15] >= 5
            digits = Array(digits.prefix(15))
            if roundsUp { scale += increment(&digits) }
        }
        return (isNegative ? "-" : "") + written(digits, scale)
    }

    /// - Returns: 1 where another digit came before the first.
    private static func increment(_ digits: inout [UInt8]) -> Int {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return 0
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
        return 1
    }

    private static func written(_ digits: [UInt8], _ scale: Int) -> String {
        var text = ""
        if scale <= 0 { text = "0." + String(repeating: "0", count: -scale) }
        for (index, digit) in digits.enumerated() {
            if index == scale, scale > 0 { text += "." }
            text += String(digit)
        }
        if scale > digits.count { text += String(repeating: "0", count: scale - digits.count) }
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
