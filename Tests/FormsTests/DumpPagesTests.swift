import Forms
import Foundation
import GxTestSupport
import ReportModel
import Testing

/// Whole texts of pages (`Fixtures/pages`) that were given wrong without a word, or in doubt without need.
@Suite struct DumpPagesTests {
    struct Page: CustomStringConvertible {
        var name: String
        /// How many figures are at least right and beyond doubt.
        var certain: Int

        var description: String { name }
    }

    private static let pages = [
        Page(name: "bare-row", certain: 180),
        Page(name: "below-next-heading", certain: 185),
        Page(name: "beside-anothers-label", certain: 130),
        Page(name: "blanks-in-thousands", certain: 190),
        Page(name: "dash-on-two-lines", certain: 198),
        Page(name: "figures-below-watermark", certain: 190),
        Page(name: "figures-overleaf", certain: 190),
        Page(name: "row-left-over", certain: 125),
        Page(name: "running-title", certain: 199),
        Page(name: "thousands-and-blank-totals", certain: 170),
        Page(name: "raw-neighbours", certain: 130),
        Page(name: "raw-sign", certain: 190),
        Page(name: "stream-broken-thousands", certain: 160),
        Page(name: "stream-figure-behind-watermark", certain: 48),
        Page(name: "stream-heads-out-of-order", certain: 80),
        Page(name: "stream-marks-out-of-line", certain: 20),
        Page(name: "stream-out-of-line", certain: 110),
        Page(name: "stream-two-in-a-line", certain: 15),
        Page(name: "figure-at-page-end", certain: 135),
        Page(name: "raw-between-labels", certain: 10),
        Page(name: "raw-broken-total", certain: 70),
        Page(name: "stream-uneven-block", certain: 0),
        Page(name: "two-dashes", certain: 25),
        Page(name: "blank-totals-in-two-heaps", certain: 198),
        Page(name: "columns-elsewhere-overleaf", certain: 28),
        Page(name: "disputes-among-watermark", certain: 180),
        Page(name: "disputes-on-two-lines", certain: 50),
        Page(name: "figure-below-heading", certain: 45),
        Page(name: "label-broken-behind-a-mark", certain: 198),
        Page(name: "page-number-in-fifteen-squares", certain: 175),
        Page(name: "raw-figures-for-thousands", certain: 20),
        Page(name: "raw-minus-sign", certain: 190),
        Page(name: "raw-narrow-figures", certain: 10),
        Page(name: "raw-page-number-below-disputes", certain: 175),
        Page(name: "raw-page-number-on-top", certain: 25),
        Page(name: "remark-behind-label", certain: 198),
        Page(name: "spaced-by-chance", certain: 195),
        Page(name: "stream-cells-gathered", certain: 3),
        Page(name: "stream-empty-lines", certain: 130),
        Page(name: "stream-figure-before-label", certain: 3),
        Page(name: "stream-short-row", certain: 45),
        Page(name: "stray-half-of-a-row", certain: 165),
        Page(name: "thousands-above-their-row", certain: 165),
        Page(name: "thousands-of-one-total", certain: 198),
        Page(name: "watermark-letter-at-a-figure", certain: 195),
        Page(name: "web-bars-negative-change", certain: 198),
        Page(name: "commas-before-thousands", certain: 206),
        Page(name: "two-spaces-around-blanks", certain: 200),
        Page(name: "single-spaces-around-blanks", certain: 199),
        Page(name: "row-parted-by-heading", certain: 35),
        Page(name: "stream-heads-behind-labels", certain: 0),
        Page(name: "raw-upside-down", certain: 75),
        Page(name: "blank-among-spaces", certain: 175),
        Page(name: "ends-below-figures", certain: 105),
        Page(name: "three-lines-of-digits", certain: 175),
        Page(name: "figures-behind-next-heading", certain: 180),
        Page(name: "blanks-move-a-total", certain: 75),
    ]

    @Test(arguments: pages) func noFigureIsSilentlyWrong(_ page: Page) throws {
        let truth = try Self.lines("\(page.name).tsv").filter { !$0.isEmpty }.map { $0.split(separator: "\t") }
        let figures = Dictionary(uniqueKeysWithValues: try Self.figures(page).map { ($0.id, $0) })
        var certain = 0
        for row in truth {
            let id = try #require(FigureID("\(row[0])/\(row[1])/\(row[2])"))
            guard let figure = figures[id], figure.status == .ok || figure.status == .empty else { continue }
            let value = row.count > 3 ? Amount(ascii: String(row[3])) : nil
            #expect(figure.amount == value, "\(id)")
            if figure.amount == value { certain += 1 }
        }
        #expect(certain >= page.certain)
    }

    /// One reason can hold for a row in several places.
    @Test(arguments: pages) func noDoubtIsToldTwice(_ page: Page) throws {
        for figure in try Self.figures(page) {
            #expect(Set(figure.doubts).count == figure.doubts.count, "\(figure.id)")
        }
    }

    private static func figures(_ page: Page) throws -> [Figure] {
        let document = TextDocument(lines: try lines("\(page.name).txt"), encoding: "UTF-8")
        let reports = try DumpReader.reports(in: document, source: "x")
        #expect(reports.count == 1)
        return try #require(reports.first).figures
    }

    private static func lines(_ name: String) throws -> [String] {
        let url = URL(fileURLWithPath: "\(FixtureDocument.root)/Fixtures/pages/\(name)")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
