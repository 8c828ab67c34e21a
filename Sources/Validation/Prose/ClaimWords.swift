/// The words by which offices name what the tables count.
enum ClaimWords {
    // MARK: Applications

    static let application: PhraseList = ["申请"]
    static let disclosureApplication: PhraseList = [
        "信息公开申请", "依申请公开", "公开申请", "申请公开", "信息公开的申请", "依申请", "政府信息申请", "信息公开件", "公开政府信息的申请", "获取政府信息的申请",
    ]
    static let isDisclosureApplication: PhraseList = [
        "为政府信息公开申请", "系政府信息公开申请", "属政府信息公开申请", "为依申请公开", "为信息公开申请",
    ]
    static let wholeApplication: PhraseList = ["政府信息公开申请", "依申请公开申请", "信息公开申请", "依申请公开事项", "依申请公开件", "依申请公开", "申请公开"]
    static let newlyReceived: PhraseList = [
        "新收", "新增", "新接", "新受理", "本年收", "当年收", "本年度收", "年内收", "新登记", "新提出", "新接收", "新产生",
    ]
    static let received: PhraseList = [
        "向我", "向本", "向街道",
        "收到", "受理", "接收", "接到", "接受申请", "接受公开申请", "收悉", "收件", "接收到", "登记", "共收", "收取申请", "提出", "申请量", "申请数量", "申请总数",
        "申请件数", "申请总量", "承接", "接件", "接获", "签收", "来件", "收件量", "受理量", "接报", "收受",
    ]
    static let handled: PhraseList = [
        "办结", "办理完毕", "处理完毕", "办复", "答复", "已办理", "审结", "办理完成", "已处理", "回复", "结案", "办毕", "办讫", "办妥", "完成办理", "完成答复",
        "处理完成", "处置完毕", "答复完毕", "函复", "了结", "办竣", "复函", "已完成", "办理结束",
    ]
    /// Some of what was handled.
    static let handledInOneWay: PhraseList = [
        "延期", "延长", "超期", "逾期答复", "逾期办结", "提前", "当场", "当日", "即时", "即办", "提级", "协同", "会商", "分别答复", "重新答复",
    ]
    static let dealtWith: PhraseList = ["办理", "处理", "承办", "处置"]
    static let toDealWith: PhraseList = ["共需办理", "需办理", "应办理", "需答复", "应答复", "待办理", "应办"]
    static let carried: PhraseList = [
        "承接上", "延续上", "承接去年", "接续上",
        "结转", "转入", "转至", "转到", "延至", "遗留", "转结", "顺延", "跨年", "转来", "转下年", "转次年", "转明年", "延续", "接转", "转为下", "转下一", "续转",
        "留待", "移至", "跨年度",
    ]
    static let lastYear: PhraseList = ["上年", "上一年", "去年", "往年", "前一年", "上年度", "以前年度", "上个年度", "前年度"]
    static let nextYear: PhraseList = ["下年", "下一年", "次年", "明年", "下年度", "翌年", "来年", "跨年", "下个年度", "下一个年度"]
    /// Other things that go over into the next year.
    static let notCarried: PhraseList = notApplications + ["案", "项目", "信访", "事项", "任务", "复议", "诉讼"]
    static let pending: PhraseList = [
        "未到答复", "未到法定", "未到办理", "未到规定", "未届",
        "正在办理", "尚在办理", "未办结", "在办", "办理中", "尚未办结", "未到期", "法定期限内办理", "尚未办毕", "尚未答复", "未答复", "待答复", "正在处理", "处理中",
        "未办理完毕", "办理期限内", "答复期限内", "在法定办理期限", "未到办理期限",
    ]
    static let includesCarriedOver: PhraseList = [
        "含上年", "含上一年", "含去年", "包括上年", "含结转", "含以前年度", "包含上年", "包括上一年", "含往年",
    ]
    static let handledOrDealtWith = handled + dealtWith
    static let parts: PhraseList = ["其中", "包括", "另有", "其余"]
    /// What is left of the number before is not that number.
    static let rest: PhraseList = ["其余", "剩余", "余下", "尚余", "还余", "剩下"]
    static let carriedThings: PhraseList = ["结转申请", "结转的申请", "结转件", "结转的件"]
    static let besides: PhraseList = ["加上", "加之", "连同", "另有", "另外", "此外", "还有"]
    static let partsOrInclusion: PhraseList = ["其中", "含", "包括"]
    static let sumOfBoth: PhraseList = ["共计", "合计", "总计", "共"]

    /// The longest stand first; a group's own name comes after its members.
    static let results: PhraseTable = [
        ("不缴费", "other.unpaid_fee"), ("逾期不缴", "other.unpaid_fee"), ("未交费", "other.unpaid_fee"),
        ("逾期不交", "other.unpaid_fee"), ("拒不缴", "other.unpaid_fee"),
        ("未按期补正", "other.no_correction"), ("超期未补正", "other.no_correction"), ("期满不补正", "other.no_correction"),
        ("期满未补正", "other.no_correction"), ("未在规定期限内补正", "other.no_correction"), ("逾期仍未补正", "other.no_correction"),
        ("再次出具", "rejected.reissue"), ("确认或出具", "rejected.reissue"),
        ("频繁申请", "rejected.excessive"),
        ("重复类", "rejected.duplicate"), ("重复提交", "rejected.duplicate"), ("重复的申请", "rejected.duplicate"),
        ("重新制作", "unavailable.needs_creation"), ("没有现有信息", "unavailable.needs_creation"),
        ("需要加工", "unavailable.needs_creation"), ("需加工", "unavailable.needs_creation"),
        ("没有掌握", "unavailable.not_held"), ("非本机关掌握", "unavailable.not_held"), ("未制作或获取", "unavailable.not_held"),
        ("未检索到", "unavailable.not_held"),
        ("补正后仍", "unavailable.unclear"), ("指向不明", "unavailable.unclear"),
        ("国家秘密", "refused.state_secret"), ("法律行政法规禁止", "refused.prohibited_by_law"),
        ("法律、行政法规禁止", "refused.prohibited_by_law"), ("法规禁止公开", "refused.prohibited_by_law"),
        ("三安全", "refused.stability"), ("第三方合法", "refused.third_party"), ("保护第三方", "refused.third_party"),
        ("第三方权益", "refused.third_party"),
        ("内部事务", "refused.internal"),
        ("过程性", "refused.process"), ("执法案卷", "refused.enforcement_file"),
        ("行政查询", "refused.administrative_query"), ("查询事项", "refused.administrative_query"),
        ("不掌握", "unavailable.not_held"), ("信息不存在", "unavailable.not_held"),
        ("未掌握", "unavailable.not_held"), ("加工分析", "unavailable.needs_creation"),
        ("没有现成", "unavailable.needs_creation"), ("无现成", "unavailable.needs_creation"),
        ("另行制作", "unavailable.needs_creation"), ("补正后申请内容", "unavailable.unclear"),
        ("补正后仍不明确", "unavailable.unclear"), ("补正仍不明确", "unavailable.unclear"), ("申请内容仍不明确", "unavailable.unclear"),
        ("信访举报", "rejected.petition"), ("信访投诉", "rejected.petition"), ("信访类", "rejected.petition"),
        ("信访事项", "rejected.petition"),
        ("举报投诉", "rejected.petition"), ("投诉举报", "rejected.petition"),
        ("重复申请", "rejected.duplicate"), ("公开出版物", "rejected.publication"),
        ("大量反复", "rejected.excessive"), ("反复申请", "rejected.excessive"), ("重新出具", "rejected.reissue"),
        ("逾期不补正", "other.no_correction"), ("逾期未补正", "other.no_correction"),
        ("视为放弃", "other.no_correction"), ("缴纳费用", "other.unpaid_fee"), ("逾期未缴", "other.unpaid_fee"),
        ("通知缴费", "other.unpaid_fee"), ("要求缴费", "other.unpaid_fee"),
        ("未缴纳", "other.unpaid_fee"), ("未缴费", "other.unpaid_fee"),
        ("不再处理", "other.no_correction"),
        ("部分公开", "partly_granted"), ("部分予以公开", "partly_granted"), ("区分处理", "partly_granted"),
        ("不同意公开", "refused"), ("不公开", "refused"), ("不处理", "rejected"), ("不予公开", "refused"), ("不予以公开", "refused"),
        ("无法提供", "unavailable"),
        ("不能提供", "unavailable"),
        ("不予处理", "rejected"), ("不予以处理", "rejected"), ("其他处理", "other"), ("其它处理", "other"),
        ("予以公开", "granted"), ("全部公开", "granted"), ("同意公开", "granted"), ("完全公开", "granted"), ("全文公开", "granted"),
        ("准予公开", "granted"),
        ("局部公开", "partly_granted"), ("部分提供", "partly_granted"), ("部分同意公开", "partly_granted"),
        ("部分内容公开", "partly_granted"),
        ("拒绝公开", "refused"), ("不得公开", "refused"), ("不宜公开", "refused"), ("不准予公开", "refused"), ("未予公开", "refused"),
        ("不予提供", "unavailable"), ("未能提供", "unavailable"),
        ("决定公开", "granted"), ("公开类答复", "granted"), ("给予公开", "granted"), ("准予全部公开", "granted"),
    ]

    static let onApplication: PhraseList = ["依申请"]
    static let outcome: PhraseList = ["办理结果"]
    static let unpaid: PhraseList = ["缴纳费用", "缴费", "未缴"]
    static let uncorrected: PhraseList = ["补正"]
    static let noLonger: PhraseList = ["不再处理"]
    /// Said of nothing but applications for information.
    static let disclosureResults: PhraseList = ["予以公开", "部分公开", "不予公开"]
    static let notApplicants: PhraseList = ["结转", "办结", "答复"]
    static let applicants: PhraseTable = [
        ("自然人", "natural_person"), ("公民个人", "natural_person"), ("个人申请", "natural_person"),
        ("法人或其他组织", "organisations"), ("法人或者其他组织", "organisations"), ("法人和其他组织", "organisations"),
        ("法人及其他组织", "organisations"), ("法人、其他组织", "organisations"), ("商业企业", "enterprise"),
        ("科研机构", "research"), ("社会公益组织", "social"), ("法律服务机构", "legal_service"),
    ]

    /// Words that mean them only in a list of applicants.
    static let shortApplicants: PhraseTable = [
        ("律师事务所", "legal_service"), ("律所", "legal_service"), ("公益组织", "social"), ("科研院所", "research"),
        ("企业", "enterprise"), ("公司", "enterprise"),
        ("个人", "natural_person"), ("公民", "natural_person"), ("单位", "organisations"),
    ]
    static let allApplicants = applicants + shortApplicants
    /// What may stand between such a word and its number.
    static let behindApplicant: LetterChoice = [
        "申", "请", "提", "出", "交", "的", "有", "为", "类", "占", "共", "数", "量", "是", "约", "计", "均", "人", "件", "身", "份",
    ]
    static let among: PhraseList = ["中", "里", "内", "当中"]

    // MARK: Disputes

    static let reconsideration: PhraseList = ["复议"]
    static let litigation: PhraseList = ["诉讼", "应诉", "被诉", "诉至", "起诉"]
    static let anyDispute = reconsideration + litigation
    static let suing: PhraseList = ["起诉"]
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
    static let informationDisclosure: PhraseList = ["信息公开", "依申请公开", "公开申请", "申请公开"]
    /// Counted in other ways than table 4 does.
    /// The office decides there about others.
    static let judging: PhraseList = ["复议局", "复议委员会", "复议办公室", "复议中心", "作为复议机", "作为行政复议机", "复议机构", "行政复议机构", "政府行政复议机"]
    static let deciding: PhraseList = [
        "行政应诉", "应诉案件",
        "受理行政复议", "受理复议", "新收行政复议", "新收复议", "审理行政复议", "审结行政复议", "办理行政复议", "办结行政复议", "立案受理",
    ]
    static let courts: PhraseList = ["法院", "检察院", "司法局", "复议机关"]
    static let againstUs: PhraseList = ours + ["为被告", "为被申请人", "为共同被告", "对我", "对本", "我"]
    static let judgingVerbs: PhraseList = ["审结", "受理", "审理", "新收", "收到", "办理", "办结"]
    static let notYet: LetterChoice = ["未", "没", "待"]
    static let atYearsEnd: PhraseList = ["年末", "年底", "期末", "未办结"]
    static let happened: PhraseList = ["发生", "收到", "共", "有", "新增", "涉及", "产生", "被申请", "被提起"]
    static let notAboutDisclosure: PhraseList = ["无关", "非信息公开", "非政府信息公开", "信息公开以外", "信息公开之外"]
    static let otherDisputes: PhraseList = ["一审", "二审", "再审", "上诉", "检察", "仲裁", "听证", "出庭", "应诉率"]
    static let otherOrClosedDisputes = otherDisputes + closed

    // MARK: Disclosure

    static let normative: PhraseList = ["规范性文件"]
    static let regulations: PhraseList = ["规章"]
    static let notRegulations: PhraseList = ["规章制度", "规章规定", "法律法规规章", "法规规章", "党内规章"]
    static let issued: PhraseList = ["制订", "下发", "制发", "制定", "出台", "印发", "新发", "发布", "颁布", "新增", "制作"]
    static let repealed: PhraseList = ["废止", "失效", "宣布无效"]
    static let inForce: PhraseList = ["现有", "现存", "保留", "现行有效", "继续有效", "对外公开总数", "公开总数", "文件总数"]
    static let repealedOrInForce = repealed + inForce
    /// Of nothing else.
    static let saidOfDocuments = repealedOrInForce + ["制发"]
    static let published: PhraseList = ["新公开"]
    static let decisions: PhraseTable = [
        ("行政许可", "licensing"), ("行政处罚", "penalty"), ("行政强制", "coercion"), ("许可决定", "licensing"),
        ("处罚决定", "penalty"), ("处罚类", "penalty"), ("许可类", "licensing"), ("强制类", "coercion"), ("强制措施", "coercion"),
    ]
    static let decisionVerbs: PhraseList = ["作出", "做出", "办理", "办结", "处理决定", "决定", "实施", "下达", "新增"]
    static let makingDecisions: PhraseList = ["作出", "做出", "下达"]
    static let notDecisions: PhraseList = [
        "信息", "公示", "公开", "事项", "目录", "清单", "案卷", "平台", "系统", "网站", "栏目", "复议", "诉讼", "立案", "取消", "下放",
    ]
    static let charges: PhraseList = ["行政事业性收费"]
    static let processingFee: PhraseList = ["信息处理费", "信息公开处理费", "公开信息处理费", "信息公开收费", "处理费"]
    static let purchases: PhraseList = ["采购项目", "政府集中采购"]
    static let purchase: PhraseList = ["采购"]
    static let amounts: PhraseList = ["收费金额", "收取", "收费", "金额", "共计", "合计"]
    static let purchaseAmount: PhraseList = ["采购总金额", "采购金额", "采购总额"]

    static let closed: PhraseList = ["办结", "结案", "办理"]
    static let papers: PhraseList = ["决定书", "文书", "通知书", "判决书", "裁定书", "建议书", "答复书", "意见书"]
    static let arising: PhraseList = ["引发", "引起", "产生", "导致", "答复不服", "不服答复", "对答复有异议"]
    static let answered: PhraseList = ["答复"]
    static let items: PhraseList = ["条"]
    static let decision: PhraseList = ["决定"]
    /// Documents that are worked on are not issued by that.
    static let workOnDocuments: PhraseList = [
        "备案", "审查", "审核", "修订", "修改", "解读", "评估", "征求", "公平竞争", "草案", "征集",
    ]
    /// Said of all documents that were looked through, unless it tells which of them were repealed.
    static let lookedThrough: PhraseList = ["清理"]
    static let valid: PhraseList = ["有效"]
    static let madePublic: PhraseList = ["公开"]

    // MARK: Whose, when, and what else is counted

    static let others: PhraseList = [
        "全区", "全市", "全县", "全省", "全州", "全旗", "全镇", "全乡", "全系统", "全街道", "全域", "各单位", "各部门", "各县", "各区", "各镇",
        "各街", "各乡", "各级", "各地", "各市", "各科", "各处", "各局", "各股", "镇街", "乡镇街道", "下属", "所属", "直属", "下级",
        "成员单位", "基层单位", "区直", "县直", "市直", "各学校", "各校", "各股室", "各派出所", "各分局", "各税务", "各中心", "各村", "各社区", "各基层", "各直属",
        "各二级", "各院", "各大队", "区属", "县属",
        "市属", "局属", "下辖", "指导", "督促", "协助", "配合", "会同", "代为",
    ]
    static let bodies: PhraseList = ["部门", "单位", "机关", "机构", "街道", "乡镇", "镇街", "科室"]
    static let ours: PhraseList = [
        "我局", "我办", "我委", "我院", "我厅", "我镇", "我街道", "我乡", "我站", "我中心", "我队", "我单位", "我部门", "我馆", "本局", "本办",
        "本机关", "本单位", "本部门", "本委", "本厅", "本镇", "局机关", "本级",
    ]
    static let partsOfGovernment: PhraseList = ["政府办", "办公室", "本级", "代表区", "代表县", "代表市", "我办", "机关本级"]
    static let links: LetterChoice = ["及", "和", "与", "、"]
    static let itself: PhraseList = ["本级", "本机关", "政府"]
    /// The ends of offices' names, and of areas that speak for theirs.
    static let officeEnds: LetterChoice = ["局", "委", "会", "办", "厅", "镇", "乡", "道", "府", "室", "区", "县", "市"]
    /// What may stand between an office and what it did.
    static let adverbs: PhraseList = [
        "本年度", "全年", "年内", "本年", "今年", "共计", "累计", "总计", "合计", "总共", "依法", "依规", "先后", "共", "新", "均", "已", "还",
        "则", "分别", "各", "当年", "年度", "全部",
    ]
    static let officeVerbs: PhraseList = [
        "收到", "受理", "接到", "接收", "接受申请", "收件", "收", "办理", "办结", "答复", "作出", "做出", "制发", "制定", "印发", "出台", "废止", "处理",
        "登记", "回复",
        "结案",
    ]
    /// Those who decide about an office's disputes are none of its kind.
    static let judges: PhraseList = ["复议", "法院", "检察", "司法", "信访", "上级"]
    static let disputed: PhraseList = ["复议", "诉讼", "起诉", "应诉"]
    static let actsFor: PhraseList = ["代表", "代"]
    static let channels: PhraseList = [
        "网上", "网络", "互联网", "平台", "信函", "邮寄", "邮件", "邮政", "当面", "现场", "窗口", "传真", "线上", "线下", "口头", "来函",
        "书面", "纸质", "信件", "邮箱", "快递", "政务大厅", "在线", "门户网站", "电话",
    ]
    static let allWays: PhraseList = ["线上线下", "线上、线下", "线上和线下", "线上及线下", "网上网下", "各种渠道", "各渠道", "各类渠道"]
    static let including: PhraseList = ["加上", "连同", "含结转", "包括结转"]
    static let intoThisYear: PhraseList = ["转到本年", "转至本年", "转入本年", "转到今年", "转到当年"]
    static let allOfThem: PhraseList = ["全部", "均", "都", "全都"]
    static let thirdParty: PhraseList = ["第三方"]
    static let askingThem: PhraseList = ["征求第三方", "征询第三方", "第三方意见", "征求权利人"]
    static let asking: PhraseList = ["提出", "提交", "递交"]
    static let already: PhraseList = ["已"]
    static let whoAsked: PhraseList = ["申请人"]
    static let grantedInAnyWay: PhraseList = ["公开类答复", "公开类含部分公开", "公开含部分公开", "公开包括部分公开", "公开类包括部分公开"]
    static let openly: PhraseList = ["主动公开"]
    static let notOpenly: PhraseList = ["不予公开", "不公开"]
    static let onRequestOrNot: PhraseList = notOpenly + ["依申请公开"]
    static let documentsMade: PhraseList = ["制作", "制发", "产生", "公文", "文件", "属性"]
    static let otherOnes: PhraseList = ["其他", "其它"]
    static let inOtherWays: PhraseList = ["其他方式", "其它方式"]
    static let madeDecision: PhraseList = ["作出决定", "做出决定", "处理决定"]
    static let formColumns: PhraseList = ["制发件数", "废止件数", "有效件数"]
    static let promulgated: PhraseList = ["公布"]
    /// 信函等渠道: one of several that are counted together.
    static let andOthers: PhraseList = ["等"]
    static let notApplications: PhraseList = [
        "咨询", "留言", "来信", "建议", "提案", "议案", "意见", "热线", "转办", "工单", "诉求", "许可申请", "复议申请", "救助", "补贴", "来访",
        "产登记", "权登记", "籍登记", "姻登记", "商登记", "体登记", "户登记", "业登记", "报名", "问卷", "投诉件", "举报件", "线索", "稿件", "政务服务", "主动公开",
        "帖", "问政", "信箱", "交办", "督办", "公文",
    ]
    static let aboutSomething: PhraseList = ["涉及", "关于", "有关", "方面的", "领域", "集中在", "主要为", "主要是", "反映"]
    static let comparisons: PhraseList = [
        "增加", "增长", "减少", "下降", "上升", "提高", "降低", "压减", "同比", "环比", "回落", "提升",
    ]
    static let shortComparisons: PhraseList = ["减", "增", "多", "少", "降", "升"]
    static let lastYearAlone: PhraseList = ["上年", "去年", "上一年"]
    static let before: PhraseList = ["以前", "之前", "底以前", "底前"]
    static let thisYear: PhraseList = ["本年", "今年", "我"]
    static let comparisonEnds: PhraseList = ["至", "到", "为", "是"]
    static let otherTimes: PhraseList = [
        "上半年", "下半年", "季度", "月份", "以来", "年来", "历年", "五年", "三年", "近年", "每月", "每年", "每季", "任期", "截至目前",
        "单月",
    ]
    static let comparedOnce: PhraseList = ["同期", "年均", "月均", "日均", "平均", "同比", "环比"]
    static let thisTime: PhraseList = ["今年以来", "一年来", "本年以来", "年初以来", "年度以来"]
    static let wishes: PhraseList = [
        "下一步", "计划", "力争", "拟", "目标", "控制在", "以内", "不超过", "不少于", "至少", "争取", "将于", "预计",
    ]
}
