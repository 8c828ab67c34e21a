import ReportModel
import Testing

@testable import Forms

/// The form filled from grids whose cells no lines part.
@Suite struct OpenGridTests {
    private let form = PrintedForm()

    private func figures(_ table: FormTable, _ report: Report?) throws -> [Figure] {
        try #require(report).figures.filter { $0.id.table == table }
    }

    private func blankDisputes(wordsBelow top: Double, _ words: String = "五、存在的主要问题及改进情况") throws -> [Figure] {
        var headers = PrintedForm.table(Array(form.disputes.dropLast()), .unruled)
        headers.places = [Place(page: 1, box: Box(x: 0, y: 0, width: 750, height: 40))]
        let line = TextLine(
            text: words, place: Place(page: 1, box: Box(x: 50, y: top, width: 200, height: 12)), fontSize: 12,
            columnStart: 50, columnEnd: 250)
        return try figures(
            .disputes,
            PrintedForm.report([
                .table(PrintedForm.table(form.disclosure)), .table(PrintedForm.table(form.applications)),
                .table(headers), .line(line),
            ]))
    }

    @Test func headersAloneWithRoomBelowAreARowOfBlanks() throws {
        let figures = try blankDisputes(wordsBelow: 70)
        #expect(figures.map(\.status) == Array(repeating: .empty, count: 15))
        #expect(figures.first?.places.first == Place(page: 1, box: Box(x: 5, y: 40, width: 40, height: 10)))
        #expect(figures.last?.places.first == Place(page: 1, box: Box(x: 705, y: 40, width: 40, height: 10)))
    }

    @Test func headersWithoutRoomBelowThemHaveNoFigures() throws {
        #expect(try blankDisputes(wordsBelow: 48).allSatisfy { $0.status == .missing })
    }

    @Test func numbersBelowTheHeadersAreNoBlanks() throws {
        #expect(try blankDisputes(wordsBelow: 70, "0 0 1 0 1 0 0 0 0 0 0 0 0 0 0").allSatisfy { $0.status == .missing })
    }

    /// The headers came out of the page as lines, 行政复议 beside 行政诉讼 or above it, in any order.
    private func linesOfHeaders(_ last: String = "尚未审结 总计", nextAt top: Double = 160, _ next: String = "五、存在的主要问题及改进情况")
        throws
        -> [Figure]
    {
        let texts = [
            "行政诉讼", "行政复议", "未经复议直接起诉讼 复议后起诉", "结果 结果 其他 尚未 总计 结果 结果 其他 尚未", "维持 纠正 结果 审结 维持 纠正 结果 审结",
            "总 计 结果维持 结果纠正 其他结果", last,
        ]
        let lines = (texts + [next]).enumerated().map { index, text in
            DocumentLayout.Block.line(
                TextLine(
                    text: text,
                    place: Place(
                        page: 1,
                        box: Box(x: 50, y: index < texts.count ? Double(index) * 20 : top, width: 300, height: 12)),
                    fontSize: 12, columnStart: 50, columnEnd: 350))
        }
        return try figures(
            .disputes,
            PrintedForm.report(
                [.table(PrintedForm.table(form.disclosure)), .table(PrintedForm.table(form.applications))] + lines))
    }

    @Test func headersInLinesWithRoomBelowAreARowOfBlanks() throws {
        let figures = try linesOfHeaders()
        #expect(figures.map(\.status) == Array(repeating: .empty, count: 15))
        #expect(figures.first?.places.first == Place(page: 1, box: Box(x: 50, y: 132, width: 20, height: 12)))
    }

    @Test func headersInLinesThatFiguresMayFollow() throws {
        #expect(try linesOfHeaders("尚未审结").allSatisfy { $0.status == .missing }, "a header is lost")
        #expect(try linesOfHeaders("尚未审结 总计 0").allSatisfy { $0.status == .missing })
        #expect(try linesOfHeaders(nextAt: 136).allSatisfy { $0.status == .missing }, "no room")
        #expect(try linesOfHeaders(nextAt: 160, "0 0 1 0 1").allSatisfy { $0.status == .missing })
        #expect(try linesOfHeaders(nextAt: 160, "无 无 无 无 无").allSatisfy { $0.status == .missing })
    }

    @Test func aGroupInOneCellWithItsFirstRow() throws {
        let row = try #require(form.applications.firstIndex { $0[2] == "1.信访举报投诉类申请" })
        var rows = form.applications
        rows[row][2] = "（五）不予处理 1.信访举报投诉类申\n请（填数字）"
        rows[row][1] = ""
        let found = try figures(
            .applications, PrintedForm.report([PrintedForm.table(form.disclosure), PrintedForm.table(rows)]))
        let petition = found.filter { $0.id.row == "rejected.petition" }
        #expect(petition.map(\.printed) == Array(rows[row][3...]))
        #expect(petition.allSatisfy { $0.doubts.isEmpty })
    }

    @Test(arguments: [true, false])
    func aRowWhoseLabelStandsOverleaf(isLabelFirst: Bool) throws {
        let row = try #require(form.applications.firstIndex { $0[2].hasPrefix("5.要求行政机关确认") })
        let labels = Array(form.applications[row][..<3]) + Array(repeating: "", count: 7)
        let numbers = Array(repeating: "", count: 3) + Array(form.applications[row][3...])
        var table = PrintedForm.table(
            form.applications[..<row] + (isLabelFirst ? [labels, numbers] : [numbers, labels])
                + form.applications[(row + 1)...])
        for index in table.cells.indices where table.cells[index].row > row {
            table.cells[index].parts[0].outline.page = 2
        }
        let found = try figures(
            .applications, PrintedForm.report([PrintedForm.table(form.disclosure), table]))
        let reissue = found.filter { $0.id.row == "rejected.reissue" }
        #expect(reissue.map(\.printed) == Array(form.applications[row][3...]))
        #expect(reissue.allSatisfy { $0.doubts.isEmpty })
    }

    /// 其他 and 总计 in one column, the figures of one of them below.
    private func fused(isTotalBlank: Bool) -> Table {
        var rows = form.applications
        let kept = isTotalBlank ? 8 : 9
        for row in rows.indices { rows[row].remove(at: kept == 8 ? 9 : 8) }
        rows[0][8] = ""
        var table = PrintedForm.table(rows, .unruled)
        for (label, x) in [("其他", 405.0), ("总计", 455.0)] {
            let ink = Box(x: x, y: label == "其他" ? 11 : 5, width: 40, height: 4)
            table.cells.append(
                Cell(
                    row: label == "其他" ? 1 : 0, column: 8, text: label,
                    parts: [CellPart(outline: Place(page: 1, box: ink), ink: ink, text: label)]))
        }
        // A row of headers more than before.
        for index in table.cells.indices where table.cells[index].row > 0 && table.cells[index].text != "其他" {
            table.cells[index].row += 1
        }
        table.cells.removeAll { $0.text.isEmpty && $0.column == 8 && $0.row < 2 }
        table.rowCount += 1
        if !isTotalBlank {
            for index in table.cells.indices where table.cells[index].column == 8 && table.cells[index].row > 1 {
                table.cells[index].parts[0].ink?.x += 50
            }
        }
        return table
    }

    /// Nothing stands below 总计, and 其他 has come into one column with it.
    @Test(arguments: [true, false])
    func aHeaderWithNothingBelowIt(isTotalBlank: Bool) throws {
        let found = try figures(
            .applications,
            PrintedForm.report([PrintedForm.table(form.disclosure), fused(isTotalBlank: isTotalBlank)]))
        let printed = found.filter { $0.id.column == (isTotalBlank ? "other" : "total") }
        #expect(printed.map(\.printed) == form.applications[1...].map { $0[isTotalBlank ? 8 : 9] })
        #expect(printed.allSatisfy { $0.doubts.isEmpty })
        #expect(found.filter { $0.id.column == (isTotalBlank ? "total" : "other") }.allSatisfy { $0.amount == nil })
    }

    /// One figure more, below the header that has no others.
    @Test func aHeaderWithOneFigureBelowIt() throws {
        var table = fused(isTotalBlank: true)
        let index = try #require(table.cells.firstIndex { $0.column == 8 && $0.row == table.rowCount - 1 })
        table.cells[index].parts[0].ink?.x += 50
        let found = try figures(
            .applications, PrintedForm.report([PrintedForm.table(form.disclosure), table]))
        let printed = table.cells[index].text
        #expect(found.filter { $0.id.column == "other" }.last?.printed == printed)
        #expect(found.filter { $0.id.column == "other" }.allSatisfy { !$0.doubts.isEmpty })
    }

    @Test func blanksBetweenGroupsOfDigitsWhereEveryColumnHasItsFigure() throws {
        var rows = form.applications
        rows[5] = rows[5][..<3] + (0..<7).map { "1 23\($0)" }
        let complete = try figures(
            .applications, PrintedForm.report([PrintedForm.table(form.disclosure), PrintedForm.table(rows)]))
        #expect(complete.first { $0.printed == "1 230" }?.doubts == [])
        rows[5][9] = ""
        let open = try figures(
            .applications, PrintedForm.report([PrintedForm.table(form.disclosure), PrintedForm.table(rows)]))
        #expect(open.first { $0.printed == "1 230" }?.doubts == [FigureText.spaceInDigits])
    }

    /// A mark beside the last header looks like a figure.
    @Test func aMarkBesideAHeaderMakesNoRowOfFigures() throws {
        var rows = form.disputes
        rows[1][14] = "1D总计"
        let found = try figures(
            .disputes,
            PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(form.applications), PrintedForm.table(rows),
            ]))
        #expect(found.map(\.printed) == form.disputes[2])
        #expect(found.allSatisfy { $0.status == .ok || $0.id.column == "total" })
    }

    /// As seen on a fax (fax-horizontal): a page's end parts the last headers from the others, and beside one of those stands
    /// what is left of a line.
    @Test(arguments: [1, 2]) func aMarkBesideTheLastOfTheFirstHeadersMakesNoRowOfFigures(marks: Int) throws {
        var first = Array(repeating: "", count: 15)
        first.replaceSubrange(2..<4, with: ["其他结果", "_"])
        if marks > 1 { first[4] = "_" }
        var last = form.disputes[1]
        last.replaceSubrange(0..<3, with: repeatElement("", count: 3))
        var groups = form.disputes[0]
        groups[0] = "结果维持"
        groups[1] = "结果纠正"
        let found = try figures(
            .disputes,
            PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(form.applications),
                PrintedForm.table([groups, first, last, form.disputes[2]], .partlyRuled),
            ]))
        #expect(found.map(\.printed) == form.disputes[2])
    }

    private func tornDisputes(_ heads: [Int: String], _ figures: [Int]) throws -> [Figure] {
        var rows = [form.disputes[0], form.disputes[1].map { $0 == "总计" ? $0 : "" }, figures.map(String.init)]
        for (column, head) in heads { rows[1][column] = head }
        return try self.figures(
            .disputes,
            PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(form.applications),
                PrintedForm.table(rows, .unruled),
            ]))
    }

    /// The headers of the groups end the page before.
    @Test func columnsWithoutTheirGroupsAreInTheFormsOrder() throws {
        let found = try figures(
            .disputes,
            PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(form.applications),
                PrintedForm.table([form.disputes[0]]), PrintedForm.table(Array(form.disputes[1...]), page: 2),
            ]))
        #expect(found.map(\.printed) == form.disputes[2])
        #expect(found.allSatisfy { $0.doubts.isEmpty && $0.confidence > 0.98 })
    }

    private static let groups = [20, 0, 3, 4, 27, 11, 25, 3, 0, 39, 18, 4, 22, 16, 60]

    @Test func tornHeadersWithGroupsThatAddUpAreInTheFormsOrder() throws {
        let found = try tornDisputes([3: "尚未", 8: "尚未", 13: "尚未", 5: "结果"], Self.groups)
        #expect(found.map { $0.amount?.count } == Self.groups)
        #expect(found.allSatisfy { $0.status == .ok && $0.doubts.isEmpty })
    }

    /// A stroke of a pen among headers that are a table of their own.
    @Test func aMarkInATableOfHeadersIsNoFigure() throws {
        let found = try figures(
            .disputes,
            PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(form.applications),
                PrintedForm.table([["", "行政诉讼", ""], ["行政复议", "", "—"], ["", "未经复议直接起诉", "复议后起诉"]], .partlyRuled),
                PrintedForm.table([form.disputes[1], Self.groups.map(String.init)], .partlyRuled),
            ]))
        #expect(found.map { $0.amount?.count } == Self.groups)
        #expect(found.allSatisfy { $0.status == .ok })
    }

    @Test func tornHeadersAloneAreNoProofOfTheOrder() throws {
        var broken = Self.groups
        broken[3] = 5
        let found = try tornDisputes([3: "尚未", 8: "尚未", 13: "尚未"], broken)
        #expect(found.map { $0.amount?.count } == broken)
        #expect(found.allSatisfy { $0.doubts == ["column.place-only"] })
        // What is left of headers that ran into one another is no header.
        let fused = try tornDisputes([3: "尚未", 8: "尚未", 13: "尚未", 0: "正", 5: "持"], Self.groups)
        #expect(fused.allSatisfy { $0.status == .ok && $0.doubts.isEmpty })
        // A header that stands elsewhere speaks against the order.
        let moved = try tornDisputes([3: "结果维持", 8: "尚未", 13: "尚未"], Self.groups)
        #expect(moved.allSatisfy { $0.status != .ok })
    }

    /// A sheet on which nothing but a row's label is left of the table, before one with its figures.
    @Test func aPageWithoutColumnsIsNoneToStandBelow() throws {
        let figures = PrintedForm.table(Array(form.applications[1...]), page: 2, .unruled)
        let part = StatutoryPart(kind: .applications, grid: TableGrid(figures), rows: 0..<figures.rowCount)
        #expect(ColumnExtents(part).columns(below: []) == nil)
    }

    /// The rest of the table overleaf, where a seal has left something like a figure beside the columns.
    @Test(arguments: [1, 3])
    func whatASealLeavesIsNoColumn(strays: Int) throws {
        let upper = PrintedForm.table(Array(form.applications[...9]), .unruled)
        var rows = form.applications[10...].map { Array($0[..<5]) + [""] + Array($0[5...]) }
        for row in 0..<strays { rows[2 + row][5] = "6" }
        var lower = PrintedForm.table(rows, page: 2, .unruled)
        for index in lower.cells.indices where lower.cells[index].column >= 5 {
            // Between 商业企业 and 科研机构.
            let shift = lower.cells[index].column == 5 ? 25.0 : 50
            lower.cells[index].parts[0].outline.box.x -= shift
            lower.cells[index].parts[0].ink?.x -= shift
        }
        let found = try figures(
            .applications,
            PrintedForm.report([PrintedForm.table(form.disclosure), upper, lower, PrintedForm.table(form.disputes)]))
        #expect(found.map(\.printed) == form.applications.dropFirst().flatMap { $0[3...] })
        let doubted = Set(found.filter { !$0.doubts.isEmpty }.map(\.id.row))
        // A column of three is none of debris.
        #expect(doubted.count == (strays == 1 ? 1 : form.applications.count - 10))
    }

    /// 4 065 and 1 360, whose first digits stand as near to the labels as to the rest, on whichever of their lines.
    @Test(arguments: [" 4", " 4\n（续）"]) func aNumberBehindALabelMayBeAFigures(_ rest: String) throws {
        var bent = form
        bent.applications[1][2] += rest
        bent.applications[1][3] = "065"
        bent.disclosure[2][0] += " 1"
        bent.applications[2][2] += "[4]"
        let report = try bent.report()
        let first = try figures(.applications, report)
        #expect(first[..<7].allSatisfy { $0.doubts.contains(StrayFigures.doubt) })
        #expect(first[7..<14].allSatisfy { $0.status == .ok })
        let disclosed = try figures(.disclosure, report)
        #expect(disclosed.prefix(4).map { $0.doubts.contains(StrayFigures.doubt) } == [true, true, true, false])
    }
}
