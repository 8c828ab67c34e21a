/// One equation over the cells of a table, sum of coefficient × (true value − value read) = `syndrome`, in integers.
struct LinearRow: Sendable {
    /// Ascending.
    private(set) var columns: [Int]
    private(set) var coefficients: [Int]
    private(set) var support: CellSet
    /// 0 where the values as read satisfy it.
    private(set) var syndrome: Int
    /// The form's equations that went into it, by position.
    private(set) var origins: [Int]

    /// - Parameter terms: by ascending column.
    init(terms: [(column: Int, coefficient: Int)], syndrome: Int, origin: Int) {
        columns = terms.map(\.column)
        coefficients = terms.map(\.coefficient)
        support = CellSet()
        for column in columns { support.insert(column) }
        self.syndrome = syndrome
        origins = [origin]
    }

    var isOriginal: Bool { origins.count == 1 }

    func coefficient(of column: Int) -> Int {
        guard support.contains(column) else { return 0 }
        var low = 0
        var high = columns.count
        while low < high {
            let middle = (low + high) / 2
            if columns[middle] < column { low = middle + 1 } else { high = middle }
        }
        return low < columns.count && columns[low] == column ? coefficients[low] : 0
    }

    /// This equation with `column` removed by means of another that holds it. Stays in integers.
    func eliminating(_ column: Int, by pivot: LinearRow) -> LinearRow {
        let mine = coefficient(of: column)
        let its = pivot.coefficient(of: column)
        guard mine != 0, its != 0 else { return self }
        let shared = Self.commonDivisor(mine.magnitude, its.magnitude)
        let scale = its / shared
        let other = mine / shared
        var result = self
        result.columns.removeAll(keepingCapacity: true)
        result.coefficients.removeAll(keepingCapacity: true)
        result.support = CellSet()
        var i = 0
        var j = 0
        while i < columns.count || j < pivot.columns.count {
            let left = i < columns.count ? columns[i] : Int.max
            let right = j < pivot.columns.count ? pivot.columns[j] : Int.max
            var value = 0
            if left <= right {
                value += coefficients[i] * scale
                i += 1
            }
            if right <= left {
                value -= pivot.coefficients[j] * other
                j += 1
            }
            guard value != 0 else { continue }
            result.columns.append(min(left, right))
            result.coefficients.append(value)
            result.support.insert(min(left, right))
        }
        result.syndrome = syndrome * scale - pivot.syndrome * other
        result.origins = origins + pivot.origins.filter { !origins.contains($0) }
        return result
    }

    private static func commonDivisor(_ a: UInt, _ b: UInt) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return Int(a)
    }
}
