import ReportModel

/// A report with what the rules look up in it again and again.
struct Examination: Sendable {
    let report: Report
    /// Where a figure stands in `report.figures`.
    let positions: [FigureID: Int]
    let sums: [SumCheck]
    let locations: [Location]
    let costs: EvidenceCosts
    private(set) var claims = ClaimCheck.none

    init(_ report: Report, locator: ErrorLocator = ErrorLocator()) {
        var memory = LocationMemory()
        self.init(report, locator: locator, memory: &memory)
    }

    init(_ report: Report, locator: ErrorLocator, memory: inout LocationMemory) {
        self.report = report
        costs = locator.costs
        var positions: [FigureID: Int] = [:]
        for (position, figure) in report.figures.enumerated() where positions[figure.id] == nil {
            positions[figure.id] = position
        }
        self.positions = positions
        let locations = locator.locations(in: report, memory: &memory) { id in positions[id].map { report.figures[$0] }
        }
        self.locations = locations
        sums = report.forms.equations.map { equation in
            func value(_ id: FigureID) -> CellValue { positions[id].map { CellValue(report.figures[$0]) } ?? .lost }
            return SumCheck(equation, values: value).settled(
                by: locations.first { $0.equations.contains(equation) }, values: value)
        }
        claims = ClaimCheck(self)
    }

    func isBroken(_ equation: Equation) -> Bool {
        sums.contains { check in
            guard check.equation == equation, case .broken = check.outcome else { return false }
            return true
        }
    }

    func figure(_ id: FigureID) -> Figure? { positions[id].map { report.figures[$0] } }

    func value(_ id: FigureID) -> CellValue { figure(id).map { CellValue($0) } ?? .lost }

    func wording(_ id: FigureID) -> Wording { Wording(id, in: report.forms) }

    func column(of id: FigureID) -> FormColumn? {
        report.forms.column(of: id)
    }

    func places(of ids: [FigureID]) -> [Place] { ids.flatMap { figure($0)?.places.prefix(1) ?? [] } }

    /// What the sums ask for in cells that are blank, where they leave no choice.
    var impliedBlanks: [FigureID: Int] {
        var values: [FigureID: Int] = [:]
        for location in locations {
            values.merge(location.blankValues) { first, _ in first }
            guard location.isComplete, let first = location.explanations.first else { continue }
            for change in first.changes where location.explanations.allSatisfy({ $0.changes.contains(change) }) {
                values[change.figure] = change.value.count
            }
        }
        return values.filter { value($0.key) == .blank }
    }
}

extension String {
    var withoutBlanks: String { String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isBlank })) }

    /// Line breaks inside a cell or a paragraph taken out.
    var onOneLine: String { String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\n" && $0 != "\r" })) }
}
