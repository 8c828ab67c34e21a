import SQLiteBridge
import SystemBridge
import Testing

@Suite struct RowsTests {
    /// An answer that has been read to its end does not begin again.
    @Test func theEndIsTheEnd() throws {
        let rows = try Database(path: ":memory:", .create).rows("SELECT 1 UNION SELECT 2")
        var values: [Int?] = []
        for _ in 0..<5 { values.append(try rows.next()?.integer(0)) }
        #expect(values == [1, 2, nil, nil, nil])
    }
}

@Suite struct ParallelTests {
    @Test(arguments: [0, 1, 2, 3, 100, 5000], [0, 1, 2, 7])
    func theOrderIsKept(count: Int, threads: Int) {
        let doubled = Parallel.map(Array(0..<count), threads: threads) { number in
            (0..<(number % 97) * 20).reduce(2 * number) { $0 ^ ($1 & 0) }
        }
        #expect(doubled == (0..<count).map { 2 * $0 })
    }
}
