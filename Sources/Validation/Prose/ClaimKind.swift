import ReportModel

/// What a sentence says about the tables, as far as one number can say it.
enum ClaimKind: Sendable, Hashable {
    // MARK: 收到和处理政府信息公开申请情况
    /// 新收: row 一 and nothing else.
    case new
    /// 收到: row 一, or 一 and 二 together.
    case received
    /// 含上年结转, 共计: 一 and 二 together.
    case incoming
    case carriedOver
    /// 办结: （七）总计.
    case handled
    /// 办理: anything of the three before.
    case dealtWith
    /// 收到并办理: the same, most often what came in.
    case receivedAndDealtWith
    case carriedForward
    /// Results, by the beginning of their row ids: `granted`, `refused`, `refused.process`; of all applicants, or of those
    /// that the sentence has named.
    case result([String], columns: [String])
    /// 自然人 or another column; `organisations` for the five of 法人或其他组织.
    case applicant(String)
    /// The same, said of the new applications alone.
    case newApplicant(String)

    // MARK: 政府信息公开行政复议、行政诉讼情况
    /// A group (or both of 行政诉讼) and a column of it.
    case dispute(DisputeGroup, column: String)

    // MARK: 主动公开政府信息情况
    case documents(row: String, columns: [String])
    case decisions(row: String)
    /// 上一年项目数量, 本年增/减 of the form of 2019.
    case items(row: String, column: String)
    /// 行政事业性收费
    case charges
    case purchases
    case purchaseAmount

    /// 信息处理费: in no cell; sentences about it must agree with one another.
    case processingFee

    static func result(_ row: String) -> ClaimKind { .result([row], columns: ["total"]) }

    /// The columns of an applicant.
    static func columns(_ applicant: String) -> [String] {
        applicant == "organisations"
            ? ["enterprise", "research", "social", "legal_service", "other"]
            : applicant.split(separator: "+").map(String.init)
    }

    enum DisputeGroup: Sendable, Hashable {
        case reconsideration, litigation, direct, afterReconsideration, all

        var rows: [String] {
            switch self {
            case .reconsideration: ["reconsideration"]
            case .direct: ["litigation_direct"]
            case .afterReconsideration: ["litigation_after_reconsideration"]
            case .litigation: ["litigation_direct", "litigation_after_reconsideration"]
            case .all: ["reconsideration", "litigation_direct", "litigation_after_reconsideration"]
            }
        }
    }

    var rule: String {
        switch self {
        case .dispute: "prose.disputes"
        case .documents, .decisions, .items, .purchases, .purchaseAmount: "prose.disclosure"
        case .charges, .processingFee: "prose.fee"
        default: "prose.applications"
        }
    }

    /// Applications as a whole: what came in or was dealt with.
    var isTotalOfApplications: Bool {
        switch self {
        case .new, .received, .incoming, .handled, .dealtWith, .receivedAndDealtWith: true
        default: false
        }
    }

    /// Those of this year among them, as far as it tells.
    var isOfNew: Bool {
        switch self {
        case .handled, .carriedOver, .carriedForward: false
        default: true
        }
    }

    var isResult: Bool {
        if case .result = self { return true }
        return false
    }

    var isApplicant: Bool {
        switch self {
        case .applicant, .newApplicant: true
        default: false
        }
    }

    /// What offices count of other things too: applications, disputes, decisions.
    var mayBeOfOthers: Bool {
        switch self {
        case .dispute(_, let column): column == "total"
        case .decisions: true
        default: isTotalOfApplications
        }
    }

    /// What a government has only through its departments.
    var isOfDepartments: Bool {
        switch self {
        case .decisions, .charges: true
        default: false
        }
    }

    /// 维持, 纠正 and the like.
    var isPartOfDisputes: Bool {
        if case .dispute(_, let column) = self { return column != "total" }
        return false
    }

    /// A reason for a result, or what became of a dispute.
    var isOneCell: Bool {
        if case .result(let rows, _) = self { return rows.allSatisfy { $0.contains(".") } }
        return isPartOfDisputes
    }

    /// Told by its own name, rather than as a whole or a group that parts are told of too.
    var isFigure: Bool {
        if case .result = self { return isOneCell }
        return !isTotalOfApplications
    }

    var isMoney: Bool { self == .charges || self == .purchaseAmount || self == .processingFee }

    /// The sums of cells that the sentence may mean: any of them will do.
    func options(_ forms: FormVersions) -> [[FigureID]] {
        func row(_ id: String, _ column: String = "total") -> FigureID { FigureID(.applications, id, column) }
        switch self {
        case .new: return [[row("new")]]
        case .received: return [[row("new")], [row("new"), row("carried_over")]]
        case .incoming: return [[row("new"), row("carried_over")]]
        case .carriedOver: return [[row("carried_over")]]
        case .handled: return [[row("total")]]
        case .dealtWith: return [[row("total")], [row("new")], [row("new"), row("carried_over")]]
        case .receivedAndDealtWith: return [[row("new")], [row("new"), row("carried_over")], [row("total")]]
        case .carriedForward: return [[row("carried_forward")]]
        case .result(let names, let columns):
            let rows = forms.definition(of: .applications).rows.map(\.id)
                .filter { id in names.contains { id == $0 || id.hasPrefix($0 + ".") } }
            return rows.isEmpty ? [] : [rows.flatMap { id in columns.map { row(id, $0) } }]
        case .applicant(let column), .newApplicant(let column):
            let columns = Self.columns(column)
            let rows = [["new"], ["new", "carried_over"]].prefix(self == .newApplicant(column) ? 1 : 2)
            return rows.map { rows in rows.flatMap { id in columns.map { row(id, $0) } } }
        case .dispute(let group, let column):
            return [group.rows.map { FigureID(.disputes, $0, column) }]
        case .documents(let id, let columns):
            let known = forms.definition(of: .disclosure).figures
            return columns.map { FigureID(.disclosure, id, $0) }.filter { known.contains($0) }.map { [$0] }
        case .decisions(let id): return [[FigureID(.disclosure, id, "decisions")]]
        case .items(let id, let column):
            return forms.disclosure == .form2019 ? [[FigureID(.disclosure, id, column)]] : []
        case .charges: return forms.disclosure == .form2021 ? [[FigureID(.disclosure, "fees", "amount")]] : []
        case .purchases:
            return forms.disclosure == .form2019 ? [[FigureID(.disclosure, "procurement", "purchases")]] : []
        case .purchaseAmount:
            return forms.disclosure == .form2019 ? [[FigureID(.disclosure, "procurement", "amount")]] : []
        case .processingFee: return []
        }
    }
}

/// A sentence's claim about a figure.
struct Claim: Sendable {
    /// Whose part a result is said to be.
    enum Part: Sendable, Hashable {
        case whole
        /// Of the applications that came in this year, where that is not all of them.
        case new
        case carriedOver
    }

    /// Of whom the number is told, as far as the table may be of fewer or of more.
    enum Extent: Sendable, Hashable {
        case own
        /// 全县 in the report of the county's government: not less than what the table counts.
        case whole
        /// 县政府办公室 there: not more than it.
        case part
        /// Applications that came in one way: not more either, and most often less.
        case oneWay
        /// Of one subject or occasion: not more either.
        case some
    }

    var kind: ClaimKind
    var number: NumberMention
    var part = Part.whole
    var extent = Extent.own
    /// The sentence does not say it plainly: a difference is a note.
    var isVague = false
    /// The sentence says 信息公开, or 决定 of decisions: it can hardly be about other things.
    var isCalledByName = false
    /// Words beside the number are unknown: it may be told of something else.
    var hasUnreadWords = false
    /// The same of a list's number that is the table's: what is not known says nothing against it.
    var isUnderUnreadWords = false
    var sentence: String
    /// Which of the report's sentences it is.
    var order: Int
    var places: [Place]

    init(kind: ClaimKind, number: NumberMention, extent: Extent, isVague: Bool = false, sentence: ProseSentence) {
        self.kind = kind
        self.number = number
        self.extent = extent
        self.isVague = isVague
        self.sentence = sentence.text
        order = sentence.order
        places = sentence.places
    }
}
