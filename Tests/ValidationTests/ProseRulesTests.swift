import GxTestSupport
import ReportModel
import Testing

@testable import Validation

@Suite struct ProseRulesTests {
    static func report(_ office: Office, _ sections: [Int: [String]]) -> Report {
        var report = office.report
        report.sections = sections.sorted { $0.key < $1.key }.map { number, texts in
            Section(
                heading: FormRulesTests.headings[number - 1],
                paragraphs: texts.enumerated().map { Paragraph(text: $1, places: [.text(line: $0 + 1, column: 1)]) })
        }
        return report
    }

    static func findings(_ office: Office, _ sections: [Int: [String]]) -> [Finding] {
        Validator(rules: RuleSelection(only: ["prose"])).validate(report(office, sections)).findings
    }

    @Test func quotesTheSentenceAndNamesTheCell() throws {
        let sentence = "全年共收到政府信息公开申请68件"
        let finding = try #require(Self.findings(.a, [1: ["概述如下。\(sentence)。其余从略。"]]).first)
        #expect(finding.rule == "prose.applications" && finding.severity == .warning && finding.verdict == .source)
        #expect(finding.quote == sentence)
        #expect(finding.expected == "86/93" && finding.found == "68")
        #expect(finding.figures.map(\.description) == ["applications/new/total"])
        #expect(finding.message.chinese.contains(sentence) && finding.message.chinese.contains("86 或 93"))
        #expect(finding.places == [.text(line: 1, column: 1)])
    }

    /// A number off a picture that is one slip away from the table's was likely misread.
    @Test func scannedSentencesAreDoubtedFirst() {
        func findings(_ count: String) -> [Finding] {
            var report = Self.report(.a, [1: ["全年新收政府信息公开申请\(count)件。"]])
            report.sections[0].paragraphs[0].places = [Place(page: 1, box: Box(x: 0, y: 0, width: 1, height: 1))]
            report.pages = [PageSummary(number: 1, width: 1, height: 1, method: .ocr, state: .noText, warnings: [])]
            return Validator(rules: RuleSelection(only: ["prose"])).validate(report).findings
        }
        #expect(findings("85").map(\.severity) == [.note])
        #expect(findings("41").map(\.severity) == [.warning])
        #expect((findings("85") + findings("41")).map(\.verdict) == [.open, .open])
    }

    /// 1,120 is what the table has of 自然人, whom the sentence names: it was most likely read wrong.
    @Test(arguments: [("1120", Finding.Severity.note), ("1121", .warning)])
    func aNumberThatAnotherFigureExplainsIsDoubted(count: String, severity: Finding.Severity) {
        let findings = Self.findings(.e, [3: ["自然人关注度高，受理申请\(count)件。"]])
        #expect(findings.map(\.severity) == [severity])
    }

    /// The comma of ASCII ends a clause, but parts no number.
    @Test func otherCommasAreCommas() {
        let findings = Self.findings(.a, [1: ["全年收到政府信息公开申请86件,办结74件,结转下年9件。"]])
        #expect(findings.map(\.found) == ["74"])
        #expect(Self.findings(.e, [1: ["全年收到政府信息公开申请1,426件,办结1,424件。"]]).isEmpty)
    }

    /// What is denied in one breath is denied thing by thing.
    @Test func everyThingOfADenialIsDenied() {
        let findings = Self.findings(.k, [1: ["全年未有受理信息公开申请、行政复议、诉讼和申诉情况。"]])
        #expect(
            Set(findings.flatMap(\.figures).map(\.description)) == [
                "applications/new/total", "disputes/reconsideration/total", "disputes/litigation_direct/total",
                "disputes/litigation_after_reconsideration/total",
            ])
        let disputes = Self.findings(.a, [1: ["未因政府信息公开工作收到被申请行政复议、提起诉讼的情况。"]])
        #expect(Set(disputes.flatMap(\.figures).map(\.row)).count == 3)
    }

    @Test func amountsKeepTheirDecimals() {
        let mentions = NumberReader.mentions(in: ProseLetters("行政事业性收费27.948692万元、1.5亿元、12.50万元"))
        #expect(mentions.map(\.value.description) == ["279486.92", "150000000", "125000"])
    }

    /// The district's departments and towns are the district, in the report of its government.
    @Test func allDepartmentsOfTheCountyAreTheCounty() {
        let sentence = "2023年，全县各职能部门、乡镇共收到政府信息公开申请66件。"
        #expect(Self.findings(.d, [3: [sentence]]).map(\.severity) == [.warning])
        // Of one department, they are others.
        #expect(Self.findings(.a, [3: [sentence]]).isEmpty)
    }

    @Test func theSameMistakeIsReportedOnce() {
        let sentence = "全年共收到政府信息公开申请68件。"
        #expect(Self.findings(.a, [1: [sentence, sentence], 3: [sentence]]).count == 1)
    }

    /// Both lists of results together are what the table counts.
    @Test func resultsToldApartByWhereTheApplicationsCameFrom() {
        var report = Self.report(
            .b,
            [
                3: [
                    "本年新接收的申请15件，其中部分公开2件、属于四类过程性信息不予公开1件、本机关不掌握相关政府信息3件、其他处理9件。"
                        + "上年结转申请9件，其中予以公开1件、部分公开3件、其他处理5件。全年共收到并办结24件。"
                ]
            ])
        for (row, count) in [
            ("new", 15), ("carried_over", 9), ("granted", 1), ("partly_granted", 5), ("refused.process", 1),
            ("unavailable.not_held", 3), ("other.other", 14), ("total", 24),
        ] {
            for column in ["natural_person", "total"] { report.print(count, at: "applications/\(row)/\(column)") }
        }
        let examination = Examination(report)
        let agreeing = examination.claims.outcomes.filter { $0.answer == .agrees }
        #expect(examination.claims.outcomes.count == agreeing.count)
        #expect(Set(agreeing.map(\.expected)).isSuperset(of: ["15/24", "9", "5", "1", "3", "14"]))
        // One of the parts wrong: 9 + 6 is not 14.
        report.sections[0].paragraphs[0].text = report.sections[0].paragraphs[0].text.replacing(
            "其他处理5件", with: "其他处理6件")
        let wrong = Examination(report).claims.outcomes.filter { $0.answer == .differs }
        #expect(wrong.map(\.found) == ["15"] && wrong.map(\.expected) == ["14"])
    }

    @Test func whatIsAmbiguousIsANote() {
        // Of the 86 new ones alone: the table counts those carried over as well.
        let notes = Self.findings(.a, [3: ["本年新收申请86件，其中予以公开30件。"]])
        #expect(notes.map(\.severity) == [.note])
        // More than there are in all is no matter of which.
        let warnings = Self.findings(.a, [3: ["本年新收申请86件，其中予以公开32件。"]])
        #expect(warnings.map(\.severity) == [.warning])
    }

    @Test func wholeGovernmentsAndTheirOffices() {
        let notes = Self.findings(.d, [1: ["全县共收到政府信息公开申请320件。", "县政府办公室受理政府信息公开申请17件。"]])
        #expect(notes.allSatisfy { $0.severity == .note })
        #expect(Self.findings(.a, [1: ["全县共收到政府信息公开申请320件。"]]) == [])
    }

    @Test func cellsThatAreNotKnownAreNotCompared() {
        var report = Self.report(.a, [1: ["全年共收到政府信息公开申请68件。"]])
        for column in ["natural_person", "total"] { report.lose("applications/new/\(column)") }
        for column in ["natural_person", "total"] { report.lose("applications/total/\(column)") }
        let findings = Validator(rules: RuleSelection(only: ["prose"])).validate(report).findings
        #expect(findings == [])
    }

    @Test func aFeeIsToldInOneWay() {
        let one = "我局2023年未收取信息处理费。"
        let other = "2023年，我局收取信息处理费350元。"
        #expect(Self.findings(.a, [1: [one], 6: [one]]) == [])
        let findings = Self.findings(.a, [1: [other], 6: [one]])
        #expect(findings.map(\.rule) == ["prose.fee"])
        #expect(findings.first?.message.chinese.contains("350元") == true)
    }

    @Test(arguments: [
        ("86件", 86, NumberMention.Exactness.exact), ("１，２４３件", 1243, .exact), ("1,243件", 1243, .exact),
        ("八十六件", 86, .exact), ("一百零六件", 106, .exact), ("两件", 2, .exact), ("十余件", 10, .more),
        ("80多件", 80, .more), ("近百件", 100, .nearly), ("约20件", 20, .about), ("20件左右", 20, .about),
        ("20件以上", 20, .atLeast), ("超过20件", 20, .atLeast), ("1.2万件", 12_000, .exact), ("三千二百一十件", 3210, .exact),
        ("零件", 0, .exact), ("一万二千件", 12_000, .exact), ("8 6 件", 86, .exact), ("二十件", 20, .exact),
    ])
    func numbersAsTheyAreWritten(text: String, value: Int, exactness: NumberMention.Exactness) {
        let mentions = NumberReader.mentions(in: ProseLetters(text)).filter { $0.unit == .pieces }
        #expect(mentions.map(\.value) == [Amount(value)])
        #expect(mentions.map(\.exactness) == [exactness])
    }

    @Test(arguments: ["三安全一稳定", "一是加强领导", "第二十条", "几十件", "四类过程性信息", "2023年", "15个工作日", "86人次", "每一份"])
    func whatIsNoNumberOfThings(text: String) {
        #expect(NumberReader.mentions(in: ProseLetters(text)).filter { $0.unit != .other } == [])
    }

    @Test(arguments: [
        ("12.5万元", Amount(digits: 125, decimals: 1), true), ("125000元", Amount(digits: 125, decimals: 1), true),
        ("12.5万元", Amount(digits: 124_983, decimals: 4), true), ("12.5万元", Amount(digits: 1259, decimals: 2), false),
        ("13万元", Amount(digits: 125, decimals: 1), true), ("14万元", Amount(digits: 125, decimals: 1), false),
        ("124983元", Amount(digits: 124_983, decimals: 4), true),
        ("124900元", Amount(digits: 124_983, decimals: 4), false),
    ])
    func moneyIsComparedAsItIsRounded(text: String, cell: Amount, agrees: Bool) {
        let mention = NumberReader.mentions(in: ProseLetters(text)).first { $0.unit == .yuan }
        #expect(mention?.covers(cell, unitsPerFigure: 10_000) == agrees)
    }

    @Test func anyTextIsRead() {
        var generator = SeededGenerator(seed: 4)
        let words = [
            "收到", "申请", "件", "86", "十", "万", "（", "）", "，", "。", "未", "上年", "结转", "行政复议", "元", "《", "2023年", ".", ",",
        ]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 1...60, using: &generator)).compactMap { _ in
                words.randomElement(using: &generator)
            }
            _ = Self.findings(.a, [3: [text.joined()]])
        }
        _ = Self.findings(.a, [1: [String(repeating: "9", count: 5000), String(repeating: "收到申请九", count: 5000)]])
    }
}
