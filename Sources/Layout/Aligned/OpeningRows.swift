import ReportModel

/// The texts that a page begins with, as long as they may be the rest of a table: rows too few to tell their columns,
/// sections with a column of their own. The table that the page before ends with knows where its columns are.
struct OpeningRows {
    /// With these texts' glyphs only.
    private let page: Page
    private let text: RunText
    private let rules: [RowRule]
    private let scale: PageScale
    /// The middle of the page's last text.
    private let end: Double

    /// More rows than these have show their columns by themselves.
    private static let most = 200

    /// Nil where the page begins with prose or no value stands beside a text.
    init?(startOf text: RunText, _ rules: [RowRule], _ page: Page, _ scale: PageScale) {
        var runs: [Int] = []
        for index in text.runs.indices.sorted(by: { text.runs[$0].box.midY < text.runs[$1].box.midY }) {
            guard text.runs[index].box.width < 0.6 * page.width, runs.count < Self.most else { break }
            runs.append(index)
        }
        guard runs.contains(where: { text.runs[$0].isValue && text.left[$0] >= 0 }) else { return nil }
        (self.page, self.text) = text.kept(runs, of: page)
        end = text.runs.map(\.box.midY).max() ?? 0
        let bottom = self.text.runs.map(\.box.maxY).max() ?? 0
        self.rules = rules.filter { $0.y < bottom + scale.em }
        self.scale = scale
    }

    /// The rows over the columns of a table that the page before ends with; nil where they do not fit it.
    ///
    /// - Parameters:
    ///   - top: where the page's own text begins, below a running head.
    ///   - hasHead: whether the rows may repeat the table's head.
    func table(over table: JoinedTable, from top: Double, hasHead: Bool) -> PageTable? {
        let columns = table.textColumns
        guard columns.count > 1, columns.contains(where: \.isValues), table.textSize > 0 else { return nil }
        let below = text.runs.indices.filter { text.runs[$0].box.midY > top }
        let whole = AlignedRegion(text, below, columns: columns, rules: rules, scale)
        guard let runs = rows(whole, table), !runs.isEmpty else { return nil }
        var region = AlignedRegion(text, runs, columns: columns, rules: rules, scale)
        region.endsPage = end <= region.box.maxY
        guard let grid = AlignedGridBuilder(region).grid(hasHead: hasHead) else { return nil }
        var found = AlignedTableAssembler(page, scale).table(grid, region, construction: table.table.construction)
        found?.part = AlignedPart(runs, of: text, page, rules: rules, walls: [], scale)
        found?.part?.endsPage = region.endsPage
        return found
    }

    /// The lines from the first to the last that can be the table's; nil where two texts of one line stand in one
    /// column, or a value among labels.
    private func rows(_ region: AlignedRegion, _ table: JoinedTable) -> [Int]? {
        let size = table.textSize
        let reach = max(1.6 * size, min(1.1 * table.tallestRow, scale.settings.widestRowGap * size))
        var runs: [Int] = []
        var last: AlignedLine?
        // What stands below the last value may be text.
        var pending: [Int] = []
        for line in region.lines(region.runs) {
            if let last, line.top - last.bottom > reach { break }
            guard line.runs.allSatisfy({ fits($0, region, size) }) else {
                // A line beside the last one of values is its row's.
                if let last, pending.isEmpty, line.top < last.bottom { return nil }
                break
            }
            let values = line.runs.filter { region.run($0).isValue }
            guard
                values.map({ region.span(of: $0) }).allSatisfy({
                    $0.count == 1 && region.columns[$0.lowerBound].isValues
                }),
                zip(line.runs, line.runs.dropFirst()).allSatisfy({
                    region.span(of: $0).upperBound <= region.span(of: $1).lowerBound
                        || isGroup(region.run($1), behind: region.run($0))
                })
            else { return nil }
            pending += line.runs
            if !values.isEmpty {
                runs += pending
                pending = []
            } else if let above = last, isRest(line, of: above, region) {
                runs += pending
                pending = []
            }
            last = line
        }
        let isLabelled = runs.contains { region.run($0).isValue && text.left[$0] >= 0 }
        return isLabelled ? runs : nil
    }

    /// Are two values in one column the groups of one number, the only one on its page? (unruled-chromium-any47 of seed 142)
    private func isGroup(_ run: Run, behind first: Run) -> Bool {
        first.content.mayTakeGroup && run.content.isDigitGroup
            && run.box.x - first.box.maxX < scale.settings.groupGap * run.size
    }

    private func fits(_ index: Int, _ region: AlignedRegion, _ size: Double) -> Bool {
        let run = region.run(index)
        guard let start = region.columns.first?.start, let end = region.columns.last?.end,
            abs(run.size - size) < 0.06 * size
        else { return false }
        let isWithin = run.box.x > start - size && run.box.maxX < end + 2 * size
        let isCentred = abs(run.box.midX - (start + end) / 2) < 3 * size
        return isWithin && (run.box.width < 0.5 * (end - start) || isCentred)
    }

    /// Does a line go on with the label above it?
    private func isRest(_ line: AlignedLine, of above: AlignedLine, _ region: AlignedRegion) -> Bool {
        line.y - above.y < 1.45 * region.scale.em
            && line.runs.allSatisfy {
                !region.run($0).beginsWithMarker && region.span(of: $0).upperBound <= region.stub.upperBound
            }
    }
}

extension RunText {
    /// Some runs by themselves, and their page with no other glyphs.
    func kept(_ indices: [Int], of page: Page) -> (page: Page, text: RunText) {
        var own = Page(number: page.number, width: page.width, height: page.height, fonts: page.fonts)
        var text = RunText()
        var numbers: [Int: Int] = [:]
        for (number, index) in indices.enumerated() {
            numbers[index] = number
            var run = runs[index]
            let first = text.words.count
            for number in run.words {
                var word = words[number]
                let start = own.glyphs.count
                for part in word.parts ?? [word.glyphs] { own.glyphs += page.glyphs[part] }
                word.glyphs = start..<own.glyphs.count
                word.parts = nil
                text.words.append(word)
            }
            run.words = first..<text.words.count
            text.runs.append(run)
        }
        text.left = indices.map { numbers[left[$0]] ?? -1 }
        text.right = indices.map { numbers[right[$0]] ?? -1 }
        return (own, text)
    }
}
