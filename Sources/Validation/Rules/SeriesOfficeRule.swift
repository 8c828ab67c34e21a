import ReportModel

/// Reports are matched by office and year.
///
/// A note says where offices were taken for one although their names differ: one letter misspelt, the places before the
/// name left out, or renamed in the same place; the figures that one year carried forward and the next carried over must
/// bear it out. Names so alike that nothing but the letters speaks for it are a note too, and are not compared. So is a
/// report without a name or a year.
///
/// What settles it: look at the names on both titles.
///
/// 中文：按机关和年度配对。名称不同而按同一机关对照的作提示：只差一字、前面少了地名，或同一地方的机关改名，并且上年结转下年度与本年结转等数据能印证。
/// 只有名称相近、数据不能印证的也作提示，不作对照；没有机关名称或年度的报告同样提示。处理办法：看两份报告标题上的名称。
struct SeriesOfficeRule: SeriesRule {
    let id = "series.office"
    let severity = Finding.Severity.note
    let summary = LocalisedText(
        chinese: "名称不同而按同一机关对照，或无法配对的报告",
        english: "Offices matched although their names differ, and reports that could not be matched")

    func findings(in office: OfficeSeries) -> [(position: Int, finding: Finding)] { [] }

    func findings(of matching: OfficeMatching, _ reports: [Report]) -> [(position: Int, finding: Finding)] {
        guard reports.count > 1 else { return [] }
        let strangers = reports.indices.filter { reports[$0].year == nil || OfficeName(reports[$0].agency).isEmpty }
        return strangers.map { ($0, unmatched(reports[$0])) }
            + matching.matches.flatMap { positions, match in
                let finding = Finding(
                    rule: id, severity: .note, verdict: .open, message: message(match),
                    expected: match.names.joined(separator: ";"))
                return positions.map { ($0, finding) }
            }
    }

    private func unmatched(_ report: Report) -> Finding {
        Finding(
            rule: id, severity: .note, verdict: .open,
            message: LocalisedText(
                chinese: "没有找到\(report.year == nil ? "年度" : "机关名称")，未与其他年度对照。",
                english: "No \(report.year == nil ? "year" : "office") was found: not compared with other years."))
    }

    private func message(_ match: OfficeMatching.Match) -> LocalisedText {
        let chinese = match.names.map { "“\($0)”" }.joined(separator: "与")
        let english = match.names.map { "“\($0)”" }.joined(separator: " and ")
        guard match.isCertain else {
            return LocalisedText(
                chinese: "\(chinese)只差一字，可能是同一机关；数据不能印证，未作对照。",
                english: "\(english) differ in one letter and may be one office; the figures do not tell, so they were "
                    + "not compared.")
        }
        return switch match.likeness {
        case .misspelt:
            LocalisedText(
                chinese: "\(chinese)只差一字，按同一机关对照。", english: "\(english) differ in one letter: taken for one office.")
        case .placed:
            LocalisedText(
                chinese: "\(chinese)只是前面的地名不同，按同一机关对照。",
                english: "\(english) differ in the places before the name: taken for one office.")
        case .renamed:
            LocalisedText(
                chinese: "\(chinese)的数据前后衔接，视为同一机关改名，一并对照。",
                english: "The figures of \(english) follow on each other: taken for one office that was renamed.")
        }
    }
}
