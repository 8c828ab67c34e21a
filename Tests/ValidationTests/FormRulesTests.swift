import GxTestSupport
import ReportModel
import Testing

@testable import Validation

@Suite struct FormRulesTests {
    static func findings(_ rule: String, in report: Report) -> [Finding] {
        Validator(rules: RuleSelection(only: [rule])).validate(report).findings
    }

    // MARK: form.blank

    @Test func blanksThatMeanZeroAreOneNoteATable() {
        var report = SumRulesTests.sample()
        let zeros = report.figures.filter { $0.amount == 0 }.map(\.id)
        for id in zeros { report.blank(id.description) }
        let findings = Self.findings("form.blank", in: report)
        #expect(findings.map(\.severity) == [.note, .note, .note])
        #expect(Set(findings.flatMap(\.figures)) == Set(zeros))
    }

    @Test func aBlankThatNobodyIsSureOfIsNotTheOffices() {
        var report = SumRulesTests.sample()
        let ids = ["disclosure/licensing/decisions", "disclosure/penalty/decisions"]
        for id in ids { report.blank(id) }
        report[ids[0]].status = .suspect
        let findings = Self.findings("form.blank", in: report)
        #expect(findings.map(\.verdict) == [.source, .open])
        #expect(findings.map { $0.figures.map(\.description) } == [[ids[1]], [ids[0]]])
    }

    @Test func aBlankThatIsNotZeroIsAWarning() {
        let cell = "applications/refused.process/natural_person"
        var report = SumRulesTests.sample().moving(cell, to: 12)
        report.blank(cell)
        report[cell].content = .mark
        let findings = Self.findings("form.blank", in: report)
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.expected == "12")
        #expect(findings.first?.message.english.contains("should be 12") == true)
    }

    // MARK: form.count

    @Test(arguments: [
        ("applications/new/other", Amount(-3), true), ("applications/new/other", Amount(digits: 35, decimals: 1), true),
        ("applications/new/other", Amount(digits: 30, decimals: 1), false),
        ("disclosure/licensing/change", Amount(-18), false),
        ("disclosure/procurement/amount", Amount(digits: 35, decimals: 1), false),
        ("disclosure/procurement/amount", Amount(-1), true),
    ])
    func countsAreWholeAndNotNegative(id: String, value: Amount, isWrong: Bool) {
        var report = SumRulesTests.sample(FormVersions(.form2019))
        report[id].content = .amount(value)
        #expect(Self.findings("form.count", in: report).count == (isWrong ? 1 : 0))
    }

    @Test func whatIsNoNumberIsSaid() {
        var report = SumRulesTests.sample()
        report.lose("disclosure/penalty/decisions")
        report["disclosure/penalty/decisions"].content = .unreadable
        report["disclosure/penalty/decisions"].printed = "见附\n件"
        let findings = Self.findings("form.count", in: report)
        #expect(findings.map(\.found) == ["见附件"])
    }

    // MARK: form.unit

    @Test(arguments: [
        ("disclosure/fees/amount", "251000元", Finding.Severity.warning), ("disclosure/fees/amount", "25.1万元", .note),
        ("disclosure/normative_documents/issued", "22（其中修订16件）", .note),
        ("disclosure/normative_documents/issued", "3元", .warning), ("disclosure/fees/amount", "1,250", nil),
    ])
    func unitsAndRemarks(id: String, printed: String, severity: Finding.Severity?) {
        var report = SumRulesTests.sample()
        report[id].printed = printed
        #expect(Self.findings("form.unit", in: report).map(\.severity) == [severity].compactMap { $0 })
    }

    // MARK: form.row

    @Test func missingRowsAndTables() {
        var report = SumRulesTests.sample()
        for id in report.forms.figures where id.table == .disputes || id.row == "granted" {
            report.lose(id.description)
        }
        let findings = Self.findings("form.row", in: report)
        #expect(findings.map(\.expected) == ["（一）予以公开", "政府信息公开行政复议、行政诉讼情况"])
        #expect(findings.map(\.figures.count) == [7, 15])
    }

    @Test func whatTheReaderSaidOfRowsIsNotSaidTwice() {
        var report = SumRulesTests.sample()
        let row = report.forms.figures.filter { $0.row == "granted" }
        for id in row { report.lose(id.description) }
        let read = Finding(
            rule: "form.row", severity: .warning, verdict: .open,
            message: LocalisedText(chinese: "没有找到", english: "not found"), figures: row)
        report.findings = [read]
        let checked = Validator().validate(report)
        #expect(checked.findings.filter { $0.rule == "form.row" } == [read])
        #expect(Validator().validate(checked).findings == checked.findings)
    }

    // MARK: form.label, form.order

    @Test(arguments: ["form.label", "form.order"]) func whatOnlyReadersSeeIsKept(rule: String) {
        var report = SumRulesTests.sample()
        report.findings = [
            Finding(
                rule: rule, severity: .note, verdict: .source,
                message: LocalisedText(chinese: "误印", english: "misprint"))
        ]
        #expect(Self.findings(rule, in: report) == report.findings)
        #expect(Self.findings("form.count", in: report) == [])
    }

    // MARK: form.version

    @Test(arguments: [
        (2021, FormVersion.form2021, FormVersion.form2021, 0), (2023, .form2021, .form2019, 1),
        (2020, .form2019, .form2019, 0), (2020, .form2021, .form2021, 2),
    ])
    func theFormOfTheYear(year: Int, disclosure: FormVersion, applications: FormVersion, count: Int) {
        var report = SumRulesTests.sample(
            FormVersions(disclosure: disclosure, applications: applications, disputes: applications))
        report.year = year
        let findings = Self.findings("form.version", in: report)
        #expect(findings.count == count)
        #expect(findings.allSatisfy { $0.severity == .note })
    }

    // MARK: form.section

    static let headings = [
        "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
    ]

    static func sections(_ texts: [String?]) -> Report {
        var report = SumRulesTests.sample()
        report.sections = zip(headings, texts).compactMap { heading, text in
            text.map { Section(heading: heading, paragraphs: $0.isEmpty ? [] : [Paragraph(text: $0, places: [])]) }
        }
        return report
    }

    @Test(
        arguments: [
            (["全年平稳。", "", "", "", "有不足。", "未收取信息处理费。"], []),
            (["全年平稳。", "", "", "", "无。", "未收取信息处理费。"], ["warning 存在的主要问题及改进情况"]),
            (["", "", "", "", "有不足。", "无"], ["warning 总体情况", "note 其他需要报告的事项"]),
            (["全年平稳。", "", "", nil, "有不足。", "没有要说的事。"], ["note 政府信息公开行政复议、行政诉讼情况", "note 信息处理费"]),
            (["全年平稳。", nil, nil, nil, "有不足。", nil], []),
        ] as [([String?], [String])])
    func sectionsAreThereAndSaySomething(texts: [String?], expected: [String]) {
        let findings = Self.findings("form.section", in: Self.sections(texts))
        #expect(findings.map { "\($0.severity.rawValue) \($0.expected)" } == expected)
    }

    /// What is misread on a picture is no mistake of the office.
    @Test func scannedHeadingsAreDoubtedFirst() {
        var report = Self.sections(["", nil, "", "", "无。", "未收取信息处理费。"])
        report.sections[0].heading = "一 、总 体情况"
        report.sections[0].paragraphs = [Paragraph(text: "全 年平稳", places: [])]
        report.pages = [PageSummary(number: 1, width: 1, height: 1, method: .ocr, state: .noText, warnings: [])]
        let findings = Self.findings("form.section", in: report)
        #expect(
            findings.map { "\($0.severity.rawValue) \($0.verdict.rawValue) \($0.expected)" }
                == ["note open 主动公开政府信息情况", "note open 存在的主要问题及改进情况"])
        report.pages[0].method = .text
        #expect(Self.findings("form.section", in: report).map(\.severity) == [.note, .warning])
    }

    @Test func theFeeIsAskedForFrom2021On() {
        var report = Self.sections(["全年平稳。", "", "", "", "有不足。", "没有要说的事。"])
        report.year = 2020
        #expect(Self.findings("form.section", in: report) == [])
    }
}
