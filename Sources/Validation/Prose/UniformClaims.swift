/// Reads what a sentence says of all that it has just counted: 4件申请全部由自然人提出, 共办结4件，均予以公开.
struct UniformClaims {
    let text: ProseLetters

    func claims(after claim: Claim, in right: Range<Int>, _ state: ClaimReader.State) -> [Claim] {
        let near = right.lowerBound..<min(right.upperBound, right.lowerBound + 24)
        guard
            let word = Self.all.phrases.compactMap({ word in text.first(word, in: near).map { $0 + word.letters.count }
            })
            .min(),
            !endsWithNumber(text.clause(startingAt: word, to: right.upperBound), right),
            let kind = kind(at: behindFillers(word), of: claim.kind)
        else { return [] }
        var result = claim
        result.kind = kind
        if case .result = kind { result.part = claim.kind == .handled ? .whole : state.part }
        return [result]
    }

    /// 其中判决维持3件 tells of three.
    private func endsWithNumber(_ clause: Range<Int>, _ right: Range<Int>) -> Bool {
        clause.upperBound == right.upperBound && right.upperBound < text.letters.count
            && !["，", "；", "、", "）", "："].contains(text.letters[right.upperBound])
    }

    private static let all: PhraseList = ["全部", "均", "都", "皆", "复议结果", "审理结果", "结果", "目前", "判决", "经审理", "经审查"]
    private static let fillers: PhraseList = [
        "依法", "依规", "予以", "结果", "认定", "法院", "作出", "属于", "来自", "申请人", "被", "由", "为", "系", "是", "属", "按", "已", "作", "以",
        "的",
    ]

    private func behindFillers(_ start: Int) -> Int {
        var index = start
        for _ in 0..<4 {
            guard let word = Self.fillers.phrase(in: text.letters, at: index) else { break }
            index += word.letters.count
        }
        return index
    }

    private func kind(at index: Int, of base: ClaimKind) -> ClaimKind? {
        func first(_ words: PhraseTable) -> String? { words.id(in: text.letters, at: index) }
        switch base {
        case .new, .received:
            if let applicant = first(ClaimWords.allApplicants) {
                return base == .new ? .newApplicant(applicant) : .applicant(applicant)
            }
            return first(ClaimWords.results).map { .result($0) }
        case .handled: return first(ClaimWords.results).map { .result($0) }
        case .dispute(let group, "total") where group != .all:
            guard let column = first(ClaimWords.disputeResults), column != "upheld?" else { return nil }
            return .dispute(group, column: column)
        default: return nil
        }
    }
}
