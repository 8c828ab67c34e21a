import ReportModel

extension DumpTable {
    /// Most rows of several figures come as one string of digits.
    var isFused: Bool {
        let rows = runs.filter { size(of: $0.key) > 1 }.flatMap { row, runs in runs.map { (row, $0) } }
        let fused = rows.count { row, run in
            let values = run.values.compactMap(\.value)
            if values.contains(where: { !$0.isMark && $0.amount == nil && $0.digits.first == UInt8(ascii: "0") }) {
                return true
            }
            return values.count == 1
                && values[0].digits.count >= max(size(of: row), definition.table == .disputes ? 10 : 0)
        }
        return fused > 0 && fused * 2 >= rows.count
    }

    /// Too few rows to tell by themselves how they are laid out.
    var hasFewRows: Bool { definition.table != .applications }

    /// Every row with the ways to read it, in the form's order.
    func readings(isFused: Bool, losesBlanks: Bool) -> [RowReading] {
        switch definition.table {
        case .disclosure: disclosureReadings(isFused, losesBlanks)
        case .applications: applicationsReadings(isFused, losesBlanks)
        case .disputes: disputesReadings(isFused, losesBlanks)
        }
    }

    private func disclosureReadings(_ isFused: Bool, _ losesBlanks: Bool) -> [RowReading] {
        definition.blocks.flatMap { block in
            let samples = block.rows.flatMap { runs[$0.id] ?? [] }.map {
                RowLayout.Sample(elements: $0.elements, depth: 0)
            }
            return block.rows.compactMap { row -> RowReading? in
                guard let runs = runs[row.id] else { return nil }
                let order = disclosureColumns(of: row.id)
                let reader = RowReader(
                    slots: slots(order.columns, block.columns),
                    layout: RowLayout(size: block.columns.count, order: order, samples: samples), isFused: isFused,
                    losesBlanks: losesBlanks)
                return reading(of: row, runs, order, sums: [], reader)
            }
        }
    }

    private func applicationsReadings(_ isFused: Bool, _ losesBlanks: Bool) -> [RowReading] {
        let order = applicationsColumns
        let samples = definition.rows.flatMap { row in
            (runs[row.id] ?? []).map { RowLayout.Sample(elements: $0.elements, depth: row.groups.count) }
        }
        let layout = RowLayout(size: order.columns.count, order: order, samples: samples)
        let reader = RowReader(
            slots: slots(order.columns, definition.blocks[0].columns), layout: layout, isFused: isFused,
            losesBlanks: losesBlanks)
        let total = order.columns.firstIndex(of: "total") ?? order.columns.count - 1
        let sum = RowReading.Sum(parts: order.columns.indices.filter { $0 != total }, total: total)
        return definition.rows.compactMap { row in
            runs[row.id].map { reading(of: row, $0, order, sums: [sum], reader) }
        }
    }

    private func reading(
        of row: FormRow, _ runs: [RowRun], _ order: ColumnOrder, sums: [RowReading.Sum], _ reader: RowReader
    ) -> RowReading {
        var reading = RowReading(
            row: row.id, figures: order.columns.map { FigureID(definition.table, row.id, $0) }, sums: sums,
            candidates: [], doubts: rowDoubts[row.id] ?? [], unnamed: order.unnamed)
        guard let first = runs.first else { return reading }
        reader.read(first, depth: row.groups.count, into: &reading)
        // The same label twice: a merged one that a page repeats, or another row whose label was misread.
        for run in runs.dropFirst() {
            var other = reading
            other.candidates = []
            reader.read(run, depth: row.groups.count, into: &other)
            let printed = [reading, other].map { $0.runElements.compactMap { $0.value?.printed } }
            guard printed[0] != printed[1], !printed[1].isEmpty else { continue }
            reading.doubts.append(Self.rowRepeated)
            reading.candidates += other.candidates
        }
        return reading
    }

    private func disputesReadings(_ isFused: Bool, _ losesBlanks: Bool) -> [RowReading] {
        let order = disputesColumns
        let statutory = definition.rows.map(\.id)
        // Runs hang on the last of the rows that they fill.
        let all = statutory.flatMap { runs[$0] ?? [] }.sorted { $0.position < $1.position }
        var left = statutory
        return all.compactMap { run in
            var rows = disputesRows(run.rows.filter(left.contains))
            var doubts: [String] = []
            let size = order.columns.count
            let isWhole = run.values.count <= size * max(rows.count, 1) || rows.count == statutory.count
            if rows.isEmpty || !isWhole {
                if rows.count < 2 { doubts.append(Self.labelMissing) }
                rows = left
            } else if rows.count > 1, run.values.count == size, left.count == statutory.count {
                // A table for each group, and the head of the next one already read.
                rows = [rows[rows.count - 1]]
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
                layout: RowLayout(size: rows.count * size, order: nil, samples: []), isFused: isFused,
                losesBlanks: losesBlanks)
            reader.read(run, depth: 0, into: &reading)
            return reading
        }
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
