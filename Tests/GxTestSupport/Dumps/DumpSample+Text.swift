import ReportModel

extension DumpSample {
    /// The report as somebody's text file, its tables in the given layouts.
    public func text(
        disclosure: DumpLayout, applications: DumpLayout, disputes: DumpLayout, tables: [DrawnTable]? = nil,
        using generator: inout some RandomNumberGenerator
    ) -> String {
        let tables = tables ?? self.tables()
        var lines = [
            "\(agency)\(year)年政府信息公开工作年度报告", "",
            "根据《中华人民共和国政府信息公开条例》规定，现公布\(year)年度报告，统计期限自\(year)年1月1日起至\(year)年12月31日止。电话：0531-00040664。", "",
            "一、总体情况", "", "（一）主动公开。全年通过门户网站发布各类信息2500余条，其中规范性文件解读3条。",
            "（二）依申请公开。办理工作规范有序，举办培训2场。", "", "二、主动公开政府信息情况", "",
        ]
        lines += disclosure.lines(of: tables[0], using: &generator)
        lines += ["", "三、收到和处理政府信息公开申请情况", ""]
        lines += applications.lines(of: tables[1], using: &generator)
        lines += ["", "四、政府信息公开行政复议、行政诉讼情况", ""]
        lines += disputes.lines(of: tables[2], using: &generator)
        lines += [
            "", "五、存在的主要问题及改进情况", "", "1.公开内容不够全面，基层培训2次还不够。", "2.下一步加强队伍建设。", "", "六、其他需要报告的事项", "", "无", "",
            "\(agency)", "\(year + 1)年1月18日",
        ]
        return lines.joined(separator: "\n")
    }

    /// The figures as the meter wants them.
    public var truthJSON: String {
        let figures = forms.figures.map {
            "[\"\($0.table.rawValue)\", \"\($0.row)\", \"\($0.column)\", \"\(value($0))\"]"
        }
        return
            "{\"form\": \(forms.applications.rawValue), \"title\": \"\(agency)\", \"year\": \(year), \"figures\": [\(figures.joined(separator: ", "))]}"
    }
}
