/// What a word says where clauses are put together word by word.
enum ClauseWord: Sendable, Hashable {
    // When.
    case thisYear, lastYear, nextYear, otherTime
    /// 历年: of its own clause alone.
    case formerly
    // What becomes of applications.
    case application, due, new, received, handled, dealtWith, carried, pending, allClosed
    /// 结转下年, 年初存量: carried, and which way.
    case carriedOver, carriedForward
    case result(String)
    case applicant(String)
    /// 公开, 查询: a result where nothing else stands beside it.
    case short(String)
    /// 公开类（含部分公开）: both of them.
    case grantedInAnyWay
    /// 不掌握等原因: one of several.
    case andOthers
    case yearsStart, yearsEnd, wholeYear
    /// 连同, 加上; 因; 为, 均由: of the number before.
    case together, because, being
    case court
    /// 其他: of whatever the list is about.
    case other
    // Disputes, documents, decisions.
    case group(ClaimKind.DisputeGroup)
    /// 复议后: whatever is brought to court then.
    case reconsidered
    case column(String)
    case documents(String)
    /// 公布: said of 规章 for 制定.
    case promulgated
    case documentColumn([String])
    case decision(String)
    case item(String)
    case charges, processingFee, purchases, purchaseAmount
    // How names and numbers belong together.
    case each, respectively, sum, part, rest, nothing
    // Years beside each other: 由 … 增至, 比 …, 增加.
    case from, than, upTo, difference
    /// 网上, 涉及: of some of them, whatever else is said.
    case limit, about
    /// Says nothing of its own.
    case plain
    /// 规章制度: a thing that the tables do not hold.
    case otherThing

    /// What becomes of applications.
    var isFlow: Bool {
        [.due, .new, .received, .handled, .dealtWith, .carried, .pending, .carriedOver, .carriedForward, .application]
            .contains(self)
    }

    /// 不予公开 rather than a reason for it.
    var isGroupOfResults: Bool { if case .result(let row) = self { !row.contains(".") } else { false } }

    var isReason: Bool { if case .result(let row) = self { row.contains(".") } else { false } }

    /// Of some of them, or of another time.
    var isLimiting: Bool { [.limit, .about, .otherTime, .formerly].contains(self) }

    /// Whether it says which figure is meant.
    var isNaming: Bool {
        switch self {
        case .thisYear, .lastYear, .nextYear, .otherTime, .formerly, .each, .respectively, .sum, .part, .rest, .nothing,
            .from,
            .than, .upTo, .difference, .limit, .about, .plain, .andOthers, .yearsStart, .yearsEnd, .wholeYear,
            .together, .because, .being, .court, .otherThing:
            false
        default: true
        }
    }
}

/// The words of clauses, by their first letter, the longest first.
struct ClauseLexicon: Sendable {
    private typealias Words = [(word: ClauseWord, phrases: PhraseList)]

    private var words: [[(Phrase, ClauseWord)]]

    /// The longest that stands there.
    func word(in letters: [Unicode.Scalar], at index: Int) -> (Phrase, ClauseWord)? {
        words[Self.bucket(letters[index])].first { $0.0.matches(letters, at: index) }
    }

    private init(_ lists: Words...) {
        words = [[(Phrase, ClauseWord)]](repeating: [], count: 256)
        let all = lists.joined().flatMap { list in list.phrases.phrases.map { ($0, list.word) } }
        let longestFirst = all.enumerated().sorted {
            ($1.element.0.letters.count, $0.offset) < ($0.element.0.letters.count, $1.offset)
        }
        for (_, entry) in longestFirst {
            if let first = entry.0.letters.first { words[Self.bucket(first)].append(entry) }
        }
    }

    private static func bucket(_ letter: Unicode.Scalar) -> Int { Int((letter.value ^ letter.value >> 8) & 255) }

    /// Short words have a meaning of their own only under the heading of their table.
    static func of(section: Int) -> ClauseLexicon { sections[(2...4).contains(section) ? section - 1 : 0] }

    private static let sections = [
        ClauseLexicon(links, common), ClauseLexicon(shortOfDisclosure, links, common),
        ClauseLexicon(shortOfApplications, links, common), ClauseLexicon(shortOfDisputes, links, common),
    ]

    private static func words(_ table: PhraseTable, _ word: (String) -> ClauseWord) -> Words {
        zip(table.phrases.phrases, table.ids).filter { $0.1 != "upheld?" }.map { (word($0.1), PhraseList([$0.0])) }
    }

    private static let links: Words = [
        (.thisYear, ClaimWords.thisTime + ["本年度", "本年", "今年", "报告期", "本期", "这一年"]),
        (.lastYear, ClaimWords.lastYear + ["上一年度", "前一年", "上年同期", "去年同期", "同期"]),
        (.nextYear, ClaimWords.nextYear + ["下一年度"]),
        (.formerly, ClaimWords.formerTimes + ["人均承办", "人均办理", "年均", "月均", "日均", "平均"]),
        (.other, ["其他情形", "其它情形"]),
        (.otherTime, ClaimWords.otherTimes + ["前年"]),
        (.wholeYear, ["全年", "年内", "当年", "年度内"]), (.together, ["连同", "加上", "加之"]), (.because, ["因", "由于", "鉴于"]),
        (.being, ["为", "系", "属于", "是"]),
        (.each, ["各有", "各为", "各", "均", "都", "全部", "全都", "皆"]), (.respectively, ClaimWords.respectively),
        (.sum, ["合计", "共计", "总计", "合共", "加起来", "两者相加", "总共", "共", "计"]),
        (.part, ["其中", "含", "包括", "包含", "当中"]), (.rest, ClaimWords.rest),
        (
            .nothing,
            [
                "无", "零", "没有", "不存在", "未有", "并未", "未曾", "尚未", "从未", "未", "没", "并无", "均无", "不曾",
            ]
        ),
        (
            .plain,
            [
                "任何单位和个人", "任何单位、个人", "任何单位或个人", "单位和个人", "单位或个人", "任何单位或者个人", "单位、个人",
                "应公开", "未公开", "应当公开", "应公开未公开", "没有按", "未按照", "都没有按",
                "无正当理由", "无正当", "无超期", "无逾期", "没有正当理由", "无关", "无法", "无误", "无效", "无须", "无需", "未果", "未按时", "未到", "未经",
                "未补正", "未按期",
                "无一例外", "未来", "无论", "无偿", "无线", "无障碍", "未能", "未按", "未及时", "比例", "占比", "由于", "自觉", "从严", "高度", "有效期",
                "向申请人", "有关规定", "有关要求", "有关部门", "有关方面",
            ]
        ),
        (.from, ["由", "从", "自"]), (.than, ["比", "较", "与", "相比"]),
        (
            .upTo,
            [
                "增", "升", "降", "减", "增加", "上升", "下降", "减少", "增长", "变", "回落", "提升", "提高", "降低", "压减", "减少", "变化", "攀升",
                "回升", "跌", "涨", "缩减", "下滑",
            ]
            .flatMap { verb in ["至", "到", "为"].map { verb + $0 } }.reduce(PhraseList([])) {
                $0 + PhraseList([Phrase($1)])
            }
        ),
        (
            .difference,
            ClaimWords.comparisons + ClaimWords.shortComparisons + ["净增", "净减", "相差", "下滑", "缩减", "攀升", "多出"]
        ),
        (.about, ClaimWords.aboutSomething),
        (
            .limit,
            ClaimWords.handledInOneWay + ClaimWords.aboutSomething + [
                "申请系统",
                "首次公开", "补正通知", "征求", "第三方意见征求", "第三方意见征询", "延期", "撤回", "撤诉", "减免", "退还", "督办", "中止", "要求补正", "被投诉",
                "被举报",
            ]
        ),
        (.plain, ClaimWords.allWays + ["我单位", "本单位", "其他单位", "各单位", "公民、", "企业群众"]),
    ]

    private static let common: Words =
        words(ClaimWords.results) { .result($0) } + words(ClaimWords.applicants) { .applicant($0) }
        + words(shortApplicants) { .applicant($0) }
        + words(ClaimWords.disputeResults) { .column($0) } + [
            (.new, ClaimWords.newlyReceived + ["新收到", "新收申请", "本年新收", "新来", "新提交", "新进"]),
            (.received, ClaimWords.received + ["递交", "提交", "来申请", "申请过"]),
            (
                .application,
                ClaimWords.disclosureApplication + ClaimWords.wholeApplication + [
                    "申请", "依申请", "申请件", "公开件", "依申请公开情况",
                ]
            ),
            (.allClosed, ["审结", "审理完毕", "审理终结"]),
            (.due, ClaimWords.toDealWith + ["需办结", "应办结", "应处理", "需处理", "共需答复", "应予办理"]),
            (.handled, ClaimWords.handled + ["办理结果", "处理结果", "答复结果", "在办结", "已办", "办好", "办理答复"]),
            (.dealtWith, ClaimWords.dealtWith + ["办了"]),
            (.carried, ClaimWords.carried),
            (
                .pending,
                PhraseList(
                    ClaimWords.pending.phrases.filter { $0.letters.first == "未" }.map {
                        Phrase("尚" + String(String.UnicodeScalarView($0.letters)))
                    })
            ),
            (
                .pending,
                ClaimWords.pending + [
                    "未办完", "没办完", "待办", "手头", "法定答复期内", "答复期内", "办理期内", "未到法定答复期限", "未到法定办理期限", "未到答复期限", "未到办理期限",
                    "未到规定答复期限", "答复期限未满", "办理期限未满", "期限未满", "不满答复期限",
                ]
            ),
            (
                .carriedOver,
                PhraseList(
                    ClaimWords.carried.phrases.filter { $0.letters.last == "上" }.flatMap { verb in
                        ["年", "一年", "年度", "一年度"].map { Phrase(String(String.UnicodeScalarView(verb.letters)) + $0) }
                    })
            ),
            (
                .carriedOver,
                [
                    "加上年结转", "加上一年结转", "加上年度结转", "承接去年", "承接往年", "上年结转", "结转上年", "上年度结转", "去年结转", "年初存量", "年初结转",
                    "上年转入", "往年结转", "上一年结转", "上一年度结转",
                ]
            ),
            (
                .carriedForward,
                [
                    "结转下年", "转下年", "结转次年", "转次年", "转入下年", "结转下年度", "结转至下年", "年末在办", "年末未办结", "结转下一年度", "结转下一年", "年底未办结",
                    "转入下一年", "期末未办结",
                ]
            ),
            (.other, ["其他", "其它"]),
            (.group(.reconsideration), ["行政复议", "复议案件", "行政复议案件", "被复议", "复议"]),
            (.court, ["法院", "人民法院", "法院判决"]), (.plain, ["审理结果"]),
            (.group(.reconsideration), ["被申请行政复议后", "申请行政复议后", "被申请复议后"]),
            (.group(.litigation), ["行政诉讼", "诉讼", "应诉", "被诉", "诉至法院", "起诉", "行政诉讼案件"]),
            (.group(.direct), ClaimWords.direct),
            (
                .reconsidered,
                [
                    "复议后", "复议之后", "经复议后", "经复议", "行政复议后", "经行政复议后", "经行政复议", "被复议后", "先复议后", "先行复议后", "不服复议", "不服行政复议",
                    "不服复议决定", "不服行政复议决定", "对复议决定不服", "对行政复议决定不服",
                ]
            ),
            (
                .column("pending"),
                ["还没审结", "没有审结", "尚未结案", "还在审理", "还未审结", "还在审", "仍未审结", "没有结果", "还没有结果", "仍待审理", "尚待审理"]
            ),
            (.column("upheld"), ["得到维持", "获维持", "被维持", "予以维持", "判决驳回"]),
            (.column("corrected"), ["被纠正", "被撤销", "予以纠正", "判决纠正", "被纠错", "纠正数", "被责令"]),
            (.purchases, ClaimWords.purchases + ["政府采购项目"]),
            (.purchaseAmount, ClaimWords.purchaseAmount + ["政府集中采购金额", "采购总金额", "政府集中采购总金额"]),
            (.grantedInAnyWay, ClaimWords.grantedInAnyWay), (.andOthers, ["等"]),
            (.plain, ["收费", "收取", "征收", "收费金额", "金额", "本年收费", "当年收费", "年内收费", "本年度收费", "个人隐私", "商业秘密"]),
            (.yearsStart, ["年初"]), (.yearsEnd, ["年末", "年底", "期末", "12月底", "12月31日", "年终"]),
            (.documents("normative_documents"), ["行政规范性文件", "规范性文件"]),
            (.documents("regulations"), ["规章", "政府规章"]), (.otherThing, ClaimWords.notRegulations),
            (
                .documentColumn(["issued", "made"]),
                ClaimWords.issued + ["新制发", "新制定", "新出台", "新制作", "制发件数", "制发数", "新制订", "新印发", "制发总数", "制定总数"]
            ),
            (.documentColumn(["repealed"]), ClaimWords.repealed + ["宣布废止", "废止件数", "废止数"]),
            (
                .documentColumn(["in_force", "public_total"]),
                ClaimWords.inForce + ["有效", "现行有效件数", "现存有效", "历年累计对外公开", "历年累计有效", "历史累计有效"]
            ),
            (.documentColumn(["published"]), ClaimWords.published),
            // 废止12件、修改7件: no form counts those.
            (.documentColumn(["revised"]), ["修改", "修订"]),
            (.decision("licensing"), ["行政许可", "许可决定"]), (.decision("penalty"), ["行政处罚", "处罚决定"]),
            (.decision("coercion"), ["行政强制", "强制措施"]), (.charges, ClaimWords.charges),
            (.processingFee, ClaimWords.processingFee),
            (.plain, ["政府信息", "信息公开工作", "公开工作", "办理工作", "办理情况", "答复工作", "处理决定", "不予许可", "新发生"]),
        ]

    /// Without 公民 and 单位, which are said of whoever asks.
    private static let shortApplicants: PhraseTable = [
        ("律师事务所", "legal_service"), ("律所", "legal_service"), ("公益组织", "social"), ("科研院所", "research"),
        ("企业", "enterprise"), ("公司", "enterprise"), ("个人", "natural_person"), ("村民个人", "natural_person"),
        ("居民个人", "natural_person"), ("群众个人", "natural_person"),
    ]

    private static let shortOfApplications: Words = [
        (.short("granted"), ["公开"]), (.short("rejected.petition"), ["信访"]),
        (.short("rejected.duplicate"), ["重复"]), (.short("rejected.excessive"), ["反复"]),
        (.short("rejected.publication"), ["出版物"]), (.short("refused.third_party"), ["第三方"]),
        (.short("refused.internal"), ["内部信息"]), (.short("refused.enforcement_file"), ["案卷"]),
        (.short("refused.administrative_query"), ["查询"]), (.short("refused.state_secret"), ["秘密", "涉密"]),
        (.short("refused.prohibited_by_law"), ["禁止公开"]),
        (
            .result("refused.prohibited_by_law"),
            [
                "法律法规禁止", "法律禁止", "法规禁止", "法律行政法规禁止公开", "法规禁止公开", "法律法规禁止公开", "其他法律行政法规禁止公开", "其他法律法规禁止公开",
                "法律行政法规规定禁止公开",
            ]
        ),
        (.result("unavailable.unclear"), ["补正后不明确"]), (.short("unavailable.unclear"), ["不明确"]),
        (.result("unavailable.needs_creation"), ["需加工"]),
        (.applicant("social"), ["社会组织"]), (.result("refused"), ["没有公开", "未能公开", "不能公开"]),
        (
            .plain,
            [
                "政府信息公开", "信息公开", "公开工作", "公开内容", "不予受理", "公开服务", "公开后", "不动产登记", "第三方同意公开", "第三方不同意公开", "第三方不同意",
                "现有信息", "未找到",
            ]
        ),
        (.application, ["信息公开申请", "公开申请", "公开件", "申请公开", "依申请公开"]),
    ]

    private static let shortOfDisputes: Words = [
        (.other, ["其他处理", "其它处理", "其他方式", "其他情况"]), (.column("corrected"), ["纠错"]), (.column("pending"), ["未审", "在审"]),
    ]

    private static let shortOfDisclosure: Words = [
        (.decision("licensing"), ["许可"]), (.decision("penalty"), ["处罚"]), (.decision("coercion"), ["强制"]),
        (.documentColumn(["issued", "made"]), ["发"]), (.documentColumn(["repealed"]), ["废"]),
        (.documentColumn(["published"]), ["公开"]), (.documentColumn(["in_force", "public_total"]), ["有效", "总数"]),
        (.plain, ["截至目前"]), (.promulgated, ["公布"]),
        (.item("previous_items"), ["上一年项目数量", "上一年项目", "上年项目数量", "上年项目"]),
        (.item("decisions"), ["处理决定数量", "处理决定", "本年处理决定数量", "本年处理决定"]),
        (.item("change"), ["本年增/减", "本年增减", "增/减", "增减"]),
    ]
}
