import LeptonicaBridge

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

    /// - Parameter texts: the runs that are no figures.
    init(_ texts: [Int], of runs: [InkLine], _ reader: LabelReader, em: Double) {
        for stack in LabelStackFinder(em: em).stacks(of: texts.map { runs[$0].box }) {
            let lines = stack.lines.map { texts[$0] }
            guard let first = lines.first, let match = reader.standing(lines.map { runs[$0] }) else { continue }
            let box = lines.dropFirst().reduce(runs[first].box) { $0.union(runs[$1].box) }
            labels.append(Label(lines: lines, match: match, box: box))
            covered.formUnion(lines)
        }
        for index in runs.indices where labels.contains(where: { Self.holds($0.box, runs[index].box) }) {
            covered.insert(index)
        }
    }

    /// Whether a run is a part of such a label: one of its letters, or a piece that came off one and looks like a
    /// figure (hard150-none: 口 of 结).
    func covers(_ run: Int) -> Bool { covered.contains(run) }

    private static func holds(_ box: PixelBox, _ run: PixelBox) -> Bool {
        run.midX > Double(box.x) && run.midX < Double(box.maxX) && run.midY > Double(box.y)
            && run.midY < Double(box.maxY)
    }
}
