public import ReportModel

/// The figures that people should look at, the least proven first.
public struct ReviewQueue: Sendable {
    public struct Entry: Sendable, Hashable {
        /// Index of the report.
        public var report: Int
        /// Index of the figure in it.
        public var figure: Int
        public var id: FigureID
        /// 0 to 1: how much speaks for what stands there.
        public var proof: Double
    }

    public let entries: [Entry]
    private let positions: [Key: Int]
    /// The rules and verdicts of the findings on a figure.
    private let findings: [Key: [(rule: String, verdict: Finding.Verdict)]]

    private struct Key: Hashable {
        var report: Int
        var id: FigureID
    }

    public init(_ reports: [Report]) {
        var entries: [Entry] = []
        var findings: [Key: [(rule: String, verdict: Finding.Verdict)]] = [:]
        for (number, report) in reports.enumerated() {
            for finding in report.findings {
                for id in finding.figures {
                    findings[Key(report: number, id: id), default: []].append((finding.rule, finding.verdict))
                }
            }
            for (index, figure) in report.figures.enumerated() where figure.isInDoubt {
                let against = findings[Key(report: number, id: figure.id)]?.count ?? 0
                entries.append(
                    Entry(report: number, figure: index, id: figure.id, proof: Self.proof(figure, against: against)))
            }
        }
        entries.sort { ($0.proof, $0.report, $0.figure) < ($1.proof, $1.report, $1.figure) }
        self.entries = entries
        self.findings = findings
        positions = Dictionary(
            entries.enumerated().map { (Key(report: $1.report, id: $1.id), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What is missing has nothing to speak for it; what the sums leave no choice about has nearly all.
    private static func proof(_ figure: Figure, against: Int) -> Double {
        switch figure.status {
        case .missing: 0
        case .derived: 0.8 + 0.1 * figure.confidence
        default: max(0.05, 0.1 + 0.6 * figure.confidence - 0.05 * Double(min(against, 4)))
        }
    }

    public func position(of id: FigureID, in report: Int) -> Int? { positions[Key(report: report, id: id)] }

    public func holds(_ entry: Entry, rule: String) -> Bool {
        findings[Key(report: entry.report, id: entry.id)]?.contains { $0.rule == rule } ?? false
    }

    public func holds(_ entry: Entry, verdict: Finding.Verdict) -> Bool {
        findings[Key(report: entry.report, id: entry.id)]?.contains { $0.verdict == verdict } ?? false
    }
}

/// Which part of the queue somebody wants to see.
public struct QueueFilter: Sendable, Hashable {
    public var report: Int?
    public var table: FormTable?
    public var rule: String?
    public var verdict: Finding.Verdict?
    public var year: Int?
    public var status: FigureStatus?
    /// Nil for all, whatever has been decided.
    public var state: Standing.State? = .open
    /// Part of a source or an agency's name.
    public var text = ""

    public init() {}

    func lets(_ entry: ReviewQueue.Entry, _ report: Report, _ queue: ReviewQueue) -> Bool {
        if let wanted = self.report, wanted != entry.report { return false }
        if let table, table != entry.id.table { return false }
        if let year, year != report.year { return false }
        if let status, status != report.figures[entry.figure].status { return false }
        if let rule, !queue.holds(entry, rule: rule) { return false }
        if let verdict, !queue.holds(entry, verdict: verdict) { return false }
        return text.isEmpty || report.agency.contains(text) || report.source.contains(text)
    }
}
