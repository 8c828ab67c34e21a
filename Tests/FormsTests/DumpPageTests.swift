import Forms
import ReportModel
import Testing

/// Pages over which a watermark runs: its letters take lines of their own and part rows from their labels.
@Suite struct DumpPageTests {
    private static func figures(_ text: String) throws -> [FigureID: Figure] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let report = try #require(
            try DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x").first)
        return Dictionary(uniqueKeysWithValues: report.figures.map { ($0.id, $0) })
    }

    /// 0 1 0 0 0 0 1 over 2 0 0 0 0 0 2 add up as 02 10 00 00 00 00 12 too, and are two rows.
    @Test func rowsThatAddUpWhenOneIsPutBehindTheOther() throws {
        let figures = try Self.figures(Self.twoRows)
        let columns = ["natural_person", "enterprise", "research", "social", "legal_service", "other", "total"]
        let meant = [
            "unavailable.not_held": [8, 1, 0, 0, 0, 0, 9], "unavailable.needs_creation": [0, 1, 0, 0, 0, 0, 1],
            "unavailable.unclear": [2, 0, 0, 0, 0, 0, 2],
        ]
        for (row, values) in meant {
            for (column, value) in zip(columns, values) {
                let figure = try #require(figures[FigureID(.applications, row, column)])
                let isCertain = figure.status == .ok || figure.status == .empty
                #expect(!isCertain || figure.amount == Amount(ascii: "\(value)"), "\(row) \(column)")
            }
        }
        #expect(figures.values.count { $0.status == .ok } > 150)
    }

    /// The fee stands two lines below its label, and in the head: no blank cell is seen.
    @Test func aFigureBesideNoLabelLeavesNoBlankCell() throws {
        let figures = try Self.figures(Self.brokenHead)
        let fee = try #require(figures[FigureID(.disclosure, "fees", "amount")])
        #expect(fee.status != .empty)
        #expect(fee.status != .ok || fee.amount == Amount(ascii: "6.875771"))
        #expect(figures[FigureID(.disclosure, "regulations", "issued")]?.status == .ok)
    }

    /// A page ends in the head: the places of its labels below are not those of the labels above.
    @Test func aHeadOverTwoPages() throws {
        let figures = try Self.figures(Self.partedHead)
        let columns = ["natural_person", "enterprise", "research", "social", "legal_service", "other", "total"]
        for (column, value) in zip(columns, [149, 31, 1, 1, 7, 0, 189]) {
            let figure = try #require(figures[FigureID(.applications, "new", column)])
            #expect(figure.status != .ok || figure.amount == Amount(ascii: "\(value)"), "\(column)")
        }
    }

    /// Two spaces part the cells, blank ones too: the figures stand below other columns' labels by chance.
    @Test func figuresBelowLabelsByChance() throws {
        let text = """
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容  本年制发件数  本年废止件数  现行有效件数
            规章    1\u{20}\u{20}
            行政规范性文件  15    7（其中修订3件）
            第二十条第（五）项
            信息内容  本年处理决定数量
            行政许可  21
            第二十条第（六）项
            行政处罚  11964
            三、收到和处理政府信息公开申请情况
            一、本年新收政府信息公开申请数量5016316196128二、上年结转政府信息公开申请数量2147822（一）予以公开714200013
            """
        let figures = try Self.figures(text)
        for (row, column) in [("regulations", "issued"), ("normative_documents", "repealed")] {
            let figure = try #require(figures[FigureID(.disclosure, row, column)])
            #expect(figure.status != .ok && figure.status != .empty, "\(row) \(column)")
        }
    }

    /// Of 2991,13958 nobody knows whether the comma parts two figures or groups the digits of one.
    @Test func aCommaBetweenDigitsThatRanTogether() throws {
        let text = """
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容,本年新制作数量,本年新公开数量,对外公开总数量
            规章,11,2,10
            第二十条第（八）项
            信息内容,上一年项目数量,本年增/减
            行政事业性收费,2991,13958
            三、收到和处理政府信息公开申请情况
            一、本年新收政府信息公开申请数量5016316196128二、上年结转政府信息公开申请数量2147822（一）予以公开714200013
            """
        let figures = try Self.figures(text)
        for (column, value) in [("previous_items", 2991), ("change", 13958)] {
            let figure = try #require(figures[FigureID(.disclosure, "fees", column)])
            #expect(figure.status != .ok || figure.amount == Amount(value), "\(figure)")
        }
    }

    private static let partedHead = """
             三、收到和处理政府信息公开申请情况
        （本列数据的勾稽关系为：第一项加第二项之和，等于第三                         申请人情况
                 项加第四项之和）          自然人                    法人或其他组织            总计


                                                                              -3-
        \u{0C}                                               社会公益 法律服务
                                           商业企业 科研机构               其他
                                                        组织   机构
        一、本年新收政府信息公开申请数量             149    31   1      1    7     0    189

        二、上年结转政府信息公开申请数量             11     2    0      0    0     0    13

          （一）予以公开                    58     7    0      1    3     0    69
          （二）部分公开（区分处理的，只计这一情形，不计
                                     15     2    1      0    0     0    18
          其他情形）
                      1、属于国家秘密        2     1    0      0    0     0     3
                      2、其他法律行政法规禁止


                                             料
                                      1     0    0      0    1     0     2
                      公开
        三


                                           资
                      3、危及“三安全一稳定”    1     0    0      0    0     0    1
        、
        本


                                     部
                      4、保护第三方合法权益     2     0    0      0    0     0    2
        年 （三）不予公开
        度             5、属于三类内部事务信息    4     0    0      0    0     0    4
        办
        理
        结
        果
                      6、属于四类过程性信息

                      7、属于行政执法案卷
                                 内    2

                                      4
                                            0

                                            1
                                                 0

                                                 0
                                                        0

                                                        0
                                                             0

                                                             0
                                                                   0

                                                                   0
                                                                        2

                                                                        5

                      8、属于行政查询事项      4     0    0      0    0     0    4
                      1、本机关不掌握相关政府
                                     33     12   0      0    0     0    45
                      信息
                      2、没有现成信息需要另行
          （四）无法提供                     3     1    0      0    0     0     4
                      制作
                      3、补正后申请内容仍不明
                                      5     0    0      0    0     0     5
                      确



                                                                              -4-
        \u{0C}              1、信访举报投诉类申请     6        3    0       0   0   0        9

                      2、重复申请          5        3    0       0   2   0        10
                      3、要求提供公开出版物     0        0    0       0   0   0        0
          （五）不予处理
                      4、无正当理由大量反复申
                                      1        0    0       0   0   0         1
                      请
                      5、要求行政机关确认或重
                                      0        0    0       0   1   0         1
                      新出具已获取信息
                      1、申请人无正当理由逾期
                      不补正、行政机关不再处     1        0    0       0   0   0         1


                                                料
                      理其政府信息公开申请
                      2、申请人逾期未按收费通


                                           资
          （六）其他处理     知要求缴纳费用、行政机
                                      2        0    0       0   0   0         2
                      关不再处理其政府信息公


                                     部
                      开申请



                               内
                      3、其他            2        0    0       0   0   0         2

          （七）总计                      151       30   1       1   7   0        190

        四、结转下年度继续办理                  9         3    0       0   0   0        12
        """

    private static let twoRows = """
        \u{0C}   第三部分 收到和处理政府信息公开申请情况
                                             申请人情况
        （本列数据的勾稽关系为：第一项加第二项之                法人或其他组织
        和，等于第三项加第四项之和）           自然人 商业企 科研机 社会公 法律服 其他       总计
                                       业   构 益组织 务机构
        一、本年新收政府信息公开申请数量        34   5   2    0   2  1    44
        二、上年结转政府信息公开申请数量        2    1   0    0   0  0    3
           （一）予以公开              11   1   1    0   1  1    15
           （二）部分公开（区分处理的，只计这一 3      0   0    0   0  0    3
           情形，不计其他情形）
                  1.属于国家秘密      0    0   0    0   0  0    0
                  2.其他法律行政止公开 0      0   0    0   0  0    0
                  3.危及“三安全一稳定” 1     0   0    0   0  0    1




                               料
           （三）不予公 4.保护第三方合法权益 0      2   0    0   0  0    2
           开      5.属于三类内部事务信息 1     0   0    0   0  0    1




                              资
                  6.属于四类过程性信息 0      0   0    0   0  0    0
                  7.属于行政执法案卷    2    0   0    0   0  0    2




                             部
                  8.属于行政查询事项    0    0   0    0   1  0    1
                  1.本机关不掌握相关政府信 8




                            内
        三         息                  1   0    0   0  0    9
        、 （四）无法提 2.没有现成信息需要另行
        本 供       制作            0    1   0    0   0  0    1
        年
        度         3.补正后申请内容仍不明 2     0   0    0   0  0    2
        办         却
        理         1.信访举报投诉类申请 3      0   1    0   0  0    4
        结
        果         2.重复申请        0    0   0    0   0  0    0
           （五）不予处 3.要求提供公开出版物 2      0   0    0   0  0    2
           理      4.无正当理由大量反复申 0     0   0    0   0  0    0
                  请
                  5.要求行政机关确认或重 0     0   0    0   0  0    0
                  新出据已获取信息
                  1.申请人无正当理由逾期不
                  补正、行政机关不再处理 0      0   0    0   0  0    0
                  其政府信息公开申请
           （六）其他处 2.申请人逾期未按收费通
           理      知要求缴纳费用、行政机 0      0   0    0   0  0    0
                  关不再处理其政府信息公
                  开申请
                  3.其他          2    0   0    0   0  0    2
           （七）总计                35   5   2    0   2  1    45
        四、结转下年度继续办理             1    1   0    0   0  0    2
        """

    private static let brokenHead = """
          （五）监督保障
        \u{0C}     一、主动公开政府信息情况
                                           第二十条第(一)项
                  信息内容                 本年制发件数                本年废止件数        现行有效件数(截至12月31日)
        规章                  1                           1              1
        行政规范性文件             556                         9              27（含联合发文3件）
                                           第二十条第(五)项
                  信息内容                                      本年处理决定数量
        行政许可(含不予公开)         29



                                                     料
                                           第二十条第(六)项




                                                    资
                  信息内容                                      本年处理决定数量
        行政处罚                /




                                            部
        行政强制                /
                                           第二十条第(八)项


        行政事业性收费
                  信息内容
                            6.875771
                                       内           本年收费金额(单位:万元，保留小数点后两位)




                                                - 3 -
        \u{0C}     二、收到和处理政府信息公开申请情况
        (本列数据的勾稽关系为:第一项加第二项之和，等于第三项加第四项之和)                       申请人情况
                                                  自然人           法人或其他组织                    总计
                                                        商业企业 科研机构 社会公益 法律服务       其他
                                                                   组织   机构
        一、本年新收政府信息公开申请数量                      3         /   /    /       /    /        3
        二、上年结转政府信息公开申请数量                      /         /   /    /       /    /        /
        三、   (一)予以公开                          /         /   /    /       /    /        /




                                                   料
        本年   (二)部分公开(区分处理的，只计这一情形，不计其他情形)     1         /   /    /       /    /        1
        度办
        理结   (三)不予公开   1.属于国家秘密(填数字，没有填0)     /         /   /    /       /    /        /



                                                  资
        果              2.其他法律行政法规禁止公开         /         /   /    /       /    /        /
                       3.危及“三安全一稳定”           /         /   /    /       /    /        /
                       4.保护第三方合法权益

                                            部 /         /   /    /       /    /        /




                                        内
                       5.属于三类内部事务信息           /         /   /    /       /    /        /
                       6.属于四类过程性信息            /         /   /    /       /    /        /
                       7.属于行政执法案卷             /         /   /    /       /    /        /
                       8.属于行政查询事项             /         /   /    /       /    /        /
             (四)无法提供   1.本机关不掌握相关政府信息         1         /   /    /       /    /        1
                       2.没有现成信息需要另行制作         /         /   /    /       /    /        /
                       3.补正后申请内容仍不明确          /         /   /    /       /    /        /
             (五)不予处理   1.信访举报投诉类申请            1         /   /    /       /    /        1
                       2.重复申请                 /         /   /    /       /    /        /




                                             - 4 -
        """
}
