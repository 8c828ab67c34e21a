import ReportModel
import Testing

@testable import Forms

/// Tables without lines are read twice, as a grid and as lines of text; what both say counts.
@Suite struct SecondReadingTests {
    /// A form whose sums hold: one application, carried forward.
    private static let form: PrintedForm = {
        var form = PrintedForm()
        for row in form.applications.indices.dropFirst() {
            form.applications[row].replaceSubrange(3..., with: Array(repeating: "0", count: 7))
        }
        for (row, column, value) in [
            (1, 3, "12"), (1, 9, "12"), (3, 3, "7"), (3, 9, "7"), (24, 3, "7"), (24, 9, "7"), (25, 3, "5"),
            (25, 9, "5"),
        ] {
            form.applications[row][column] = value
        }
        return form
    }()

    private func typed(_ form: PrintedForm) -> [TypedLine] {
        (form.disclosure + form.applications + form.disputes).enumerated().map { index, row in
            var pieces: [TypedLine.Piece] = []
            var column = 1
            for text in row {
                let length = text.unicodeScalars.count
                let box = Box(x: Double(column), y: Double(index), width: Double(length), height: 1)
                if length > 0 { pieces.append(TypedLine.Piece(columns: column..<column + length, box: box)) }
                column += length + 1
            }
            return TypedLine(page: 1, text: row.joined(separator: "\t"), pieces: pieces)
        }
    }

    private func report(
        _ printed: PrintedForm, text: PrintedForm, _ construction: Table.Construction = .unruled,
        without: Set<Int> = []
    ) throws -> Report {
        let all = [
            PrintedForm.table(printed.disclosure, construction), PrintedForm.table(printed.applications, construction),
            PrintedForm.table(printed.disputes, construction),
        ]
        let tables = all.indices.filter { !without.contains($0) }.map { all[$0] }
        let page = PageSummary(number: 1, width: 595, height: 842, method: .text, state: .readable, warnings: [])
        let layout = DocumentLayout(blocks: tables.map { .table($0) }, pages: [page], typedLines: typed(text))
        return try #require(try FormReaderForTests.reports(layout).first)
    }

    private func figure(_ report: Report, _ row: String, _ column: String) throws -> Figure {
        try #require(report.figures.first { $0.id == FigureID(.applications, row, column) })
    }

    @Test func aDoubtOfTheGridIsSettledByTheText() throws {
        var printed = Self.form
        printed.applications[1][2] = ""
        var nothing = Self.form
        nothing.applications = []
        let alone = try report(printed, text: nothing)
        #expect(try figure(alone, "new", "total").status == .suspect)
        let checked = try report(printed, text: Self.form)
        #expect(try figure(checked, "new", "total").status == .ok)
        // As sure as what the sums have settled: its digits never were in doubt.
        #expect(try figure(checked, "new", "total").confidence == 0.95)
    }

    @Test func whatTheGridLostIsTakenFromTheTextWithItsPlace() throws {
        var printed = Self.form
        printed.applications.remove(at: 1)
        let found = try figure(try report(printed, text: Self.form), "new", "natural_person")
        #expect(found.amount == 12)
        #expect(found.status == .ok, "every sum holds")
        #expect(found.places.first?.page == 1)
        #expect(found.places.first?.box.y == Double(Self.form.disclosure.count + 1))
    }

    @Test func whatTheGridLostIsInDoubtWhereASumFails() throws {
        var printed = Self.form
        printed.applications.remove(at: 1)
        var text = Self.form
        text.applications[1][3] = "13"
        let found = try figure(try report(printed, text: text), "new", "natural_person")
        #expect(found.amount == 13)
        #expect(found.status == .suspect)
    }

    @Test func twoReadingsThatDifferAreBothShown() throws {
        var text = Self.form
        for (row, column) in [(1, 3), (1, 9), (3, 3), (3, 9), (24, 3), (24, 9)] {
            text.applications[row][column] = String((Int(text.applications[row][column]) ?? 0) + 1)
        }
        let found = try figure(try report(Self.form, text: text), "new", "total")
        #expect(found.amount == 12)
        #expect(found.status == .suspect)
        #expect(found.alternatives.map(\.value) == [13])
    }

    /// A reading whose own sums fail is no witness against one whose sums hold.
    @Test func aReadingThatDoesNotAddUpIsNoWitness() throws {
        var text = Self.form
        text.applications[1][3] = "13"
        let found = try figure(try report(Self.form, text: text), "new", "natural_person")
        #expect(found.amount == 12)
        #expect(found.status == .ok)
    }

    /// The other reader takes the columns from the order of the heads; a row with a figure in every one needs none.
    @Test func aWholeRowDecidesItsColumns() throws {
        var text = Self.form
        for row in text.applications.indices { text.applications[row].swapAt(3, 4) }
        text.applications[0].swapAt(3, 4)
        let found = try report(Self.form, text: text)
        #expect(try figure(found, "new", "natural_person").amount == 12)
        #expect(try figure(found, "new", "natural_person").status == .ok)
        var marked = (grid: Self.form, text: text)
        marked.grid.applications[1][6] = "/"
        marked.text.applications[1][6] = "/"
        #expect(try figure(report(marked.grid, text: marked.text), "new", "natural_person").status == .ok)
        var open = Self.form
        open.applications[1][5] = ""
        let doubted = try report(open, text: text)
        #expect(try figure(doubted, "new", "natural_person").status == .suspect, "a figure may stand in another column")
    }

    @Test func blanksUnderThreeTimesFiveHeadersKeepTheirPlaces() throws {
        var printed = Self.form
        printed.disputes[2] = ["1", "", "", "", "1", "", "2", "0", "", "2", "", "", "", "4", "4"]
        let found = try report(printed, text: printed)
        let disputes = found.figures.filter { $0.id.table == .disputes }
        #expect(disputes.map(\.printed) == printed.disputes[2])
        #expect(disputes.allSatisfy { [.ok, .empty].contains($0.status) })
    }

    @Test func aTableOfMarksThatNoGridHolds() throws {
        var text = Self.form
        text.disputes[2] = Array(repeating: "无", count: 15)
        let found = try report(Self.form, text: text, without: [2]).figures.filter { $0.id.table == .disputes }
        #expect(found.count == 15)
        #expect(found.allSatisfy { $0.status == .empty && $0.printed == "无" && $0.doubts.isEmpty })
        text.disputes[2][4] = "0"
        let mixed = try report(Self.form, text: text, without: [2]).figures.filter { $0.id.table == .disputes }
        #expect(mixed.allSatisfy { $0.status != .empty })
    }

    /// Two rows of one figure each over a row with both: pieces that may belong to it.
    @Test func figuresWithoutARowDoubtTheirNeighbours() throws {
        var printed = Self.form
        var piece = Array(repeating: "", count: 10)
        piece[0] = "三"
        piece[3] = "1"
        printed.applications.insert(piece, at: 1)
        let found = try report(printed, text: PrintedForm(.form2019))
        #expect(try figure(found, "new", "natural_person").status == .suspect)
    }

    @Test func tablesWithLinesAreNotReadTwice() throws {
        var text = Self.form
        text.applications[1][3] = "13"
        let ruled = try report(Self.form, text: text, .ruled)
        #expect(try figure(ruled, "new", "natural_person").status == .ok)
    }

    @Test func aLabelOverSeveralRowsBelongsToTheRowWithFigures() throws {
        var printed = PrintedForm()
        let row = try #require(printed.applications.firstIndex { $0[2].hasPrefix("5.要求行政机关") })
        let blank = Array(repeating: "", count: 7)
        printed.applications[row][2] = "息"
        printed.applications.insert(["", "", "重新出具已获取信"] + blank, at: row)
        printed.applications.insert(["", "", "5.要求行政机关确认或"] + blank, at: row)
        let found = try report(printed, text: PrintedForm(.form2019))
        #expect(try figure(found, "rejected.reissue", "total").printed == printed.applications[row + 2][9])
        #expect(try figure(found, "rejected.reissue", "total").status != .empty)
    }

    /// 总计 left out and the headers lost: the columns are counted from the right, and the text counts them alike.
    @Test(arguments: [true, false])
    func whatBothCountAlikeBesideABlankIsNoProofOfTheColumns(hasBlank: Bool) throws {
        let lines = typed(Self.form)
        let text = Dictionary(
            DumpReader.figures(in: lines.map(\.text), year: 2024).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var form = FilledForm(nothingOn: FormVersions(.form2021), method: .text)
        for index in form.figures.indices {
            let id = form.figures[index].id
            form.figures[index].content = text[id]?.content ?? .absent
            form.figures[index].status = .ok
            guard id.table == .applications, id.row == "carried_over" else { continue }
            if hasBlank, id.column == "total" { form.figures[index].content = .blank }
            form.figures[index].status = hasBlank && id.column == "total" ? .empty : .suspect
            form.figures[index].doubts = ["column.place-only"]
        }
        SecondReading(lines, year: 2024).check(&form)
        let row = form.figures.filter { $0.id.row == "carried_over" && $0.id.column != "total" }
        #expect(row.allSatisfy { $0.status == (hasBlank ? .suspect : .ok) })
    }

    /// A header torn by a page's end, and a row that the text does not show: the columns are those of the rows below.
    @Test(arguments: [0.0, 30])
    func aRowTakesItsColumnsFromThoseBelow(shift: Double) throws {
        var torn = Self.form
        torn.applications.remove(at: 1)
        let lines = typed(torn)
        let text = Dictionary(
            DumpReader.figures(in: typed(Self.form).map(\.text), year: 2024).map { ($0.id, $0) },
            uniquingKeysWith: { $1 })
        var form = FilledForm(nothingOn: FormVersions(.form2021), method: .text)
        let columns = FormDefinition.statutory(.applications, .form2021).blocks.flatMap(\.columns).map(\.id)
        for index in form.figures.indices {
            let id = form.figures[index].id
            form.figures[index].content = text[id]?.content ?? .absent
            form.figures[index].status = .ok
            guard id.table == .applications, let column = columns.firstIndex(of: id.column) else { continue }
            let x = 40 * Double(column) + (id.row == "new" ? shift : 0)
            form.figures[index].status = .suspect
            form.figures[index].doubts = ["column.place-only"]
            form.figures[index].places = [Place(page: 1, box: Box(x: x, y: 0, width: 25, height: 10))]
        }
        SecondReading(lines, year: 2024).check(&form)
        #expect(form.figures.filter { $0.id.row == "granted" }.allSatisfy { $0.status == .ok })
        let row = form.figures.filter { $0.id.row == "new" }
        #expect(row.count == 7)
        #expect(row.allSatisfy { $0.status == (shift == 0 ? .ok : .suspect) })
    }

    /// The grid gave a row the number above it, and the text gives that to its own row: one ink is one figure.
    @Test func aNumberThatBothGiveToAnotherRowIsInDoubtInBoth() throws {
        var printed = Self.form
        printed.applications.remove(at: 1)
        printed.applications[1][3] = "12"
        var text = Self.form
        text.applications.remove(at: 2)
        var lines = typed(text)
        // Where the grid's cell has its ink, or nearly.
        let ink = Box(x: 155.4, y: 25.3, width: 40, height: 10)
        let row = Self.form.disclosure.count + 1
        let value = try #require(lines[row].pieces.indices.first { lines[row].pieces[$0].columns.count == 2 })
        lines[row].pieces[value].box = ink
        let tables = [printed.disclosure, printed.applications, printed.disputes].map {
            PrintedForm.table($0, .unruled)
        }
        let page = PageSummary(number: 1, width: 595, height: 842, method: .text, state: .readable, warnings: [])
        let layout = DocumentLayout(blocks: tables.map { .table($0) }, pages: [page], typedLines: lines)
        let report = try #require(try FormReaderForTests.reports(layout).first)
        #expect(try figure(report, "new", "natural_person").amount == 12)
        #expect(try figure(report, "carried_over", "natural_person").amount == 12)
        #expect(try figure(report, "carried_over", "natural_person").doubts.contains(SharedCells.doubt))
    }
}
