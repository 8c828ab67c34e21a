import ReportModel

/// Parts a block into the tables that stand in it side by side.
///
/// Between them nothing reaches over, and they differ: their rows stand on heights of their own, or their rules end
/// before the space between them, or it is far wider than any other and labels with a heading of their own begin behind
/// it.
struct SideSplitter {
    private let text: RunText
    /// Horizontal ones.
    private let rules: [RowRule]
    private let scale: PageScale

    init(_ text: RunText, _ rules: [RowRule], _ scale: PageScale) {
        self.text = text
        self.rules = rules.filter { !$0.isSoft }
        self.scale = scale
    }

    func split(_ block: AlignedBlock) -> [AlignedBlock] {
        let rivers = rivers(block.runs)
        for river in rivers {
            let left = block.runs.filter { text.runs[$0].box.midX < river.lowerBound }
            let right = block.runs.filter { text.runs[$0].box.midX > river.upperBound }
            guard left.count + right.count == block.runs.count, isTable(left), isTable(right),
                isRuledApart(river, block.runs) || haveOwnRows(left, right)
                    || isWidest(river, rivers) && beginsAnew(left, right)
            else { continue }
            return [AlignedBlock(runs: left)] + split(AlignedBlock(runs: right))
        }
        return [block]
    }

    /// The spaces between columns that no run reaches into, from left to right.
    private func rivers(_ runs: [Int]) -> [ClosedRange<Double>] {
        var rivers: [ClosedRange<Double>] = []
        var end = Double.infinity
        for box in runs.lazy.map({ text.runs[$0].box }).sorted(by: { $0.x < $1.x }) {
            if box.x > end + 0.5 * scale.em { rivers.append(end...box.x) }
            end = end.isFinite ? max(end, box.maxX) : box.maxX
        }
        return rivers
    }

    /// Labels at the left of three values at least.
    private func isTable(_ runs: [Int]) -> Bool {
        let start = runs.map { text.runs[$0].box.x }.min() ?? 0
        let labels = runs.count { run in
            let value = text.right[run]
            return !text.runs[run].isValue && text.runs[run].box.x < start + 3 * scale.em && value >= 0
                && text.runs[value].isValue
        }
        return labels > 2
    }

    /// Do rules end before a space and others begin behind it, none over it?
    private func isRuledApart(_ river: ClosedRange<Double>, _ runs: [Int]) -> Bool {
        guard let box = Box.around(runs.lazy.map { text.runs[$0].box }) else { return false }
        let near = rules[rules.firstIndex(behind: box.y - 2 * scale.em)...].prefix { $0.y < box.maxY + 2 * scale.em }
        let left = near.count { $0.start < river.lowerBound && $0.end < river.upperBound && $0.end > box.x }
        let right = near.count { $0.end > river.upperBound && $0.start > river.lowerBound && $0.start < box.maxX }
        return left > 1 && right > 1 && left + right == near.count { $0.end > box.x && $0.start < box.maxX }
    }

    /// Do most rows of values have none of the other side's on their height?
    private func haveOwnRows(_ left: [Int], _ right: [Int]) -> Bool {
        let first = heights(left.filter { text.runs[$0].isValue })
        let second = heights(right.filter { text.runs[$0].isValue })
        let shared = first.count { y in
            let slack = 0.15 * scale.em
            return second.countBelow(y + slack) > second.countBelow(y - slack)
        }
        return shared * 2 < min(first.count, second.count)
    }

    private func isWidest(_ river: ClosedRange<Double>, _ rivers: [ClosedRange<Double>]) -> Bool {
        let width = river.upperBound - river.lowerBound
        let others = rivers.filter { $0 != river }.map { $0.upperBound - $0.lowerBound }.max() ?? 0
        return width > scale.settings.sideGap * scale.em && width > 1.4 * others
    }

    /// Do values end the left side, and do both have heads of texts?
    private func beginsAnew(_ left: [Int], _ right: [Int]) -> Bool {
        let end = left.map { text.runs[$0].box.maxX }.max() ?? 0
        let last = left.filter { text.runs[$0].box.maxX > end - scale.em }
        let heads = [left, right].map { runs -> [Int] in
            let top = runs.map { text.runs[$0].box.midY }.min() ?? 0
            return runs.filter { text.runs[$0].box.midY < top + 0.4 * scale.em }
        }
        return last.count { text.runs[$0].isValue } > 2
            && heads.allSatisfy { head in head.count > 1 && !head.contains { text.runs[$0].isValue } }
    }

    /// The heights that runs stand on, in order.
    private func heights(_ runs: [Int]) -> [Double] {
        [Double](heightsOf: runs.lazy.map { text.runs[$0].box }, apart: 0.4 * scale.em)
    }
}
