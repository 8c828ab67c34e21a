import ReportModel

/// The words and numbers of a sentence, clause by clause.
extension ClauseReader {
    mutating func clauses() -> [Clause] {
        // 部分公开3件, 属于案卷信息不予公开5件, wherever it stands.
        let isOfResults = sentence.section == 1 && text.containsAny(ClaimWords.disclosureResults, in: text.all)
        let lexicon = ClauseLexicon.of(section: isOfResults ? 3 : sentence.section)
        var clauses: [Clause] = []
        var clause = Clause(range: 0..<0)
        var index = 0
        var next = 0
        while index < text.letters.count {
            while next < sentence.numbers.count, sentence.numbers[next].range.lowerBound < index { next += 1 }
            if next < sentence.numbers.count, sentence.numbers[next].range.lowerBound == index {
                index = take(number: next, &clause)
            } else if let (phrase, word) = lexicon.word(in: text.letters, at: index) {
                index = take(word, phrase, index..<index + phrase.letters.count, &clause)
            } else {
                let letter = text.letters[index]
                if Self.marks.contains(letter) {
                    clause.range = clause.range.lowerBound..<index
                    clauses.append(clause)
                    clause = Clause(range: index + 1..<index + 1)
                } else if Self.links.contains(letter) {
                    clause.elements.append(.link(index))
                }
                index += 1
            }
        }
        clause.range = clause.range.lowerBound..<text.letters.count
        clauses.append(clause)
        return clauses
    }

    /// Where the number ends, with the sign of a year.
    private mutating func take(number: Int, _ clause: inout Clause) -> Int {
        let mention = sentence.numbers[number]
        let range = mention.range
        covered[range.lowerBound] = range.upperBound
        if let word = year(mention) {
            clause.elements.append(.word(word, range.lowerBound..<range.upperBound + 1))
            return range.upperBound + 1
        }
        if isBare(mention, behind: clause) { bare.insert(number) }
        if counted(number) != nil {
            clause.elements.append(.number(number))
        } else if Self.days.contains(text.letters[range.upperBound - 1]), range.upperBound < text.letters.count,
            Self.within.contains(text.letters[range.upperBound]) || text.letters[range.upperBound] == "后"
        {
            clause.elements.append(.word(.limit, range))
        }
        return range.upperBound
    }

    /// Where the word ends.
    private mutating func take(
        _ word: ClauseWord, _ phrase: Phrase, _ range: Range<Int>, _ clause: inout Clause
    ) -> Int {
        let end = range.upperBound
        // 纠错率, 办结率: a share.
        if end < text.letters.count, text.letters[end] == "率" { return end + 1 }
        // 公开发布: a name that means much else stands alone before its number or its own clause.
        let isShort = range.count == 1 || word == .documentColumn(["published"]) && range.count == 2
        if isShort, word.isNaming, !standsAlone(range, behind: clause) { return end }
        // 各级各部门, but 各1件; 统计, but 计102件.
        let isNoEach =
            (phrase.letters == ["各"] || phrase.letters == ["计"])
            && !sentence.numbers.contains { (0...2).contains($0.range.lowerBound - end) }
        if isNoEach { return end }
        // 规章以外的会议纪要, 行政执法案卷条款, 信息公开申请系统
        let isLeftOut = (word.isThing || word.isReason) && Self.besides.contains(in: text.letters, at: end)
        if ![.limit, .about, .otherThing].contains(word) { covered[range.lowerBound] = end }
        let isSome = isOfKind(word, range.lowerBound)
        clause.elements.append(.word(isLeftOut ? .otherThing : isSome ? .limit : word, range))
        return end
    }

    private func standsAlone(_ range: Range<Int>, behind clause: Clause) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        let isBehindWord = clause.elements.last.map { element in
            switch element {
            case .word(_, let before): before.upperBound == start
            case .link(let link): link + 1 == start
            case .number: false
            }
        }
        return (isBehindWord ?? (start == clause.range.lowerBound))
            && (end == text.letters.count || text.letters[end].isASCIIDigit || Self.marks.contains(text.letters[end]))
    }

    /// 大企业, 民营企业: some of those that the table counts.
    private func isOfKind(_ word: ClauseWord, _ index: Int) -> Bool {
        guard case .applicant = word else { return false }
        return Self.kindsOfApplicants.ends(in: text.letters, at: index)
    }

    private static let kindsOfApplicants: PhraseList = [
        "大", "小", "型", "民营", "国有", "私营", "外资", "合资", "外地", "本地", "科技", "上市",
    ]

    func counted(_ index: Int) -> NumberMention? {
        var mention = sentence.numbers[index]
        let end = mention.range.upperBound
        // 分别为0、1、3件: the unit stands behind the last.
        if mention.unit == .other, index + 1 < sentence.numbers.count, end < text.letters.count,
            Self.links.contains(text.letters[end]), sentence.numbers[index + 1].range.lowerBound == end + 1,
            text.containsAny(ClaimWords.respectively, in: 0..<end), counted(index + 1) != nil
        {
            mention.unit = .pieces
        }
        if bare.contains(index) { mention.unit = .pieces }
        return reader.counted(mention, in: text)
    }

    func isBare(_ mention: NumberMention, behind clause: Clause) -> Bool {
        guard mention.unit == .other, text.letters[mention.range.upperBound - 1].isASCIIDigit,
            case .word(let word, let range) = clause.elements.last, word.isNaming,
            range.upperBound == mention.range.lowerBound
        else { return false }
        let end = mention.range.upperBound
        return end == text.letters.count || Self.marks.contains(text.letters[end]) || text.letters[end] == "、"
    }

    func year(_ mention: NumberMention) -> ClauseWord? {
        let end = mention.range.upperBound
        guard end < text.letters.count, text.letters[end] == "年", let value = mention.value.count, value > 1900,
            value < 2200
        else { return nil }
        // 2018年以前制定的文件
        if ClaimWords.before.contains(in: text.letters, at: end + 1) { return .plain }
        guard let own = reader.scope.year else { return .otherTime }
        switch value - own {
        case 0: return .thisYear
        case -1: return .lastYear
        case 1: return .nextYear
        default: return .otherTime
        }
    }

    static let days: LetterChoice = ["日", "天", "时"]
    static let marks: LetterChoice = ["，", "；", "：", "（", "）", "。"]
    static let links: LetterChoice = ["、", "和", "及", "与", "或", "并"]

    private static let besides: PhraseList = [
        "以外", "之外", "条款", "系统", "指南", "专栏", "台账", "制度", "办法", "流程", "基准", "评查", "意见书", "建议书", "卷宗",
    ]
    static let within: LetterChoice = ["中", "里", "内", "的", "面"]
}
