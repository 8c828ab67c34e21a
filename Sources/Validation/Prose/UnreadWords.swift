import ReportModel

/// Words around a number that the program does not know. They may well say that it is a part of what the table counts
/// (收到涉农申请12件), or another thing altogether: such a sentence is never called wrong.
struct UnreadWords: Sendable {
    /// Whoever writes may call the office by its name.
    private let agency: Set<Unicode.Scalar>

    init(agency: String) { self.agency = Set(agency.unicodeScalars) }

    /// Whether the last letter belongs to no word that is known: 受理点1个 counts no applications.
    func endsWithAny(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = letters.last, last.value >= 0x2E80, !Self.functional.contains(last),
            !Self.beforeNumbers.contains(last), !agency.contains(last)
        else { return false }
        return !Self.endings[Self.bucket(last)].contains { word in
            word.letters.count <= letters.count && letters.suffix(word.letters.count).elementsEqual(word.letters)
        }
    }

    /// Whether two letters or more side by side belong to no word that is known.
    func hasAny(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
        // Behind the longest word so far, and how many letters before this one are unknown.
        var known = letters.startIndex
        var unknown = 0
        for index in letters.indices {
            let letter = letters[index]
            // 经检索, 经核实
            if letter == "经" { known = max(known, min(index + 3, letters.endIndex)) }
            for word in Self.words[Self.bucket(letter)]
            where index + word.letters.count > known && index + word.letters.count <= letters.endIndex {
                if word.letters.indices.allSatisfy({ letters[index + $0] == word.letters[$0] }) {
                    known = index + word.letters.count
                }
            }
            if index < known || letter.value < 0x2E80 || Self.functional.contains(letter) || agency.contains(letter) {
                unknown = 0
            } else {
                unknown += 1
                if unknown > 1 { return true }
            }
        }
        return false
    }

    private static let functional: Set<Unicode.Scalar> = Set(
        "的了在与和及或对由向被将并已均等为是有中内其该此各每以于从就也还则即按依经共计总件份宗起例项个条部封单，、；：（）“”‘’％〇零一二两三四五六七八九十百千万余多年月日元收办转结新我本区县市省镇乡局委厅院馆站所办队处科室"
            .unicodeScalars)

    private static let beforeNumbers: Set<Unicode.Scalar> = Set("数量近约达超逾书有仅过达".unicodeScalars)

    private static func bucket(_ letter: Unicode.Scalar) -> Int { Int((letter.value ^ letter.value >> 8) & 255) }

    /// By their last letter.
    private static let endings: [[Phrase]] = {
        var words = [[Phrase]](repeating: [], count: 256)
        for phrase in Self.words.flatMap({ $0 }) {
            if let last = phrase.letters.last { words[bucket(last)].append(phrase) }
        }
        return words
    }()

    /// By their first letter.
    private static let words: [[Phrase]] = {
        let lists = [
            ClaimWords.application, ClaimWords.disclosureApplication, ClaimWords.newlyReceived, ClaimWords.received,
            ClaimWords.handled, ClaimWords.dealtWith, ClaimWords.toDealWith, ClaimWords.carried, ClaimWords.lastYear,
            ClaimWords.nextYear, ClaimWords.pending, ClaimWords.includesCarriedOver, ClaimWords.parts,
            ClaimWords.sumOfBoth, ClaimWords.results.phrases, ClaimWords.allApplicants.phrases,
            ClaimWords.anyDispute, ClaimWords.direct, ClaimWords.afterReconsideration,
            ClaimWords.disputeResults.phrases, ClaimWords.informationDisclosure, ClaimWords.normative,
            ClaimWords.regulations, ClaimWords.issued, ClaimWords.repealed, ClaimWords.inForce, ClaimWords.published,
            ClaimWords.decisions.phrases, ClaimWords.decisionVerbs, ClaimWords.charges, ClaimWords.processingFee,
            ClaimWords.purchases, ClaimWords.amounts, ClaimWords.purchaseAmount, ClaimWords.ours,
            ClaimWords.partsOfGovernment, ClaimWords.adverbs, ClaimWords.officeVerbs, ClaimWords.including,
            ClaimWords.intoThisYear, ClaimWords.allOfThem, ClaimWords.lookedThrough, ClaimWords.formColumns,
            ClaimWords.channels, plain,
        ]
        var words = [[Phrase]](repeating: [], count: 256)
        for phrase in lists.flatMap(\.phrases) {
            if let first = phrase.letters.first { words[bucket(first)].append(phrase) }
        }
        return words
    }()

    /// Words that change no number's meaning.
    private static let plain: PhraseList = [
        // when
        "本年度", "本年", "今年", "全年度", "全年", "年内", "当年", "年度", "年初", "年末", "年底", "年终", "截至", "截止", "一年来", "期间", "以来",
        "目前", "本期", "报告期", "统计", "上述", "以上",
        // who
        "我单位", "本单位", "单位", "机关", "行政机关", "部门", "政府", "人民政府", "街道办事处", "街道", "全县", "全市", "全区", "全镇", "全省", "各级",
        "申请人", "社会公众", "公众", "群众", "人民群众", "市民", "公民", "法人", "组织", "个人", "当事人", "相对人", "法院", "人民法院", "复议机关",
        "县局", "市局", "区局", "分局",
        // how
        "依法依规", "依法", "依规", "按时", "按期", "如期", "及时", "规定", "法定", "时限", "期限", "规范", "有序", "稳妥", "高效", "妥善", "严格", "认真",
        "扎实", "全面", "切实", "主动", "积极", "圆满", "顺利", "准确", "实际", "正式", "先后", "陆续", "同时", "另有", "另外", "此外", "还有", "尚有",
        "仍有",
        "其余", "剩余", "尚余", "还余", "通过", "对于", "因为", "由于", "一共", "总共", "总数", "总量", "数量", "件数", "数目", "合计", "累计", "统一",
        "各类", "各种", "各项", "渠道", "途径", "方式", "多种", "相应", "相关", "属于", "系", "作为", "仅", "只", "即", "连同", "加上", "加之",
        // what is done
        "来自", "患者", "纳税人", "缴费人", "家长", "居民", "村民",
        "引起", "引发", "产生", "发生", "涉及", "提出", "提交", "提起", "答复", "回复", "回应", "完成", "作出", "做出", "给予", "予以", "进行", "开展",
        "实施",
        "告知", "出具", "送达", "审查", "审结", "审理", "尚未", "正在", "继续", "保留", "现行", "有效", "收取", "征收", "缴纳", "公布", "公开", "宣布",
        "判决", "裁定", "决定", "认定", "获", "同意", "拒绝", "要求", "下达", "执法", "严格执行", "接待", "面向", "存在", "出现", "形成", "延续", "移交",
        "转为", "进入", "纳入", "列入", "包含", "包括", "含", "记", "计入",
        "承接", "承办", "衔接", "经办", "处置", "办妥", "办毕", "完结", "了结", "反馈", "回函", "复函", "函复", "签收", "录入", "登记", "交由", "汇总",
        "梳理",
        "核对", "累积", "执行", "落实", "履行", "应诉", "出庭", "变更", "确定", "支持", "责令", "重作", "重新", "处于", "处在", "保持", "维护", "接受",
        "获得",
        "得到", "提请", "申报", "报送", "备注", "注明", "说明", "显示", "反映", "来看", "看", "按照", "划分", "区分", "分为", "构成", "组成", "归类", "归为",
        "办理完成", "予以告知", "依法告知", "引致", "导致", "所致", "所引起", "起草", "拟定", "订立", "新制定", "新出台", "新制发", "确认", "停止执行", "不再执行",
        "施行", "生效", "执行有效", "存量", "现存", "共有", "拥有", "总", "全", "各", "上", "下", "一律", "逐一", "逐件", "悉数", "尽数", "合共", "共收取",
        // what
        "行政", "权益", "理由", "无正当", "需要", "采取", "机构", "服务", "中心", "大厅", "主要", "综合", "名义", "撤回", "提供", "未到", "稳定", "违法",
        "不服", "原", "未按", "逾期", "缴费", "仍不明确", "内容", "当前", "现有", "尚在", "因尚", "补正", "征求", "征询", "争议", "第三方", "意见", "延期",
        "确认",
        "执法队",
        "可能", "危及", "损害", "影响", "后", "依照", "根据", "按照", "做好", "加强", "稳步", "推进", "受理量", "办理量", "年报", "满", "届", "次",
        "绝大多数", "达到", "收费通知", "通知", "不予重复处理", "重复处理", "全文", "类", "增加到", "增加至", "增至", "上升到", "上升至", "升至", "减少到", "减少至",
        "下降到", "下降至", "降至",
        "政府信息", "政务信息", "信息", "公开件", "申请件", "案件", "事项", "决定书", "答复书", "告知书", "情况", "结果", "方面", "工作", "业务", "类型",
        "类别", "情形", "理由", "原因", "范围", "占", "比重", "比例", "政务公开", "政务", "税务", "税收", "法律", "法规", "文件", "目录", "政策", "金额",
        "费用",
        "占比", "最高", "最多", "居多", "身份", "公报", "网站", "门户网站", "资金", "采购", "政府集中采购", "编制", "财政", "人民币", "收入", "国库", "非税",
    ]
}

extension UnreadWords {
    /// Whether what is applied for is called by a word that does not go with information: 公证申请17份, 执行申请.
    static func namesOtherApplication(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
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
