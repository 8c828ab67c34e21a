import ReportModel

/// Whether a sentence speaks of this office and this year, up to some place in it.
struct ClaimScope: Sendable {
    enum Owner: Sendable, Hashable {
        case ours
        case others
        /// 全区 in the report of the 区's own government, or its 办公室 alone: the table may count more or less.
        case unclear
    }

    let year: Int?
    private let names: [Phrase]
    /// The report of a whole government counts its departments too.
    private let isGovernment: Bool

    init(_ report: Report) {
        year = report.year
        names = report.agency.isEmpty ? [] : [Phrase(report.agency)]
        isGovernment = report.agency.hasSuffix("人民政府")
    }

    func owner(_ text: ProseLetters, upTo end: Int) -> Owner {
        let range = 0..<end
        if isGovernment, text.containsAny(ClaimWords.partsOfGovernment, in: range) { return .unclear }
        guard let other = text.last(ofAny: ClaimWords.others, in: range) else { return .ours }
        // 全区共收到……，其中我局收到……: the nearer one speaks.
        if let own = text.last(ofAny: ClaimWords.ours + names, in: range), own > other { return .ours }
        return isGovernment && text.letters[other] == "全" ? .unclear : .others
    }

    func isThisYear(_ text: ProseLetters, upTo end: Int) -> Bool {
        let range = 0..<end
        if text.containsAny(ClaimWords.wishes, in: range) { return false }
        var latest = -1
        var isOther = false
        for (index, mentioned) in years(in: text, upTo: end) where index > latest {
            latest = index
            isOther = year.map { $0 != mentioned } ?? false
        }
        if let index = text.last(ofAny: ClaimWords.otherTimes, in: range), index > latest {
            let own = text.last(ofAny: ClaimWords.thisTime, in: range)
            // 今年以来 ends with 以来.
            if own.map({ $0 + 5 < index }) ?? true { return false }
        }
        if let index = text.last(ofAny: ClaimWords.lastYearAlone, in: range), index > latest {
            isOther =
                !text.containsAny(ClaimWords.carried, in: index..<min(index + 8, end))
                && !text.containsAny(ClaimWords.thisYear, in: index..<end)
        }
        return !isOther
    }

    /// Four digits before 年, with the place of the first.
    private func years(in text: ProseLetters, upTo end: Int) -> [(index: Int, year: Int)] {
        var result: [(Int, Int)] = []
        var index = 0
        while index + 4 < end {
            let digits = text.letters[index..<index + 4]
            if text.letters[index + 4] == "年", digits.allSatisfy(\.isASCIIDigit),
                index == 0 || !text.letters[index - 1].isASCIIDigit
            {
                let value = digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
                // 2022年结转 is about last year's rest, which is this year's figure.
                let after = index + 5..<min(index + 9, text.letters.count)
                if !text.containsAny(ClaimWords.carried, in: after) && !isComparison(text, at: index) {
                    result.append((index, value))
                }
                index += 5
            } else {
                index += 1
            }
        }
        return result
    }

    /// 较2022年, 比2022年: what follows is this year's again.
    private func isComparison(_ text: ProseLetters, at index: Int) -> Bool {
        index > 0 && ["较", "比", "与", "转", "自", "至"].contains(text.letters[index - 1])
    }

    /// 增加12件, 减少了16件: a difference, unless it says 增加到.
    static func isDifference(_ text: ProseLetters, before number: Int, from start: Int) -> Bool {
        let near = max(start, number - 7)..<number
        let close = max(start, number - 2)..<number
        let long = text.last(ofAny: ClaimWords.comparisons, in: near)
        let short = text.last(ofAny: ClaimWords.shortComparisons, in: close)
        guard let index = [long, short].compactMap({ $0 }).max() else { return false }
        if index > 0, text.letters[index - 1] == "新" { return false }
        return !text.containsAny(ClaimWords.comparisonEnds, in: index..<number)
    }
}
