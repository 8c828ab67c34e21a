/// The names that items of a list go by, and the figure that each of them tells.
struct ItemLexicon: Sendable {
    enum Name: Sendable {
        /// 新收, 在办: the flow of applications.
        case flow(ClaimKind)
        case received, handled, application
        /// 结转, and which way.
        case carried, over, forward
        case result(String)
        case applicant(String)
        case applicants
        case group(ClaimKind.DisputeGroup)
        case column(String)
        case documents(String)
        case documentColumn([String])
        case decision(String)
        case charges
        /// 其他: of whatever the list is about.
        case other
        case each, respectively, sum
        /// 其中, 含
        case part
        /// 无, 零
        case none
        /// 办理: of what came in, or of what was done with it.
        case dealtWith
        /// Words that say nothing of their own, and such as leave everything open: 各类.
        case plain, unclear

        var isApplication: Bool {
            if case .application = self { return true }
            return false
        }
    }

    private typealias Words = [(name: Name, words: PhraseList)]

    /// By their first letter, the longest first.
    private var names: [[(Phrase, Name)]]

    /// The longest that stands there.
    func name(in letters: [Unicode.Scalar], at index: Int) -> (Phrase, Name)? {
        names[Self.bucket(letters[index])].first { $0.0.matches(letters, at: index) }
    }

    private init(_ lists: Words...) {
        names = [[(Phrase, Name)]](repeating: [], count: 256)
        let all = lists.joined().flatMap { list in list.words.phrases.map { ($0, list.name) } }
        for name in all.sorted(by: { $0.0.letters.count > $1.0.letters.count }) {
            if let first = name.0.letters.first { names[Self.bucket(first)].append(name) }
        }
    }

    private static func bucket(_ letter: Unicode.Scalar) -> Int { Int((letter.value ^ letter.value >> 8) & 255) }

    static func of(section: Int) -> ItemLexicon { sections[section - 1] }

    private static let sections = [
        ItemLexicon(flow, links), ItemLexicon(disclosure, links), ItemLexicon(flow, results, applicants, links),
        ItemLexicon(disputes, links),
    ]

    private static func words(_ table: PhraseTable, _ name: (String) -> Name) -> Words {
        zip(table.phrases.phrases, table.ids).filter { $0.1 != "upheld?" }.map { (name($0.1), PhraseList([$0.0])) }
    }

    private static let links: Words = [
        (.plain, plain), (.unclear, ["各类", "各种", "各项"]), (.part, ["其中", "含", "包括", "包含"]), (.dealtWith, ["办理"]),
        (.each, ["各", "均"]), (.respectively, ["分别"]), (.sum, ["合计", "共计", "总计", "合共"]),
        (.none, ["无", "零", "没有"]), (.other, ["其他", "其它"]),
    ]

    private static let flow: Words = [
        (.flow(.new), ["新收", "新收到", "新收申请", "新受理", "本年新收", "新接收"]),
        (.received, ["收到", "受理", "接收", "收件", "收到申请", "受理申请", "共收"]),
        (.application, ["申请", "依申请公开", "依申请公开情况", "依申请公开申请", "政府信息公开申请", "信息公开申请", "申请量", "申请件"]),
        (.handled, ["办结", "已办结", "答复", "办结申请", "已答复", "办毕"]),
        (.carried, ["结转"]), (.over, ["上年", "上一年", "上年度", "去年"]), (.forward, ["下年", "下一年", "下年度", "次年", "明年"]),
        (.flow(.carriedOver), ["上年结转", "结转上年", "上年度结转", "去年结转", "年初存量", "上年结转申请", "年初结转", "上年转入"]),
        (
            .flow(.carriedForward),
            ["结转下年", "转下年", "结转次年", "转次年", "转入下年", "结转下年度", "结转至下年", "年末在办", "年末未办结", "结转下一年度"]
        ),
    ]

    private static let results: Words =
        words(ClaimWords.results) { .result($0) } + [
            (.result("granted"), ["公开"]), (.result("rejected.petition"), ["信访", "信访类"]),
            (.result("rejected.duplicate"), ["重复"]), (.result("rejected.excessive"), ["反复"]),
            (.result("rejected.publication"), ["出版物"]), (.result("refused.third_party"), ["第三方"]),
            (.result("refused.internal"), ["内部", "内部信息"]), (.result("refused.enforcement_file"), ["案卷"]),
            (.result("refused.administrative_query"), ["查询"]), (.result("refused.state_secret"), ["秘密", "涉密"]),
            (.result("refused.prohibited_by_law"), ["禁止公开"]), (.result("unavailable.not_held"), ["不存在"]),
            (.result("unavailable.unclear"), ["补正后不明确", "不明确"]), (.result("unavailable.needs_creation"), ["需加工"]),
        ]

    private static let applicants: Words =
        words(ClaimWords.allApplicants) { .applicant($0) } + [
            (.applicants, ["申请人", "申请人类型", "申请主体"]), (.applicant("social"), ["社会组织"]),
        ]

    private static let disputes: Words =
        words(ClaimWords.disputeResults) { .column($0) } + [
            (.group(.reconsideration), ["复议", "行政复议", "被复议", "复议案件", "行政复议案件", "被申请复议", "被申请行政复议"]),
            (.group(.litigation), ["诉讼", "行政诉讼", "行政诉讼案件", "被诉", "诉讼案件"]),
            (.group(.direct), ["直接起诉", "未经复议直接起诉", "直接诉讼", "未经复议起诉", "直接起诉案件"]),
            (.group(.afterReconsideration), ["复议后起诉", "经复议后起诉", "复议后诉讼", "复议后起诉案件", "经复议起诉"]),
            (.column("corrected"), ["纠错"]), (.column("pending"), ["未审", "在审"]),
        ]

    private static let disclosure: Words = [
        (.none, ["未"]),
        (.decision("licensing"), ["许可", "行政许可", "许可决定", "行政许可决定"]),
        (.decision("penalty"), ["处罚", "行政处罚", "处罚决定", "行政处罚决定"]),
        (.decision("coercion"), ["强制", "行政强制", "行政强制措施", "强制措施"]),
        (.charges, ["收费", "收费金额", "行政事业性收费", "行政事业性收费金额"]),
        (.documents("normative_documents"), ["行政规范性文件", "规范性文件"]), (.documents("regulations"), ["规章", "政府规章"]),
        (.documentColumn(["issued", "made"]), ["制发", "制定", "发", "新制发", "出台", "印发", "制发数"]),
        (.documentColumn(["repealed"]), ["废止", "废", "失效", "废止数"]),
        (.documentColumn(["in_force", "public_total"]), ["现行有效", "有效", "现存有效", "现有", "继续有效"]),
    ]

    /// Words that say nothing of their own.
    private static let plain: PhraseList =
        ClaimWords.ours + [
            "全年", "本年度", "本年", "今年", "年内", "当年", "年度", "其余", "按时", "按期", "依法", "全部", "待办", "在办", "无超期", "无逾期",
            "办理结果", "答复结果", "结果", "办理情况", "要求", "已获取信息", "信息", "本年处理决定", "案件数", "复议结果", "审理结果", "申请情况", "申请办理", "情况",
            "截至年底", "涉及", "属于", "情形", "方面", "处理决定",
            "本馆", "本街道", "本院", "我街", "税务", "公安",
            "共", "已", "的", "数", "量", "类", "有", "为", "是", "计", "达", "仅", "总", "因", "度", "另", "则", "尚", "还", "涉", "件",
            "和", "与", "及", "加",
            "案件", "作出",
        ]
}
