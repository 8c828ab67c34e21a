import ReportModel

/// Reads 收到和处理政府信息公开申请情况: rows by their labels on the left, columns by their labels above.
struct ApplicationsReader: Sendable {
    /// A column of the form in one part's grid.
    struct ColumnPlace: Sendable {
        var id: String
        /// Nil where nothing is printed in it: a total that is blank on every row of a page leaves no column behind.
        var columns: ClosedRange<Int>?
        var certainty: PlacementCertainty
        /// How far it reaches across the page, where that is known.
        var extent: ClosedRange<Double>?

        func overlaps(_ cell: Cell) -> Bool { columns?.overlaps(cell.column...cell.lastColumn) ?? false }
    }

    var parts: [StatutoryPart]
    var method: ReadingMethod

    func fill(_ filling: inout FormFilling) -> FormVersion? {
        var places: [[ColumnPlace]] = []
        var evidence: [RowEvidence] = []
        for (index, part) in parts.enumerated() {
            let extents = ColumnExtents(part)
            let columns = columnPlaces(in: part, extents, inherited: places.last, earlier: parts[..<index])
                .map { place in
                    var place = place
                    place.extent = place.columns.flatMap { extents[$0] } ?? place.extent
                    return place
                }
            places.append(columns)
            guard let first = columns.compactMap(\.columns?.lowerBound).min() else { continue }
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
                let cell = cell(found.gridRow, column, among: places[found.part], in: parts[found.part].grid)
                let isStray = cell?.isBlank ?? true && hasStrayNeighbour(index, column, placement, evidence)
                filling.fill(
                    FigureID(.applications, row.id, column.id), form: definition.version, from: cell, method: method,
                    row: isStray ? .doubtful(Self.strayFigures) : certainty, column: column.certainty)
            }
        }
        filling.note(placement, evidence, definition, parts)
        return definition.version
    }

    /// The cell of a figure: the one below its header, or the one that is filled where stray lines make several.
    private func cell(_ row: Int, _ column: ColumnPlace, among places: [ColumnPlace], in grid: TableGrid) -> Cell? {
        guard let squares = column.columns else { return blank(row, column, in: grid) }
        var found: [Cell] = []
        var last = -1
        for square in squares {
            guard let index = grid.cellIndex(row, square), index != last else { continue }
            last = index
            found.append(grid.table.cells[index])
        }
        let filled = found.filter { !$0.isBlank }
        guard let first = filled.first ?? found.first else { return nil }
        if filled.count == 1, let owner = owner(of: first, among: places), owner != column.id {
            return blank(row, column, in: grid)
        }
        // A cell that reaches under a neighbour's header belongs to both or to neither.
        guard first.column >= squares.lowerBound - 1, filled.count <= 1 else {
            var joined = first
            joined.text = filled.map(\.text).joined(separator: " | ")
            joined.parts = filled.flatMap(\.parts)
            return joined
        }
        return first
    }

    /// Of several columns that a cell reaches under, the one that its text stands in; nil where that is not plain.
    private func owner(of cell: Cell, among places: [ColumnPlace]) -> String? {
        guard cell.columnSpan > 1, let ink = Box.around(cell.parts.compactMap(\.ink)) else { return nil }
        let owners = places.filter { place in
            place.overlaps(cell) && place.extent.map { $0.lowerBound - 1...$0.upperBound + 1 ~= ink.midX } ?? false
        }
        return owners.count == 1 && places.count(where: { $0.overlaps(cell) }) > 1 ? owners[0].id : nil
    }

    /// The square of a row where nothing was found: whether it is blank, the picture of the page has to say.
    private func blank(_ row: Int, _ column: ColumnPlace, in grid: TableGrid) -> Cell? {
        guard method == .text, let extent = column.extent else { return nil }
        let outlines = grid.cells(inRow: row).filter { $0.rowSpan == 1 && !$0.isBlank }.flatMap(\.parts).map(\.outline)
        guard let page = outlines.first?.page, outlines.allSatisfy({ $0.page == page }),
            let box = Box.around(outlines.map(\.box))
        else { return nil }
        let square = Box(fromX: extent.lowerBound, y: box.y, toX: extent.upperBound, y: box.maxY)
        return Cell(
            row: row, column: 0, text: "",
            parts: [CellPart(outline: Place(page: page, box: square), ink: nil, text: "")])
    }
}

// MARK: - Columns

extension ApplicationsReader {
    private func columnPlaces(
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
                    id: id, columns: best.cell.column...best.cell.lastColumn,
                    certainty: isWhole ? .label : .damagedLabel))
        }
        if places.count < form.count { fillGaps(&places, form, part) }
        if places.count == form.count { return places }
        if let inherited, inherited.count == form.count {
            if let carried = carry(inherited, to: extents) ?? carry(inherited, to: part) { return carried }
        }
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
            let start = (before.columns?.upperBound ?? 0) + 1
            let end = (after?.columns?.lowerBound).map { $0 - 1 } ?? part.grid.table.columnCount - 1
            let isNext = after.map { form.firstIndex(of: $0.id) == index + 1 } ?? (index == form.count - 1)
            guard isNext, start == end else { continue }
            places.append(ColumnPlace(id: id, columns: start...end, certainty: .damagedLabel))
            places.sort { (form.firstIndex(of: $0.id) ?? 0) < (form.firstIndex(of: $1.id) ?? 0) }
        }
    }

    /// A part after a page break without its headers: the columns of the part before, by where they stand on the page.
    private func carry(_ inherited: [ColumnPlace], to extents: ColumnExtents) -> [ColumnPlace]? {
        var carried: [ColumnPlace] = []
        for place in inherited {
            guard let extent = place.extent else { return nil }
            let column = extents.column(below: extent)
            carried.append(
                ColumnPlace(
                    id: place.id, columns: column.map { $0...$0 }, certainty: place.certainty, extent: extent))
        }
        let columns = carried.compactMap(\.columns?.lowerBound)
        guard columns.count >= Self.fewestCarried, zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 }) else {
            return nil
        }
        return carried
    }

    /// Columns that must stand below those of the page before: the printer's margins are the same then.
    private static let fewestCarried = 5

    /// The same by their number from the right.
    private func carry(_ inherited: [ColumnPlace], to part: StatutoryPart) -> [ColumnPlace]? {
        let columns = inherited.compactMap(\.columns)
        guard columns.count == inherited.count, columns.allSatisfy({ $0.count == 1 }),
            let last = columns.map(\.upperBound).max()
        else { return nil }
        let shift = part.grid.table.columnCount - 1 - last
        let moved = zip(inherited, columns).map { place, columns in
            ColumnPlace(
                id: place.id, columns: (columns.lowerBound + shift)...(columns.upperBound + shift),
                certainty: place.certainty)
        }
        return moved.allSatisfy { ($0.columns?.lowerBound ?? -1) >= 0 } ? moved : nil
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
        let figures = columns.compactMap { cell(row, $0, among: columns, in: grid) }
        // A header repeated after a page break, a note over the whole width.
        guard figures.allSatisfy({ $0.isBlank || $0.isFigureLike || $0.row == row }) else { return [] }
        // A header pushed beside a label: whose figures those are cannot be told.
        guard !figures.contains(where: { $0.columnSpan > 1 && !$0.isBlank && !$0.isFigureLike }) else { return [] }
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

    /// A figure that belongs to no row stands above or below a blank cell: it may be the cell's.
    private func hasStrayNeighbour(
        _ index: Int, _ column: ColumnPlace, _ placement: RowPlacement, _ evidence: [RowEvidence]
    ) -> Bool {
        placement.extra.contains { other in
            guard abs(other - index) == 1, evidence[other].part == evidence[index].part else { return false }
            return parts[evidence[other].part].grid.cells(inRow: evidence[other].gridRow).contains {
                !$0.isBlank && $0.isFigureLike && column.overlaps($0)
            }
        }
    }

    /// A figure of the row that stands under none of the headers.
    private func hasStrayFigure(_ row: RowEvidence, _ columns: [ColumnPlace]) -> Bool {
        let grid = parts[row.part].grid
        guard let first = columns.compactMap(\.columns?.lowerBound).min(), columns.count == 7 else { return false }
        return grid.cells(inRow: row.gridRow).contains { figure in
            figure.column >= first && !figure.isBlank && figure.isFigureLike
                && !columns.contains { $0.overlaps(figure) }
        }
    }

    static let strayFigures = "row.stray-figures"

    private func hasInk(_ row: RowEvidence) -> Bool {
        let grid = parts[row.part].grid
        return grid.cells(inRow: row.gridRow).contains { !$0.isBlank && $0.isFigureLike }
    }
}
