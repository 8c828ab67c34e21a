import ReportModel

extension ApplicationsReader {
    func columnPlaces(
        in part: StatutoryPart, _ extents: ColumnExtents, inherited: [ColumnPlace]?,
        earlier: ArraySlice<StatutoryPart>
    ) -> [ColumnPlace] {
        let matcher = LabelMatcher.statutory(.applications)
        var found: [(match: LabelMatch, cell: Cell)] = []
        let header = headerRows(of: part)
        for cell in part.grid.table.cells where header.contains(cell.row) && !cell.isBlank {
            guard let match = matcher.match(cell.text, as: [.column]) else { continue }
            found.append((match, cell))
        }
        let form = FormDefinition.statutory(.applications, .form2021).blocks.flatMap(\.columns).map(\.id)
        var places: [ColumnPlace] = []
        for id in form {
            let claims = found.filter { $0.match.target == .column(.applications, id) }
            guard let best = claims.max(by: { $0.match.similarity < $1.match.similarity }) else { continue }
            let isWhole = best.match.matchClass >= .complete && claims.count == 1
            places.append(
                ColumnPlace(
                    id: id, columns: figureColumns(under: best.cell, in: part),
                    certainty: isWhole ? .label : .damagedLabel))
        }
        if places.count < form.count { fillGaps(&places, form, part) }
        if places.count == form.count {
            leaveOthers(&places)
            let heads = Dictionary(
                found.compactMap { match, cell in cell.inkReach.map { (match.target.columnID, $0) } },
                uniquingKeysWith: { first, _ in first })
            ColumnHeads(heads, figures: extents).part(&places)
            if method == .ocr, part.grid.table.construction != .ruled { FigureColumns(part).bringHome(&places, heads) }
            return places
        }
        if let inherited, inherited.count == form.count {
            let isRuled = part.grid.table.construction == .ruled
            if let carried = carry(inherited, to: extents, isRuled: isRuled) { return carried }
            let isSure = isRuled || extents.figureColumnCount == form.count
            if let carried = carry(inherited, to: part, isSure: isSure) { return carried }
        }
        if let ordered = FigureColumns(part).places(form: form, headers: places, earlier: earlier) { return ordered }
        return byPlace(form, part)
    }

    /// Leaves a header that two lines of neighbouring headers fused into, and that reaches over both of their columns,
    /// the one that is no other's (seal-outer: 科研 企业机构 below 商业).
    private func leaveOthers(_ places: inout [ColumnPlace]) {
        for index in places.indices {
            guard let columns = places[index].columns, columns.count > 1 else { continue }
            let before = places[..<index].compactMap(\.columns?.upperBound).max() ?? -1
            let after = places[(index + 1)...].compactMap(\.columns?.lowerBound).min() ?? .max
            let free = columns.filter { column in
                !places.indices.contains { $0 != index && places[$0].columns?.contains(column) ?? false }
            }
            guard free.count == 1, let own = free.first, before < own, own < after else { continue }
            places[index].columns = own...own
        }
    }

    /// The columns under a header, without those of the labels where a line is lost that should part it from the corner
    /// of the table: 自然人 with the note on the sums beside it.
    private func figureColumns(under header: Cell, in part: StatutoryPart) -> ClosedRange<Int> {
        let all = header.column...header.lastColumn
        guard all.count > 1 else { return all }
        let filled = part.rows.filter { $0 > header.lastRow }.flatMap { row in
            part.grid.cells(inRow: row).filter { !$0.isBlank && $0.columnSpan < all.count }
        }
        let figures = filled.filter(\.isFigureLike).map(\.column).filter(all.contains)
        let labels = filled.filter { !$0.isFigureLike }.map(\.lastColumn).filter(all.contains)
        let counts = Dictionary(figures.map { ($0, 1) }, uniquingKeysWith: +)
        // What a stamp leaves in a row or two is no label.
        guard let first = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
            labels.contains(where: { $0 < first }),
            labels.count(where: { $0 >= first }) * Self.figuresForEachStray <= counts[first, default: 0]
        else { return all }
        return first...all.upperBound
    }

    private static let figuresForEachStray = 4

    /// The rows above the first that carries a row's label and figures.
    private func headerRows(of part: StatutoryPart) -> Range<Int> {
        let matcher = LabelMatcher.statutory(.applications)
        for row in part.rows {
            let cells = part.grid.cells(inRow: row).filter { $0.row == row }
            let isLabelled = cells.contains { cell in
                !cell.isBlank && !cell.isFigureLike
                    && (matcher.match(cell.text, as: [.row]).map { $0.matchClass >= .complete } ?? false)
                    && !(matcher.match(cell.text, as: [.column]).map { $0.matchClass == .exact } ?? false)
            }
            if isLabelled, cells.filter(\.isFigureLike).count >= 2 { return part.rows.lowerBound..<row }
        }
        return part.rows.lowerBound..<part.rows.lowerBound
    }

    /// A damaged or lost header between two that were found, where exactly one column stands between them.
    private func fillGaps(_ places: inout [ColumnPlace], _ form: [String], _ part: StatutoryPart) {
        for (index, id) in form.enumerated() where !places.contains(where: { $0.id == id }) {
            let before = places.last { form.firstIndex(of: $0.id) ?? 0 < index }
            let after = places.first { form.firstIndex(of: $0.id) ?? 0 > index }
            guard let before, form.firstIndex(of: before.id) == index - 1 else { continue }
            let start = (before.columns?.upperBound ?? 0) + 1
            let end = (after?.columns?.lowerBound).map { $0 - 1 } ?? part.grid.table.columnCount - 1
            let isNext = after.map { form.firstIndex(of: $0.id) == index + 1 } ?? (index == form.count - 1)
            guard isNext, start == end else { continue }
            places.append(ColumnPlace(id: id, columns: start...end, certainty: .damagedLabel))
            places.sort { (form.firstIndex(of: $0.id) ?? 0) < (form.firstIndex(of: $1.id) ?? 0) }
        }
    }

    /// A part after a page break without its headers: the columns of the part before, by where they stand on the page.
    private func carry(
        _ inherited: [ColumnPlace], to extents: ColumnExtents, isRuled: Bool
    ) -> [ColumnPlace]? {
        let reaches = inherited.compactMap(\.extent)
        let middles = inherited.compactMap(\.middle)
        guard reaches.count == inherited.count, middles.count == inherited.count else { return nil }
        let below = isRuled ? nil : extents.columns(below: middles)
        let columns = below ?? reaches.map(extents.column)
        let order = columns.compactMap { $0 }
        guard order.count >= Self.fewestCarried, zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) else {
            return nil
        }
        return zip(inherited, columns).map { place, column in
            var place = place
            place.columns = column.map { $0...$0 }
            // How far a column reaches is no proof where no lines say so.
            if !isRuled, below == nil { place.certainty = .columnByPlace }
            return place
        }
    }

    /// Columns that must stand below those of the page before: the printer's margins are the same then.
    private static let fewestCarried = 5

    /// The same by their number from the right.
    private func carry(_ inherited: [ColumnPlace], to part: StatutoryPart, isSure: Bool) -> [ColumnPlace]? {
        let columns = inherited.compactMap(\.columns)
        guard columns.count == inherited.count, columns.allSatisfy({ $0.count == 1 }),
            let last = columns.map(\.upperBound).max()
        else { return nil }
        let shift = part.grid.table.columnCount - 1 - last
        let moved = zip(inherited, columns).map { place, columns in
            ColumnPlace(
                id: place.id, columns: (columns.lowerBound + shift)...(columns.upperBound + shift),
                certainty: isSure ? place.certainty : .columnByPlace)
        }
        return moved.allSatisfy { ($0.columns?.lowerBound ?? -1) >= 0 } ? moved : nil
    }

    /// No headers at all: the last seven columns, in doubt.
    private func byPlace(_ form: [String], _ part: StatutoryPart) -> [ColumnPlace] {
        let count = part.grid.table.columnCount
        guard count > form.count else { return [] }
        return form.enumerated().map { index, id in
            let column = count - form.count + index
            return ColumnPlace(id: id, columns: column...column, certainty: .columnByPlace)
        }
    }
}
