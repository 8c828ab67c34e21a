import ReportModel
import Testing

@testable import Layout

/// What it takes to find the columns of many texts, counted in rounds over all of them.
@Suite struct ColumnRoundTests {
    /// Characters that stand anywhere make hundreds of columns, nearly all of which are merged.
    private func dust(_ count: Int) -> (text: RunText, scale: PageScale) {
        var page = DrawnPage(height: 3000)
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31)
        }
        for index in 0..<count {
            page.glyphs(index % 2 == 0 ? "4" : "a", at: [(580 * random(), 2900 * random())], size: 5)
        }
        let settings = LayoutSettings()
        let words = WordFinder(page.page, settings).words()
        return (RunFinder(page.page, settings).runs(words), PageScale(em: 5, settings: settings))
    }

    @Test(arguments: [250, 1000, 4000]) func weighsTheEvidenceAFewTimes(_ count: Int) {
        let (text, scale) = dust(count)
        let found = ColumnFinder(text, scale).found(in: Array(text.runs.indices))
        #expect(text.runs.count > count / 2)
        #expect((1...30).contains(found.rounds), "\(found.rounds) rounds to \(found.columns.count) columns")
    }
}
