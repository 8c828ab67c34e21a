import ReportModel
import Testing

@testable import Forms

/// The form filled from grids that have lost columns, rows or the line between two tables.
@Suite struct BentGridTests {
    private let form = PrintedForm()

    private func report(_ applications: [Table]) throws -> Report {
        try #require(
            try PrintedForm.report(
                [PrintedForm.table(form.disclosure)] + applications + [PrintedForm.table(form.disputes)]))
    }

    private func figure(_ report: Report, _ row: String, _ column: String) throws -> Figure {
        try #require(report.figures.first { $0.id == FigureID(.applications, row, column) })
    }

    @Test func bothDisputeTablesInOneGrid() throws {
        let reconsideration = form.disputes.map { Array($0[..<5]) + Array(repeating: "", count: 5) }
        let litigation = form.disputes.map { Array($0[5...]) }
        let blank = Array(repeating: "", count: 10)
        let report = try #require(
            try PrintedForm.report([
                PrintedForm.table(form.disclosure), PrintedForm.table(form.applications),
                PrintedForm.table(reconsideration + [blank] + litigation),
            ]))
        let figures = report.figures.filter { $0.id.table == .disputes }
        #expect(figures.map(\.printed) == (500..<515).map(String.init))
    }

    /// As seen on a scan (mild200-full): 本年度办理, out of its cell, was taken for a heading of the first table, and the rows
    /// from there on for its own.
    @Test func aHeadingBesideARowBeginsNoOtherTable() throws {
        var rows = form.applications
        let row = try #require(rows.firstIndex { $0.contains { $0.contains("予以公开") } })
        rows[row][0] = "本年增\n/减"
        let report = try report([PrintedForm.table(rows)])
        let form = try #require(try self.form.report())
        for row in ["carried_over", "granted", "total"] {
            let own = try figure(report, row, "natural_person")
            #expect(own.printed == (try figure(form, row, "natural_person")).printed && own.status == .ok)
        }
    }

    /// As seen on a scan (seal-outer): the heads' lower lines had run together below 商业.
    @Test func aHeadOverItsNeighboursColumnHasTheOneThatIsLeft() throws {
        var table = PrintedForm.table(form.applications)
        let research = try #require(table.cells.firstIndex { $0.text == "科研机构" })
        // A row of its own below the other heads, over both columns.
        for index in table.cells.indices where table.cells[index].row > 0 { table.cells[index].row += 1 }
        table.rowCount += 1
        table.cells[research].row = 1
        table.cells[research].column -= 1
        table.cells[research].columnSpan = 2
        let report = try report([table])
        let form = try #require(try self.form.report())
        for row in ["new", "granted", "total"] {
            for column in ["enterprise", "research", "social"] {
                let own = try figure(report, row, column)
                #expect(own.printed == (try figure(form, row, column)).printed)
                #expect(!own.doubts.contains("figure.several"))
            }
        }
    }

    /// As seen on a scan (mild200-horizontal): each page's columns were cut a little otherwise, and a sliver of a column
    /// lies under one header above and with its neighbour's figures below.
    @Test func aNeighboursFigureThatReachesUnderAHeaderIsNotItsOwn() throws {
        var table = PrintedForm.table(form.applications)
        table.columnCount += 1
        for index in table.cells.indices where table.cells[index].column > 5 { table.cells[index].column += 1 }
        for index in table.cells.indices {
            let cell = table.cells[index]
            if cell.row == 0, cell.column == 7 {
                table.cells[index].column = 6
                table.cells[index].columnSpan = 2
            }
            guard cell.row > 0, cell.column == 5, let part = cell.parts.first else { continue }
            if cell.row > 5 {
                table.cells[index].columnSpan = 2
                table.cells[index].parts[0].ink = Box(x: 260, y: part.outline.box.y + 5, width: 30, height: 10)
            } else {
                let sliver = Box(x: 299, y: part.outline.box.y, width: 1, height: 20)
                var blank = cell
                blank.column = 6
                blank.text = ""
                blank.parts = [CellPart(outline: Place(page: 1, box: sliver), ink: nil, text: "")]
                table.cells.append(blank)
            }
        }
        table.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        let report = try report([table])
        let form = try #require(try self.form.report())
        for row in ["new", "granted", "total"] {
            for column in ["research", "social"] {
                let own = try figure(report, row, column)
                #expect(own.printed == (try figure(form, row, column)).printed)
                #expect(own.status == .ok)
            }
        }
    }

    @Test func aColumnThatIsBlankOnTheNextPageIsBlankAndNotItsNeighbour() throws {
        // The totals of the second page were left blank, and no column is left of them.
        let upper = PrintedForm.table(Array(form.applications[...6]))
        let lower = PrintedForm.table(form.applications[7...].map { Array($0.dropLast()) }, page: 2)
        let report = try report([upper, lower])
        let total = try figure(report, "refused.third_party", "total")
        #expect(total.status == .empty)
        #expect(total.places == [Place(page: 2, box: Box(x: 450, y: 20, width: 50, height: 20))])
        let other = try figure(report, "refused.third_party", "other")
        #expect(other.printed == form.applications[8][8])
        #expect(other.status == .ok)
    }

    @Test func aNumberUnderTwoHeadersIsOneFigure() throws {
        var table = PrintedForm.table(form.applications)
        let other = try #require(table.cells.firstIndex { $0.row == 8 && $0.column == 8 })
        table.cells[other].columnSpan = 2
        let box = Box(x: 400, y: 160, width: 100, height: 20)
        let ink = Box(x: 410, y: 165, width: 30, height: 10)
        table.cells[other].parts = [CellPart(outline: Place(page: 1, box: box), ink: ink, text: "1078")]
        table.cells.removeAll { $0.row == 8 && $0.column == 9 }
        let report = try report([table])
        let row = try #require(report.figures.first { $0.printed == form.applications[8][8] }).id.row
        #expect(try figure(report, row, "other").status == .ok)
        #expect(try figure(report, row, "total").content == .blank)
    }

    @Test func aNumberInTheMiddleOfTwoColumnsIsInDoubt() throws {
        var table = PrintedForm.table(form.applications)
        let other = try #require(table.cells.firstIndex { $0.row == 8 && $0.column == 8 })
        table.cells[other].columnSpan = 2
        let box = Box(x: 400, y: 160, width: 100, height: 20)
        table.cells[other].parts = [
            CellPart(outline: Place(page: 1, box: box), ink: Box(x: 435, y: 165, width: 30, height: 10), text: "1078")
        ]
        table.cells.removeAll { $0.row == 8 && $0.column == 9 }
        let report = try report([table])
        let doubtful = report.figures.filter { $0.status == .suspect && $0.doubts.contains("figure.shared") }
        #expect(doubtful.map(\.id.column) == ["other", "total"])
    }

    @Test func aNumberBrokenOverTwoLinesIsPutTogether() throws {
        var rows = form.applications
        // 1040 of a row stands as 10 above and 40 below the middle of the row.
        rows[5][3] = ""
        var pieces = [Array(repeating: "", count: 10), Array(repeating: "", count: 10)]
        pieces[0][3] = "10"
        pieces[1][3] = "40"
        rows.insert(pieces[0], at: 5)
        rows.insert(pieces[1], at: 7)
        var table = PrintedForm.table(rows, .unruled)
        // The pieces stand close to their row.
        for index in table.cells.indices where [5, 7].contains(table.cells[index].row) {
            let shift = table.cells[index].row == 5 ? 5.0 : -5.0
            table.cells[index].parts = table.cells[index].parts.map { part in
                var part = part
                part.ink = part.ink.map { Box(x: $0.x, y: $0.y + shift, width: $0.width, height: $0.height) }
                return part
            }
        }
        let report = try report([table])
        let broken = try figure(report, "refused.state_secret", "natural_person")
        #expect(broken.amount == 1040)
        #expect(broken.printed == "10\n40")
        #expect(broken.status == .suspect, "no sum holds in this form that says it is one number")
    }

    @Test func aPieceThatBelongsToNobodyPutsTheBlankBesideItInDoubt() throws {
        var rows = form.applications
        let piece = rows[5][3]
        rows[5][3] = ""
        rows.insert(["", "", "", piece] + Array(repeating: "", count: 6), at: 5)
        let report = try report([PrintedForm.table(rows, .unruled)])
        #expect(try figure(report, "refused.state_secret", "natural_person").status == .suspect)
    }

    /// Rows of nobody below each other: the second's figure may be the rest of the cell's as well as the first's.
    @Test func aPieceBehindAnotherPieceIsNoLessStray() {
        var rows = form.applications
        rows[6] = Array(repeating: "", count: 5) + ["7"] + Array(repeating: "", count: 4)
        rows[7] = Array(repeating: "", count: 3) + ["9"] + Array(repeating: "", count: 6)
        let part = StatutoryPart(kind: .applications, grid: TableGrid(PrintedForm.table(rows)), rows: rows.indices)
        let evidence = (5...7).map {
            RowEvidence(part: 0, gridRow: $0, label: "", groups: [], matches: [], hasFigures: true)
        }
        let stray = (3...6).map { column in
            let place = ApplicationsReader.ColumnPlace(id: "", columns: column...column, certainty: .label)
            return StrayFigures(parts: [part], places: [[place]], evidence: evidence, extra: [1, 2])
                .isStray(row: 0, place, nil)
        }
        #expect(stray == [true, false, true, false])
    }

    @Test func aHeaderBesideALabelIsNoRowOfFigures() throws {
        var table = PrintedForm.table(form.applications, .unruled)
        let first = try #require(table.cells.firstIndex { $0.row == 8 && $0.column == 3 })
        table.cells[first].columnSpan = 7
        table.cells[first].text = "法人或其他组织"
        table.cells.removeAll { $0.row == 8 && $0.column > 3 }
        let report = try report([table])
        #expect(!report.figures.contains { $0.printed == "法人或其他组织" })
        #expect(report.figures.count { $0.status == .missing } == 7)
    }

    /// The line between the corner of the table and the first header is lost.
    @Test func aHeaderThatLiesTogetherWithTheCorner() throws {
        var table = PrintedForm.table(form.applications)
        let corner = try #require(table.cells.firstIndex { $0.row == 0 && $0.column == 0 })
        table.cells[corner].columnSpan = 4
        table.cells[corner].text += "\n自然人"
        table.cells.removeAll { $0.row == 0 && 1...3 ~= $0.column }
        let report = try report([table])
        #expect(report.figures.allSatisfy { $0.status == .ok })
        #expect(try figure(report, "new", "natural_person").printed == form.applications[1][3])
    }

    /// Set to the left under headers in the middle, and nothing beside it: it can be either column's.
    @Test(arguments: [(0.0, FigureStatus.ok), (26, .suspect)])
    func aFigureBetweenTwoHeaders(shift: Double, status: FigureStatus) throws {
        var rows = form.disclosure
        rows[2] = [rows[2][0], "", "22", ""]
        var table = PrintedForm.table(rows, .unruled)
        let figure = try #require(table.cells.firstIndex { $0.row == 2 && $0.column == 2 })
        table.cells[figure].parts[0].ink = Box(x: 120 + shift, y: 45, width: 10, height: 10)
        let report = try #require(
            try PrintedForm.report([
                table, PrintedForm.table(form.applications), PrintedForm.table(form.disputes),
            ]))
        let read = report.figures.filter { $0.id.table == .disclosure && $0.id.row == "regulations" }
        #expect(read.first { $0.id.column == "repealed" }?.status == status)
        #expect(read.first { $0.id.column == "in_force" }?.status == (status == .ok ? .empty : .suspect))
    }

    /// 2174 with its last digit overleaf.
    @Test func figuresBrokenByThePageBreakArePutTogether() throws {
        var rows = form.disputes
        rows[2] = "781,0,2174,0,2955,258,0,0,0,258,0,0,0,174,174".split(separator: ",").map(String.init)
        var broken = rows
        broken[2][2] = "217"
        broken[2][4] = "295"
        var table = PrintedForm.table(
            broken + [["", "", "4", "", "5"] + Array(repeating: "", count: 10)])
        for index in table.cells.indices where table.cells[index].row == 3 {
            table.cells[index].parts[0].outline.page = 2
        }
        let report = try #require(
            try PrintedForm.report([PrintedForm.table(form.disclosure), PrintedForm.table(form.applications), table]))
        let figures = report.figures.filter { $0.id.table == .disputes }
        #expect(figures.compactMap(\.amount).map { "\($0)" } == rows[2])
        #expect(figures[2].places.map(\.page) == [1, 2])
    }

    /// The page ends within a row: its total stands overleaf, among the headers that are repeated there.
    @Test func aFigureAmongTheHeadersOverleafPutsTheBlankBeforeThePagesEndInDoubt() throws {
        var upper = Array(form.applications[...6])
        var lower = [form.applications[0]] + form.applications[7...]
        let total = upper[6][9]
        upper[6][9] = ""
        let whole = try report([PrintedForm.table(upper), PrintedForm.table(lower, page: 2)])
        #expect(try figure(whole, "refused.prohibited_by_law", "total").status == .empty)
        lower.insert(Array(repeating: "", count: 8) + ["其他", total], at: 1)
        let cut = try report([PrintedForm.table(upper), PrintedForm.table(lower, page: 2)])
        #expect(try figure(cut, "refused.prohibited_by_law", "total").status == .suspect)
        #expect(try figure(cut, "refused.state_secret", "total").status == .ok)
    }

    /// A label pushed among the figures: the blank row beside it may be theirs.
    @Test func aRowOfFiguresThatBelongsToNobodyPutsTheBlanksBesideItInDoubt() throws {
        var rows = form.applications
        let lost = rows[5]
        rows[5] = Array(lost[..<3]) + Array(repeating: "", count: 7)
        rows.insert(["", "", "", lost[3]] + lost[4...], at: 5)
        var table = PrintedForm.table(rows, .unruled)
        let first = try #require(table.cells.firstIndex { $0.row == 5 && $0.column == 3 })
        table.cells[first].column = 2
        table.cells[first].columnSpan = 2
        table.cells[first].text = "1040\n1.属于国家"
        table.cells.removeAll { $0.row == 5 && $0.column == 2 && $0.columnSpan == 1 }
        let report = try report([table])
        let row = report.figures.filter { $0.id.row == "refused.state_secret" }
        #expect(row.allSatisfy { $0.status != .ok && $0.status != .empty })
    }

    /// Nobody knows whether what stands at the top of the next page is the rest of the last row's figures.
    @Test func figuresWithoutALabelOverleafPutTheLastRowInDoubt() throws {
        let rest = Array(repeating: "", count: 9) + ["0"]
        let upper = PrintedForm.table(Array(form.applications[...6]), .unruled)
        let lower = PrintedForm.table([rest] + form.applications[7...], page: 2, .unruled)
        let report = try report([upper, lower])
        #expect(try figure(report, "refused.prohibited_by_law", "total").status == .suspect)
    }

    /// The page's end cuts a label, and its figures stand on the first page, apart from the table.
    @Test(arguments: [(Table.Construction.unruled, FigureStatus.suspect), (.ruled, .empty)])
    func theRestOfALabelOverleafIsNoBlankRow(_ construction: Table.Construction, _ status: FigureStatus) throws {
        let row = try #require(form.applications.firstIndex { $0[2].contains("未按收费通知") })
        let blank = Array(repeating: "", count: 7)
        let rest = ["", "", "关不再处理其政府信息公开申请"] + blank
        let upper = PrintedForm.table(Array(form.applications[..<row]), construction)
        let lower = PrintedForm.table([rest] + form.applications[(row + 1)...], page: 2, construction)
        let report = try report([upper, lower])
        #expect(try figure(report, "other.unpaid_fee", "enterprise").status == status)
    }

    /// 1249 above 8, nearer to the row above: the row below lacks its first digits, and no sum says that it does not.
    @Test func theFigureBelowLinesThatMakeNoFigureIsInDoubt() throws {
        func status(_ construction: Table.Construction) throws -> FigureStatus {
            var rows = form.applications
            rows[5][3] += "\n1249"
            return try figure(
                report([PrintedForm.table(rows, construction)]), "refused.prohibited_by_law", "natural_person"
            )
            .status
        }
        #expect(try status(.unruled) == .suspect)
        #expect(try status(.ruled) == .ok)
    }

    /// Figures set to the top of a tall row whose label stands in its middle are no pieces of the row above.
    @Test func figuresAboveABlankRowAreNoPieces() throws {
        var rows = form.applications
        let own = rows[6]
        rows[6] = Array(own[..<3]) + Array(repeating: "", count: 7)
        rows.insert(["", "", ""] + own[3...5] + ["", "", "", ""], at: 6)
        let report = try report([PrintedForm.table(rows, .unruled)])
        #expect(try figure(report, "refused.prohibited_by_law", "natural_person").status == .suspect)
        #expect(try figure(report, "refused.state_secret", "natural_person").amount == 1040)
    }

    /// The rest of one table and the next table, too close to each other to be told apart.
    @Test func theRestOfATableBeforeTheHeadOfTheNext() throws {
        let upper = PrintedForm.table(Array(form.applications[...20]))
        let rest = form.applications[21...].map { $0 + Array(repeating: "", count: 5) }
        let report = try #require(
            try PrintedForm.report([
                PrintedForm.table(form.disclosure), upper, PrintedForm.table(rest + form.disputes, page: 2),
            ]))
        #expect(report.figures.count { $0.status == .ok } == report.figures.count)
    }
}
