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
        "日内", "天内", "延期", "延长", "超期", "逾期答复", "逾期办结", "提前", "当场", "当日", "即时", "即办", "提级", "协同", "会商", "分别答复", "重新答复",
    ]
    static let dealtWith: PhraseList = ["办理", "处理", "承办", "处置"]
    static let toDealWith: PhraseList = ["共需办理", "需办理", "应办理", "需答复", "应答复", "待办理", "应办"]
    static let carried: PhraseList = [
        "承接上", "延续上", "承接去年", "接续上", "接续办理上", "继续办理上", "续办上", "接办上", "转办的",
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
    static let besides: PhraseList = ["加上", "加之", "连同", "另有", "另外", "此外", "还有"]
    static let partsOrInclusion: PhraseList = ["其中", "含", "包括"]
    /// 行政复议6件，涉及招生、职称等方面
    static let partsOrFields = partsOrInclusion + ["涉"]

    /// The longest stand first; a group's own name comes after its members.
    static let results: PhraseTable = [
        ("其他处理其他", "other.other"),
        ("不属于本机关掌握", "unavailable.not_held"), ("不属于本机关制作", "unavailable.not_held"), ("进行信访", "rejected.petition"),
        ("实质为信访", "rejected.petition"), ("信访性质", "rejected.petition"), ("信访诉求", "rejected.petition"),
        ("不缴费", "other.unpaid_fee"), ("逾期不缴", "other.unpaid_fee"), ("未交费", "other.unpaid_fee"),
        ("逾期不交", "other.unpaid_fee"), ("拒不缴", "other.unpaid_fee"), ("未按时缴", "other.unpaid_fee"),
        ("未按期缴", "other.unpaid_fee"), ("未按规定缴", "other.unpaid_fee"),
        ("未按期补正", "other.no_correction"), ("超期未补正", "other.no_correction"), ("期满不补正", "other.no_correction"),
        ("期满未补正", "other.no_correction"), ("未在规定期限内补正", "other.no_correction"), ("逾期仍未补正", "other.no_correction"),
        ("再次出具", "rejected.reissue"), ("确认或出具", "rejected.reissue"),
        ("频繁申请", "rejected.excessive"),
        ("重复类", "rejected.duplicate"), ("重复提交", "rejected.duplicate"), ("重复的申请", "rejected.duplicate"),
        ("重新制作", "unavailable.needs_creation"), ("没有现有信息", "unavailable.needs_creation"),
        ("需制作", "unavailable.needs_creation"), ("需要制作", "unavailable.needs_creation"),
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
    /// Said of nothing but applications for information.
    static let disclosureResults: PhraseList = ["予以公开", "部分公开", "不予公开"]
    static let applicationOrAnswer: PhraseList = application + answered
    static let refusals: PhraseList = ["无法提供", "不予处理"]
    static let notProvided: PhraseList = ["无法提供"]
    static let notHandled: PhraseList = ["不予处理"]
    static let grantedOrNot: PhraseList = ["予以公开", "不予公开"]
    static let partlyGranted: PhraseList = ["部分公开"]
    static let whyNotProvided: PhraseList = ["不掌握", "另行制作", "不明确"]
    static let applicants: PhraseTable = [
        ("自然人", "natural_person"), ("公民个人", "natural_person"), ("个人申请", "natural_person"),
        ("法人或其他组织", "organisations"), ("法人或者其他组织", "organisations"), ("法人和其他组织", "organisations"),
        ("法人及其他组织", "organisations"), ("法人、其他组织", "organisations"), ("商业企业", "enterprise"),
        ("科研机构", "research"), ("社会公益组织", "social"), ("法律服务机构", "legal_service"),
    ]

    static let formOrganisations: PhraseList = ["商业企业", "社会公益组织"]
    static let formApplicants: PhraseList = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构"]

    /// Words that mean them only in a list of applicants.
    static let shortApplicants: PhraseTable = [
        ("律师事务所", "legal_service"), ("律所", "legal_service"), ("公益组织", "social"), ("科研院所", "research"),
        ("企业", "enterprise"), ("公司", "enterprise"),
        ("个人", "natural_person"), ("公民", "natural_person"), ("单位", "organisations"),
    ]
    static let allApplicants = applicants + shortApplicants
    static let among: PhraseList = ["中", "里", "内", "当中"]
    static let holding: PhraseList = ["含", "包括"]
    static let carriedOrPending = carried + pending
    static let nextYearOrPending = nextYear + pending
    static let thisYearsEnd: PhraseList = atYearsEnd + ["本年"]
}
