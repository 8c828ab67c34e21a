import Layout
import ReportModel
import Testing

/// Two sheets scanned side by side.
@Suite struct SheetsSideBySideTests {
    private func spread(_ method: ReadingMethod = .ocr, fold: Double = 595) -> DrawnPage {
        var page = DrawnPage(width: 1190, height: 842)
        page.page.method = method
        func text(_ text: String, x: Double, y: Double) {
            for line in 0..<3 {
                page.text(text + String(repeating: "文", count: 36), x: x, y: y + Double(line) * 20, size: 12)
            }
        }
        text("一", x: 70, y: 300)
        page.table([["甲", "1"], ["乙", "2"]], x: [70, 300, fold - 70], top: 500)
        text("二", x: 680, y: 60)
        page.table([["丙", "3", "5", "7"], ["丁", "4", "6", "8"]], x: [fold + 70, 760, 900, 1000, 1120], top: 160)
        text("三", x: 680, y: 400)
        return page
    }

    private func order(_ page: DrawnPage) -> String {
        layout(page).blocks.map { block in
            switch block {
            case .line(let line): String(line.text.prefix(1))
            case .table(let table): table.texts.first?.first ?? ""
            }
        }.joined()
    }

    @Test func theRightOneFollowsTheLeftOne() {
        #expect(order(spread()) == "一一一甲二二二丙三三三")
        #expect(layout(spread()).pages.map(\.number) == [1])
    }

    @Test func whatReachesOverTheFoldMakesItOnePage() {
        var page = spread()
        page.centred("青榆镇人民政府年度报告一览", at: 595, y: 40)
        #expect(order(page).hasPrefix("青二二二丙"))
    }

    /// A wide table without lines: its labels are no sheet, nor are its figures.
    @Test func labelsAndFiguresAreOneTable() {
        var page = DrawnPage(width: 1190, height: 842)
        page.page.method = .ocr
        for row in 0..<8 {
            page.text("第\(row)行" + String(repeating: "文", count: 36), x: 70, y: 100 + Double(row) * 24, size: 12)
            for column in 0..<5 {
                page.text("\(row)", x: 680 + Double(column) * 90, y: 100 + Double(row) * 24, size: 12)
            }
        }
        #expect(layout(page).tables.map(\.rowCount) == [8])
    }
}
