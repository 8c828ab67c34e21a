import ReportModel

extension DumpTable {
    /// Most rows of several figures come as one string of digits.
    var isFused: Bool {
        let rows = runs.filter { size(of: $0.key) > 1 }.flatMap { row, runs in runs.map { (row, $0) } }
        let isDisputes = definition.table == .disputes
        let isHeadFused = isDisputes && self.isHeadFused
        // 总计1919: the head ran together with the figures, and so did these.
        let headEnds: Set<[Int]> =
            isDisputes
            ? Set((labels + headGroups.joined()).map { [$0.element.line, $0.element.cell, $0.element.maxX] }) : []
        let fused = rows.count { row, run in
            let values = run.values.compactMap(\.value)
            if values.contains(where: { !$0.isMark && $0.amount == nil && $0.digits.first == UInt8(ascii: "0") }) {
                return true
            }
            if run.isAttached { return true }
            if run.isString, let first = run.values.first, isHeadFused || headEnds.contains(Self.start(of: first)) {
                return true
            }
            // 64/0—: marks touch figures on both sides.
            if isDisputes, values.count > 1, run.isString { return true }
            guard values.count == 1, values[0].digits.count >= size(of: row) else { return false }
            switch definition.table {
            case .disclosure: return false
            case .applications: return run.separator != .gap
            case .disputes: return values[0].digits.count >= 10
            }
        }
        return fused > 0 && fused * 2 >= rows.count
    }

    /// 结果维持结果纠正其他结果: nothing parts the labels of the head.
    private var isHeadFused: Bool {
        let heads = headGroups.joined().map(\.element)
        return zip(heads, heads.dropFirst()).contains {
            $0.line == $1.line && $0.cell == $1.cell && $0.separator != .gap && $0.maxX == $1.x
        }
    }

    private static func start(of value: DumpElement) -> [Int] { [value.line, value.cell, value.x] }

    /// How figures follow their labels in rows that have but one string of digits: right behind them, after so many
    /// spaces, in another cell.
    var joints: Set<Int> {
        let rows = runs.filter { size(of: $0.key) > 1 }.values.joined().filter { $0.values.count == 1 }
        return Set(
            rows.compactMap { run in
                guard let label = run.label, let value = run.values.first, label.lastLine == value.line else {
                    return nil
                }
                return run.separator == .gap ? nil : label.cell == value.cell ? value.x - label.maxX : 100
            })
    }

    /// The one line of the disputes table has nothing between its figures.
    var isOneString: Bool {
        let runs = runs.values.joined().filter { !$0.values.isEmpty }
        return definition.table == .disputes && !runs.isEmpty && runs.allSatisfy(\.isString)
    }

    /// Every row with the ways to read it, in the form's order.
    func readings(isFused: Bool, lostTraces: Set<BlankTrace>, budget: DigitSplitter.Budget) -> [RowReading] {
        switch definition.table {
        case .disclosure: disclosureReadings(isFused, lostTraces, budget)
        case .applications: applicationsReadings(isFused, lostTraces, budget)
        case .disputes: disputesReadings(isFused, lostTraces, budget)
        }
    }

    private func disclosureReadings(
        _ isFused: Bool, _ lostTraces: Set<BlankTrace>, _ budget: DigitSplitter.Budget
    ) -> [RowReading] {
        let isBelow = standsBelowHeads
        let readings = definition.blocks.flatMap { block -> [RowReading] in
            let samples = block.rows.flatMap { runs[$0.id] ?? [] }.map {
                RowLayout.Sample($0, depth: 0)
            }
            let own = block.rows.compactMap { row -> RowReading? in
                guard let runs = runs[row.id] else { return nil }
                let order = disclosureColumns(of: row.id)
                let reader = RowReader(
                    slots: slots(order.columns, block.columns),
                    layout: RowLayout(
                        size: block.columns.count, order: order, samples: samples,
                        below: isBelow ? Self.alignment(order) : nil),
                    isFused: isFused, budget: budget, lostTraces: lostTraces)
                return reading(of: row, runs, order, sums: [], reader)
            }
            return withUnevenRows(own, block)
        }
        return withStrays(readings)
    }

    /// Whether every figure of a page stands right below the label of one of its row's columns, and no two of a row
    /// below the same. Where two spaces may part the cells, blank ones too, and put figures elsewhere, they stand there by
    /// chance.
    private var standsBelowHeads: Bool {
        var isAny = false
        var isInTwos = true
        var isElsewhereInTwos = false
        for (row, runs) in runs where size(of: row) > 1 {
            let alignment = Self.alignment(disclosureColumns(of: row))
            for run in runs {
                let values = run.values.filter { $0.separator == .gap }
                guard !values.isEmpty else { continue }
                let places = values.compactMap { alignment?.nearest(ColumnSpots.Edge.middle.position(of: $0)) }
                guard places.count == values.count, Set(places).count == places.count else { return false }
                isAny = true
                let placesInTwos = RowLayout.placesInTwos(RowLayout.Sample(run, depth: 0), size: size(of: row))
                if placesInTwos == nil { isInTwos = false }
                if placesInTwos != places { isElsewhereInTwos = true }
            }
        }
        return isAny && !(isInTwos && isElsewhereInTwos)
    }

    private static let reachBelowHeads = 0.3

    /// Where the labels of a page's columns stand, if every figure stands right below one, and so every row adds up.
    private func provenAlignment(_ order: ColumnOrder, _ samples: [RowLayout.Sample]) -> Alignment? {
        guard let alignment = Self.alignment(order), let total = order.columns.firstIndex(of: "total") else {
            return nil
        }
        let rows = samples.map(\.values).filter { !$0.isEmpty }
        let addUp = rows.allSatisfy { row in
            var parts = 0
            var sum: Int?
            for element in row {
                guard element.separator == .gap, let value = element.value, let count = SlotReading.value(value).count,
                    let place = alignment.nearest(ColumnSpots.Edge.middle.position(of: element))
                else { return false }
                if place == total { sum = count } else { parts += count }
            }
            return sum == parts
        }
        return addUp && rows.count >= 2 ? alignment : nil
    }

    private static func alignment(_ order: ColumnOrder) -> Alignment? {
        let middles = order.columns.compactMap { order.middles[$0] }
        guard middles.count == order.columns.count, zip(middles, middles.dropFirst()).allSatisfy({ $0 < $1 }) else {
            return nil
        }
        return Alignment(middles, reach: reachBelowHeads, isOpen: true)
    }

    private func applicationsReadings(
        _ isFused: Bool, _ lostTraces: Set<BlankTrace>, _ budget: DigitSplitter.Budget
    ) -> [RowReading] {
        let order = applicationsColumns
        let samples = definition.rows.flatMap { row in
            (runs[row.id] ?? []).map { RowLayout.Sample($0, depth: row.groups.count) }
        }
        let layout = RowLayout(
            size: order.columns.count, order: order, samples: samples, below: provenAlignment(order, samples))
        let reader = RowReader(
            slots: slots(order.columns, definition.blocks[0].columns), layout: layout, isFused: isFused,
            budget: budget, lostTraces: lostTraces)
        let total = order.columns.firstIndex(of: "total") ?? order.columns.count - 1
        let sum = RowReading.Sum(parts: order.columns.indices.filter { $0 != total }, total: total)
        let readings = definition.rows.compactMap { row in
            runs[row.id].map { reading(of: row, $0, order, sums: [sum], reader) }
        }
        return withStrays(withDisorder(LostEnds.doubted(CommonBlanks.settled(readings, lostTraces))))
    }

    /// A row that stands there more often is no row.
    private static let mostRepeats = 6

    private func reading(
        of row: FormRow, _ runs: [RowRun], _ order: ColumnOrder, sums: [RowReading.Sum], _ reader: RowReader
    ) -> RowReading {
        var reading = RowReading(
            row: row.id, figures: order.columns.map { FigureID(definition.table, row.id, $0) }, sums: sums,
            candidates: [], doubts: rowDoubts[row.id] ?? [], unnamed: order.unnamed)
        guard let first = runs.first else { return reading }
        reader.read(first, depth: row.groups.count, into: &reading)
        if isOutOfLine(first, reading) { reading.doubt(Self.rowIrregular) }
        // The same label twice: a merged one that a page repeats, or another row whose label was misread.
        let figures = first.values.map { $0.value?.printed }
        for run in runs.dropFirst().prefix(Self.mostRepeats) where run.values.map({ $0.value?.printed }) != figures {
            var other = reading
            other.candidates = []
            reader.read(run, depth: row.groups.count, into: &other)
            let printed = [reading, other].map { $0.runElements.compactMap { $0.value?.printed } }
            guard printed[0] != printed[1], !printed[1].isEmpty else { continue }
            reading.doubt(Self.rowRepeated)
            reading.candidates += other.candidates
        }
        return reading
    }

    private func disputesReadings(
        _ isFused: Bool, _ lostTraces: Set<BlankTrace>, _ budget: DigitSplitter.Budget
    ) -> [RowReading] {
        let order = disputesColumns
        let statutory = definition.rows.map(\.id)
        // Runs hang on the last of the rows that they fill.
        let all = Self.joined(statutory.flatMap { runs[$0] ?? [] }.sorted { $0.position < $1.position })
        var left = statutory
        let readings = all.prefix(Self.mostRepeats).compactMap { run -> RowReading? in
            let named = run.rows.filter(left.contains)
            var rows = disputesRows(named) ?? named
            var doubts = disputesRows(named) == nil ? [Self.labelMisplaced] : []
            let size = order.columns.count
            let isWhole = run.values.count <= size * max(rows.count, 1) || rows.count == statutory.count
            if rows.isEmpty || !isWhole {
                if rows.count < 2 { doubts.append(Self.labelMissing) }
                rows = left
            }
            guard !rows.isEmpty else { return nil }
            left.removeAll(where: rows.contains)
            let sums = rows.indices.map { group -> RowReading.Sum in
                let total = group * size + (order.columns.firstIndex(of: "total") ?? size - 1)
                return RowReading.Sum(parts: (group * size..<(group + 1) * size).filter { $0 != total }, total: total)
            }
            var reading = RowReading(
                row: rows[0], figures: rows.flatMap { row in order.columns.map { FigureID(.disputes, row, $0) } },
                sums: sums, candidates: [], doubts: doubts,
                unnamed: Set(rows.indices.flatMap { group in order.unnamed.map { group * size + $0 } }))
            let reader = RowReader(
                slots: [DigitSplitter.Slot](repeating: .count, count: rows.count * size),
                layout: RowLayout(
                    size: rows.count * size, order: nil, samples: [RowLayout.Sample(run, depth: 0)],
                    below: order.unnamed.isEmpty ? disputesAlignment(rows.count * size, run) : nil),
                isFused: isFused, budget: budget, lostTraces: lostTraces)
            reader.read(run, depth: 0, into: &reading)
            // One cell a line: figures that came in the order of a page's blocks can be those of the next group.
            if all.count > 1, run.isStream,
                hasPages || reading.candidates.count != 1 || reading.unkeptSums(reading.candidates[0]) > 0
            {
                reading.doubt(Self.rowIrregular)
            }
            return reading
        }
        return LostEnds.doubted(withLeftRuns(readings, all))
    }

    /// Figures below the head that no row has left room for: those that have it may be theirs.
    private func withLeftRuns(_ readings: [RowReading], _ runs: [RowRun]) -> [RowReading] {
        let read = Set(readings.flatMap(\.runElements).filter { $0.value != nil }.map { [$0.line, $0.x] })
        let printed = readings.map { $0.runElements.compactMap { $0.value?.printed } }
        let isLeft = runs.contains { run in
            !run.values.isEmpty && !run.values.contains { read.contains([$0.line, $0.x]) }
                && !printed.contains(run.values.compactMap { $0.value?.printed })
        }
        guard isLeft else { return readings }
        return readings.map { reading in
            var reading = reading
            reading.doubt(Self.rowIrregular)
            return reading
        }
    }

    /// Columns too narrow for their figures spread the one line of the disputes table over two or three.
    private static func joined(_ runs: [RowRun]) -> [RowRun] {
        var lines: [[DumpElement]] = []
        for run in runs.prefix(3) {
            let values = run.values
            guard let line = values.first?.line, line - (lines.last?.first?.line ?? line) <= 2,
                values.allSatisfy({ $0.line == line && ($0.separator == .gap || $0.separator == .none) })
            else { break }
            lines.append(values)
        }
        guard lines.count > 1, var whole = runs.first,
            let figures = SpreadFigures.joined(lines, size: HeadedRow.size), figures.count == HeadedRow.size
        else { return runs }
        whole.elements = figures
        whole.isPutTogether = true
        whole.hasForeignText = runs.prefix(lines.count).contains(where: \.hasForeignText)
        return [whole] + runs.dropFirst(lines.count)
    }

    /// Where the columns of a page stand, if every figure can be told to stand in one of them: right below its label, or
    /// between two labels of which the other has its figure.
    private func disputesAlignment(_ count: Int, _ run: RowRun) -> Alignment? {
        let middles = headGroups.joined().filter { $0.target.role == .column && $0.element.separator == .gap }
            .map { ColumnSpots.Edge.middle.position(of: $0.element) }.sorted()
        guard middles.count == count else { return nil }
        let alignment = Alignment(middles, reach: Self.reachBelowHeads)
        let figures = run.values.map { ColumnSpots.Edge.middle.position(of: $0) }.sorted()
        let sure = figures.map(alignment.nearest)
        let taken = Set(sure.compactMap { $0 })
        guard !figures.isEmpty, taken.count == sure.count(where: { $0 != nil }) else { return nil }
        var places: [Int] = []
        var spots = middles
        for (figure, place) in zip(figures, sure) {
            let right = middles.firstIndex { $0 > figure } ?? count
            let free = [right - 1, right].filter { middles.indices.contains($0) && !taken.contains($0) }
            guard let place = place ?? (free.count == 1 ? free[0] : nil) else { return nil }
            places.append(place)
            spots[place] = figure
        }
        guard zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        return places == sure.compactMap { $0 } ? alignment : Alignment(spots, reach: 0.45)
    }

    private func slots(_ order: [String], _ columns: [FormColumn]) -> [DigitSplitter.Slot] {
        order.map { id in
            switch columns.first(where: { $0.id == id })?.content {
            case .change?: .change
            case .money?: .money
            default: .count
            }
        }
    }
}
