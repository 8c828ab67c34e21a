import Testing

@testable import Scans

struct SheetMapTests {
    private let first = [100.0, 290, 330, 370, 410, 450, 490, 530, 570]

    @Test func innerColumnsAreLaidOverEachOther() throws {
        // The same table a little larger, seen at a slant, with a label column more.
        let second = [95.0, 170, 294, 335, 376, 416.5, 457, 497, 537, 577]
        let map = try #require(SheetMap(laying: second, over: first))
        for (own, target) in zip(second.dropFirst(2), first.dropFirst()) {
            #expect(abs(map.there(own) - target) < 0.01)
            #expect(abs(map.back(target) - own) < 0.01)
        }
        #expect(abs(map.back(map.there(60)) - 60) < 0.01)
        #expect(abs(map.back(map.there(600)) - 600) < 0.01)
    }

    @Test func anotherTablesColumnsAreLeftAlone() throws {
        let disputes = (0...15).map { 100 + Double($0) * 31.3 }
        let map = try #require(SheetMap(laying: disputes, over: first))
        for edge in disputes {
            let stretched = 100 + (edge - 100) / (15 * 31.3) * 470
            #expect(abs(map.there(edge) - stretched) < 0.01)
        }
    }

    @Test func tablesOfDifferentWidthsHaveNothingInCommon() {
        #expect(SheetMap(laying: [100, 300], over: first) == nil)
        #expect(SheetMap(laying: [], over: first) == nil)
        #expect(SheetMap(laying: [100, 100], over: [5, 5]) == nil)
    }
}
