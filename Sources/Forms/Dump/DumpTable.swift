import ReportModel

/// One of the form's tables in a text file: its runs sorted by rows, its heads by blocks.
struct DumpTable {
    let definition: FormDefinition
    /// Tied to rows, long ones cut.
    private(set) var runs: [String: [RowRun]] = [:]
    /// Row labels in the order of the text.
    let labels: [HeadLabel]
    /// Heads between two rows belong together.
    let headGroups: [[HeadLabel]]
    /// See `isSetByHeight` of heads.
    let isSetByHeight: Bool
    private(set) var rowDoubts: [String: [String]] = [:]
    /// Lines of figures were dealt to the rows (`PageRows`).
    private(set) var isDealt = false
    /// Some figures set in spaces were tied to no row: digits of a narrow cell that go on over several lines.
    private var hasStrays = false
    /// Lines of figures below text that the form does not have.
    private let looseLines: Set<Int>
    /// See `DumpParts`.
    let hasPages: Bool
    /// Where labels and figures stop following each other one by one.
    private var irregularities: [Int] = []

    static let labelMissing = "label.missing"
    static let labelMisplaced = "label.misplaced"
    static let rowRepeated = "row.repeated"
    static let runBetweenLabels = "row.between-labels"
    static let rowIrregular = "row.irregular"

    init(_ definition: FormDefinition, _ parts: DumpParts) {
        self.definition = definition
        let rows = Set(definition.rows.map(\.id))
        labels = parts.rowLabels.filter {
            if case .row(definition.table, let id) = $0.target { rows.contains(id) } else { false }
        }
        let heads = parts.heads.filter { $0.target.table == definition.table && $0.isClear }
        headGroups = Self.groups(heads, between: labels)
        isSetByHeight = parts.heads.isSetByHeight
        hasPages = parts.hasPages
        let own = parts.runs.filter { $0.table == definition.table }
            .map { parts.hasPages ? $0.withoutBlankLines : $0.withoutLabelsLine }
        looseLines = parts.looseLines[definition.table] ?? []
        defer { hasStrays = Self.hasStrays(own, tied: runs) }
        if parts.repeatsLines,
            let page = LabelledLines(
                definition, runs: own, labels: labels, heads: heads, in: parts)
        {
            runs = page.runs.mapValues { [withoutAdded($0, heads)] }
            isDealt = true
            doubtDamagedLabels()
            return
        }
        if let page = PageRows(definition, runs: own, labels: labels, looseLines: looseLines) {
            runs = page.runs.mapValues { [withoutAdded($0, heads)] }
            isDealt = true
            for row in page.uncertain { doubt(row, Self.runBetweenLabels) }
            doubtDamagedLabels()
            return
        }
        tie(own.map { withoutAdded($0, heads) })
        doubtOtherTables()
        doubtDamagedLabels()
        doubtRunsBetweenLabels()
        doubtIrregularStream()
        if isUpsideDown { for row in self.runs.keys { doubt(row, Self.rowIrregular) } }
    }

    /// A row's figures without those of columns that the form does not have.
    private func withoutAdded(_ run: RowRun, _ heads: [HeadLabel]) -> RowRun {
        guard let columns = definition.blocks.first?.columns else { return run }
        let added: [String] = [AddedColumns.remarks, AddedColumns.subtotal].filter { added in
            heads.contains { $0.columnID == added }
        }
        return added.reduce(run) { run, column in
            run.without(AddedColumns.place(of: column, in: heads, columns), size: columns.count)
        }
    }

    /// Whether nothing but the labels and the figures' own places say which row is which: sums that fail then are the
    /// report's own.
    func isCertain(_ readings: [RowReading]) -> Bool {
        let isSetInSpaces = labels.contains { $0.element.separator == .gap }
        // Digits that were put together from several lines can be those of another row.
        if !isSetInSpaces || isDealt, !readings.contains(where: \.isJoined) { return true }
        return definition.table == .disputes && readings.count == 1 && readings[0].candidates.count == 1
            && readings[0].candidates[0].isTrusted
    }

    private static func hasStrays(_ runs: [RowRun], tied: [String: [RowRun]]) -> Bool {
        func figures(_ runs: some Sequence<RowRun>) -> Set<[Int]> {
            Set(
                runs.flatMap(\.values).filter { $0.separator == .gap || $0.separator == .none }.map { [$0.line, $0.x] })
        }
        guard runs.contains(where: { $0.separator == .gap }) else { return false }
        return !figures(runs).subtracting(figures(tied.values.joined())).isEmpty
    }

    /// Whether figures that were tied to no row may be those of one that lacks some.
    func hasStrays(beside run: [DumpElement]) -> Bool {
        if hasStrays { return true }
        guard let first = run.first?.line, let last = run.last?.line else { return false }
        return looseLines.contains {
            first - LabelledLines.farthestFigures <= $0 && $0 <= last + LabelledLines.farthestFigures
        }
    }

    /// How many figures a row has.
    func size(of row: String) -> Int { block(of: row)?.columns.count ?? 0 }

    func block(of row: String) -> FormBlock? {
        definition.blocks.first { $0.rows.contains { $0.id == row } }
    }

    /// The ids of the rows in the order of the text.
    var labelOrder: [String] { labels.compactMap(Self.id(of:)) }

    static func id(of label: HeadLabel) -> String? {
        if case .row(_, let id) = label.target { id } else { nil }
    }

    private static func groups(_ heads: [HeadLabel], between labels: [HeadLabel]) -> [[HeadLabel]] {
        var groups: [[HeadLabel]] = []
        var last = -1
        let cuts = labels.map(\.position)
        for head in heads {
            if groups.isEmpty || cuts.contains(where: { $0 > last && $0 < head.position }) { groups.append([]) }
            groups[groups.count - 1].append(head)
            last = head.position
        }
        return groups
    }

    // MARK: - Which run belongs to which row

    private mutating func tie(_ runs: [RowRun]) {
        let order = definition.rows.map(\.id)
        var previous: String?
        // Figures that no row takes.
        var stray: RowRun?
        for run in runs {
            let waiting = run.rows.filter(order.contains)
            guard definition.table != .disputes else {
                self.runs[waiting.last ?? order[0], default: []].append(run)
                continue
            }
            let (rows, pieces) = pieces(of: run, waiting: waiting, previous: previous ?? order.first)
            if rows.count != 1 || pieces.count > 1 && run.isStream { irregularities.append(run.position) }
            for (index, piece) in pieces.enumerated() {
                guard let row = index < rows.count ? rows[index] : next(after: previous, in: order) else {
                    stray = piece
                    if let previous, let above = self.runs[previous]?.last,
                        index > 0 || addUp(above, piece, previous)
                    {
                        doubt(previous, Self.runBetweenLabels)
                    }
                    break
                }
                var piece = piece
                if let stray, piece.isClose(below: stray) {
                    piece.isBesideStray = true
                    if addUp(stray, piece, row) { doubt(row, Self.runBetweenLabels) }
                }
                if index >= rows.count {
                    piece.tie = .place
                    doubt(row, Self.labelMissing)
                } else if waiting.count > 1 && !run.isAttached || pieces.count > 1 && run.isStream {
                    doubt(row, Self.runBetweenLabels)
                }
                self.runs[row, default: []].append(piece)
                previous = row
            }
        }
    }

    /// Whether the figures of two lines may be one row's: the digits of one, put before those of the other, add up too.
    private func addUp(_ upper: RowRun, _ lower: RowRun, _ row: String) -> Bool {
        lower.isClose(below: upper) && SpreadFigures.addUp([upper.values, lower.values], size: size(of: row))
    }

    /// A run cut into rows, with the rows whose labels it follows.
    private func pieces(of run: RowRun, waiting: [String], previous: String?) -> (rows: [String], pieces: [RowRun]) {
        guard let row = waiting.last else { return ([], chunks(of: run, size: previous.map(size) ?? 0)) }
        // Labels of several rows, then the figures of all of them.
        let sizes = waiting.map(size)
        if waiting.count > 1, run.values.count == sizes.reduce(0, +) { return (waiting, Self.cut(run, sizes: sizes)) }
        return ([row], chunks(of: run, size: size(of: row)))
    }

    /// A row without label stands below the one before it, if that place is free.
    private func next(after row: String?, in order: [String]) -> String? {
        let next = row.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        guard next < order.count, runs[order[next]] == nil, !labelOrder.contains(order[next]) else { return nil }
        return order[next]
    }

    private func chunks(of run: RowRun, size: Int) -> [RowRun] {
        guard size > 1, run.values.count > size else { return [run] }
        let lines = Dictionary(grouping: run.values, by: \.line)
        if lines.count > 1, lines.values.allSatisfy({ $0.count == size }) {
            return Self.cut(run, sizes: lines.keys.map { _ in size })
        }
        if run.values.count % size == 0, lines.count == run.values.count {
            return Self.cut(run, sizes: [Int](repeating: size, count: run.values.count / size))
        }
        return [run]
    }

    private static func cut(_ run: RowRun, sizes: [Int]) -> [RowRun] {
        var pieces: [RowRun] = []
        var rest = run.elements[...]
        for (index, size) in sizes.enumerated() {
            var taken = 0
            var piece = run
            piece.elements = []
            while let element = rest.first, taken < size || index == sizes.count - 1 || element.value == nil {
                piece.elements.append(element)
                if element.value != nil { taken += 1 }
                rest = rest.dropFirst()
            }
            pieces.append(piece)
        }
        return pieces
    }

    // MARK: - Doubts

    private mutating func doubt(_ row: String, _ doubt: String) {
        if !rowDoubts[row, default: []].contains(doubt) { rowDoubts[row, default: []].append(doubt) }
    }

    /// Where the rows of a table stand there again with other figures, last year's it may be, a row whose label has figures
    /// but once can have those of the other table.
    private mutating func doubtOtherTables() {
        let isRepeated = runs.values.contains { runs in
            Set(runs.map { run in run.values.map { $0.value?.printed } }).count > 1
        }
        guard isRepeated else { return }
        for row in runs.keys where runs[row]?.count == 1 && labelOrder.count(where: { $0 == row }) > 1 {
            doubt(row, Self.rowRepeated)
        }
    }

    /// A damaged label is believed where it stands between its neighbours.
    private mutating func doubtDamagedLabels() {
        let order = definition.rows.map(\.id)
        let indices = labels.map { label in Self.id(of: label).flatMap { order.firstIndex(of: $0) } ?? 0 }
        for (position, label) in labels.enumerated() {
            guard let id = Self.id(of: label),
                let match = label.element.matches.first(where: { $0.target == label.target }),
                match.matchClass == .damaged
            else { continue }
            let before = position > 0 ? indices[position - 1] : -1
            let after = position + 1 < indices.count ? indices[position + 1] : order.count
            if indices[position] < before || indices[position] > after {
                doubt(id, Self.labelMisplaced)
            }
        }
    }

    /// Figures on lines between labels can belong above or below, unless every label has exactly one such line.
    private mutating func doubtRunsBetweenLabels() {
        let between = runs.filter { $0.value.contains { $0.tie == .nearest } }
        guard !between.isEmpty else { return }
        let labelled = Set(labelOrder)
        guard labelled.contains(where: { runs[$0] == nil }) || runs.contains(where: { $0.value.count > 1 }) else {
            return
        }
        // They can be those of the row beside which they stand, where it lacks some.
        let lines = Set(between.values.joined().filter { $0.tie == .nearest }.flatMap(\.values).map(\.line))
        let lacking = runs.filter { row, runs in
            runs.contains { run in
                run.values.count < size(of: row)
                    && run.values.contains { value in (-2...2).contains { lines.contains(value.line + $0) } }
            }
        }
        for row in Set(between.keys).union(lacking.keys) {
            doubt(row, Self.runBetweenLabels)
        }
    }

    /// In a text of one cell a line, a label without figures or figures without a label shift all that follow, until
    /// nobody knows when: the sums alone can say that nothing has moved.
    private mutating func doubtIrregularStream() {
        guard definition.table != .disputes else { return }
        // Off a page, cells that were gathered on one line came one by one all the same.
        func isStream(_ run: RowRun) -> Bool {
            run.isStream || hasPages && run.elements.contains(where: \.isGathered)
        }
        let stream = runs.filter { $0.value.contains(where: isStream) }
        guard !stream.isEmpty else { return }
        let bare = labels.filter { label in Self.id(of: label).map { runs[$0] == nil } ?? false }.map(\.position)
        // Off a page, what a row lacks is what another has too many.
        let uneven = stream.flatMap { row, runs in
            runs.filter { hasPages && definition.table == .disclosure && $0.values.count != size(of: row) }
                .map(\.position)
        }
        if let first = (irregularities + bare + uneven + labelsBeforeHeads).min() {
            for (row, runs) in stream where runs.contains(where: { isStream($0) && $0.position >= first }) {
                doubt(row, Self.rowIrregular)
            }
        }
        // Off a page, figures below other text may be the first of the row behind them.
        for loose in looseLines where hasPages {
            let behind = stream.compactMap { row, runs in
                runs.compactMap { $0.values.first?.line }.min().flatMap { $0 > loose ? (row: row, line: $0) : nil }
            }
            guard let next = behind.min(by: { $0.line < $1.line }) else { continue }
            for row in block(of: next.row)?.rows.map(\.id) ?? [] {
                doubt(row, Self.rowIrregular)
            }
        }
    }
}
