import Export
import GxTestSupport
import ReportModel
import Testing

@Suite struct FiguresReadingTests {
    static func reports(_ text: String) throws(FiguresProblem) -> [Report] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return try FiguresCSV.reports(in: lines, source: "figures.csv")
    }

    static func figure(_ id: String, _ report: Report) throws -> Figure {
        try #require(report.figures.first { $0.id.description == id })
    }

    /// What goes out comes in again, apart from what the CSV has no column for.
    @Test(arguments: [
        FormVersions(.form2021), FormVersions(disclosure: .form2021, applications: .form2019, disputes: .form2021),
    ])
    func readsItsOwnOutput(forms: FormVersions) throws {
        let report = SampleReport.doubtful(forms)
        let read = try Self.reports(FiguresCSV.header + FiguresCSV.rows(report))
        #expect(read.count == 1)
        let back = try #require(read.first)
        #expect(back.source == report.source && back.agency == report.agency && back.year == report.year)
        #expect(back.forms == report.forms)
        #expect(FiguresCSV.rows(back) == FiguresCSV.rows(report))
        #expect(back.figures.map(\.content) == report.figures.map(\.content))
    }

    /// As some spreadsheets write them.
    @Test(arguments: [";", "\t"]) func takesSemicolonsAndTabs(separator: String) throws {
        let lines = [["table", "row", "column", "value"], ["applications", "new", "total", "1,520"]]
        let report = try #require(
            try Self.reports(lines.map { $0.joined(separator: separator) }.joined(separator: "\n")).first)
        #expect(try Self.figure("applications/new/total", report).amount == 1520)
    }

    @Test func takesFiguresFromElsewhere() throws {
        let reports = try Self.reports(
            """
            "Table", Row ,column,value,note
            applications,new,total,"1,520",x
            applications,other.no_correction,total,/,
            applications,granted,total,,
            applications,total,total,见附件,
            disclosure,fees,amount,25.1,
            """)
        let report = try #require(reports.first)
        #expect(reports.count == 1 && report.source == "figures.csv")
        #expect(report.forms == FormVersions(.form2021))
        #expect(try Self.figure("applications/new/total", report).amount == 1520)
        #expect(try Self.figure("applications/other.no_correction/total", report).content == .mark)
        #expect(try Self.figure("applications/granted/total", report).content == .blank)
        #expect(try Self.figure("applications/total/total", report).content == .unreadable)
        #expect(try Self.figure("applications/carried_over/total", report).status == .missing)
        #expect(report.figures.count == FormVersions(.form2021).figures.count)
        #expect(report.figures.allSatisfy { $0.method == .dump && $0.confidence < 0.6 })
    }

    /// As people type them, and spreadsheets keep them.
    @Test(arguments: [("１５", 15), ("'15", 15), ("15件", 15), ("１，５２０ 件", 1520), ("－3", -3)])
    func takesCountsAsTheyAreTyped(text: String, count: Amount) throws {
        let report = try #require(
            try Self.reports("table\trow\tcolumn\tvalue\napplications\tnew\ttotal\t\(text)").first)
        let figure = try Self.figure("applications/new/total", report)
        #expect(figure.amount == count && figure.printed == text)
    }

    @Test(arguments: ["1件5", "件", "5个月", "''5"]) func whatIsNoCountIsNoFigure(text: String) throws {
        let report = try #require(try Self.reports("table,row,column,value\napplications,new,total,\(text)").first)
        #expect(try Self.figure("applications/new/total", report).content == .unreadable)
    }

    @Test func takesASheetForEachTable() throws {
        let header = "table,row,column,value"
        let sheets = [
            [header, "disclosure,normative_documents,issued,6"], [header, "applications,new,total,2"],
            [header, "disputes,reconsideration,total,1"],
        ]
        let reports = try FiguresCSV.reports(in: sheets, source: "figures.xlsx")
        #expect(reports.map(\.source) == ["figures.xlsx"])
        #expect(reports.first?.figures.count { $0.amount != nil } == 3)
        // The next year's sheets, or another office's.
        let two = try FiguresCSV.reports(in: sheets + sheets, source: "figures.xlsx")
        #expect(two.map { $0.figures.count { $0.amount != nil } } == [3, 3])
    }

    /// The form's own names, as people write them.
    @Test func takesChineseNames() throws {
        let reports = try Self.reports(
            """
            单位名称,年度,表,行,列,值
            甲局,2023,收到和处理政府信息公开申请情况,一、本年新收政府信息公开申请数量,自然人,12
            甲局,2023,收到和处理政府信息公开申请情况,本年新收政府信息公开申请,总计,15
            甲局,2023,依申请公开,（三）不予公开/1.属于国家秘密,法人或其他组织-其他,1
            甲局,2023,依申请公开,部分公开,总计,4
            甲局,2023,依申请公开,结转下年度继续办理,总计,2
            甲局,2023,依申请公开,3.其他,总计,3
            甲局,2023,依申请公开,（七）总计,总计,13
            甲局,2023,主动公开政府信息情况,行政规范性文件,本年制发件数,6
            甲局,2023,主动公开政府信息情况,行政许可,本年处理决定数量,1520
            甲局,2023,主动公开政府信息情况,第二十条第（一）项 规章,现行有效件数,9
            甲局,2023,行政复议、行政诉讼情况,行政诉讼 未经复议直接起诉,尚未审结,2
            """)
        let report = try #require(reports.first)
        #expect(reports.count == 1 && report.agency == "甲局" && report.year == 2023)
        let expected: [(String, Amount)] = [
            ("applications/new/natural_person", 12), ("applications/new/total", 15),
            ("applications/refused.state_secret/other", 1), ("applications/partly_granted/total", 4),
            ("applications/carried_forward/total", 2), ("applications/other.other/total", 3),
            ("applications/total/total", 13), ("disclosure/normative_documents/issued", 6),
            ("disclosure/licensing/decisions", 1520), ("disclosure/regulations/in_force", 9),
            ("disputes/litigation_direct/pending", 2),
        ]
        for (id, value) in expected { #expect(try Self.figure(id, report).amount == value, "\(id)") }
        #expect(report.figures.count { $0.amount != nil } == expected.count)
    }

    /// Every label of both forms names its own figure and no other.
    @Test(arguments: FormVersion.allCases) func everyLabelNamesItsFigure(version: FormVersion) {
        for id in FormVersions(version).figures {
            let label = FigureLabel(id, version: version)
            for row in [label.row, (label.groups + [label.row]).joined(separator: " > ")] {
                #expect(FigureID(table: id.table.rawValue, row: row, column: label.column) == id, "\(id)")
            }
        }
    }

    @Test(arguments: [
        ("依申请公开", "公开", "总计"), ("依申请公开", "不存在", "总计"), ("表三", "（七）总计", "总计"), ("依申请公开", "总", "总计"),
    ])
    func whatNamesNoFigureOrSeveral(table: String, row: String, column: String) {
        #expect(FigureID(table: table, row: row, column: column) == nil)
    }

    @Test func tellsReportsApart() throws {
        let reports = try Self.reports(
            """
            agency,year,table,row,column,value
            甲局,2020,disclosure,normative_documents,made,1
            乙局,2022,applications,new,total,2
            甲局,2020,applications,other,total,3
            甲局,2021,disclosure,normative_documents,issued,4
            """)
        #expect(reports.map(\.agency) == ["甲局", "乙局", "甲局"])
        #expect(reports.map(\.year) == [2020, 2022, 2021])
        #expect(reports.map(\.forms) == [FormVersions(.form2019), FormVersions(.form2021), FormVersions(.form2021)])
        #expect(reports.map(\.source) == ["figures.csv", "figures.csv#2", "figures.csv#3"])
    }

    @Test(arguments: [
        ("table,row,value\na,b,1\n", 1, "column"),
        ("table,row,column,value\napplications,new,totl,1\n", 2, "applications/new/totl"),
        ("table,row,column,value\n\napplications,new,total,1\napplications,new,total,2\n", 4, "applications/new/total"),
        ("table,row,column,value,status\napplications,new,total,1,fine\n", 2, "fine"),
        ("table,row,column,value,form\napplications,new,total,1,2020\n", 2, "2020"),
        ("table,row,column,value\napplications,other,total,1\napplications,other.other,total,2\n", 2, "applications"),
        ("table,row,column,value,form\napplications,other,total,1,2021\n", 2, "applications"),
        ("table,row,column,value\n", nil, ""), ("table,row,column,value\napplications,new,total,\"1\n", nil, ""),
    ])
    func saysWhereItIsWrong(text: String, line: Int?, part: String) throws {
        let problem = #expect(throws: FiguresProblem.self) { try Self.reports(text) }
        #expect(problem?.line == line)
        #expect(part.isEmpty || problem?.message.chinese.contains(part) == true)
    }

    /// Any text gives reports or a problem, and in no time.
    @Test func anyTextIsRead() {
        var generator = SeededGenerator(seed: 7)
        let pieces = [
            "table,row,column,value\n", "\"", ",", "\r\n", "applications", ",new,total,", "1", "，", "-", "form",
        ]
        for _ in 0..<300 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            _ = try? Self.reports(pieces[0] + text)
        }
        let many = (0..<100_000).map { "甲局,\($0),applications,new,total,\($0)\n" }.joined()
        #expect((try? Self.reports("agency,year,table,row,column,value\n" + many).count) == 100_000)
    }
}
