/// One of the form's own sums (勾稽关系): the left figures add up to the right ones.
public struct Equation: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// 自然人 + five columns = 总计
        case applicationsRow = "applications.row"
        /// The detail rows = （七）总计
        case applicationsColumn = "applications.column"
        /// 一 + 二 = （七）总计 + 四
        case applicationsBalance = "applications.balance"
        /// Four results = 总计
        case disputesGroup = "disputes.group"
    }

    public var kind: Kind
    public var left: [FigureID]
    public var right: [FigureID]

    public init(kind: Kind, left: [FigureID], right: [FigureID]) {
        self.kind = kind
        self.left = left
        self.right = right
    }

    public var figures: [FigureID] { left + right }

    public func contains(_ figure: FigureID) -> Bool { left.contains(figure) || right.contains(figure) }
}

extension FormDefinition {
    /// The sums within this table. The disclosure table has none.
    public var equations: [Equation] {
        switch table {
        case .disclosure: []
        case .applications: applicationsEquations
        case .disputes:
            blocks.flatMap(\.rows).map { row in
                Equation(
                    kind: .disputesGroup,
                    left: ["upheld", "corrected", "other", "pending"].map { FigureID(.disputes, row.id, $0) },
                    right: [FigureID(.disputes, row.id, "total")])
            }
        }
    }

    private var applicationsEquations: [Equation] {
        let columns = blocks.flatMap(\.columns).map(\.id)
        let rows = rows.map(\.id)
        func id(_ row: String, _ column: String) -> FigureID { FigureID(.applications, row, column) }
        let outside: Set = ["new", "carried_over", "total", "carried_forward"]
        let sums = rows.map { row in
            Equation(
                kind: .applicationsRow, left: columns.dropLast().map { id(row, $0) }, right: [id(row, "total")])
        }
        let columnSums = columns.map { column in
            Equation(
                kind: .applicationsColumn, left: rows.filter { !outside.contains($0) }.map { id($0, column) },
                right: [id("total", column)])
        }
        let balances = columns.map { column in
            Equation(
                kind: .applicationsBalance, left: [id("new", column), id("carried_over", column)],
                right: [id("total", column), id("carried_forward", column)])
        }
        return sums + columnSums + balances
    }
}

extension FormVersions {
    /// All sums of a report.
    public var equations: [Equation] {
        // Whoever reads a report asks for them again and again; the versions of the disclosure table do not matter: it
        // has none; the disputes table sums the same in both.
        applications == .form2019 ? Self.equations2019 : Self.equations2021
    }

    private static let equations2019 = FormVersions(.form2019).worked
    private static let equations2021 = FormVersions(.form2021).worked
    private var worked: [Equation] { FormTable.allCases.flatMap { definition(of: $0).equations } }
}
