import ReportModel

/// What stands in one place of a row.
enum SlotReading {
    case value(DumpValue)
    /// Seen, and empty.
    case blank
    /// No trace of it.
    case absent

    /// Worth to a sum: blanks and marks count as nothing. Nil where the number is no count or too big to add up.
    var count: Int? {
        switch self {
        case .value(let value):
            if value.isMark { return 0 }
            guard let count = value.amount?.count, abs(count) < 1_000_000_000_000 else { return nil }
            return count
        case .blank, .absent: return 0
        }
    }

    var isValue: Bool { if case .value(let value) = self { !value.isMark } else { false } }
}

/// One way to lay a row's figures on the form's places.
struct RowCandidate {
    var slots: [SlotReading]
    /// The layout of the file vouches for it, not only the sums.
    var isTrusted = false
}

/// What a blank cell leaves behind in a text.
enum BlankTrace: Hashable {
    /// An empty cell among the cells of a line.
    case cell
    /// An empty line among lines of one cell.
    case line
    /// A wider gap in a line that is set in columns.
    case gap

    init(_ elements: [DumpElement]) {
        let separators = Set(elements.map(\.separator))
        if elements.contains(where: { $0.cellCount > 1 && $0.separator != .gap }) {
            self = .cell
        } else {
            self = separators.contains(.gap) ? .gap : .line
        }
    }
}

/// A row of a table, or the line of the disputes table, with all the ways to read it.
struct RowReading {
    /// Sums within the row: places of the parts, place of the total.
    struct Sum {
        var parts: [Int]
        var total: Int
    }

    var row: String
    var figures: [FigureID]
    var sums: [Sum]
    /// Likeliest first.
    var candidates: [RowCandidate]
    /// There are more ways than could be listed.
    var isCut = false
    /// Where figures ran together: for each place, all that can stand there whatever the sums say.
    var options: [PlaceOptions] = []
    /// Figures ran together, and they have fewer digits than the row has places.
    var lacksDigits = false
    /// Where figures ran together: what cuts them, whatever the sums say.
    var splitter: (splitter: DigitSplitter, values: [DumpValue])?
    /// Why the whole row is in doubt, whatever its candidates.
    var doubts: [String] = []
    /// The figures stand apart from each other in the text; where they ran together only sums can part them.
    var isSeparated = true
    /// Cells have vanished without a trace.
    var isShort = false
    /// Digits from several lines were put together.
    var isJoined = false
    /// Two marks that touch may be one beside a blank cell, and no sum says that they are not.
    var hasDoubleMarks = false
    /// Places whose columns no header names.
    var unnamed: Set<Int> = []
    var trace: BlankTrace { BlankTrace(runElements) }
    var runElements: [DumpElement] = []

    static let broken = "figure.broken"
    static let unreadable = "figure.unreadable"

    mutating func doubt(_ doubt: String) {
        if !doubts.contains(doubt) { doubts.append(doubt) }
    }

    /// Every way to cut figures that ran together, those that break the row's sums too; nil where they are too many.
    var looseCandidates: [RowCandidate]? {
        guard let splitter else { return nil }
        let ways = splitter.splitter.ways(splitter.values)
        return ways.isCut ? nil : ways.candidates.map { RowCandidate(slots: $0.map(SlotReading.value)) }
    }

    /// Where figures ran together: what can stand in each place if cells may have been blank.
    var optionsWithBlanks: [PlaceOptions] {
        splitter.map { $0.splitter.options($0.values, blanks: true) } ?? []
    }

    /// A cell of the row is blank, or has vanished.
    var showsBlanks: Bool {
        isShort || lacksDigits
            || candidates.contains { $0.slots.contains { if case .blank = $0 { true } else { false } } }
    }

    /// Every cell of the row stands apart from the others, and has something printed in it.
    var isFilled: Bool {
        isSeparated && candidates.count == 1 && candidates[0].isTrusted
            && candidates[0].slots.allSatisfy { if case .value = $0 { true } else { false } }
    }

    /// How many of the row's sums a candidate breaks or leaves without a total to check them by.
    func unkeptSums(_ candidate: RowCandidate) -> Int {
        brokenSums(candidate)
            + sums.count { sum in
                !candidate.slots[sum.total].isValue
                    && sum.parts.contains { (candidate.slots[$0].count ?? 0) != 0 }
            }
    }

    /// Whether the row is read in one way that has blank cells, and comes to less than its total: something that stood
    /// in them was lost.
    var lacksWhatIsBlank: Bool {
        guard candidates.count == 1, let candidate = candidates.first else { return false }
        return sums.contains { sum in
            guard candidate.slots[sum.total].isValue, let total = candidate.slots[sum.total].count else { return false }
            let parts = sum.parts.map { candidate.slots[$0] }
            return parts.contains { if case .blank = $0 { true } else { false } }
                && parts.reduce(0) { $0 + ($1.count ?? 0) } < total
        }
    }

    /// How many of the row's sums a candidate breaks; a sum whose total is blank breaks nothing.
    func brokenSums(_ candidate: RowCandidate) -> Int {
        sums.count { sum in
            guard candidate.slots[sum.total].isValue, let total = candidate.slots[sum.total].count else { return false }
            var left = 0
            for part in sum.parts {
                guard let count = candidate.slots[part].count else { return false }
                left += count
            }
            return left != total
        }
    }
}
