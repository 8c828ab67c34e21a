import GxTestSupport
import ReportModel
import Testing

@testable import Comparison

/// What changed between two texts: `~` changed, `>` moved, `+` added, `-` lost.
private func differences(_ left: [String], _ right: [String], _ settings: ComparisonSettings = .init()) -> [String] {
    let comparison = ReportComparison(report(left), report(right), settings: settings)
    return comparison.sentences.map { difference in
        switch difference.kind {
        case .changed: "~" + marked(difference)
        case .moved: ">" + marked(difference)
        case .added: "+" + (difference.right?.text ?? "")
        case .lost: "-" + (difference.left?.text ?? "")
        }
    }
}

private func marked(_ difference: TextDifference) -> String {
    difference.segments.map { segment in
        switch segment.kind {
        case .same: segment.text
        case .removed: "[\(segment.text)]"
        case .inserted: "{\(segment.text)}"
        }
    }.joined()
}

private func report(_ paragraphs: [String]) -> Report {
    var report = SampleReport.clean()
    report.sections = [Section(heading: "一、总体情况", paragraphs: paragraphs.map { Paragraph(text: $0, places: []) })]
    return report
}

struct TextComparisonTests {
    private static let plain = [
        "全年公开信息一百二十条，其中政策解读九条。", "收到申请四十件，均已按期办结。", "网站共发布消息三百余条！", "工作人员培训两次。",
    ]

    @Test func sameTextHasNoDifferences() {
        #expect(differences(Self.plain, Self.plain).isEmpty)
    }

    @Test func joinedAndCutParagraphsAreTheSame() {
        #expect(differences(Self.plain, [Self.plain.joined()]).isEmpty)
    }

    @Test func aChangedNumber() {
        var text = Self.plain
        text[1] = "收到申请四十一件，均已按期办结。"
        #expect(differences(Self.plain, text) == ["~收到申请四十{一}件，均已按期办结。"])
    }

    @Test func lostAddedAndMoved() {
        let text = ["工作人员培训两次。", Self.plain[0], Self.plain[1], "下一步加强基层指导，补齐短板。"]
        #expect(
            Set(differences(Self.plain, text)) == [
                "-网站共发布消息三百余条！", "+下一步加强基层指导，补齐短板。", ">工作人员培训两次。",
            ])
    }

    @Test func movedAndChanged() {
        let text = [Self.plain[1], Self.plain[2], Self.plain[3], "全年公开信息一百三十条，其中政策解读九条。"]
        #expect(differences(Self.plain, text) == [">全年公开信息一百[二]{三}十条，其中政策解读九条。"])
    }

    @Test func aLostFullStopJoinsTwoSentences() {
        let text = [Self.plain[0].dropLast() + "," + Self.plain[1], Self.plain[2], Self.plain[3]]
        #expect(differences(Self.plain, text) == ["~全年公开信息一百二十条，其中政策解读九条[。]{,}收到申请四十件，均已按期办结。"])
    }

    @Test func spaceAndPunctuation() {
        #expect(differences(["公开 12 件， 其中 3件。"], ["公开12件，其中3 件。"]).isEmpty)
        #expect(differences(["电话 0934 12345"], ["电话 093412345"]).count == 1)
        #expect(differences(["电话 0934 12345"], ["电话 093412345"], .init(ignoresSpace: true)).isEmpty)
        #expect(differences(["甲、乙，丙和丁等部门的职责。"], ["甲，乙丙和丁等部门的职责"], .init(ignoresSpace: true)).count == 1)
        #expect(differences(["甲、乙，丙和丁等部门的职责。"], ["甲，乙丙和丁等部门的职责"], .init(ignoresPunctuation: true)).isEmpty)
    }

    @Test func widthIsNoDifference() {
        #expect(differences(["申请（１２）件；"], ["申请(12)件;"]).isEmpty)
    }

    @Test func confusionsAreCounted() {
        let comparison = ReportComparison(
            report(["依法处理完了。", "办理完了信息。"]), report(["依法处理完子。", "办理完子售息。"]))
        #expect(
            comparison.confusions == [
                Confusion(left: "了", right: "子", count: 2), Confusion(left: "信", right: "售", count: 1),
            ])
    }

    @Test func whatDoesNotFollowFromLastYear() throws {
        var last = SampleReport.clean()
        var this = SampleReport.clean()
        func set(_ report: inout Report, _ id: String, _ value: Int) throws {
            let index = try #require(report.figures.firstIndex { $0.id.description == id })
            report.figures[index].content = .amount(Amount(value))
        }
        try set(&last, "applications/carried_forward/total", 4)
        try set(&this, "applications/carried_over/total", 5)
        try set(&last, "disclosure/regulations/in_force", 10)
        try set(&this, "disclosure/regulations/issued", 2)
        try set(&this, "disclosure/regulations/repealed", 1)
        try set(&this, "disclosure/regulations/in_force", 11)
        let comparison = ReportComparison(last, this, settings: .init(isYears: true))
        #expect(
            comparison.brokenCarries == [
                BrokenCarry(figure: FigureID(.applications, "carried_over", "total"), expected: 4, found: 5)
            ])
        #expect(ReportComparison(last, this).brokenCarries.isEmpty)
    }

    @Test func copiedFromLastYear() {
        let text = [Self.plain[0], "今年新设政务公开专区三处。"]
        let comparison = ReportComparison(report(Self.plain), report(text), settings: .init(isYears: true))
        #expect(comparison.copied.map(\.text) == [Self.plain[0]])
        #expect(abs(comparison.copiedShare - 21.0 / 34) < 0.01)
    }

    /// 40,000 sentences, every one changed: bounded work.
    @Test(.timeLimit(.minutes(10))) func largeTexts() {
        let left = (0..<20_000).map { "第\($0)项工作已经完成。" }
        let right = (0..<20_000).map { "第\($0)项任务尚未完成。" }
        #expect(!differences(left, right).isEmpty)
    }
}
