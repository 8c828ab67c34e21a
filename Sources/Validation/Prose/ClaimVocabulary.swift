/// How much of what stands around a number is not of the kind of claim that it was read as.
///
/// Words that are well known may still speak of something else: 作出 goes with decisions and not with disputes, 维持 with
/// results and not with totals. A sentence contradicts a table only where nothing of that sort is left over.
struct ClaimVocabulary: Sendable {
    /// Claims that are told in the same words.
    enum Family: Int, CaseIterable, Sendable {
        case applications, common, carried, results, applicants, disputes, disputeResults, documents, decisions,
            charges,
            purchases
    }

    /// Whoever writes may call the office by its name.
    private let agency: PhraseList
    /// What the report of a whole area tells of besides: its departments too.
    private let area: PhraseList

    init(agency: String) {
        let letters = Array(agency)
        self.agency = PhraseList(zip(letters, letters.dropFirst()).map { Phrase(String([$0, $1])) })
        area = agency.hasSuffix("政府") ? Self.government : agency.hasSuffix("街道办事处") ? Self.street : []
    }

    /// Whether more is left of these parts of a sentence than a slip of ours, where the words of the family are taken out;
    /// those of all families, where none is named.
    ///
    /// - Parameter read: Where the words end that were read already, by their first letters.
    func leavesAny(
        _ text: ProseLetters, _ ranges: [Range<Int>], of family: Family? = nil, besides read: [Int] = []
    ) -> Bool {
        ranges.reduce(0) { $0 + unreadLetters(text.letters, $1, words(family), read) } >= Self.tooMany
    }

    /// Where words stand that are none of the family's.
    func unreadWords(
        _ text: ProseLetters, _ range: Range<Int>, of family: Family, besides read: [Int]
    ) -> (words: [Range<Int>], isLimited: Bool) {
        var runs: [Range<Int>] = []
        var isLimited = false
        scan(text.letters, range, words(family), read) { index, isLimit in
            isLimited = isLimited || isLimit
            guard !isLimit else { return }
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return (runs, isLimited)
    }

    /// One letter is a slip of ours; two are a word (of 380 contradictions in sets that no word had been added for yet, one
    /// in a hundred has such a word, and of 40 false findings three in four).
    private static let tooMany = 2

    private func words(_ family: Family?) -> [[Phrase]] { family.map { Self.words[$0.rawValue] } ?? Self.allWords }

    private func isUnread(_ letter: Unicode.Scalar) -> Bool {
        letter.value >= 0x2E80 && !Self.functional.contains(letter)
    }

    private func unreadLetters(
        _ letters: [Unicode.Scalar], _ range: Range<Int>, _ words: [[Phrase]], _ read: [Int]
    ) -> Int {
        var unread = 0
        scan(letters, range, words, read) { _, isLimit in unread += isLimit ? 2 : 1 }
        return unread
    }

    private func scan(
        _ letters: [Unicode.Scalar], _ range: Range<Int>, _ words: [[Phrase]], _ read: [Int],
        _ tell: (Int, Bool) -> Void
    ) {
        // Behind the longest word so far.
        var known = range.lowerBound
        for index in range {
            let letter = letters[index]
            if index < read.count { known = max(known, read[index]) }
            for word in words[Self.bucket(letter)]
            where index + word.letters.count > known && index + word.letters.count <= range.upperBound
                && word.matches(letters, at: index)
            {
                known = index + word.letters.count
            }
            if let word = area.phrase(in: letters, at: index) ?? agency.phrase(in: letters, at: index) {
                known = max(known, index + word.letters.count)
            }
            if index >= known, Self.limits.contains(in: letters, at: index) { tell(index, true) }
            if index >= known, isUnread(letter) { tell(index, false) }
        }
    }

    private static func bucket(_ letter: Unicode.Scalar) -> Int { Int((letter.value ^ letter.value >> 8) & 255) }

    private static let functional: Set<Unicode.Scalar> = Set(
        "的了在与和及或对由向被将并已均等为是有中内其该此各每以于从就也还则即按依经共计总件份个，、；：（）“”‘’％〇零一二两三四五六七八九十百千万余多年月日元至到我本数次它县区市省镇乡街局委厅院馆站所办室处门户近约达超逾仅过"
            .unicodeScalars)

    /// What tells of some of them, whatever the words of it are.
    private static let limits: PhraseList = [
        "工作日", "年初", "不含", "不包括", "以上的", "以下的", "月底", "上年", "上一年", "去年", "前年", "上半年", "下半年", "季度",
        "撤回", "撤诉", "延期", "中止", "转办", "督办", "和解", "约谈", "首次提", "首次申", "首次答", "首次收", "首次公", "二次", "再次", "减免", "退还", "准予",
        "程序",
        "同一", "涉", "最大", "最多",
        "最快", "最长",
    ]

    private static let words = Family.allCases.map { byFirstLetter(common.phrases + of($0).phrases) }
    private static let allWords = byFirstLetter(common.phrases + Family.allCases.flatMap { of($0).phrases })

    private static func byFirstLetter(_ phrases: [Phrase]) -> [[Phrase]] {
        var words = [[Phrase]](repeating: [], count: 256)
        for phrase in phrases {
            if let first = phrase.letters.first { words[bucket(first)].append(phrase) }
        }
        return words
    }

    private static let common: PhraseList = [
        // when
        "本年度", "本年", "今年", "全年度", "全年", "年内", "当年", "年度", "年初以来", "年初结转", "年末", "年底", "年终", "截至", "截止", "一年来", "期间",
        "以来",
        "目前", "本期", "报告期", "统计", "上述", "当前", "时", "12月底",
        // who
        "我单位", "本单位", "本机关", "机关", "行政机关", "全局", "全院", "全街", "单位",
        // how
        "依法依规", "依法", "依规", "按时", "按期", "如期", "及时", "规定", "法定", "时限", "期限", "规范", "有序", "稳妥", "高效", "妥善", "严格", "认真",
        "扎实", "全面", "切实", "积极", "圆满", "顺利", "准确", "实际", "正式", "先后", "陆续", "同时", "另有", "另外", "此外", "还有", "尚有", "仍有",
        "其余", "剩余", "尚余", "还余", "一共", "总共", "总数", "总量", "数量", "件数", "数目", "合计", "累计", "共计", "总计", "统一", "各类", "各种",
        "各项", "事项", "分别", "全部", "都", "其中", "包括", "情况", "方面", "工作", "结果", "按照", "来看", "而言", "如下", "以下", "具体", "看", "仍",
        "仍然",
        "共有", "多达", "高达", "合共", "之多", "出现", "一年下来", "一年间", "整体", "同一年", "达到", "达", "予以", "作出", "做出", "进行",
        "开展", "完成", "能够", "下来", "负责", "之后", "还剩", "确认", "相关", "发生", "产生", "涉及", "当中", "里",
    ]

    private static let government: PhraseList = [
        "政府", "人民政府", "街道办事处", "街道", "全县", "全市", "全区", "全镇", "各级各部门", "各级", "各部门", "各乡镇", "本级", "职能部门", "工作部门", "乡镇",
        "党政",
    ]

    private static let street: PhraseList = ["街道办事处", "街道", "各部门", "各科室"]

    private static let information: PhraseList = [
        "政府信息公开", "政府信息", "政务信息", "信息公开", "信息", "公开", "政务公开", "依申请公开", "依申请", "公开件", "申请件", "申请",
    ]

    private static func of(_ family: Family) -> PhraseList {
        switch family {
        case .applications: information + ofApplications
        case .common: []
        case .carried: information + ofCarried
        case .results: information + ofResults
        case .applicants: information + ofApplicants
        case .disputes: information + ofDisputes
        case .disputeResults: information + ofDisputes + ofDisputeResults
        case .documents: ofDocuments
        case .decisions: ofDecisions
        case .charges: ofCharges
        case .purchases: ofPurchases
        }
    }

    private static let ofApplications: PhraseList =
        ClaimWords.newlyReceived + ClaimWords.received + ClaimWords.handled + ClaimWords.dealtWith
        + ClaimWords.toDealWith + ClaimWords.pending + ClaimWords.includesCarriedOver + ClaimWords.parts
        + ClaimWords.including + ClaimWords.intoThisYear + ClaimWords.adverbs + ClaimWords.asking
        + ClaimWords.channels + ClaimWords.carried + [
            "社会公众", "公众", "群众", "人民群众", "市民", "公民", "法人", "组织", "申请人", "患者", "居民", "纳税人", "企业", "家长", "家属", "方式", "老百姓",
            "网站", "办件", "量", "决定", "出具", "公开申请答复书", "申请书", "案件",
        ]
    private static let ofCarried: PhraseList =
        ClaimWords.carried + ClaimWords.lastYear + ClaimWords.nextYear + ClaimWords.pending + ClaimWords.handled
        + ClaimWords.dealtWith + ClaimWords.received + ClaimWords.newlyReceived + ClaimWords.adverbs + [
            "除", "期", "未", "尚", "继续", "需", "需要", "征求", "第三方", "意见", "补正",
        ]
    private static let ofResults: PhraseList =
        ClaimWords.results.phrases + ClaimWords.handled + ClaimWords.dealtWith + ClaimWords.adverbs
        + ClaimWords.received + [
            "告知", "决定", "理由", "原因", "客观", "属于", "属", "情形", "主要", "合法权益", "法律", "行政", "法规", "缴费", "通知", "补正", "内容", "提供",
            "无正当",
            "因", "类", "相关", "需要", "要求", "稳定", "危及", "危害", "具体", "收费", "审查", "确认", "获取", "类型", "而", "含", "作", "人", "需",
            "后",
            "检索", "上", "名义", "研究", "同意", "集中", "可能", "损害", "查询", "认定", "影响", "且", "方式", "最", "第三方", "逾期未按", "商业秘密",
            "个人隐私", "未找到", "查找", "会议纪要", "请示报告", "内部", "管理", "当事人", "未", "收", "主", "理", "现有", "涉", "较", "分", "同一", "相同",
            "不予重复", "另行", "加工", "制作", "归入", "归为", "归类", "列入", "计入", "作为", "为由", "答复书", "明确", "禁止",
        ]
    private static let ofApplicants: PhraseList =
        ClaimWords.allApplicants.phrases + ClaimWords.adverbs + ClaimWords.received + ClaimWords.newlyReceived
        + ClaimWords.asking + ClaimWords.whoAsked + [
            "类型", "身份", "占", "以", "为主", "来自", "属于", "家", "构成", "主体", "人", "比重", "最高", "最多", "绝大多数", "类别", "类", "其他",
            "划分", "一类", "来",
            "分", "名", "位", "患者", "居民", "比", "其他组织",
        ]
    private static let ofDisputes: PhraseList =
        ClaimWords.reconsideration + ClaimWords.litigation + ClaimWords.direct + ClaimWords.afterReconsideration
        + ClaimWords.arising + ClaimWords.happened + ClaimWords.againstUs + ClaimWords.adverbs + [
            "行政", "案件", "案", "提起", "引发", "引起", "因", "涉", "有关", "关于", "相关", "未经复议", "法院", "人民法院", "申请人", "当事人", "不服",
            "提出", "类",
            "审结", "作", "答复", "办理", "受理", "处理", "争议", "又", "再", "针", "收",
        ]
    private static let ofDisputeResults: PhraseList =
        ClaimWords.disputeResults.phrases + ClaimWords.otherDisputeResults + ClaimWords.otherOnes + [
            "判决", "原告", "请求", "复议机关", "决定", "认定", "裁定", "审理", "上级", "原", "行为", "获得", "结案", "终止", "审结", "责令", "调解", "重作",
            "重新", "履行",
            "一审",
            "政府", "人民政府",
        ]
    private static let ofDocuments: PhraseList =
        ClaimWords.normative + ClaimWords.regulations + ClaimWords.issued + ClaimWords.repealed + ClaimWords.inForce
        + ClaimWords.published + ClaimWords.formColumns + ClaimWords.valid + ClaimWords.adverbs
        + ClaimWords.promulgated + [
            "行政", "政府", "税务", "文件", "现行", "清理", "宣布", "对外", "公开", "新", "名义", "办公室", "未", "公报", "主动", "网站", "对照", "上位法",
            "收", "集中", "决定", "专项", "继续", "执行", "后",
            "系统", "组织", "确定", "历年", "全文", "修改", "目录", "篇", "部门", "要求", "变化", "主办", "发", "提请", "不一致",
        ]
    private static let ofDecisions: PhraseList =
        ClaimWords.decisions.phrases + ClaimWords.decisionVerbs + ClaimWords.adverbs + [
            "行政", "处理", "许可", "处罚", "强制", "措施", "采取", "案件", "公安", "税务", "类", "综合", "综合执法队", "执法队", "综合行政执法", "便民服务中心",
            "变更",
            "涉",
            "执法", "人次", "中心", "书", "受理", "违法", "行为", "用地", "查处", "立案", "窗口", "审批", "公示信息", "纳税人", "稽查", "征管", "部门",
        ]
    private static let ofCharges: PhraseList =
        ClaimWords.charges + ClaimWords.processingFee + ClaimWords.amounts + ClaimWords.adverbs + [
            "征收", "总额", "总金额", "行政事业性", "费用", "费", "收费收入", "人民币", "公开", "信息", "约", "窗口", "入库", "缴库", "上缴", "国库",
        ]
    private static let ofPurchases: PhraseList =
        ClaimWords.purchases + ClaimWords.purchase + ClaimWords.purchaseAmount + ["集中", "项目", "金额", "实施"]
}

extension ClaimKind {
    var family: ClaimVocabulary.Family {
        switch self {
        case .new, .received, .incoming, .handled, .dealtWith, .receivedAndDealtWith: .applications
        case .carriedOver, .carriedForward: .carried
        case .result: .results
        case .applicant, .newApplicant: .applicants
        case .dispute(_, let column): column == "total" ? .disputes : .disputeResults
        case .documents: .documents
        case .decisions, .items: .decisions
        case .charges, .processingFee: .charges
        case .purchases, .purchaseAmount: .purchases
        }
    }
}
