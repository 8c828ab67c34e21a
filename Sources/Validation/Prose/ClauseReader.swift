import ReportModel

/// Reads a sentence clause by clause, word by word: whose numbers, of when, of what.
///
/// Every number has its own words, before it or behind it in its clause. What they leave unsaid, the clause without a number
/// right before it says, or the number that it is compared with: 行政诉讼由去年的1件升至今年的3件. Numbers of other years and
/// differences are told apart from the year's own by the words that stand beside them.
struct ClauseReader {
    /// What became of a number.
    enum Answer {
        case read([Claim])
        /// Another year's, or a difference.
        case excluded
    }

    enum Element {
        case word(ClauseWord, Range<Int>)
        case number(Int)
        case link(Int)

        var word: ClauseWord? { if case .word(let word, _) = self { word } else { nil } }
        /// Of its first letter; nil for a number.
        var start: Int? {
            switch self {
            case .word(_, let range): range.lowerBound
            case .link(let place): place
            case .number: nil
            }
        }
        var isLink: Bool { if case .link = self { true } else { false } }
    }

    struct Clause {
        var range: Range<Int>
        var elements: [Element] = []
        var hasNumber: Bool { elements.contains { if case .number = $0 { true } else { false } } }
    }

    let reader: ClaimReader
    let sentence: ProseSentence
    var context: ClauseMeaning.Context
    var answers: [Int: Answer] = [:]
    var denials: [(kind: ClaimKind, isVague: Bool, range: Range<Int>)] = []
    var text: ProseLetters { sentence.letters }

    /// A number of what the tables hold was another office's.
    var isOfOthers = false
    /// Where whoever was named before no longer counts.
    var scopeStart = 0
    /// The clause without a number right before.
    var head = ClauseMeaning()
    var headRange: Range<Int>?
    var headElements: [Element] = []
    /// The words of the number before.
    var before = ClauseMeaning()
    /// The words of the other year's number, where this year's is still to come.
    var compared: ClauseMeaning?
    var waiting: [ClauseWord] = []
    /// Those without a number behind it, up to the next mark but a comma.
    var following: [Clause] = []
    var waitingMeaning = ClauseMeaning()
    var isOtherYear = false
    /// The number before in the clause was another year's.
    var isBesideOtherYear = false
    /// 2022年行政复议17件；行政诉讼12件: another year was named before, and none since.
    var isYearOpen = false
    /// The same, before the aside.
    var wasOtherYear = false
    var isOtherPeriod = false
    /// Where the words end that were read, by their first letters.
    var covered: [Int]
    /// 自然人30，企业3: numbers without a unit behind a name.
    var bare: Set<Int> = []
    /// 被纠正的案件3件，其中直接起诉2件: what the last number said of its parts.
    var lastColumn: String?
    /// The last number of the clause before, where it was read.
    var last: Claim?
    var uniform: [Claim] = []
    /// 其中网上51件、信函35件: what the parts are of, and what is left of it.
    var rest: Int?
    /// It came in one way.
    var isOfWay = false
    /// Where the words of the clause's last number end, where that is not the clause's end.
    var cut: Int?
    /// How many numbers right before were parts of all: of one way, of one sort of applicants.
    var parts = 0
    /// How many right before were results of one group of disputes.
    var columns = 0
    /// 结转：上年3件，下年2件: what stands over the whole list.
    var over = ClauseMeaning()
    /// 其他处理：…；其他2件: what stands over the whole list.
    var listResult: String?
    /// 尚未审结的行政复议3件、直接起诉2件: what the first of a list says of all.
    var listColumn: String?

    init(reader: ClaimReader, sentence: ProseSentence, context: ClauseMeaning.Context) {
        self.reader = reader
        self.sentence = sentence
        self.context = context
        covered = [Int](repeating: 0, count: sentence.letters.letters.count)
    }

    /// 行政复议。维持1，纠正1: a sentence of nothing but names stands over the next.
    mutating func open(under heading: ProseLetters) {
        guard !reader.vocabulary.leavesAny(heading, [heading.all]) else { return }
        let lexicon = ClauseLexicon.of(section: sentence.section)
        var index = 0
        var isDenied = false
        while index < heading.letters.count {
            if let (phrase, word) = lexicon.word(in: heading.letters, at: index) {
                over.add(word)
                isDenied = isDenied || word == .nothing
                index += phrase.letters.count
            } else {
                index += 1
            }
        }
        guard over.words.count == 1, !isDenied else {
            over = ClauseMeaning()
            return
        }
        if over.has(.application) { context.isAboutApplications = true }
        name(over)
    }

    /// Whether it holds nothing but words of the tables, under the section's heading: 新收19件，结转1件.
    private func isPlain(_ clauses: [Clause]) -> Bool {
        guard sentence.isUnderSection, (1...2).contains(sentence.section), text.letters.count <= 90 else {
            return false
        }
        let words = clauses.flatMap(\.elements).compactMap(\.word)
        // 收到12件，办结12件: of what the paragraphs before it may have told.
        guard !sentence.continues || !over.isEmpty else { return false }
        let isOpening = sentence.section == 2 || sentence.opensSection || words.contains(.new)
        return isOpening
            && words.allSatisfy {
                sentence.section == 2
                    ? !$0.isLimiting : $0.isFlow || $0.isGroupOfResults || !$0.isNaming && !$0.isLimiting
            }
            && sentence.numbers.indices.allSatisfy { counted($0) != nil || year(sentence.numbers[$0]) != nil }
            && !reader.vocabulary.leavesAny(text, [text.all], of: .common, besides: covered)
    }

    /// 市政府办公室组织培训5期，全年收到1406件: whoever did other things before is not who did this.
    private func isNewStart(_ clause: Clause, behind mark: Unicode.Scalar) -> Bool {
        // 县林业局上年结转6件，今年新收58件: but whoever has told of the same did.
        guard !isOfOthers || mark == "；" else { return false }
        let before = sentence.numbers.indices.filter {
            (scopeStart..<clause.range.lowerBound).contains(sentence.numbers[$0].range.lowerBound)
        }
        guard before.allSatisfy({ answers[$0] == nil }), before.contains(where: { year(sentence.numbers[$0]) == nil })
        else { return false }
        let times: [ClauseWord] = [.thisYear, .wholeYear, .yearsEnd]
        return mark == "；"
            || clause.elements.first.map { $0.start == clause.range.lowerBound && times.contains($0.word ?? .plain) }
                ?? false
    }

    /// Whether anything is named that the tables hold.
    private func isNaming(_ clauses: [Clause]) -> Bool {
        clauses.contains { $0.elements.contains { $0.word?.isNaming ?? false } }
    }

    mutating func read() {
        let clauses = clauses()
        guard isNaming(clauses) || over.has(.application) || sentence.numbers.contains(where: { $0.unit == .yuan })
        else {
            return
        }
        head = over
        context.isPlain = isPlain(clauses)
        if context.isPlain, sentence.section == 1 { context.isAboutApplications = true }
        for (place, clause) in clauses.enumerated() {
            let mark = clause.range.lowerBound > 0 ? text.letters[clause.range.lowerBound - 1] : " "
            // 未审结的行政诉讼3件（直接起诉2件、复议后起诉1件）
            if mark == "（" || mark == "：", place > 0, clauses[place - 1].hasNumber { context.column = lastColumn }
            if mark == "（" {
                (wasOtherYear, context.isInAside) = (isOtherYear, place > 0 && clauses[place - 1].hasNumber)
            }
            if mark == "）" {
                (context.column, context.isUnderPart, isOtherYear) = (nil, false, wasOtherYear)
                context.isInAside = false
            }
            if isNewStart(clause, behind: mark) { scopeStart = clause.range.lowerBound }
            if clause.hasNumber {
                following = Array(
                    clauses[(place + 1)...].prefix {
                        !$0.hasNumber && text.letters[$0.range.lowerBound - 1] == "，"
                    })
                numbers(of: clause)
            } else {
                numberless(clause, behind: mark)
            }
            if clause.range.upperBound < text.letters.count, text.letters[clause.range.upperBound] == "；" {
                waiting = []
                (isYearOpen, isOtherYear) = (isYearOpen || isOtherYear, false)
                context.isUnderPart = false
                context.state.isUnderUnread = false
                context.column = nil
                over = ClauseMeaning()
                context.result = listResult
                context.applicant = nil
                context.documentColumn = nil
            }
        }
        settle()
    }

    /// 登记23件，其中自然人18件，另有上年结转2件: those are not among what was received, unless it says 其中上年结转2件.
    mutating func settle() {
        let order = answers.keys.sorted()
        func kinds(_ index: Int) -> [ClaimKind] {
            if case .read(let claims) = answers[index] { claims.map(\.kind) } else { [] }
        }
        guard let carried = order.first(where: { kinds($0) == [.carriedOver] }) else { return }
        for index in order where index < carried {
            let between = sentence.numbers[index].range.upperBound..<sentence.numbers[carried].range.lowerBound
            let mark = text.last(ofAny: ClaimWords.besides, in: between)
            let isNext = order.last { $0 < carried } == index
            guard mark != nil || isNext, case .read(let claims) = answers[index] else { continue }
            let inner = (mark ?? between.lowerBound)..<between.upperBound
            let isTold = text.containsAny(ClaimWords.partsOrInclusion, in: inner)
            let isPart = isTold && mark == nil && !text.letters[inner].contains(where: Self.closing.contains)
            guard isPart || !isTold else { continue }
            answers[index] = .read(
                claims.map { claim in
                    var claim = claim
                    if claim.kind == .received { claim.kind = isPart ? .incoming : .new }
                    if !isPart, mark != nil, case .applicant(let column) = claim.kind {
                        claim.kind = .newApplicant(column)
                    }
                    return claim
                })
        }
    }

    mutating func numbers(of clause: Clause) {
        listColumn = sharedColumn(of: clause)
        let places = clause.elements.indices.filter { if case .number = clause.elements[$0] { true } else { false } }
        var start = 0
        isBesideOtherYear = false
        for (order, place) in places.enumerated() {
            guard case .number(let index) = clause.elements[place] else { continue }
            let next = order + 1 < places.count ? places[order + 1] : nil
            let end = next.map { self.end(of: place, before: $0, clause) } ?? last(of: place, from: start, clause)
            cut = next == nil && end < clause.elements.count ? clause.elements[end].start : nil
            if next == nil, let thing = ownThing(clause.elements[place], behind: clause.elements[start..<place]) {
                cut = thing.upperBound
            }
            number(index, Array(clause.elements[start..<place]), Array(clause.elements[(place + 1)..<end]), clause)
            tellAll(behind: Array(clause.elements[(place + 1)..<(next ?? clause.elements.count)]), in: clause)
            start = end
        }
        if let last = text.letters[clause.range].last, last == "中" || last == "里" { context.isUnderPart = true }
        head = ClauseMeaning()
        (headRange, headElements) = (nil, [])
    }

    /// 尚未审结的行政复议3件、直接起诉2件; 3件行政复议、3件行政诉讼尚未审结
    func sharedColumn(of clause: Clause) -> String? {
        let places = clause.elements.indices.filter { if case .number = clause.elements[$0] { true } else { false } }
        guard places.count > 1, let first = places.first, let last = places.last,
            zip(places, places.dropFirst()).allSatisfy({ clause.elements[$0..<$1].contains(where: \.isLink) })
        else { return nil }
        func column(_ elements: ArraySlice<Element>) -> String? {
            let names = elements.compactMap(\.word).filter(\.isNaming)
            guard let place = names.firstIndex(where: { if case .column = $0 { true } else { false } }),
                case .column(let column) = names[place]
            else { return nil }
            let group = names.firstIndex { if case .group = $0 { true } else { false } }
            return group.map { $0 > place } ?? true ? column : nil
        }
        let opening = clause.elements[..<first]
        if let column = column(opening) { return column }
        guard !opening.contains(where: { $0.word?.isNaming ?? false }) else { return nil }
        let closing = clause.elements[last...].compactMap(\.word)
            .compactMap { if case .column(let column) = $0 { column } else { nil } }
        return closing.count == 1 ? closing[0] : nil
    }

    /// Where the words of the next number begin: behind the link between them, or behind the thing that this one counts.
    func end(of place: Int, before next: Int, _ clause: Clause) -> Int {
        let between = place + 1..<next
        if let link = between.first(where: { clause.elements[$0].isLink }) { return link }
        guard case .number(let index) = clause.elements[place],
            let thing = CountedThing.range(behind: sentence.numbers[index].range.upperBound, in: text)
        else { return place + 1 }
        return between.first {
            if case .word(_, let range) = clause.elements[$0] { range.lowerBound >= thing.upperBound } else { false }
        } ?? next
    }

    /// Marks behind which a clause may go on about the number before them.
    static let goingOn: LetterChoice = ["，", "（", "）", "："]

    /// （其中网上申请29件），（不含上年结转2件）
    private static let closing: LetterChoice = ["）", "不"]

    /// Where the words of the clause's last number end.
    private func last(of place: Int, from start: Int, _ clause: Clause) -> Int {
        let behind = place + 1..<clause.elements.count
        let words = clause.elements[start..<place]
        guard words.contains(where: { $0.word?.isNaming ?? false }) else { return behind.upperBound }
        // 本年新收的40件申请集中在三个方面: what is done with them does not tell which ones they are.
        if let thing = ownThing(clause.elements[place], behind: words) {
            return behind.first {
                if case .word(_, let range) = clause.elements[$0] { range.lowerBound >= thing.upperBound } else { true }
            } ?? behind.upperBound
        }
        // 商业企业11家次、其他组织若干: something else.
        return behind.first { clause.elements[$0].isLink } ?? behind.upperBound
    }

    /// 上年结转的17件申请: the thing behind a number, where what tells of it stands before.
    private func ownThing(_ element: Element, behind words: ArraySlice<Element>) -> Range<Int>? {
        guard words.contains(where: { $0.word?.isNaming ?? false }), case .number(let index) = element,
            case let range = sentence.numbers[index].range, range.lowerBound > 0,
            text.letters[range.lowerBound - 1] == "的"
        else { return nil }
        return CountedThing.range(behind: range.upperBound, in: text)
    }

    mutating func numberless(_ clause: Clause, behind mark: Unicode.Scalar) {
        let own = own(clause.elements, [])
        var isTold = false
        if let told = last {
            let isSaidOfIt = Self.goingOn.contains(mark) && !own.isNone && !own.isOtherYear
            isTold = isSaidOfIt && tellAll(own, clause, of: told)
            if !isTold { last = nil }
        }
        if own.isNone || isAllClosed(clause, own) {
            deny(clause, own)
            if own.isNone { before = own.meaning } else { before.add(own.meaning) }
            name(own.meaning)
            return
        }
        guard !own.meaning.isEmpty else { return }
        head = own.meaning
        (headRange, headElements) = (clause.range, clause.elements)
        if own.isRespective { (waitingMeaning, waiting) = (own.meaning, own.meaning.list) }
        name(own.meaning)
        // 法院判决纠正的案件，直接起诉0件，复议后起诉1件
        if !isTold, own.meaning.columns.count == 1, own.meaning.groups.isEmpty || own.meaning.groups == [.litigation] {
            context.column = own.meaning.columns[0]
        }
        if own.isLimited { context.state.isUnderUnread = true }
        let end = clause.range.upperBound
        let isOver =
            end < text.letters.count && text.letters[end] == "："
            || end > 0 && Self.within.contains(text.letters[end - 1])
        if isOver {
            context.isOfNew = own.meaning.has(.new)
            context.column = own.meaning.columns.count == 1 ? own.meaning.columns[0] : nil
            context.result = own.meaning.leaves.count == 1 ? own.meaning.leaves[0] : nil
            if end < text.letters.count, text.letters[end] == "：" { (listResult, over) = (context.result, own.meaning) }
            context.applicant =
                own.meaning.applicants.count == 1 && !own.meaning.has(.other) ? own.meaning.applicants[0] : nil
        }
    }
}
