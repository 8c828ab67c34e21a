import Forms
import ReportModel
import Testing

/// Texts of pages whose words come by their height: a label of three lines begins before the one-line label beside it.
@Suite struct DumpHeightTests {
    @Test func piecesOfLabelsThatStandBetweenEachOtherTellNoOrder() throws {
        let lines = Self.woven.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let report = try #require(
            try DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x").first)
        let columns = ["natural_person", "enterprise", "research", "social", "legal_service", "other", "total"]
        let rows = [
            "new": [129, 46, 10, 7, 4, 6, 202], "carried_over": [10, 2, 0, 1, 0, 1, 14],
            "carried_forward": [0, 0, 0, 1, 2, 0, 3],
        ]
        for (row, values) in rows {
            for (column, value) in zip(columns, values) {
                let figure = try #require(report.figures.first { $0.id == FigureID(.applications, row, column) })
                #expect(figure.amount == Amount(ascii: "\(value)"), "\(row) \(column)")
            }
        }
    }

    private static let woven = """
        三、收到和处理政府信息公开申请情况
        申请人情况
        （本列数据的勾稽关系为：第一
        项加第二项之和，等于第三项加
        第四项之和）
        自然人

        法人或其他组织
        总计
        社会
        科研
        法律服务
        商业企业
        公益
        其他
        机构
        机构
        组织

        一、本年新收政府信息公开申请
        数量
        \(["129", "46", "10", "7", "4", "6", "202"].joined(separator: "\n"))
        二、上年结转政府信息公开申请
        数量
        \(["10", "2", "0", "1", "0", "1", "14"].joined(separator: "\n"))
        （七）总计
        \(["139", "48", "10", "7", "2", "7", "213"].joined(separator: "\n"))
        四、结转下年度继续办理
        \(["0", "0", "0", "1", "2", "0", "3"].joined(separator: "\n"))
        四、政府信息公开行政复议、行政诉讼情况
        """
}
