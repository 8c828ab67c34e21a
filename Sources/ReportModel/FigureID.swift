/// The three statutory tables.
public enum FormTable: String, Sendable, Hashable, CaseIterable, Comparable {
    /// 主动公开政府信息情况
    case disclosure
    /// 收到和处理政府信息公开申请情况
    case applications
    /// 政府信息公开行政复议、行政诉讼情况
    case disputes

    public static func < (left: FormTable, right: FormTable) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .disclosure: 0
        case .applications: 1
        case .disputes: 2
        }
    }
}

/// A version of the statutory form.
public enum FormVersion: Int, Sendable, Hashable, CaseIterable {
    /// 国办公开办函〔2019〕60号
    case form2019 = 2019
    /// 国办公开办函〔2021〕30号
    case form2021 = 2021
}

/// Names one figure of the form: table, row, column.
public struct FigureID: Sendable, Hashable {
    public var table: FormTable
    public var row: String
    public var column: String

    public init(_ table: FormTable, _ row: String, _ column: String) {
        self.table = table
        self.row = row
        self.column = column
    }

    /// The table would be hashed as the string that it is written as, and the row's id tells nearly as much.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(row)
        hasher.combine(column)
    }
}

extension FigureID: CustomStringConvertible {
    /// `table/row/column`
    public var description: String { "\(table.rawValue)/\(row)/\(column)" }

    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let table = FormTable(rawValue: String(parts[0])) else { return nil }
        self.init(table, String(parts[1]), String(parts[2]))
    }
}
