import ReportModel

/// Reads 收到和处理政府信息公开申请情况: rows by their labels on the left, columns by their labels above.
struct ApplicationsReader: Sendable {
    /// A column of the form in one part's grid.
    struct ColumnPlace: Sendable {
        var id: String
        var columns: ClosedRange<Int>
        var certainty: PlacementCertainty
    }

    var parts: [StatutoryPart]
    var method: ReadingMethod

    func fill(_ filling: inout FormFilling) -> FormVersion? {
        var places: [[ColumnPlace]] = []
        var evidence: [RowEvidence] = []
        for (index, part) in parts.enumerated() {
            let columns = columnPlaces(in: part, inherited: places.last, earlier: parts[..<index])
            places.append(columns)
            guard let first = columns.map(\.columns.lowerBound).min() else { continue }
            for row in part.rows { evidence += rowEvidence(row, part: index, firstFigure: first, columns) }
        }
        joinCutLabels(&evidence)
        let definitions = [FormVersion.form2021, .form2019].map { FormDefinition.statutory(.applications, $0) }
        guard let (definition, placement) = RowPlacement.best(evidence, on: definitions), !placement.rows.isEmpty
        else { return nil }
        for row in definition.rows {
            guard let (index, placed) = placement.rows[row.id] else { continue }
            let found = evidence[index]
            let isStray =
                !hasInk(found) && hasStrayNeighbour(index, placement, evidence)
                || hasStrayFigure(found, places[found.part])
            let certainty = isStray ? .doubtful(Self.strayFigures) : placed
            for column in places[found.part] {
                filling.fill(
                    FigureID(.applications, row.id, column.id), form: definition.version,
                    from: cell(found.gridRow, column, in: parts[found.part].grid), method: method, row: certainty,
                    column: column.certainty)
            }
        }
        filling.note(placement, evidence, definition, parts)
        return definition.version
    }

    /// The cell of a figure: the one below its header, or the one that is filled where stray lines make several.
    private func cell(_ row: Int, _ column: ColumnPlace, in grid: TableGrid) -> Cell? {
        var found: [Cell] = []
        var last = -1
        for square in column.columns {
            guard let index = grid.cellIndex(row, square), index != last else { continue }
            last = index
            found.append(grid.table.cells[index])
        }
        let filled = found.filter { !$0.isBlank }
        guard let first = filled.first ?? found.first else { return nil }
        // A cell that reaches under a neighbour's header belongs to both or to neither.
        guard first.column >= column.columns.lowerBound - 1, filled.count <= 1 else {
            var joined = first
            joined.text = filled.map(\.text).joined(separator: " | ")
            joined.parts = filled.flatMap(\.parts)
            return joined
        }
        return first
    }
}

// MARK: - Columns

extension ApplicationsReader {
    private func columnPlaces(
        in part: StatutoryPart, inherited: [ColumnPlace]?, earlier: ArraySlice<StatutoryPart>
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
                    id: id, columns: best.cell.column...best.cell.lastColumn,
                    certainty: isWhole ? .label : .damagedLabel))
        }
        if places.count < form.count { fillGaps(&places, form, part) }
        if places.count == form.count { return places }
        if let inherited, inherited.count == form.count, let carried = carry(inherited, to: part) { return carried }
        if let ordered = FigureColumns(part).places(form: form, headers: places, earlier: earlier) { return ordered }
        return byPlace(form, part)
    }

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
            let start = before.columns.upperBound + 1
            let end = after.map { $0.columns.lowerBound - 1 } ?? part.grid.table.columnCount - 1
            let isNext = after.map { form.firstIndex(of: $0.id) == index + 1 } ?? (index == form.count - 1)
            guard isNext, start == end else { continue }
            places.append(ColumnPlace(id: id, columns: start...end, certainty: .damagedLabel))
            places.sort { (form.firstIndex(of: $0.id) ?? 0) < (form.firstIndex(of: $1.id) ?? 0) }
        }
    }

    /// A part after a page break without its headers: the columns of the part before, by their number from the right.
    private func carry(_ inherited: [ColumnPlace], to part: StatutoryPart) -> [ColumnPlace]? {
        guard inherited.allSatisfy({ $0.columns.count == 1 }), let last = inherited.map(\.columns.upperBound).max()
        else { return nil }
        let shift = part.grid.table.columnCount - 1 - last
        let moved = inherited.map { place in
            ColumnPlace(
                id: place.id, columns: (place.columns.lowerBound + shift)...(place.columns.upperBound + shift),
                certainty: place.certainty)
        }
        return moved.allSatisfy { $0.columns.lowerBound >= 0 } ? moved : nil
    }

    /// No headers at all: the last seven columns, in doubt.
    private func byPlace(_ form: [String], _ part: StatutoryPart) -> [ColumnPlace] {
        let count = part.grid.table.columnCount
        guard count > form.count else { return [] }
        return form.enumerated().map { index, id in
            let column = count - form.count + index
            return ColumnPlace(id: id, columns: column...column, certainty: .doubtful("column.place-only"))
        }
    }
}

// MARK: - Rows

extension ApplicationsReader {
    private func rowEvidence(
        _ row: Int, part: Int, firstFigure: Int, _ columns: [ColumnPlace]
    ) -> [RowEvidence] {
        let grid = parts[part].grid
        let cells = grid.cells(inRow: row)
        let labels = cells.filter { $0.lastColumn < firstFigure && !$0.isBlank }
        let figures = columns.compactMap { cell(row, $0, in: grid) }
        // A header repeated after a page break, a note over the whole width.
        guard figures.allSatisfy({ $0.isBlank || $0.isFigureLike || $0.row == row }) else { return [] }
        let hasFigures = figures.contains { !$0.isBlank && $0.isFigureLike && $0.lastColumn >= firstFigure }
        let own = labels.last
        // A merged cell alone is no label of this row unless it begins here and reaches no further.
        let isOwn = own.map { $0.rowSpan == 1 || labels.count == 1 && $0.row == row } ?? false
        let text = isOwn ? own?.text ?? "" : ""
        let matcher = LabelMatcher.statutory(.applications)
        let matches = text.isEmpty ? [] : matcher.matches(text, as: [.row])
        if !hasFigures, !text.isEmpty, matcher.match(text, as: [.heading])?.matchClass ?? .damaged >= .complete {
            return []
        }
        return [
            RowEvidence(
                part: part, gridRow: row, label: text,
                groups: (isOwn ? labels.dropLast() : labels[...]).map(\.text), matches: matches,
                hasFigures: hasFigures || !figures.isEmpty && figures.allSatisfy { $0.isBlank } && !matches.isEmpty)
        ]
    }

    /// A label cut by a page break that Layout left in two rows: 5.要求行政机关确认或重新出 / 具已获取信息. The figures
    /// can stand on either side.
    private func joinCutLabels(_ evidence: inout [RowEvidence]) {
        let matcher = LabelMatcher.statutory(.applications)
        var index = 0
        while index + 1 < evidence.count {
            defer { index += 1 }
            let upper = evidence[index]
            let lower = evidence[index + 1]
            guard lower.certainRow(in: .applications) == nil, !upper.isLabelBlank, !lower.isLabelBlank,
                !(hasInk(upper) && hasInk(lower))
            else { continue }
            let joined = matcher.matches(upper.label + lower.label, as: [.row])
            guard let best = joined.first, best.matchClass >= .complete, best.extent == .whole,
                best.similarity > upper.similarity(to: best.target.rowID, in: .applications)
            else { continue }
            var whole = hasInk(lower) ? lower : upper
            whole.label = upper.label + lower.label
            whole.matches = joined
            whole.groups = upper.groups.count >= lower.groups.count ? upper.groups : lower.groups
            whole.hasFigures = true
            evidence.replaceSubrange(index...index + 1, with: [whole])
        }
    }

    /// A row of blanks beside a row of figures that belongs to nobody: the figures may be the blank row's.
    private func hasStrayNeighbour(_ index: Int, _ placement: RowPlacement, _ evidence: [RowEvidence]) -> Bool {
        placement.extra.contains { abs($0 - index) == 1 && hasInk(evidence[$0]) }
    }

    /// A figure of the row that stands under none of the headers.
    private func hasStrayFigure(_ row: RowEvidence, _ columns: [ColumnPlace]) -> Bool {
        let grid = parts[row.part].grid
        guard let first = columns.map(\.columns.lowerBound).min(), columns.count == 7 else { return false }
        return grid.cells(inRow: row.gridRow).contains { figure in
            figure.column >= first && !figure.isBlank && figure.isFigureLike
                && !columns.contains { $0.columns.overlaps(figure.column...figure.lastColumn) }
        }
    }

    static let strayFigures = "row.stray-figures"

    private func hasInk(_ row: RowEvidence) -> Bool {
        let grid = parts[row.part].grid
        return grid.cells(inRow: row.gridRow).contains { !$0.isBlank && $0.isFigureLike }
    }
}
