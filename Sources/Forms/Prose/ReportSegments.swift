import ReportModel

/// Where one report ends and the next begins, in a file that holds several.
public enum ReportSegments {
    /// The items of each report; one range for a file with one report.
    ///
    /// A report begins at a title that a first section or a table follows, and where a table of the form comes a second
    /// time.
    public static func ranges(of items: [ProseItem]) -> [Range<Int>] {
        let titles = TitleFinder(items).all
        var starts: [Int] = []
        var last: (agency: String, year: Int?)?
        for (index, title) in titles.enumerated() {
            // A running head repeats the title, or says no more than that this is such a report.
            let isLast = last.map { $0 == (title.title.agency, title.title.year) } ?? false
            if !starts.isEmpty, title.title.agency.isEmpty || isLast { continue }
            let end = index + 1 < titles.count ? titles[index + 1].lines.lowerBound : items.count
            if holdsReport(items[title.lines.upperBound..<max(title.lines.upperBound, end)]) {
                starts.append(title.lines.lowerBound)
                last = (title.title.agency, title.title.year)
            }
        }
        starts = withRepeatedTables(starts, in: items)
        guard starts.count > 1 else { return [items.startIndex..<items.endIndex] }
        starts[0] = 0
        return zip(starts, starts.dropFirst() + [items.count]).map { $0..<$1 }
    }

    private static func holdsReport(_ items: ArraySlice<ProseItem>) -> Bool {
        items.contains { item in
            switch item {
            case .table(let table): table != nil
            case .line(let line):
                SectionHeading(line.text).map { $0.section == 1 && $0.similarity == 1 } ?? false
                    && !TitleFinder.isEntry(line.text.squeezed)
            }
        }
    }

    private static func withRepeatedTables(_ titles: [Int], in items: [ProseItem]) -> [Int] {
        var starts = titles
        var seen: Set<FormTable> = []
        var lastTable = 0
        for (index, item) in items.enumerated() {
            if starts.contains(index) { seen = [] }
            guard case .table(let table?) = item else { continue }
            if !seen.insert(table).inserted {
                starts.append(start(before: index, after: lastTable, in: items))
                seen = [table]
            }
            lastTable = index
        }
        if let first = starts.min(),
            items[..<first].contains(where: { if case .table(_?) = $0 { true } else { false } })
        {
            starts.append(0)
        }
        return Array(Set(starts)).sorted()
    }

    /// A report without a title begins with its first section, else with the heading of its first table.
    private static func start(before table: Int, after last: Int, in items: [ProseItem]) -> Int {
        let between = (last + 1)..<table
        let headings = between.compactMap { index in
            items[index].line.flatMap { SectionHeading($0.text) }.map { (index, $0.section) }
        }
        return headings.last { $0.1 == 1 }?.0 ?? headings.last { $0.1 < 5 }?.0 ?? table
    }
}
