import ReportModel
import Testing

@testable import Forms

/// Figures below headers without lines: whose they are, their row's other figures say.
@Suite struct FigureAnchorsTests {
    /// Headers 30 wide, 100 apart.
    private let headers = (0..<5).map { Double($0 * 100)...Double($0 * 100 + 30) }

    private func homes(_ figures: [ClosedRange<Double>], _ guesses: [Int]) -> [Int]? {
        FigureAnchors.homes(of: figures, under: headers, guesses: guesses)
    }

    @Test func figuresAtTheirColumnsEdge() {
        // Set left, thirty before the headers' middle: the last was put under the header before its own.
        let left = [-30.0...(-20), 70...90, 170...180, 370...380]
        #expect(homes(left, [0, 1, 2, 3]) == [0, 1, 2, 4])
        #expect(homes(left, [0, 1, 2, 4]) == [0, 1, 2, 4])
        let right = [30.0...50, 140...150, 220...250, 440...450]
        #expect(homes(right, [0, 1, 2, 4]) == [0, 1, 2, 4])
    }

    @Test func figuresBetweenTwoHeaders() {
        #expect(homes([10...20, 110...120, 210...220, 360...370], [0, 1, 2, 3]) == nil)
        #expect(homes([10...20, 110...120, 200...210, 230...240], [0, 1, 2, 3]) == nil, "two under one")
    }

    @Test func tooFewFiguresToKnow() {
        #expect(homes([5...15, 310...320], [0, 3]) == [0, 3])
        #expect(homes([5...15, 270...280], [0, 3]) == nil)
    }

    /// The grid has the last but one figure of a row set left in the column of 其他结果.
    @Test func aDisputesTableWhoseGridIsOneColumnOff() throws {
        let form = PrintedForm()
        var rows = form.disputes
        rows[2] = ["1", "2", "3", "4", "10", "5", "6", "7", "8", "26", "1", "2", "9", "", "12"]
        var table = PrintedForm.table(rows, .partlyRuled)
        for index in table.cells.indices where table.cells[index].row == 2 {
            table.cells[index].parts[0].ink?.x -= 15
            if table.cells[index].column == 12 { table.cells[index].parts[0].ink?.x += 50 }
        }
        let found = try #require(
            try PrintedForm.report([PrintedForm.table(form.disclosure), PrintedForm.table(form.applications), table]))
        let last = found.figures.filter { $0.id.row == "litigation_after_reconsideration" }
        #expect(last.map(\.printed) == ["1", "2", "", "9", "12"])
        #expect(last.map(\.status) == [.ok, .ok, .empty, .ok, .ok])
        #expect(last[2].places == [Place(page: 1, box: Box(x: 605, y: 40, width: 40, height: 20))])
    }
}
