import ReportModel

/// A sentence of the report, with what its surroundings say about it.
struct ProseSentence: Sendable {
    let text: String
    /// Which of the report's sentences it is.
    let order: Int
    let letters: ProseLetters
    let numbers: [NumberMention]
    /// 1 to 6, 0 where unknown.
    let section: Int
    /// The heading or the beginning of its paragraph speaks of applications for information.
    let isAboutApplications: Bool
    /// Its own words are those of the applications table: 新收17件、上年结转3件; 办结84件，其中予以公开31件.
    let impliesApplications: Bool
    /// What the heading right before is about: （二）依申请公开情况。全年收到86件，答复84件.
    var topic = Topic.none
    /// They speak of 信息公开.
    let isAboutDisclosure: Bool
    /// The sentence before stands in the same paragraph.
    let continues: Bool
    /// No heading of another thing stands between the section's and it.
    let isUnderSection: Bool
    /// It stands in the section's first paragraph.
    let opensSection: Bool
    let places: [Place]

    /// Every sentence of the report that could hold a claim, in order.
    static func all(in report: Report) -> [ProseSentence] {
        var sentences: [ProseSentence] = []
        for section in report.sections {
            let number = number(of: section.heading)
            var heading = ProseLetters(section.heading)
            var isPlain = true
            var topic = Topic.none
            for (place, paragraph) in section.paragraphs.enumerated() {
                let isFirst = place == 0
                let cut = cut(paragraph.text)
                let own = cut.first.flatMap { isNumbered($0) || cut.count > 1 ? Self.topic(of: $0) : nil }
                let bracket = Self.bracketed(paragraph.text).flatMap { Self.topic(of: $0) }
                if let named = own ?? bracket { topic = named } else if isNumbered(paragraph.text) { topic = .none }
                let all = cut.map { ProseLetters($0) }
                let isApplications = begins(all, with: ClaimWords.disclosureApplication, under: heading)
                let isDisclosure = begins(all, with: ClaimWords.informationDisclosure, under: heading)
                for (index, (text, letters)) in zip(cut, all).enumerated() {
                    guard letters.letters.count >= 2, letters.letters.count <= 600 else { continue }
                    let numbers = NumberReader.mentions(in: letters)
                    sentences.append(
                        ProseSentence(
                            text: text, order: sentences.count, letters: letters,
                            numbers: numbers, section: number,
                            isAboutApplications: isApplications,
                            impliesApplications: impliesApplications(letters, counting: counting(numbers, letters)),
                            topic: index > 0 || own == nil ? topic : .none, isAboutDisclosure: isDisclosure,
                            continues: index > 0, isUnderSection: isPlain,
                            opensSection: isFirst, places: paragraph.places))
                }
                // （二）依申请公开情况 on a line of its own.
                if cut.count == 1, all[0].letters.count <= 30,
                    paragraph.text.last.map({ !"。！？；".contains($0) }) ?? false
                {
                    heading = all[0]
                    isPlain = (Self.topic(of: paragraph.text) ?? .none) != .none
                }
            }
        }
        return sentences
    }

    /// Whether the heading says it, or the first sixty letters of the paragraph.
    private static func begins(_ text: [ProseLetters], with words: PhraseList, under heading: ProseLetters) -> Bool {
        if heading.containsAny(words, in: heading.all) { return true }
        var rest = 60
        for part in text where rest > 0 {
            if part.containsAny(words, in: 0..<min(part.letters.count, rest)) { return true }
            rest -= part.letters.count
        }
        return false
    }

    /// Up to the end of the last clause that counts something: what stands behind it tells of no number.
    var counting: Range<Int> { Self.counting(numbers, letters) }

    private static func counting(_ numbers: [NumberMention], _ text: ProseLetters) -> Range<Int> {
        guard let last = numbers.last(where: { $0.unit == .pieces }) else { return text.all }
        return 0..<text.clause(startingAt: last.range.upperBound, to: text.letters.count).upperBound
    }

    private static func impliesApplications(_ text: ProseLetters, counting: Range<Int>) -> Bool {
        func has(_ words: PhraseList) -> Bool { text.containsAny(words, in: text.all) }
        guard !text.containsAny(ClaimWords.notApplications, in: counting), !has(ClaimWords.anyDispute) else {
            return false
        }
        if has(ClaimWords.application), has(ClaimWords.newlyReceived), has(ClaimWords.carried) { return true }
        if has(ClaimWords.application), has(ClaimWords.carried), has(ClaimWords.lastYear), has(ClaimWords.nextYear) {
            return true
        }
        // 新收38件，上年结转2件，办结37件
        if has(ClaimWords.newlyReceived), has(ClaimWords.carried), has(ClaimWords.handled), !has(ClaimWords.notCarried)
        {
            return true
        }
        // 全年申请办结量增至1424件，另有72件结转下年度
        if has(ClaimWords.application), has(ClaimWords.handled), has(ClaimWords.carried),
            has(ClaimWords.nextYear + ClaimWords.lastYear)
        {
            return true
        }
        // 收件17件，承接上年未办结3件，办结18件，未办结2件转入下年
        if has(ClaimWords.received), has(ClaimWords.lastYear), has(ClaimWords.handled), has(ClaimWords.carried),
            has(ClaimWords.pending), !has(ClaimWords.notCarried)
        {
            return true
        }
        if has(ClaimWords.handledOrDealtWith), has(ClaimWords.disclosureResults) { return true }
        // 无法提供的11件申请, 被归入不予处理的答复
        if has(ClaimWords.applicationOrAnswer), has(ClaimWords.refusals) { return true }
        // 无法提供14件，不予处理7件: two of the results.
        let results = [
            ClaimWords.grantedOrNot, ClaimWords.partlyGranted, ClaimWords.notProvided, ClaimWords.notHandled,
        ]
        if results.count(where: has) > 1 { return true }
        if has(ClaimWords.notProvided), has(ClaimWords.whyNotProvided) { return true }
        // 商业企业提出124件，法律服务机构提出41件: who asks is called so nowhere else.
        if has(ClaimWords.application + ClaimWords.formOrganisations),
            ClaimWords.formApplicants.phrases.count(where: { text.contains($0, in: text.all) }) > 1
        {
            return true
        }
        // 申请人情况：自然人14件，商业企业1件
        if has(ClaimWords.whoAsked), has(ClaimWords.applicants.phrases) { return true }
        return has(ClaimWords.isDisclosureApplication)
    }

    enum Topic: Sendable, Hashable {
        case none, applications, documents, disputes
    }

    /// A few words without a number, as a heading has.
    private static func topic(of heading: String) -> Topic? {
        guard heading.utf8.count <= 120 else { return nil }
        let letters = ProseLetters(heading)
        guard letters.letters.count <= 24, NumberReader.mentions(in: letters).allSatisfy({ $0.unit == .other }) else {
            return nil
        }
        guard !letters.containsAny(ClaimWords.officeVerbs, in: letters.all) || letters.letters.count <= 14 else {
            return nil
        }
        if letters.containsAny(ClaimWords.onApplication, in: letters.all) { return .applications }
        if letters.containsAny(ClaimWords.anyDispute, in: letters.all) { return .disputes }
        let isDocuments = letters.containsAny(ClaimWords.normative, in: letters.all)
        return isDocuments && !letters.containsAny(ClaimWords.regulations, in: letters.all) ? .documents : Topic.none
    }

    /// 【依申请公开】全年新收38件
    private static func bracketed(_ text: String) -> String? {
        guard text.unicodeScalars.first == "【", let end = text.unicodeScalars.firstIndex(of: "】") else { return nil }
        return String(text.unicodeScalars[..<end].dropFirst())
    }

    private static func isNumbered(_ text: String) -> Bool {
        let letters = text.unicodeScalars.prefix(4)
        return letters.first.map { "（(一二三四五六七八九十1234567890".unicodeScalars.contains($0) } ?? false
            && letters.dropFirst().contains { "）)、.．".unicodeScalars.contains($0) }
    }

    static func number(of heading: String) -> Int {
        let keys: [(Int, [String])] = [
            (5, ["问题", "改进"]), (6, ["其他需要", "其它需要", "其他事项"]), (4, ["复议", "诉讼"]), (3, ["公开申请", "依申请"]),
            (2, ["主动公开"]), (1, ["总体情况", "概况", "概述"]),
        ]
        return keys.first { key in key.1.contains { heading.contains($0) } }?.0 ?? 0
    }

    /// By scalars: characters would take most of the time of a whole check.
    private static func cut(_ text: String) -> [String] {
        let letters = text.unicodeScalars
        var pieces: [Substring.UnicodeScalarView] = []
        var start = letters.startIndex
        for index in letters.indices where ends(letters[index]) {
            let next = letters.index(after: index)
            guard !goesOn(letters[next...]) else { continue }
            pieces.append(letters[start..<index])
            start = next
        }
        pieces.append(letters[start...])
        return pieces.compactMap { piece in
            let trimmed = piece.drop { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }
            return trimmed.isEmpty ? nil : String(Substring(trimmed))
        }
    }

    private static func ends(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "。", "！", "？", "!", "?", "\n": true
        default: false
        }
    }

    /// 收到多少件申请？答：86件, 86件！这是新收申请的总数: what a number counts stands before the mark or behind it.
    private static func goesOn(_ rest: Substring.UnicodeScalarView) -> Bool {
        let next = rest.prefix(2)
        return next.elementsEqual("这是".unicodeScalars) || next.elementsEqual("答：".unicodeScalars)
            || next.elementsEqual("答:".unicodeScalars)
    }
}

extension ProseLetters {
    private static let clauseEnds: LetterChoice = ["，", "、", "；", "：", "（", "）", "“", "”"]

    /// From behind the last mark of punctuation before `end`.
    func clause(endingAt end: Int, from start: Int) -> Range<Int> {
        var index = end
        while index > start, !Self.clauseEnds.contains(letters[index - 1]) { index -= 1 }
        return index..<end
    }

    /// The same, where marks of a list are none.
    func clauseOfList(endingAt end: Int) -> Range<Int> {
        var index = end
        while index > 0, letters[index - 1] == "、" || !Self.clauseEnds.contains(letters[index - 1]) { index -= 1 }
        return index..<end
    }

    /// Up to the next mark of punctuation.
    func clause(startingAt start: Int, to end: Int) -> Range<Int> {
        var index = start
        while index < end, !Self.clauseEnds.contains(letters[index]) { index += 1 }
        return start..<index
    }

    /// Parts between commas, semicolons and colons; an enumeration (、) stays together.
    var clauses: [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for (index, letter) in letters.enumerated() where letter == "，" || letter == "；" || letter == "：" {
            if index > start { result.append(start..<index) }
            start = index + 1
        }
        if letters.count > start { result.append(start..<letters.count) }
        return result
    }
}
