import ReportModel

/// Whether a sentence speaks of this office and this year, up to some place in it.
struct ClaimScope: Sendable {
    enum Owner: Sendable, Hashable {
        case ours
        case others
        /// 全区 in the report of the 区's own government: the table may count less.
        case whole
        /// Its 办公室 alone: the table may count more.
        case part

        var extent: Claim.Extent {
            switch self {
            case .whole: .whole
            case .part: .part
            case .ours, .others: .own
            }
        }
    }

    let year: Int?
    let carriedWords: CarriedWords
    private let ours: PhraseList
    private let subjects: OfficeSubject
    private let isTown: Bool
    /// The report of a whole government counts its departments too: 市, 县, 区, 镇, 乡.
    private let area: Unicode.Scalar?

    init(_ report: Report) {
        year = report.year
        ours = report.agency.isEmpty ? ClaimWords.ours : ClaimWords.ours + [Phrase(report.agency)]
        carriedWords = CarriedWords(year: report.year)
        subjects = OfficeSubject(agency: report.agency)
        isTown = ["镇人民政府", "乡人民政府", "街道办事处"].contains { report.agency.hasSuffix($0) }
        area =
            report.agency.hasSuffix("人民政府")
            ? report.agency.unicodeScalars.dropLast(4).last
            : report.agency.hasSuffix("街道办事处") ? "街" : nil
    }

    /// Whose numbers the sentence tells at that place: the office or area that was named last.
    func owner(_ sentence: ProseSentence, upTo end: Int) -> Owner { named(sentence, upTo: end) ?? .ours }

    /// The same; nil where none was named.
    func named(_ sentence: ProseSentence, upTo end: Int) -> Owner? {
        let text = sentence.letters
        let range = 0..<end
        var latest = -1
        var owner = Owner.ours
        func consider(_ index: Int?, _ candidate: Owner) {
            guard let index, index > latest else { return }
            (latest, owner) = (index, candidate)
        }
        consider(lastOfEach(text, range), .others)
        consider(lastOfOtherBodies(text, range), .others)
        if let other = text.last(ofAny: ClaimWords.others, in: range) { consider(other, extent(text.letters, other)) }
        if area != nil, let part = text.last(ofAny: ClaimWords.partsOfGovernment, in: range) {
            // 市政府及市政府办公室: the one and the other.
            consider(part, text.containsAny(ClaimWords.governmentAnd, in: max(0, part - 8)..<part) ? .ours : .part)
        }
        consider(text.last(ofAny: ours, in: range), .ours)
        if sentence.section != 4, let subject = subjects.last(text, upTo: end) {
            consider(subject.index, subject.owner)
        }
        guard latest >= 0 else { return nil }
        // Nobody under a town's government reports for himself.
        if owner == .whole, isTown { return .ours }
        return owner == .others && isWithinWhole(text, latest) ? .whole : owner
    }

    /// 全区各职能部门、镇街 in the report of the 区's government: all of them.
    private func isWithinWhole(_ text: ProseLetters, _ index: Int) -> Bool {
        guard let area else { return false }
        let clause = text.clauseOfList(endingAt: index)
        guard let whole = text.first(Phrase("全\(area)各"), in: clause.lowerBound..<min(index + 3, text.letters.count))
        else { return false }
        return !text.letters[whole..<index].contains { $0.isASCIIDigit }
    }

    /// 各工作部门, 各县级机关: others, however they are called.
    private func lastOfEach(_ text: ProseLetters, _ range: Range<Int>) -> Int? {
        range.reversed().first { index in
            guard text.letters[index] == "各", index + 1 < range.upperBound, text.letters[index + 1] != "级",
                index == 0 || !ClaimWords.links.contains(text.letters[index - 1])
            else { return false }
            return (index + 1..<min(index + 6, range.upperBound)).contains {
                ClaimWords.bodies.contains(in: text.letters, at: $0)
            }
        }
    }

    /// 系统内其他单位
    private func lastOfOtherBodies(_ text: ProseLetters, _ range: Range<Int>) -> Int? {
        guard let index = text.last(ofAny: ClaimWords.otherBodies, in: range), index + 2 < range.upperBound,
            ClaimWords.bodies.contains(in: text.letters, at: index + 2)
        else { return nil }
        return index
    }

    /// 全县 and 各级 in the report of the county's government are what it answers for.
    private func extent(_ letters: [Unicode.Scalar], _ index: Int) -> Owner {
        guard let area, index + 1 < letters.count else { return .others }
        let isOwn = letters[index] == "全" ? letters[index + 1] == area || letters[index + 1] == "域" : false
        // 市本级及各县: the one and the others are all of them.
        if letters[index] == "各", index > 0, ClaimWords.links.contains(letters[index - 1]),
            (max(0, index - 7)..<index).contains(where: { ClaimWords.itself.contains(in: letters, at: $0) })
        {
            return .whole
        }
        return isOwn || (letters[index] == "各" && letters[index + 1] == "级") ? .whole : .others
    }

    func isThisYear(_ text: ProseLetters, upTo end: Int) -> Bool {
        let range = 0..<end
        let clause = text.clause(endingAt: end, from: 0)
        if text.containsAny(ClaimWords.wishes, in: range) || text.containsAny(ClaimWords.plans, in: clause) {
            return false
        }
        var latest = -1
        var isOther = false
        for (index, mentioned) in years(in: text, upTo: end) where index > latest {
            latest = index
            isOther = year.map { $0 != mentioned } ?? false
        }
        if let index = text.last(ofAny: ClaimWords.thisPeriod, in: range), index > latest {
            (latest, isOther) = (index, false)
        }
        if PartOfYear.isTold(text, upTo: end) { return false }
        if let index = text.last(ofAny: ClaimWords.otherTimes, in: range), index > latest {
            let own = text.last(ofAny: ClaimWords.thisTime, in: range)
            // 今年以来 ends with 以来.
            let isForm =
                Self.now.matches(text.letters, at: index) && text.containsAny(ClaimWords.inForce, in: index..<end)
            if !isForm, own.map({ $0 + 5 < index }) ?? true { return false }
        }
        // 历年累计对外公开57件 is the form's own column.
        if let index = text.last(ofAny: ClaimWords.formerTimes, in: clause), index > latest,
            !text.containsAny(ClaimWords.sinceEver, in: index..<min(index + 8, end))
        {
            return false
        }
        // 同比增长8.2%；其中自然人1120件: a share or an average is one number and no more.
        if let index = text.last(ofAny: ClaimWords.comparedOnce, in: range),
            !text.letters[index..<end].contains(where: \.isASCIIDigit)
        {
            return false
        }
        if let index = text.last(ofAny: ClaimWords.lastYearAlone, in: range), index > latest {
            // 较上年增加5件；办结37件: a comparison is over with its clause.
            let isOver = isComparison(text, at: index) && text.clause(startingAt: index, to: end).upperBound < end
            // 2022年收到75件，上年结转4件: whose last year that is, the year before tells.
            let isCarried = text.containsAny(
                ClaimWords.carriedOrPending, in: max(0, index - 4)..<min(index + 8, end))
            if text.containsAny(ClaimWords.thisYear, in: index..<end) {
                isOther = false
            } else if !isOver && !isCarried {
                isOther = true
            }
        }
        return !isOther
    }

    /// Four digits before 年, with the place of the first.
    private func years(in text: ProseLetters, upTo end: Int) -> [(index: Int, year: Int)] {
        var result: [(Int, Int)] = []
        var index = 0
        while index + 4 < end {
            if text.letters[index + 4] == "年", text.letters[index..<index + 4].allSatisfy(\.isASCIIDigit),
                index == 0 || !text.letters[index - 1].isASCIIDigit
            {
                let value = text.letters[index..<index + 4].reduce(0) { $0 * 10 + Int($1.value - 48) }
                // 2022年结转 is about last year's rest, which is this year's figure.
                let after = index + 5..<min(index + 9, text.letters.count)
                // 对2018年以前制定的文件进行清理
                let isBefore = text.containsAny(ClaimWords.before, in: index + 5..<min(index + 8, text.letters.count))
                // 2023年收到、结转至2024年办理: which is this year's again.
                if value == year, isCarriedInto(text, at: index) { result.append((index, value)) }
                // 加上2022年转办的7件
                let isBeside = ClaimWords.besides.ends(in: text.letters, at: index)
                // 较2022年的75件有所上升
                let isCompared = isComparison(text, at: index) && !isOwnComparison(text, index..<end)
                if !isBefore && !isBeside && !text.containsAny(ClaimWords.carriedOrPending, in: after)
                    && !isCompared
                {
                    result.append((index, value))
                }
                index += 5
            } else {
                index += 1
            }
        }
        return result
    }

    private func isCarriedInto(_ text: ProseLetters, at index: Int) -> Bool {
        ["转到", "转至", "转入"].contains { Phrase($0).matches(text.letters, at: index - 2) }
    }

    /// 较2022年, 比2022年: what follows is this year's again.
    private func isComparison(_ text: ProseLetters, at index: Int) -> Bool {
        guard index > 0 else { return false }
        // 结转到2025年
        if index > 1, text.letters[index - 1] == "到", text.letters[index - 2] == "转" { return true }
        // 截至2024年底
        if index > 1, text.letters[index - 1] == "至", text.letters[index - 2] == "截" { return false }
        return ["较", "比", "与", "转", "自", "至"].contains(text.letters[index - 1])
    }

    /// The number is the one of the year that this one is compared with.
    private func isOwnComparison(_ text: ProseLetters, _ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && Self.compared.contains(text.letters[range.lowerBound - 1])
            && text.clause(startingAt: range.lowerBound, to: range.upperBound).upperBound == range.upperBound
            && !text.containsAny(ClaimWords.comparisons, in: range)
            && !text.containsAny(ClaimWords.shortComparisons, in: range) && !text.contains("相比", in: range)
    }

    /// 截至目前，现行有效41件: as the form asks.
    private static let now: Phrase = "截至目前"
    private static let compared: LetterChoice = ["较", "比", "与"]

    /// 由79件增加到86件: what it was before.
    static func isFormer(_ text: ProseLetters, behind end: Int) -> Bool {
        guard let word = ClaimWords.comparisons.phrase(in: text.letters, at: end),
            case let next = end + word.letters.count, next < text.letters.count
        else { return false }
        return ["至", "到", "为"].contains(text.letters[next])
    }

    /// 增加12件, 减少了16件: a difference, unless it says 增加到.
    static func isDifference(_ text: ProseLetters, before number: Int, from start: Int) -> Bool {
        // 公开率持续提升；部分公开165件: a comparison is over with its clause.
        let start = text.clause(endingAt: number, from: start).lowerBound
        let near = max(start, number - 7)..<number
        let close = max(start, number - 2)..<number
        let long = text.last(ofAny: ClaimWords.comparisons, in: near)
        let short = text.last(ofAny: ClaimWords.shortComparisons, in: close)
        guard let index = [long, short].compactMap({ $0 }).max() else { return false }
        if index > 0, text.letters[index - 1] == "新" { return false }
        return !text.containsAny(ClaimWords.comparisonEnds, in: index..<number)
    }
}
