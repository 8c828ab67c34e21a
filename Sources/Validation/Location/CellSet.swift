/// A set of cells of one table, by their positions: 175 at most, so four words do.
struct CellSet: Sendable, Hashable {
    private var words: SIMD4<UInt64> = .zero

    static let capacity = 256

    func contains(_ cell: Int) -> Bool { words[cell >> 6] & (1 << UInt64(cell & 63)) != 0 }

    mutating func insert(_ cell: Int) { words[cell >> 6] |= 1 << UInt64(cell & 63) }

    mutating func remove(_ cell: Int) { words[cell >> 6] &= ~(1 << UInt64(cell & 63)) }

    func subtracting(_ other: CellSet) -> CellSet {
        var result = self
        result.words &= ~other.words
        return result
    }

    func forEach(_ body: (Int) -> Void) {
        for index in 0..<4 {
            var word = words[index]
            while word != 0 {
                body(index << 6 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }

    var count: Int {
        (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount }
    }

    var isEmpty: Bool { words == .zero }
}
