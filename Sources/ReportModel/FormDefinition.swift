/// One of the statutory tables in one version: its blocks, rows and columns in order, with the official labels.
public struct FormDefinition: Sendable, Hashable {
    public let table: FormTable
    public let version: FormVersion
    public let blocks: [FormBlock]
    /// Every figure, in form order.
    public let figures: [FigureID]

    public init(table: FormTable, version: FormVersion, blocks: [FormBlock]) {
        self.table = table
        self.version = version
        self.blocks = blocks
        figures = blocks.flatMap { block in
            block.rows.flatMap { row in block.columns.map { FigureID(table, row.id, $0.id) } }
        }
    }

    public var rows: [FormRow] { blocks.flatMap(\.rows) }
}

/// Rows that share their columns: 第二十条第（一）项 of the disclosure table, the whole of the applications table, a
/// group of five of the disputes table.
public struct FormBlock: Sendable, Hashable {
    public var label: String
    public var rows: [FormRow]
    public var columns: [FormColumn]

    public init(label: String, rows: [FormRow], columns: [FormColumn]) {
        self.label = label
        self.rows = rows
        self.columns = columns
    }
}

public struct FormRow: Sendable, Hashable {
    public var id: String
    public var label: String
    /// The label of the merged cells before it, outermost first: 三、本年度办理结果, （三）不予公开.
    public var groups: [String]

    public init(_ id: String, _ label: String, groups: [String] = []) {
        self.id = id
        self.label = label
        self.groups = groups
    }
}

public struct FormColumn: Sendable, Hashable {
    /// What stands in the column's cells.
    public enum Content: Sendable, Hashable {
        /// 0, 1, 2 …
        case count
        /// A count with a sign: 本年增/减.
        case change
        /// An amount of money, in a unit that the form or the printer names.
        case money
    }

    public var id: String
    public var label: String
    public var content: Content

    public init(_ id: String, _ label: String, _ content: Content = .count) {
        self.id = id
        self.label = label
        self.content = content
    }
}
