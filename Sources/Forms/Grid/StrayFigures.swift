import ReportModel

/// Figures of the applications table that were found in no row of the form: each of them may belong to a cell above or
/// below it, as its content or as the rest of it.
struct StrayFigures: Sendable {
    let parts: [StatutoryPart]
    let places: [[ApplicationsReader.ColumnPlace]]
    let evidence: [RowEvidence]
    let extra: Set<Int>

    /// What a figure is in doubt for.
    static let doubt = "row.stray-figures"

    /// A row of blanks beside a row of figures that belongs to nobody, or with a figure under none of the headers or behind
    /// the label.
    func isStray(row index: Int) -> Bool {
        let isBesideOne = [index - 1, index + 1].contains { extra.contains($0) && hasInk($0) }
        return !hasInk(index) && isBesideOne || hasFigureBesideColumns(index) || goesOnOverleaf(index)
            || isCut(index) || evidence[index].endsInNumber
    }

    /// A row without figures whose label the page's end cut: they may stand on the other page, below all that Layout took
    /// for the table.
    private func isCut(_ index: Int) -> Bool {
        let part = evidence[index].part
        guard parts[part].grid.table.construction != .ruled, !hasInk(index), let match = evidence[index].matches.first
        else { return false }
        let own = evidence.indices.filter { evidence[$0].part == part }
        switch match.extent {
        case .whole: return false
        case .beginning: return index == own.last && part + 1 < parts.endIndex
        case .end: return index == own.first && part > 0
        }
    }

    /// The last row before a page break, and the next part begins with figures that have no label: its first row, or
    /// lines among its repeated headers. (１３０ set as 13 over 0 left both its lines overleaf, beside 其他.)
    private func goesOnOverleaf(_ index: Int) -> Bool {
        let next = evidence[index].part + 1
        guard parts.indices.contains(next), let first = parts[next].rows.first,
            index + 1 == evidence.endIndex || evidence[index + 1].part != evidence[index].part
        else { return false }
        let own = parts[next].grid.cells(inRow: first).filter { !$0.isBlank }
        return !own.isEmpty && own.allSatisfy(\.isFigureLike) || hasFigureAmongHeaders(next)
    }

    private func hasFigureAmongHeaders(_ part: Int) -> Bool {
        let labelled = evidence.first { $0.part == part && !$0.matches.isEmpty }
        guard let labelled, let left = places[part].compactMap(\.columns?.lowerBound).min() else { return false }
        return parts[part].rows.prefix { $0 < labelled.gridRow }.contains { row in
            let texts = parts[part].grid.cells(inRow: row).filter { $0.row == row && $0.column >= left && !$0.isBlank }
            // A row of nothing but figures numbers the columns.
            return texts.contains(where: \.isFigureLike) && !texts.allSatisfy(\.isFigureLike)
        }
    }

    /// A figure that belongs to no row stands in the column above or below, with none but such rows between.
    func isStray(row index: Int, _ column: ApplicationsReader.ColumnPlace, _ cell: Cell?) -> Bool {
        let isRuled = parts[evidence[index].part].grid.table.construction == .ruled
        let isBlank = cell?.isBlank ?? true
        guard isBlank || !isRuled else { return false }
        // Beside a blank without lines, a row that has but a piece of a label may be the same row.
        func isOpen(_ other: Int) -> Bool {
            extra.contains(other)
                || isBlank && !isRuled && evidence[other].matches.first.map { $0.extent != .whole } ?? true
        }
        let below = evidence.indices[(index + 1)...].prefix(while: isOpen)
        let above = evidence.indices[..<index].reversed().prefix(while: isOpen)
        return (Array(below) + above).contains { hasInk($0, in: column.id, like: column) }
    }

    func hasInk(_ index: Int) -> Bool {
        cells(of: index).contains { !$0.isBlank && $0.isFigureLike }
    }

    /// The row may be on another page, where the column stands in another place.
    private func hasInk(_ index: Int, in id: String, like column: ApplicationsReader.ColumnPlace) -> Bool {
        let place =
            places.indices.contains(evidence[index].part) ? places[evidence[index].part].first { $0.id == id } : nil
        return cells(of: index).contains { !$0.isBlank && $0.isFigureLike && (place ?? column).overlaps($0) }
    }

    private func hasFigureBesideColumns(_ index: Int) -> Bool {
        let columns = places[evidence[index].part]
        guard let first = columns.compactMap(\.columns?.lowerBound).min(), columns.count == 7 else { return false }
        return cells(of: index).contains { figure in
            figure.column >= first && !figure.isBlank && figure.isFigureLike
                && !columns.contains { $0.overlaps(figure) }
        }
    }

    private func cells(of index: Int) -> [Cell] {
        parts[evidence[index].part].grid.cells(inRow: evidence[index].gridRow)
    }
}
