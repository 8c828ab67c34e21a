import LeptonicaBridge

/// Lines of text that stand below one another, as the lines of a label do.
struct LabelStack {
    /// Positions of runs, from the top.
    var lines: [Int]
}

/// runs of text → stacks
struct LabelStackFinder {
    let em: Double
    /// Widest gap between two lines of one label.
    static let widestGap = 0.9

    /// Every run stands in one stack.
    func stacks(of boxes: [PixelBox]) -> [LabelStack] {
        let order = boxes.indices.sorted { (boxes[$0].y, boxes[$0].x) < (boxes[$1].y, boxes[$1].x) }
        var next: [Int: Int] = [:]
        var hasAbove: Set<Int> = []
        for (position, upper) in order.enumerated() {
            for lower in order[(position + 1)...] {
                let gap = Double(boxes[lower].y - boxes[upper].maxY)
                if gap > Self.widestGap * em { break }
                guard gap > -0.3 * em, boxes[lower].midY - boxes[upper].midY > 0.5 * em, !hasAbove.contains(lower),
                    overlap(boxes[upper], boxes[lower])
                else { continue }
                next[upper] = lower
                hasAbove.insert(lower)
                break
            }
        }
        return order.filter { !hasAbove.contains($0) }.map { first in
            var lines = [first]
            while let last = lines.last, let following = next[last] { lines.append(following) }
            return LabelStack(lines: lines)
        }
    }

    private func overlap(_ a: PixelBox, _ b: PixelBox) -> Bool {
        let common = min(a.maxX, b.maxX) - max(a.x, b.x)
        return Double(common) > 0.5 * Double(min(a.width, b.width))
    }
}

/// recognised lines → which of them make up one label each
struct LabelGrouping {
    let lexicon: LabelLexicon

    struct Line {
        /// Empty where it was read with the line before; nil where nobody could read it.
        var text: String?
        /// In ems.
        var length: Double
    }

    struct Group {
        var lines: Range<Int>
        var match: LabelLexicon.Match
    }

    /// The longest label takes this many lines in a narrow column.
    static let mostLines = 9

    /// The groups that explain most of the letters; lines of none are left out.
    ///
    /// - Parameter isOneRow: whether lines stand beside one row of figures at most: those of two are two labels, however
    ///   much they sound like one.
    func groups(of lines: [Line], isOneRow: (Range<Int>) -> Bool = { _ in true }) -> [Group] {
        var best: [(score: Double, group: Group?, start: Int)] = [(0, nil, 0)]
        for end in lines.indices.map({ $0 + 1 }) {
            var choice: (score: Double, group: Group?, start: Int) = (best[end - 1].score, nil, end - 1)
            // What was read with a line is a part of its label: 量 below 一、本年新收政府信息公开申请数.
            let isWhole = end == lines.count || lines[end].text != ""
            for start in stride(from: end - 1, through: max(0, end - Self.mostLines), by: -1) {
                guard isWhole, isOneRow(start..<end), let match = match(lines[start..<end]) else { continue }
                let letters = match.text.unicodeScalars.count { $0.value >= 0x4E00 && $0.value <= 0x9FFF }
                // A line that nobody could read belongs to the label that is too long without it.
                let length = lines[start..<end].map(\.length).reduce(0, +)
                let misfit = abs(length - LabelLexicon.length(of: match.text))
                let score = best[start].score + Double(letters) * (match.similarity - 0.4) - 0.1 * misfit
                if score > choice.score { choice = (score, Group(lines: start..<end, match: match), start) }
            }
            best.append(choice)
        }
        var groups: [Group] = []
        var end = lines.count
        while end > 0 {
            if let group = best[end].group { groups.append(group) }
            end = best[end].start
        }
        return groups.reversed()
    }

    /// As many unknown letters as an unread line has room for.
    private static func letters(_ line: Line) -> String {
        line.text ?? String(repeating: String(LabelLexicon.open), count: Int(line.length.rounded()))
    }

    private func match(_ lines: ArraySlice<Line>) -> LabelLexicon.Match? {
        let length = lines.map(\.length).reduce(0, +)
        guard length < 60, let match = lexicon.match(lines.map(Self.letters).joined()),
            match.lead >= 0.15 || match.similarity > 0.99
        else { return nil }
        let printed = LabelLexicon.length(of: match.text)
        // Of a short word two letters are soon alike.
        guard match.similarity >= (printed < 5 ? 0.75 : 0.6), abs(length - printed) < 1 + 0.15 * printed else {
            return nil
        }
        return match
    }
}
