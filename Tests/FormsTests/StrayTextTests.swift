import ReportModel
import Testing

@testable import Forms

/// Texts in which more, less or other signs stand beside the figures than a table has.
@Suite struct StrayTextTests {
    private static func read(_ lines: [String]) throws -> (String) -> Figure? {
        let report = try DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x")[0]
        return { id in report.figures.first { $0.id.description == id } }
    }

    /// What a figure says, and how sure that is.
    private static func said(_ figure: Figure?) -> [String] {
        [figure?.amount?.description ?? "", figure?.status.rawValue ?? ""]
    }

    private static let start = ["某某县财政局2023年政府信息公开工作年度报告", "", "三、收到和处理政府信息公开申请情况"]

    /// All of a report's applications table, with these figures in its rows.
    private static func table(_ line: (String, [String]) -> [String]) -> [String] {
        start + ExtractedTextTests.head + ExtractedTextTests.rows(line)
    }

    // MARK: - Digits that a scan's reader took for something else

    /// 4O, l and | stand for figures that nobody knows; what is left of them is none.
    @Test(arguments: ["4O", "4|", "l", "|", "〇"], ["  ", " "])
    func misreadDigits(figure: String, gap: String) {
        let row = ExtractedTextTests.rows[0].0
        let lines = ExtractedTextTests.rows { label, cells in
            var cells = cells
            if label == row { cells[1] = figure }
            return [([label] + cells).joined(separator: gap)]
        }
        let read = ExtractedTextTests.read(lines)
        #expect(read("new/enterprise").map { [.ok, .empty].contains($0.status) } == false)
        #expect(Self.said(read("new/natural_person"))[0] == "40")
        #expect(Self.said(read("new/legal_service"))[0] == "2")
        #expect(Self.said(read("granted/total")) == ["15", "ok"])
    }

    /// Bars of the frame that the whole page stands in are no digits.
    @Test func barsOfAFrame() {
        let read = ExtractedTextTests.read(
            ExtractedTextTests.rows { label, cells in
                ["| |   \(label)   " + cells.joined(separator: "     ") + "  |  |"]
            })
        #expect(Self.said(read("new/natural_person")) == ["40", "ok"])
        #expect(Self.said(read("granted/total")) == ["15", "ok"])
    }

    /// 45-18: figures that touch are no blank cells.
    @Test func figuresThatTouch() {
        let lines = [
            "某某县财政局2020年政府信息公开工作年度报告", "二、主动公开政府信息情况", "第二十条第（五）项",
            "信息内容       上一年项目数量 本年增/减   处理决定数量", "行政许可           2871      14       0",
            "其他对外管理服务事项       45-18        25096", "第二十条第（六）项",
            "信息内容       上一年项目数量 本年增/减   处理决定数量", "行政处罚           1222       2     2871",
            "行政强制             20       0        7",
        ]
        let figures = DumpReader.figures(in: lines, year: 2020)
        let touching = figures.filter { $0.id.row == "other_services" }
        #expect(!touching.isEmpty && touching.allSatisfy { $0.status != .empty })
        #expect(figures.contains { $0.id.row == "licensing" && Self.said($0) == ["2871", "ok"] })
    }

    // MARK: - Signs before the lines

    /// 31: and > are no figures of the line before, nor part of their own.
    @Test(arguments: ["%: ", "%\t", "   %\t", "%. ", "% ", "> ", ">> "])
    func signsBeforeLines(sign: String) throws {
        var lines = Self.table { label, cells in [([label] + cells.dropLast() + [""]).joined(separator: " ")] }
        lines += (1...20).map { "（\($0)）加强学习，提高认识。" }
        let marked = lines.enumerated().map { sign.replacing("%", with: "\($0.offset + 1)") + $0.element }
        let (plain, figure) = (try Self.read(lines), try Self.read(marked))
        for row in ["new", "carried_over", "granted"] {
            for column in ["natural_person", "enterprise", "total"] {
                let id = "applications/\(row)/\(column)"
                #expect(figure(id)?.amount == plain(id)?.amount)
                #expect(figure(id)?.status == plain(id)?.status)
            }
        }
    }

    /// Numbers of a table's rows, which stand in a column of their own.
    @Test(arguments: [",", "\t", "   "]) func numbersOfRows(separator: String) throws {
        let rows = ExtractedTextTests.rows.map { label, row in
            ([label] + ExtractedTextTests.text(row.dropLast()) + [""]).joined(separator: separator)
        }
        let head = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let lines = ([([""] + head).joined(separator: separator)] + rows).enumerated().map {
            "\($0.offset)\(separator)\($0.element)"
        }
        let figure = try Self.read(Self.start + lines)
        for row in ["new", "granted", "refused.state_secret", "refused.internal"] {
            #expect(figure("applications/\(row)/total").map { $0.status != .ok } ?? false)
        }
        #expect(Self.said(figure("applications/new/natural_person"))[0] == "40")
    }

    /// NaN and None are what programs have for nothing.
    @Test(arguments: ["NaN", "None"]) func nothingOfAProgram(nothing: String) {
        let read = ExtractedTextTests.read(
            ExtractedTextTests.rows { label, cells in
                [([label] + cells.map { $0 == "0" ? nothing : $0 }).joined(separator: "   ")]
            })
        #expect(Self.said(read("new/social")) == ["", "empty"])
        #expect(Self.said(read("new/legal_service")) == ["2", "ok"])
    }

    /// The last row of a text that was cut has fewer cells than others; none of them moves.
    @Test func theLastRowOfACutText() throws {
        let lines = ExtractedTextTests.rows.prefix(3).map { label, row in
            ([label, "", ""] + ExtractedTextTests.text(row)).joined(separator: "\t")
        }
        let cut = lines[2].split(separator: "\t", omittingEmptySubsequences: false).dropLast().joined(separator: "\t")
        let head = Self.headWithSubtotal.map { $0.replacing("\t小计", with: "").replacing("\t总计", with: "总计") }
        let figure = try Self.read(head + lines.prefix(2) + [cut])
        for column in ["natural_person", "enterprise", "total"] {
            #expect(figure("applications/granted/\(column)").map { [.ok, .empty].contains($0.status) } != true)
        }
        #expect(Self.said(figure("applications/new/natural_person")) == ["40", "ok"])
    }

    /// Tabs that indent the lines of a page's source are no cells, and &nbsp; is a blank one.
    @Test(arguments: ["&nbsp;", "", "&#160;"])
    func indentedSource(blank: String) throws {
        let lines = Self.table { label, cells in
            ([label] + cells.dropLast() + [blank]).flatMap { ["\t\t<td>", "\t\t\t" + $0, "\t\t</td>"] }
        }
        let figure = try Self.read(lines)
        for row in ["new", "granted", "refused.state_secret"] {
            #expect(figure("applications/\(row)/total").map { $0.status != .ok || $0.amount == nil } ?? false)
        }
        #expect(Self.said(figure("applications/new/natural_person"))[0] == "40")
    }

    // MARK: - Columns and rows that the form does not have

    private static let headWithSubtotal =
        start + ["\t\t\t申请人情况", "\t\t\t自然人\t法人或其他组织\t\t\t\t\t\t总计", "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t小计\t"]

    /// The legal persons' subtotal is not the total, which may be blank.
    @Test(arguments: [true, false]) func aColumnOfSubtotals(isBlank: Bool) throws {
        let lines = ExtractedTextTests.rows.map { label, row in
            let cells = row.dropLast() + [row[1...5].reduce(0, +)]
            return ([label, "", ""] + ExtractedTextTests.text(Array(cells)) + [isBlank ? "" : "\(row[6])"])
                .joined(separator: "\t")
        }
        let figure = try Self.read(Self.headWithSubtotal + lines)
        #expect(Self.said(figure("applications/new/total")) == (isBlank ? ["", "empty"] : ["48", "ok"]))
        #expect(Self.said(figure("applications/new/legal_service")) == ["2", "ok"])
    }

    /// A cell less than the head has: nobody knows whether it is the total or another.
    @Test func aColumnOfSubtotalsWithLostCells() throws {
        let lines = ExtractedTextTests.rows.flatMap { label, row in
            [label] + ExtractedTextTests.text(row.dropLast() + [row[1...5].reduce(0, +)])
        }
        let figure = try Self.read(Self.start + ExtractedTextTests.head + ["小计"] + lines)
        for row in ["new", "granted", "refused.stability"] {
            #expect(figure("applications/\(row)/total").map { [.ok, .empty].contains($0.status) } == false)
        }
    }

    /// Remarks behind every row, and a mark in most of them.
    @Test func aColumnOfRemarks() throws {
        let head = Self.headWithSubtotal.map { line in
            line.replacing("\t小计", with: "") + (line.contains("申请人") ? "\t\t\t备注" : "\t")
        }
        let lines = ExtractedTextTests.rows.enumerated().map { place, row in
            ([row.0, "", ""] + ExtractedTextTests.text(row.1) + [place == 4 ? "含上年1件" : "/"]).joined(separator: "\t")
        }
        let figure = try Self.read(head + lines)
        #expect(Self.said(figure("applications/new/total")) == ["48", "ok"])
        #expect(Self.said(figure("applications/refused.state_secret/total")) == ["1", "ok"])
    }

    /// One of six figures stands there twice, and is no total: a blank cell makes room for it.
    @Test func aFigureThatStandsTwice() {
        let tabs = ExtractedTextTests.read(
            ExtractedTextTests.rows { label, cells in
                let own = cells.dropLast()
                return [([label] + own + (label.hasPrefix("3.") ? own.suffix(1) : []) + [""]).joined(separator: "\t")]
            })
        #expect(tabs("refused.stability/total").map { $0.status != .ok } ?? false)
        #expect(tabs("refused.state_secret/natural_person")?.status == .ok)
    }

    /// The subtotal below some rows is none of the last of them, whose cells are blank.
    @Test func aRowOfSubtotals() throws {
        let lines = Self.table { label, cells in
            let blank = [label] + cells.map { _ in "" }
            let subtotal = ["小计"] + (1...7).map { "\($0)" }
            return label.hasPrefix("5.") ? blank + subtotal : [label] + cells
        }
        let figure = try Self.read(lines)
        #expect(figure("applications/refused.internal/natural_person").map { $0.status != .ok } ?? false)
        #expect(Self.said(figure("applications/refused.third_party/natural_person")) == ["1", "ok"])
    }

    // MARK: - Order

    /// Labels behind the figures of their rows.
    @Test(arguments: [" ", "\t"]) func labelsBehindFigures(separator: String) throws {
        let figure = try Self.read(Self.table { label, cells in [(cells + [label]).joined(separator: separator)] })
        #expect(Self.said(figure("applications/new/natural_person")) == ["40", "ok"])
        #expect(Self.said(figure("applications/granted/natural_person")) == ["12", "ok"])
        #expect(Self.said(figure("applications/refused.process/total")) == ["3", "ok"])
    }

    /// 310 in each of three merged squares is not 310 310 310.
    @Test func theSameFigureInMergedSquares() {
        func line(_ cells: [String]) -> String { cells.joined(separator: "  ") }
        func section(_ title: String, _ head: String, _ rows: [[String]]) -> [String] {
            [line(Array(repeating: title, count: 4)), line(["信息内容"] + Array(repeating: head, count: 3))]
                + rows.map(line)
        }
        let lines =
            [Self.start[0], "二、主动公开政府信息情况"]
            + section("第二十条第（一）项", "本年制发件数", [["规章", "0", "0", "0"], ["行政规范性文件", "69", "3", "7"]])
            + section("第二十条第（五）项", "本年处理决定数量", [["行政许可", "310", "310", "310"]])
            + section(
                "第二十条第（六）项", "本年处理决定数量", [["行政处罚", "10433", "10433", "10433"], ["行政强制", "0", "0", "0"]])
        // Too little for a report, and enough for the reader.
        let figures = DumpReader.figures(in: lines, year: 2023)
        let licensing = figures.first { $0.id.row == "licensing" }
        #expect(licensing?.amount == 310)
    }

    /// Figures of two rows below the label of one: nobody knows which are its own.
    @Test func figuresOfTwoRowsBelowOneLabel() {
        let lines = [
            "某某县财政局2020年政府信息公开工作年度报告", "二、主动公开政府信息情况", "第二十条第（六）项", "信息内容", "上一年项目数量", "本年增/减",
            "处理决定数量", "行政处罚", "行政强制", "0 0 0", "0 7 0", "第二十条第（八）项", "信息内容", "上一年项目数量", "本年增/减",
            "行政事业性收费", "第二十条第（九）项", "信息内容", "采购项目数量", "采购总金额", "政府集中采购", "5 0", "0 3",
        ]
        let figures = DumpReader.figures(in: lines, year: 2020)
        let procurement = figures.filter { $0.id.row == "procurement" }
        #expect(!procurement.isEmpty && procurement.allSatisfy { $0.status != .ok })
    }

    /// Last year's table below this year's: a row that is blank in the first has its figures from the second.
    @Test func aSecondTableOfTheSameKind() {
        func table(_ regulations: [String], _ normative: [String]) -> [String] {
            ["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章"] + regulations
                + ["行政规范性文件"] + normative
        }
        let lines =
            [Self.start[0], "二、主动公开政府信息情况"] + table(["", "", ""], ["7", "69", "3"]) + [
                "第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "12",
            ] + ["附：2022年度数据（供对比）"]
            + table(["0", "0", "0"], ["69", "0", "3"])
        let figures = DumpReader.figures(in: lines, year: 2023)
        let own = figures.filter { $0.id.row == "regulations" }
        #expect(!own.isEmpty && own.allSatisfy { $0.status != .ok })
    }
}
