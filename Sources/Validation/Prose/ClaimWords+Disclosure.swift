/// Documents, decisions, fees and purchases.
extension ClaimWords {
    static let normative: PhraseList = ["规范性文件"]
    static let regulations: PhraseList = ["规章"]
    static let notRegulations: PhraseList = ["规章制度", "规章规定", "法律法规规章", "法规规章", "党内规章"]
    static let issued: PhraseList = ["制订", "下发", "制发", "制定", "出台", "印发", "新发", "发布", "颁布", "新增", "制作"]
    static let repealed: PhraseList = ["废止", "失效", "宣布无效"]
    static let inForce: PhraseList = ["现有", "现存", "保留", "现行有效", "继续有效", "对外公开总数", "累计对外公开", "历年累计公开", "公开总数", "文件总数"]
    static let published: PhraseList = ["新公开"]
    static let decisions: PhraseTable = [
        ("行政许可", "licensing"), ("行政处罚", "penalty"), ("行政强制", "coercion"), ("许可决定", "licensing"),
        ("处罚决定", "penalty"), ("处罚类", "penalty"), ("许可类", "licensing"), ("强制类", "coercion"), ("强制措施", "coercion"),
    ]
    static let decisionVerbs: PhraseList = ["作出", "做出", "办理", "办结", "处理决定", "决定", "实施", "下达", "开出", "新增"]
    static let decisionMade: PhraseList = ["决定", "作出", "做出", "下达"]
    static let notDecisions: PhraseList = ["事项", "立案"]
    static let charges: PhraseList = ["行政事业性收费", "行政事业性费用"]
    static let processingFee: PhraseList = ["信息处理费", "信息公开处理费", "公开信息处理费", "信息公开收费", "处理费"]
    static let purchases: PhraseList = ["采购项目", "政府集中采购"]
    static let purchase: PhraseList = ["采购"]
    static let amounts: PhraseList = ["收费金额", "收取", "收费", "金额", "共计", "合计"]
    static let purchaseAmount: PhraseList = ["采购总金额", "采购金额", "采购总额"]

    static let closed: PhraseList = ["办结", "结案", "办理"]
    static let arising: PhraseList = ["引发", "引起", "产生", "导致", "答复不服", "不服答复", "对答复有异议"]
    static let answered: PhraseList = ["答复"]
    static let items: PhraseList = ["条"]
    static let permittedItems: PhraseList = ["行政许可事项", "许可事项"]
    static let decision: PhraseList = ["决定"]
    static let valid: PhraseList = ["有效"]
    static let normativeOrDecision = normative + decision
}
