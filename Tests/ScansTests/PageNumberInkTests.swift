import LeptonicaBridge
import Testing

@testable import Scans

struct PageNumberInkTests {
    @Test(arguments: ["第工页共3页", "- 3 -", "一 2 一", "第 1 页", "3/12", "—4-"])
    func isOne(text: String) {
        #expect(PageNumberInk.isPageNumber(text))
    }

    @Test(arguments: ["", "二、主动公开政府信息情况", "2024年1月15日印发", "联系电话：0849-00098852"])
    func isNone(text: String) {
        #expect(!PageNumberInk.isPageNumber(text))
    }

    // MARK: Its place

    private func text(_ x: Int, _ y: Int, _ count: Int) -> [PixelBox] {
        (0..<count).map { PixelBox(x: x + 11 * $0, y: y, width: 9, height: 10) }
    }

    private func place(_ pieces: [PixelBox], below tables: [Int] = []) -> PixelBox? {
        PageNumberInk.place(of: pieces, below: tables, em: 10, height: 1000)
    }

    @Test func aNumberStandsAloneAtTheFoot() {
        let number = PixelBox(x: 300, y: 950, width: 31, height: 10)
        #expect(place(text(100, 700, 40) + text(300, 950, 3)) == number)
        // Dirt below it, the edge of the desk, and the number on the other side that shows through.
        let around = [PixelBox(x: 5, y: 990, width: 2, height: 2), PixelBox(x: 0, y: 0, width: 30, height: 1000)]
        #expect(place(around + text(300, 950, 3) + text(100, 952, 3))?.x == 100)
        #expect(place(text(300, 950, 3), below: [930]) == number)
    }

    @Test func otherLinesAreNone() {
        // The end of a paragraph, a line in a table's reach, a running foot, a page's last paragraph far above.
        #expect(place(text(100, 940, 40) + text(100, 954, 3)) == nil)
        #expect(place(text(300, 950, 3), below: [945]) == nil)
        #expect(place(text(300, 950, 8)) == nil)
        #expect(place(text(100, 700, 3)) == nil)
        #expect(place([]) == nil)
    }
}
