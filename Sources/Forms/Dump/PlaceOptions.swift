import ReportModel

/// What can stand in one place of a row whose figures ran together.
struct PlaceOptions {
    var figures: [DumpValue] = []
    /// The cell can have been blank: in a text that joins its cells, that leaves no trace.
    var canBeBlank = false

    /// However the figures are cut, and whatever cells are blank, the place holds this one.
    var isForced: Bool { figures.count == 1 && !canBeBlank }
}

extension DigitSplitter {
    /// More digits are no row.
    private static let mostDigits = 400
    private static let longest = 12

    /// For each place, every figure that stands there in some way to cut the values, whatever the sums say.
    ///
    /// - Parameter blanks: cells can have been blank.
    func options(_ values: [DumpValue], blanks: Bool) -> [PlaceOptions] {
        // The ends of figures: after how many characters of all values.
        var starts: [(value: Int, offset: Int)] = []
        for (index, value) in values.enumerated() {
            for offset in 0..<max(value.digits.count, 1) { starts.append((index, offset)) }
        }
        let end = starts.count
        guard blanks || end >= slots.count, end <= Self.mostDigits else { return slots.map { _ in PlaceOptions() } }
        func lengths(_ start: Int) -> ClosedRange<Int> {
            let value = values[starts[start].value]
            return 1...max(1, min(max(value.digits.count, 1) - starts[start].offset, Self.longest))
        }
        func figure(_ start: Int, _ length: Int, _ slot: Int) -> DumpValue? {
            let value = values[starts[start].value]
            return value.isMark ? value : cell(value, starts[start].offset, length, slots[slot])
        }
        // Whether the places from one on can hold all that stands from a character on.
        var fits = [[Bool]](repeating: [Bool](repeating: false, count: end + 1), count: slots.count + 1)
        fits[slots.count][end] = true
        for slot in slots.indices.reversed() {
            if blanks { fits[slot] = fits[slot + 1] }
            for start in 0..<end where !fits[slot][start] {
                fits[slot][start] = lengths(start).contains {
                    fits[slot + 1][start + $0] && figure(start, $0, slot) != nil
                }
            }
        }
        var reached: Set<Int> = [0]
        return slots.indices.map { slot in
            var next: Set<Int> = []
            var options = PlaceOptions()
            var amounts: Set<Amount> = []
            var hasMark = false
            for start in reached.sorted() where fits[slot][start] {
                if blanks, fits[slot + 1][start] {
                    options.canBeBlank = true
                    next.insert(start)
                }
                guard start < end else { continue }
                for length in lengths(start) where fits[slot + 1][start + length] {
                    guard let figure = figure(start, length, slot) else { continue }
                    next.insert(start + length)
                    if let amount = figure.amount {
                        if amounts.insert(amount).inserted { options.figures.append(figure) }
                    } else if !hasMark {
                        hasMark = true
                        options.figures.append(figure)
                    }
                }
            }
            reached = next
            return options
        }
    }
}
