/// 行政复议, 行政诉讼: what they are called, and how they end.
extension ClaimWords {
    static let reconsideration: PhraseList = ["复议"]
    static let litigation: PhraseList = ["诉讼", "应诉", "被诉", "诉至", "起诉"]
    static let anyDispute = reconsideration + litigation
    static let direct: PhraseList = ["未经复议", "直接向法", "直接诉讼", "直接起诉", "直接诉讼", "未经行政复议", "直接提起", "直接向法院", "直接向人民法院"]
    static let afterReconsideration: PhraseList = ["复议后", "经复议起诉", "先复议后", "不服复议", "复议决定不服", "复议结果不服", "不服行政复议"]
    static let disputeResults: PhraseTable = [
        ("结果维持", "upheld"), ("维持", "upheld"), ("驳回", "upheld?"), ("结果纠正", "corrected"), ("纠正", "corrected"),
        ("撤销", "corrected"), ("确认违法", "corrected"), ("纠错", "corrected"), ("其他结果", "other"), ("其它结果", "other"),
        ("其他决定", "other"),
        ("结果为其他", "other"), ("结果其他", "other"),
        ("其他情形", "other"), ("尚未审结", "pending"),
        ("未审结", "pending"), ("未结", "pending"), ("正在审理", "pending"), ("审理中", "pending"), ("仍在审理", "pending"),
        ("尚在审理", "pending"), ("待审", "pending"), ("在审", "pending"), ("审理之中", "pending"), ("尚无结果", "pending"),
        ("尚未作出", "pending"), ("尚未判决", "pending"), ("尚未裁判", "pending"),
        ("责令重", "corrected"), ("责令履行", "corrected"),
    ]
    static let otherDisputeResults: PhraseList = ["其他处理", "其他处理结果", "其他方式", "其他方式结案", "其他情况", "其他类"]
    static let informationDisclosure: PhraseList = ["信息公开", "依申请公开", "公开申请", "申请公开"]
    /// Counted in other ways than table 4 does.
    /// The office decides there about others.
    static let judging: PhraseList = ["复议局", "复议委员会", "复议办公室", "复议中心", "作为复议机", "作为行政复议机", "复议机构", "行政复议机构", "政府行政复议机"]
    static let deciding: PhraseList = [
        "行政应诉", "应诉案件",
        "受理行政复议", "受理复议", "新收行政复议", "新收复议", "审理行政复议", "审结行政复议", "办理行政复议", "办结行政复议", "立案受理",
    ]
    /// Said in the report's first section of the disputes that its fourth one counts.
    static let broughtAgainstUs: PhraseList = ["被申请行政复议", "被提起行政诉讼", "未经复议直接起诉", "复议后起诉"]
    static let againstUs: PhraseList = ours + ["为被告", "为被申请人", "为共同被告", "对我", "对本", "我"]
    static let atYearsEnd: PhraseList = ["年末", "年底", "期末", "未办结"]
    /// Before 行政复议 or 行政诉讼: of all that the office does.
    static let otherFields: PhraseList = [
        "税务", "税收", "执法", "财政", "采购", "处罚", "许可", "强制", "各类", "各种", "全部", "所有", "争议", "纠纷", "法院", "检察院", "复议机关", "乡镇",
    ]
    static let happened: PhraseList = ["发生", "收到", "共", "有", "新增", "涉及", "产生", "被申请", "被提起"]
    static let notAboutDisclosure: PhraseList = [
        "不涉及政府信息公开", "不涉及信息公开", "未涉及政府信息公开", "未涉及信息公开",
        "无关", "非信息公开", "非政府信息公开", "信息公开以外", "信息公开之外",
    ]
    static let otherDisputes: PhraseList = ["一审", "二审", "再审", "上诉", "检察", "仲裁", "听证", "出庭", "应诉率", "民事"]
    static let fields: PhraseList = ["涉", "类", "领域"]
}
