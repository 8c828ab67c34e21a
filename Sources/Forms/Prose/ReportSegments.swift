import ReportModel

/// Where one report ends and the next begins, in a file that holds several.
public enum ReportSegments {
    /// The items of each report; one range for a file with one report.
    ///
    /// A report begins at a title that a first section or a table follows, and where a table of the form comes a second
    /// time; one that is there twice, with nothing between, is not known which of the two to believe.
    public static func ranges(of items: [ProseItem]) -> [Range<Int>] {
        let items = items.map(\.inOrdinaryCharacters)
        let titles = TitleFinder(items).all
        var starts: [Int] = []
        var last: (agency: String, year: Int?)?
        for (index, title) in titles.enumerated() {
            // A running head repeats the title, or says no more than that this is such a report.
            let isLast = last.map { $0 == (title.title.agency, title.title.year) } ?? false
            let isNameless = title.title.agency.isEmpty
            let isOtherYears = title.title.year != nil && last.map { $0.year != title.title.year } ?? false
            if !starts.isEmpty, isLast || isNameless && !isOtherYears { continue }
            // The title above was not legible, this one stands over its tables' other half.
            if starts.isEmpty, isWithin(title.lines, items) { continue }
            let end = index + 1 < titles.count ? titles[index + 1].lines.lowerBound : items.count
            let rest = items[title.lines.upperBound..<max(title.lines.upperBound, end)]
            if starts.isEmpty || !isNameless ? holdsReport(rest) : rest.contains(where: beginsReport) {
                starts.append(title.lines.lowerBound)
                last = (title.title.agency, title.title.year)
            }
        }
        starts = withRepeatedTables(starts, in: items)
        guard starts.count > 1 else { return [items.startIndex..<items.endIndex] }
        starts[0] = 0
        return zip(starts, starts.dropFirst() + [items.count]).map { $0..<$1 }
    }

    /// Whether a title only goes on with what has tables above it: below it come others, and no first section.
    private static func isWithin(_ title: Range<Int>, _ items: [ProseItem]) -> Bool {
        let (above, below) = (items[..<title.lowerBound], items[title.upperBound...])
        let tables = [above, below].map { Set($0.compactMap { if case .table(let table) = $0 { table } else { nil } }) }
        return !tables[0].isEmpty && tables[0].isDisjoint(with: tables[1]) && !below.contains(where: beginsReport)
    }

    private static func holdsReport(_ items: ArraySlice<ProseItem>) -> Bool {
        items.contains { if case .table(_?) = $0 { true } else { beginsReport($0) } }
    }

    /// Whether it is the heading of a first section.
    private static func beginsReport(_ item: ProseItem) -> Bool {
        guard let text = item.line?.text, let heading = SectionHeading(text) else { return false }
        return heading.section == 1 && heading.similarity == 1 && !TitleFinder.isEntry(text.squeezed)
    }

    private static func withRepeatedTables(_ titles: [Int], in items: [ProseItem]) -> [Int] {
        var starts = titles
        var seen: Set<FormTable> = []
        var last: (index: Int, table: FormTable)?
        for (index, item) in items.enumerated() {
            if starts.contains(index) { seen = [] }
            guard case .table(let table?) = item else { continue }
            if !seen.insert(table).inserted,
                let start = start(before: index, after: last?.index ?? 0, in: items)
                    ?? (last?.table == table ? nil : index)
            {
                starts.append(start)
                seen = [table]
            }
            last = (index, table)
        }
        if let first = starts.min(),
            items[..<first].contains(where: { if case .table(_?) = $0 { true } else { false } })
        {
            starts.append(0)
        }
        return Array(Set(starts)).sorted()
    }

    /// A report without a title begins with its first section, else with the heading of its first table.
    private static func start(before table: Int, after last: Int, in items: [ProseItem]) -> Int? {
        let between = (last + 1)..<table
        let headings = between.compactMap { index in
            items[index].line.flatMap { SectionHeading($0.text) }.map { (index, $0.section) }
        }
        return headings.last { $0.1 == 1 }?.0 ?? headings.last { $0.1 < 5 }?.0
    }
}
