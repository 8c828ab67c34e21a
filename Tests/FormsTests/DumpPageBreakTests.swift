import ReportModel
import Testing

@testable import Forms

/// Where a page of a text ends: what stands below its last line and above the next one's first.
@Suite struct DumpPageBreakTests {
    /// The head of the disputes table ends a page, and its one line of figures stands overleaf.
    @Test(arguments: ["第 2 页，共 3 页", "- 2 -", "2/3", "某某县财政局2023年度报告（仅供查阅）", ""])
    func disputesOverleaf(foot: String) {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况
                                                                单位：件
                                                       行政诉讼
                      行政复议
                                              未经复议直接起诉                               复议后起诉
             结果   结果   其他      尚未         结果   结果   其他    尚未            结果       结果     其他    尚未
             维持   纠正   结果      审结    总计   维持   纠正   结果    审结       总计   维持       纠正     结果    审结    总计



                                               \(foot)
            \u{0C} 4     0   0    3   7   0   0        0        0   0   2   1   4   4   11


            五、存在的主要问题及改进情况
              一是个别栏目更新不够均衡，年底集中发布的现象仍然存在；二是解读形式偏于文字。
            """
        let figures = Self.read(text).filter { $0.id.table == .disputes }
        let values = [4, 0, 0, 3, 7, 0, 0, 0, 0, 0, 2, 1, 4, 4, 11]
        #expect(figures.count == values.count)
        for (figure, value) in zip(figures, values) where figure.status == .ok || figure.status == .empty {
            #expect(figure.amount?.count == value, "\(figure.id)")
        }
        // A foot that no other page repeats, and a number without the pages', may be anything.
        if foot.count < 12, foot != "2/3" { #expect(figures.allSatisfy { $0.status == .ok }, "\(figures[0])") }
    }

    /// 1/3 is a page's number, wherever on its page the text has it; 1/2 that no other page counts on is not.
    @Test(arguments: [(["1/3", "2/3", "3/3"], true), (["1/5", "2/5", "5/5"], true), (["1/5", "0/0", "1/0"], false)])
    func numbersOfPages(numbers: [String], arePages: Bool) {
        let text = """
            二、主动公开政府信息情况
            第二十条第（五）项
            信息内容
            上一年项目数量
            本年增/减
            处理决定数量
            行政许可
            \(numbers[0])
            992
            -1
            0
            其他对外管理服务事项
            5
            -2
            7
            三、收到和处理政府信息公开申请情况
            \(numbers[1])
            四、政府信息公开行政复议、行政诉讼情况
            \(numbers[2])
            """
        let figures = Self.read(text, year: 2020).filter { $0.id.row == "licensing" }
        #expect(figures.count == 3)
        #expect(figures.allSatisfy { $0.status != .ok } == !arePages)
        if arePages { #expect(figures.map { $0.amount?.description } == ["992", "-1", "0"]) }
    }

    /// The longest figures of a row go on in a second line, in the middle of which the others stand.
    @Test func figuresThatBeginOnTheLineAbove() {
        let lines = ["     1                             1", "     4    1    0    0    0    0    5"].enumerated().map {
            CellReader().elements(of: DumpLine($1, number: $0 + 1)).filter { $0.value != nil }
        }
        #expect(lines.map(\.count) == [2, 7])
        let figures = SpreadFigures.joined(lines, size: 7) ?? []
        #expect(figures.map { $0.value?.amount } == [14, 1, 0, 0, 0, 0, 15])
        // A figure above the gap between two is a piece of neither.
        let astray = CellReader().elements(of: DumpLine("       1", number: 1)).filter { $0.value != nil }
        #expect(SpreadFigures.joined([astray, lines[1]], size: 7) == nil)
    }

    /// A narrow cell put the point and the decimals on a line of their own.
    @Test(arguments: [("52015", ".2"), ("５２０１５", "．２")]) func decimalsOnTheLineBelow(whole: String, rest: String) {
        let text = """
            二、主动公开政府信息情况
            第二十条第（九）项
              信息内容    采购项目数量    采购总金额
            政府集中采购      13             \(whole)
                                             \(rest)
            三、收到和处理政府信息公开申请情况
            """
        let figures = Self.read(text, year: 2020).filter { $0.id.row == "procurement" }
        let amount = figures.first { $0.id.column == "amount" }
        #expect(amount?.status != .ok || amount?.amount?.description == "52015.2")
        #expect(amount?.printed.contains(rest) == true)
        #expect(figures.first?.status == .ok)
    }

    private static func read(_ text: String, year: Int = 2023) -> [Figure] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return DumpReader.figures(in: ["某某县财政局\(year)年政府信息公开工作年度报告", ""] + lines, year: year)
    }
}
