import ReportModel
import Testing

@testable import Forms

/// Texts as programs write them that take them out of web pages.
@Suite struct ExtractedTextTests {
    static let rows = [
        ("一、本年新收政府信息公开申请数量", [40, 5, 1, 0, 2, 0, 48]), ("二、上年结转政府信息公开申请数量", [3, 0, 0, 0, 0, 0, 3]),
        ("（一）予以公开", [12, 2, 0, 0, 1, 0, 15]), ("（二）部分公开", [4, 1, 0, 0, 0, 0, 5]),
        ("1.属于国家秘密", [1, 0, 0, 0, 0, 0, 1]), ("2.其他法律行政法规禁止公开", [2, 0, 0, 0, 0, 0, 2]),
        ("3.危及“三安全一稳定”", [0, 0, 0, 0, 0, 0, 0]), ("4.保护第三方合法权益", [1, 1, 0, 0, 0, 0, 2]),
        ("5.属于三类内部事务信息", [3, 0, 0, 0, 0, 0, 3]), ("6.属于四类过程性信息", [2, 0, 1, 0, 0, 0, 3]),
    ]

    static let head = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]

    static func read(_ lines: [String]) -> (String) -> Figure? {
        let start = ["某某县财政局2023年政府信息公开工作年度报告", "", "三、收到和处理政府信息公开申请情况"]
        let figures = DumpReader.figures(in: start + head + lines, year: 2023)
        return { id in figures.first { $0.id.description == "applications/\(id)" } }
    }

    static func text(_ row: [Int]) -> [String] { row.map { String($0) } }

    /// Ten rows, the cells put together by this.
    static func rows(_ line: (String, [String]) -> [String]) -> [String] {
        rows.flatMap { line($0.0, text($0.1)) }
    }

    /// Two tabs between any two cells: a blank one between would have four.
    @Test func tabsInTwos() {
        let lines = Self.rows { label, cells in
            [([label] + cells.enumerated().map { $0.offset == 3 ? "" : $0.element }).joined(separator: "\t\t")]
        }
        let figure = Self.read(lines)
        #expect(figure("new/social")?.content == .blank)
        #expect(figure("new/legal_service").map { [$0.amount?.description, $0.status.rawValue] } == ["2", "ok"])
        // The last column blank, and its tabs cut off: no figure is taken for the total.
        let short = Self.read(Self.rows { label, cells in [([label] + cells.dropLast()).joined(separator: "\t\t")] })
        #expect(short("new/total")?.status != .ok)
    }

    /// The tens stand on the line above, or the ones below: what is left of the row adds up without them, too.
    @Test(arguments: [("2200105", "1     1", true), ("1000001", "2     2", false)])
    func aRowThatAddsUpWithoutItsOtherLine(row: String, other: String, isAbove: Bool) {
        func line(_ label: String, _ cells: [String]) -> String {
            let label = label + String(repeating: " ", count: 26 - label.count)
            return label + cells.map { $0 + String(repeating: " ", count: 8 - $0.count) }.joined()
        }
        let lines = Self.rows { label, cells in
            guard label == "（一）予以公开" else { return [line(label, cells)] }
            let broken = [line(label, row.map { "\($0)" }), line("", other.map { "\($0)" })]
            return [""] + (isAbove ? broken.reversed() : broken) + [""]
        }
        let figure = Self.read(lines)
        for column in ["natural_person", "total"] { #expect(figure("granted/\(column)")?.status != .ok) }
        #expect(figure("refused.prohibited_by_law/total")?.amount == 2)
        #expect(figure("refused.prohibited_by_law/total")?.status == .ok)
    }

    /// Nothing between cells, and commas in the larger figures: 71,88812,980 is cut behind a group, never within one.
    @Test(arguments: [true, false])
    func groupedDigitsThatRanTogether(onOneLine: Bool) {
        let rows = Self.rows.map { label, cells in
            label + Self.text(cells.map { $0 * 1298 }).map { Self.grouped($0) }.joined()
        }
        let figure = Self.read(onOneLine ? [rows.joined()] : rows)
        for (label, row) in [("new", 0), ("granted", 2), ("refused.internal", 8)] {
            for (column, count) in zip(["natural_person", "enterprise", "research"], Self.rows[row].1) {
                let figure = figure("\(label)/\(column)")
                #expect(figure?.amount == Amount(count * 1298), "\(label) \(column)")
                #expect(figure?.status == .ok, "\(label) \(column)")
            }
        }
        #expect(figure("new/natural_person")?.printed == "51,920")
        #expect(figure("new/enterprise")?.printed == "6,490")
        if !onOneLine { #expect(figure("new/enterprise")?.places.first?.box.x == 23) }
    }

    /// Without the commas, three ways to cut the row add up, and one of them cuts within a group.
    @Test func groupsTellWhereToCut() {
        let rows = Self.rows.map { label, cells in
            label + (label == "（一）予以公开" ? "8311,2181021,2233,275" : Self.text(cells).joined())
        }
        let figure = Self.read(rows)
        #expect(figure("granted/total")?.status == .ok)
        #expect(figure("granted/enterprise")?.amount == 1218)
        #expect(figure("granted/enterprise")?.alternatives.contains { $0.value == 3112 } == false)
    }

    private static func grouped(_ digits: String, by sign: String = ",") -> String {
        let groups = stride(from: digits.count, to: 0, by: -3).map { digits.prefix($0).suffix(3) }
        return groups.reversed().joined(separator: sign)
    }

    /// What stands in brackets behind a figure is a remark; a label behind them is none.
    @Test func remarksInBrackets() {
        func number(_ text: String) -> NumberText? { NumberText(Array(text.unicodeScalars)) }
        #expect(number("176（其中修订（含废止）16件）")?.digits.count == 3)
        #expect(number("176（其中修订16件")?.digits.count == 3)
        #expect(number("144（四）无法提供1．本机关不掌握相关政府信息21") == nil)
    }

    /// A tab behind every cell, so that one before the first says that it is blank.
    @Test func tabsBehindCells() {
        let lines = Self.rows { label, cells in [label + "\t" + cells.map { $0 + "\t" }.joined()] }
        let disputes = [
            "行政复议\t", "行政诉讼\t", "其他\t", "未经复议直接起诉\t复议后起诉\t",
            String(repeating: "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t", count: 3),
            "\t0\t25\t\t25\t" + "4\t0\t0\t0\t4\t" + "6\t3\t0\t\t9\t",
        ]
        let head = ["某某县财政局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
        let figures = DumpReader.figures(in: head + lines + ["四、政府信息公开行政复议、行政诉讼情况"] + disputes, year: 2023)
        func figure(_ id: String) -> Figure? { figures.first { $0.id.description == "disputes/reconsideration/\(id)" } }
        #expect(figure("upheld")?.status == .empty)
        #expect(figure("corrected")?.amount == 0)
        #expect(figure("other")?.amount == 25)
    }

    /// 0-0 is a mark between two figures, or -0; 11—— is one mark behind 11, or two behind 1 and 1.
    @Test func whatMayBeCutElsewhereIsInDoubt() {
        for (cells, isOpen) in [
            ("2-0——-—2", true), ("11—————2", true), ("2001001", true), ("12——————12", false), ("17///1/", true),
        ] {
            let lines = Self.rows.map { row in
                row.0 + (row.0.hasPrefix("3.") ? cells : Self.text(row.1).joined())
            }
            let statuses = FormVersions(.form2021).definition(of: .applications).figures
                .filter { $0.row == "refused.stability" }
                .map { Self.read(lines)(String($0.description.dropFirst("applications/".count)))?.status }
            if isOpen { #expect(!statuses.contains(.ok), "\(cells)") }
        }
    }

    /// 1 118 in a cell is one figure, though the row adds up without its thousands as well.
    @Test(arguments: [" | ", "\t", ","]) func thousandsOfCells(separator: String) {
        let thousands = [1118, 285, 30, 53, 104, 31, 1621]
        let lines = Self.rows.map { label, cells in
            let printed = thousands.map { $0 < 1000 ? String($0) : "1 " + String($0).suffix(3) }
            return ([label] + (label.hasPrefix("（一）") ? printed : Self.text(cells))).joined(separator: separator)
        }
        let figure = Self.read(lines)
        #expect(figure("granted/natural_person")?.amount == 1118)
        #expect(figure("granted/total")?.amount == 1621)
    }

    /// A text set in columns puts two blanks where the page has a narrow one, and one before a comma that is wide.
    @Test(arguments: ["  ", " ，"]) func thousandsOfColumns(mark: String) {
        let thousands = [1118, 285, 30, 53, 104, 31, 1621]
        let lines = Self.rows.map { label, cells in
            let isLarge = label.hasPrefix("（一）")
            let printed = (isLarge ? thousands : cells).map { $0 < 1000 ? "\($0)" : "1\(mark)\("\($0)".suffix(3))" }
            return ([label] + printed).joined(separator: "        ")
        }
        let figure = Self.read(lines)
        let large = Self.rows.map { ($0.0, ($0.0.hasPrefix("（一）") ? thousands : $0.1).map(Optional.init)) }
        #expect(Self.wrong(figure, large) == [])
        #expect(figure("granted/total")?.amount == 1621)
    }

    /// 54,26715,314 right behind a label are thousands of figures that ran together, and no cells.
    @Test func commasAmongFiguresThatRanTogether() {
        let large = [54267, 15314, 1116, 769, 5992, 1920, 79378]
        let lines = Self.rows.map { label, cells in
            let isLarge = label.hasPrefix("一")
            let printed = large.map { $0 < 1000 ? "\($0)" : "\($0 / 1000),\("\($0)".suffix(3))" }
            return label + (isLarge ? printed.joined() : " " + Self.text(cells).joined(separator: " "))
        }
        let rows = Self.rows.map { ($0.0, ($0.0.hasPrefix("一") ? large : $0.1).map(Optional.init)) }
        #expect(Self.wrong(Self.read(lines), rows) == [])
    }

    /// In a cell that holds a table, the line ends within 1,116.
    @Test func thousandsBrokenInACell() {
        let large: [(String, [Int])] = [("（二）部分公开", [54267, 15314, 1116, 769, 5992, 1920, 79378])]
        let lines = Self.rows.flatMap { label, cells -> [String] in
            label.hasPrefix("（二）")
                ? ["|  | \(label) |", "|  | 54,267     15,314    1,1 |", "| 16   769   5,992    1,920   79,378 |  |"]
                : ["|  | \(label)     \(Self.text(cells).joined(separator: "     ")) |"]
        }
        let rows = Self.rows.map { row in (row.0, (large.first { $0.0 == row.0 } ?? row).1.map(Optional.init)) }
        #expect(Self.wrong(Self.read(lines), rows) == [])
    }

    /// Nothing but a space says that 02158 247 is 0, 2 and 158 247.
    @Test func thousandsAmongFiguresThatRanTogether() {
        let text = """
            二、主动公开政府信息情况
            第二十条第（六）项
            信息内容上一年项目数量本年增/减处理决定数量
            行政处罚471031行政强制02158 247
            """
        let figures = DumpReader.figures(
            in: ["某某县财政局2020年政府信息公开工作年度报告"] + text.split(separator: "\n").map(String.init), year: 2020)
        let coercion = figures.filter { $0.id.row == "coercion" }
        #expect(coercion.count == 3)
        for (figure, value) in zip(coercion, [0, 2, 158_247]) where figure.status == .ok {
            #expect(figure.amount?.count == value)
        }
    }

    /// Where cells are blank, —— is two marks or one.
    @Test(arguments: ["——0000-", "-0—————", "—————00"]) func marksThatTouch(cells: String) {
        let lines = Self.rows.map { row in
            let short = row.0.hasPrefix("1.") || row.0.hasPrefix("4.")
            return row.0 + (row.0.hasPrefix("3.") ? cells : Self.text(short ? Array(row.1.dropLast()) : row.1).joined())
        }
        let figure = Self.read(lines)
        #expect(figure("refused.stability/legal_service").map { $0.status == .ok || $0.status == .empty } == false)
    }

    /// What was left out of cells that seem blank: rows come to less than their totals.
    @Test func cellsThatWereEmptied() {
        for lost in [0, 1, 3] {
            let lines = Self.rows.enumerated().map { index, row in
                var cells = Self.text(row.1)
                cells[3] = ""
                if index < lost { cells[1] = "" }
                return ([row.0] + cells).joined(separator: "\t")
            }
            let figure = Self.read(lines)
            #expect(figure("refused.state_secret/social")?.status == (lost < 2 ? .empty : .suspect), "\(lost)")
            #expect(figure("new/natural_person")?.status == .ok, "\(figure("new/natural_person")?.doubts ?? [])")
        }
    }

    /// The label of a merged cell begins behind the figures of the row before.
    @Test func aVerticalLabelIsNoFigure() {
        var lines = Self.rows.map { "\($0.0) | " + Self.text($0.1).joined(separator: " | ") }
        lines[1] = "\(Self.rows[1].0) | 3 |  |  |  | 0 | 0 | 3  | 三"
        lines.insert(contentsOf: ["、", "本", "年"], at: 2)
        let figure = Self.read(lines)
        #expect(figure("carried_over/total")?.amount == 3)
        #expect(figure("carried_over/social")?.status == .empty)
        #expect(figure("carried_over/other")?.amount == 0)
    }

    /// Every second nought left blank.
    static let blanked = rows.enumerated().map { index, row in
        (row.0, row.1.enumerated().map { $1 == 0 && (index + $0) % 2 == 0 ? nil : Optional($1) })
    }

    /// The figures that are given for good and are others than these.
    static func wrong(_ figure: (String) -> Figure?, _ rows: [(String, [Int?])] = blanked) -> [String] {
        let ids = FormVersions(.form2021).definition(of: .applications).figures.map(\.description)
        return zip(ids, rows.flatMap(\.1)).compactMap { id, value in
            let found = figure(String(id.dropFirst("applications/".count)))
            guard let found, found.status == .ok || found.status == .empty, found.amount?.count != value else {
                return nil
            }
            return "\(id) \(found.printed)"
        }
    }

    /// A table within a cell: spaces part its figures, and a blank one between them leaves no trace.
    @Test func figuresOfOneCell() {
        let lines = Self.blanked.flatMap { label, cells in
            let figures = cells.map { $0.map(String.init) ?? "" }.joined(separator: String(repeating: " ", count: 12))
            return ["|  | \(label) |  |", "|  |  |  |", "|  | \(figures) |  |", "|  |  |  |"]
        }
        #expect(Self.wrong(Self.read(lines)) == [])
    }

    /// Two spaces between figures that one space parts hold a blank cell, wherever else two spaces stand.
    @Test func spacesInTwosAmongFigures() {
        let short: [Int?] = [3, 0, nil, 1, 0, 0, 4]
        // A vertical label's first letter stands behind the row, and the line ends there.
        let lines = Self.rows.map { label, cells in
            label.hasPrefix("二")
                ? "\(label) 3 0  1 0 0 4  三  \n、  \n" : "\(label) \(Self.text(cells).joined(separator: " "))  "
        }
        let text = lines.joined().split(separator: "\n").map(String.init)
        let rows = Self.rows.map { row in (row.0, row.0.hasPrefix("二") ? short : row.1.map(Optional.init)) }
        #expect(Self.wrong(Self.read(text), rows) == [])
    }

    /// The number of the label below, right above it, is no figure of the row.
    @Test func aLabelsNumberIsNoFigure() {
        let lines = Self.rows.flatMap { label, cells -> [String] in
            let number = label.first.flatMap { $0.isASCII ? String($0) : nil }
            let figures = label.hasPrefix("2.") ? Array(cells.dropLast()) : cells
            return [number, number == nil ? label : String(label.dropFirst())].compactMap { $0 } + Self.text(figures)
        }
        let rows = Self.rows.map { row in
            (row.0, row.1.enumerated().map { row.0.hasPrefix("2.") && $0.offset == 6 ? nil : Optional($0.element) })
        }
        let figure = Self.read(lines)
        #expect(figure("refused.prohibited_by_law/total")?.status != .ok)
        #expect(Self.wrong(figure, rows) == [])
    }

    /// A stop at the beginning of a label's second line says nothing of the figure above.
    @Test(arguments: [("8", "．属于行政查询事项", false), ("1", "、行政机关不", true), ("0", "、属于行政执法案卷", true)])
    func stopsBelowFigures(number: String, label: String, isFigure: Bool) {
        let cells = CellReader()
        let elements = [number, label].enumerated().flatMap { cells.elements(of: DumpLine($1, number: $0 + 1)) }
        #expect((LabelJoiner().joined(elements).first?.value != nil) == isFigure)
    }

    /// Lines set in by two spaces have no blank cell before their figure, nor has one with a tab behind its label.
    @Test func indentedLines() {
        let lines = Self.blanked.flatMap { label, cells in
            ["\t\(label)\t"] + cells.flatMap { ["  \u{A0}\($0.map(String.init) ?? "")\u{A0}", "\t"] }
        }
        #expect(Self.wrong(Self.read(lines)) == [])
    }

    /// （填数字，没有填0） is no figure of a row that lacks one.
    @Test func notesForTheFillerHaveNoFigures() {
        let lines = Self.rows.map { row in
            row.0.hasPrefix("1.")
                ? row.0 + "（填数字，没有填0） 1 0 0 0 0 1" : row.0 + " " + Self.text(row.1).joined(separator: " ")
        }
        let figure = Self.read([lines.joined(separator: " ")])
        #expect(Self.wrong(figure, Self.rows.map { ($0.0, $0.1.map(Optional.init)) }) == [])
        #expect(figure("new/total")?.amount == 48)
    }

    /// A page on one line, spaces between its cells and in its thousands: 4 120 515 103 0 206 0 4 944 adds up without the
    /// thousands, too.
    @Test(arguments: [" ", ","]) func thousandsThatASpaceParts(separator: String) throws {
        let rows = Self.rows.map { row in (row.0, row.1.map { $0 * 103 }) }
        let filler = String(repeating: "本机关坚持公开为常态、不公开为例外，", count: 30) + "。"
        let words =
            ["某某县财政局2023年政府信息公开工作年度报告", filler, "三、收到和处理政府信息公开申请情况"] + Self.head
            + rows.flatMap { label, cells in
                [label] + Self.text(cells).map { Self.grouped($0, by: separator) }
            }
        let page = TextDocument(lines: [words.joined(separator: " ")], encoding: "UTF-8")
        let figures = try #require(try DumpReader.reports(in: page, source: "").first).figures
        func figure(_ id: String) -> Figure? { figures.first { $0.id.description == "applications/\(id)" } }
        #expect(Self.wrong(figure, rows.map { ($0.0, $0.1.map(Optional.init)) }) == [])
        #expect(figure("new/natural_person")?.amount == 4120)
        #expect(figure("new/total")?.amount == 4944)
    }

    /// Some programs leave out what has a single digit: where no figure has one, a blank cell may be one that had.
    @Test(arguments: [10, 1]) func noFigureOfASingleDigit(factor: Int) {
        let lines = Self.rows { label, cells in
            [([label] + cells.map { $0 == "0" ? "" : "\((Int($0) ?? 0) * factor)" }).joined(separator: "\t")]
        }
        let figure = Self.read(lines)
        #expect(figure("new/total")?.status == .ok)
        #expect((figure("new/social")?.status == .empty) == (factor == 1))
    }

    /// In a report of slashes as well, which has few figures: one that has a single digit says that none was left out.
    @Test(arguments: ["290", "9"]) func fewFiguresAndNoneOfASingleDigit(last: String) throws {
        let text = """
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容\t本年制发件数\t本年废止件数\t现行有效件数
            规章\t/\t/\t/
            行政规范性文件\t123\t\t123
            第二十条第（五）项
            信息内容\t本年处理决定数量
            行政许可\t/
            第二十条第（六）项
            信息内容\t本年处理决定数量
            行政处罚\t25
            行政强制\t\(last)
            """
        let slashes = Self.rows { label, cells in [([label] + cells.map { _ in "/" }).joined(separator: "\t")] }
        let document = TextDocument(
            lines: text.split(separator: "\n").map(String.init) + slashes, encoding: "UTF-8")
        let figures = try #require(try DumpReader.reports(in: document, source: "").first).figures
        let blank = figures.first { $0.id.description == "disclosure/normative_documents/repealed" }
        #expect((blank?.status == .empty) == (last == "9"))
    }

    /// A number that is written so that no program takes it for a list's is no figure of the row above.
    @Test func theNumberOfTheNextLabelIsNoFigure() {
        let lines = Self.rows { label, cells in
            switch label {
            case "1.属于国家秘密": [label, "29", "8", "0", "2", "1"]
            case "2.其他法律行政法规禁止公开": ["2\\. 其他法律行政止公开"] + cells
            default: [label] + cells
            }
        }
        let figure = Self.read(lines)
        #expect(figure("refused.prohibited_by_law/total")?.amount == 2)
        for column in ["research", "social", "legal_service", "other", "total"] {
            #expect(figure("refused.state_secret/\(column)")?.status != .ok)
        }
    }

    /// A narrow column breaks 行政处罚 below its figure. Where the other half is lost, no sum tells whose the figure is.
    @Test(arguments: [("处罚", true), ("", false)])
    func labelsBrokenBelowTheirFigures(half: String, isWhole: Bool) {
        let text = """
            二、主动公开政府信息情况
                      第二十条第(一)项
            信息 本年制发件数  本年废止 现行有效
            内容                 件数     件数

            规章       3          2         3

            行政
            规范       1          23       39
            性文
             件

             第二十条第(五)项

            信息 本年处理决定
            内容     数量

            行政      102
            许可

             第二十条第(六)项

            信息 本年处理决定
            内容     数量

            行政      49
            \(half)

            行政      847
            强制

             第二十条第(八)项

            信息 本年收费金额
            内容  (单位:万元)

            行政
            事业      91
            性收
             费
            """
        let figures = DumpReader.figures(
            in: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), year: 2023)
        func figure(_ row: String) -> Figure? { figures.first { $0.id == FigureID(.disclosure, row, "decisions") } }
        #expect((figure("penalty")?.status == .ok) == isWhole)
        if isWhole { #expect(figure("penalty")?.amount == 49 && figure("coercion")?.amount == 847) }
    }
}
