import ReportModel

/// A figure's name as people know it, from the form's own labels.
struct Wording: Sendable {
    let row: String
    let column: String

    init(_ id: FigureID, in forms: FormVersions) {
        let block = forms.definition(of: id.table).blocks.first { $0.rows.contains { $0.id == id.row } }
        let found = block?.rows.first { $0.id == id.row }
        column = block?.columns.first { $0.id == id.column }?.label ?? id.column
        guard let found else {
            row = id.row
            return
        }
        // 3.其他 stands three times in the form: its group tells which.
        let group = found.groups.last.flatMap { $0.hasPrefix("（") || $0 == "行政诉讼" ? $0 : nil } ?? ""
        row = group + Self.withoutNote(found.label)
    }

    /// 「（七）总计·自然人」
    var cell: String { "「\(row)·\(column)」" }

    /// The filler's note, （区分处理的，…）, is no part of the name.
    private static func withoutNote(_ label: String) -> String {
        guard let start = label.lastIndex(of: "（"), start != label.startIndex, label.hasSuffix("）") else {
            return label
        }
        return String(label[..<start])
    }
}
