import ReportModel
import Testing

@testable import Forms

/// The form filled from grids off a picture, whose cells no lines part: marks make columns of their own, and headers and
/// labels come out in pieces.
@Suite struct ScannedGridTests {
    private let form: PrintedForm

    init() {
        var form = PrintedForm()
        // Other figures in every row, and all of them add up.
        var counts = form.applications.indices.map { row in (0..<6).map { row * 10 + $0 * $0 } }
        let total = counts.count - 2
        for column in 0..<6 {
            counts[total][column] = counts[3..<total].map { $0[column] }.reduce(0, +)
            counts[1][column] = counts[total][column] + counts[total + 1][column] - counts[2][column]
        }
        for row in counts.indices.dropFirst() {
            form.applications[row].replaceSubrange(
                3..., with: (counts[row] + [counts[row].reduce(0, +)]).map(String.init))
        }
        // The printer erred in the second group, so that sums alone prove nothing.
        form.disputes[2] = [20, 0, 3, 4, 27, 11, 25, 3, 0, 40, 18, 4, 22, 16, 60].map(String.init)
        self.form = form
    }

    private func applications(_ table: Table) throws -> [Figure] {
        let report = try PrintedForm.report(
            [PrintedForm.table(form.disclosure), table, PrintedForm.table(form.disputes)], method: .ocr)
        return try #require(report).figures.filter { $0.id.table == .applications }
    }

    private func applications(_ rows: [[String]]) throws -> [Figure] {
        try applications(PrintedForm.table(rows, page: 2, .unruled))
    }

    private func printed(_ rows: [[String]]) -> [String] { rows.dropFirst().flatMap { $0[3...] } }

    /// Headers that two lines ran into one another, as a poor scan leaves them.
    private var tornHeads: [String] {
        Array(form.applications[0][..<3]) + ["自然\n商业\n人\n企业", "", "科研\n机构", "社会 法律\n公益 服务", "", "", "总计\n其他"]
    }

    /// Behind a typed letter and between typed pages stand scanned ones.
    @Test func figuresAreReadAsTheirOwnPagesAre() throws {
        let form = PrintedForm()
        let tables = [form.disclosure, form.applications, form.disputes].enumerated().map { index, rows in
            DocumentLayout.Block.table(PrintedForm.table(rows, page: index + 1))
        }
        let report = try #require(try PrintedForm.report(tables, pages: [.text, .ocr, .text]))
        let methods = FormTable.allCases.map { table in
            Set(report.figures.filter { $0.id.table == table }.map(\.method))
        }
        #expect(methods == [[.text], [.ocr], [.text]])
    }

    @Test func rowsThatAddUpProveTheColumnsUnderTornHeaders() throws {
        let figures = try applications([tornHeads] + form.applications.dropFirst())
        #expect(figures.map(\.printed) == printed(form.applications))
        #expect(figures.allSatisfy { $0.status == .ok && $0.confidence > 0.98 })
    }

    /// The first and the last header are on the page before; nothing adds up.
    @Test func columnsBesideWholeHeadersAreAsSureAsTheirs() throws {
        var rows = form.applications
        for row in rows.indices.dropFirst() { rows[row][9] += "0" }
        for column in [3, 9] { rows[0][column] = "" }
        #expect(try applications(rows).allSatisfy { $0.confidence > 0.98 })
        rows[0][8] = ""
        let unsure = try applications(rows).filter { $0.confidence < 0.98 }
        #expect(Set(unsure.map(\.id.column)) == ["other", "total"])
    }

    /// Noughts add up wherever they stand, and so do figures that stand in one column and the last.
    @Test(arguments: [[0, 0, 0, 0, 0, 0, 0], [7, 0, 0, 0, 0, 0, 7]]) func noughtsProveNothing(_ counts: [Int]) throws {
        let rows = form.applications.dropFirst().enumerated().map { index, row in
            Array(row[..<3]) + counts.map { $0 == 0 ? "0" : String($0 + index) }
        }
        let figures = try applications([tornHeads] + rows)
        #expect(figures.allSatisfy { $0.doubts == [PlacementCertainty.placeOnly] })
    }

    @Test func rowsThatDoNotAddUpProveNothing() throws {
        var rows = form.applications
        rows[0] = tornHeads
        for row in rows.indices.dropFirst().prefix(8) { rows[row][3] += "1" }
        #expect(try applications(rows).allSatisfy { $0.doubts == [PlacementCertainty.placeOnly] })
        for row in rows.indices.dropFirst().prefix(6) { rows[row] = form.applications[row] }
        #expect(try applications(rows).allSatisfy { $0.doubts.isEmpty })
    }

    /// What a seal left between two columns has made one of its own, and taken the header of the next.
    @Test func aHeaderBesideItsColumnIsBroughtHome() throws {
        var rows = form.applications.map { Array($0[..<5]) + [""] + Array($0[5...]) }
        rows[0].swapAt(5, 6)
        rows[12][5] = "9"
        var table = PrintedForm.table(rows, .unruled)
        for index in table.cells.indices where table.cells[index].row == 0 && table.cells[index].column == 5 {
            table.cells[index].parts[0].ink?.x += 45
        }
        let figures = try applications(table)
        #expect(figures.map(\.printed) == printed(form.applications))
        let doubted = Set(figures.filter { !$0.doubts.isEmpty }.map(\.id.row))
        #expect(doubted == [FormDefinition.statutory(.applications, .form2021).rows[11].id], "the mark's own row")
        // Nearest to the figures of another column, it is not where it belongs.
        for index in table.cells.indices where table.cells[index].row == 0 && table.cells[index].column == 5 {
            table.cells[index].parts[0].ink?.x -= 90
        }
        #expect(try applications(table).contains { !$0.doubts.isEmpty && $0.id.column == "research" })
    }

    /// The edges of a stamp were taken for rulings: labels reach over the first column below 自然人, but for a row in which
    /// the stamp's letters stand among the figures.
    @Test func whatAStampLeavesBelowAHeaderIsNoLabel() throws {
        var rows = form.applications.map { Array($0[..<3]) + ["", $0[3], ""] + Array($0[4...]) }
        rows[0].swapAt(3, 4)
        rows[20][4] = "与"
        var table = PrintedForm.table(rows)
        table.cells.removeAll { $0.row == 0 && 4...5 ~= $0.column || $0.row > 0 && [3, 5].contains($0.column) }
        for index in table.cells.indices {
            let cell = table.cells[index]
            if cell.row == 0, cell.column == 3 { table.cells[index].columnSpan = 3 }
            if cell.row > 0, cell.column == 2 || cell.column == 4 { table.cells[index].columnSpan = 2 }
        }
        let figures = try applications(table)
        let others = figures.filter { $0.id.row != FormDefinition.statutory(.applications, .form2021).rows[19].id }
        #expect(
            others.map(\.printed) == printed(form.applications.enumerated().filter { $0.offset != 20 }.map(\.element)))
        #expect(others.allSatisfy { $0.status == .ok && $0.doubts.isEmpty })
    }

    /// The strokes of a stamp over 自然人 and 商业企业 left neither readable and part two columns in a row each: the last seven
    /// of the grid's columns are not the form's.
    @Test func columnsThatAStampPartsInOneRowAreWholeInTheOthers() throws {
        var rows = form.applications.map { Array($0[..<3]) + ["", $0[3], $0[4], $0[5], ""] + Array($0[6...]) }
        rows[0].replaceSubrange(3...5, with: ["", "", "允咎"])
        var table = PrintedForm.table(rows)
        func isWhole(_ cell: Cell, _ column: Int) -> Bool { cell.row != (column == 3 ? 1 : 12) }
        for index in table.cells.indices {
            let cell = table.cells[index]
            for (first, text) in [(3, 4), (6, 6)] where cell.column == first && isWhole(cell, first) {
                table.cells[index] = table.cells[index + (text - first)]
                table.cells[index].column = first
                table.cells[index].columnSpan = 2
            }
        }
        table.cells.removeAll { [4, 7].contains($0.column) && isWhole($0, $0.column - 1) }
        let figures = try applications(table)
        #expect(figures.map(\.printed) == printed(form.applications))
        #expect(figures.allSatisfy { $0.status == .ok })
    }

    /// The edge of a stamp made two rows of one, and both were placed, in doubt for their labels.
    @Test func whatIsInDoubtIsInDoubtForItsInkToo() {
        let box = Box(x: 700, y: 260, width: 6, height: 8)
        var figures = ["refused.enforcement_file", "refused.administrative_query"].map { row in
            Figure(
                id: FigureID(.applications, row, "total"), form: .form2021, content: .amount(3), printed: "3",
                status: .suspect, confidence: 0.5, method: .ocr, places: [Place(page: 3, box: box)],
                doubts: ["label.none"])
        }
        SharedCells.doubt(&figures)
        #expect(figures.allSatisfy { $0.doubts == ["label.none", SharedCells.doubt] && $0.status == .suspect })
    }

    private static let label = "2.申请人逾期未按收费通知"

    private func cutLabel(_ rest: String) throws -> [Figure] {
        let row = try #require(form.applications.firstIndex { $0[2].hasPrefix(Self.label) })
        var rows = form.applications
        rows[row][2] = rest
        rows.insert(Array(rows[row][..<2]) + [Self.label] + Array(repeating: "", count: 7), at: row)
        return try applications(rows)
    }

    @Test func aLabelInPiecesIsOneThoughTheyWereMisread() throws {
        let figures = try cutLabel("要求缴纳费用、行 、行政机\n政机关不再处理其政府信息公")
        #expect(figures.map(\.printed) == printed(form.applications))
        #expect(figures.allSatisfy { $0.status == .ok && $0.doubts.isEmpty })
        #expect(try cutLabel("其中网上申请").contains { !$0.doubts.isEmpty }, "another row's label")
    }

    /// A line of a label that no figures stand beside reaches over the whole grid, as prose between two rows would.
    @Test func aLineOfALabelOverAllColumnsIsALabels() throws {
        let row = try #require(form.applications.firstIndex { $0[2].hasPrefix(Self.label) })
        let pieces = [Self.label, "要求缴纳费用、行政机关不", "再处理其政府信息公开申请"]
        var rows = form.applications
        rows[row][2] = pieces[1]
        for (piece, at) in [(pieces[0], row), (pieces[2], row + 2)] {
            rows.insert([piece] + Array(repeating: "", count: 9), at: at)
        }
        var table = PrintedForm.table(rows, .unruled)
        for at in [row, row + 2] {
            table.cells.removeAll { $0.row == at && $0.column > 0 }
            for index in table.cells.indices where table.cells[index].row == at {
                table.cells[index].columnSpan = 10
                table.cells[index].parts[0].outline.box.width = 500
            }
        }
        let figures = try applications(table)
        #expect(figures.map(\.printed) == printed(form.applications))
        #expect(figures.allSatisfy { $0.status == .ok && $0.doubts.isEmpty })
    }

    // MARK: Fifteen figures in a row

    private func disputes(_ heads: [Int: String], mark: String? = nil, _ bend: (inout Table) -> Void = { _ in }) throws
        -> [Figure]
    {
        var rows = form.disputes
        for (column, head) in heads { rows[1][column] = head }
        if let mark { rows = [[""] + rows[0], [""] + rows[1], [mark] + rows[2]] }
        var table = PrintedForm.table(rows, page: 2, .unruled)
        bend(&table)
        let report = try PrintedForm.report(
            [PrintedForm.table(form.disclosure), PrintedForm.table(form.applications), table], method: .ocr)
        return try #require(report).figures.filter { $0.id.table == .disputes }
    }

    /// A punch hole beside the row.
    @Test func whatHasNoHeaderIsNoFigureOfTheRow() throws {
        let figures = try disputes([:], mark: "9")
        #expect(figures.map(\.printed) == form.disputes[2])
        #expect(figures.allSatisfy { $0.status == .ok && $0.doubts.isEmpty })
    }

    private static let torn = [5: "", 6: "结果维结果纠其他结", 7: "", 8: "持", 11: "", 12: "果", 0: "", 1: "正", 2: ""]

    @Test func figuresBetweenTwoAtHomeAreTooWhereTheyStandEvenly() throws {
        let figures = try disputes(Self.torn)
        #expect(figures.map(\.printed) == form.disputes[2])
        #expect(figures[3...].allSatisfy { $0.confidence > 0.98 })
        // Nothing tells where the first of the row would stand.
        #expect(figures.map(\.doubts.isEmpty) == (0..<15).map { $0 > 2 })
        // One was lost, and a mark is taken for one farther right.
        let uneven = try disputes(Self.torn) { table in
            for index in table.cells.indices where table.cells[index].row == 2 && 6...7 ~= table.cells[index].column {
                table.cells[index].parts[0].ink?.x += 20
            }
        }
        #expect(uneven.map(\.doubts.isEmpty) == (0..<15).map { $0 > 2 && !(5...8 ~= $0) })
    }

    @Test func aHeaderElsewhereSpeaksAgainstTheOrder() throws {
        let figures = try disputes(Self.torn.merging([10: "尚未审结"]) { $1 })
        #expect(figures.allSatisfy { $0.status != .ok })
    }
}
