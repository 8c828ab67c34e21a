import ReportModel
public import SystemBridge

extension ReviewSession {
    /// What became of decisions that came from elsewhere.
    public struct Applied: Sendable, Hashable {
        public var written = 0
        /// In the log already.
        public var known = 0
        /// About reports or figures that are not here.
        public var strange = 0
        /// Lines that are no decisions.
        public var unreadable = 0
    }

    /// Adds the decisions in a file to the log: those of a page that was sent on, or another log. Where they disagree with
    /// what somebody decided here, both stay.
    public func apply(_ bytes: [UInt8]) throws(SystemError) -> Applied {
        var applied = Applied()
        var decisions: [Decision] = []
        let ids = Dictionary(
            sources.map { ($0.key, Set($0.report.figures.map(\.id))) }, uniquingKeysWith: { first, _ in first })
        for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
            guard let decision = DecisionLog.decision(Array(line)) else {
                applied.unreadable += 1
                continue
            }
            guard ids[decision.report]?.contains(decision.figure) ?? false else {
                applied.strange += 1
                continue
            }
            decisions.append(decision)
        }
        applied.written = try log.add(decisions).count
        applied.known = decisions.count - applied.written
        return applied
    }
}
