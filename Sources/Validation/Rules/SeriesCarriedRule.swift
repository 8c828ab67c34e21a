import ReportModel

/// What a report says was carried over (二、上年结转) is what the report for the year before carried forward
/// (四、结转下年度继续办理), in every column.
///
/// Neither notice prints this sum; upper-level offices check it. The figures are compared as they are printed in both
/// reports; a blank is 0, a blank 总计 is left out.
///
/// What settles it: look at both rows in both reports; the office knows how many applications it carried on.
///
/// 中文：本年报告的“二、上年结转”应与上一年度报告的“四、结转下年度继续办理”逐列相等。两个通知都没有印出这条关系，上级机关会核对。
/// 按两份报告所印的数比较；空白按 0，空白的总计不比较。处理办法：对照两份报告的这两行，由报告单位说明实际结转多少件。
struct SeriesCarriedRule: SeriesRule {
    let id = "series.carried"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "上年结转等于上一年度报告的结转下年度，逐列核对",
        english: "Carried over = carried forward in the report for the year before, column by column")

    func findings(in office: OfficeSeries) -> [(position: Int, finding: Finding)] {
        let columns = FormDefinition.statutory(.applications, .form2021).blocks.first?.columns ?? []
        return office.steps.flatMap { last, this -> [(position: Int, finding: Finding)] in
            var differing: [(column: FormColumn, expected: Int, found: Int)] = []
            for column in columns {
                guard let expected = last.count(FigureID(.applications, "carried_forward", column.id)),
                    let found = this.count(FigureID(.applications, "carried_over", column.id)), expected != found
                else { continue }
                differing.append((column, expected, found))
            }
            guard !differing.isEmpty else { return [] }
            let figures = differing.map { FigureID(.applications, "carried_over", $0.column.id) }
            let finding = Finding(
                rule: id, severity: severity,
                verdict: office.verdict(
                    [last, this], figures: figures, expected: differing.map { Amount($0.expected) }),
                message: LocalisedText(
                    chinese: "上年结转与 \(last.year) 年度报告的结转下年度不符："
                        + differing.map { "\($0.column.label)本年为 \($0.found)，上年为 \($0.expected)" }
                        .joined(separator: "；") + "（上年报告：\(office.sources(of: last))）。",
                    english: "What was carried over is not what the report for \(last.year) carried forward: "
                        + differing.map { "\($0.column.label) \($0.found), but \($0.expected) there" }
                        .joined(separator: "; ") + " (\(office.sources(of: last)))."),
                expected: differing.map { String($0.expected) }.joined(separator: ";"),
                found: differing.map { String($0.found) }.joined(separator: ";"), figures: figures)
            return office.each(of: this, finding)
        }
    }
}
