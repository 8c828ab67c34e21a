public import ReportModel

/// Finds the statutory form in what a document holds and fills it.
public enum FormReader {
    /// Every report in a document that Layout has rebuilt; one for each office of a 汇编.
    ///
    /// Throws `notAReport` with what was found instead, `noTextLayer` where there was nothing to be read.
    public static func reports(in layout: DocumentLayout, source: String) throws(ReadFailure) -> [Report] {
        let items = FormItems(layout.blocks)
        var reports: [Report] = []
        let ranges = ReportSegments.ranges(of: items.prose)
        for range in ranges {
            let names = ranges.count == 1 ? layout.names : []
            guard let report = report(items, range, layout, names: names) else { continue }
            reports.append(report)
        }
        guard !reports.isEmpty else { throw failure(layout) }
        for index in reports.indices {
            reports[index].source = index == 0 ? source : "\(source)#\(index + 1)"
            if reports.count > 1 { reports[index].pages = pages(of: reports[index], in: layout.pages) }
        }
        return reports
    }

    private static func report(
        _ items: FormItems, _ range: Range<Int>, _ layout: DocumentLayout, names: [String]
    ) -> Report? {
        let tables = items.tables(in: range)
        let pages = layout.pages
        let prose = ProseReader.prose(of: Array(items.prose[range]), names: names)
        let grids = FilledForm(
            parts: items.parts(in: range), headers: HeaderLines(items.prose[range]), year: prose.year,
            methods: ReadingMethods(pages))
        let second = grids.flatMap { secondReading(of: $0, layout, range, prose) }
        guard let filled = checked(grids, lines: typedLines(of: layout, range), second, prose), filled.isReport else {
            return nil
        }
        var report = Report(
            source: "", title: prose.title, agency: prose.agency, year: prose.year, forms: filled.forms,
            sections: prose.sections, figures: filled.figures, tables: tables,
            findings: prose.findings + filled.findings, pages: pages)
        HiddenText.doubt(&report)
        return report
    }

    /// What the grids hold, checked against the plain text of the pages where no lines part the cells, or of the document
    /// where its tables leave doubts; read from the plain text alone where no grid holds the form.
    private static func checked(
        _ grids: FilledForm?, lines: [TypedLine], _ second: SecondReading?, _ prose: Prose
    ) -> FilledForm? {
        if var form = grids, form.isReport, let second {
            second.check(&form)
            return form
        }
        if let grids, grids.isReport, !grids.hasOpenTables || lines.isEmpty { return grids }
        guard !lines.isEmpty, grids?.isReport ?? !prose.title.isEmpty else { return grids }
        let second = SecondReading(lines, year: prose.year)
        guard var form = grids?.isReport == true ? grids : second.blankForm else { return grids }
        second.check(&form)
        return form
    }

    /// A table whose cells do not fit together may be whole where each of its rows is a line of text.
    private static func secondReading(
        of grids: FilledForm, _ layout: DocumentLayout, _ range: Range<Int>, _ prose: Prose
    ) -> SecondReading? {
        guard !layout.text.isEmpty, grids.figures.contains(where: { ![.ok, .empty].contains($0.status) }) else {
            return nil
        }
        let places = layout.blocks[range].flatMap { block in
            switch block {
            case .line(let line): [line.place]
            case .table(let table): table.cells.flatMap(\.parts).map(\.outline)
            }
        }
        let lines = places.filter { $0.page == nil }.map { Int($0.box.y) }
        guard let first = lines.min(), let last = lines.max(), first >= 1, last <= layout.text.count else { return nil }
        return SecondReading(Array(layout.text[(first - 1)..<last]), after: first - 1, year: prose.year)
    }

    private static func typedLines(of layout: DocumentLayout, _ range: Range<Int>) -> [TypedLine] {
        guard !layout.typedLines.isEmpty else { return [] }
        let pages = layout.blocks[range].flatMap { block in
            switch block {
            case .line(let line): [line.place.page]
            case .table(let table): table.places.map(\.page)
            }
        }.compactMap { $0 }
        guard let first = pages.min(), let last = pages.max() else { return [] }
        return layout.typedLines.filter { (first...last).contains($0.page) }
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
                english: "pages: \(layout.pages.count), tables: \(tableCount), beginning “\(opening)”"))
    }
}
