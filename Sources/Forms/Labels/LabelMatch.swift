public import ReportModel

/// What a label of the form names.
public enum LabelTarget: Sendable, Hashable {
    /// A row, by its id.
    case row(FormTable, String)
    /// A merged cell before rows, by its official label: （三）不予公开.
    case group(FormTable, String)
    /// A block's title, by its official label: 第二十条第（一）项.
    case block(FormTable, String)
    /// A column, by its id.
    case column(FormTable, String)
    /// What else stands in the head of a table: 信息内容, 申请人情况, the corner cell with the 勾稽关系.
    case heading(FormTable, String)

    public enum Role: Sendable, Hashable, CaseIterable {
        case row, group, block, column, heading
    }

    public var role: Role {
        switch self {
        case .row: .row
        case .group: .group
        case .block: .block
        case .column: .column
        case .heading: .heading
        }
    }

    public var table: FormTable {
        switch self {
        case .row(let table, _), .group(let table, _), .block(let table, _), .column(let table, _),
            .heading(let table, _):
            table
        }
    }
}

/// How well a text is a label.
public enum LabelMatchClass: Int, Sendable, Hashable, Comparable {
    /// Misprinted or truncated.
    case damaged = 1
    /// Unique, and whole but for what labels tolerate: another numbering, a note inside, a letter in a long label.
    case complete = 2
    /// Letter for letter, number included.
    case exact = 3

    public static func < (left: LabelMatchClass, right: LabelMatchClass) -> Bool { left.rawValue < right.rawValue }
}

/// One label of the form that a text could be.
public struct LabelMatch: Sendable, Hashable {
    /// Which part of the label the text holds: a page break cuts （四）无 from 法提供.
    public enum Extent: Sendable, Hashable { case whole, beginning, end }

    public var target: LabelTarget
    /// 0 to 1
    public var similarity: Double
    public var matchClass: LabelMatchClass
    public var extent: Extent
    /// How much better it is than the best match with another target of the same role; its own similarity where there
    /// is none.
    public var lead: Double

    public init(
        target: LabelTarget, similarity: Double, matchClass: LabelMatchClass, extent: Extent = .whole, lead: Double = 0
    ) {
        self.target = target
        self.similarity = similarity
        self.matchClass = matchClass
        self.extent = extent
        self.lead = lead
    }
}
