import ReportModel

/// One line of a text that may go on in the next.
struct LabelLine {
    var runs: [Int]
    var y: Double
    var size: Double
    /// What it costs to take this line and the next for one text, and for two.
    var joinCost = 0.0
    var splitCost = 0.0
}

/// lines of one column → what speaks for and against taking each and its next for one text
struct LineBreaks {
    private let region: AlignedRegion

    init(_ region: AlignedRegion) {
        self.region = region
    }

    /// The lines of some runs.
    func lines(_ runs: [Int], _ measure: Measure) -> [LabelLine] {
        var lines = region.lines(runs).map { line in
            LabelLine(
                runs: line.runs, y: line.y, size: line.runs.map { region.run($0).size }.max() ?? region.scale.em)
        }
        for index in lines.indices.dropLast() {
            (lines[index].joinCost, lines[index].splitCost) = costs(lines[index], lines[index + 1], measure)
        }
        for index in lines.indices.flatMap({ inBrackets(from: $0, lines) }) {
            lines[index].joinCost = 0
            lines[index].splitCost += region.scale.settings.bracketCost
        }
        return lines
    }

    /// Lines that a text in brackets can have.
    private static let mostInBrackets = 8

    /// The lines from one that leaves a bracket open to the one before that which closes it: partly-reportlab-any49 of seed 107.
    private func inBrackets(from first: Int, _ lines: [LabelLine]) -> Range<Int> {
        var open = 0
        for index in lines[first...].prefix(Self.mostInBrackets).indices {
            open += lines[index].runs.reduce(0) { $0 + region.run($1).content.open }
            if open <= 0 { return first..<index }
        }
        return first..<first
    }

    /// What the lines of a column are measured by.
    struct Measure {
        /// Where the longest line ends that begins in a column, by column.
        var right: [Int: Double]
        /// From one line of a label to its next, in ems.
        var tight: Double
        /// From one row to the next at least, in ems: from labels with values beside them.
        var rowPitch = -Double.infinity
        /// Nearly every row's label begins as an item of a list does.
        var isNumbered = false
    }

    /// - Parameter bands: the runs of the column, parted where a rule parts rows.
    func measure(_ bands: [[Int]]) -> Measure {
        var right: [Int: Double] = [:]
        for run in bands.joined() {
            let span = region.span(of: run)
            // One with a value behind it is longer than its column.
            guard span.upperBound <= max(region.stub.upperBound, 1) || region.valueColumns.isEmpty else { continue }
            right[span.lowerBound] = max(right[span.lowerBound] ?? 0, region.run(run).ink.maxX)
        }
        let pitches = bands.flatMap { runs in
            let lines = region.lines(runs)
            return zip(lines, lines.dropFirst()).map { ($1.y - $0.y) / max(region.run($0.runs[0]).size, 1) }
        }.sorted()
        // Where every label has one line the closest are no measure.
        var measure = Measure(right: right, tight: pitches.isEmpty ? 1.2 : min(pitches[pitches.count / 10], 1.4))
        let labelled = bands.joined().filter { region.text.right[$0] >= 0 && region.run(region.text.right[$0]).isValue }
        let rows = region.lines(labelled)
        let steps = zip(rows, rows.dropFirst()).map { ($1.y - $0.y) / max(region.run($0.runs[0]).size, 1) }
        if steps.count > 1, let least = steps.min() { measure.rowPitch = least }
        if !region.seams.isEmpty {
            let labels = region.runs.filter { region.span(of: $0).lowerBound < region.stub.upperBound }
            let numbered = labels.count { region.run($0).beginsWithMarker }
            let values = region.runs.lazy.map { region.run($0) }.filter(\.isValue).map(\.box)
            let count = [Double](heightsOf: values, apart: 0.4 * region.scale.em).count
            measure.isNumbered = numbered * 10 >= count * 7
        }
        return measure
    }

    private func costs(_ line: LabelLine, _ next: LabelLine, _ measure: Measure) -> (Double, Double) {
        guard let last = line.runs.last, let first = next.runs.first else { return (0, 0) }
        let upper = region.run(last)
        let lower = region.run(first)
        let em = max(line.size, 1)
        // How far apart two pages' lines are says nothing.
        let isSeam = region.page(at: line.y) < region.page(at: next.y)
        let pitch = isSeam ? measure.tight : (next.y - line.y) / em
        let settings = region.scale.settings
        let wide = pitch - settings.labelPitch * measure.tight
        var join = wide > 0 ? min(settings.labelGapCost * wide, settings.mostLabelGapCost) : 0
        var split = 0.0
        // Bold over regular: a heading over its items.
        if upper.font != lower.font { join += settings.fontCost * (lower.box.x > upper.box.x + 0.3 * em ? 2 : 1) }
        // Had the next word found room on this line, the break would be somebody's will.
        let word = region.text.words[lower.words.lowerBound]
        let needed = lower.content.wide > 0 ? em * Double(lower.content.unbreakable) : word.box.width + 0.25 * em
        let right = measure.right[region.span(of: last).lowerBound] ?? upper.ink.maxX
        if right - upper.ink.maxX > needed + settings.labelRoom * em { join += settings.roomCost } else { split += 0.2 }
        if lower.content.beginsSmall { split += 0.6 }
        if !isSeam, pitch < min(measure.rowPitch - settings.closerThanRows, settings.lineHeight) {
            split += settings.closeCost
        }
        if region.run(first).beginsWithMarker { join += settings.itemCost }
        if isSeam, measure.isNumbered, !region.run(first).beginsWithMarker { split += settings.unnumberedCost }
        // A heading of the lines below it: none of its own go on with it, and it does not go on with a line that has values.
        if upper.content.endsWithColon || lower.content.endsWithColon && region.text.right[last] >= 0 {
            join += settings.colonCost
        }
        // A line that hangs further left than the one before begins something new; in Chinese a text's first line may do so.
        if lower.box.x < upper.box.x - 0.5 * em, line.runs.count == 1, next.runs.count == 1,
            abs(lower.box.midX - upper.box.midX) > em
        {
            join += lower.content.wide > 0 ? settings.firstIndentCost : settings.outdentCost
        }
        return (join, split)
    }
}
