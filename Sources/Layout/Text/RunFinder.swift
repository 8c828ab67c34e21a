import ReportModel

/// words → runs, each with its neighbours to the left and right
struct RunFinder {
    private let page: Page
    private let settings: LayoutSettings
    private let spaces: FontSpaces
    /// The characters of vertical labels, by their first glyph: what stands beside one is no part of it.
    private var stacked: Set<Int> = []
    /// Characters that are the last lines of texts, by their first glyph.
    private var lastLines: Set<Int> = []
    /// What vertical labels begin with, by their first glyph: 三、
    private var stackMarkers: [Int: ListMarker] = [:]

    /// The widest gap between two groups of one number, in ems.
    private var groupGap: Double
    /// How far behind the first group of a number its second stands, by the first's first glyph.
    private var gapsInNumbers: [Int: Double] = [:]
    /// Groups whose last digits found no room on the line, by their first glyph.
    private var cutGroups: Set<Int> = []

    init(_ page: Page, _ settings: LayoutSettings) {
        self.page = page
        self.settings = settings
        groupGap = settings.numberGap
        spaces = FontSpaces(page)
    }

    /// The runs of cells whose columns are known: however close, the text of one does not run into the next one's.
    func runs(ofCells cells: [[Word]]) -> RunText {
        var text = RunText()
        for words in cells { text.append(runs(words)) }
        link(&text)
        return text
    }

    func runs(_ words: [Word]) -> RunText {
        var finder = self
        let chains = StackFinder.chains(in: words, of: page)
        finder.lastLines = lastLines(words)
        let cut = cutGroups(words)
        if areGrouped(words, cut) {
            finder.groupGap = settings.groupGap
            finder.cutGroups = cut.starts
        }
        finder.gapsInNumbers = finder.gapsInNumbers(words)
        finder.stacked = Set(chains.lazy.joined().map { words[$0].glyphs.lowerBound })
        for chain in chains {
            let start = chain.prefix(3).flatMap { words[$0].glyphs }
            finder.stackMarkers[start[0]] = marker(start)
        }
        return finder.joined(words)
    }

    /// Single characters flush with the start or the middle of a longer text right above them.
    private func lastLines(_ words: [Word]) -> Set<Int> {
        func isSingle(_ word: Word) -> Bool {
            word.glyphs.count == 1 && page.glyphs[word.glyphs.lowerBound].scalar.isWide
        }
        let singles = words.filter(isSingle)
        guard singles.count > 1 else { return [] }
        var above: [Int: [Double]] = [:]
        func key(_ x: Double) -> Int { Int(x.clamped(to: -1e6...1e6).rounded()) }
        for word in words where word.glyphs.count > 1 && page.glyphs[word.glyphs.lowerBound].scalar.isWide {
            for x in [word.box.x, word.box.midX] { above[key(x), default: []].append(word.box.midY) }
        }
        return Set(
            singles.filter { word in
                [word.box.x, word.box.midX].flatMap { x in (-1...1).flatMap { above[key(x) + $0] ?? [] } }
                    .contains { (0.8...1.5).contains((word.box.midY - $0) / word.size) }
            }.map(\.glyphs.lowerBound))
    }

    /// Where all numbers that stand close behind others have three digits, they are groups of one: 1 715, 22 852 887.
    /// In neighbouring columns the first number would also stand where no other is close behind it.
    private func areGrouped(_ words: [Word], _ cut: CutGroups) -> Bool {
        var firsts: [Double] = []
        var others: [Double] = []
        var apart = 0
        let broken = brokenFigures(words)
        for (left, right) in zip(words, words.dropFirst()) {
            let one = Run.Content(left, page.glyphs)
            guard one.isValue, one.digits > 0, !cut.rests.contains(left.glyphs.lowerBound) else { continue }
            let gap = right.box.x - left.box.maxX
            let em = min(left.size, right.size)
            let isClose = gap > 0 && gap < settings.groupGap * em && abs(left.box.midY - right.box.midY) < 0.3 * em
            let two = Run.Content(right, page.glyphs)
            guard isClose, two.isValue, two.digits > 0 else {
                if cut.starts.contains(left.glyphs.lowerBound) { continue }
                others.append(left.box.maxX)
                continue
            }
            if one.mayTakeGroup, two.isDigitGroup {
                if broken.contains(left.glyphs.lowerBound) || broken.contains(right.glyphs.lowerBound) { continue }
                firsts.append(left.box.maxX)
            } else if !cut.starts.contains(right.glyphs.lowerBound) {
                apart += 1
            }
        }
        guard firsts.count >= settings.fewestGroups, apart * 8 < firsts.count else { return false }
        others.sort()
        let reach = settings.edgeReach * (words.first?.size ?? 10)
        let alone = firsts.count { others.countBelow($0 + reach) > others.countBelow($0 - reach) }
        return alone * 3 < firsts.count
    }

    /// Figures that go on below, over the very middle of their last digits: they fill their columns and are no groups of one
    /// number, however close. (unruled-weasyprint-any41 of seed 149)
    private func brokenFigures(_ words: [Word]) -> Set<Int> {
        let figures = words.filter { word in word.glyphs.allSatisfy { page.glyphs[$0].scalar.isDigit } }
        var broken = Set<Int>()
        for offset in [0, 0.5] {
            let columns = Dictionary(grouping: figures) { ($0.box.midX.clamped(to: -1e6...1e6) + offset).rounded() }
            for column in columns.values {
                let lines = column.sorted { $0.box.midY < $1.box.midY }
                for (word, rest) in zip(lines, lines.dropFirst())
                where abs(rest.box.midX - word.box.midX) < 0.05 * word.size && rest.box.width < word.box.width
                    && (0.8...1.5).contains((rest.box.midY - word.box.midY) / word.size)
                {
                    broken.insert(word.glyphs.lowerBound)
                }
            }
        }
        return broken
    }

    /// By first glyph.
    private typealias CutGroups = (starts: Set<Int>, rests: Set<Int>)

    /// One or two digits behind a group, the others of the three below them: 61 55, and 5 on the next line.
    private func cutGroups(_ words: [Word]) -> CutGroups {
        var cut: CutGroups = ([], [])
        for (left, (right, rest)) in zip(words, zip(words.dropFirst(), words.dropFirst(2))) {
            let pitch = (rest.box.midY - right.box.midY) / right.size
            guard pitch > 0.7, pitch < 1.7, abs(left.box.midY - right.box.midY) < 0.3 * left.size else { continue }
            let contents = [left, right, rest].map { Run.Content($0, page.glyphs) }
            guard contents.allSatisfy(\.mayTakeGroup), contents[1].digits + contents[2].digits == 3 else { continue }
            let upper = left.box.union(right.box)
            let shift = [\Box.x, \Box.midX, \Box.maxX].map { abs(upper[keyPath: $0] - rest.box[keyPath: $0]) }.min()
            guard let shift, shift < 0.3 * right.size else { continue }
            cut.starts.insert(right.glyphs.lowerBound)
            cut.rests.insert(rest.glyphs.lowerBound)
        }
        return cut
    }

    /// Is a word the next group of a number?
    private func isGroup(_ word: Word, _ content: Run.Content) -> Bool {
        content.isDigitGroup || cutGroups.contains(word.glyphs.lowerBound)
    }

    /// Where numbers are set in groups, those whose next group follows.
    private func gapsInNumbers(_ words: [Word]) -> [Int: Double] {
        var gaps: [Int: Double] = [:]
        for (left, right) in zip(words, words.dropFirst()) {
            let gap = right.box.x - left.box.maxX
            guard gap > 0, gap <= groupGap * min(left.size, right.size),
                abs(left.box.midY - right.box.midY) < 0.3 * left.size,
                Run.Content(left, page.glyphs).mayTakeGroup, isGroup(right, Run.Content(right, page.glyphs))
            else { continue }
            gaps[left.glyphs.lowerBound] = gap
        }
        return gaps
    }

    private func joined(_ words: [Word]) -> RunText {
        var text = RunText()
        text.words.reserveCapacity(words.count)
        for word in words where !word.isLeader && word.direction == .rightwards { append(word, to: &text) }
        // Words that stand side by side need not follow each other in the file.
        var whole = mergedGeometrically(text)
        if NoneSigns.mayHave(whole, page) {
            link(&whole)
            for index in NoneSigns(page, whole).runs() { whole.runs[index].content.isNone = true }
        }
        var merged = RunSplitter(page, settings, whole).split(whole)
        for index in merged.runs.indices {
            merged.runs[index].blankEnd = blankEnd(merged.runs[index], merged.words)
        }
        link(&merged)
        for index in merged.runs.indices { merged.runs[index].isCaption = isCaption(merged.runs[index], merged.words) }
        for index in merged.runs.indices where !merged.runs[index].isValue {
            merged.runs[index].marker = marker(merged.runs[index], merged.words)
            merged.runs[index].font = font(merged.runs[index], merged.words)
        }
        return merged
    }

    /// The font of a text's Chinese characters where it has some: the digits that it begins with are often another's.
    private func font(_ run: Run, _ words: [Word]) -> Int32 {
        let glyphs = words[run.words].lazy.flatMap(\.glyphs)
        return glyphs.first { page.glyphs[$0].scalar.isWide }.map { page.glyphs[$0].font } ?? run.font
    }

    /// A comma or a closing bracket has its ink in the first half of its width.
    private func blankEnd(_ run: Run, _ words: [Word]) -> Double {
        let glyph = page.glyphs[words[run.words.upperBound - 1].glyphs.upperBound - 1]
        guard "、，。；：）】》”’".unicodeScalars.contains(glyph.scalar), glyph.box.width > 0.9 * glyph.size else { return 0 }
        return settings.blankHalf * glyph.box.width
    }

    private func append(_ word: Word, to text: inout RunText) {
        let index = text.words.count
        text.words.append(word)
        let content = Run.Content(word, page.glyphs)
        if let last = text.runs.indices.last, isNext(text.runs[last], text.words[index - 1], word, content) {
            text.runs[last].words = text.runs[last].words.lowerBound..<index + 1
            text.runs[last].box = text.runs[last].box.union(word.box)
            text.runs[last].size = max(text.runs[last].size, word.size)
            text.runs[last].content = text.runs[last].content + content
        } else {
            text.runs.append(
                Run(
                    words: index..<index + 1, box: word.box, size: word.size,
                    font: page.glyphs[word.glyphs.lowerBound].font, content: content))
        }
    }

    private func isNext(_ run: Run, _ last: Word, _ word: Word, _ content: Run.Content) -> Bool {
        let shared = min(last.box.maxY, word.box.maxY) - max(last.box.y, word.box.y)
        guard shared > 0.5 * min(last.box.height, word.box.height),
            page.glyphs[last.glyphs.upperBound - 1].isOnLine(of: page.glyphs[word.glyphs.lowerBound])
        else { return false }
        let gap = word.box.x - run.box.maxX
        let em = min(run.size, word.size)
        guard gap > -0.3 * em, word.box.x > last.box.x else { return false }
        // Its characters stand beside its own rows' labels, however close.
        if stacked.contains(last.glyphs.lowerBound) != stacked.contains(word.glyphs.lowerBound) { return false }
        // 总　计: characters spread over the width of their cell.
        let isSpread =
            ![last, word].contains {
                stacked.contains($0.glyphs.lowerBound) || lastLines.contains($0.glyphs.lowerBound)
            } && run.content.wide == 1 && content.wide == 1 && run.box.width < 1.5 * em && word.glyphs.count == 1
            && !page.glyphs[word.glyphs.lowerBound].scalar.isNone
            && abs(word.box.midY - last.box.midY) < settings.spreadShift * em
        if isSpread { return gap <= settings.spreadGap * em }
        // A currency sign stands at the edge of its column, whatever is between it and the number.
        if run.content.isCurrency, content.beginsNumber { return gap <= settings.currencyGap * em }
        if run.content.isValue, content.isValue {
            // Two numbers are two cells, unless the second is the next group of the first.
            if content.beginsNumber, run.content.digits > 0, run.content.letters + run.content.wide == 0 {
                return run.content.mayTakeGroup && isGroup(word, content) && gap <= groupGap * em
            }
            return gap <= settings.numberGap * em
        }
        // The first group of the next cell's number stands closer to its second than to a label's end: partly-chromium-any16
        // of seed 99.
        if !run.content.isValue, let inside = gapsInNumbers[word.glyphs.lowerBound], gap > inside { return false }
        // Chinese is set without spaces.
        let isWide =
            page.glyphs[last.glyphs.upperBound - 1].scalar.isWide && page.glyphs[word.glyphs.lowerBound].scalar.isWide
        return gap <= (isWide ? settings.numberGap * em : max(settings.runGap * em, spaces.widest(run.font)))
    }

    /// Is what stands between two texts a space? It is behind an item's marker, and in a line that has nothing else.
    private func isSpaced(_ run: Run, _ next: Run, _ text: RunText, isAlone: Bool) -> Bool {
        let gap = next.box.x - run.box.maxX
        let last = text.words[run.words.upperBound - 1]
        let first = text.words[next.words.lowerBound]
        guard gap > 0, gap < settings.spacedGap * min(run.size, next.size), next.content.wide > 0,
            abs(run.box.midY - next.box.midY) < (run.font == next.font ? 0.03 : 0.1) * run.size,
            !stacked.contains(last.glyphs.lowerBound), !stacked.contains(first.glyphs.lowerBound)
        else { return false }
        if isAlone, run.content.wide > 0 { return run.font == next.font }
        guard run.words.count == 1, abs(run.size - next.size) < 0.05 * run.size, marker(next, text.words) == nil else {
            return false
        }
        // A marker and nothing behind it, or its end, which found no room behind it.
        let mark = page.glyphs[last.glyphs.upperBound - 1].scalar
        return last.glyphs.count < 6 && "）)、．.".unicodeScalars.contains(mark)
            && (last.glyphs.count == 1 || marker(run, text.words) != nil)
    }

    /// Joins runs that are neighbours with no more than a space between them.
    private func mergedGeometrically(_ text: RunText) -> RunText {
        let lines = RunLines(text.runs)
        var next = [Int](repeating: -1, count: text.runs.count)
        var hasPrevious = [Bool](repeating: false, count: text.runs.count)
        var isChanged = false
        let right = text.runs.indices.map { lines.rightNeighbour(of: $0, in: text.runs) }
        var hasLeft = hasPrevious
        for other in right where other >= 0 { hasLeft[other] = true }
        for index in text.runs.indices {
            let run = text.runs[index]
            let other = right[index]
            guard other >= 0, !hasPrevious[other], text.runs[other].box.x - run.box.maxX < 4 * run.size else {
                continue
            }
            let isAlone = !hasLeft[index] && right[other] < 0
            let follows = isNext(
                run, text.words[run.words.upperBound - 1], text.words[text.runs[other].words.lowerBound],
                text.runs[other].content)
            guard follows || isSpaced(run, text.runs[other], text, isAlone: isAlone) else { continue }
            next[index] = other
            hasPrevious[other] = true
            isChanged = true
        }
        guard isChanged else { return text }
        var result = RunText()
        result.words.reserveCapacity(text.words.count)
        for index in text.runs.indices where !hasPrevious[index] {
            var run = text.runs[index]
            let start = result.words.count
            result.words += text.words[run.words]
            var following = next[index]
            while following >= 0 {
                let other = text.runs[following]
                result.words += text.words[other.words]
                run.box = run.box.union(other.box)
                run.size = max(run.size, other.size)
                run.content = run.content + other.content
                following = next[following]
            }
            run.words = start..<result.words.count
            result.runs.append(run)
        }
        return result
    }

    private func marker(_ run: Run, _ words: [Word]) -> ListMarker? {
        let first = words[run.words.lowerBound].glyphs
        // Some programs write the number by itself, before everything else on its page (partly-chromium-any22 of seed 135).
        let glyphs =
            first.count > 1 ? Array(first.prefix(6)) : words[run.words.prefix(2)].flatMap { $0.glyphs.prefix(5) }
        return stackMarkers[first.lowerBound] ?? marker(glyphs)
    }

    private func marker(_ glyphs: some Collection<Int>) -> ListMarker? {
        var start = String.UnicodeScalarView()
        for index in glyphs { start.append(page.glyphs[index].scalar) }
        return ListMarker(String(start))
    }

    /// 表2, 附表1, Table 3: how the title of a table begins.
    private func isCaption(_ run: Run, _ words: [Word]) -> Bool {
        let glyphs = words[run.words.prefix(2)].flatMap { $0.glyphs.prefix(6) }
        var start = String.UnicodeScalarView()
        for index in glyphs.prefix(8) where !page.glyphs[index].scalar.isBlank {
            start.append(page.glyphs[index].scalar)
        }
        let text = String(start)
        return ["附表", "表", "Table", "TABLE"].contains { name in
            text.hasPrefix(name) && text.unicodeScalars.dropFirst(name.unicodeScalars.count).first?.isDigit ?? false
        }
    }

    private func link(_ text: inout RunText) {
        let lines = RunLines(text.runs)
        text.right = text.runs.indices.map { lines.rightNeighbour(of: $0, in: text.runs) }
        text.left = [Int](repeating: -1, count: text.runs.count)
        for (index, other) in text.right.enumerated() where other >= 0 {
            if text.left[other] < 0 || text.runs[text.left[other]].box.maxX < text.runs[index].box.maxX {
                text.left[other] = index
            }
        }
    }
}

/// Runs by height, to find what stands beside a run without asking all.
private struct RunLines {
    private let step: Double
    /// By step: the runs that reach into it, from left to right.
    private var lines: [[Int32]]

    init(_ runs: [Run]) {
        let sizes = runs.map(\.size).sorted()
        step = max(sizes.isEmpty ? 10 : sizes[sizes.count / 2], 4)
        let bottom = runs.map(\.box.maxY).max() ?? 0
        lines = [[Int32]](repeating: [], count: Int((bottom / step).clamped(to: 0...20_000)) + 1)
        for index in runs.indices.sorted(by: { runs[$0].box.x < runs[$1].box.x }) {
            for line in steps(of: runs[index].box) { lines[line].append(Int32(truncatingIfNeeded: index)) }
        }
    }

    private func steps(of box: Box) -> ClosedRange<Int> {
        let low = Int((box.y / step).clamped(to: 0...Double(lines.count - 1)))
        let high = Int((box.maxY / step).clamped(to: 0...Double(lines.count - 1)))
        return low...max(low, high)
    }

    /// The nearest run on the right that shares a third of the lower one's height, -1 for none.
    func rightNeighbour(of index: Int, in runs: [Run]) -> Int {
        let box = runs[index].box
        let em = runs[index].size
        var best = -1
        for step in steps(of: box) {
            let line = lines[step]
            var low = 0
            var high = line.count
            let from = runs[index].ink.maxX - 0.3 * em
            while low < high {
                let middle = (low + high) / 2
                if runs[Int(line[middle])].box.x < from { low = middle + 1 } else { high = middle }
            }
            while low < line.count {
                let other = Int(line[low])
                let otherBox = runs[other].box
                if best >= 0, otherBox.x >= runs[best].box.x { break }
                let shared = min(box.maxY, otherBox.maxY) - max(box.y, otherBox.y)
                if other != index, shared > 0.33 * min(box.height, otherBox.height) {
                    best = other
                    break
                }
                low += 1
            }
        }
        return best
    }
}
