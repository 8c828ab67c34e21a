import ReportModel

/// There is one report of an office for a year.
///
/// Two with the same figures are a note. Two that differ are a warning at both of them: a corrected version, another
/// office of the same name, or a wrong year on the title. Neither is preferred; where they differ, other years are
/// compared with neither.
///
/// What settles it: find out which version the office stands by, and leave the other out.
///
/// 中文：同一机关同一年度应只有一份报告。两份数据相同的为提示；不同的在两份上都作警告：可能是更正后的版本、同名的另一机关，或标题年度有误。
/// 不默认采用哪一份；两份不同的格，不与其他年度对照。处理办法：查明报告单位以哪一份为准，去掉另一份。
struct SeriesDuplicateRule: SeriesRule {
    let id = "series.duplicate"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "同一机关同一年度有两份报告", english: "Two versions of one office's report for a year")

    func findings(in office: OfficeSeries) -> [(position: Int, finding: Finding)] {
        office.years.filter { $0.members.count > 1 }.flatMap { year in
            let differing = Self.differing(year.members.compactMap { office.reports[$0] })
            return year.members.map { position in (position, finding(position, year, office, differing)) }
        }
    }

    private func finding(
        _ position: Int, _ year: OfficeSeries.Year, _ office: OfficeSeries, _ differing: [FigureID]
    ) -> Finding {
        let others = year.members.filter { $0 != position }.compactMap { office.reports[$0]?.source }
            .joined(separator: "、")
        let cells = differing.prefix(3).map { office.wording($0, in: year).cell }.joined(separator: "、")
        let more = differing.count > 3 ? "等" : ""
        return Finding(
            rule: id, severity: differing.isEmpty ? .note : .warning, verdict: .open,
            message: differing.isEmpty
                ? LocalisedText(
                    chinese: "同一机关 \(year.year) 年度还有数据相同的报告：\(others)。",
                    english: "The same office has another report for \(year.year) with the same figures: \(others).")
                : LocalisedText(
                    chinese: "同一机关名称 \(year.year) 年度还有一份不同的报告：\(others)；\(differing.count) 格不同：\(cells)\(more)。"
                        + "请查明以哪一份为准。",
                    english: "Another report for \(year.year) under the same name differs: \(others); "
                        + "\(differing.count) cells, as \(cells). Find out which one counts."),
            figures: differing)
    }

    private static func differing(_ versions: [Report]) -> [FigureID] {
        guard let first = versions.first else { return [] }
        var contents: [FigureID: FigureContent] = [:]
        for figure in first.figures { contents[figure.id] = figure.content }
        var differing: Set<FigureID> = []
        for version in versions.dropFirst() {
            for figure in version.figures where contents[figure.id] != figure.content { differing.insert(figure.id) }
        }
        return first.figures.map(\.id).filter { differing.contains($0) }
            + differing.filter { contents[$0] == nil }.sorted { $0.description < $1.description }
    }
}
