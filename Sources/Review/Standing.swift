public import ReportModel

/// What all decisions about one figure come to.
public struct Standing: Sendable, Hashable {
    /// Every line about the figure, oldest first, taken back or not.
    public private(set) var history: [Decision] = []
    /// What counts: settling decisions that nobody has taken back, oldest first.
    public private(set) var counting: [Decision] = []

    public init() {}

    public mutating func add(_ decision: Decision) {
        guard !history.contains(where: { $0.id == decision.id }) else { return }
        history.append(decision)
        switch decision.action {
        case .undo: counting.removeAll { $0.id == decision.undoes }
        case .note: break
        case .confirm, .suggestion, .value, .blank, .printed: counting.append(decision)
        }
    }

    /// The last word of each author, oldest first.
    public var words: [Decision] {
        var seen: Set<String> = []
        return counting.reversed().filter { seen.insert($0.author).inserted }.reversed()
    }

    /// The last decision that counts.
    public var decision: Decision? { counting.last }
    /// Names the last line: who decides without having seen it has to look again.
    public var lastID: String { history.last { $0.action != .note }?.id ?? "" }
    public var notes: [Decision] { history.filter { !$0.reason.isEmpty } }

    public enum State: String, Sendable, Hashable, CaseIterable { case open, done, disputed }

    public var state: State {
        guard let decision else { return .open }
        return words.allSatisfy { $0.amount == decision.amount } ? .done : .disputed
    }
}

/// All decisions, by report and figure.
public struct Standings: Sendable {
    private var figures: [String: [FigureID: Standing]] = [:]
    /// In the order of the log.
    public private(set) var all: [Decision] = []
    private var known: Set<String> = []

    public init() {}

    /// A line that stands in the log twice counts once.
    public mutating func add(_ decision: Decision) {
        guard known.insert(decision.id).inserted else { return }
        all.append(decision)
        figures[decision.report, default: [:]][decision.figure, default: Standing()].add(decision)
    }

    public func knows(_ id: String) -> Bool { known.contains(id) }

    public subscript(report: String, figure: FigureID) -> Standing { figures[report]?[figure] ?? Standing() }

    public subscript(report: String) -> [FigureID: Standing] { figures[report] ?? [:] }
}
