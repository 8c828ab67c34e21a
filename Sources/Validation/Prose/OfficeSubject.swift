/// Offices that a sentence makes speak: 县自然资源局收到34件, 市政府共受理, 石桥镇8件.
///
/// An office is the report's own where its name can be a short form of the report's agency, letter by letter.
struct OfficeSubject: Sendable {
    private let agency: [Unicode.Scalar]
    private let isGovernment: Bool
    /// A town's office acts for the town.
    private let isTown: Bool

    init(agency: String) {
        self.agency = Array(agency.unicodeScalars)
        isGovernment = agency.hasSuffix("人民政府")
        isTown = ["镇人民政府", "乡人民政府", "街道办事处"].contains { agency.hasSuffix($0) }
    }

    /// The last office there that a number or a verb makes the subject.
    func last(_ text: ProseLetters, in range: Range<Int>, isOnDisputes: Bool) -> (index: Int, owner: ClaimScope.Owner)?
    {
        guard !agency.isEmpty else { return nil }
        let letters = text.letters
        let end = range.upperBound
        var index = min(end, letters.count) - 1
        while index > range.lowerBound {
            if ClaimWords.officeEnds.contains(letters[index]), isOfficeEnd(letters, index),
                let following = following(
                    letters, index + 1, isAlone: text.clause(endingAt: index + 1, from: 0).count < 8),
                case let name = name(text, endingAt: index),
                !Self.objects.isIn(name), !ClaimWords.helping.isIn(name),
                // 制发市政府行政规范性文件34件
                following != .thing || !ClaimWords.officeVerbs.isIn(name), let owner = owner(named: name)
            {
                // 复议局受理复议: who decides about them; 住建局因信息公开被申请复议: whose they are.
                let isJudge =
                    following == .verb
                    && (isOnDisputes || text.containsAny(ClaimWords.disputed, in: index..<end))
                    && !text.contains("被", in: index..<end)
                return isJudge ? nil : (index, owner)
            }
            index -= 1
        }
        return nil
    }

    /// 以乡镇政府为被告, 以本局为被申请人: whose dispute it is, whoever else is named.
    func sued(_ text: ProseLetters, in range: Range<Int>) -> (index: Int, owner: ClaimScope.Owner)? {
        guard let end = text.last(ofAny: Self.parties, in: range),
            let mark = text.last("以", in: max(range.lowerBound, end - 24)..<end)
        else { return nil }
        let name = text.letters[(mark + 1)..<end]
        // 市级行政机关: some of those that the table counts.
        if isGovernment, name.contains("级") { return nil }
        return owner(named: name).map { (end, $0) }
    }

    private static let parties: PhraseList = ["为被告", "为被申请", "为共同被告", "为共同被申请"]

    /// 提请县政府制定规章: who asks is another.
    private static let objects: PhraseList = ["提请", "报请", "报经", "向", "经"]

    /// 渠道 and 社会 are no offices.
    private func isOfficeEnd(_ letters: [Unicode.Scalar], _ index: Int) -> Bool {
        switch letters[index] {
        case "道": letters[index - 1] == "街"
        case "会": letters[index - 1] == "员" || letters[index - 1] == "委"
        case "室": letters[index - 1] == "公"
        case "府": letters[index - 1] == "政"
        case "心": letters[index - 1] == "中"
        case "统": letters[index - 1] == "系" && index > 1 && letters[index - 2] != "府"
        case "学": letters[index - 1] == "中" || letters[index - 1] == "小"
        case "站": letters[index - 1] != "网"
        default: true
        }
    }

    /// What makes an office the subject.
    private enum Following { case verb, number, thing }

    private func following(_ letters: [Unicode.Scalar], _ start: Int, isAlone: Bool) -> Following? {
        var index = start
        // 邻近的柳河镇，今年收到9件
        if index < letters.count, letters[index] == "，", isAlone { index += 1 }
        for _ in 0..<4 {
            if let word = Self.beforeVerbs.phrase(in: letters, at: index) {
                index += word.letters.count
                if index < letters.count, letters[index] == "，" { index += 1 }
                continue
            }
            var digits = index
            while digits < letters.count, letters[digits].isASCIIDigit { digits += 1 }
            // 临江县为385件
            if digits == index, index + 1 < letters.count, letters[index] == "为", letters[index + 1].isASCIIDigit {
                return .number
            }
            guard digits > index else { break }
            guard digits < letters.count, letters[digits] == "年" else { return .number }
            index = digits + 1
            if index < letters.count, letters[index] == "度" { index += 1 }
            if index < letters.count, letters[index] == "，" { index += 1 }
        }
        if ClaimWords.officeVerbs.contains(in: letters, at: index) { return .verb }
        // 区教育局行政复议4件, 石桥镇现行有效规范性文件2件, 县林业局上年结转6件
        guard index < letters.count, let (_, word) = ClauseLexicon.of(section: 0).word(in: letters, at: index) else {
            return nil
        }
        return word.isOfOffice ? .thing : nil
    }

    private static let beforeVerbs = ClaimWords.adverbs + ["没有", "并未", "尚未", "未"]

    private func name(_ text: ProseLetters, endingAt last: Int) -> ArraySlice<Unicode.Scalar> {
        let clause = text.clause(endingAt: last + 1, from: max(0, last - 24))
        var start = clause.lowerBound
        for index in clause.dropLast()
        where ["年", "度", "前", "中", "由", "是", "来"].contains(text.letters[index]) && text.letters[index + 1] != "心"
            && text.letters[index + 1] != "学"
        {
            start = index + 1
        }
        return text.letters[start...last]
    }

    private func owner(named name: ArraySlice<Unicode.Scalar>) -> ClaimScope.Owner? {
        guard let end = name.last else { return nil }
        let letters = Array(name)
        func has(_ phrases: PhraseList) -> Bool { letters.indices.contains { phrases.contains(in: letters, at: $0) } }
        let first = name.dropLast().last
        // 本街道, 本级政府
        if let head = name.first, head == "我" || head == "本", name.count > 2 { return nil }
        // 市本级及各县 is told by its words.
        if name.contains("各") { return nil }
        // 县政府及县政府办公室: the office itself stands among them.
        if isGovernment, name.contains(where: ClaimWords.links.contains),
            name.split(whereSeparator: ClaimWords.links.contains).contains(where: isShortForm)
        {
            return .ours
        }
        if first == "我" || first == "本" || first == "全" || first == "该" { return nil }
        if has(ClaimWords.judges) { return nil }
        let isOffice = end == "办" || end == "室"
        if isOffice, isTown || !isGovernment { return isShortForm(name) || isTown ? .ours : nil }
        if isGovernment, isOffice || has(ClaimWords.actsFor) { return .part }
        if isShortForm(name) { return .ours }
        // 县档案馆, 县不动产登记中心, but no 信息中心 of the office's own.
        // 登记中心, 法规科: its own, and not more than the whole.
        if Self.parts.contains(end), !(name.first.map(ClaimWords.levels.contains) ?? false) { return .part }
        if Self.institutions.contains(end), !(name.first.map(ClaimWords.levels.contains) ?? false) || name.count < 3 {
            return nil
        }
        // 社区, 园区, 大厅, 委员会 and the like are no peers for certain.
        let isArea = end == "区" || end == "县" || end == "市"
        guard name.count >= (isArea ? 3 : 2), name.count <= 16, first != "社", first != "园", first != "景", first != "大"
        else {
            return nil
        }
        return .others
    }

    private static let parts: LetterChoice = ["心", "科", "股", "队"]
    private static let institutions: LetterChoice = ["心", "馆", "院", "站", "队"]

    /// 县政府 for 青溪县人民政府, but not for 石桥镇人民政府.
    private func isOfOwnLevel(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        func level(_ letters: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
            let rest = letters.dropLast(2)
            return rest.suffix(2).elementsEqual(["人", "民"]) ? rest.dropLast(2).last : rest.last
        }
        guard name.suffix(2).elementsEqual(["政", "府"]), agency.suffix(2).elementsEqual(["政", "府"]),
            let own = level(agency[...]), let named = level(name), Self.governed.contains(named)
        else { return true }
        return own == named
    }

    private static let governed: LetterChoice = ["省", "市", "县", "区", "州", "旗", "镇", "乡"]

    /// 县政府 for 青溪县人民政府, and 淮安市洪泽区水务局 for 洪泽区水务局.
    private func isShortForm(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        isOfOwnLevel(name) && (Self.isWithin(name, agency[...]) || Self.isWithin(agency[...], name))
    }

    private static func isWithin(_ short: ArraySlice<Unicode.Scalar>, _ long: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = long
        for letter in short {
            guard let found = rest.firstIndex(of: letter) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }
}
