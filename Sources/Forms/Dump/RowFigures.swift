import ReportModel

/// Turns a row's reading into figures with status, confidence and alternatives.
struct RowFigures {
    /// Alternatives that are kept for a figure: three that ran together in twenty digits have as many.
    private static let mostAlternatives = 480

    static let segmentation = "segmentation.ambiguous"
    static let cellsLost = "cells.lost"
    static let columnUnnamed = "column.unnamed"

    private let row: RowReading
    private let verdict: SumVerdicts.Verdict
    private let losesBlanks: Bool
    private let emptiesCells: Bool
    /// Where figures ran together and cells between them may have been blank: what can stand in each place.
    private let blankOptions: [PlaceOptions]
    private let hidesBlanks: Bool

    /// - Parameters:
    ///   - losesBlanks: a blank cell may have left no trace in the lines of the row.
    ///   - emptiesCells: what stood in a cell that seems blank may have been left out of the text.
    ///   - hidesBlanks: the row's figures ran together, and a cell between them may have been blank.
    init(_ row: RowReading, verdict: SumVerdicts.Verdict, losesBlanks: Bool, emptiesCells: Bool, hidesBlanks: Bool) {
        self.row = row
        self.losesBlanks = losesBlanks
        self.emptiesCells = emptiesCells
        self.hidesBlanks = hidesBlanks && !row.isSeparated
        blankOptions = self.hidesBlanks ? row.optionsWithBlanks : []
        // Sums that hold when every cell has a figure prove nothing of a row that has blank ones.
        self.verdict = self.hidesBlanks ? Self.open(verdict, row) : verdict
    }

    private static func open(_ verdict: SumVerdicts.Verdict, _ row: RowReading) -> SumVerdicts.Verdict {
        switch verdict {
        case .settled: verdict
        case .proved(let way): .open([way])
        case .narrowed(let ways), .open(let ways): .open(ways)
        }
    }

    func figures(form: FormVersion) -> [Figure] {
        row.figures.indices.map { figure($0, form) }
    }

    private func figure(_ place: Int, _ form: FormVersion) -> Figure {
        var doubts = row.doubts
        let slot: SlotReading
        var confidence = 0.99
        switch verdict {
        case .settled: slot = row.candidates[0].slots[place]
        case .proved(let way):
            slot = row.candidates[way].slots[place]
            confidence = 0.95
            if row.isShort { doubts.append(Self.cellsLost) }
            // The sums have found the stranger in the row.
            doubts.removeAll { $0 == "row.too-many-figures" || $0 == RowReading.broken }
        case .narrowed(let ways), .open(let ways):
            guard let way = ways.first else { return .missing(row.figures[place], form: form, method: .dump) }
            slot = row.candidates[way].slots[place]
            if !isUnanimous(place, ways) { doubts.append(row.isShort ? Self.cellsLost : Self.segmentation) }
            confidence = 0.9
        }
        if row.unnamed.contains(place), !isSameInAllUnnamed() { doubts.append(Self.columnUnnamed) }
        var figure = Figure(
            id: row.figures[place], form: form, content: .absent, status: .missing, confidence: 0, method: .dump)
        switch slot {
        case .absent:
            // Nothing is given, but a person sees what it could be.
            if hidesBlanks { figure.alternatives = alternatives(place, except: nil) }
            return figure
        case .blank:
            figure.content = .blank
            figure.status = .empty
            if emptiesCells { doubts.append(Self.cellsLost) }
            figure.places = [row.runElements.first?.place].compactMap { $0 }
        case .value(let value):
            figure.printed = value.printed
            figure.places = [value.place]
            figure.alternatives = value.alternatives
            if value.isMark {
                figure.content = .mark
                figure.status = .empty
            } else if let amount = value.amount {
                figure.content = .amount(amount)
                figure.status = .ok
            } else {
                figure.content = .unreadable
            }
        }
        guard figure.content != .unreadable else {
            figure.doubts = doubts
            return figure
        }
        figure.confidence = confidence
        if !doubts.isEmpty {
            figure.status = .suspect
            figure.confidence = 0.4
            figure.doubts = doubts
            figure.alternatives += alternatives(place, except: figure.amount)
        }
        return figure
    }

    /// The place holds the same whichever way the row is read, and nothing says that a cell could have vanished.
    private func isUnanimous(_ place: Int, _ ways: [Int]) -> Bool {
        if hidesBlanks { return place < blankOptions.count && blankOptions[place].isForced }
        if case .narrowed = verdict, let first = ways.first {
            return ways.allSatisfy {
                Self.isSame(row.candidates[$0].slots[place], row.candidates[first].slots[place])
            }
        }
        if row.isSeparated {
            guard !row.isShort, let first = ways.first else { return false }
            let slot = row.candidates[first].slots[place]
            return !losesBlanks && row.candidates.allSatisfy { Self.isSame($0.slots[place], slot) }
        }
        guard place < row.options.count, row.options[place].figures.count == 1 else { return false }
        return ways.contains { row.brokenSums(row.candidates[$0]) == 0 }
    }

    private func isSameInAllUnnamed() -> Bool {
        guard let candidate = chosen, let first = row.unnamed.first else { return true }
        return row.unnamed.allSatisfy { Self.isSame(candidate.slots[$0], candidate.slots[first]) }
    }

    private var chosen: RowCandidate? {
        switch verdict {
        case .settled: row.candidates.first
        case .proved(let way): row.candidates[way]
        case .narrowed(let ways), .open(let ways): ways.first.map { row.candidates[$0] }
        }
    }

    private func alternatives(_ place: Int, except amount: Amount?) -> [Alternative] {
        var found: [Alternative] = []
        func add(_ other: Amount?, _ score: Double) {
            guard let other, other != amount, !found.contains(where: { $0.value == other }) else { return }
            found.append(Alternative(value: other, score: score, reader: "segmentation"))
        }
        func add(_ ways: [Int], _ score: Double) {
            for way in ways {
                if case .value(let value) = row.candidates[way].slots[place] { add(value.amount, score) }
            }
        }
        switch verdict {
        case .narrowed(let ways), .open(let ways): add(ways, 0.6)
        case .settled, .proved: break
        }
        add(Array(row.candidates.indices), 0.4)
        for (options, score) in [(row.options, 0.2), (blankOptions, 0.1)] where place < options.count {
            for value in options[place].figures { add(value.amount, score) }
        }
        if row.unnamed.contains(place), let chosen {
            for other in row.unnamed.sorted() {
                if case .value(let value) = chosen.slots[other] { add(value.amount, 0.3) }
            }
        }
        return Array(found.prefix(Self.mostAlternatives))
    }

    private static func isSame(_ left: SlotReading, _ right: SlotReading) -> Bool {
        switch (left, right) {
        case (.value(let left), .value(let right)): left.amount == right.amount && left.isMark == right.isMark
        case (.blank, .blank), (.absent, .absent): true
        default: false
        }
    }
}
