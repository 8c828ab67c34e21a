import ReportModel

/// The sums of one table with what is known of its cells.
struct SumSystem: Sendable {
    let structure: SumStructure
    let evidence: [CellEvidence]

    /// - Parameter evidence: one for each of the structure's cells.
    init(_ structure: SumStructure, evidence: [CellEvidence]) {
        self.structure = structure
        self.evidence = evidence
    }

    var lostCells: [Int] { evidence.indices.filter { evidence[$0].value == nil } }

    /// What is known, and what the lost cells have to make up for.
    var flow: SumFlow { SumFlow(structure.network, values: evidence.map(\.value)) }

    /// What the sums say of the lost cells, where they leave only one value; nil where they leave none to one of them.
    var lostValues: [Int: Int]? {
        guard case .carried(let carried) = flow.solved() else { return nil }
        let determined = lostCells.filter { carried.isDetermined($0) && carried.values[$0] <= CellValue.largest }
        return Dictionary(uniqueKeysWithValues: determined.map { ($0, carried.values[$0]) })
    }

    /// Every sum with what it lacks as read.
    var rows: [Row] {
        structure.terms.map { terms in
            Row(terms: terms, syndrome: -terms.reduce(0) { $0 + $1.coefficient * (evidence[$1.column].value ?? 0) })
        }
    }

    /// Sum of coefficient × (true value − value read) = `syndrome`.
    struct Row {
        let columns: [Int]
        private let plus: CellSet
        private let minus: CellSet
        /// 0 where the values as read satisfy it.
        let syndrome: Int

        fileprivate init(terms: [(column: Int, coefficient: Int)], syndrome: Int) {
            columns = terms.map(\.column)
            var sides = (plus: CellSet(), minus: CellSet())
            for term in terms {
                if term.coefficient > 0 { sides.plus.insert(term.column) } else { sides.minus.insert(term.column) }
            }
            (plus, minus) = sides
            self.syndrome = syndrome
        }

        func coefficient(of cell: Int) -> Int { plus.contains(cell) ? 1 : minus.contains(cell) ? -1 : 0 }
    }
}
