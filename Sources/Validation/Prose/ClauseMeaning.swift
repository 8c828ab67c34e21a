/// What the words of a clause name together, and which figure that is.
struct ClauseMeaning: Sendable {
    private(set) var words: [ClauseWord] = []
    /// All of it stands behind the number: 84件申请均按时办结.
    var isBehind = false
    /// Something else stands beside what it names.
    var isOpen = false
    /// A result is named by a word that means other things as well.
    private(set) var isShort = false
    /// 结转 towards which year.
    var direction: Direction?

    enum Direction: Sendable {
        case over, forward
    }

    var isEmpty: Bool { words.isEmpty }

    mutating func add(_ word: ClauseWord) {
        guard word.isNaming, !words.contains(word) else { return }
        switch word {
        case .carriedOver: direction = .over
        case .carriedForward: direction = .forward
        case .short: isShort = true
        default: break
        }
        words.append(word)
    }

    mutating func add(_ other: ClauseMeaning) {
        for word in other.words { add(word) }
        direction = direction ?? other.direction
        isOpen = isOpen || other.isOpen
    }

    func has(_ word: ClauseWord) -> Bool { words.contains(word) }

    var results: [String] {
        words.compactMap {
            switch $0 {
            case .result(let row), .short(let row): row
            default: nil
            }
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    var applicants: [String] { words.compactMap { if case .applicant(let column) = $0 { column } else { nil } } }
    var groups: [ClaimKind.DisputeGroup] {
        let all = words.compactMap { if case .group(let group) = $0 { group } else { nil } }
        // 行政诉讼……未经复议直接起诉: the narrower one.
        let narrow = all.filter { $0 == .direct || $0 == .afterReconsideration }
        return narrow.isEmpty ? all : narrow + all.filter { $0 == .reconsideration && !narrow.contains(.direct) }
    }
    var columns: [String] { words.compactMap { if case .column(let column) = $0 { column } else { nil } } }
    var rows: [String] { words.compactMap { if case .documents(let row) = $0 { row } else { nil } } }
    var documentColumns: [[String]] {
        words.compactMap { if case .documentColumn(let columns) = $0 { columns } else { nil } }
    }
    var decisions: [String] { words.compactMap { if case .decision(let row) = $0 { row } else { nil } } }
    var items: [String] { words.compactMap { if case .item(let column) = $0 { column } else { nil } } }

    /// The names of one sort that it lists: 自然人、商业企业; 维持、纠正.
    var list: [ClauseWord] {
        let sorts: [[ClauseWord]] = [
            words.filter { word in leaves.contains { word == .result($0) || word == .short($0) } },
            applicants.map { .applicant($0) }, columns.map { .column($0) },
            groups.map { .group($0) }, decisions.map { .decision($0) }, documentColumns.map { .documentColumn($0) },
            rows.map { .documents($0) },
        ]
        return sorts.first { $0.count > 1 } ?? []
    }

    /// 不予公开（第三方）: the reason says it all.
    /// 不再处理 is said of both reasons.
    var leaves: [String] {
        results.filter { row in
            !results.contains { $0.hasPrefix(row + ".") }
                && !(row == "other.no_correction" && results.contains("other.unpaid_fee"))
        }
    }

    /// The same with one of its names alone.
    func only(_ name: ClauseWord) -> ClauseMeaning {
        var result = self
        let list = list
        result.words.removeAll { word in
            word != name && list.contains(word)
        }
        return result
    }

}

extension ClauseMeaning {
    /// What stands over a clause, and what the numbers before it were of.
    struct Context: Sendable {
        var group: ClaimKind.DisputeGroup?
        var column: String?
        var documents: String?
        var decision: String?
        /// 上一年项目数量102项
        var sawItems = false
        var result: String?
        var applicant: String?
        var isAboutApplications = false
        var isAboutDisputes = false
        var section = 0
        /// 新收的86件申请中, 其中: of the number before.
        var isUnderPart = false
        /// What the numbers before told of.
        var state = ClaimReader.State()
        /// 不予处理 is told apart from 其他处理.
        var namesRejected = false
    }

    /// The figure; nil where the words name none, or several.
    func kind(_ context: Context, isSum: Bool) -> (kind: ClaimKind, isVague: Bool)? {
        if !groups.isEmpty || !columns.isEmpty || isDisputeOther(context) { return dispute(context, isSum) }
        if !rows.isEmpty || !documentColumns.isEmpty { return documents(context) }
        if !decisions.isEmpty || !items.isEmpty { return decided(context) }
        if has(.purchases) || has(.purchaseAmount) {
            guard words.allSatisfy({ [.purchases, .purchaseAmount].contains($0) }) else { return nil }
            return (has(.purchaseAmount) ? .purchaseAmount : .purchases, false)
        }
        if has(.charges) || has(.processingFee) {
            guard words.allSatisfy({ [.charges, .processingFee, .received, .handled, .new].contains($0) }) else {
                return nil
            }
            return (has(.processingFee) ? .processingFee : .charges, false)
        }
        guard context.isAboutApplications else { return nil }
        return applications(context, isSum)
    }

    private func isDisputeOther(_ context: Context) -> Bool {
        context.group != nil && words.allSatisfy { [.other, .allClosed, .result("other")].contains($0) }
            && (has(.other) || (has(.result("other")) && context.state.countsDisputes))
            && context.result == nil && !context.state.sawApplicant
    }

    private func dispute(_ context: Context, _ isSum: Bool) -> (ClaimKind, Bool)? {
        guard context.isAboutDisputes, results.isEmpty || columns == ["corrected"] || results == ["other"],
            applicants.isEmpty, rows.isEmpty,
            decisions.isEmpty, documentColumns.isEmpty, columns.count < 2, direction == nil, !has(.carried)
        else { return nil }
        // 其他行政复议案件: of other things.
        if let other = words.firstIndex(of: .other),
            let name = words.firstIndex(where: { if case .group = $0 { true } else { false } }), other < name
        {
            return nil
        }
        var column = columns.first ?? (has(.other) ? "other" : nil)
        if column == nil, results == ["other"], context.state.countsDisputes { column = "other" }
        if column == nil, has(.pending) { column = "pending" }
        let named = groups
        let group: ClaimKind.DisputeGroup?
        switch named.count {
        case 0: group = context.group
        case 1: group = named[0]
        case 2 where Set(named) == [.direct, .afterReconsideration] && isSum: group = .litigation
        default: group = Set(named).isSuperset(of: [.reconsideration, .litigation]) && isSum ? .all : nil
        }
        guard let group, group != .all || column == nil else { return nil }
        // 审结的 leaves those out that are pending; 答复2件 counts answers.
        if column == nil, context.column == nil, has(.allClosed) || has(.dealtWith) || has(.handled) { return nil }
        return (.dispute(group, column: column ?? context.column ?? "total"), false)
    }

    private func documents(_ context: Context) -> (ClaimKind, Bool)? {
        guard let row = rows.first ?? context.documents, rows.count < 2, results.isEmpty, applicants.isEmpty,
            decisions.isEmpty, !has(.received), !has(.application), !has(.handled)
        else { return nil }
        let named = documentColumns
        if named.isEmpty, has(.new) { return (.documents(row: row, columns: ["issued", "made"]), false) }
        return named.count == 1 ? (.documents(row: row, columns: named[0]), false) : nil
    }

    private func decided(_ context: Context) -> (ClaimKind, Bool)? {
        guard let row = decisions.first ?? (items.isEmpty ? nil : context.decision), decisions.count < 2,
            results.isEmpty, applicants.isEmpty,
            !has(.received), !has(.application), !has(.carried), context.section == 2, items.count < 2
        else { return nil }
        if let column = items.first, column != "decisions" { return (.items(row: row, column: column), false) }
        return (.decisions(row: row), false)
    }

    private func applications(_ context: Context, _ isSum: Bool) -> (ClaimKind, Bool)? {
        let isCarried = has(.carried) || has(.carriedOver) || has(.carriedForward) || has(.pending)
        if isCarried {
            guard results.isEmpty, applicants.isEmpty, !has(.other) else { return nil }
            // 新收和上年结转合计93件
            if has(.new) || has(.received), direction != .forward { return isSum ? (.incoming, false) : nil }
            if let direction { return (direction == .over ? .carriedOver : .carriedForward, false) }
            if has(.carried) { return context.state.sawHandled ? (.carriedForward, false) : nil }
            return (.carriedForward, true)
        }
        guard direction == nil else { return nil }
        if has(.grantedInAnyWay) {
            return words.count == 1 ? (.result(["granted", "partly_granted"], columns: ["total"]), false) : nil
        }
        if !results.isEmpty {
            guard applicants.isEmpty, !has(.new) else { return nil }
            // 收到涉税信息查询申请; 第三方不同意公开: the short word says something else there.
            if isShort {
                guard !has(.received), !has(.application), results.count == 1 || leaves.first == results.last else {
                    return nil
                }
            }
            let columns = context.applicant.map { ClaimKind.columns($0) } ?? ["total"]
            // 因不掌握等原因无法提供: for that one and others.
            let named = isOpen ? results.filter { row in !results.contains { row.hasPrefix($0 + ".") } } : leaves
            if named.count == 1 { return (.result(named, columns: columns), isOpen && named == leaves) }
            return isSum ? (.result(named, columns: columns), false) : nil
        }
        if has(.other) {
            let flows: Set<ClauseWord> = [.other, .application, .handled, .dealtWith, .received]
            guard words.allSatisfy(flows.contains) else { return nil }
            if let last = context.result {
                return last.hasPrefix("other")
                    ? (.result("other.other"), false) : (.result("other"), !context.namesRejected)
            }
            return context.state.sawApplicant ? (.applicant("other"), false) : nil
        }
        if !applicants.isEmpty {
            guard !has(.handled), applicants.count == 1 || isSum else { return nil }
            if applicants.count > 1 { return (.applicant(applicants.joined(separator: "+")), false) }
            return (
                has(.new) || (context.isUnderPart && context.state.part == .new)
                    ? .newApplicant(applicants[0]) : .applicant(applicants[0]), false
            )
        }
        return flow
    }

    private var flow: (ClaimKind, Bool)? {
        let isIn = has(.new) || has(.received)
        if has(.due) { return (.incoming, false) }
        if has(.handled) || has(.allClosed) { return isIn ? (.receivedAndDealtWith, false) : (.handled, false) }
        if has(.dealtWith) { return isIn ? (.receivedAndDealtWith, false) : (.dealtWith, false) }
        if has(.new) { return (.new, false) }
        if has(.received) { return (.received, false) }
        return has(.application) ? (isBehind ? .receivedAndDealtWith : .received, false) : nil
    }
}
