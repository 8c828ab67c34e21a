/// A set of cells of one table, by their positions: 175 at most, so four words do.
struct CellSet: Sendable, Hashable, Sequence {
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

    func union(_ other: CellSet) -> CellSet {
        var result = self
        result.words |= other.words
        return result
    }

    func intersection(_ other: CellSet) -> CellSet {
        var result = self
        result.words &= other.words
        return result
    }

    func isDisjoint(with other: CellSet) -> Bool { (words & other.words) == .zero }

    var count: Int {
        (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount }
    }

    var isEmpty: Bool { words == .zero }

    func makeIterator() -> Iterator { Iterator(words: words) }

    /// Ascending.
    struct Iterator: IteratorProtocol {
        fileprivate var words: SIMD4<UInt64>
        private var index = 0

        fileprivate init(words: SIMD4<UInt64>) { self.words = words }

        mutating func next() -> Int? {
            while index < 4 {
                let word = words[index]
                if word != 0 {
                    words[index] = word & (word - 1)
                    return index << 6 + word.trailingZeroBitCount
                }
                index += 1
            }
            return nil
        }
    }
}
