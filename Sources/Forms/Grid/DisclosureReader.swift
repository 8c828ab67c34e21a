import ReportModel

/// Reads 主动公开政府信息情况: blocks one below the other, each with its own headers.
struct DisclosureReader: Sendable {
    /// A column of the form in one part's grid.
    private struct ColumnPlace {
        var id: String
        var columns: ClosedRange<Int>
        var certainty: PlacementCertainty
        /// Where the header's text stands across the page.
        var header: ClosedRange<Double>?
    }

    var parts: [StatutoryPart]
    var method: ReadingMethod

    func fill(_ filling: inout FormFilling) -> FormVersion? {
        guard let version = version else { return nil }
        let definition = FormDefinition.statutory(.disclosure, version)
        let evidence = rowEvidence
        guard let (_, placement) = RowPlacement.best(evidence, on: [definition], method: method),
            !placement.rows.isEmpty
        else {
            return nil
        }
        for block in definition.blocks {
            for row in block.rows {
                guard let (index, certainty) = placement.rows[row.id] else { continue }
                let found = evidence[index]
                let part = parts[found.part]
                let columns = columnPlaces(of: block, above: found.gridRow, in: part)
                let cells = figures(of: columns, found.gridRow, part)
                let isStray = cells.isStray || found.endsInNumber
                for (column, cell) in zip(columns, cells.figures) {
                    filling.fill(
                        FigureID(.disclosure, row.id, column.id), form: version, from: cell,
                        row: isStray ? .doubtful(StrayFigures.doubt) : certainty,
                        column: column.certainty, isAlone: cells.isComplete)
                }
            }
        }
        filling.note(placement, evidence, definition, parts)
        return version
    }

    /// The cells of a row under its block's columns.
    ///
    /// As many figures as columns are in the order of the columns, wherever they stand: without lines a figure can reach
    /// under its neighbour's header. Otherwise place decides, and a figure that stands under no header puts the row in
    /// doubt.
    private func figures(
        of columns: [ColumnPlace], _ row: Int, _ part: StatutoryPart
    ) -> (figures: [Cell?], isStray: Bool, isComplete: Bool) {
        let filled = figureCells(row, part).filter { !$0.isBlank }
        if filled.count == columns.count, filled.allSatisfy(\.isFigureLike) {
            let order = columns.indices.sorted { columns[$0].columns.lowerBound < columns[$1].columns.lowerBound }
            var figures = [Cell?](repeating: nil, count: columns.count)
            for (index, cell) in zip(order, filled) { figures[index] = cell }
            return (figures, false, true)
        }
        let figures = columns.map { column in
            let cells = column.columns.compactMap { part.grid[row, $0] }
            return cells.first { !$0.isBlank } ?? cells.first
        }
        let used = figures.compactMap { $0 }.filter { !$0.isBlank }.map(\.column)
        let allPlain =
            part.grid.table.construction == .ruled
            || zip(columns, figures).allSatisfy { column, figure in
                guard let figure, !figure.isBlank else { return true }
                return isPlain(figure, under: column, of: columns)
            }
        return (figures, !allPlain || !filled.allSatisfy { used.contains($0.column) }, false)
    }

    /// Whether a figure that no lines enclose stands by its own header and well away from the others: numbers set to the
    /// left under headers in the middle can stand between two.
    private func isPlain(_ figure: Cell, under column: ColumnPlace, of columns: [ColumnPlace]) -> Bool {
        guard let ink = figure.inkReach, let own = column.header.map({ Self.gap($0, ink) }) else { return true }
        return columns.allSatisfy { other in
            guard other.id != column.id, let header = other.header else { return true }
            return 2 * own <= Self.gap(header, ink)
        }
    }

    private static func gap(_ left: ClosedRange<Double>, _ right: ClosedRange<Double>) -> Double {
        max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }

    /// The version that most of the labels belong to.
    private var version: FormVersion? {
        var votes: [FormVersion: Int] = [:]
        for part in parts {
            for row in part.rows {
                for cell in part.grid.cells(inRow: row) where cell.row == row && !cell.isBlank && !cell.isFigureLike {
                    for version in FormVersion.allCases {
                        let match = LabelMatcher.statutory(.disclosure, version).match(cell.text)
                        // Whole labels decide; a damaged one counts a little.
                        votes[version, default: 0] +=
                            match.map { $0.matchClass == .exact ? 3 : $0.matchClass.rawValue } ?? 0
                    }
                }
            }
        }
        guard let best = votes.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }), best.value > 2
        else { return nil }
        return best.key
    }

    private var rowEvidence: [RowEvidence] {
        let matcher = LabelMatcher.statutory(.disclosure)
        var evidence: [RowEvidence] = []
        for (index, part) in parts.enumerated() {
            for row in part.rows {
                let cells = part.grid.cells(inRow: row)
                guard let label = cells.first(where: { !$0.isBlank }), !label.isFigureLike else { continue }
                if let match = matcher.match(label.text, as: [.block, .heading]), match.matchClass >= .complete {
                    continue
                }
                let rest = cells.filter { $0.column > label.lastColumn }
                guard !rest.isEmpty, rest.allSatisfy({ $0.isBlank || $0.isFigureLike }) else {
                    // 22（其中修订16件） is a figure with words; a row of words is a header.
                    guard rest.contains(where: { FigureText($0.text).content.isAmount }) else { continue }
                    evidence.append(self.evidence(label, index, row, matcher))
                    continue
                }
                evidence.append(self.evidence(label, index, row, matcher))
            }
        }
        return evidence
    }

    private func evidence(_ label: Cell, _ part: Int, _ row: Int, _ matcher: LabelMatcher) -> RowEvidence {
        RowEvidence(
            part: part, gridRow: row, label: label.text, groups: [], matches: matcher.matches(label.text, as: [.row]),
            hasFigures: true)
    }

    /// Where a block's columns stand, from the nearest header above the row.
    private func columnPlaces(of block: FormBlock, above row: Int, in part: StatutoryPart) -> [ColumnPlace] {
        let figures = figureCells(row, part)
        for header in part.rows.reversed() where header < row {
            let cells = part.grid.cells(inRow: header).filter { $0.row == header && !$0.isBlank && !$0.isFigureLike }
            if let places = matched(block, cells), places.count == block.columns.count { return places }
            // Another block begins here: its headers are none of ours.
            if isTitle(cells) { break }
        }
        guard figures.count == block.columns.count else { return [] }
        // One figure, one column: the row's label says all. More without headers are in doubt.
        let certainty: PlacementCertainty = figures.count == 1 ? .label : .columnByPlace
        return zip(block.columns, figures).map {
            ColumnPlace(id: $0.id, columns: $1.column...$1.lastColumn, certainty: certainty)
        }
    }

    private func isTitle(_ cells: [Cell]) -> Bool {
        cells.contains { cell in
            LabelMatcher.statutory(.disclosure).match(cell.text, as: [.block]).map { $0.matchClass >= .complete }
                ?? false
        }
    }

    private func figureCells(_ row: Int, _ part: StatutoryPart) -> [Cell] {
        let cells = part.grid.cells(inRow: row)
        guard let label = cells.firstIndex(where: { !$0.isBlank }) else { return [] }
        let rest = cells[(label + 1)...]
        let filled = rest.filter { !$0.isBlank }
        // Cells without text can be covered squares of a merged one that has lost its lines.
        return filled.isEmpty ? Array(rest.prefix(1)) : Array(filled)
    }

    private func matched(_ block: FormBlock, _ cells: [Cell]) -> [ColumnPlace]? {
        let matcher = LabelMatcher.statutory(.disclosure)
        let ids = block.columns.map(\.id)
        var places: [ColumnPlace] = []
        var others: [Cell] = []
        for cell in cells {
            let matches = matcher.matches(cell.text, as: [.column])
            let hit = matches.first { match in
                if case .column(_, let id) = match.target { ids.contains(id) } else { false }
            }
            guard let hit, case .column(_, let id) = hit.target, hit.similarity >= matches[0].similarity - 0.15,
                !places.contains(where: { $0.id == id })
            else {
                others.append(cell)
                continue
            }
            places.append(
                ColumnPlace(
                    id: id, columns: cell.column...cell.lastColumn,
                    certainty: hit.matchClass >= .complete ? .label : .damagedLabel, header: cell.inkReach))
        }
        guard !places.isEmpty else { return nil }
        // One header too damaged to be matched, in the place of the one that is missing.
        let missing = ids.filter { id in !places.contains { $0.id == id } }
        if missing.count == 1, cells.count == ids.count + 1, let index = ids.firstIndex(of: missing[0]),
            others.contains(where: { $0.column == cells[index + 1].column })
        {
            let cell = cells[index + 1]
            places.append(
                ColumnPlace(
                    id: missing[0], columns: cell.column...cell.lastColumn, certainty: .damagedLabel,
                    header: cell.inkReach))
        }
        return places
    }
}
