/// One way of writing for what offices write in several: quotation marks and asides without a number taken out, marks
/// inside a name removed.
enum ProseFolding {
    static func fold(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let once = foldOnce(letters)
        // What stood in quotation marks may be part of a name.
        return once.count < letters.count ? foldOnce(once) : once
    }

    /// What is written for the letters up to an end.
    private struct Fold {
        var written: ArraySlice<Unicode.Scalar> = []
        var end: Int
    }

    private static func foldOnce(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(letters.count)
        var index = 0
        while index < letters.count {
            if let fold = fold(letters, from: index) {
                result += fold.written
                index = fold.end
            } else {
                result.append(letters[index])
                index += 1
            }
        }
        return result
    }

    /// Nil where the letter stays.
    private static func fold(_ letters: [Unicode.Scalar], from start: Int) -> Fold? {
        switch letters[start] {
        case "（": aside(letters, from: start)
        case "“", "‘", "「", "\"": quotation(letters, from: start)
        case "除": exception(letters, from: start)
        case "作" where start + 1 < letters.count && letters[start + 1] == "为": role(letters, from: start)
        case "在": occasion(letters, from: start)
        case let letter:
            names[bucket(letter)].first { $0.0.matches(letters, at: start) }
                .map { Fold(written: $0.1.letters[...], end: start + $0.0.letters.count) }
        }
    }

    /// 法律服务机构（律师事务所）4件: the number belongs to what stands before the aside.
    private static func aside(_ letters: [Unicode.Scalar], from start: Int) -> Fold? {
        if sumOfResults.matches(letters, at: start) {
            return Fold(written: allResults.letters[...], end: start + sumOfResults.letters.count)
        }
        if let end = closing("）", in: letters, from: start, within: 20),
            tellsWhole(letters[start + 1..<end], before: letters[(end + 1)...])
        {
            return Fold(written: letters[start + 1..<end], end: end + 1)
        }
        guard let end = closing("）", in: letters, from: start, within: 40), !tellsMore(letters[start..<end]) else {
            return nil
        }
        return Fold(end: end + 1)
    }

    /// 答复结果为“部分公开”的有13件
    private static func quotation(_ letters: [Unicode.Scalar], from start: Int) -> Fold? {
        let mark = letters[start] == "\"" ? "\"" : closings[letters[start]] ?? "”"
        guard let end = closing(mark, in: letters, from: start, within: 30), !hasCount(letters[start..<end]) else {
            return nil
        }
        // “登记—拟办—会审—答复”, “以公开为常态、不公开为例外”: a motto tells of no figure.
        let quoted = letters[start + 1..<end]
        let isMotto = !quoted.contains("零") && quoted.contains(where: motto.contains)
        return Fold(written: isMotto ? [] : quoted, end: end + 1)
    }

    /// 除维持和纠正外，以其他结果结案的16件: what is left out tells nothing.
    private static func exception(_ letters: [Unicode.Scalar], from start: Int) -> Fold? {
        guard let end = closing("，", in: letters, from: start, within: 26), letters[end - 1] == "外",
            !hasCount(letters[start..<end]), !others.contains(in: letters, at: end + 1)
        else { return nil }
        return Fold(end: end + 1)
    }

    /// 作为全市政务公开的牵头单位，: what the office is tells nothing of its numbers.
    private static func role(_ letters: [Unicode.Scalar], from start: Int) -> Fold? {
        guard let end = closing("，", in: letters, from: start, within: 30), roles.ends(in: letters, at: end),
            !hasCount(letters[start..<end]), !judges.ends(in: letters, at: end)
        else { return nil }
        return Fold(end: end + 1)
    }

    /// 在县政府办的指导下，: who helped is nobody's number.
    private static func occasion(_ letters: [Unicode.Scalar], from start: Int) -> Fold? {
        guard let end = closing("，", in: letters, from: start, within: 30), guidance.ends(in: letters, at: end),
            !hasCount(letters[start..<end])
        else { return nil }
        return Fold(end: end + 1)
    }

    private static let guidance: PhraseList = ["指导下", "领导下", "支持下", "帮助下", "关心下", "部署下", "统筹下"]
    private static let roles: PhraseList = ["单位", "部门", "机构", "机关", "窗口"]
    /// The row's number would be an aside.
    private static let sumOfResults: Phrase = "（七）总计"
    private static let allResults: Phrase = "，办理结果总计"
    private static let judges: PhraseList = ["复议机关", "复议机构"]
    private static let others: PhraseList = ["其他", "其余", "其它", "均", "都", "全", "未", "没有", "无", "不"]
    private static let motto: LetterChoice = ["—", "–", "－", "-", "+", "，", "、", "·"]
    private static let closings: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "‘": "’", "「": "」"]

    private static func closing(
        _ mark: Unicode.Scalar, in letters: [Unicode.Scalar], from start: Int, within limit: Int
    ) -> Int? {
        let window = letters[min(start + 1, letters.count)..<min(start + limit, letters.count)]
        guard let end = window.firstIndex(of: mark) else { return nil }
        return window[..<end].contains(letters[start]) ? nil : end
    }

    /// An aside that changes what the number means: （含上年结转）, （两件网络申请）, （均为自然人）.
    private static func tellsMore(_ aside: ArraySlice<Unicode.Scalar>) -> Bool {
        // （不含户籍查询）
        if !hasCount(aside), leftOut.contains(in: Array(aside), at: 1) { return false }
        return hasCount(aside) || aside.contains { Self.telling.contains($0) }
    }

    /// 申请总量（含上年结转）93件: the number behind is of the whole.
    private static func tellsWhole(_ aside: ArraySlice<Unicode.Scalar>, before rest: ArraySlice<Unicode.Scalar>) -> Bool
    {
        guard !hasCount(aside), ["含", "包"].contains(aside.first), let next = rest.first,
            aside.indices.contains(where: { wholes.contains(in: Array(aside), at: $0 - aside.startIndex) })
        else { return false }
        return next.isASCIIDigit || ["共", "合", "总", "为", "是", "有"].contains(next)
    }

    private static let leftOut: PhraseList = ["不含", "不包括", "不计"]
    private static let wholes = ClaimWords.lastYear + ClaimWords.carried + ["部分公开"]

    private static let telling: LetterChoice = [
        "其", "除", "不", "未", "无", "非", "均", "全", "转", "年", "没", "判", "维", "纠", "驳",
    ]

    private static func hasCount(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        for index in part.indices {
            let letter = part[index]
            if letter.isASCIIDigit { return true }
            if index > part.startIndex, Self.measures.contains(letter), Self.numerals.contains(part[index - 1]) {
                return true
            }
        }
        return false
    }

    private static let measures: LetterChoice = ["件", "份", "宗", "起", "例", "项", "条", "部", "个"]
    private static let numerals: LetterChoice = [
        "零", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "余", "多", "几",
    ]

    /// By their first letter.
    private static let names: [[(Phrase, Phrase)]] = {
        var names = [[(Phrase, Phrase)]](repeating: [], count: 256)
        for name in anybody.map({ ($0, "") }) + joined {
            if let head = name.0.letters.first { names[bucket(head)].append(name) }
        }
        return names
    }()

    /// 公民、法人和其他组织 means anybody: no list of applicants, and its mark no end of a clause.
    private static let anybody: [Phrase] = ["和", "或", "或者", "及", "与", "以及", "、"].flatMap { link in
        [
            Phrase("公民、法人\(link)其他组织"), Phrase("公民、法人\(link)者其他组织"), Phrase("公民、法人\(link)其它组织"),
            Phrase("自然人、法人\(link)其他组织"), Phrase("自然人、法人\(link)者其他组织"), Phrase("公民、法人\(link)社会组织"),
            Phrase("社会公众\(link)组织"), Phrase("公众、法人\(link)其他组织"), Phrase("公众、法人\(link)者其他组织"),
        ]
    }

    /// One thing with a mark in its name.
    private static let joined: [(Phrase, Phrase)] = [
        ("第二十条第项", ""), ("多少件", ""), ("？答：", "："), ("?答：", "："), ("！这是", "——这是"), ("!这是", "——这是"), ("结转办理", "结转"),
        ("拟办", "办理"), ("其他处理中的其他", "其他处理其他"), ("其他处理中其他", "其他处理其他"),
        ("其他处理的其他", "其他处理其他"),
        ("未制发、未废止", "未制发、废止"),
        ("未制定、未废止", "未制定、废止"),
        ("没经", "未经"), ("还没审结", "尚未审结"), ("先复议、后", "先复议后"), ("没审结", "未审结"), ("没办完", "未办结"), ("没有办完", "未办结"),
        ("没办结", "未办结"),
        ("办完", "办结"), ("未结转", "没有结转"), ("没有结果纠正", "没有纠正"), ("没按", "未按"), ("没制发", "未制发"), ("接着办", "继续办理"), ("转过来", "结转"),
        ("新来", "新收"),
        ("老百姓", "群众"),
        ("打官司", "诉讼"), ("提的", "提出的"), ("还是不明确", "仍不明确"), ("申请申请", "申请"), ("一件也没有", "均没有"), ("一件都没有", "均没有"),
        ("诉讼请求", "请求"), ("审结案件", "审结的案件"), ("准予及不予", ""), ("准予和不予", ""), ("明确禁止", "禁止"), ("明令禁止", "禁止"), ("径行", "直接"),
        ("加工、汇总", "加工分析"), ("关于政府信息公开的申请", "政府信息公开申请"), ("关于信息公开的申请", "信息公开申请"), ("依申请公开来信", "依申请公开申请"),
        ("依申请公开来函", "依申请公开申请"), ("依申请公开请求", "依申请公开申请"), ("依申请公开信件", "依申请公开申请"), ("信息公开请求", "信息公开申请"),
        ("信访、举报、投诉", "信访举报投诉"), ("线上、线下", "线上线下"), ("网上、网下", "网上网下"), ("线上和线下", "线上线下"), ("信访、投诉、举报", "信访举报投诉"),
        ("信访举报、投诉", "信访举报投诉"),
        ("信访、举报投诉", "信访举报投诉"), ("信访、投诉举报", "信访举报投诉"), ("信访、投诉", "信访投诉"),
        ("举报、投诉", "举报投诉"), ("投诉、举报", "投诉举报"), ("法律、行政法规", "法律行政法规"),
        ("法律、法规", "法律法规"), ("加工、分析", "加工分析"), ("汇总、加工", "加工分析"), ("分析、加工", "加工分析"),
        ("加工、整理", "加工分析"), ("逾期不补正、", "逾期不补正"), ("逾期未补正、", "逾期未补正"),
        ("没有现成信息、", "没有现成信息"), ("重复提出", "重复申请"), ("人（件）", "件"), ("家（件）", "件"), ("件（人）", "件"),
        ("国家安全、公共安全、经济安全、社会稳定", "三安全一稳定"), ("国家安全、公共安全、经济安全和社会稳定", "三安全一稳定"),
        ("国家安全、公共安全、经济安全及社会稳定", "三安全一稳定"), ("确认、重新出具", "重新出具"), ("确认、", "确认"),
    ]

    private static func bucket(_ letter: Unicode.Scalar) -> Int { Int((letter.value ^ letter.value >> 8) & 255) }
}
