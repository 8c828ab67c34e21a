import ReportModel

/// Decides which row of the form each row of a found table is, by its label and by its place among the others.
///
/// A whole, unique label wins over the place; a damaged or repeated one counts only where the place agrees.
struct RowPlacement: Sendable {
    /// For each row of the form that was found: which evidence, how sure.
    var rows: [String: (evidence: Int, certainty: PlacementCertainty)] = [:]
    /// Rows of the form whose labels stand out of order.
    var moved: [String] = []
    /// Evidence with figures that is no row of the form.
    var extra: [Int] = []
    var score = 0.0

    static let placeOnly = "label.none"
    static let contradicted = "label.contradicts-place"
    static let repeated = "label.repeated"

    /// Places the rows on the definition that fits them best.
    ///
    /// Of a scan with rows lost, the form that has fewer loses fewer: there the year's form is taken where nothing but
    /// the number of missing rows speaks against it.
    ///
    /// - Parameter usual: the form of the year reported on.
    static func best(
        _ evidence: [RowEvidence], on definitions: [FormDefinition], usual: FormVersion? = nil, method: ReadingMethod
    ) -> (FormDefinition, RowPlacement)? {
        let all = definitions.map { ($0, RowPlacement(evidence, on: $0, method: method)) }
        guard var best = all.first else { return nil }
        for other in all.dropFirst() where other.1.score > best.1.score { best = other }
        guard method == .ocr, best.0.version != usual, best.1.rows.count < best.0.rows.count,
            let expected = all.first(where: { $0.0.version == usual }), expected.1.rows.count >= best.1.rows.count,
            expected.1.foundScore(on: expected.0) >= best.1.foundScore(on: best.0) - 0.001
        else { return best }
        return expected
    }

    /// What the rows that were found say, those that are missing left out.
    private func foundScore(on definition: FormDefinition) -> Double {
        score - Self.missingRow * Double(definition.rows.count - rows.count)
    }

    init(_ evidence: [RowEvidence], on definition: FormDefinition, method: ReadingMethod) {
        let formRows = definition.rows
        let names = formRows.map(\.id)
        var claims: [String: [Int]] = [:]
        var certain: [Int: String] = [:]
        for (index, row) in evidence.enumerated() {
            guard let id = row.certainRow(in: definition.table), names.contains(id) else { continue }
            claims[id, default: []].append(index)
            certain[index] = id
        }
        for (id, claimants) in claims where claimants.count > 1 {
            // A label repeated after a page break: only one of them holds figures.
            let filled = claimants.filter { evidence[$0].hasFigures }
            for index in claimants where !(filled.count == 1 && filled[0] == index) { certain[index] = nil }
            if filled.count == 1 { claims[id] = filled }
        }
        var aligned = Self.align(evidence, formRows, certain, definition.table)
        if method == .ocr, case let misread = Self.misread(evidence, formRows, certain, aligned.rows, definition.table),
            !misread.isEmpty
        {
            for index in misread { certain[index] = nil }
            aligned = Self.align(evidence, formRows, certain, definition.table)
        }
        score = aligned.score

        var taken = Set(certain.values)
        for (index, id) in certain {
            rows[id] = (index, .label)
            if aligned.rows[index].map({ names[$0] }) != id { moved.append(id) }
        }
        for (index, row) in evidence.enumerated() where certain[index] == nil {
            guard let place = aligned.rows[index], taken.insert(names[place]).inserted else {
                if row.hasFigures { extra.append(index) }
                continue
            }
            let id = names[place]
            let isRepeated = row.certainRow(in: definition.table) != nil
            var certainty = Self.certainty(of: row, as: id, isRepeated: isRepeated, table: definition.table)
            // A label that was misread says little; one that a document's own text spells otherwise says much.
            if method == .ocr, certainty != .damagedLabel, !isRepeated,
                isHeld(index, at: place, by: certain, names, count: evidence.count),
                row.bestSimilarity < Self.otherLabel || row.similarity(to: id, in: definition.table) > 0
            {
                certainty = .damagedLabel
            }
            rows[id] = (index, certainty)
        }
        for index in extra { doubtClaimed(by: evidence[index], evidence, in: definition.table) }
        moved.sort { (names.firstIndex(of: $0) ?? 0) < (names.firstIndex(of: $1) ?? 0) }
    }

    /// Two rows of figures whose labels are the same row's: nobody knows which of them it is.
    private mutating func doubtClaimed(by row: RowEvidence, _ evidence: [RowEvidence], in table: FormTable) {
        guard !row.isLabelBlank, let best = row.matches.first(where: { $0.target.role == .row }),
            case .row(table, let id) = best.target, let (taken, certainty) = rows[id], certainty.doubt == nil,
            best.similarity >= evidence[taken].similarity(to: id, in: table) - 0.05
        else { return }
        rows[id]?.certainty = .doubtful(Self.repeated)
    }

    /// Labels off a picture that name a row out of its order, in whose place a row without a whole label stands: read as
    /// what they are not, rather than moved. (4.无正当理由大量反复申请 was recognised as 2.重复申请, whole, on a scan of 150 dpi whose
    /// own 2.重复申请 came out damaged.)
    private static func misread(
        _ evidence: [RowEvidence], _ formRows: [FormRow], _ certain: [Int: String], _ aligned: [Int: Int],
        _ table: FormTable
    ) -> [Int] {
        let moved = certain.filter { index, id in aligned[index].map { formRows[$0].id } != id }
        guard !moved.isEmpty else { return [] }
        let without = align(evidence, formRows, certain.filter { moved[$0.key] == nil }, table).rows
        return moved.keys.filter { index in
            without.contains {
                certain[$0.key] == nil && evidence[$0.key].hasFigures && formRows[$0.value].id == moved[index]
            }
        }
    }

    /// Similarity from which a label off a picture is taken for another row's.
    private static let otherLabel = 0.6

    /// Whether rows with whole labels above and below, or the table's end, leave one place for this one.
    private func isHeld(_ index: Int, at place: Int, by certain: [Int: String], _ names: [String], count: Int) -> Bool {
        let reach = 1...3
        let above = reach.contains { step in
            place >= step && certain[index - step] == names[place - step]
        }
        let below = reach.contains { step in
            place + step < names.count && certain[index + step] == names[place + step]
        }
        if above, below { return true }
        return above && place == names.count - 1 && index == count - 1 || below && place == 0 && index == 0
    }

    private static func certainty(
        of row: RowEvidence, as id: String, isRepeated: Bool, table: FormTable
    ) -> PlacementCertainty {
        if isRepeated { return .doubtful(repeated) }
        if row.isLabelBlank { return .doubtful(placeOnly) }
        let own = row.similarity(to: id, in: table)
        let best = row.bestSimilarity
        guard own > 0 else { return .doubtful(contradicted) }
        return own >= best - 0.05 ? .damagedLabel : .doubtful(contradicted)
    }

    /// The best order-keeping assignment of rows to rows of the form.
    private static func align(
        _ evidence: [RowEvidence], _ formRows: [FormRow], _ certain: [Int: String], _ table: FormTable
    ) -> (rows: [Int: Int], score: Double) {
        let n = evidence.count
        let m = formRows.count
        var best = [[Double]](repeating: [Double](repeating: 0, count: m + 1), count: n + 1)
        for j in 1...max(1, m) where j <= m { best[0][j] = best[0][j - 1] + missingRow }
        for i in 0..<n {
            let skip = skipCost(evidence[i], isCertain: certain[i] != nil)
            best[i + 1][0] = best[i][0] + skip
            for j in 0..<m {
                best[i + 1][j + 1] = max(
                    best[i][j] + fit(evidence[i], formRows[j], certain[i], table), best[i][j + 1] + skip,
                    best[i + 1][j] + missingRow)
            }
        }
        var rows: [Int: Int] = [:]
        var i = n
        var j = m
        while i > 0, j > 0 {
            let value = best[i][j]
            if value == best[i - 1][j - 1] + fit(evidence[i - 1], formRows[j - 1], certain[i - 1], table) {
                rows[i - 1] = j - 1
                i -= 1
                j -= 1
            } else if value == best[i][j - 1] + missingRow {
                j -= 1
            } else {
                i -= 1
            }
        }
        return (rows, best[n][m])
    }

    private static let missingRow = -0.6

    private static func skipCost(_ row: RowEvidence, isCertain: Bool) -> Double {
        if isCertain { return -3 }
        // A blank line between rows, a note, a header repeated: nothing is lost with it.
        return row.hasFigures ? -1 : -0.05
    }

    private static func fit(_ row: RowEvidence, _ formRow: FormRow, _ certain: String?, _ table: FormTable) -> Double {
        if let certain { return certain == formRow.id ? 3 : -6 }
        guard row.hasFigures else { return -2 }
        let similarity = row.similarity(to: formRow.id, in: table)
        var score = similarity > 0 ? similarity * 2 : (row.isLabelBlank ? -0.3 : -0.8)
        // A merged label that was recognised tells which rows it can hold.
        let groups = row.groups.compactMap { LabelMatcher.statutory(table).match($0, as: [.group]) }
        for group in groups {
            if case .group(_, let label) = group.target {
                score += formRow.groups.contains(label) ? 0.4 : -0.8
            }
        }
        return score
    }
}
