import ReportModel

/// Where the mistakes of one table (or one group of the disputes table) are.
struct Location: Sendable {
    let equations: [Equation]
    /// Every explanation as likely as the likeliest; none where all sums hold or nothing explains what does not.
    let explanations: [Explanation]
    /// False where the search met a bound and there may be others.
    let isComplete: Bool
    /// Whether the sums hold as read, or can hold where cells are lost.
    let holds: Bool
    /// What the sums say of cells that were not read, the same in every explanation.
    let lostValues: [FigureID: Int]
    /// What they say of cells that are blank.
    let blankValues: [FigureID: Int]
    let nodes: Int
    /// What is plain although the search gave up.
    var plain: [Explanation.Change] = []
    /// For every explanation the figures that must have been something else beside those that it names, nobody knows what.
    var open: [Set<FigureID>] = []

    /// Whether what the sums say of a lost cell was read beside it, where they ask for something else: the two may be printed
    /// in each other's places.
    func isReadBeside(_ id: FigureID, in sums: [Equation], values: (FigureID) -> CellValue) -> Bool {
        guard let value = lostValues[id] else { return false }
        return sums.contains { sum in
            changes(in: sum).joined().contains { change in
                change.figure != id && change.figure.row == id.row && values(change.figure) == .count(value)
                    && sum.right.contains(change.figure) == sum.right.contains(id)
            }
        }
    }

    /// Explanations as far as there are any: all of the likeliest, or what is plain. None where not one of them names a value.
    var known: [Explanation] {
        guard !isComplete || !explanations.allSatisfy(\.changes.isEmpty) else { return [] }
        return isComplete ? explanations : plain.isEmpty ? [] : [Explanation(changes: plain, cost: 0)]
    }

    /// Those that name every figure with its value.
    var named: [Explanation] { zip(explanations, open).filter(\.1.isEmpty).map(\.0) }

    /// Whether a figure of a sum may have been something else, and nobody knows what.
    func isOpen(_ equation: Equation) -> Bool {
        isComplete && open.contains { !$0.isDisjoint(with: equation.figures) }
    }

    /// Whether every explanation changes a figure of a sum.
    func isChangedAnyway(_ equation: Equation) -> Bool {
        known.allSatisfy { explanation in explanation.changes.contains { equation.contains($0.figure) } }
    }

    /// The changes that belong to one sum, an entry for every explanation.
    func changes(in equation: Equation) -> [[Explanation.Change]] {
        known.map { $0.changes.filter { equation.contains($0.figure) } }
    }
}

/// Finds for every sum that does not hold which figure is wrong.
struct ErrorLocator: Sendable {
    var costs = EvidenceCosts()
    var limits = ExplanationSearch.Limits()

    func locations(in report: Report, figure: (FigureID) -> Figure?) -> [Location] {
        var memory = LocationMemory()
        return locations(in: report, memory: &memory, figure: figure)
    }

    func locations(
        in report: Report, memory: inout LocationMemory, figure: (FigureID) -> Figure?
    ) -> [Location] {
        SumStructure.all(report.forms).map { structure in
            let figures = structure.cells.map(figure)
            let values = figures.map { $0.map { CellValue($0) } ?? .lost }
            var isTotal = [Bool](repeating: false, count: figures.count)
            var isLeftOut = isTotal
            for family in structure.totals {
                // Nobody filled in the totals: their blanks say nothing.
                let nobody = family.allSatisfy { values[$0].count ?? 0 == 0 }
                for cell in family {
                    isTotal[cell] = true
                    isLeftOut[cell] = isLeftOut[cell] || nobody
                }
            }
            let evidence = figures.indices.map { cell in
                figures[cell].map {
                    costs.evidence(for: $0, totalsAreLeftOut: isLeftOut[cell], isTotal: isTotal[cell])
                } ?? .lost
            }
            return memory.location(of: SumSystem(structure, evidence: evidence), search: locate)
        }
    }

    func locate(_ system: SumSystem) -> Location {
        func named(_ values: [Int: Int]) -> [FigureID: Int] {
            Dictionary(uniqueKeysWithValues: values.map { (system.structure.cells[$0.key], $0.value) })
        }
        if let lost = system.lostValues {
            return Location(
                equations: system.structure.equations, explanations: [], isComplete: true, holds: true,
                lostValues: named(lost), blankValues: named(blankValues(of: system) ?? lost), nodes: 0)
        }
        func search(_ system: SumSystem) -> ExplanationSearch.Result {
            var search = ExplanationSearch(system, margin: costs.margin, limits: limits)
            return search.run()
        }
        func named(_ changes: [ExplanationSearch.Solution.Change]) -> [Explanation.Change] {
            changes.sorted { $0.cell < $1.cell }.map {
                Explanation.Change(figure: system.structure.cells[$0.cell], value: Amount($0.value))
            }
        }
        var result = search(system)
        var plain: PlainChanges?
        if !result.isComplete, case let found = PlainChanges(system, costs: costs), !found.changes.isEmpty {
            plain = found
            result = search(found.system)
        }
        if result.isComplete, plain == nil {
            result.solutions += Exchanges(system, costs: costs).solutions(besides: result.solutions, limits: limits)
        }
        let explanations = result.solutions.map { solution in
            Explanation(
                changes: named(solution.changes + (plain?.changes ?? [])), cost: solution.cost + (plain?.cost ?? 0))
        }
        var common: [Int: Int]?
        for solution in result.solutions {
            common = common.map { $0.filter { solution.lost[$0.key] == $0.value } } ?? solution.lost
        }
        let lost = result.isComplete ? common ?? [:] : [:]
        return Location(
            equations: system.structure.equations, explanations: explanations, isComplete: result.isComplete,
            holds: false,
            lostValues: named(lost), blankValues: named(lost), nodes: result.nodes,
            plain: result.isComplete ? [] : named(plain?.changes ?? []),
            open: result.solutions.map { Set($0.open.map { system.structure.cells[$0] }) })
    }

    /// What the sums imply for blank cells where everything holds with blanks as 0: most often that they are 0.
    private func blankValues(of system: SumSystem) -> [Int: Int]? {
        let blanks = system.evidence.indices.filter { system.evidence[$0].isBlank }
        guard !blanks.isEmpty else { return nil }
        var evidence = system.evidence
        for cell in blanks { evidence[cell] = .lost }
        return SumSystem(system.structure, evidence: evidence).lostValues
    }
}
