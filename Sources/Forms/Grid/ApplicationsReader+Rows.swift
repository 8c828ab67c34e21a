import ReportModel

extension ApplicationsReader {
    func rowEvidence(
        _ row: Int, part: Int, firstFigure: Int, _ columns: [ColumnPlace]
    ) -> [RowEvidence] {
        let grid = parts[part].grid
        let cells = grid.cells(inRow: row)
        // Where cells have moved, figures stand among the labels.
        let labels = cells.filter {
            ($0.lastColumn < firstFigure || isLeft($0, of: columns)) && !$0.isBlank
                && !($0.isInRaggedRow && $0.isFigureLike)
        }
        let figures = columns.compactMap { cell(row, $0, among: columns, in: grid) }.filter { !isLeft($0, of: columns) }
        // A header repeated after a page break, a note over the whole width.
        guard figures.allSatisfy({ $0.isBlank || $0.isFigureLike || $0.row == row }) else { return [] }
        // A label or a header pushed among the figures: whose figures those are cannot be told.
        guard !figures.contains(where: { $0.columnSpan > 1 && !$0.isBlank && !$0.isFigureLike }) else {
            guard figures.contains(where: { !$0.isBlank && $0.isFigureLike }) else { return [] }
            return [RowEvidence(part: part, gridRow: row, label: "", groups: [], matches: [], hasFigures: true)]
        }
        let hasFigures = figures.contains { !$0.isBlank && $0.isFigureLike && $0.lastColumn >= firstFigure }
        let own = labels.last
        // A merged cell alone is no label of this row unless it begins here and reaches no further.
        let isOwn = own.map { $0.rowSpan == 1 || labels.count == 1 && $0.row == row } ?? false
        var text = isOwn ? own?.text ?? "" : ""
        var groups = (isOwn ? labels.dropLast() : labels[...]).map(\.text)
        let matcher = LabelMatcher.statutory(.applications)
        if let parted = groupBeforeRow(text) {
            groups.append(parted.group)
            text = parted.row
        }
        let matches = text.isEmpty ? [] : matcher.matches(text, as: [.row])
        if !hasFigures, !text.isEmpty, matcher.match(text, as: [.heading])?.matchClass ?? .damaged >= .complete {
            return []
        }
        return [
            RowEvidence(
                part: part, gridRow: row, label: text, groups: groups, matches: matches,
                hasFigures: hasFigures || !figures.isEmpty && figures.allSatisfy { $0.isBlank } && !matches.isEmpty)
        ]
    }

    /// Whether a line of text that no lines hold to its column stands left of all figures: a line of a label above or
    /// below the one that has the figures beside it.
    private func isLeft(_ cell: Cell, of columns: [ColumnPlace]) -> Bool {
        guard method == .ocr, cell.columnSpan > 1, !cell.isBlank, !cell.isFigureLike, let ink = cell.inkReach,
            let first = columns.compactMap(\.middle).min()
        else { return false }
        return ink.upperBound < first
    }

    /// （五）不予处理 1.信访举报投诉类申请: no line parts the merged label from the row's own.
    private func groupBeforeRow(_ text: String) -> (group: String, row: String)? {
        let matcher = LabelMatcher.statutory(.applications)
        for (index, letter) in zip(text.indices, text).prefix(Self.longestGroup).dropFirst() where letter.isWhitespace {
            let rest = text[index...]
            guard matcher.match(text[..<index], as: [.group])?.matchClass ?? .damaged >= .complete,
                let row = matcher.match(rest, as: [.row]), row.matchClass >= .complete, row.extent == .whole
            else { continue }
            return (String(text[..<index]), String(rest))
        }
        return nil
    }

    /// （三）不予公开 with blanks between its letters.
    private static let longestGroup = 16

    /// A row that the page break parts into its figures and its label: one of them is the last on its page, the other
    /// the first on the next.
    func joinOverleaf(_ evidence: inout [RowEvidence]) {
        var index = 0
        while index + 1 < evidence.count {
            defer { index += 1 }
            let pair = (evidence[index], evidence[index + 1])
            guard let left = pages(of: pair.0)?.max(), let right = pages(of: pair.1)?.min(), left < right else {
                continue
            }
            let isLabelFirst = pair.1.isLabelBlank
            let (label, figures) = isLabelFirst ? (pair.0, pair.1) : (pair.1, pair.0)
            guard figures.isLabelBlank, hasInk(figures), !hasInk(label), label.certainRow(in: .applications) != nil
            else { continue }
            var whole = label
            whole.part = figures.part
            whole.gridRow = figures.gridRow
            whole.hasFigures = true
            evidence.replaceSubrange(index...index + 1, with: [whole])
        }
    }

    private func pages(of row: RowEvidence) -> [Int]? {
        let cells = parts[row.part].grid.cells(inRow: row.gridRow).filter { $0.rowSpan == 1 && !$0.isBlank }
        let pages = cells.flatMap(\.parts).filter { $0.ink != nil }.compactMap(\.outline.page)
        return pages.isEmpty ? nil : pages
    }

    /// A label that Layout left in several rows: 5.要求行政机关确认或重新出 / 具已获取信息, cut by a page break or over
    /// lines that no figures stand beside. The figures can stand on any of them.
    func joinCutLabels(_ evidence: inout [RowEvidence]) {
        var index = 0
        while index + 1 < evidence.count {
            defer { index += 1 }
            guard let (count, matches) = cutLabel(evidence[index...]) else { continue }
            let pieces = evidence[index..<index + count]
            guard var whole = pieces.first(where: hasInk) ?? pieces.first else { continue }
            whole.label = pieces.map(\.label).joined()
            whole.matches = matches
            whole.groups = pieces.map(\.groups).max { $0.count < $1.count } ?? []
            whole.hasFigures = true
            evidence.replaceSubrange(index..<index + count, with: [whole])
        }
    }

    /// How many of the rows from the first on hold one label together, where they do.
    private func cutLabel(_ rows: ArraySlice<RowEvidence>) -> (count: Int, matches: [LabelMatch])? {
        guard let first = rows.first, !first.isLabelBlank else { return nil }
        let matcher = LabelMatcher.statutory(.applications)
        var best: (count: Int, matches: [LabelMatch], similarity: Double)?
        var label = first.label
        var own = [first]
        for row in rows.dropFirst().prefix(Self.mostLines - 1) {
            own.append(row)
            guard row.certainRow(in: .applications) == nil, !row.isLabelBlank, own.count(where: hasInk) <= 1 else {
                break
            }
            label += row.label
            let joined = matcher.matches(label, as: [.row])
            guard let match = joined.first, match.extent == .whole,
                match.matchClass >= .complete || method == .ocr && match.lead > Self.clearLead,
                match.similarity > first.similarity(to: match.target.rowID, in: .applications),
                match.similarity > best?.similarity ?? 0
            else { continue }
            best = (own.count, joined, match.similarity)
        }
        return best.map { ($0.count, $0.matches) }
    }

    /// By how much a label off a picture is nearer to one of the form's than to any other.
    private static let clearLead = 0.2

    /// Lines that a label has in a narrow column. Seen: 2.申请人逾期未按收费通知要求… over seven.
    private static let mostLines = 8

    func hasInk(_ row: RowEvidence) -> Bool {
        let grid = parts[row.part].grid
        return grid.cells(inRow: row.gridRow).contains { !$0.isBlank && $0.isFigureLike }
    }
}
