import ReportModel

/// Finds page numbers and the heads and feet that repeat from page to page.
struct RunningHeads {
    private let settings: LayoutSettings
    /// How often a text was seen at a height, in the zone of its pages' heads or feet.
    private var seen: [Key: Int] = [:]
    private var pages = 0

    private struct Key: Hashable {
        var text: String
        /// The last number in the text less the page's own, where it has one: a page number moves with the pages,
        /// another number stays.
        var offset: Int?
        var isFoot: Bool
        /// In steps of the settings' tolerance, so that a neighbour has to be asked too.
        var step: Int
        /// In half points: the office's name above its title is not the same as in its signature.
        var size: Int
    }

    init(_ pages: [PageLayout], _ settings: LayoutSettings) {
        self.settings = settings
        self.pages = pages.count
        for page in pages {
            for block in page.blocks {
                guard case .line(let line) = block, let key = key(line, page.summary) else { continue }
                seen[key, default: 0] += 1
            }
        }
    }

    /// The page without its heads, feet and page number.
    func body(of page: PageLayout) -> [PageLayout.Block] {
        var blocks = page.blocks
        while case .line(let line)? = blocks.last, isRunning(line, page, isFoot: true) { blocks.removeLast() }
        var heads = 0
        while heads < blocks.count, case .line(let line) = blocks[heads], isRunning(line, page, isFoot: false) {
            heads += 1
        }
        blocks.removeFirst(heads)
        return blocks
    }

    private func isRunning(_ line: TextLine, _ page: PageLayout, isFoot: Bool) -> Bool {
        guard let key = key(line, page.summary), key.isFoot == isFoot else { return false }
        if PageNumber.isPageNumber(line.text) { return true }
        guard pages > 1 else { return false }
        let count = (-1...1).reduce(0) { sum, step in
            var near = key
            near.step += step
            return sum + (seen[near] ?? 0)
        }
        return count >= 2 && count * 3 >= pages
    }

    private func key(_ line: TextLine, _ page: PageSummary) -> Key? {
        let box = line.place.box
        // A page turned on its side has its heads no closer to its edge.
        let zone = max(page.width, page.height) * settings.runningHeadZone
        let isHead = box.midY < zone
        let isFoot = box.midY > page.height - zone
        guard isHead || isFoot else { return nil }
        let number = PageNumber.last(in: line.text)
        let offset = number.map { $0 - page.number }
        // The number itself is left out only where it can be the page's.
        let isPage = offset.map { (-20...2000).contains($0) && line.text.unicodeScalars.count < 60 } ?? false
        var text = String.UnicodeScalarView()
        for scalar in line.text.unicodeScalars where !scalar.isBlank && !(isPage && scalar.isDigit) {
            text.append(scalar)
        }
        return Key(
            text: String(text), offset: isPage ? offset : nil, isFoot: isFoot, step: Int(box.midY / 4),
            size: Int((line.fontSize * 2).rounded()))
    }
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

    /// The last number that stands in a text, up to six digits.
    static func last(in text: String) -> Int? {
        var number: Int?
        var isOpen = false
        for scalar in text.unicodeScalars {
            guard scalar.isDigit else {
                isOpen = false
                continue
            }
            let digit = Int(scalar.value - (scalar.value > 0xFF00 ? 0xFF10 : 0x30))
            number = isOpen ? min((number ?? 0) * 10 + digit, 1_000_000) : digit
            isOpen = true
        }
        return number
    }

    private static func isRoman(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 6 && text.allSatisfy { "ivxl".contains($0) }
    }
}
