import ReportModel

/// Finds every way to read a run of figures as a row of the form.
struct RowReader {
    /// Ways that are listed: a row of thirty digits has more, and nobody looks at them.
    private static let mostWays = 600

    /// Of a row with one figure, beside its label.
    private static let mergedSquares = 3

    let slots: [DigitSplitter.Slot]
    let layout: RowLayout
    /// Rows of this table, or of the tables before it, come without anything between their figures.
    var isFused: Bool
    let budget: DigitSplitter.Budget
    /// The traces that cells of this text should leave when they are blank, and do not.
    var lostTraces: Set<BlankTrace>

    /// Fills in the candidates of a row from its run.
    func read(_ run: RowRun, depth: Int, into reading: inout RowReading) {
        var run = run
        if run.isPutTogether || run.values.contains(where: { $0.value?.isPutTogether ?? false }) {
            reading.isJoined = true
        } else if let joined = run.joinedLines {
            run.elements = joined
            reading.isJoined = true
        }
        reading.runElements = run.elements
        // Whatever the sums say: rows that add up do so as well when one is put behind the other.
        if run.values.contains(where: { $0.value?.isMixed ?? false }) { reading.doubt(RowReading.unreadable) }
        joinThousands(&run, &reading)
        let sample = RowLayout.Sample(run, depth: depth)
        let values = run.values.compactMap(\.value)
        if let slots = gathered(sample) {
            reading.candidates = [RowCandidate(slots: slots, isTrusted: true)]
        } else if values.count == slots.count {
            takeAll(values, of: run, into: &reading)
            // A cell that stands there twice, and a blank one that makes room for it.
            if !reading.sums.isEmpty, layout.hasMoreCells(sample) { reading.doubt(RowReading.unreadable) }
        } else if values.count > slots.count {
            tooMany(values, into: &reading)
        } else if isRunTogether(values, sample, run) {
            split(values, into: &reading)
            let isSure = reading.candidates.contains { isProved($0, reading) }
            reading.hasDoubleMarks = run.hasDoubleMarks && !isSure
            if run.hasLooseThousands, !isSure { reading.doubt(RowReading.unreadable) }
        } else if values.isEmpty {
            if run.separator != .gap, run.elements.count >= slots.count {
                let isSeen = BlankTrace(run.elements) == .cell
                reading.candidates = [RowCandidate(slots: slots.map { _ in .blank }, isTrusted: isSeen)]
            } else {
                reading.isShort = true
            }
        } else {
            place(values, sample, into: &reading)
        }
        doubtStray(run, &reading)
    }

    /// As many figures as places. Digits that were put together must add up, and so must what can be cut otherwise.
    private func takeAll(_ values: [DumpValue], of run: RowRun, into reading: inout RowReading) {
        var candidate = RowCandidate(slots: values.map(SlotReading.value))
        let isLoose = (isFused || run.touchesLabel) && run.hasLooseParts
        // No sum tells -0 from a mark beside nothing.
        let isClear = values.allSatisfy {
            $0.isMark || $0.isUnreadable || $0.amount != nil && !(isLoose && $0.digits.elementsEqual("-0".utf8))
        }
        let isKept = !reading.isJoined || !reading.sums.isEmpty && reading.unkeptSums(candidate) == 0
        let isProved = isProved(candidate, reading)
        reading.hasDoubleMarks = isFused && run.hasDoubleMarks && !isProved
        candidate.isTrusted = isClear && isKept && (!isLoose || isProved)
        reading.candidates = [candidate]
        if !candidate.isTrusted { reading.doubt(reading.isJoined ? RowReading.broken : RowReading.unreadable) }
        if isFused, run.hasForeignText { reading.candidates += withPoint(run.values) }
    }

    /// The row's sums hold, and come to more than nothing.
    private func isProved(_ candidate: RowCandidate, _ reading: RowReading) -> Bool {
        !reading.sums.isEmpty && reading.unkeptSums(candidate) == 0
            && !reading.sums.contains { candidate.slots[$0.total].count ?? 0 == 0 }
    }

    /// More figures than places, and one way to put thousands together that leaves as many as there are places.
    private func joinThousands(_ run: inout RowRun, _ reading: inout RowReading) {
        func addsUp(_ elements: [DumpElement]) -> Bool {
            let candidate = RowCandidate(slots: elements.map { $0.value.map(SlotReading.value) ?? .blank })
            return candidate.slots.count == slots.count && !reading.sums.isEmpty && reading.unkeptSums(candidate) == 0
        }
        // The same figure in each of the squares that a merged cell takes.
        let printed = run.values.compactMap { $0.value?.printed }
        if slots.count == 1, printed.count == Self.mergedSquares, Set(printed).count == 1 { return }
        var ways = SpacedThousands.ways(run.values, size: slots.count)
        if ways.count > 1 || !reading.sums.isEmpty { ways = ways.filter(addsUp) }
        if ways.count == 1 {
            run.elements = ways[0]
            reading.runElements = ways[0]
            if slots.count > 1, reading.sums.isEmpty { reading.doubt(RowReading.unreadable) }
        } else if SpacedThousands.areIn(run.values), !addsUp(run.elements) {
            // Left apart, they may be the ends of larger figures; a row's sum says the same without the thousands.
            reading.doubt(RowReading.unreadable)
        }
    }

    /// A stray figure below a row that adds up is none of its digits.
    private func doubtStray(_ run: RowRun, _ reading: inout RowReading) {
        let isUncut = run.values.count == slots.count || run.label == nil && run.elements.count == slots.count
        if run.lacksCells || run.mayBeCut && !isUncut { reading.doubt(RowReading.unreadable) }
        guard run.isBesideStray || run.hasForeignText else { return }
        // A cell that seems blank may be the one that cannot be read, whatever the sums say of nothing.
        if reading.showsBlanks { reading.doubt(RowReading.unreadable) }
        let isWhole =
            !reading.sums.isEmpty && reading.candidates.count == 1 && reading.unkeptSums(reading.candidates[0]) == 0
        if !isWhole { reading.doubt(RowReading.broken) }
    }

    /// 71、25 where cells ran together can be 7 and 1.25 as well: the sign between two figures may be a point.
    private func withPoint(_ elements: [DumpElement]) -> [RowCandidate] {
        guard slots.contains(.money) else { return [] }
        let splitter = DigitSplitter(slots: slots, sums: [], limit: Self.mostWays, budget: budget)
        return elements.indices.dropLast().flatMap { index -> [RowCandidate] in
            let (left, right) = (elements[index], elements[index + 1])
            guard left.line == right.line, left.cell == right.cell, (1...2).contains(right.x - left.maxX),
                var whole = left.value, let rest = right.value, !whole.isMark, !rest.isMark
            else { return [] }
            whole.digits += [UInt8(ascii: ".")] + rest.digits
            whole.printed += "." + rest.printed
            whole.amount = Amount(ascii: whole.digits)
            var values = elements.compactMap(\.value)
            values.replaceSubrange(index...(index + 1), with: [whole])
            return splitter.ways(values).candidates.map { RowCandidate(slots: $0.map(SlotReading.value)) }
        }
    }

    /// What each place holds where merged cells are filled; nil where their squares differ.
    private func gathered(_ sample: RowLayout.Sample) -> [SlotReading]? {
        guard let places = layout.gathered(sample) else { return nil }
        var slots: [SlotReading] = []
        for place in places {
            let values = place.compactMap(\.value)
            guard let first = values.first else {
                slots.append(.blank)
                continue
            }
            guard values.count == place.count, values.allSatisfy({ $0.printed == first.printed }) else { return nil }
            slots.append(.value(first))
        }
        return slots
    }

    /// More figures than places: the same one in every square of a merged cell, or a stranger among them.
    private func tooMany(_ values: [DumpValue], into reading: inout RowReading) {
        if slots.count == 1, Set(values.map(\.printed)).count == 1 {
            reading.candidates = [RowCandidate(slots: [.value(values[0])], isTrusted: true)]
            return
        }
        if let parted = parted(values) {
            reading.candidates = [RowCandidate(slots: parted.map(SlotReading.value), isTrusted: true)]
            return
        }
        // Marks that part cells, or stand in them: sums cannot tell.
        if values.contains(where: \.isMark) { reading.doubt(RowReading.unreadable) }
        if let merged = unmerged(values) {
            reading.candidates = [RowCandidate(slots: merged.map(SlotReading.value), isTrusted: true)]
            return
        }
        reading.doubt("row.too-many-figures")
        let whole = SpreadDigits.ways(values, size: slots.count).map { RowCandidate(slots: $0.map(SlotReading.value)) }
        let spread = whole.filter { isProved($0, reading) }
        // Some of the digits add up by chance, where all of them do as well.
        if !spread.isEmpty { reading.doubt(RowReading.unreadable) }
        guard values.count <= slots.count + 3 else {
            reading.candidates =
                spread + [RowCandidate(slots: values.prefix(slots.count).map(SlotReading.value))]
            return
        }
        let ways = RowLayout.combinations(slots.count, of: values.count)
        reading.candidates = spread + ways.map { way in RowCandidate(slots: way.map { .value(values[$0]) }) }
        // 0 0 0 0 0 0 1 0: noughts add up whichever digit is left out, a total of 10 that is wrong as printed among them.
        if !whole.isEmpty, !reading.candidates.contains(where: { isProved($0, reading) }) {
            reading.doubt(RowReading.unreadable)
        }
    }

    /// The figures of 18 / 0 / 4, where the same mark stands between all of them, or before each.
    private func parted(_ values: [DumpValue]) -> [DumpValue]? {
        let values = Array(values.drop(while: \.isMark))
        guard values.count == 2 * slots.count - 1, slots.count > 1 else { return nil }
        let marks = values.indices.filter { $0 % 2 == 1 }.map { values[$0] }
        let others = values.indices.filter { $0 % 2 == 0 }.map { values[$0] }
        guard let first = marks.first, marks.allSatisfy({ $0.isMark && $0.printed == first.printed }),
            others.allSatisfy({ !$0.isMark && $0.amount != nil })
        else { return nil }
        return others
    }

    /// Two figures over three squares: one of them stands twice.
    private func unmerged(_ values: [DumpValue]) -> [DumpValue]? {
        guard slots.count == 2, values.count == 3 else { return nil }
        let printed = values.map(\.printed)
        if printed[1] == printed[2] { return [values[0], values[1]] }
        if printed[0] == printed[1] { return [values[0], values[2]] }
        return nil
    }

    private func isRunTogether(_ values: [DumpValue], _ sample: RowLayout.Sample, _ run: RowRun) -> Bool {
        guard slots.count > 1, !values.isEmpty else { return false }
        // No printer writes 000 as one number.
        if values.contains(where: { !$0.isMark && !$0.isUnreadable && $0.amount == nil }) { return true }
        return isFused && !hasAllCells(sample) && (run.isString || sample.gaps.allSatisfy { $0 == 0 })
    }

    private func split(_ values: [DumpValue], into reading: inout RowReading) {
        reading.isSeparated = false
        let values = values.flatMap(withoutSign)
        var splitter = DigitSplitter(slots: slots, sums: reading.sums, limit: Self.mostWays, budget: budget)
        reading.lacksDigits = values.reduce(0) { $0 + max($1.digits.count, 1) } < slots.count
        if reading.lacksDigits {
            splitWithBlanks(values, splitter, into: &reading)
            return
        }
        var ways = splitter.ways(values)
        if ways.candidates.isEmpty, values.contains(where: { !$0.commas.isEmpty }) {
            // What seems to group the digits parts cells.
            splitter.keepsGroups = false
            ways = splitter.ways(values)
        }
        reading.options = splitter.options(values, blanks: false)
        if ways.candidates.isEmpty {
            splitter.sums = []
            ways = splitter.ways(values)
        }
        reading.isCut = ways.isCut
        splitter.sums = []
        reading.splitter = (splitter, values)
        reading.candidates = ways.candidates.map { RowCandidate(slots: $0.map(SlotReading.value)) }
        // Nothing else says where to cut, nor that no cell between them was blank.
        if !reading.sums.isEmpty, reading.candidates.allSatisfy({ reading.unkeptSums($0) > 0 }) {
            reading.doubt(RowReading.unreadable)
        }
    }

    /// A dash before digits is a cell of its own where no figure has a sign.
    private func withoutSign(_ value: DumpValue) -> [DumpValue] {
        guard value.digits.first == UInt8(ascii: "-"), value.digits.count > 1, !slots.contains(.change) else {
            return [value]
        }
        var rest = value
        rest.digits.removeFirst()
        rest.commas = rest.commas.map { $0 - 1 }
        rest.amount = Amount(ascii: String(decoding: rest.digits, as: UTF8.self))
        rest.printed.removeFirst()
        let box = value.place.box
        rest.place = .text(line: Int(box.y), column: Int(box.x) + 1, length: max(1, Int(box.width) - 1))
        let mark = DumpValue(
            digits: [], amount: nil, printed: String(value.printed.prefix(1)),
            place: .text(line: Int(box.y), column: Int(box.x), length: 1))
        return [mark, rest]
    }

    /// Fewer digits than places: some cells were blank, and nothing says which.
    private func splitWithBlanks(_ values: [DumpValue], _ splitter: DigitSplitter, into reading: inout RowReading) {
        var splitter = splitter
        var search = BlankSplitSearch(values: values, splitter: splitter)
        search.run()
        if search.ways.isEmpty {
            splitter.sums = []
            search = BlankSplitSearch(values: values, splitter: splitter)
            search.run()
        }
        splitter.sums = []
        reading.splitter = (splitter, values)
        reading.isCut = true
        reading.candidates = search.ways.map { RowCandidate(slots: $0) }
    }

    /// All cells behind the label are there: none has vanished.
    private func hasAllCells(_ sample: RowLayout.Sample) -> Bool {
        sample.isOnOneLine && sample.elements.count == slots.count && sample.elements[0].cellCount > 1
            && sample.separator != .gap && !sample.sharesCells
    }

    private func place(_ values: [DumpValue], _ sample: RowLayout.Sample, into reading: inout RowReading) {
        func slots(_ places: [Int], blank: SlotReading) -> [SlotReading] {
            var slots = self.slots.map { _ in blank }
            for (place, value) in zip(places, values) { slots[place] = .value(value) }
            return slots
        }
        let placements = layout.placements(of: sample)
        let trace = BlankTrace(sample.elements)
        let isLost = trace != .gap && lostTraces.contains(trace)
        if hasAllCells(sample) {
            let places = sample.elements.indices.filter { sample.elements[$0].value != nil }
            reading.candidates = [RowCandidate(slots: slots(places, blank: .blank), isTrusted: true)]
            return
        }
        // The empty lines can be those between two tables, and the blank cell one that left none; nor does one leave any
        // in a table that stands in a cell.
        let tellsNothing = trace == .line && sample.hasBlanksBehindAlone || sample.sharesCells
        if let first = placements.first, first.isTrusted, !isLost, !tellsNothing {
            let candidate = RowCandidate(slots: slots(first.places, blank: .blank), isTrusted: true)
            if trace != .gap || reading.brokenSums(candidate) == 0 {
                reading.candidates = [candidate]
                return
            }
        }
        let possible = tellsNothing ? [] : affordable { layout.possiblePlacements(of: sample) }
        if possible.isEmpty {
            reading.isShort = true
            reading.candidates = affordable { RowLayout.combinations(values.count, of: self.slots.count) }
                .map { RowCandidate(slots: slots($0, blank: .absent)) }
            return
        }
        let ways = placements.map(\.places) + possible.filter { way in !placements.contains { $0.places == way } }
        reading.candidates = ways.map { RowCandidate(slots: slots($0, blank: .blank)) }
        if ways.count == 1, !isLost, sample.separator != .gap { reading.candidates[0].isTrusted = true }
    }

    /// Ways to place a row's figures, none once a file has had its share.
    private func affordable(_ list: () -> [[Int]]) -> [[Int]] {
        guard budget.placements > 0 else { return [] }
        let ways = list()
        budget.placements -= ways.count
        return ways
    }
}
