/// What the words of a clause name together, and which figure that is.
struct ClauseMeaning: Sendable {
    private(set) var words: [ClauseWord] = []
    /// All of it stands behind the number: 84件申请均按时办结.
    var isBehind = false
    /// Something else stands beside what it names.
    var isOpen = false
    /// A result is named by a word that means other things as well.
    var isShort: Bool { words.contains { if case .short = $0 { true } else { false } } }
    /// A link stands between its words.
    var isJoined = false
    /// 结转 towards which year.
    var direction: Direction?

    enum Direction: Sendable {
        case over, forward
    }

    /// 复议后: the first lawsuit behind it is one after reconsideration.
    private var isReconsidered = false

    init(_ words: ClauseWord...) { for word in words { add(word) } }

    var isEmpty: Bool { words.isEmpty }

    mutating func add(_ word: ClauseWord) {
        if word == .group(.litigation), isReconsidered {
            isReconsidered = false
            return add(.group(.afterReconsideration))
        }
        guard word.isNaming, !words.contains(word) else { return }
        switch word {
        case .reconsidered:
            isReconsidered = true
            return
        case .carriedOver: direction = .over
        case .carriedForward: direction = .forward
        // 申请内容仍不明确: said in full as well.
        case .short(let row) where words.contains(.result(row)): return
        case .result(let row): words.removeAll { $0 == .short(row) }
        default: break
        }
        words.append(word)
    }

    mutating func add(_ other: ClauseMeaning) {
        for word in other.words { add(word) }
        direction = direction ?? other.direction
        isOpen = isOpen || other.isOpen
        isJoined = isJoined || other.isJoined
    }

    mutating func remove(_ unwanted: Set<ClauseWord>) { words.removeAll(where: unwanted.contains) }

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
        if Set(all).isSuperset(of: Self.allGroups) { return Self.allGroups }
        return narrow.isEmpty ? all : narrow + all.filter { $0 == .reconsideration && !narrow.contains(.direct) }
    }
    private static let allGroups: [ClaimKind.DisputeGroup] = [.reconsideration, .direct, .afterReconsideration]
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
            applicants.map { .applicant($0) } + (has(.other) && !applicants.isEmpty ? [.other] : []),
            columns.map { .column($0) },
            has(.carriedOver) || has(.carriedForward)
                ? words.filter { [.new, .carriedOver, .handled, .carriedForward].contains($0) } : [],
            groups.map { .group($0) }, decisions.map { .decision($0) }, documentColumns.map { .documentColumn($0) },
            rows.map { .documents($0) },
        ]
        return sorts.first { $0.count > 1 } ?? []
    }

    /// Each of the things that it denies.
    func denied(inThisYear isThisYear: Bool) -> [ClauseMeaning] {
        // 没有新收和结转的申请
        if has(.new), has(.carried), isJoined { return [ClauseMeaning(.new), ClauseMeaning(.carriedOver)] }
        var result = self
        // 本年无结转
        if has(.carried), direction == nil, isThisYear { result.direction = .forward }
        // 行政复议、诉讼及投诉举报
        if !groups.isEmpty { result.words.removeAll { if case .result = $0 { true } else { false } } }
        let list = result.list
        return list.isEmpty ? [result] : list.flatMap { result.only($0).denied(inThisYear: isThisYear) }
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
        result.isOpen = false
        result.words.removeAll { word in
            word != name && list.contains(word)
        }
        switch name {
        case .carriedOver: result.direction = .over
        case .carriedForward: result.direction = .forward
        case .new, .handled: result.direction = nil
        default: break
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
        /// 现行有效的规章18部、行政规范性文件287件: of every row of the list.
        var documentColumn: [String]?
        /// 行政事业性收费实行收支两条线，全年收取12.5万元
        var money: ClauseWord?
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
        /// （自然人3件、商业企业1件）: of the number before.
        var isInAside = false
        /// What the last number told of all applications.
        var whole: ClaimKind?
        /// 新收申请按申请人分：
        var isOfNew = false
        /// What the numbers before told of.
        var state = ClaimReader.State()
        /// 提案, 投诉: other things are carried on as well.
        var namesOthers = false
        /// The sentence holds nothing but words of the tables.
        var isPlain = false
        /// 不予处理 is told apart from 其他处理.
        var namesRejected = false
    }

    /// The figure; nil where the words name none, or several.
    func kind(_ context: Context, isSum: Bool) -> (kind: ClaimKind, isVague: Bool)? {
        if !groups.isEmpty || !columns.isEmpty || isDisputeOther(context) { return dispute(context, isSum) }
        if !rows.isEmpty || (!documentColumns.isEmpty && results.isEmpty && !has(.application))
            || isNewDocument(context)
        {
            return documents(context)
        }
        if !decisions.isEmpty || !items.isEmpty { return decided(context) }
        if has(.purchases) || has(.purchaseAmount) {
            guard words.allSatisfy({ [.purchases, .purchaseAmount].contains($0) }) else { return nil }
            return (has(.purchaseAmount) ? .purchaseAmount : .purchases, false)
        }
        if (has(.charges) || has(.processingFee)) && results.isEmpty {
            guard words.allSatisfy({ [.charges, .processingFee, .received, .handled, .new].contains($0) }) else {
                return nil
            }
            return (has(.processingFee) ? .processingFee : .charges, false)
        }
        guard context.isAboutApplications || has(.application) || (isCarriedOn && !context.namesOthers) else {
            return nil
        }
        return applications(context, isSum)
    }

    /// 规范性文件：新增3件
    private func isNewDocument(_ context: Context) -> Bool {
        context.section == 2 && words == [.new] && context.documents != nil
    }

    /// 9件转入2025年继续办理, whatever was said before.
    private var isCarriedOn: Bool {
        direction == .forward && (has(.carried) || has(.carriedForward))
            && (has(.dealtWith) || has(.handled) || has(.pending))
    }

    private func isDisputeOther(_ context: Context) -> Bool {
        context.group != nil && words.allSatisfy { [.other, .allClosed, .result("other")].contains($0) }
            && (has(.other) || (has(.result("other")) && context.state.countsDisputes))
            && context.result == nil && !context.state.sawApplicant
    }

    private func dispute(_ context: Context, _ isSum: Bool) -> (ClaimKind, Bool)? {
        // 11件答复在行政复议中被纠正
        guard context.isAboutDisputes || (has(.handled) && !columns.isEmpty),
            results.isEmpty || columns == ["corrected"] || results == ["other"],
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
        case 3 where named == Self.allGroups && (isSum || isJoined): group = .all
        default: group = Set(named).isSuperset(of: [.reconsideration, .litigation]) && (isSum || isJoined) ? .all : nil
        }
        guard let group else { return nil }
        // 审结的 leaves those out that are pending; 答复2件 counts answers.
        let isVague = column == nil && context.column == nil && (has(.allClosed) || has(.dealtWith) || has(.handled))
        return (.dispute(group, column: column ?? context.column ?? "total"), isVague)
    }

    private func documents(_ context: Context) -> (ClaimKind, Bool)? {
        guard let row = rows.first ?? context.documents, rows.count < 2, results.isEmpty, applicants.isEmpty,
            decisions.isEmpty, !has(.received), !has(.application), !has(.handled)
        else { return nil }
        let named = documentColumns
        if named.isEmpty, has(.new) { return (.documents(row: row, columns: ["issued", "made"]), false) }
        // 公布政府规章2部
        if named.isEmpty, has(.promulgated), row == "regulations" {
            return (.documents(row: row, columns: ["issued", "made"]), false)
        }
        if named.isEmpty, context.documentColumn == nil, !rows.isEmpty, words.count == 1 {
            return (.documents(row: row, columns: ["issued", "made", "in_force", "published", "public_total"]), true)
        }
        if named.isEmpty { return context.documentColumn.map { (.documents(row: row, columns: $0), false) } }
        // 我局制发的行政规范性文件现行有效3件
        let inForce = ["in_force", "public_total"]
        if named.count == 2, named.contains(inForce), named.contains(["issued", "made"]) || named.contains(["revised"])
        {
            return (.documents(row: row, columns: inForce), false)
        }
        return named.count == 1 ? (.documents(row: row, columns: named[0]), false) : nil
    }

    private func decided(_ context: Context) -> (ClaimKind, Bool)? {
        guard let row = decisions.first ?? (items.isEmpty ? nil : context.decision), decisions.count < 2,
            results.isEmpty, applicants.isEmpty,
            !has(.received) || has(.handled), !has(.application), !has(.carried), items.count < 2
        else { return nil }
        if let column = items.first, column != "decisions" { return (.items(row: row, column: column), false) }
        return (.decisions(row: row), false)
    }

    private func applications(_ context: Context, _ isSum: Bool) -> (ClaimKind, Bool)? {
        let isCarried = has(.carried) || has(.carriedOver) || has(.carriedForward) || has(.pending)
        if isCarried {
            if has(.due), direction == .over { return (.incoming, false) }
            guard results.isEmpty, applicants.isEmpty, !has(.other) else { return nil }
            // 新收和上年结转合计93件
            if has(.new) || has(.received), direction != .forward {
                // 承接2022年结转的申请8件
                if direction == .over, !has(.new), !isJoined, !isSum { return (.carriedOver, false) }
                return isSum ? (.incoming, false) : nil
            }
            if let direction { return (direction == .over ? .carriedOver : .carriedForward, false) }
            // 新收86件、结转7件，办结84件，结转9件
            if has(.carried) {
                if context.state.sawHandled { return (.carriedForward, false) }
                return context.state.sawReceived && !context.state.sawCarriedOver ? (.carriedOver, false) : nil
            }
            return (.carriedForward, !context.state.sawHandled)
        }
        guard direction == nil else { return nil }
        if has(.grantedInAnyWay) {
            return words.count == 1 ? (.result(["granted", "partly_granted"], columns: ["total"]), false) : nil
        }
        if !results.isEmpty {
            guard applicants.isEmpty, !has(.new) else { return nil }
            // 办理信访事项97件: a thing of its own.
            if words.dropFirst() == [.result("rejected.petition")], has(.dealtWith) || has(.received) { return nil }
            // 收到涉税信息查询申请; 第三方不同意公开: the short word says something else there.
            if isShort {
                guard !has(.received), !has(.application),
                    results.count == 1 || leaves.count == 1 && leaves.allSatisfy({ $0 == results.last || isReason($0) })
                else { return nil }
            }
            let columns = context.applicant.map { ClaimKind.columns($0) } ?? ["total"]
            // 因不掌握等原因无法提供: for that one and others.
            let named = isOpen ? results.filter { row in !results.contains { row.hasPrefix($0 + ".") } } : leaves
            if named.count == 1 { return (.result(named, columns: columns), isOpen && named == leaves) }
            return isSum || isJoined ? (.result(named, columns: columns), false) : nil
        }
        if has(.other) {
            guard !has(.short("granted")) else { return nil }
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
            // 办结18件，其中自然人15件; 结转下年4件（自然人3件）: of those that were dealt with, or go on.
            if context.isUnderPart || context.isInAside, let whole = context.whole, !whole.isOfNew { return nil }
            // 办理自然人提交的申请73件: those of the year before may be among them.
            if applicants.count > 1 { return (.applicant(applicants.joined(separator: "+")), has(.dealtWith)) }
            return (
                has(.new) || context.isOfNew || context.state.isOfNewAlone
                    || (context.isUnderPart && context.state.part == .new)
                    ? .newApplicant(applicants[0]) : .applicant(applicants[0]),
                has(.dealtWith) || context.whole == .dealtWith
            )
        }
        return flow
    }

    /// 因涉第三方商业秘密不予公开1件: why, and then what.
    private func isReason(_ leaf: String) -> Bool { results.last.map { leaf.hasPrefix($0 + ".") } ?? false }

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
