/// Applications for something else than information: 公证申请17份, 执行申请.
enum OtherApplications {
    /// Whether what is applied for is called by a word that does not go with information.
    static func isNamed(in words: ArraySlice<Unicode.Scalar>) -> Bool {
        let letters = Array(words)
        return letters.indices.contains { index in
            guard ClaimWords.application.contains(in: letters, at: index), index > 0,
                letters[index - 1].value >= 0x4E00,
                !disclosed.contains(in: letters, at: index + 2)
            else { return false }
            return !beforeApplication.ends(in: letters, at: index)
        }
    }

    /// 向我院申请信息公开9件
    private static let disclosed: PhraseList = ["公开", "信息", "政府", "获取", "政务"]

    private static let beforeApplication: PhraseList =
        ClaimWords.received + ClaimWords.newlyReceived + ClaimWords.handled + ClaimWords.dealtWith + ClaimWords.carried
        + ClaimWords.allApplicants.phrases + ClaimWords.channels + ClaimWords.results.phrases + ClaimWords.pending
        + ClaimWords.adverbs + ClaimWords.lastYear + ClaimWords.nextYear + [
            "公开", "信息", "依", "的", "类", "有效", "提出", "提交", "关于", "年", "人", "机构", "组织", "群众", "公众", "市民", "渠道", "方式",
            "途径", "其", "此", "该", "本", "上述", "以上", "件", "份", "宗", "起", "例", "条", "个", "重复", "反复", "对", "为", "是", "按",
            "名", "户", "家", "众", "民", "师", "所", "校", "村", "收", "受", "有", "理", "新", "接", "次", "被", "在", "已", "未", "应",
            "再", "仍", "及",
            "和", "与", "、",
        ]
}
