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
        for index in lines.indices where !isPageNumber(index) {
            guard let line = lines[index].first?.line, !dealt.contains(line) else { continue }
            let above = rows.last { (runs[$0]?.elements.first?.line ?? .max) < line }
            let below = rows.first { (runs[$0]?.elements.first?.line ?? 0) > line }
            for row in [above, below].compactMap({ $0 }) where isApart(row) || !isWhole(row) {
                uncertain.insert(row)
            }
        }
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
