/// Whose a number is, of when, and what else is counted.
extension ClaimWords {
    static let others: PhraseList = [
        "全区", "全市", "全县", "全省", "全州", "全旗", "全镇", "全乡", "全系统", "全街道", "全域", "各单位", "各部门", "各县", "各区", "各镇",
        "各街", "各乡", "各级", "各地", "各市", "各局", "镇街", "乡镇街道", "下属", "所属", "直属", "下级",
        "成员单位", "基层单位", "区直", "县直", "市直", "各学校", "各校", "各派出所", "各分局", "各税务", "各中心", "各村", "各社区", "各基层", "各直属",
        "各二级", "各院", "各大队", "区属", "县属",
        "市属", "局属", "下辖", "全国", "兄弟单位", "乡镇（街", "的单位", "的部门", "家单位", "个单位", "个部门", "两部门", "三部门", "四部门", "五部门", "等部门",
        "等单位", "市级部门", "县级部门", "区级部门", "省级部门",
        "级机关", "县（区", "县（市", "区（县",
        "县区", "市区县", "及其部门", "及其工作部门", "及其组成部门", "及其职能部门",
    ]
    /// What is done then, others do.
    static let helping: PhraseList = ["指导", "督促", "协助", "配合", "会同", "代为"]
    /// 其他部门, 县级其他单位, 上级主管部门
    static let otherBodies: PhraseList = ["其他", "其它", "上级"]
    static let bodies: PhraseList = ["部门", "单位", "机关", "机构", "街道", "乡镇", "镇街"]
    static let departments: PhraseList = ["部门", "单位", "机关"]
    static let lesserBodies: PhraseList = ["乡镇", "街道", "镇街", "派出", "直属", "所属"]
    static let ours: PhraseList = [
        "我局", "我办", "我委", "我院", "我厅", "我镇", "我街道", "我乡", "我站", "我中心", "我队", "我单位", "我部门", "我馆", "本局", "本办",
        "本机关", "本单位", "本部门", "本委", "本厅", "本镇", "局机关", "本级", "局办公室", "院办公室", "馆办公室",
    ]
    static let partsOfGovernment: PhraseList = ["政府办", "办公室", "本级", "代表区", "代表县", "代表市", "我办", "机关本级"]
    static let links: LetterChoice = ["及", "和", "与", "、"]
    static let itself: PhraseList = ["本级", "本机关", "政府"]
    /// The ends of offices' names, and of areas that speak for theirs.
    static let officeEnds: LetterChoice = [
        "局", "委", "会", "办", "厅", "镇", "乡", "道", "府", "室", "区", "县", "市", "心", "馆", "院", "站", "队", "学", "统", "科", "股",
    ]
    static let levels: LetterChoice = ["省", "市", "县", "区", "州", "旗"]
    /// What may stand between an office and what it did.
    static let adverbs: PhraseList = [
        "本年度", "全年", "年内", "本年", "今年", "共计", "累计", "总计", "合计", "总共", "依法", "依规", "先后", "共", "新", "均", "已", "还",
        "则", "分别", "各", "当年", "年度", "全部", "一年来",
    ]
    static let officeVerbs: PhraseList = [
        "收到", "受理", "接到", "接收", "接受申请", "收件", "收", "办理", "办结", "答复", "作出", "做出", "制发", "制定", "印发", "出台", "废止", "处理",
        "登记", "回复", "结案", "因", "被",
    ]
    /// Those who decide about an office's disputes are none of its kind.
    static let judges: PhraseList = ["复议", "法院", "检察", "司法", "信访", "上级"]
    static let disputed: PhraseList = ["复议", "诉讼", "起诉", "应诉"]
    static let actsFor: PhraseList = ["代表", "代"]
    static let channels: PhraseList = [
        "网上", "网络", "互联网", "平台", "信函", "邮寄", "邮件", "邮政", "当面", "现场", "窗口", "传真", "线上", "线下", "口头", "来函",
        "书面", "纸质", "信件", "邮箱", "快递", "政务大厅", "在线", "门户网站", "电话",
    ]
    static let allWays: PhraseList = [
        "线上线下", "线上、线下", "线上和线下", "线上及线下", "网上网下", "各种渠道", "各渠道", "各类渠道", "种渠道", "种方式", "种途径", "类途径", "个渠道",
    ]
    static let including: PhraseList = ["加上", "连同", "含结转", "包括结转"]
    static let intoThisYear: PhraseList = ["转到本年", "转至本年", "转入本年", "转到今年", "转到当年"]
    static let allOfThem: PhraseList = ["全部", "均", "都", "全都"]
    static let asking: PhraseList = ["提出", "提交", "递交"]
    static let already: PhraseList = ["已"]
    static let whoAsked: PhraseList = ["申请人", "申请主体", "提出申请"]
    static let grantedInAnyWay: PhraseList = [
        "公开类答复", "公开类含部分公开", "公开含部分公开", "公开包括部分公开", "公开类包括部分公开", "予以公开含部分公开", "予以公开包括部分公开",
    ]
    static let openly: PhraseList = ["主动公开"]
    static let notOpenly: PhraseList = ["不予公开", "不公开"]
    static let onRequestOrNot: PhraseList = notOpenly + ["依申请公开"]
    static let otherOnes: PhraseList = ["其他", "其它"]
    static let madeDecision: PhraseList = ["作出决定", "做出决定", "处理决定"]
    static let formColumns: PhraseList = ["制发件数", "废止件数", "有效件数"]
    static let promulgated: PhraseList = ["公布"]
    /// 信函等渠道: one of several that are counted together.
    static let andOthers: PhraseList = ["等"]
    static let notApplications: PhraseList = [
        "咨询", "留言", "来信", "建议", "提案", "大议案", "表议案", "理议案", "、议案", "议案和", "意见", "热线", "转办", "工单", "诉求", "许可申请", "复议申请",
        "救助", "补贴", "来访",
        "产登记", "权登记", "籍登记", "姻登记", "商登记", "体登记", "户登记", "业登记", "报名", "问卷", "投诉件", "举报件", "线索", "稿件", "政务服务", "主动公开",
        "帖", "问政", "许可延续", "许可变更", "裁决申请", "调解申请", "仲裁申请", "信箱", "交办", "督办", "公文",
    ]
    static let aboutSomething: PhraseList = ["涉及", "关于", "有关", "方面的", "领域", "集中在", "主要为", "主要是", "反映"]
    static let respectively: PhraseList = ["分别", "依次"]
    static let comparisons: PhraseList = [
        "增加", "增长", "减少", "下降", "上升", "提高", "降低", "压减", "同比", "环比", "回落", "提升",
    ]
    static let shortComparisons: PhraseList = ["减", "增", "多", "少", "降", "升"]
    static let before: PhraseList = ["以前", "之前", "底以前", "底前"]
    static let thisYear: PhraseList = ["本年", "今年"]
    static let thisPeriod: PhraseList = ["本年", "今年", "报告期"]
    /// What was said of a month is over there.
    static let wholeYear: PhraseList = ["全年", "年内"] + thisPeriod
    static let otherTimes: PhraseList = [
        "上半年", "下半年", "半年", "季度", "月份", "以来", "年来", "五年", "三年", "近年", "任期", "截至目前", "至今",
        "单月", "五期间", "五时期", "两年", "四年",
    ]
    /// 历年文件: of their own clause alone.
    static let formerTimes: PhraseList = ["历年", "此前", "以往", "几年", "多年", "数年", "每月", "每年", "每季", "十年"]
    static let thisTime: PhraseList = ["今年以来", "一年来", "本年以来", "年初以来", "年度以来"]
    static let wishes: PhraseList = ["下一步", "力争", "争取", "将于", "预计"]
    /// The same, of their own clause alone.
    static let plans: PhraseList = ["计划", "拟", "目标", "控制在", "以内", "不超过", "不少于", "至少"]
    static let answeredInWriting: PhraseList = ["书面答", "书面告", "书面回"]
    static let writtenOut: PhraseList = ["出具书面"]
    static let governmentAnd: PhraseList = ["政府及", "政府和", "政府、"]
}
