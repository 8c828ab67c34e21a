public import ReportModel

/// Finds which label of a form a text is, through misprints, cuts and the ways people number things.
public struct LabelMatcher: Sendable {
    /// A label of the form, made ready.
    struct Entry: Sendable {
        var target: LabelTarget
        var label: SpelledLabel

        var text: LabelText { label.text }
    }

    /// Where a damaged label ends and another text begins.
    public struct Settings: Sendable {
        /// Least similarity of a damaged label.
        public var damaged = 0.58
        /// Least similarity of a whole label with a slip in it.
        public var complete = 0.87
        /// How much better than any other a label with a slip must be.
        public var lead = 0.25
        /// Least share of a label that a piece of it must hold, and least letters.
        public var pieceShare = 0.25
        public var pieceLetters = 2
        /// A label of so many letters is itself whatever its number: rows that were moved get new numbers.
        public var ownLetters = 4

        public init() {}
    }

    public let settings: Settings
    let entries: [Entry]
    private let exact: [[UInt32]: [Int]]

    public init(_ definitions: [FormDefinition], settings: Settings = Settings()) {
        self.settings = settings
        var seen: Set<LabelTarget> = []
        var entries: [Entry] = []
        for label in definitions.flatMap(\.labels) {
            // The same row has two official labels (规范性文件, 行政规范性文件): both stay.
            guard seen.insert(label.0).inserted || !entries.contains(where: { $0.text == label.1 }) else { continue }
            entries.append(Entry(target: label.0, label: SpelledLabel(label.1)))
        }
        self.entries = entries
        var exact: [[UInt32]: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            for key in Set([entry.text.core, entry.text.full]) { exact[key, default: []].append(index) }
        }
        self.exact = exact
    }

    /// The labels that the text could be, likeliest first; none where it is no label.
    public func matches(
        _ text: some StringProtocol, as roles: Set<LabelTarget.Role> = Set(LabelTarget.Role.allCases)
    ) -> [LabelMatch] {
        matches(LabelText(text), as: roles)
    }

    public func matches(
        _ text: LabelText, as roles: Set<LabelTarget.Role> = Set(LabelTarget.Role.allCases)
    ) -> [LabelMatch] {
        guard !text.isEmpty, text.full.count <= 120 else { return [] }
        var best: [LabelTarget: LabelMatch] = [:]
        for match in candidates(for: text, as: roles) {
            if let known = best[match.target], known.similarity >= match.similarity { continue }
            best[match.target] = match
        }
        return ranked(Array(best.values))
    }

    /// The one label that the text is, where there is one: whole and unique, or damaged but nearer to it than to any
    /// other.
    public func match(
        _ text: some StringProtocol, as roles: Set<LabelTarget.Role> = Set(LabelTarget.Role.allCases)
    ) -> LabelMatch? {
        guard let first = matches(text, as: roles).first, first.lead > 0 else { return nil }
        return first
    }

    /// Whether a match of the text could be whole; most texts in tables are no labels at all, and can be told by less
    /// than finding which label they are likest.
    func mayBeWhole(_ text: LabelText) -> Bool {
        if exact[text.core] != nil || exact[text.full] != nil { return true }
        let spelled = SpelledLabel(text)
        return entries.indices.contains { index in
            spelled.similarity(to: entries[index].label, atLeast: settings.complete - Self.rounding) > 0
        }
    }

    private static let rounding = 0.001

    private func candidates(for text: LabelText, as roles: Set<LabelTarget.Role>) -> [LabelMatch] {
        // Most labels are printed as they should be: no distance needs to be measured then.
        let hits = (exact[text.core] ?? []) + (text.core == text.full ? [] : exact[text.full] ?? [])
        let wanted = hits.filter { roles.contains(entries[$0].target.role) }
        let spelled = SpelledLabel(text)
        if !wanted.isEmpty { return wanted.compactMap { compare(spelled, with: entries[$0]) } }
        return entries.compactMap { entry in
            roles.contains(entry.target.role) ? compare(spelled, with: entry) : nil
        }
    }

    private func ranked(_ matches: [LabelMatch]) -> [LabelMatch] {
        var matches = matches.sorted {
            ($0.similarity, $0.target.key) > ($1.similarity, $1.target.key)
        }
        for index in matches.indices {
            let role = matches[index].target.role
            let rival = matches.enumerated().first { $0.offset != index && $0.element.target.role == role }
            matches[index].lead = matches[index].similarity - (rival?.element.similarity ?? 0)
            if matches[index].matchClass == .complete, matches[index].similarity < 0.94,
                matches[index].lead < settings.lead
            {
                matches[index].matchClass = .damaged
            }
        }
        return matches
    }

    private func compare(_ spelled: SpelledLabel, with entry: Entry) -> LabelMatch? {
        let text = spelled.text
        let label = entry.text
        let similarity = spelled.similarity(to: entry.label, atLeast: settings.damaged)
        guard similarity > 0 || spelled.mayBePiece(of: entry.label) else { return nil }
        let number = numbering(of: text, against: label)
        if similarity >= settings.damaged {
            let score = max(0, similarity - number.penalty)
            guard score >= settings.damaged - 0.1 else { return nil }
            let matchClass: LabelMatchClass =
                if similarity == 1, number == .same {
                    .exact
                } else if similarity == 1, number == .different, label.core.count >= settings.ownLetters {
                    .complete
                } else if similarity >= settings.complete, number != .different, number != .unexpected {
                    .complete
                } else {
                    .damaged
                }
            return LabelMatch(target: entry.target, similarity: score, matchClass: matchClass)
        }
        return piece(text, of: entry, number: number)
    }

    /// The text as the beginning or the end of a label that a line or page break has cut.
    private func piece(_ text: LabelText, of entry: Entry, number: Numbering) -> LabelMatch? {
        let label = entry.text.full
        let part = text.full
        guard part.count < label.count else { return nil }
        let share = Double(part.count) / Double(label.count)
        let isNumbered = text.number != nil && number == .same
        guard share >= settings.pieceShare, part.count >= settings.pieceLetters || isNumbered else { return nil }
        let extent: LabelMatch.Extent
        if label.starts(with: part), number != .different, number != .unexpected {
            extent = .beginning
        } else if text.number == nil, label.suffix(part.count).elementsEqual(part) {
            extent = .end
        } else {
            return nil
        }
        let score = 0.3 + 0.4 * share + (isNumbered ? 0.1 : 0)
        return LabelMatch(target: entry.target, similarity: score, matchClass: .damaged, extent: extent)
    }

    /// How the number before a text agrees with the label's.
    private enum Numbering {
        case same, otherStyle, lost, unexpected, different

        var penalty: Double {
            switch self {
            case .same: 0
            case .otherStyle: 0.02
            case .lost: 0.05
            case .unexpected: 0.15
            case .different: 0.2
            }
        }
    }

    private func numbering(of text: LabelText, against label: LabelText) -> Numbering {
        switch (text.number, label.number) {
        case (nil, nil): .same
        case (nil, _): .lost
        case (_, nil): .unexpected
        case (let found?, let meant?) where found.value == meant.value:
            found.style == meant.style ? .same : .otherStyle
        default: .different
        }
    }
}

extension LabelTarget {
    /// Makes the order of equal matches the same on every run.
    fileprivate var key: String {
        switch self {
        case .row(let table, let id): "5\(table.rawValue)/\(id)"
        case .column(let table, let id): "4\(table.rawValue)/\(id)"
        case .group(let table, let label): "3\(table.rawValue)/\(label)"
        case .block(let table, let label): "2\(table.rawValue)/\(label)"
        case .heading(let table, let label): "1\(table.rawValue)/\(label)"
        }
    }
}
