public import ReportModel

/// Finds the statutory form in a text dump, however its tables have fallen apart.
///
/// Lines become cells, cells become labels and figures; labels are placed on the form by the cheapest way through it,
/// figures are tied to labels, and the form's sums choose among the ways to read a row.
public enum DumpReader {
    /// Every report in the text.
    ///
    /// Throws `notAReport` with what was found instead, `tooDamagedToPlace` where the form is there but its figures
    /// cannot be placed on it.
    ///
    /// - Parameter names: what the document calls itself outside its text.
    public static func reports(
        in document: TextDocument, names: [String] = [], source: String
    ) throws(ReadFailure) -> [Report] {
        let text = UnfoldedText(LineNumbers.hidden(document.lines))
        let parts = parts(of: text.lines)
        guard !parts.regions.isEmpty else { throw notAReport(document) }
        let items = DumpItems(text.lines, parts.regions)
        var reports: [Report] = []
        var damaged: DumpForm?
        let budget = DigitSplitter.Budget()
        let ranges = ReportSegments.ranges(of: items.items)
        for (range, own) in zip(ranges, parts.divided(by: ranges.map(items.lines))) {
            guard !own.rowLabels.isEmpty || !own.runs.isEmpty else { continue }
            let prose = ProseReader.prose(of: Array(items.items[range]), names: ranges.count == 1 ? names : [])
            let form = DumpForm(
                own, year: prose.year, told: ToldFigures(prose.sections), budget: budget)
            guard form.isPlaced else {
                damaged = form
                continue
            }
            let report = Report(
                source: reports.isEmpty ? source : "\(source)#\(reports.count + 1)", title: prose.title,
                agency: prose.agency, year: prose.year, forms: form.forms, sections: prose.sections,
                figures: form.figures, findings: prose.findings + form.findings)
            reports.append(text.placed(report))
        }
        guard reports.isEmpty else { return reports }
        if let damaged, damaged.labelCount >= 5 { throw tooDamaged(damaged) }
        throw notAReport(document)
    }

    /// The figures of the only report in these lines; empty where none can be placed.
    static func figures(in lines: [String], year: Int?) -> [Figure] {
        let parts = parts(of: lines)
        guard !parts.regions.isEmpty else { return [] }
        return DumpForm(parts, year: year).figures
    }

    private static func parts(of lines: [String]) -> DumpParts {
        let cells = CellReader()
        let marks = CellMarks(lines)
        let rows = BarredCells.rows(of: lines).merging(DrawnRows.rows(of: lines)) { barred, _ in barred }
            .merging(DashedColumns.rows(of: lines)) { other, _ in other }
        var elements: [DumpElement] = []
        var page = 0
        var blanks = 0
        var rowEnd = 0
        for (index, line) in lines.enumerated() {
            if line.utf8.first == 0x0C { page += 1 }
            if index < rowEnd { continue }
            let start = elements.count
            if let row = rows[index] {
                elements += cells.elements(of: row.line).map { $0.gathered(on: index + 1) }
                rowEnd = row.end
            } else {
                let cut = DumpLine(line, number: index + 1, marks: marks)
                blanks = cut.isEmpty ? blanks + 1 : 0
                if blanks > mostBlankLines { continue }
                elements += cells.elements(of: cut)
            }
            if page > 0 { for index in start..<elements.count { elements[index].page = page } }
        }
        RunningHeads.mark(in: &elements, of: lines)
        elements = LabelJoiner().joined(
            BrokenThousands.joined(BrokenDecimals.joined(SquareWidths.settled(elements, of: lines))))
        var targets = StationPath.targets(of: elements)
        (elements, targets) = TrailingLabels.turned(elements, targets)
        let repeatsLines = hasRepeats(lines)
        if repeatsLines { (elements, targets) = CellLines.gathered(elements, targets) }
        UnreadableCells.mark(in: &elements, targets)
        var parts = RunCollector.parts(of: elements, targets: targets)
        parts.repeatsLines = repeatsLines
        parts.hasPages = page > 0
        return parts
    }

    /// Some line stands twice: nobody took repeated lines out, and left the empty lines beside them in their place.
    private static func hasRepeats(_ lines: [String]) -> Bool {
        var seen: Set<String> = []
        return lines.contains { !$0.isBlank && !seen.insert($0).inserted }
    }

    /// A table whose every cell is an empty line has some hundreds of them.
    private static let mostBlankLines = 600

    private static func notAReport(_ document: TextDocument) -> ReadFailure {
        let opening = document.lines.first { !$0.isBlank }?.trimmed.prefix(40) ?? ""
        return ReadFailure(
            .notAReport,
            detail: LocalisedText(
                chinese: "共 \(document.lines.count) 行，开头为“\(opening)”",
                english: "\(document.lines.count) lines, beginning “\(opening)”"))
    }

    private static func tooDamaged(_ form: DumpForm) -> ReadFailure {
        ReadFailure(
            .tooDamagedToPlace,
            detail: LocalisedText(
                chinese: "认出 \(form.labelCount) 个行名，\(form.figures.count) 个数据中只有 \(form.readCount) 个能对上位置",
                english:
                    "\(form.labelCount) row labels were found, but only \(form.readCount) of \(form.figures.count) figures could be placed"
            ))
    }
}

extension DumpForm {
    /// Enough figures found their place for a person to go on from there.
    fileprivate var isPlaced: Bool {
        // A table alone can be all that somebody kept; a tenth of it is too little.
        readCount >= 8 && readCount * 12 >= figures.count
    }
}

extension DumpParts {
    /// What stands in each of these ranges of lines, which follow each other.
    fileprivate func divided(by ranges: [ClosedRange<Int>]) -> [DumpParts] {
        var empty = DumpParts()
        empty.repeatsLines = repeatsLines
        empty.hasPages = hasPages
        empty.foreignLines = foreignLines
        empty.looseLines = looseLines
        var divided = [DumpParts](repeating: empty, count: ranges.count)
        func index(of line: Int) -> Int? {
            var low = 0
            var high = ranges.count
            while low < high {
                let middle = (low + high) / 2
                if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
            }
            return low < ranges.count && ranges[low].contains(line) ? low : nil
        }
        for run in runs { if let part = index(of: run.elements.first?.line ?? 0) { divided[part].runs.append(run) } }
        for head in heads { if let part = index(of: head.element.line) { divided[part].heads.append(head) } }
        for label in rowLabels {
            if let part = index(of: label.element.line) { divided[part].rowLabels.append(label) }
        }
        return divided
    }
}
