import Forms
import ReportModel
import Testing

enum FormReaderForTests {
    static func reports(_ layout: DocumentLayout) throws -> [Report] {
        try FormReader.reports(in: layout, source: "test")
    }
}

/// The form filled from tables that are printed as they should be, and from bent ones.
@Suite struct GridReadingTests {
    private func value(_ report: Report, _ row: String, _ column: String) -> Figure? {
        report.figures.first { $0.id == FigureID(.applications, row, column) }
    }

    @Test(arguments: FormVersion.allCases)
    func everyFigureOfAPlainForm(_ version: FormVersion) throws {
        let report = try #require(try PrintedForm(version).report())
        #expect(report.forms == FormVersions(version))
        #expect(report.figures.allSatisfy { $0.status == .ok })
        #expect(Set(report.figures.map(\.printed)).count > 175, "figures stand in each other's places")
        #expect(value(report, "carried_forward", "total")?.printed == (version == .form2021 ? "1246" : "1226"))
    }

    /// An office's own table counts 行政复议 and 行政诉讼 for the offices below it: it is no table of the form, nor the
    /// beginning of another report.
    @Test(arguments: [0, 1, 2]) func anAnnexIsNoDisputesTable(place: Int) throws {
        let form = PrintedForm()
        let annex = [
            ["单位", "主动公开信息数", "行政复议", "行政诉讼", "总计"], ["青石镇", "20", "1", "0", "21"], ["白桦镇", "35", "0", "2", "37"],
        ]
        var tables = [form.disclosure, form.applications, form.disputes]
        tables.insert(annex, at: place)
        let blocks = tables.map { DocumentLayout.Block.table(PrintedForm.table($0)) }
        let layout = DocumentLayout(
            blocks: blocks,
            pages: [PageSummary(number: 1, width: 595, height: 842, method: .text, state: .readable, warnings: [])])
        let reports = try FormReaderForTests.reports(layout)
        #expect(reports.count == 1)
        #expect(reports[0].figures.allSatisfy { $0.status == .ok })
    }

    @Test func rowsAreFollowedByTheirLabels() throws {
        var form = PrintedForm()
        form.applications.swapAt(5, 9)
        let report = try #require(try form.report())
        #expect(value(report, "refused.state_secret", "total")?.amount == 1046)
        #expect(value(report, "refused.internal", "total")?.amount == 1086)
        #expect(report.figures.allSatisfy { $0.status == .ok })
        #expect(report.findings.contains { $0.rule == "form.order" })
    }

    @Test func columnsAreFollowedByTheirLabels() throws {
        var form = PrintedForm()
        form.applications[0].swapAt(4, 5)
        let report = try #require(try form.report())
        #expect(value(report, "new", "enterprise")?.amount == 1002)
        #expect(value(report, "new", "research")?.amount == 1001)
    }

    /// A header of the wrong breadth moves those behind it: the rows add up in the form's order, and tell. Where they add
    /// up as the headers say, the office has moved a column.
    @Test(arguments: [(["5", "2", "0", "0", "0", "1", "8"], false), (["5", "2", "0", "0", "0", "8", "1"], true)])
    func headersThatTheSumsContradictAreInDoubt(figures: [String], isMoved: Bool) throws {
        var form = PrintedForm()
        form.applications[0].swapAt(8, 9)
        for row in form.applications.indices.dropFirst() { form.applications[row].replaceSubrange(3..., with: figures) }
        let report = try #require(try form.report())
        #expect(value(report, "new", "total")?.status == (isMoved ? .ok : .suspect))
        #expect(value(report, "new", "other")?.status == (isMoved ? .ok : .suspect))
        #expect(value(report, "new", "natural_person")?.status == .ok)
    }

    @Test func aMisprintedLabelInItsPlaceIsRead() throws {
        var form = PrintedForm()
        form.applications[6][2] = "2.其他法律行政止公开"
        let report = try #require(try form.report())
        #expect(value(report, "refused.prohibited_by_law", "total")?.status == .ok)
        #expect(report.findings.contains { $0.rule == "form.label" && $0.found == "2.其他法律行政止公开" })
    }

    @Test func aRowWithoutALabelIsInDoubt() throws {
        var form = PrintedForm()
        form.applications[6][2] = ""
        let report = try #require(try form.report())
        #expect(value(report, "refused.prohibited_by_law", "total")?.status == .suspect)
    }

    /// Off a picture a label that was misread says nothing; rows with whole labels above and below say which it is.
    @Test(arguments: ["", "丨迁一以公并"])
    func aMisreadLabelOffAPictureIsHeldByItsNeighbours(label: String) throws {
        var form = PrintedForm()
        form.applications[6][2] = label
        let report = try #require(try form.report(method: .ocr))
        #expect(value(report, "refused.prohibited_by_law", "total")?.status == .ok)
        #expect(value(report, "refused.prohibited_by_law", "total")?.amount == 1056)
    }

    /// A whole label out of its order, in whose place another row stands, was misread: neither row takes the other's figures.
    @Test(arguments: ["全) 不 |2 重复申请", "", "二、莫复巾清"])
    func aWholeLabelOffAPictureMayBeMisread(label: String) throws {
        var form = PrintedForm()
        form.applications[17][2] = label
        form.applications[19][2] = "2.重复申请"
        let report = try #require(try form.report(method: .ocr))
        #expect(value(report, "rejected.duplicate", "total")?.amount == 1166)
        let misread = try #require(value(report, "rejected.excessive", "total"))
        #expect(misread.amount == 1186 && misread.status == .suspect)
        // Rows that an office moved keep their labels' figures.
        form = PrintedForm()
        form.applications.swapAt(5, 9)
        let moved = try #require(try form.report(method: .ocr))
        #expect(value(moved, "refused.state_secret", "total")?.amount == 1046)
        #expect(value(moved, "refused.internal", "total")?.amount == 1086)
    }

    @Test func aLabelOffAPictureThatIsAnotherRowsIsInDoubt() throws {
        var form = PrintedForm()
        form.applications[6][2] = "8.属于行政查讯事项"
        form.applications[12][2] = ""
        let report = try #require(try form.report(method: .ocr))
        #expect(value(report, "refused.prohibited_by_law", "total")?.status != .ok)
    }

    @Test func aLabelPrintedTwiceIsInDoubt() throws {
        var form = PrintedForm()
        form.applications[6][2] = form.applications[7][2]
        let report = try #require(try form.report())
        for row in ["refused.prohibited_by_law", "refused.stability"] {
            #expect(value(report, row, "total")?.status != .ok)
        }
    }

    @Test func aMissingRowIsMissing() throws {
        var form = PrintedForm()
        form.applications.remove(at: 10)
        let report = try #require(try form.report())
        #expect(
            report.figures.filter { $0.status == .missing }.map(\.id.row)
                == Array(repeating: "refused.process", count: 7))
        #expect(report.findings.contains { $0.rule == "form.row" && $0.figures.count == 7 })
        #expect(report.figures.filter { $0.status != .missing }.allSatisfy { $0.status == .ok })
    }

    @Test func aCellOfTwoColumnsIsInDoubt() throws {
        let form = PrintedForm()
        var table = PrintedForm.table(form.applications)
        let merged = try #require(table.cells.firstIndex { $0.row == 5 && $0.column == 4 })
        table.cells[merged].columnSpan = 2
        table.cells[merged].parts[0].outline.box.width = 100
        table.cells[merged].parts[0].ink = Box(x: 240, y: 105, width: 20, height: 10)
        table.cells.removeAll { $0.row == 5 && $0.column == 5 }
        let report = try #require(
            try PrintedForm.report([PrintedForm.table(form.disclosure), table, PrintedForm.table(form.disputes)]))
        let row = report.figures.filter { $0.id.row == "refused.state_secret" }
        #expect(row.map(\.status) == [.ok, .suspect, .suspect, .ok, .ok, .ok, .ok])
    }

    /// 1041 1042 in one cell: the second has left its own.
    @Test func aBlankBesideTwoNumbersIsInDoubt() throws {
        var form = PrintedForm()
        form.applications[5][4] += " " + form.applications[5][5]
        form.applications[5][5] = ""
        let report = try #require(try form.report())
        let row = report.figures.filter { $0.id.row == "refused.state_secret" }
        #expect(row.map(\.status) == [.ok, .suspect, .suspect, .ok, .ok, .ok, .ok])
        #expect(row[2].doubts == ["figure.beside-spaced"])
    }

    @Test func aRowThatIsThereTwiceIsInDoubt() throws {
        var form = PrintedForm()
        form.applications.insert(["", "", "3.其他"] + Array(repeating: "9", count: 7), at: 23)
        let report = try #require(try form.report())
        #expect(
            report.figures.filter { $0.status == .suspect }.map(\.id.row) == Array(repeating: "other.other", count: 7))
    }

    @Test func anExtraRowIsNoFigureOfTheForm() throws {
        var form = PrintedForm()
        form.applications.insert(["", "", "其中：简易程序办理"] + Array(repeating: "9", count: 7), at: 3)
        let report = try #require(try form.report())
        #expect(report.figures.allSatisfy { $0.status == .ok })
        #expect(!report.figures.contains { $0.id.table == .applications && $0.printed == "9" })
        #expect(report.findings.contains { $0.rule == "form.row" && $0.found == "其中：简易程序办理" })
    }

    @Test(arguments: [true, false])
    func aRowCutByThePageKeepsItsFigures(_ figuresAbove: Bool) throws {
        let form = PrintedForm()
        var upper = Array(form.applications[...6])
        var lower = Array(form.applications[6...])
        upper[6][2] = "2.其他法律行"
        lower[0][2] = "政法规禁止公开"
        let blanks = Array(repeating: "", count: 7)
        if figuresAbove {
            lower[0].replaceSubrange(3..., with: blanks)
        } else {
            upper[6].replaceSubrange(3..., with: blanks)
        }
        let report = try #require(
            try PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(upper), PrintedForm.table(lower, page: 2),
                PrintedForm.table(form.disputes),
            ]))
        #expect(value(report, "refused.prohibited_by_law", "natural_person")?.amount == 1050)
        #expect(report.figures.allSatisfy { $0.status == .ok })
    }

    @Test func figuresBesideABlankRowAreNotLost() throws {
        var form = PrintedForm()
        // The figures have slid out of their row, and nothing says which one they belong to.
        form.applications.insert(["", "", ""] + form.applications[6][3...], at: 7)
        form.applications[6].replaceSubrange(3..., with: Array(repeating: "", count: 7))
        let report = try #require(try form.report())
        #expect(value(report, "refused.prohibited_by_law", "total")?.status != .empty)
    }

    @Test func brokenDigitsAreSettledByTheSums() throws {
        var form = PrintedForm()
        for row in form.applications.indices.dropFirst() {
            form.applications[row].replaceSubrange(3..., with: Array(repeating: "0", count: 7))
        }
        for row in [1, 3, 24] {
            form.applications[row][3] = "90566"
            form.applications[row][9] = "90566"
        }
        form.applications[1][3] = "9056\n6"
        let right = try #require(try form.report())
        #expect(value(right, "new", "natural_person")?.amount == 90566)
        #expect(value(right, "new", "natural_person")?.status == .ok)
        form.applications[1][9] = "9062"
        let wrong = try #require(try form.report())
        #expect(value(wrong, "new", "natural_person")?.status == .suspect)
    }

    @Test func disputesPrintedAsTwoTables() throws {
        let form = PrintedForm()
        let reconsideration = form.disputes.map { Array($0[..<5]) }
        let litigation = form.disputes.map { Array($0[5...]) }
        let report = try #require(
            try PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(form.applications),
                PrintedForm.table(reconsideration), PrintedForm.table(litigation),
            ]))
        let figures = report.figures.filter { $0.id.table == .disputes }
        #expect(figures.map(\.printed) == (500..<515).map(String.init))
        #expect(figures.allSatisfy { $0.status == .ok })
    }

    @Test func aFigurePaintedOverIsInDoubt() throws {
        let form = PrintedForm()
        var page = PageSummary(number: 1, width: 595, height: 842, method: .text, state: .readable, warnings: [])
        // The cell of 规章, 本年制发件数.
        page.covers = [Box(x: 50, y: 40, width: 50, height: 20)]
        let layout = DocumentLayout(
            blocks: [.table(PrintedForm.table(form.disclosure)), .table(PrintedForm.table(form.disputes, page: 2))],
            pages: [page])
        let report = try #require(try FormReaderForTests.reports(layout).first)
        let doubtful = report.figures.filter { $0.status == .suspect }
        #expect(doubtful.map(\.id) == [FigureID(.disclosure, "regulations", "issued")])
    }

    @Test func otherTablesAreNoReport() {
        let budget = PrintedForm.table([["科目", "预算数", "决算数"], ["行政许可", "12", "13"], ["其他", "5", "6"]])
        #expect(throws: ReadFailure.self) { try PrintedForm.report([budget]) }
    }
}
