import ReportModel

/// The prose of two reports beside each other.
struct TextComparison {
    private let settings: ComparisonSettings
    private let left: [Sentence]
    private let right: [Sentence]
    private(set) var differences: [TextDifference] = []
    private(set) var confusions = ConfusionCount()
    private(set) var copied: [TextPart] = []
    private(set) var copiedShare = 0.0

    var sentenceCount: Int { left.count }

    init(_ left: Report, _ right: Report, _ settings: ComparisonSettings) {
        self.settings = settings
        self.left = SentenceSplitter.sentences(of: left, settings)
        self.right = SentenceSplitter.sentences(of: right, settings)
        let alignment = SentenceAlignment(self.left, self.right, settings)
        var entries: [Entry] = []
        for link in alignment.links { entries += self.entries(of: link) }
        join(&entries)
        for entry in entries { add(entry) }
        if settings.isYears { findCopies() }
    }

    /// A pair, or one that has no partner (yet).
    private struct Entry {
        var left: Sentence?
        var right: Sentence?
        var isMoved = false
    }

    private func entries(of link: SentenceAlignment.Link) -> [Entry] {
        let (lefts, rights) = (left[link.left], right[link.right])
        guard !lefts.isEmpty, !rights.isEmpty else {
            return lefts.map { Entry(left: $0) } + rights.map { Entry(right: $0) }
        }
        let one = lefts.count == 1 ? lefts[lefts.startIndex] : Sentence(joining: lefts, settings)
        let other = rights.count == 1 ? rights[rights.startIndex] : Sentence(joining: rights, settings)
        return one.name == other.name ? [] : [Entry(left: one, right: other)]
    }

    /// How many lost and added sentences are held against each other to find those that were moved and changed.
    private static let searchLimit = 300

    /// Makes one entry of a sentence that was lost here and came in there.
    private func join(_ entries: inout [Entry]) {
        var added: [String: [Int]] = [:]
        for index in entries.indices where entries[index].left == nil {
            added[entries[index].right?.name ?? "", default: []].append(index)
        }
        var gone: Set<Int> = []
        for index in entries.indices where entries[index].right == nil {
            guard let name = entries[index].left?.name, let partner = added[name]?.first else { continue }
            added[name]?.removeFirst()
            entries[index].right = entries[partner].right
            entries[index].isMoved = true
            gone.insert(partner)
        }
        let lost = entries.indices.filter { entries[$0].right == nil }
        var rest = entries.indices.filter { entries[$0].left == nil && !gone.contains($0) }
        if lost.count <= Self.searchLimit, rest.count <= Self.searchLimit {
            for index in lost {
                guard let sentence = entries[index].left, sentence.pairs.count > 6 else { continue }
                let best = rest.map { (likeness(sentence, entries[$0].right), $0) }.max { $0.0 < $1.0 }
                guard let best, best.0 >= ComparisonSettings.movedLikeness else { continue }
                entries[index].right = entries[best.1].right
                entries[index].isMoved = true
                gone.insert(best.1)
                rest.removeAll { $0 == best.1 }
            }
        }
        entries = entries.indices.filter { !gone.contains($0) }.map { entries[$0] }
    }

    private func likeness(_ one: Sentence, _ other: Sentence?) -> Double {
        other.map { Likeness.of(one.pairs, $0.pairs) } ?? 0
    }

    private mutating func add(_ entry: Entry) {
        switch (entry.left, entry.right) {
        case (let left?, let right?):
            let segments = segments(left.compared, right.compared)
            differences.append(
                TextDifference(
                    kind: entry.isMoved ? .moved : .changed, left: left.part, right: right.part, segments: segments))
        case (let left?, nil):
            differences.append(
                TextDifference(
                    kind: .lost, left: left.part, segments: [TextSegment(kind: .removed, text: left.part.text)]))
        case (nil, let right?):
            differences.append(
                TextDifference(
                    kind: .added, right: right.part, segments: [TextSegment(kind: .inserted, text: right.part.text)]))
        case (nil, nil): break
        }
    }

    private mutating func segments(_ left: ComparedText, _ right: ComparedText) -> [TextSegment] {
        let steps = CharacterDifference.steps(from: left.keys, to: right.keys)
        for (step, next) in zip(steps, steps.dropFirst())
        where step.kind == .removed && next.kind == .inserted && step.range.count == next.range.count {
            for (one, other) in zip(left.letters[step.range], right.letters[next.range]) {
                confusions.add(one.key, other.key)
            }
        }
        return steps.map { step in
            TextSegment(kind: step.kind, text: (step.kind == .inserted ? right : left).text(step.range))
        }
    }

    /// Shorter sentences (无。) say the same every year and mean nothing by it.
    private static let copiedLength = 12

    private mutating func findCopies() {
        let known = Set(left.map(\.name))
        var (copiedLength, length) = (0, 0)
        for sentence in right where !sentence.isHeading {
            length += sentence.compared.letters.count
            guard sentence.compared.letters.count >= Self.copiedLength, known.contains(sentence.name) else { continue }
            copiedLength += sentence.compared.letters.count
            copied.append(sentence.part)
        }
        copiedShare = length == 0 ? 0 : Double(copiedLength) / Double(length)
    }
}

/// Counts which character stands for which.
struct ConfusionCount {
    private struct Pair: Hashable {
        var left: Unicode.Scalar
        var right: Unicode.Scalar
    }

    private var counts: [Pair: Int] = [:]

    mutating func add(_ left: Unicode.Scalar, _ right: Unicode.Scalar) {
        counts[Pair(left: left, right: right), default: 0] += 1
    }

    /// Most frequent first.
    var list: [Confusion] {
        counts.sorted {
            $0.value != $1.value
                ? $0.value > $1.value
                : ($0.key.left.value, $0.key.right.value) < ($1.key.left.value, $1.key.right.value)
        }.map { Confusion(left: String($0.key.left), right: String($0.key.right), count: $0.value) }
    }
}
