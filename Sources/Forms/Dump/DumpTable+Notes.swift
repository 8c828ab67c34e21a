import ReportModel

extension DumpTable {
    /// What the labels show: misprints, rows moved or missing.
    func note(in filling: inout FormFilling) {
        let order = definition.rows.map(\.id)
        var seen: Set<String> = []
        for label in labels {
            guard let id = Self.id(of: label), seen.insert(id).inserted,
                let row = definition.rows.first(where: { $0.id == id }),
                let match = label.element.matches.first(where: { $0.target == label.target })
            else { continue }
            let certainty: PlacementCertainty =
                match.matchClass >= .complete
                ? .label
                : rowDoubts[id]?.contains(Self.labelMisplaced) ?? false
                    ? .doubtful(Self.labelMisplaced) : .damagedLabel
            filling.noteLabel(
                of: row, printed: label.element.printed, certainty, label.element.place, definition)
        }
        for id in moved(order) {
            guard let row = definition.rows.first(where: { $0.id == id }) else { continue }
            filling.noteMoved(row, definition)
        }
        for row in definition.rows where !seen.contains(row.id) && runs[row.id] == nil {
            filling.noteMissing(row, definition)
        }
    }

    /// The rows that keep the others from being in the form's order.
    private func moved(_ order: [String]) -> [String] {
        var ids: [String] = []
        for id in labelOrder where !ids.contains(id) { ids.append(id) }
        let places = ids.compactMap { order.firstIndex(of: $0) }
        // Longest run in order; a table has thirty rows.
        var best = places.map { _ in (length: 1, previous: -1) }
        for index in places.indices {
            for earlier in 0..<index
            where places[earlier] < places[index] && best[earlier].length + 1 > best[index].length {
                best[index] = (best[earlier].length + 1, earlier)
            }
        }
        var kept: Set<Int> = []
        var index = best.indices.max { best[$0].length < best[$1].length } ?? -1
        while index >= 0 {
            kept.insert(index)
            index = best[index].previous
        }
        return ids.indices.filter { !kept.contains($0) }.map { ids[$0] }
    }
}
