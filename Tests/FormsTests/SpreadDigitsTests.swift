import ReportModel
import Testing

@testable import Forms

/// Digits that a cell's text spreads over its width, as `pdftotext -layout` writes them.
@Suite struct SpreadDigitsTests {
    /// 3, 0, 1, 0, 0, 2 and 6 of the last row but one add up, and 39, 20, 1, 0, 0, 2 and 62 do as well.
    private static let page = """
         项之和，等于第三项加第四项之和）         自然人                          社会公益 法律服务         总计
        一、本年新收政府信息公开申请数量          4       4   2       0   1      0      0   2    6       7
        二、上年结转政府信息公开申请数量              0           0       0      0      0   0        0
            （一）予以公开                   0           0       0      0      0   0        0
                                      0           3       0      0      0   0        3
                    1.属于国家秘密          0           0       0      0      0   0        0
                                      0           0       0      0      0   0        0
                                      0           0       0      0      0   0        0
            （三）不    4.保护第三方合法权益       4           0       1      0      0   1        6
                                      0           0       0      0      0   0        0
                    6.属于四类过程性信息       0           0       0      0      0   0        0
                    7.属于行政执法案卷        0           0       0      0      0   1        1
                    8.属于行政查询事项        0           0       0      0      0   0        0
                                      0           0       0      0      0   0        0
        年                             0           1       0      0      0   0        1
        办                             0           0       0      0      0   0        0
        结           1.信访举报投诉类申请       0           0       0      0      0   0        0
        果           2.重复申请            2           4       0      0      0   0        6
                    3.要求提供公开出版物       0           0       0      0      0   0        0
                                      0           0       0      0      0   0        0
                                      0           0       0      0      0   0        0
                    重新出具已获取信息
                    1.申请人无正当理由逾
                                      7           6       0      0      0   0    1       3
                    2.申请人逾期未按收费
                                      2           1       0      0      0   0        3
                    3.其他          2       4       5       0      0      0   0    2       9
            （七）总计                 3       9   2       0   1      0      0   2    6       2
        四、结转下年度继续办理                   5           0       0      0      0   0        5
        """

    @Test func rowsThatAddUpWithoutSomeOfTheirDigits() {
        let figures = DumpReader.figures(in: Self.page.split(separator: "\n").map(String.init), year: 2023)
        for (column, count) in [("natural_person", 39), ("enterprise", 20), ("total", 62)] {
            let figure = figures.first { $0.id.description == "applications/total/\(column)" }
            #expect(figure?.status == .suspect)
            #expect(figure?.amount?.count == count)
        }
    }

    /// The total of 信访 is 10, wrong as printed: its noughts add up without the 1, as they do without any of their own.
    private static let wrongTotal = """
        一、本年新收政府信息公开申请数量          4       8    9     0      0      0   0    5       7
        二、上年结转政府信息公开申请数量              0        0     0      0      2   0        2
            （一）予以公开                   0        0     0      0      0   0        0
                                      0        0     0      0      0   0        0
                    1.属于国家秘密          0        0     0      0      0   0        0
                                  1       0    4     0      0      0   0    1       4
                                      0        0     0      0      0   0        0
            （三）不    4.保护第三方合法权益       0        0     0      0      0   0        0
                                      0        0     0      0      0   0        0
                    6.属于四类过程性信息       0        0     0      0      0   0        0
                    7.属于行政执法案卷        9        0     0      0      0   0        9
                    8.属于行政查询事项        8        0     0      0      2   0    1       0
                                      0        0     0      0      0   0        0
        年                             0        0     0      0      0   0        0
        办                             2        0     0      0      0   0        2
        结           1.信访举报投诉类申请       0        0     0      0      0   0    1       0
        果           2.重复申请            0        0     0      0      0   0        0
                    3.要求提供公开出版物       0        0     0      0      0   0        0
                                      0        2     0      0      0   0        2
                                      0        0     0      0      0   0        0
                    重新出具已获取信息
                    1.申请人无正当理由逾
                                      0        0     0      0      0   0        0
                    2.申请人逾期未按收费
                                      0        0     0      0      0   0        0
                    3.其他          1       5    3     0      0      0   0    1       8
            （七）总计                 4       4    9     0      0      2   0    5       5
        四、结转下年度继续办理                   4        0     0      0      0   0        4
        """

    @Test func noughtsProveNothing() {
        let figures = DumpReader.figures(in: Self.wrongTotal.split(separator: "\n").map(String.init), year: 2023)
        let total = figures.first { $0.id.description == "applications/rejected.petition/total" }
        #expect(total?.status == .suspect)
    }

    private static func value(_ printed: String) -> DumpValue {
        DumpValue(
            digits: Array(printed.utf8), amount: Amount(ascii: Array(printed.utf8)), printed: printed,
            place: .text(line: 1, column: 1, length: printed.count))
    }

    @Test(arguments: [
        (["3", "9", "2", "0", "5"], ["392 0 5", "39 20 5", "3 920 5", "3 9 205"]),
        (["0", "9", "2", "0"], ["0 92 0", "0 9 20"]), (["12", "9", "2", "0"], ["12 92 0", "12 9 20"]),
        (["1", "2", "3"], []),
    ])
    func waysToPutDigitsTogether(values: [String], ways: [String]) {
        let found = SpreadDigits.ways(values.map(Self.value), size: 3)
        #expect(found.map { $0.map { String(decoding: $0.digits, as: UTF8.self) }.joined(separator: " ") } == ways)
    }

    /// html2text draws --- below a head that is one merged cell: no figure, and none beside the row below it.
    @Test func dashesBelowAHeadOfOneCell() {
        let lines = [
            "二、主动公开政府信息情况",
            "第二十条第（一）项  ",
            "---  ",
            "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数  ",
            "规章 | 2 | 0 | 0  ",
            "行政规范性文件 | 11 | 5 | 18  ",
            "第二十条第（五）项  ",
            "信息内容 | 本年处理决定数量  ",
            "行政许可 | 140918  ",
            "第二十条第（六）项  ",
            "信息内容 | 本年处理决定数量  ",
            "行政处罚 | 0  ",
            "行政强制 | 0  ",
            "第二十条第（八）项  ",
            "信息内容 | 本年收费金额（单位：万元）  ",
            "行政事业性收费 | 146539.6  ",
        ]
        let figures = DumpReader.figures(in: lines, year: 2023)
        for (column, count) in [("issued", 2), ("repealed", 0), ("in_force", 0)] {
            let figure = figures.first { $0.id.description == "disclosure/regulations/\(column)" }
            #expect(figure?.amount?.count == count)
            #expect(figure?.status == .ok)
        }
    }
}
