/// What the form calls a figure.
public struct FigureLabel: Sendable, Hashable {
    /// The merged cells before the row, outermost first: 三、本年度办理结果, （三）不予公开.
    public var groups: [String]
    public var row: String
    public var column: String

    /// The ids themselves where the form has no such figure.
    public init(_ id: FigureID, in forms: FormVersions) {
        self.init(id, version: forms[id.table])
    }

    public init(_ id: FigureID, version: FormVersion) {
        for block in FormDefinition.statutory(id.table, version).blocks {
            guard let row = block.rows.first(where: { $0.id == id.row }),
                let column = block.columns.first(where: { $0.id == id.column })
            else { continue }
            groups = row.groups
            self.row = row.label
            self.column = column.label
            return
        }
        groups = []
        row = id.row
        column = id.column
    }

    /// Short enough for a line: the group where it tells rows apart, row, column.
    public var text: String {
        let group = groups.last.map { [$0] } ?? []
        return ((row.hasPrefix("（") ? [] : group) + [row, column]).joined(separator: " · ")
    }
}
