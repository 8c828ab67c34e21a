import ReportModel

/// Finds page numbers and the heads and feet that repeat from page to page.
struct RunningHeads {
    private let settings: LayoutSettings
    /// How often a text was seen at a height, in the zone of its pages' heads or feet.
    private var seen: [Key: Int] = [:]
    /// How often a text was seen at a place, wherever on its page.
    private var placed: [Spot: Int] = [:]
    private var pages = 0

    private struct Key: Hashable {
        var text: String
        /// One number in the text less the page's own, left out of the text: a page number moves with the pages, another
        /// number stays, as do the number of all pages in 2/3 and those in an address.
        var offset: Int?
        var isFoot: Bool
        /// In steps of the settings' tolerance, so that a neighbour has to be asked too.
        var step: Int
        /// In half points: the office's name above its title is not the same as in its signature.
        var size: Int
    }

    /// A text and where it begins, in steps of four points.
    private struct Spot: Hashable {
        var text: String
        var x: Int
        var y: Int

        init(_ line: TextLine) {
            text = line.text
            x = Int(line.place.box.x / 4)
            y = Int(line.place.box.midY / 4)
        }
    }

    init(_ pages: [PageLayout], _ settings: LayoutSettings) {
        self.settings = settings
        self.pages = pages.count
        for page in pages {
            for block in page.blocks {
                guard case .line(let line) = block else { continue }
                for key in keys(line, page.summary) { seen[key, default: 0] += 1 }
                placed[Spot(line), default: 0] += 1
            }
        }
    }

    /// The page without its heads, feet and page number, and without what stands on its margin on every page.
    func body(of page: PageLayout) -> [PageLayout.Block] {
        var blocks = page.blocks.filter { !isMarginal($0, page) }
        while case .line(let line)? = blocks.last, isRunning(line, page, isFoot: true) || isOnMostPages(line) {
            blocks.removeLast()
        }
        var heads = 0
        while heads < blocks.count, case .line(let line) = blocks[heads],
            isRunning(line, page, isFoot: false) || isOnMostPages(line)
        {
            heads += 1
        }
        blocks.removeFirst(heads)
        if case .table(let table)? = blocks.first, let rest = without(head: table, of: page) {
            blocks[0] = .table(rest)
        }
        return blocks
    }

    /// A table without the running head that stands so close above it that it was taken for its first row; nil where there
    /// is none.
    private func without(head table: PageTable, of page: PageLayout) -> PageTable? {
        guard let part = table.part, let (line, run) = part.loneFirst, !line.text.isValueLike,
            isRunning(line, page, isFoot: false, isCounted: false)
        else { return nil }
        return AlignedTableBuilder(part.without([run])).table()?.table
    }

    /// The numbers of the page's lines, the name of its part: beside the page's tables, and on most pages at that place.
    private func isMarginal(_ block: PageLayout.Block, _ page: PageLayout) -> Bool {
        guard case .line(let line) = block, isOnMostPages(line) else { return false }
        let box = line.place.box
        return page.blocks.allSatisfy { other in
            guard case .table(let table) = other else { return true }
            return box.maxX < table.box.x || box.x > table.box.maxX
        }
    }

    /// Does a text stand at one place on most pages, wherever that is? A letterhead reaches below the zone of the heads.
    private func isOnMostPages(_ line: TextLine) -> Bool {
        let spot = Spot(line)
        var count = 0
        for x in -1...1 {
            for y in -1...1 {
                var near = spot
                (near.x, near.y) = (spot.x + x, spot.y + y)
                count += placed[near] ?? 0
            }
        }
        return count > 2 && count * 3 >= pages * 2
    }

    /// - Parameter isCounted: is it among the lines that were seen?
    private func isRunning(_ line: TextLine, _ page: PageLayout, isFoot: Bool, isCounted: Bool = true) -> Bool {
        let keys = keys(line, page.summary).filter { $0.isFoot == isFoot }
        if !keys.isEmpty, PageNumber.isPageNumber(line.text) { return true }
        return pages > 1
            && keys.contains { key in
                let count = (-1...1).reduce(isCounted ? 0 : 1) { sum, step in
                    var near = key
                    near.step += step
                    return sum + (seen[near] ?? 0)
                }
                return count >= 2 && count * 3 >= pages
            }
    }

    /// What a line in the zone of its page's head or foot may be known by elsewhere: its text, and its text without one of
    /// its numbers.
    private func keys(_ line: TextLine, _ page: PageSummary) -> [Key] {
        let box = line.place.box
        // A page turned on its side has its heads no closer to its edge.
        let zone = max(page.width, page.height) * settings.runningHeadZone
        let isFoot = box.midY > page.height - zone
        guard box.midY < zone || isFoot else { return [] }
        func key(_ text: some Sequence<Unicode.Scalar>, _ offset: Int?) -> Key {
            var kept = String.UnicodeScalarView()
            kept.append(contentsOf: text)
            return Key(
                text: String(kept), offset: offset, isFoot: isFoot, step: Int(box.midY / 4),
                size: Int((line.fontSize * 2).rounded()))
        }
        let scalars = line.text.unicodeScalars.filter { !$0.isBlank }
        let numbered = PageNumber.numbers(in: scalars).suffix(Self.mostNumbers).compactMap { number -> Key? in
            let offset = number.value - page.number
            guard (-20...2000).contains(offset) else { return nil }
            let (before, behind) = (scalars[..<number.range.lowerBound], scalars[number.range.upperBound...])
            return key(before + "0".unicodeScalars + behind, offset)
        }
        return numbered + [key(scalars, nil)]
    }

    /// Of a line, from its end: a whole row of figures is no running head.
    private static let mostNumbers = 8
}

/// The shapes of a page number that stands alone on its line.
enum PageNumber {
    /// `4`, `- 4 -`, `—4—`, `4/9`, `第 4 页`, `第 4 页 共 9 页`, `Page 4 of 9`.
    static func isPageNumber(_ text: String) -> Bool {
        var digits = 0
        var runs = 0
        var inRun = false
        var words = ""
        for scalar in text.unicodeScalars {
            if scalar.isBlank {
                inRun = false
                continue
            }
            if scalar.isDigit {
                digits += 1
                if !inRun { runs += 1 }
                inRun = true
                continue
            }
            inRun = false
            switch scalar {
            case "-", "–", "—", "―", "－", "−", "─", "·", "•", "~", "/", "／", "|", "｜", "(", ")", "（", "）", "[", "]",
                "<", ">", "《", "》", "．", ".", ",", "，", "*":
                continue
            default:
                words.unicodeScalars.append(scalar)
            }
        }
        guard digits > 0, digits <= 8, runs <= 2 else { return runs == 0 && isRoman(words) }
        switch words.lowercased() {
        case "": return runs == 1 ? digits <= 4 : text.unicodeScalars.contains { "/／-|".unicodeScalars.contains($0) }
        case "第页", "第页共页", "页", "共页", "第页/共页", "第頁", "第頁共頁", "page", "pageof", "of", "p", "pg": return true
        default: return false
        }
    }

    /// The numbers in a text, as far as they have six digits.
    static func numbers<Text: BidirectionalCollection>(
        in text: Text
    ) -> [(value: Int, range: Range<Text.Index>)] where Text.Element == Unicode.Scalar {
        var numbers: [(value: Int, range: Range<Text.Index>)] = []
        var isOpen = false
        for index in text.indices {
            let scalar = text[index]
            guard scalar.isDigit else {
                isOpen = false
                continue
            }
            let digit = Int(scalar.value - (scalar.value > 0xFF00 ? 0xFF10 : 0x30))
            let end = text.index(after: index)
            if isOpen, let last = numbers.popLast() {
                numbers.append((min(last.value * 10 + digit, 1_000_000), last.range.lowerBound..<end))
            } else {
                numbers.append((digit, index..<end))
            }
            isOpen = true
        }
        return numbers
    }

    private static func isRoman(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 6 && text.allSatisfy { "ivxl".contains($0) }
    }
}
