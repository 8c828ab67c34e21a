private import JSON
public import ReportModel

/// One line for every figure of the form, in form order.
public enum FiguresCSV {
    public static let columns = [
        "source", "agency", "year", "form", "table", "row", "column", "value", "printed", "status", "confidence",
        "method", "page", "x", "y", "width", "height",
    ]

    public static let byteOrderMark = "\u{FEFF}"
    public static let header = columns.joined(separator: ",") + "\n"

    /// The lines of one report, without the header.
    public static func rows(_ report: Report) -> String { rows(report) { _ in [] } }

    /// The lines with further columns behind ours; the caller's header names them.
    public static func rows(_ report: Report, and more: (Figure) -> [String]) -> String {
        let start = [report.source, report.agency, report.year.map(String.init) ?? ""].map(CSV.field)
            .joined(separator: ",")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(report.figures.count * (start.utf8.count + 96))
        func add(_ value: String) {
            bytes.append(UInt8(ascii: ","))
            bytes.append(contentsOf: value.utf8)
        }
        for figure in report.figures {
            bytes.append(contentsOf: start.utf8)
            for value in values(of: figure) { add(value) }
            for value in more(figure) { add(CSV.field(value)) }
            bytes.append(UInt8(ascii: "\n"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The columns from `form` on, as fields: what is printed is all that may need quotation marks.
    private static func values(of figure: Figure) -> [String] {
        let place = figure.places.first
        let box = place?.box
        return [
            figure.form.name, figure.id.table.rawValue, figure.id.row, figure.id.column,
            figure.amount?.description ?? "", CSV.field(figure.printed), figure.status.rawValue,
            DecimalText.of(figure.confidence, decimals: 3), figure.method.rawValue, place?.page.map(String.init) ?? "",
            coordinate(box?.x), coordinate(box?.y), coordinate(box?.width), coordinate(box?.height),
        ]
    }

    private static func coordinate(_ value: Double?) -> String {
        value.map { DecimalText.of($0, decimals: 2) } ?? ""
    }
}
