import ReportModel

/// Whether the figures of every row stand level with their label.
///
/// Rows are bands across the table, so that a figure level with a label is in that label's row: where this holds for
/// every row of the form, no figure can stand in its neighbour's, whatever the sums say.
enum LevelRows {
    static func areProven(
        _ placement: RowPlacement, _ evidence: [RowEvidence], on definition: FormDefinition, _ parts: [StatutoryPart]
    ) -> Bool {
        var above: (page: Int?, box: Box)?
        for row in definition.rows {
            guard let (index, certainty) = placement.rows[row.id], certainty.doubt == nil,
                let label = level(evidence[index], in: parts)
            else { return false }
            if let above, above.page == label.page, label.box.y < above.box.maxY - touching { return false }
            above = label
        }
        return true
    }

    /// Points by which the boxes of letters in lines set solid reach into one another.
    private static let touching = 2.0

    /// Where a row's label stands, if all its figures are level with it.
    private static func level(_ row: RowEvidence, in parts: [StatutoryPart]) -> (page: Int?, box: Box)? {
        let cells = parts[row.part].grid.cells(inRow: row.gridRow).filter { $0.rowSpan == 1 && !$0.isBlank }
        guard let label = cells.last(where: { !$0.isFigureLike && row.label.hasSuffix($0.text) }),
            let place = ink(of: label)
        else { return nil }
        let figures = cells.filter { $0.isFigureLike && $0.column > label.lastColumn }
        let areLevel = figures.allSatisfy { figure in
            guard let own = ink(of: figure), own.page == place.page else { return false }
            return place.box.y...place.box.maxY ~= own.box.midY
        }
        return areLevel ? place : nil
    }

    /// Nil where it stands on several pages, or nowhere.
    private static func ink(of cell: Cell) -> (page: Int?, box: Box)? {
        let parts = cell.parts.filter { $0.ink != nil }
        guard let page = parts.first?.outline.page, parts.allSatisfy({ $0.outline.page == page }),
            let box = Box.around(parts.compactMap(\.ink))
        else { return nil }
        return (page, box)
    }
}
