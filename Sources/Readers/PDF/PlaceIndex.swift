/// Finds what stands near a point without looking at everything: a hash table of squares, kept in flat arrays because
/// every string of every page passes through it.
struct PlaceIndex {
    /// In points. Near is at most half of it: then four squares hold all that is near.
    private static let square = 8.0
    /// Any number of strings may stand at one point: the last few are enough to see a repetition.
    private static let mostSteps = 64

    private var heads: [Int32]
    private var nexts: [Int32] = []
    private var indices: [Int32] = []
    private let mask: Int

    init(capacity: Int) {
        var size = 64
        while size < capacity * 2, size < 1 << 20 { size *= 2 }
        heads = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    mutating func insert(_ index: Int, x: Double, y: Double) {
        let slot = slot(Self.number(x), Self.number(y))
        nexts.append(heads[slot])
        indices.append(Int32(truncatingIfNeeded: index))
        heads[slot] = Int32(truncatingIfNeeded: nexts.count - 1)
    }

    /// Whether something in the four squares nearest to the point satisfies the condition, which checks the distance.
    func containsNear(x: Double, y: Double, where condition: (Int) -> Bool) -> Bool {
        let column = Self.number(x)
        let row = Self.number(y)
        let beside = x / Self.square - Double(column) < 0.5 ? column - 1 : column + 1
        let above = y / Self.square - Double(row) < 0.5 ? row - 1 : row + 1
        return contains(column, row, condition) || contains(beside, row, condition)
            || contains(column, above, condition) || contains(beside, above, condition)
    }

    private func contains(_ column: Int, _ row: Int, _ condition: (Int) -> Bool) -> Bool {
        var entry = Int(heads[slot(column, row)])
        var steps = 0
        while entry >= 0, steps < Self.mostSteps {
            if condition(Int(indices[entry])) { return true }
            entry = Int(nexts[entry])
            steps += 1
        }
        return false
    }

    private func slot(_ column: Int, _ row: Int) -> Int {
        var key = UInt64(bitPattern: Int64(column &* 0x1F1F_1F1F &+ row))
        key = (key ^ (key >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: key >> 32) & mask
    }

    private static func number(_ coordinate: Double) -> Int {
        Int(max(-1e6, min(1e6, (coordinate / square).rounded(.down))))
    }
}
