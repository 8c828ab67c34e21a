import LeptonicaBridge
import ReportModel

/// Reads tables that nothing but white parts: the runs of text in their rows and columns, figures one by one, the lines
/// of a label together.
struct AlignedTextReader {
    let page: CleanPage
    let readers: ReaderSet
    let settings: ScanSettings
    /// From a place on the picture to its place on the page laid straight, in points.
    let place: (PixelBox) -> Box

    /// Where a run's characters stand: as high as type is, whatever their ink.
    private func level(_ run: InkLine) -> Box {
        let ink = place(run.box)
        let height = max(ink.height, 1.1 * page.em / page.pixelsPerPoint)
        return Box(x: ink.x, y: ink.midY - height / 2, width: ink.width, height: height)
    }

    /// What a run is at first sight.
    private enum Sight {
        case dash
        case figure(line: InkLine, crop: InkCrop, readout: FigureReadout)
        case text
    }

    func read(_ runs: [InkLine], trust: inout GlyphTrust, into writer: inout GlyphWriter) -> [CellReading] {
        let cells = CellContentReader(page: page, readers: readers, settings: settings)
        let sights = runs.map { sight(of: $0, cells) }
        let proven = provenRuns(runs, sights)
        var figures: [Int: (judgement: FigureJudge.Judgement, line: InkLine)] = [:]
        var texts: [Int] = []
        for (index, run) in runs.enumerated() {
            switch sights[index] {
            case .dash: continue
            case .figure(let line, let crop, let readout):
                let judgement =
                    proven.contains(index) && trust.covers(readout.text)
                    ? FigureJudge.proven(readout)
                    : FigureJudge(readers: readers).judge(crop, own: readout, pieces: line.pieces.count, trust: &trust)
                if let judgement, judgement.strength > .weak || !cells.isLabel(run) {
                    figures[index] = (judgement, line)
                } else {
                    texts.append(index)
                }
            case .text: texts.append(index)
            }
        }
        let standing = StandingLabels(texts, of: runs, cells.labels, em: page.em)
        var readings: [CellReading] = []
        for (index, run) in runs.enumerated() where !standing.covers(index) {
            if let (judgement, line) = figures[index] {
                readings.append(figure(judgement, line, cells, into: &writer))
            } else if case .dash = sights[index] {
                readings.append(dash(run, into: &writer))
            }
        }
        let isText = Set(texts)
        let rows = rows(runs.indices.filter { !isText.contains($0) }, runs).map(\.middle)
        for label in standing.labels { readings += write(label, runs, into: &writer) }
        return readings
            + labels(texts.filter { !standing.covers($0) }.map { runs[$0] }, rows, cells, into: &writer)
    }

    private func sight(of run: InkLine, _ cells: CellContentReader) -> Sight {
        if Double(run.box.height) < settings.characterHeight * page.em { return .dash }
        guard cells.couldBeFigure(run) else { return .text }
        let ink = FigureInk(run, em: page.em)
        let crop = page.crop(ink)
        let readout = readers.network.read(crop)
        return FigureJudge.couldBeFigure(readout) ? .figure(line: ink.line, crop: crop, readout: readout) : .text
    }

    /// The runs whose row adds up as it was first read.
    private func provenRuns(_ runs: [InkLine], _ sights: [Sight]) -> Set<Int> {
        let figures = runs.indices.filter { if case .figure = sights[$0] { true } else { false } }
        var proven: Set<Int> = []
        for row in rows(figures, runs) {
            let line = row.runs.sorted { runs[$0].box.x < runs[$1].box.x }
            let figures = line.map { index -> (FigureReadout, pieces: Int)? in
                guard case .figure(let line, _, let readout) = sights[index] else { return nil }
                return (readout, line.pieces.count)
            }
            for place in ProvenRows.places(in: figures) { proven.insert(line[place]) }
        }
        return proven
    }

    /// Figures that stand at one height, from the top.
    private func rows(_ figures: [Int], _ runs: [InkLine]) -> [(middle: Double, runs: [Int])] {
        var rows: [(middle: Double, runs: [Int])] = []
        for index in figures.sorted(by: { runs[$0].box.midY < runs[$1].box.midY }) {
            if let last = rows.last, runs[index].box.midY - last.middle < 0.4 * page.em {
                rows[rows.count - 1].runs.append(index)
            } else {
                rows.append((runs[index].box.midY, [index]))
            }
        }
        return rows
    }

    private func dash(_ run: InkLine, into writer: inout GlyphWriter) -> CellReading {
        let box = place(run.box)
        writer.write("—", in: level(run), fontSize: page.em / page.pixelsPerPoint)
        // A stroke of a stamp's letter over a figure, what is left of one.
        let isCrowded = page.isCrowded(run.box, settings)
        return CellReading(
            box: box, cell: nil, text: "—", strength: isCrowded ? .weak : .strong, confidence: isCrowded ? 0.5 : 0.95,
            alternatives: [], doubts: isCrowded ? [CellContentReader.faint] : [])
    }

    private func figure(
        _ judgement: FigureJudge.Judgement, _ run: InkLine, _ cells: CellContentReader, into writer: inout GlyphWriter
    ) -> CellReading {
        let box = place(run.box)
        let doubts = cells.inkDoubts(judgement.text, run)
        writer.write(
            judgement.text, in: level(run), middles: cells.middles(judgement, run),
            fontSize: page.em / page.pixelsPerPoint)
        return CellReading(
            box: box, cell: nil, text: judgement.text,
            strength: doubts.isEmpty ? judgement.strength : min(judgement.strength, .fair),
            confidence: judgement.confidence, alternatives: judgement.alternatives, doubts: judgement.doubts + doubts,
            shapes: cells.shapes(judgement, run), ownConfidence: judgement.ownConfidence)
    }

    // MARK: Labels

    private func labels(
        _ runs: [InkLine], _ rows: [Double], _ cells: CellContentReader, into writer: inout GlyphWriter
    ) -> [CellReading] {
        var readings: [CellReading] = []
        for stack in LabelStackFinder(em: page.em).stacks(of: runs.map(\.box)) {
            let lines = stack.lines.map { runs[$0] }
            if lines.count == 1, let line = lines.first,
                let reading = cells.noneSign(line, place(line.box), place, &writer)
            {
                readings.append(reading)
                continue
            }
            let (texts, groups) = grouped(lines, rows, cells)
            for group in groups {
                write(group.match.text, over: Array(lines[group.lines]), &writer)
            }
            for (index, line) in lines.enumerated() {
                let group = groups.first { $0.lines.contains(index) }
                // Digits and strokes are no label, and would look like figures.
                if group == nil, LabelLexicon.hasLetters(texts[index].text) {
                    writer.write(texts[index].text, in: level(line), fontSize: page.em / page.pixelsPerPoint)
                }
                readings.append(reading(texts[index].text, group?.match.similarity ?? texts[index].confidence, line))
            }
        }
        return readings
    }

    private func write(
        _ label: StandingLabels.Label, _ runs: [InkLine], into writer: inout GlyphWriter
    ) -> [CellReading] {
        let lines = label.lines.map { runs[$0] }
        if lines.count > Self.mostHeadLines {
            write(label.match.text, over: lines, &writer)
        } else if let box = Box.around(lines.map { place($0.box) }) {
            // A head: its letters on a line each would be rows of heads.
            writer.write(label.match.text, in: box, fontSize: page.em / page.pixelsPerPoint)
        }
        return lines.map { reading(label.match.text, label.match.similarity, $0) }
    }

    /// No head is longer: 结果维持. Labels beside rows are (三、本年度办理结果).
    private static let mostHeadLines = 4

    /// Spreads a label over its lines by their widths.
    private func write(_ text: String, over lines: [InkLine], _ writer: inout GlyphWriter) {
        for (part, line) in zip(text.parts(lines.map { Double($0.box.width) }), lines) {
            writer.write(part, in: level(line), fontSize: page.em / page.pixelsPerPoint)
        }
    }

    /// The lines as they are recognised, and the labels that they make up; lines of none are tried at another height.
    private func grouped(
        _ lines: [InkLine], _ rows: [Double], _ cells: CellContentReader
    ) -> (texts: [(text: String, confidence: Double)], groups: [LabelGrouping.Group]) {
        // What is left over of a label and begins a line is read with the line before.
        let isRest = lines.indices.map { $0 > 0 && Double(lines[$0].box.width) < 1.6 * page.em }
        func groups(_ texts: [(text: String, confidence: Double)]) -> [LabelGrouping.Group] {
            LabelGrouping(lexicon: .statutory).groups(
                of: lines.indices.map { index in
                    let isUnread = texts[index].text.isEmpty && !isRest[index]
                    return .init(
                        text: isUnread ? nil : texts[index].text, length: Double(lines[index].box.width) / page.em)
                }
            ) { group in
                let top = lines[group.lowerBound].box.midY - 0.3 * page.em
                let bottom = lines[group.upperBound - 1].box.midY + 0.3 * page.em
                return rows.count { $0 > top && $0 < bottom } < 2
            }
        }
        func rest(_ index: Int) -> InkLine? {
            index + 1 < lines.count && isRest[index + 1] ? lines[index + 1] : nil
        }
        func text(_ index: Int, height: Int) -> (text: String, confidence: Double) {
            isRest[index] ? ("", 1) : cells.labels.line(lines[index], rest: rest(index), height: height)
        }
        func explained(_ groups: [LabelGrouping.Group]) -> Double {
            groups.map { Double($0.lines.count) * $0.match.similarity }.reduce(0, +)
        }
        func open(_ groups: [LabelGrouping.Group], _ least: Double) -> [Int] {
            lines.indices.filter { index in
                !groups.contains { $0.lines.contains(index) && $0.match.similarity >= least }
            }
        }
        var texts = lines.indices.map { isRest[$0] ? ("", 1) : cells.labels.knownText(lines[$0], rest: rest($0)) }
        var found = groups(texts)
        // What makes no label of the form is transcribed.
        let unknown = open(found, settings.knownSimilarity)
        if !unknown.isEmpty {
            for index in unknown { texts[index] = text(index, height: 0) }
            found = groups(texts)
        }
        for height in settings.labelHeights.indices.dropFirst() {
            // A line that is longer than any label's, or was read beyond doubt, is no label at another height either.
            let open = open(found, settings.labelSimilarity).filter { index in
                Double(lines[index].box.width) < settings.longestLabel * page.em
                    && texts[index].1 < settings.clearText
            }
            guard !open.isEmpty else { break }
            var others = texts
            for index in open { others[index] = text(index, height: height) }
            let second = groups(others)
            if explained(second) > explained(found) { (texts, found) = (others, second) }
        }
        return (texts, found)
    }

    private func reading(_ text: String, _ confidence: Double, _ line: InkLine) -> CellReading {
        CellReading(
            box: place(line.box), cell: nil, text: text, strength: .weak, confidence: confidence, alternatives: [],
            doubts: [CellContentReader.textReader])
    }
}
