import GxTestSupport
import Pipeline
import ReportModel
import Testing

/// Web pages whose tables are broken as hands break them: what is given for good is right all the same.
@Suite struct BrokenWebPageTests {
    typealias Breaking = @Sendable (inout WebForm, inout SeededGenerator) -> Void

    /// Changes one of the three tables in a row that has figures enough.
    static func inARow(
        of least: Int = 1, _ change: @escaping @Sendable (inout [WebForm.Square], _ at: Int, Int) -> Void
    ) -> Breaking {
        { form, generator in
            let table = Int.random(in: 0..<3, using: &generator)
            var rows = [form.disclosure, form.applications, form.disputes][table][0]
            let chosen = rows.indices.filter { rows[$0].count { $0.id != nil } >= least }
                .randomElement(using: &generator)
            guard let chosen else { return }
            let places = rows[chosen].indices.filter { rows[chosen][$0].id != nil }.dropLast(least - 1)
            guard let place = places.randomElement(using: &generator) else { return }
            change(&rows[chosen], place, Int.random(in: 0..<3, using: &generator))
            switch table {
            case 0: form.disclosure = [rows]
            case 1: form.applications = [rows]
            default: form.disputes = [rows]
            }
        }
    }

    static let breakings: [(name: String, breaking: Breaking)] = [
        ("a cell is missing", inARow(of: 2) { row, at, _ in row.remove(at: at) }),
        (
            "a cell too many",
            inARow { row, at, kind in row.insert(WebForm.Square(text: ["", "0", "7"][kind]), at: at) }
        ),
        (
            "two figures in one cell, the next left blank",
            inARow(of: 2) { row, at, _ in
                row[at].text += " " + row[at + 1].text
                row[at + 1].text = ""
            }
        ),
        (
            "one cell for two columns",
            inARow(of: 2) { row, at, kind in
                if kind == 0 { row[at].text += row[at + 1].text }
                if kind == 1 { row[at].text += " " + row[at + 1].text }
                row[at].columns += row[at + 1].columns
                row.remove(at: at + 1)
            }
        ),
        (
            "one cell for two rows",
            { form, generator in
                let row = Int.random(in: 2..<form.applications[0].count - 2, using: &generator)
                let column = Int.random(in: 1...7, using: &generator)
                let place = form.applications[0][row].count - column
                form.applications[0][row][place].rows = 2
                form.applications[0][row + 1].remove(at: form.applications[0][row + 1].count - column)
            }
        ),
        (
            "a row twice, with other figures",
            { form, generator in
                let row = Int.random(in: 1..<form.applications[0].count, using: &generator)
                let copy = form.applications[0][row].filter { $0.rows == 1 }.map { square in
                    square.id == nil ? square : WebForm.Square(text: String(Int.random(in: 0...9, using: &generator)))
                }
                form.applications[0].insert(copy, at: row + Int.random(in: 0...1, using: &generator))
            }
        ),
        (
            "the table twice, with other figures",
            { form, generator in
                let other = form.applications[0].map { row in
                    row.map { square in
                        var square = square
                        if square.id != nil { square.text = String(Int.random(in: 0...9, using: &generator)) }
                        return square
                    }
                }
                form.applications.insert(other, at: Int.random(in: 0...1, using: &generator))
            }
        ),
        (
            "letters for digits",
            inARow { row, at, kind in
                let (digit, letter) = [("0", "O"), ("1", "|"), ("1", "l")][kind]
                if row[at].text.contains(digit) { row[at].text = row[at].text.replacing(digit, with: letter) }
            }
        ),
        (
            "a column more",
            { form, generator in
                let isFirst = Bool.random(using: &generator)
                for row in form.applications[0].indices {
                    let place = form.applications[0][row].firstIndex { $0.id != nil } ?? 1
                    form.applications[0][row].insert(
                        WebForm.Square(text: row == 0 ? "行次" : String(row)), at: isFirst ? 0 : place)
                }
            }
        ),
    ]

    /// Figures of a table as pictures, or as signs that nobody can read, are not blank.
    @Test(arguments: ["<img src=5.png>", "？", "\u{FFFD}", "<svg></svg>"]) func figuresThatNobodyCanRead(cell: String)
        throws
    {
        var generator = SeededGenerator(seed: 2)
        var form = WebForm(.random(using: &generator))
        for row in form.disputes[0].indices {
            for column in form.disputes[0][row].indices where form.disputes[0][row][column].id != nil {
                form.disputes[0][row][column].text = cell
            }
        }
        let report = try #require(try ReadingPipeline().reports(in: Array(form.html.utf8), source: "").first)
        let disputes = report.figures.filter { $0.id.table == .disputes }
        #expect(disputes.count == 15 && disputes.allSatisfy { $0.status == .missing })
    }

    @Test(arguments: breakings.indices)
    func nothingIsSilentlyWrong(_ index: Int) throws {
        for seed in 0..<12 {
            var generator = SeededGenerator(seed: UInt64(1000 * index + seed))
            var form = WebForm(.random(using: &generator))
            Self.breakings[index].breaking(&form, &generator)
            let reports = try ReadingPipeline().reports(in: Array(form.html.utf8), source: "")
            for figure in reports.flatMap(\.figures) where figure.status == .ok || figure.status == .empty {
                #expect(
                    figure.amount?.count == form.values[figure.id],
                    "\(Self.breakings[index].name), seed \(seed): \(figure.id) given as \(figure.printed)")
            }
        }
    }

    /// So that the pages are in doubt for what was broken, and for nothing else.
    @Test func unbrokenPagesAreRead() throws {
        for seed in 0..<12 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let form = WebForm(.random(using: &generator))
            let report = try #require(try ReadingPipeline().reports(in: Array(form.html.utf8), source: "").first)
            #expect(report.figures.count == 200)
            for figure in report.figures {
                #expect(figure.status == .ok && figure.amount?.count == form.values[figure.id], "\(figure.id)")
            }
        }
    }

    /// Spans that do not fit, as a row taken out by hand leaves them, or gone altogether: what each row says is whole.
    @Test(arguments: ["rowspan=22", "rowspan=8", "(row|col)span=\\d+"])
    func figuresOfWholeRowsAreReadWhateverTheSpans(of spans: String) throws {
        let replacements = ["rowspan=22": "rowspan=23", "rowspan=8": "rowspan=7"]
        for seed in 0..<4 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let form = WebForm(.random(using: &generator))
            let page = form.html.replacing(try Regex(spans), with: replacements[spans] ?? "")
            #expect(page != form.html)
            let report = try #require(try ReadingPipeline().reports(in: Array(page.utf8), source: "").first)
            let good = report.figures.filter { $0.status == .ok }
            #expect(good.allSatisfy { $0.amount?.count == form.values[$0.id] })
            #expect(good.count > 170, "\(spans), seed \(seed)")
        }
    }

    /// As tables, and as text that only looks like them.
    @Test func aPageWithoutATitleHasTheNameOfItsWindow() throws {
        var generator = SeededGenerator(seed: 1)
        let form = WebForm(.random(using: &generator))
        let named = form.html.replacing("<h1>", with: "<title>").replacing("</h1>", with: "_河口县</title>")
        let drawn = named.replacing("<tr>", with: "").replacing("</tr>", with: "").replacing("</td>", with: "\t")
            .replacing("<table>", with: "<pre>").replacing("</table>", with: "</pre>")
        for page in [named, drawn] {
            let report = try #require(try ReadingPipeline().reports(in: Array(page.utf8), source: "").first)
            #expect(report.title.isEmpty && report.agency == "河口县水务局" && report.year == 2024)
            #expect(report.findings.contains { $0.rule == "form.office" })
        }
    }
}
