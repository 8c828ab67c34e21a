import ReportModel

/// On the form of 2019, 上一年项目数量 is what the report for the year before counted: its own 上一年项目数量 and 本年增/减
/// together.
///
/// What settles it: look at the row in both reports; the office knows how many items it has.
///
/// 中文：2019 年表式的“上一年项目数量”应等于上一年度报告的“上一年项目数量”加“本年增/减”。
/// 处理办法：对照两份报告的这一行，由报告单位说明项目数。
struct SeriesPreviousRule: SeriesRule {
    let id = "series.previous"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "2019 年表式：上一年项目数量等于上年报告的项目数量加增减",
        english: "Form of 2019: last year's items = those of the report for that year, with its change")

    func findings(in office: OfficeSeries) -> [(position: Int, finding: Finding)] {
        office.steps.flatMap { last, this -> [(position: Int, finding: Finding)] in
            guard office.form(of: .disclosure, in: last) == .form2019,
                office.form(of: .disclosure, in: this) == .form2019
            else { return [] }
            return SeriesSums.itemRows.flatMap { row -> [(position: Int, finding: Finding)] in
                let id = FigureID(.disclosure, row, "previous_items")
                guard let expected = SeriesSums.previousItems(row, last), let found = this.count(id), found != expected
                else { return [] }
                let name = office.wording(id, in: this).row
                let items = last.count(id) ?? 0
                let change = expected - items
                let finding = Finding(
                    rule: self.id, severity: severity,
                    verdict: office.verdict([last, this], figures: [id], expected: [Amount(expected)]),
                    message: LocalisedText(
                        chinese: "\(name)的上一年项目数量为 \(found)，而 \(last.year) 年度报告为 \(items)，增减 \(change)，"
                            + "应为 \(expected)（上年报告：\(office.sources(of: last))）。",
                        english:
                            "\(name): \(found) items the year before, but the report for \(last.year) says \(items) "
                            + "with a change of \(change), which makes \(expected) (\(office.sources(of: last)))."),
                    expected: String(expected), found: String(found), figures: [id])
                return office.each(of: this, finding)
            }
        }
    }
}
