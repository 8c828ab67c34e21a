public import ReportModel

/// Finds the statutory form in what a document holds and fills it.
public enum FormReader {
    /// Every report in a document that Layout has rebuilt; one for each office of a 汇编.
    ///
    /// Throws `notAReport` with what was found instead, `noTextLayer` where there was nothing to be read.
    public static func reports(in layout: DocumentLayout, source: String) throws(ReadFailure) -> [Report] {
        let items = FormItems(layout.blocks)
        var reports: [Report] = []
        for range in ReportSegments.ranges(of: items.prose) {
            guard let report = report(items, range, layout) else { continue }
            reports.append(report)
        }
        guard !reports.isEmpty else { throw failure(layout) }
        for index in reports.indices {
            reports[index].source = index == 0 ? source : "\(source)#\(index + 1)"
            if reports.count > 1 { reports[index].pages = pages(of: reports[index], in: layout.pages) }
        }
        return reports
    }

    private static func report(_ items: FormItems, _ range: Range<Int>, _ layout: DocumentLayout) -> Report? {
        let tables = items.tables(in: range)
        let pages = layout.pages
        let method = pages.first?.method ?? .text
        guard var filled = FilledForm(parts: items.parts(in: range), method: method), filled.isReport else {
            return nil
        }
        let prose = ProseReader.prose(of: Array(items.prose[range]))
        if !layout.typedLines.isEmpty, filled.hasOpenTables {
            let numbers = tables.flatMap(\.places).compactMap(\.page)
            let lines = layout.typedLines.filter { ((numbers.min() ?? 1)...(numbers.max() ?? 1)).contains($0.page) }
            SecondReading(lines, year: prose.year).check(&filled)
        }
        var report = Report(
            source: "", title: prose.title, agency: prose.agency, year: prose.year, forms: filled.forms,
            sections: prose.sections, figures: filled.figures, tables: tables, findings: filled.findings, pages: pages)
        HiddenText.doubt(&report)
        return report
    }

    private static func pages(of report: Report, in pages: [PageSummary]) -> [PageSummary] {
        let numbers =
            report.tables.flatMap(\.places).compactMap(\.page)
            + report.sections.flatMap(\.paragraphs).flatMap(\.places).compactMap(\.page)
        guard let first = numbers.min(), let last = numbers.max() else { return pages }
        return pages.filter { (first...last).contains($0.number) }
    }

    private static func failure(_ layout: DocumentLayout) -> ReadFailure {
        if layout.pages.allSatisfy({ $0.state == .blank }) { return ReadFailure(.empty) }
        let unread = layout.pages.filter { [.noText, .garbage, .hiddenText].contains($0.state) }
        if let page = unread.first, unread.count * 2 >= layout.pages.count(where: { $0.state != .blank }) {
            return ReadFailure(.noTextLayer(page.state), page: page.number)
        }
        let lines = layout.blocks.compactMap { block in
            if case .line(let line) = block { line.text.trimmingWhitespace() } else { nil }
        }
        let tableCount = layout.blocks.count - lines.count
        let opening = String(lines.first { $0.unicodeScalars.count > 3 }?.prefix(40) ?? "")
        return ReadFailure(
            .notAReport,
            detail: LocalisedText(
                chinese: "共 \(layout.pages.count) 页、\(tableCount) 个表，开头为“\(opening)”",
                english: "\(layout.pages.count) pages, \(tableCount) tables, beginning “\(opening)”"))
    }
}
