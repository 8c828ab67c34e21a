import ReportModel

/// Rows whose figures may be those of another.
extension PageRows {
    /// A row whose figures stand within the lines of another row's label, and of none of its own.
    mutating func doubtRowsOfOthersLines() {
        var owners: [Int: Set<String>] = [:]
        for (id, own) in labels {
            for label in own {
                for line in label.element.line...max(label.element.line, label.element.lastLine) {
                    owners[line, default: []].insert(id)
                }
            }
        }
        for (row, run) in runs where isApart(row) {
            let others = run.elements.reduce(into: Set<String>()) { $0.formUnion(owners[$1.line] ?? []) }
            if !others.isEmpty { uncertain.formUnion(others.union([row])) }
        }
    }

    /// Beside a row without figures, and beside figures without a row, the next may be those of another row, as far as
    /// they do not stand beside their labels.
    mutating func doubtBesideWhatIsLeft() {
        for index in rows.indices where runs[rows[index]] == nil {
            for neighbours in [Array(rows[(index + 1)...]), rows[..<index].reversed()] {
                uncertain.formUnion(neighbours.prefix(while: isApart))
            }
        }
        let dealt = Set(runs.values.flatMap { $0.elements.map(\.line) })
        let left = lines.indices.filter { !isPageNumber($0) }.compactMap { lines[$0].first?.line }
            .filter { !dealt.contains($0) }
        let filled = rows.filter { runs[$0] != nil }
        for line in looseLines.union(left) {
            let start = filled.firstIndex { (runs[$0]?.elements.first?.line ?? 0) > line } ?? filled.count
            for neighbours in [Array(filled[start...]), filled[..<start].reversed()] {
                uncertain.formUnion(neighbours.prefix(while: isApart))
                if let next = neighbours.first, !isWhole(next) || goesOn(next, on: line) { uncertain.insert(next) }
            }
        }
    }

    /// What a row lacks may stand among the figures of the next, where those are not certain.
    mutating func doubtShortRowsBesideUncertain() {
        var short: Set<String> = []
        for (row, next) in zip(rows, rows.dropFirst()) where uncertain.contains(row) != uncertain.contains(next) {
            let certain = uncertain.contains(row) ? next : row
            if let count = runs[certain]?.elements.count, count < size { short.insert(certain) }
        }
        uncertain.formUnion(short)
    }

    /// The figures of a line that no row took may be the first or the last digits of a row's.
    private func goesOn(_ row: String, on line: Int) -> Bool {
        guard let elements = runs[row]?.elements else { return false }
        guard let others = lines.first(where: { $0.first?.line == line }) else {
            // Figures behind a label that the form does not have, right above the row or below it.
            return elements.contains { abs($0.line - line) == 1 }
        }
        return SpreadFigures.addUp([elements, others], size: size)
    }

    private func isWhole(_ row: String) -> Bool {
        guard let elements = runs[row]?.elements else { return false }
        return elements.count == size && Self.addsUp(elements)
    }

    /// Whether a row's figures stand above or below its label, and not beside it.
    private func isApart(_ row: String) -> Bool {
        guard let run = runs[row] else { return false }
        return labels[row]?.allSatisfy { distance($0, [run.elements.sorted { $0.line < $1.line }]) > 0 } ?? true
    }
}
