import LeptonicaBridge
import ReportModel

/// runs → the labels whose letters stand one below the other
struct StandingLabels {
    struct Label {
        /// Positions of runs, from the top.
        var lines: [Int]
        var match: LabelLexicon.Match
        var box: PixelBox
    }

    private(set) var labels: [Label] = []
    private var covered: Set<Int> = []

    /// As many as a head has: 结果维持.
    private static let headLetters = 4
    /// Heads stand beside one another. A label with as many letters can be what a page's end left of a longer one
    /// (seal-outer: 本年度办, not 本年增/减).
    private static let fewestHeads = 3

    /// - Parameter texts: the runs that are no figures.
    init(_ texts: [Int], of runs: [InkLine], _ reader: LabelReader, em: Double) {
        var found: [Label] = []
        for stack in LabelStackFinder(em: em).stacks(of: texts.map { runs[$0].box }) {
            let lines = stack.lines.map { texts[$0] }
            guard let first = lines.first,
                let match = reader.standing(lines.map { runs[$0] }, fewest: Self.headLetters)
            else { continue }
            let box = lines.dropFirst().reduce(runs[first].box) { $0.union(runs[$1].box) }
            found.append(Label(lines: lines, match: match, box: box))
        }
        let heads = found.filter { $0.lines.count <= Self.headLetters && Self.heads.contains($0.match.text) }
        labels = found.filter { label in
            label.lines.count > Self.headLetters
                || heads.contains { $0.lines == label.lines }
                    && heads.count { abs($0.box.midY - label.box.midY) < em } >= Self.fewestHeads
        }
        covered = Set(labels.flatMap(\.lines))
        addHeads(beside: labels.filter { $0.lines.count <= Self.headLetters }, texts, runs, reader, em: em)
        for index in runs.indices where labels.contains(where: { Self.holds($0.box, runs[index].box) }) {
            covered.insert(index)
        }
    }

    /// Takes what stands level with heads for heads as well: they can have fewer letters, some of which look like figures
    /// (seal-none: 计 of 总计).
    private mutating func addHeads(
        beside heads: [Label], _ texts: [Int], _ runs: [InkLine], _ reader: LabelReader, em: Double
    ) {
        let level = runs.indices.filter { index in
            let box = runs[index].box
            return !covered.contains(index) && Double(box.width) < 1.4 * em
                && heads.contains { $0.box.y < Int(box.midY) && Int(box.midY) < $0.box.maxY }
        }
        for stack in LabelStackFinder(em: em).stacks(of: level.map { runs[$0].box }) {
            let lines = stack.lines.map { level[$0] }
            guard let first = lines.first, lines.contains(where: texts.contains) else { continue }
            // No figure stands among the letters of heads.
            covered.formUnion(lines.filter { !texts.contains($0) })
            guard let match = reader.standing(lines.map { runs[$0] }, fewest: 2), Self.heads.contains(match.text),
                match.text.unicodeScalars.count == lines.count
            else { continue }
            let box = lines.dropFirst().reduce(runs[first].box) { $0.union(runs[$1].box) }
            labels.append(Label(lines: lines, match: match, box: box))
            covered.formUnion(lines)
        }
    }

    private static let heads = Set(
        FormVersion.allCases.flatMap { FormDefinition.statutory(.disputes, $0).blocks.flatMap(\.columns).map(\.label) })

    /// Whether a run is a part of such a label: one of its letters, or a piece that came off one and looks like a
    /// figure (hard150-none: 口 of 结).
    func covers(_ run: Int) -> Bool { covered.contains(run) }

    private static func holds(_ box: PixelBox, _ run: PixelBox) -> Bool {
        run.midX > Double(box.x) && run.midX < Double(box.maxX) && run.midY > Double(box.y)
            && run.midY < Double(box.maxY)
    }
}
