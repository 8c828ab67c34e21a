import ReportModel

/// What is in force (现行有效件数) is what was in force a year ago, plus what was issued, minus what was repealed, for
/// 规章 and for 行政规范性文件 on the form of 2021.
///
/// Real reports break it, by documents that expired, or that a clearing-up found: a warning, never an error. Between
/// the forms of 2019 and 2021 nothing is compared, because they count other things.
///
/// What settles it: ask the office how the difference came about.
///
/// 中文：2021 年表式的规章和行政规范性文件，本年现行有效件数应等于上年现行有效件数加本年制发件数减本年废止件数。
/// 实际报告会因文件到期失效、集中清理等而不符，所以只作警告；2019 年与 2021 年表式的统计口径不同，互不比较。
/// 处理办法：向报告单位了解差额的由来。
struct SeriesInForceRule: SeriesRule {
    let id = "series.in-force"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "现行有效件数等于上年现行有效件数加制发减废止",
        english: "In force = in force the year before + issued − repealed")

    func findings(in office: OfficeSeries) -> [(position: Int, finding: Finding)] {
        office.steps.flatMap { last, this -> [(position: Int, finding: Finding)] in
            guard office.form(of: .disclosure, in: last) == .form2021,
                office.form(of: .disclosure, in: this) == .form2021
            else { return [] }
            return ["regulations", "normative_documents"].flatMap { row -> [(position: Int, finding: Finding)] in
                let id = FigureID(.disclosure, row, "in_force")
                guard let expected = SeriesSums.inForce(row, last, this), let found = this.count(id), found != expected
                else { return [] }
                return office.each(of: this, finding(row, id, expected, found, last, this, office))
            }
        }
    }

    private func finding(
        _ row: String, _ id: FigureID, _ expected: Int, _ found: Int, _ last: OfficeSeries.Year,
        _ this: OfficeSeries.Year, _ office: OfficeSeries
    ) -> Finding {
        let before = last.count(id) ?? 0
        let issued = this.count(FigureID(.disclosure, row, "issued")) ?? 0
        let repealed = this.count(FigureID(.disclosure, row, "repealed")) ?? 0
        let name = office.wording(id, in: this).row
        return Finding(
            rule: self.id, severity: severity,
            verdict: office.verdict([last, this], figures: [id], expected: [Amount(expected)]),
            message: LocalisedText(
                chinese: "\(name)现行有效 \(found) 件，而上年 \(before) 件，加制发 \(issued) 件，减废止 \(repealed) 件，"
                    + "应为 \(expected) 件（上年报告：\(office.sources(of: last))）。",
                english:
                    "\(name): \(found) in force, but \(before) a year before + \(issued) issued − \(repealed) repealed "
                    + "make \(expected) (\(office.sources(of: last)))."),
            expected: String(expected), found: String(found), figures: [id])
    }
}
