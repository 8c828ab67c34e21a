/// A column of a table of figures, a figure in each line: ours, or somebody else's.
public enum FigureColumn {
    /// The columns by which such a table is known.
    public static let needed: Set<String> = ["table", "row", "column", "value"]

    /// Our name for a column's heading, in small letters and without spaces; the heading itself where it is none of ours.
    public static func name(of heading: some StringProtocol) -> String {
        let blanks: Set<Character> = [" ", "\u{3000}", "\u{A0}", "\t", "\u{FEFF}"]
        let plain = String(heading.filter { !blanks.contains($0) }).lowercased()
        return names[plain] ?? plain
    }

    /// As tables of figures from elsewhere are headed.
    private static let names: [String: String] = {
        let headings = [
            "table": ["表", "表名", "表名称", "表格", "表格名称", "所属表", "数据表", "报表"],
            "row": ["行", "行名", "行名称", "行标题", "项目", "行项目", "指标", "指标名称"],
            "column": ["列", "列名", "列名称", "列标题", "栏", "栏目", "栏次"],
            "value": ["值", "数值", "数量", "数据", "数字", "件数", "指标值", "填报值", "填报数"],
            "source": ["来源", "来源文件", "文件", "文件名"],
            "agency": ["机关", "机关名称", "单位", "单位名称", "填报单位", "报送单位", "行政机关"],
            "year": ["年份", "年度", "年", "报告年度"],
            "printed": ["原文", "原值"],
            "page": ["页", "页码"],
        ]
        var names: [String: String] = [:]
        for (name, all) in headings { for heading in all { names[heading] = name } }
        return names
    }()
}
