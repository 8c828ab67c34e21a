/// What a number counts where the thing stands behind it: 233件行政处罚决定, 38件新收申请和2件结转申请.
///
/// Such words belong to the number before them, and to no other.
enum CountedThing {
    /// Up to the end of the last word that can be counted; nil where none stands at once behind the number.
    static func range(behind end: Int, in text: ProseLetters) -> Range<Int>? {
        let letters = text.letters
        var index = end
        var last: Int?
        for _ in 0..<8 {
            let head = heads.phrase(in: letters, at: index)?.letters.count ?? 0
            let word = modifiers.phrase(in: letters, at: index)?.letters.count ?? 0
            guard max(head, word) > 0 else { break }
            index += max(head, word)
            if head >= word { last = index }
        }
        // 申请人, 申请表 and the like are other things.
        guard let last, last == letters.count || !goesOn.contains(letters[last]) else { return nil }
        return end..<last
    }

    /// Longer words stand before their own beginnings.
    private static let heads: PhraseList = [
        "依申请公开件", "依申请公开事项", "依申请公开", "申请事项", "申请件", "申请", "处理决定", "决定书", "决定", "强制措施", "规范性文件",
        "规章", "复议案件", "复议申请", "复议", "起诉案件", "起诉", "诉讼案件", "诉讼", "案件", "行政许可", "行政处罚", "行政强制", "采购项目",
    ]

    private static let modifiers: PhraseList = [
        "政府信息公开", "政府信息", "信息公开", "新收到", "新收", "新增", "新接收", "新受理", "上年度结转", "上一年度结转", "上年结转", "去年结转",
        "结转", "转入", "遗留", "本年", "当年", "公开", "行政", "政务", "税务", "现行有效", "有效", "许可", "处罚", "强制", "政府", "依法", "未经复议",
        "未经行政复议", "直接", "经复议后", "先复议后",
        "复议后", "经复议", "因", "引发的", "引起的", "涉及", "涉", "有关", "关于", "的",
    ]

    private static let goesOn: LetterChoice = ["人", "表", "书", "公", "量", "率", "数", "后"]
}
