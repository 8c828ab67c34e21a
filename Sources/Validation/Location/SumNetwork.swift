/// The sums of one table as a network: every sum is a node, every cell leads from one to another.
///
/// A detail adds to its row and to its column, a total is what a row adds up to and part of what a column does: once the
/// signs are chosen, every cell enters one sum and leaves another, and a table whose sums hold is a flow that leaves nothing
/// behind anywhere. Which whole numbers not below 0 some cells can hold, given all the others, is then a question of what
/// can flow through them (`SumFlow`), answered exactly and fast. Only the sum of the row （七）总计 is left out: it follows from
/// the others.
struct SumNetwork: Sendable {
    /// By cell.
    let ends: [(tail: Int, head: Int)]
    /// The cells by node.
    let entering: [CellSet]
    let leaving: [CellSet]
    /// For every sum the nodes on one side of its cells: what flows in there flows out again if the sum holds.
    let sides: [UInt64]

    var nodeCount: Int { entering.count }
    /// All nodes.
    let whole: UInt64

    /// - Parameter isImplied: which of the sums follow from the others.
    init(cellCount: Int, terms: [[(column: Int, coefficient: Int)]], isImplied: [Bool]) {
        let kept = terms.indices.filter { !isImplied[$0] }
        var sums = [[(node: Int, coefficient: Int)]](repeating: [], count: cellCount)
        for (node, sum) in kept.enumerated() {
            for term in terms[sum] { sums[term.column].append((node, term.coefficient)) }
        }
        let signs = Self.signs(kept.map { terms[$0] }, sums)
        // Where a sum has cells that no other shares, they lead from or to nowhere.
        let ground = kept.count
        ends = sums.map { sums in
            let into = sums.first { signs[$0.node] * $0.coefficient > 0 }?.node ?? ground
            return (sums.first { signs[$0.node] * $0.coefficient < 0 }?.node ?? ground, into)
        }
        var entering = [CellSet](repeating: CellSet(), count: kept.count + 1)
        var leaving = entering
        for (cell, end) in ends.enumerated() {
            entering[end.head].insert(cell)
            leaving[end.tail].insert(cell)
        }
        self.entering = entering
        self.leaving = leaving
        whole = (1 << UInt64(kept.count + 1)) - 1
        let ends = ends
        sides = terms.indices.map { sum in
            if let node = kept.firstIndex(of: sum) { return 1 << UInt64(node) }
            // What hangs together without its cells.
            let cells = Set(terms[sum].map(\.column))
            var side: UInt64 = 1
            var isGrowing = true
            while isGrowing {
                let before = side
                for (cell, end) in ends.enumerated() where !cells.contains(cell) {
                    let both: UInt64 = 1 << UInt64(end.tail) | 1 << UInt64(end.head)
                    if side & both != 0 { side |= both }
                }
                isGrowing = side != before
            }
            return side
        }
    }

    /// For every sum 1 or -1, such that each cell enters one of its sums and leaves the other.
    private static func signs(
        _ terms: [[(column: Int, coefficient: Int)]], _ sums: [[(node: Int, coefficient: Int)]]
    ) -> [Int] {
        var signs = [Int](repeating: 0, count: terms.count)
        for start in terms.indices where signs[start] == 0 {
            signs[start] = 1
            var open = [start]
            while let node = open.popLast() {
                for term in terms[node] {
                    for other in sums[term.column] where signs[other.node] == 0 {
                        signs[other.node] = -signs[node] * term.coefficient * other.coefficient
                        open.append(other.node)
                    }
                }
            }
        }
        return signs
    }

    /// The cells that lead into a set of nodes, and those that lead out of it.
    func crossing(_ nodes: UInt64) -> (entering: CellSet, leaving: CellSet) {
        let isLarge = nodes.nonzeroBitCount * 2 > nodeCount
        var ins = CellSet()
        var outs = CellSet()
        for node in NodeSequence(isLarge ? whole & ~nodes : nodes) {
            ins = ins.union(entering[node])
            outs = outs.union(leaving[node])
        }
        let (into, out) = (ins.subtracting(outs), outs.subtracting(ins))
        return isLarge ? (out, into) : (into, out)
    }
}

/// The nodes of a set, ascending.
struct NodeSequence: Sequence, IteratorProtocol {
    private var rest: UInt64

    init(_ nodes: UInt64) { rest = nodes }

    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest - 1 }
        return rest.trailingZeroBitCount
    }
}
