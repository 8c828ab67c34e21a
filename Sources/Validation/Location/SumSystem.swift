import ReportModel

/// The sums of one table with what is known of its cells: linear equations in the differences between true and read.
struct SumSystem: Sendable {
    let structure: SumStructure
    let evidence: [CellEvidence]
    let rows: [LinearRow]

    /// - Parameter evidence: one for each of the structure's cells.
    init(_ structure: SumStructure, evidence: [CellEvidence]) {
        self.structure = structure
        self.evidence = evidence
        lostCount = evidence.count { $0.value == nil }
        rows = structure.terms.enumerated().map { index, terms in
            let sum = terms.reduce(0) { $0 + $1.coefficient * (evidence[$1.column].value ?? 0) }
            return LinearRow(terms: terms, syndrome: -sum, origin: index)
        }
    }

    var lostCells: [Int] { evidence.indices.filter { evidence[$0].value == nil } }
    let lostCount: Int
}
