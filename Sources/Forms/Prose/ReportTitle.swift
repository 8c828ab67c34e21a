/// The title of a report taken apart: 洪泽区人民政府 · 2024年 · 政府信息公开工作年度报告.
struct ReportTitle {
    var text: String
    var agency: String
    var year: Int?

    /// Nil where the text is no such title.
    init?(_ printed: Letters) {
        var text = printed
        if text.starts(with: Self.attachment), let colon = text.firstIndex(of: 0x3A), colon < 8 {
            text.removeSubrange(...colon)
        }
        guard text.count <= 90, !text.contains(where: Self.sentence.contains),
            !Self.announcing.contains(where: text.contains), let position = text.lastPosition(of: Self.subject)
        else { return nil }
        var tail = Array(text[(position + Self.subject.count)...])
        let tailYear = Self.takeYears(from: &tail)
        guard Self.isReport(tail) else { return nil }
        var head = Array(text[..<position])
        // 人民政府信息公开: the word belongs to both.
        if head.ends(with: Self.government), !head.ends(with: Self.peoplesGovernment) || head.ends(with: Self.doubled) {
            head.removeLast(Self.government.count)
        }
        let headYear = Self.takeYears(from: &head)
        let agency = Self.agency(head)
        // What is left of another title, beside or above this one, is no office.
        if agency.contains(Self.subject), !Self.offices.contains(where: agency.ends) { return nil }
        if agency.contains(Self.report) { return nil }
        self.agency = agency.text
        year = headYear ?? tailYear
        self.text = text.text
    }

    /// What is left of a title's head is an office's name but for these words around it.
    private static func agency(_ head: Letters) -> Letters {
        var head = head
        // The way to a page, as its site shows it: 首页 > 政务公开 > 青榆市教育局.
        if let cut = head.lastIndex(where: path.contains) { head.removeSubrange(...cut) }
        // A page's number that ran together with the title: 第5页青榆市教育局.
        if head.first == page.first, let end = head.firstIndex(of: page[1]),
            head[1..<end].allSatisfy({ (0x30...0x39).contains($0) })
        {
            head.removeSubrange(...end)
        }
        // 青榆市教育局关于青榆市教育局: a title that is there twice, and its first line only once more.
        if let cut = head.firstPosition(of: regarding), cut > 0, TitleFinder.officeEndings.contains(head[cut - 1]) {
            head.removeSubrange(cut...)
        }
        var changed = true
        while changed {
            changed = false
            for word in wordsAround {
                if head.starts(with: word) {
                    head.removeFirst(word.count)
                    changed = true
                }
                if head.ends(with: word) {
                    head.removeLast(word.count)
                    changed = true
                }
            }
            // Signs, and what a markup language calls its lines.
            while let first = head.first, first < 0x7F || LabelText([first].text).isEmpty {
                head.removeFirst()
                changed = true
            }
            while let last = head.last, (0x30...0x39).contains(last) || LabelText([last].text).isEmpty, last != 0x29 {
                head.removeLast()
                changed = true
            }
        }
        // A title that is there twice on one line.
        let half = head.count / 2
        return half >= 3 && head[..<half] == head[(head.count - half)...] && head.count == 2 * half
            ? Array(head[..<half]) : head
    }

    private static func takeYears(from text: inout Letters) -> Int? {
        var found: Int?
        var position = 0
        while position < text.count {
            if let year = ReportYear(in: text, at: position) {
                if found == nil { found = year.value }
                text.removeSubrange(year.range)
            } else {
                position += 1
            }
        }
        return found
    }

    /// What may follow 信息公开 in a title, and must: 工作年度报告, 年报, 年度工作情况的报告.
    private static func isReport(_ tail: Letters) -> Bool {
        var position = 0
        var isReport = false
        while position < tail.count {
            if tail[position] == 0x28 || tail[position] == 0x300A {
                guard let end = tail[position...].firstIndex(where: { $0 == 0x29 || $0 == 0x300B }) else {
                    return false
                }
                position = end + 1
                continue
            }
            guard let word = tailWords.first(where: { tail.starts(with: $0, at: position) }) else {
                // A speck on a picture, or a stroke below the line: 年度报告上.
                return isReport && position == tail.count - 1 && (0x4E00...0x9FFF).contains(tail[position])
            }
            if reports.contains(word) { isReport = true }
            position += word.count
        }
        return isReport
    }

    static let subject = Letters(letters: "信息公开")
    private static let government = Letters(letters: "政府")
    private static let peoplesGovernment = Letters(letters: "人民政府")
    private static let doubled = Letters(letters: "政府政府")
    private static let attachment = Letters(letters: "附件")
    private static let sentence = Set("，,。；;！？!?".unicodeScalars.map(\.value))
    private static let announcing = ["根据", "本报告", "按照", "现公布", "现将", "如下", "编制"].map(Letters.init(letters:))
    private static let reports = Set(["报告", "年报", "报告书"].map(Letters.init(letters:)))
    private static let tailWords = [
        "报告书", "报告", "年报", "工作", "年度", "情况", "总结", "的", "年", "度", "》", "、", "-", "—", "\"", "”",
    ].map(Letters.init(letters:))
    private static let report = Letters(letters: "报告")
    private static let path = Set(">»›:|".unicodeScalars.map(\.value))
    private static let page = Letters(letters: "第页")
    private static let regarding = Letters(letters: "关于")
    /// Offices for 信息公开 have it in their names.
    private static let offices = ["办公室", "领导小组", "处", "科", "中心"].map(Letters.init(letters:))
    private static let wordsAround = ["关于", "印发", "公布", "发布", "的", "年度", "年"].map(Letters.init(letters:))
}
