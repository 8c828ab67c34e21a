import Forms
import ReportModel
import Testing

/// Whose report it is where a page names other reports as well.
@Suite struct TitleChoiceTests {
    private static let menu = """
        财政局
        财政局2020年政府信息公开工作年度报告
        水务局2020年政府信息公开工作年度报告
        """

    private func prose(
        _ opening: String, _ sentence: String = "根据规定，编制本报告。", names: [String] = []
    ) -> Prose {
        let text = opening + "\n" + sentence + "\n一、总体情况\n本机关公开信息12条。"
        return ProseReader.prose(
            of: text.split(separator: "\n").enumerated().map { index, line in
                .line(
                    TextLine(
                        text: String(line), place: .text(line: index + 1, column: 1, length: line.count), fontSize: 0,
                        columnStart: 1, columnEnd: 1))
            },
            names: names)
    }

    @Test func aMenuAboveTheTitleNamesOthers() {
        let prose = prose(Self.menu + "\n青榆市人民政府\n2023年政府信息公开工作年度报告", "青榆市人民政府办公室根据规定编制2023年度报告。")
        #expect(prose.agency == "青榆市人民政府")
        #expect(prose.year == 2023)
        #expect(prose.findings.isEmpty)
    }

    /// Nothing but its place speaks for the last.
    @Test func ofTitlesThatNoSentenceNamesTheLastIsDoubted() throws {
        let prose = prose(Self.menu + "\n青榆市人民政府\n2023年政府信息公开工作年度报告")
        #expect(prose.agency == "青榆市人民政府")
        let finding = try #require(prose.findings.first)
        #expect(prose.findings.count == 1)
        #expect(finding.rule == "form.office" && finding.severity == .warning && finding.verdict == .open)
        #expect(finding.expected == "财政局2020年政府信息公开工作年度报告;水务局2020年政府信息公开工作年度报告")
        #expect(finding.found == "青榆市人民政府2023年政府信息公开工作年度报告")
    }

    @Test func aSentenceThatNamesTwoOfThemDoesNotTellWhose() {
        let opening = Self.menu + "\n青榆市人民政府\n2023年政府信息公开工作年度报告"
        #expect(prose(opening, "财政局会同青榆市人民政府办公室编制本报告。").findings.count == 1)
        // 青榆市水务局 holds 水务局: the longer name is meant.
        let longer = Self.menu + "\n青榆市水务局2023年政府信息公开工作年度报告"
        #expect(prose(longer, "青榆市水务局编制本报告。").agency == "青榆市水务局")
    }

    @Test func aTitleThatComesAgainHasNoRival() {
        let again = prose("青榆市教育局政府信息公开工作年度报告\n青榆市教育局2023年政府信息公开工作年度报告\n政府信息公开工作年度报告")
        #expect(again.agency == "青榆市教育局" && again.year == 2023)
        #expect(again.findings.isEmpty)
    }

    @Test func anotherYearsTitleIsARivalUntilTheTextTells() throws {
        let opening = "青榆市教育局2022年政府信息公开工作年度报告\n青榆市教育局2023年政府信息公开工作年度报告"
        let open = prose(opening)
        #expect(open.year == 2023 && open.findings.count == 1)
        let told = prose(opening, "本报告反映2022年1月1日至12月31日的情况。")
        #expect(told.year == 2022 && told.findings.isEmpty)
    }

    /// The menu is all that the text kept, and one entry of it.
    @Test func aTitleOfAnotherYearThanTheTextsIsDoubted() throws {
        let finding = try #require(
            prose("水务局2020年政府信息公开工作年度报告", "水务局的数据截至2023年12月31日。").findings.first)
        #expect(finding.expected == "2023")
    }

    /// A page's columns side by side: the menu goes on where the title does.
    @Test func aTitleBesideOtherTextIsDoubted() {
        let columns = "水务局2023年      青榆市教育局\n政府信息公开工作年度报告"
        #expect(prose(columns).findings.count == 1)
        // The menu beside a sentence does not name its office.
        let beside = Self.menu + "\n水务局2023年政府信息公开工作年度报告     为方便公众了解，编制本报告。"
        #expect(prose(beside).findings.count == 1)
    }

    /// What is left of a menu's title below the way to the page names no office.
    @Test func theWayToAPageTakesNoMenu() {
        let way = prose("首页 > 政府信息公开年报\n水务局2016年政府信息公开工作青榆市教育局")
        #expect(way.agency == "")
    }

    /// 政府信息公开工作年度报告 alone does not take the line above for its office.
    @Test func aTitleAboveIsNoPartOfTheNext() {
        let nameless = prose("水务局2020年政府信息公开工作年度报告\n2023年政府信息公开工作年度报告")
        #expect(["水务局", ""].contains(nameless.agency))
        #expect(nameless.findings.count == 1)
    }

    /// Of the years of a text without a titled year, only its period of statistics or its signature tells which is meant.
    @Test func aYearThatOnlyACountGivesIsDoubted() throws {
        let counted = prose("", "2023年，我局公开信息12条，2023年10月培训1次。")
        #expect(counted.year == 2023)
        // That nothing names the office is said besides.
        let doubts = counted.findings.filter { !$0.found.isEmpty }
        let finding = try #require(doubts.first)
        #expect(doubts.count == 1)
        #expect(finding.rule == "form.office" && finding.severity == .warning && finding.found == "2023")
        #expect(prose("", "2023年，我局公开信息12条。数据截至2023年12月31日。").findings.allSatisfy { $0.found.isEmpty })
        #expect(prose("青榆市教育局2023年政府信息公开工作年度报告", "2022年，我局公开信息12条。").findings.isEmpty)
    }

    // MARK: The document's own name

    private static let period = "本报告统计期限为2023年1月1日至12月31日。"

    @Test(arguments: [
        "青榆市教育局2023年政府信息公开工作年度报告", "青榆市教育局2023年政府信息公开工作年度报告_青榆市人民政府",
        "Microsoft Word - 青榆市教育局2023年政府信息公开工作年度报告.docx", "信息公开 - 青榆市教育局2023年度政府信息公开年报 | 青榆市",
    ])
    func aPageWithoutATitleHasItsName(_ name: String) throws {
        let named = prose("首页", Self.period, names: ["index", name])
        #expect(named.title.isEmpty && named.agency == "青榆市教育局" && named.year == 2023)
        let finding = try #require(named.findings.first)
        #expect(finding.rule == "form.office" && named.findings.count == 1)
        #expect(finding.message.chinese.contains("只见于文件属性或网页标题"))
    }

    @Test func aNameThatTheTextBearsOutIsNotDoubted() {
        let name = "青榆市教育局2023年政府信息公开工作年度报告"
        #expect(prose("首页", "青榆市教育局编制。" + Self.period, names: [name]).findings.isEmpty)
        let spoken = prose("首页", "2023年，青榆市教育局稳步推进。", names: [name])
        #expect(spoken.agency == "青榆市教育局" && spoken.year == 2023 && spoken.findings.isEmpty)
    }

    /// Files are filled in over last year's, and over those of other offices.
    @Test func whatStandsOnThePageComesBeforeTheName() {
        let left = ["青榆市财政局2021年政府信息公开工作年度报告"]
        let titled = prose("青榆市教育局2023年政府信息公开工作年度报告", names: left)
        #expect(titled.agency == "青榆市教育局" && titled.year == 2023 && titled.findings.isEmpty)
        let untitled = prose("首页", Self.period, names: left)
        #expect(untitled.year == 2023 && untitled.agency == "青榆市财政局" && untitled.findings.count == 1)
        let spoken = prose("首页", "2023年，稳步推进。", names: left)
        #expect(spoken.year == 2023 && spoken.findings.count == 2)
    }
}
