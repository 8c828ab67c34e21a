/// Reads what a sentence says of all that it has just counted: 4件申请全部由自然人提出, 共办结4件，均予以公开.
struct UniformClaims {
    let text: ProseLetters

    func claims(after claim: Claim, in right: Range<Int>, _ state: ClaimReader.State) -> [Claim] {
        let near = right.lowerBound..<min(right.upperBound, right.lowerBound + 24)
        let marked = Self.all.phrases
            .compactMap { word in text.first(word, in: near).map { ($0, $0 + word.letters.count) } }
            .filter { !Self.denied.contains(text.letters[$0.0 - 1]) }.map(\.1).min()
        var kinds: [ClaimKind] = []
        for start in [behindNumber(right), behindAside(right), marked].compactMap({ $0 })
        where !endsWithNumber(text.clause(startingAt: start, to: right.upperBound), right) {
            if let kind = kind(behind: start, of: kinds.last ?? claim.kind), !kinds.contains(kind) {
                kinds.append(kind)
            }
        }
        return kinds.map { kind in
            var result = claim
            result.kind = kind
            if case .result = kind { result.part = claim.kind == .handled ? .whole : state.part }
            return result
        }
    }

    /// 行政复议1件，为结果维持
    private func behindNumber(_ right: Range<Int>) -> Int? {
        let start = right.lowerBound + 1
        guard start < right.upperBound else { return nil }
        // 行政诉讼1件（未经复议直接起诉）
        if text.letters[right.lowerBound] == "（" { return start }
        guard text.letters[right.lowerBound] == "，" else { return nil }
        if let word = Self.being.phrase(in: text.letters, at: start) { return start + word.letters.count }
        // 复议后起诉1件，尚未审结; but not 维持、纠正…
        guard let result = ClaimWords.disputeResults.phrases.phrase(in: text.letters, at: start) else { return nil }
        let end = start + result.letters.count
        return end == text.letters.count || ["，", "；", "）"].contains(text.letters[end]) ? start : nil
    }

    /// 行政诉讼1件（未经复议直接起诉），尚未审结
    private func behindAside(_ right: Range<Int>) -> Int? {
        guard right.count > 3, text.letters[right.lowerBound] == "（", let end = text.first("），", in: right) else {
            return nil
        }
        return behindNumber(end + 1..<right.upperBound)
    }

    private static let being: PhraseList = ["为", "系", "属于", "属", "截至年底", "截至目前", "至年底", "目前"]

    /// 其中判决维持3件 tells of three.
    private func endsWithNumber(_ clause: Range<Int>, _ right: Range<Int>) -> Bool {
        clause.upperBound == right.upperBound && right.upperBound < text.letters.count
            && !["，", "；", "、", "）", "："].contains(text.letters[right.upperBound])
    }

    /// 没有被纠正的
    private static let denied: LetterChoice = ["有", "未", "没", "无", "不"]

    private static let all: PhraseList = [
        "全部", "均", "都", "审结并", "审结，", "被", "皆", "复议结果", "审理结果", "结果", "目前", "法院", "判决", "经审理", "经审查",
    ]
    private static let fillers: PhraseList = [
        "依法", "依规", "予以", "结果", "认定", "法院", "作出", "属于", "来自", "申请人", "被", "由", "为", "系", "是", "属", "按", "已", "作", "以",
        "的", "获得", "获", "得到", "本机关", "因", "结果", "由", "责令", "复议机关", "复议", "一审", "法院", "判决", "决定", "裁决", "均", "提出",
    ]

    /// Words that say nothing of their own may stand between: 均依法予以公开.
    private func kind(behind start: Int, of base: ClaimKind) -> ClaimKind? {
        var index = start
        for _ in 0..<5 {
            if let kind = kind(at: index, of: base) { return kind }
            guard let word = Self.fillers.phrase(in: text.letters, at: index) else { break }
            index += word.letters.count
        }
        return nil
    }

    /// One of them: 均为本机关不掌握或需另行制作 are two.
    private func result(at index: Int) -> String? {
        let clause = text.clause(startingAt: index, to: text.letters.count)
        let isOfSeveral =
            text.letters[clause].contains { Self.links.contains($0) }
            || (clause.upperBound < text.letters.count && text.letters[clause.upperBound] == "、")
        return isOfSeveral ? nil : ClaimWords.results.id(in: text.letters, at: index)
    }

    private static let links: LetterChoice = ["或", "和", "及", "与"]

    private func kind(at index: Int, of base: ClaimKind) -> ClaimKind? {
        func first(_ words: PhraseTable) -> String? { words.id(in: text.letters, at: index) }
        switch base {
        case .new, .received, .receivedAndDealtWith, .dealtWith:
            if let applicant = first(ClaimWords.allApplicants) {
                return base == .new ? .newApplicant(applicant) : .applicant(applicant)
            }
            return result(at: index).map { .result($0) }
        case .handled: return result(at: index).map { .result($0) }
        case .result(let rows, ["total"]) where rows.count == 1:
            // 其他处理2件，均为逾期不补正
            return result(at: index).flatMap { row in
                rows.contains { row.hasPrefix($0 + ".") } ? .result(row) : nil
            }
        case .dispute(.litigation, "total") where ClaimWords.direct.contains(in: text.letters, at: index):
            return .dispute(.direct, column: "total")
        case .dispute(.litigation, "total") where ClaimWords.afterReconsideration.contains(in: text.letters, at: index):
            return .dispute(.afterReconsideration, column: "total")
        case .dispute(let group, "total") where group != .all:
            guard let column = first(ClaimWords.disputeResults), column != "upheld?" else { return nil }
            return .dispute(group, column: column)
        default: return nil
        }
    }
}
