import ReportModel

/// Claims of the text compared with the tables.
struct ClaimCheck: Sendable {
    /// A claim with what the tables say to it.
    struct Outcome: Sendable {
        enum Answer: Sendable, Hashable {
            case agrees
            case differs
            /// The sentence or the cells leave it open.
            case unclear
        }

        var claim: Claim
        var answer: Answer
        /// The cells that it was compared with, and their sum.
        var cells: [FigureID]
        var expected: String
        var found: String
    }

    let outcomes: [Outcome]
    /// Pairs of sentences that name different amounts of 信息处理费.
    let feeContradictions: [(Claim, Claim)]

    static let none = ClaimCheck()

    private init() {
        outcomes = []
        feeContradictions = []
    }

    init(_ examination: Examination) {
        let report = examination.report
        let positions = examination.positions
        let figures = report.figures
        let implied = examination.impliedBlanks
        let sums = KindSums(report.forms) { ids in
            var total = 0
            for id in ids {
                guard let position = positions[id] else { return nil }
                switch CellValue(figures[position]) {
                case .count(let count): total += count
                // What the sums say of a blank, else 0 as most offices mean it, unless it is a total.
                case .blank:
                    guard let value = implied[id] ?? (id.column == "total" ? nil : 0) else { return nil }
                    total += value
                case .lost: return nil
                }
            }
            return total
        }
        let reader = ClaimReader(
            scope: ClaimScope(report), vocabulary: ClaimVocabulary(agency: report.agency), sums: sums)
        let claims = ListedApplicants(sums: sums).settled(reader.claims(in: ProseSentence.all(in: report)))
        var outcomes: [Outcome] = []
        var parts: [Claim] = []
        for claim in claims {
            if claim.part != .whole {
                parts.append(claim)
            } else if let outcome = Self.outcome(claim, sums, examination) {
                outcomes.append(outcome)
            }
        }
        for index in outcomes.indices where Self.isVouched(outcomes[index], by: outcomes) {
            var claim = outcomes[index].claim
            claim.hasUnreadWords = false
            outcomes[index] = Self.outcome(claim, sums, examination) ?? outcomes[index]
        }
        let extents = KnownExtents(outcomes)
        for (index, outcome) in outcomes.enumerated()
        where outcome.answer == .unclear && extents.isTables(outcome.claim) {
            var claim = outcome.claim
            claim.extent = .own
            outcomes[index] = Self.outcome(claim, sums, examination) ?? outcome
        }
        MentionedFigures(sums: sums).settle(&outcomes)
        outcomes += Self.partial(parts, sums)
        self.outcomes = outcomes
        // What was asked for and what was paid stand in one sentence: neither is known to be the year's.
        let told = Dictionary(grouping: claims.filter { $0.kind == .processingFee }, by: \.order)
        let fees = claims.filter {
            $0.kind == .processingFee && $0.number.exactness == .exact && told[$0.order]?.count == 1
        }
        feeContradictions =
            fees.dropFirst().first { $0.number.value != fees.first?.number.value }
            .flatMap { second in fees.first.map { [($0, second)] } } ?? []
    }

    /// 全市公开行政许可决定128546件、行政处罚决定9873件: where words that nobody knows stand over the whole list, and the others
    /// are the table's, so is this one. A small number may agree by chance.
    private static func isVouched(_ outcome: Outcome, by others: [Outcome]) -> Bool {
        guard outcome.answer == .unclear, outcome.claim.hasUnreadWords else { return false }
        var weight = 0
        for other in others
        where other.answer == .agrees && (other.claim.hasUnreadWords || other.claim.isUnderUnreadWords)
            && other.claim.order == outcome.claim.order
            && other.claim.kind.family == outcome.claim.kind.family
        {
            weight += min(other.claim.number.value.count ?? 0, 1000)
        }
        return weight >= 100
    }

    private static func outcome(
        _ claim: Claim, _ sums: KindSums, _ examination: Examination
    ) -> Outcome? {
        let options = sums[claim.kind]
        if claim.kind.isMoney {
            guard let cell = options.first?.cells.first, let figure = examination.figure(cell),
                let amount = figure.amount
            else {
                return nil
            }
            // 万元 in the table, 元 in the sentence.
            let isInTenThousands = !figure.printed.contains("元") || figure.printed.contains("万元")
            let agrees = claim.number.covers(amount, unitsPerFigure: isInTenThousands ? 10_000 : 1)
            // The form of 2019 names no unit for 采购总金额: the other one may be meant.
            let may = agrees || (cell.row == "procurement" && claim.number.covers(amount))
            let difference = claim.number.difference(from: amount, unitsPerFigure: isInTenThousands ? 10_000 : 1)
            return Outcome(
                claim: claim, answer: may ? .agrees : Self.answer(claim, difference),
                cells: [cell],
                expected: amount.description + (isInTenThousands ? "万元" : "元"),
                found: claim.number.value.description + "元")
        }
        let known = options.compactMap { option in option.sum.map { (cells: option.cells, sum: $0) } }
        // One cell that could not be read may be the one that is meant.
        guard let first = known.first, known.count == options.count else { return nil }
        let fitting = known.first { claim.number.covers(Amount($0.sum)) }
        let differences = known.map { claim.number.difference(from: Amount($0.sum)) }
        let isFar = known.allSatisfy { claim.number.isFar(from: $0.sum) }
        let isBelow = differences.allSatisfy { $0 == .below }
        let isAbove = differences.allSatisfy { $0 == .above }
        // 行政应诉案件58件 where the table has 10, 毕业证明补办申请86件: another thing, rather than a slip, unless it is called by its
        // name.
        let isStrange =
            (isFar || claim.extent == .some) && !claim.isCalledByName && claim.kind.mayBeOfOthers
            && claim.number.value.digits != 0
        let answer =
            fitting != nil
            ? .agrees : isStrange ? .unclear : Self.answer(claim, isBelow ? .below : isAbove ? .above : nil)
        if claim.extent == .oneWay, answer == .unclear { return nil }
        return Outcome(
            claim: claim, answer: answer,
            cells: fitting?.cells ?? first.cells,
            expected: Self.distinct(known.map { String($0.sum) }).joined(separator: "/"),
            found: claim.number.value.description)
    }

    /// What a number that is none of the table's says of it.
    private static func answer(
        _ claim: Claim, _ difference: NumberMention.Difference?
    ) -> Outcome.Answer {
        guard !claim.isVague, !claim.hasUnreadWords else { return .unclear }
        guard claim.extent != .own else { return .differs }
        // The whole cannot be less than what the table counts of it, nor a part of it more.
        return difference == (claim.extent == .whole ? .below : .above) ? .differs : .unclear
    }

    private static func distinct(_ values: [String]) -> [String] {
        values.enumerated().filter { !values[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// Results told apart by where the applications came from: 新收15件，其中…9件；上年结转9件，其中…5件. Together they are what
    /// the tables count.
    private static func partial(_ claims: [Claim], _ sums: KindSums) -> [Outcome] {
        let hasBoth = claims.contains { $0.part == .carriedOver } && claims.contains { $0.part == .new }
        let carriedOver = sums[.carriedOver].first?.sum
        var done: Set<ClaimKind> = []
        var outcomes: [Outcome] = []
        for claim in claims where done.insert(claim.kind).inserted {
            guard let option = sums[claim.kind].first, let total = option.sum else { continue }
            let same = claims.filter { $0.kind == claim.kind }
            // The same sentence twice in a report is no second part.
            var byPart: [Claim.Part: NumberMention] = [:]
            for other in same { byPart[other.part] = byPart[other.part] ?? other.number }
            var said = 0
            var isExact = true
            for number in byPart.values {
                said += number.value.count ?? 0
                isExact = isExact && number.exactness == .exact
            }
            let isWhole = hasBoth || carriedOver == 0
            let answer: Outcome.Answer =
                said == total ? .agrees : !isExact ? .unclear : isWhole || said > total ? .differs : .unclear
            outcomes.append(
                Outcome(claim: claim, answer: answer, cells: option.cells, expected: String(total), found: String(said))
            )
        }
        return outcomes
    }
}
