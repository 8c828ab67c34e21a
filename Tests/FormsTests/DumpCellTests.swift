import Forms
import GxTestSupport
import ReportModel
import Testing

/// Cells and heads that must not move the figures beside them.
@Suite struct DumpCellTests {
    private static func report(_ text: String) -> Report? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return try? DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x").first
    }

    /// What is certain, and is not what the report says.
    private static func silent(_ report: Report?, _ sample: DumpSample, unreadable: FigureID? = nil) -> [String] {
        (report?.figures ?? []).filter { $0.status == .ok || $0.status == .empty }.filter { figure in
            figure.id == unreadable || figure.amount != Amount(ascii: sample.value(figure.id))
        }.map { "\($0.id) is \(sample.printed[$0.id] ?? ""), read \($0.amount?.description ?? "")" }
    }

    /// □ stands for a figure: it is in doubt, and those behind it stay where they are, also where no sum holds.
    @Test(arguments: DumpLayout.allCases, ["□", "?", "x", "见附件"])
    func aCellThatCannotBeRead(layout: DumpLayout, scrap: String) {
        for seed in DumpLayoutTests.seeds(2 * DumpLayoutTests.rounds) {
            var generator = SeededGenerator(seed: seed)
            var style = DumpSample.Style()
            style.size = DumpSample.Size.allCases[Int(seed % 3)]
            style.misprints = 3
            var sample = DumpSample(forms: FormVersions(.form2021), style: style, using: &generator)
            let id = sample.forms.figures.randomElement(using: &generator) ?? sample.forms.figures[0]
            sample.printed[id] = scrap
            let text = sample.text(disclosure: layout, applications: layout, disputes: layout, using: &generator)
            let wrong = Self.silent(Self.report(text), sample, unreadable: id)
            #expect(wrong.isEmpty, "seed \(seed), \(id)")
        }
    }

    /// 总计 in the last cell of the head's first line comes before the other columns in the text, and is the last all the
    /// same; the only row with figures does not add up, so that no sum tells.
    @Test func aHeadWhoseTotalStandsInItsFirstLine() throws {
        var generator = SeededGenerator(seed: 3)
        var style = DumpSample.Style()
        style.size = .nearlyZero
        var sample = DumpSample(forms: FormVersions(.form2021), style: style, using: &generator)
        for id in sample.forms.definition(of: .applications).figures { sample.printed[id] = "0" }
        sample.printed[FigureID(.applications, "new", "natural_person")] = "5"
        sample.printed[FigureID(.applications, "new", "total")] = "9"
        let lines = sample.text(disclosure: .tabs, applications: .tabs, disputes: .tabs, using: &generator)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let corner = try #require(lines.firstIndex { $0.contains("勾稽关系") })
        let head = [
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t申请人情况\t\t\t\t\t\t总计\t",
            "\t\t自然人\t法人或其他组织\t\t\t\t\t\t", "\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t",
        ]
        let text = (lines[..<corner] + head + lines[(corner + 3)...]).joined(separator: "\n")
        let report = try #require(Self.report(text))
        #expect(Self.silent(report, sample).isEmpty)
        #expect(report.figures.count { $0.status == .ok } > 180)
    }
}
