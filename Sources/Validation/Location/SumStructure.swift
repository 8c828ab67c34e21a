import ReportModel

/// The sums of one table (or of one group of the disputes table) over its cells, before any value is known. The same
/// for every report of a form, so worked out once.
struct SumStructure: Sendable {
    let cells: [FigureID]
    let equations: [Equation]
    /// Position in `cells` and sign, for every equation.
    let terms: [[(column: Int, coefficient: Int)]]
    let network: SumNetwork
    /// The cells that hold totals, once by column and once by row.
    let totals: [[Int]]

    private init(cells: [FigureID], equations: [Equation]) {
        self.cells = cells
        self.equations = equations
        var positions: [FigureID: Int] = [:]
        for (position, cell) in cells.enumerated() { positions[cell] = position }
        terms = equations.map { equation in
            let signed = equation.left.map { ($0, 1) } + equation.right.map { ($0, -1) }
            return signed.compactMap { figure, sign in positions[figure].map { ($0, sign) } }.sorted { $0.0 < $1.0 }
        }
        network = SumNetwork(
            cellCount: cells.count, terms: terms,
            isImplied: equations.map { $0.kind == .applicationsRow && $0.right.first?.row == "total" })
        totals = [
            cells.indices.filter { cells[$0].column == "total" }, cells.indices.filter { cells[$0].row == "total" },
        ]
    }

    /// The systems of a report's tables, each with sums of its own.
    static func all(_ forms: FormVersions) -> [SumStructure] {
        [forms.applications == .form2019 ? applications2019 : applications2021] + disputes
    }

    static func applications(_ version: FormVersion) -> SumStructure {
        let definition = FormDefinition.statutory(.applications, version)
        return SumStructure(cells: definition.figures, equations: definition.equations)
    }

    private static let applications2019 = applications(.form2019)
    private static let applications2021 = applications(.form2021)
    private static let disputes = FormDefinition.statutory(.disputes, .form2021).equations.map {
        SumStructure(cells: $0.figures, equations: [$0])
    }
}
