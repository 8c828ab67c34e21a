import ReportModel

/// Sentences of nothing but items, which leave unsaid what the section's heading says: 新收19件，结转1件; 许可96件，处罚4件;
/// 行政复议。维持7，纠正1，其他2，未结3.
///
/// A grammar rather than a search: every letter belongs to a name of the tables, to a number, or to words that say nothing of
/// their own, and every number gets its figure from the names before it and from what stands over them. A sentence with
/// anything else in it is none (人大建议收到12件), and is left to `ClaimReader`.
struct ItemList {
    /// A number with the figure that it tells.
    struct Item {
        var kind: ClaimKind
        var number: NumberMention
    }

    /// What the names over the items have said: 行政复议：, 不予公开：, 结转：.
    private struct Context {
        var group: ClaimKind.DisputeGroup?
        var column: String?
        var documents: String?
        var result: String?
        var isCarried = false
    }

    private let text: ProseLetters
    private let numbers: [NumberMention]
    private let lexicon: ItemLexicon
    private let year: Int?
    private var context = Context()
    private var names: [ItemLexicon.Name] = []
    private var items: [Item] = []
    private var waiting: [ItemLexicon.Name] = []
    private var isEach = false
    private var isSum = false
    private var isDenied = false
    private var sawPart = false
    private var namesApplications = false
    private var sawHandled = false
    private var lastResult: String?
    private var sawApplicant = false

    /// The items of a sentence; nil where it is another kind of sentence.
    ///
    /// - Parameter head: The sentence before it, where that is a heading in the same paragraph: 行政复议。
    static func items(of sentence: ProseSentence, under head: ProseLetters?, in year: Int?) -> [Item]? {
        guard (1...4).contains(sentence.section), sentence.letters.letters.count <= 90 else { return nil }
        let lexicon = ItemLexicon.of(section: sentence.section)
        var list = ItemList(text: sentence.letters, numbers: sentence.numbers, lexicon: lexicon, year: year)
        if let head {
            var over = ItemList(text: head, numbers: [], lexicon: lexicon, year: year)
            guard over.read(), over.items.isEmpty, over.names.count < 2 else { return nil }
            list.names = over.names
            guard list.openContext() else { return nil }
        }
        guard list.read(), list.names.isEmpty, list.waiting.isEmpty, !list.items.isEmpty else { return nil }
        // 收到12件，办结12件: of what the paragraphs before it may have told.
        guard sentence.section > 1 || sentence.opensSection || sentence.topic == .applications || list.namesApplications
        else { return nil }
        return list.settled
    }

    /// 收到23件，上年结转2件: those are not among what was received, unless it says so.
    private var settled: [Item] {
        guard items.contains(where: { $0.kind == .carriedOver }) else { return items }
        return items.map { item in
            item.kind == .received ? Item(kind: sawPart ? .incoming : .new, number: item.number) : item
        }
    }

    private init(text: ProseLetters, numbers: [NumberMention], lexicon: ItemLexicon, year: Int?) {
        self.text = text
        self.year = year
        self.lexicon = lexicon
        self.numbers = numbers
    }

    private mutating func read() -> Bool {
        var index = enumeration
        while index < text.letters.count {
            if let number = numbers.first(where: { $0.range.lowerBound == index }) {
                index = number.range.upperBound
                if index < text.letters.count, text.letters[index] == "年" {
                    guard date(number.value.count) else { return false }
                    index += 1
                } else if let number = counted(number), tell(number) {
                    if number.countsPeople, index < text.letters.count, Self.people.contains(text.letters[index]) {
                        index += 1
                    }
                } else {
                    return false
                }
            } else if let (word, name) = lexicon.name(in: text.letters, at: index) {
                guard add(name) else { return false }
                index += word.letters.count
            } else if Self.marks.contains(text.letters[index]) {
                guard mark(text.letters[index]) else { return false }
                index += 1
            } else {
                return false
            }
        }
        return !isDenied || deny()
    }

    /// Behind （一） or 1. at the beginning.
    private var enumeration: Int {
        let start = text.letters.first == "（" ? 1 : 0
        let signs = text.letters.dropFirst(start).prefix { Self.numerals.contains($0) || $0.isASCIIDigit }.count
        guard (1...2).contains(signs), start + signs < text.letters.count,
            Self.behindSigns.contains(text.letters[start + signs])
        else { return 0 }
        return start + signs + 1
    }

    /// 结转2026年: into the year behind this one.
    private mutating func date(_ named: Int?) -> Bool {
        guard let year, let named else { return false }
        switch named - year {
        case 0: return true
        case 1: names.append(.forward)
        case -1: names.append(.over)
        default: return false
        }
        return true
    }

    /// The number, where it counts things: bare numbers do between names.
    private func counted(_ number: NumberMention) -> NumberMention? {
        guard number.exactness == .exact else { return nil }
        var number = number
        let end = number.range.upperBound
        if number.unit == .pieces { return Self.units.contains(text.letters[end - 1]) ? number : nil }
        if number.unit == .yuan { return number }
        guard text.letters[end - 1].isASCIIDigit else { return nil }
        number.unit = .pieces
        if end < text.letters.count, Self.people.contains(text.letters[end]) {
            number.countsPeople = true
        } else if end < text.letters.count, !Self.marks.contains(text.letters[end]) {
            return nil
        }
        return number
    }

    private mutating func add(_ name: ItemLexicon.Name) -> Bool {
        switch name {
        case .plain: break
        case .unclear: return false
        case .part: sawPart = true
        case .each: isEach = true
        case .respectively:
            waiting = names.isEmpty ? pending : names
            guard waiting.count > 1 else { return false }
            names = []
        case .sum: isSum = true
        case .none:
            guard !isDenied else { return false }
            // 行政复议纠错案件：零
            isDenied = true
            if !names.isEmpty || !pending.isEmpty { return deny() }
        default:
            switch name {
            case .received, .handled: break
            default: namesApplications = true
            }
            names.append(name)
        }
        return true
    }

    private mutating func mark(_ mark: Unicode.Scalar) -> Bool {
        switch mark {
        case "：", "（": return openContext()
        case "；":
            guard names.isEmpty || isDenied else { return false }
            context = Context()
            fallthrough
        case "，", "）":
            if isDenied { return deny() }
            // 行政复议，维持7件: what no number follows stands over the rest.
            return names.isEmpty || (mark == "，" && openContext())
        default: return true
        }
    }

    /// What has been named stands over what follows.
    private mutating func openContext() -> Bool {
        defer { (names, pending) = ([], names) }
        for name in names {
            switch name {
            case .group(let group): context.group = group
            case .column(let column): context.column = column
            case .over, .forward: return false
            case .documents(let row): context.documents = row
            case .result(let row): context.result = row
            case .carried: context.isCarried = true
            default: break
            }
        }
        return true
    }

    /// Names before a colon, which the number right behind it may be of: 行政许可：268件.
    private var pending: [ItemLexicon.Name] = []

    private mutating func tell(_ number: NumberMention) -> Bool {
        defer {
            names = []
            pending = []
            isEach = false
            isSum = false
        }
        guard !isDenied else { return false }
        if !waiting.isEmpty { return names.isEmpty && tell([waiting.removeFirst()], number) }
        let named = names.isEmpty ? pending : names
        return !named.isEmpty
            && (isEach ? named.allSatisfy { $0.isApplication || tell([$0], number) } : tell(named, number))
    }

    private mutating func tell(_ names: [ItemLexicon.Name], _ number: NumberMention) -> Bool {
        guard let kind = kind(of: names), kind.isMoney == (number.unit == .yuan) || number.value.digits == 0 else {
            return false
        }
        // 新收86件，其中予以公开30件: of the new ones alone, and 办结84件，其中自然人68件 of those that were dealt with.
        let flow = items.last { !$0.kind.isResult && !$0.kind.isApplicant }?.kind
        if kind.isResult, flow != nil, flow != .handled { return false }
        if kind.isApplicant, flow == .handled || flow == .carriedOver || flow == .carriedForward { return false }
        items.append(Item(kind: kind, number: number))
        switch kind {
        case .handled: sawHandled = true
        case .dispute(let group, _): context.group = group
        case .documents(let row, _): context.documents = row
        case .result(let rows, _): lastResult = rows.first
        case .applicant: sawApplicant = true
        default: break
        }
        return true
    }

    /// 无复议后起诉案件, 其他处理：无
    private mutating func deny() -> Bool {
        isDenied = false
        let zero = NumberMention(value: 0, exactness: .exact, unit: .pieces, range: 0..<0)
        defer { (names, pending) = ([], []) }
        let named = names.isEmpty ? pending : names
        // 无结转: neither into this year nor into the next.
        if named.count == 1, case .carried? = named.first { items.append(Item(kind: .carriedForward, number: zero)) }
        return !named.isEmpty && tell(named, zero)
    }

    // MARK: Names

    private func kind(of all: [ItemLexicon.Name]) -> ClaimKind? {
        // 新收申请, 结转下年的申请: what the other name is of.
        let names = all.count > 1 ? all.filter { !$0.isApplication } : all
        var group: ClaimKind.DisputeGroup?
        var column: String?
        var row: String?
        var columns: [String]?
        var results: [String] = []
        var applicants: [String] = []
        var flow: [ClaimKind] = []
        var isCarried = context.isCarried
        var direction: ClaimKind?
        var isOther = false
        var isApplication = false
        for name in names {
            switch name {
            case .group(let named):
                // 尚未审结的行政复议3件、直接起诉1件: the result may be of both.
                guard group == nil || group == .litigation, column == nil else { return nil }
                group = named
            case .column(let named):
                guard column == nil else { return nil }
                column = named
            case .documents(let named):
                guard row == nil else { return nil }
                row = named
            case .documentColumn(let named):
                guard columns == nil else { return nil }
                columns = named
            case .result(let named): results.append(named)
            case .applicant(let named): applicants.append(named)
            case .flow(let kind): flow.append(kind)
            case .handled: flow.append(.handled)
            case .received: flow.append(.received)
            case .carried: isCarried = true
            case .over: direction = .carriedOver
            case .forward: direction = .carriedForward
            case .other: isOther = true
            case .application: isApplication = true
            case .decision(let named): return names.count == 1 ? .decisions(row: named) : nil
            case .charges: return names.count == 1 ? .charges : nil
            case .applicants, .dealtWith, .each, .respectively, .sum, .part, .none, .plain, .unclear: return nil
            }
        }
        if isCarried {
            guard group == nil, column == nil, row == nil, results.isEmpty, applicants.isEmpty, !isOther else {
                return nil
            }
            let way = direction ?? (sawHandled ? .carriedForward : .carriedOver)
            // 新收、结转合计5件
            if flow == [.new] || flow == [.received] { return way == .carriedOver && isSum ? .incoming : nil }
            return flow.isEmpty ? way : nil
        }
        guard direction == nil else { return nil }
        if group != nil || column != nil || (isOther && context.group != nil) {
            guard row == nil, results.isEmpty, applicants.isEmpty, flow.isEmpty || flow == [.received],
                let group = group ?? context.group, column == nil || !isOther,
                group != .all || (column == nil && !isOther)
            else { return nil }
            return .dispute(group, column: column ?? (isOther ? "other" : context.column ?? "total"))
        }
        if let columns {
            guard let row = row ?? context.documents, results.isEmpty, flow.isEmpty, applicants.isEmpty else {
                return nil
            }
            return .documents(row: row, columns: columns)
        }
        guard row == nil else { return nil }
        if !results.isEmpty {
            guard applicants.isEmpty, flow.isEmpty else { return nil }
            // 不予公开（第三方）: the reason says it all; two reasons are a sum that nobody may mean.
            let leaves = results.filter { name in !results.contains { $0.hasPrefix(name + ".") } }
            return leaves.count == 1 ? .result(leaves[0]) : nil
        }
        if isOther {
            if let last = lastResult ?? context.result {
                return last.hasPrefix("other.") || context.result == "other" ? .result("other.other") : .result("other")
            }
            return sawApplicant && applicants.isEmpty ? .applicant("other") : nil
        }
        if !applicants.isEmpty {
            guard applicants.count == 1, context.result == nil, lastResult == nil,
                flow.isEmpty || flow == [.received] || flow == [.new]
            else { return nil }
            return .applicant(applicants[0])
        }
        if flow.isEmpty { return isApplication ? .received : nil }
        return flow.count == 1 ? flow[0] : nil
    }

    private static let numerals: LetterChoice = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    private static let behindSigns: LetterChoice = ["）", "、", ".", "．"]
    private static let people: LetterChoice = ["人", "名", "位", "户", "家"]
    private static let units: LetterChoice = ["件", "份", "宗", "起", "例"]
    private static let marks: LetterChoice = ["，", "、", "；", "：", "（", "）"]
}
