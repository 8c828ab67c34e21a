/// No applications at all, or none of a kind.
extension ZeroClaims {
    func applications(_ text: ProseLetters, _ tail: Range<Int>, _ sentence: ProseSentence) -> [ClaimKind] {
        if let denied = denied(text, tail, sentence) { return denied }
        let isUnder = sentence.section == 3 || sentence.topic == .applications
        let words = isUnder ? Self.anyApplication : ClaimWords.disclosureApplication
        guard let end = text.last(ofAny: words, in: tail) else { return [] }
        let isAtOnce =
            words.contains(in: text.letters, at: tail.lowerBound) || begins(text, tail, with: Self.whatIsReceived)
        guard begins(text, tail, with: Self.receiving) || isAtOnce || isPlain(text, tail) else { return [] }
        // 未收到有关依申请公开内容 denies all of them.
        let isAboutAny = text.containsAny(Self.ofAnyKind, in: tail)
        guard !text.containsAny(isAboutAny ? Self.onlySomeOfAny : Self.onlySomeApplications, in: tail),
            tail.upperBound - end <= 12
        else { return [] }
        // 没有公开出版物类的申请: none of those.
        if let reason = text.id(ClaimWords.results, in: tail), reason.contains(".") { return [.result(reason)] }
        let isOfAnybody = text.letters[tail].contains { ClaimWords.links.contains($0) }
        guard text.id(ClaimWords.results, in: tail) == nil,
            text.id(ClaimWords.allApplicants, in: tail) == nil || isOfAnybody
        else { return [] }
        return [.new]
    }

    /// Results or applicants that are denied one by one, where every word of it is known: 没有因国家秘密和过程性信息不予公开的申请,
    /// 没有企业提出的申请.
    func denied(_ text: ProseLetters, _ range: Range<Int>, _ sentence: ProseSentence) -> [ClaimKind]? {
        guard sentence.section == 3 || sentence.isAboutApplications || sentence.impliesApplications else { return nil }
        var results: [String] = []
        var applicants: [String] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let letters = text.letters
            if let row = ClaimWords.results.id(in: letters, at: index) {
                results.append(row)
                index += ClaimWords.results.phrases.phrase(in: letters, at: index)?.letters.count ?? 1
            } else if let column = ClaimWords.allApplicants.id(in: letters, at: index) {
                applicants.append(column)
                index += ClaimWords.allApplicants.phrases.phrase(in: letters, at: index)?.letters.count ?? 1
            } else if let word = Self.between.phrase(in: letters, at: index) {
                index += word.letters.count
            } else {
                return nil
            }
        }
        guard index == range.upperBound, results.isEmpty != applicants.isEmpty else { return nil }
        let reasons = results.filter { $0.contains(".") }
        return applicants.isEmpty
            ? (reasons.isEmpty ? results : reasons).map { .result($0) } : applicants.map { .applicant($0) }
    }

    private static let between: PhraseList = [
        "政府信息公开申请", "信息公开申请", "申请数量", "申请数", "申请", "政府信息", "信息", "作出过", "做出过", "作出", "做出", "出现", "发生", "收到", "接到", "受理",
        "提出", "提交", "要求", "提供", "本机关", "行政机关", "我局", "我镇", "街道", "其他情形", "情形", "情况", "答复", "决定", "理由", "因为", "由于", "因",
        "属于",
        "涉及", "涉", "而", "的", "类", "件", "来", "过", "有", "或者", "以及", "、", "或", "和", "及", "与", "等", "数", "量", "为由", "以",
        "危及", "相关", "已获取",
    ]
    private static let anyApplication =
        ClaimWords.disclosureApplication + ClaimWords.application + ["要求公开的信息", "要求公开的政府信息", "要求公开信息"]
    private static let receiving: PhraseList = ["收到", "接到", "受理", "收悉", "接收", "发生", "产生", "有", "出现", "新收", "向"]
    private static let whatIsReceived: PhraseList = ["政府信息", "信息公开", "公民", "群众", "任何", "个人"]
    private static let ofAnyKind: PhraseList = [
        "有关依申请公开", "关于依申请公开", "有关政府信息公开申请", "关于政府信息公开申请", "有关信息公开申请",
    ]
    private static let onlySomeApplications = onlySomeOfAny + ["关于", "有关"]
    private static let onlySomeOfAny: PhraseList = [
        "涉及", "符合", "超", "逾期", "收费", "不予", "违", "投诉", "答复", "重复", "恶意", "纠纷", "满意", "问题", "问责", "责任", "举报",
        "泄密", "应当", "按", "来", "作为", "达到", "以外", "之外", "除", "除此", "其他", "过错", "延期", "争议", "引发", "引起", "追究",
    ]
}
