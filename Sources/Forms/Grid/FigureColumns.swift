import ReportModel

/// The columns of a table without lines that hold figures: where headers have come apart, their number and order tell
/// which is which, as long as what is left of the headers agrees.
struct FigureColumns: Sendable {
    private let part: StatutoryPart
    let columns: [Int]
    /// What the cells of figures cover in most rows, where strokes of a stamp part some of the columns elsewhere
    /// (seal-full: a stroke through 自然人 left the other six and a blank half of one for the form's seven).
    private let spans: [ClosedRange<Int>]

    /// Share of the rows in which a column of figures holds one; stray columns hold none or a few.
    private static let share = 0.4
    /// Of a row that tells.
    private static let fewestFigures = 5
    /// Headers of the seven that must be found in the form's order before the rest is taken from place.
    private static let fewestHeaders = 4

    init(_ part: StatutoryPart) {
        self.part = part
        var counts = [Int](repeating: 0, count: part.grid.table.columnCount)
        var rows = 0
        for row in part.rows {
            let figures = part.grid.cells(inRow: row).filter { $0.isFigureLike && $0.columnSpan == 1 }
            guard figures.count >= Self.fewestFigures else { continue }
            rows += 1
            for figure in figures { counts[figure.column] += 1 }
        }
        columns = counts.indices.filter {
            rows > 0 && Double(counts[$0]) >= Self.share * Double(rows) && counts[$0] > 0
        }
        spans = Self.spans(of: part)
    }

    /// From left to right; none where they overlap.
    private static func spans(of part: StatutoryPart) -> [ClosedRange<Int>] {
        let filled = part.rows.map { row in
            part.grid.cells(inRow: row).filter { $0.row == row && $0.isFigureLike }.map { $0.column...$0.lastColumn }
        }.filter { $0.count >= fewestFigures }
        let counts = Dictionary(filled.joined().map { ($0, 1) }, uniquingKeysWith: +)
        let spans = counts.filter { Double($0.value) >= share * Double(filled.count) }.keys
            .sorted { $0.lowerBound < $1.lowerBound }
        return zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound } ? spans : []
    }

    /// The form's columns in their order, where there are as many columns of figures and the headers that were found,
    /// here or in the part before a page break, stand in that order.
    func places(
        form: [String], headers: [ApplicationsReader.ColumnPlace], earlier: ArraySlice<StatutoryPart>
    ) -> [ApplicationsReader.ColumnPlace]? {
        let columns = columns.count == form.count ? columns.map { $0...$0 } : spans
        guard columns.count == form.count else { return nil }
        let agrees = headers.allSatisfy { header in
            guard let index = form.firstIndex(of: header.id) else { return false }
            // A header without lines reaches over its column, or stands a little beside it.
            guard let reach = header.columns else { return true }
            return reach.overlaps(columns[index]) || !columns.contains { reach.overlaps($0) }
        }
        guard agrees else { return nil }
        let isNamed =
            headers.count >= Self.fewestHeaders
            || earlier.contains { Self.namesColumns($0, form) } || Self.namesColumns(part, form)
        let certainty: PlacementCertainty = isNamed ? .damagedLabel : .columnByPlace
        let whole = Set(headers.filter { $0.certainty == .label && $0.columns != nil }.map(\.id))
        return form.indices.map { index in
            // Between whole headers, or beside the outermost, there is one column and one header of the form.
            let beside = [index - 1, index + 1].filter(form.indices.contains)
            let isSure = whole.contains(form[index]) || beside.allSatisfy { whole.contains(form[$0]) }
            return ApplicationsReader.ColumnPlace(
                id: form[index], columns: columns[index],
                certainty: isNamed && isSure ? .label : certainty)
        }
    }

    /// Puts headers that stand above no column of figures, or above several, over their own: where there is a column of
    /// figures for each, and every header is nearest to its own.
    ///
    /// What a seal leaves between two columns makes a column of its own, which took the header of the one beside it.
    func bringHome(_ places: inout [ApplicationsReader.ColumnPlace], _ heads: [String: ClosedRange<Double>]) {
        let extents = ColumnExtents(part)
        let figures = columns.compactMap { extents.middle(of: $0...$0) }
        let middles = places.compactMap { heads[$0.id]?.middle }
        guard columns.count == places.count, figures.count == places.count, middles.count == places.count,
            middles.indices.allSatisfy({ own in
                figures.indices.min { abs(figures[$0] - middles[own]) < abs(figures[$1] - middles[own]) } == own
            })
        else { return }
        for (index, column) in columns.enumerated() { places[index].columns = column...column }
    }

    /// Whether a part's headers, each read down its column, name enough columns in the form's order.
    private static func namesColumns(_ part: StatutoryPart, _ form: [String]) -> Bool {
        let matcher = LabelMatcher.statutory(.applications)
        var found: [String] = []
        for column in 0..<part.grid.table.columnCount {
            var texts: [String] = []
            var last = -1
            for row in part.rows {
                guard let index = part.grid.cellIndex(row, column), index != last else { continue }
                last = index
                let cell = part.grid.table.cells[index]
                if cell.isFigureLike { break }
                if !cell.isBlank, cell.columnSpan == 1 { texts.append(cell.text) }
            }
            let matches = [texts.suffix(1), texts.suffix(2), texts.suffix(3)].compactMap {
                matcher.match($0.joined(), as: [.column])
            }
            guard let best = matches.max(by: { $0.similarity < $1.similarity }), best.matchClass >= .complete,
                case .column(_, let id) = best.target
            else { continue }
            if found.last != id { found.append(id) }
        }
        return found.count >= fewestHeaders && found == form.filter(found.contains)
    }
}
