import Forms
import ReportModel
import Testing

@Suite struct ProseReaderTests {
    /// A text file's lines, with `[disclosure]` for a table.
    private func items(_ text: String) -> [ProseItem] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            if line.hasPrefix("["), line.hasSuffix("]") {
                return .table(FormTable(rawValue: String(line.dropFirst().dropLast())))
            }
            return .line(
                TextLine(
                    text: String(line), place: .text(line: index + 1, column: 1, length: line.count), fontSize: 0,
                    columnStart: 1, columnEnd: 1))
        }
    }

    @Test(arguments: [
        ("洛龙区政务服务局 2023 年政府信息公开工作年度报告", "洛龙区政务服务局", 2023),
        ("2023年南关区政务服务局政府信息\n公开工作年度报告", "南关区政务服务局", 2023),
        ("淮安市洪泽区人民政府\n2024年政府信息公开工作年度报告", "淮安市洪泽区人民政府", 2024),
        ("青榆市政务服务和数字化建设\n管理局2023年政府信息公开工作年度报告", "青榆市政务服务和数字化建设管理局", 2023),
        ("青榆市自然资源和\n规划局2023年政府信息公开\n工作年度报告", "青榆市自然资源和规划局", 2023),
        ("首页 > 政务公开\n青榆市教育局政府信息公开年度报告（2022年）", "青榆市教育局", 2022),
        ("青榆市教育局关于２０２２年度政府信息公开工作情况的报告", "青榆市教育局", 2022),
        ("二〇二三年青榆市教育局信息公开工作年度报告", "青榆市教育局", 2023),
        ("青榆县人民政府信息公开工作年度报告\n（2023年）", "青榆县人民政府", 2023),
        ("青榆县人民政府政府信息公开2021年度报告", "青榆县人民政府", 2021),
        ("政府信息公开工作年度报告（2023年度）\n青榆市教育局", "青榆市教育局", 2023),
        ("青教〔2024〕3号\n青榆市教育局2023年政府信息公开年报", "青榆市教育局", 2023),
        ("政府信息公开工作年度报告\n[contents]\n青榆市教育局\n2023年政府信息公开工作年度报告", "青榆市教育局", 2023),
        ("青榆市信息公开办公室2023年度政府信息公开工作年度报告", "青榆市信息公开办公室", 2023),
        ("首页 > 政务公开 > 政府信息公开年报\n第5页青榆市教育局2023年政府信息公开工作年度报告", "青榆市教育局", 2023),
        ("青榆市教育局关于2023年\n青榆市教育局关于2023年\n政府信息公开工作年度报告", "青榆市教育局", 2023),
        ("青榆市教育局2023年青榆市教育局2023年政府信息公开工作年度报告", "青榆市教育局", 2023),
        ("1青榆市教育局2\n政府信息公开工作年度报告（2023年）", "青榆市教育局", 2023),
        (":name: 青榆市教育局2023年政府信息公开工作年度报告", "青榆市教育局", 2023),
        ("青榆市教育局2023年政府信息公开工作年度\n报告上", "青榆市教育局", 2023),
    ])
    func titles(opening: String, agency: String, year: Int) {
        let prose = ProseReader.prose(of: items(opening + "\n根据《条例》编制本报告。\n一、总体情况\n2020年的情况。"))
        #expect(prose.agency == agency)
        #expect(prose.year == year)
        #expect(!prose.title.isEmpty)
        #expect(prose.sections.map(\.heading) == ["", "一、总体情况"])
    }

    /// As copied out of a PDF: characters that its font shares with their radicals.
    @Test func radicalsStandForCharacters() {
        let prose = ProseReader.prose(
            of: items("东湖区卫⽣健康委员会2023年政府信息公开⼯作年\n度报告\n⼀、总体情况\n本年⾏政复议2件，⽆⾏政诉讼。"))
        #expect(prose.agency == "东湖区卫生健康委员会")
        #expect(prose.year == 2023)
        #expect(prose.sections.map(\.heading) == ["一、总体情况"])
        #expect(prose.sections.last?.paragraphs.map(\.text) == ["本年行政复议2件，无行政诉讼。"])
    }

    /// One below the other, each with its tables.
    @Test func radicalsInTitlesBeginReports() {
        let one = "青榆市⼯业局2023年政府信息公开⼯作年度报告\n一、总体情况\n好。\n[disclosure]\n"
        let other = "青榆市⾷品局2023年政府信息公开⼯作年度报告\n一、总体情况\n好。\n[applications]"
        let ranges = ReportSegments.ranges(of: items(one + other))
        #expect(ranges.count == 2)
    }

    /// Pages of one picture: the title itself was not legible, and stands over the second page once more.
    @Test func aRunningHeadWithinAPageBeginsNoReport() {
        let title = "青榆市教育局2023年政府信息公开工作年度报告"
        let first = "一、总体情况\n好。\n二、主动公开政府信息情况\n[disclosure]\n"
        let second = "三、收到和处理政府信息公开申请情况\n[applications]\n四、政府信息公开行政复议、行政诉讼情况\n[disputes]"
        #expect(ReportSegments.ranges(of: items(first + title + "\n" + second)).count == 1)
        // Another report has a first section, or the same tables.
        #expect(ReportSegments.ranges(of: items(first + title + "\n一、总体情况\n好。\n" + second)).count == 2)
        #expect(ReportSegments.ranges(of: items(first + title + "\n[disclosure]\n" + second)).count == 2)
    }

    @Test func aReportWithoutAnOfficeSaysSo() throws {
        let text = "一、总体情况\n2023年，我局公开信息12条。"
        let finding = try #require(ProseReader.prose(of: items(text)).findings.first { $0.rule == "form.office" })
        #expect(finding.severity == .warning && finding.found.isEmpty)
        #expect(ProseReader.prose(of: items("青榆市教育局2023年政府信息公开工作年度报告\n" + text)).findings.isEmpty)
    }

    @Test func theDateOfTheReportBeforeIsNoPartOfATitle() {
        let prose = ProseReader.prose(of: items("2022年2月6日\n2023年政府信息公开工作年度报告\n一、总体情况\n2020年的情况。"))
        #expect(prose.title == "2023年政府信息公开工作年度报告")
        #expect(prose.year == 2023)
        #expect(prose.agency.isEmpty)
    }

    @Test func signatureStandsInForAMissingTitle() {
        let prose = ProseReader.prose(
            of: items("一、总体情况\n2023年，我局公开信息12条。\n六、其他需要报告的事项\n无\n\n  青榆市教育局\n 2024年1月18日\n\n1"))
        #expect(prose.title == "")
        #expect(prose.agency == "青榆市教育局")
        #expect(prose.year == 2023)
        #expect(prose.sections.last?.paragraphs.map(\.text) == ["无"])
    }

    /// Other years are named more often than the one that the statistics are about.
    @Test(arguments: [
        "本报告反映2023年1月1日至12月31日的情况。", "数据截至2023年12月31日。", "统计期限自2023年1月1日起。",
    ])
    func theTextsPeriodIsItsYear(sentence: String) {
        let more = "2024年将改进工作，2024年继续。\n上年的情况见2024年政府信息公开工作年度报告。"
        #expect(ProseReader.prose(of: items("一、总体情况\n\(sentence)\n\(more)")).year == 2023)
    }

    @Test func aPlanForTheNextYearIsNoReportOnIt() {
        let text = "一、总体情况\n2023年，我局公开信息12条。\n五、存在的主要问题及改进情况\n2024年，我局将改进。\n"
        let signed = ProseReader.prose(of: items(text + "青榆市教育局\n2024年1月18日"))
        #expect(signed.year == 2023 && signed.findings.isEmpty)
        #expect(ProseReader.prose(of: items(text)).year == nil)
    }

    @Test(arguments: [
        ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"],
        [
            "第一部分 总体情况", "第二部分 主动公开政府信息情况", "第三部分 收到和处理政府信息公开申请情况", "第四部分 政府信息公开行政复议、行政诉讼情况", "第五部分 存在的主要问题及改进情况",
            "第六部分 其他需要报告的事项",
        ],
        ["总体情况", "一、主动公开政府信息情况", "二、收到和处理政府信息公开申请情况", "三、政府信息公开行政复议、行政诉讼情况", "四、存在的主要问题及改进情况", "五、其他需要报告的事项"],
        [
            "（一）总体情况", "（二）主动公开政府信息情况", "（三）收到和处理政府信息公开申请情况", "（四）因政府信息公开工作被申请行政复议、提起行政诉讼情况", "（五）政府信息公开工作存在的主要问题及改进情况",
            "（六）其他需要报告的事项",
        ],
        ["1、总体情况", "2、 主动公开政府信息情况", "3、 收到和处理政府信息公开申请情况", "4、 政府信息公开行政复议、行政诉讼情况", "5、存在主要问题及改进情况", "6、其他需要报告的事项"],
    ])
    func sectionsByTheirText(headings: [String]) {
        var text = "青榆市教育局2023年政府信息公开工作年度报告\n根据规定，制定本报告。\n"
        let bodies = [
            "（一）主动公开情况\n公开12条。\n（二）依申请公开情况\n收到3件。", "[disclosure]", "[applications]", "没有复议。\n[disputes]", "存在不足。", "无",
        ]
        for (heading, body) in zip(headings, bodies) { text += heading + "\n" + body + "\n" }
        let sections = ProseReader.prose(of: items(text)).sections
        #expect(sections.map(\.heading) == [""] + headings)
        #expect(sections.map(\.paragraphs.count) == [1, 4, 0, 0, 1, 1, 1])
    }

    @Test func tableOfContentsIsNoBody() {
        let headings = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
        for leader in ["", "......", "…………2", "  3"] {
            let text =
                "青榆市教育局2023年政府信息公开工作年度报告\n目录\n" + headings.map { $0 + leader }.joined(separator: "\n")
                + "\n" + headings.map { $0 + "\n内容。" }.joined(separator: "\n")
            let sections = ProseReader.prose(of: items(text)).sections.filter { !$0.heading.isEmpty }
            #expect(sections.map(\.heading) == headings)
            #expect(sections.map(\.paragraphs.count) == [1, 1, 1])
        }
    }

    @Test func linesOfAPageAreJoined() {
        let lines: [(String, Double, Double)] = [
            ("一、总体情况", 124, 220), ("2024 年，本机关公开信息一百二十条，比上年多", 124, 500), ("三条。在栏目里发布。", 92, 260),
            ("（一）主动公开。发布信息两千条，其中文件五", 124, 500), ("十件", 92, 130),
        ]
        let items = lines.enumerated().map { index, line in
            ProseItem.line(
                TextLine(
                    text: line.0,
                    place: Place(
                        page: 1, box: Box(x: line.1, y: Double(index) * 24, width: line.2 - line.1, height: 16)),
                    fontSize: 16, columnStart: 92, columnEnd: 502))
        }
        let sections = ProseReader.prose(of: items).sections
        #expect(
            sections.first?.paragraphs.map(\.text) == [
                "2024年，本机关公开信息一百二十条，比上年多三条。在栏目里发布。", "（一）主动公开。发布信息两千条，其中文件五十件",
            ])
    }

    @Test func severalReportsInOneFile() {
        let one = "一、总体情况\n公开。\n二、主动公开政府信息情况\n[disclosure]\n三、收到和处理政府信息公开申请情况\n[applications]\n六、其他需要报告的事项\n无\n"
        let text =
            "汇编\n目录\n甲局2023年政府信息公开工作年度报告...1\n乙局2023年政府信息公开工作年度报告...5\n"
            + "甲局2023年政府信息公开工作年度报告\n" + one + "乙局2023年政府信息公开工作年度报告\n" + one
        let all = items(text)
        let ranges = ReportSegments.ranges(of: all)
        #expect(ranges.count == 2)
        #expect(ranges.map { ProseReader.prose(of: Array(all[$0])).agency } == ["甲局", "乙局"])
        // Another year's title begins a report though its office stands elsewhere; a running head does not.
        let nameless = items("甲局2023年政府信息公开工作年度报告\n" + one + "2022年政府信息公开工作年度报告\n" + one)
        #expect(
            ReportSegments.ranges(of: nameless).map { ProseReader.prose(of: Array(nameless[$0])).year } == [2023, 2022])
        let headed = items("甲局2023年政府信息公开工作年度报告\n一、总体情况\n2023年政府信息公开工作年度报告\n" + one)
        #expect(ReportSegments.ranges(of: headed).count == 1)
        let untitled = items(one + one + one)
        #expect(ReportSegments.ranges(of: untitled).count == 3)
        #expect(ReportSegments.ranges(of: untitled)[1].lowerBound == 8)
        #expect(ReportSegments.ranges(of: items("甲局2023年政府信息公开工作年度报告\n来源：甲局\n甲局2023年政府信息公开工作年度报告\n" + one)).count == 1)
    }
}
