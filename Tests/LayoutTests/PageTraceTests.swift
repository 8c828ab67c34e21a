import Layout
import ReportModel
import Testing

@Suite struct PageTraceTests {
    /// Every line, run and cell of the page is drawn; a part over pages in its own colour.
    @Test func marksWhatWasSeen() throws {
        var first = DrawnPage()
        first.table([["项目", "数量", "单位"], ["甲", "1", "件"]], x: [100, 200, 300, 400], top: 700)
        var second = DrawnPage(number: 2)
        second.table([["项目", "数量", "单位"], ["乙", "2", "件"]], x: [100, 200, 300, 400], top: 100)
        let tables = layout(first, second).tables
        #expect(tables.count == 1)

        let trace = PageTrace(first.page)
        #expect(trace.lines.count == 7)
        #expect(trace.runs.count == 6)
        let marks = trace.marks(tables)
        #expect(marks.count { $0.shape == .fill } == 6)
        #expect(marks.contains { $0.shape == .text("1,1") })
        // The frame around a table that goes on overleaf.
        let frame = Box(x: 100, y: 700, width: 300, height: 48).insetBy(-2)
        #expect(marks.contains { $0.shape == .outline && abs($0.box.x - frame.x) < 1 && $0.box.width > 290 })
        #expect(PageTrace(second.page).marks(tables).count { $0.shape == .fill } == 3)
    }
}
