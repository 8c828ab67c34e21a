public import ReportModel
import Validation

/// A fresh reading with the decisions of people laid over it.
public enum ReviewedReport {
    public static let disputed = "review.disputed"

    /// Confirmed figures become `ok` or `empty`, changed ones `corrected`; where people disagree the figure is
    /// `suspect`. All others stay as they were read. Findings are those of the report as it stands now.
    public static func report(_ report: Report, _ standings: [FigureID: Standing]) -> Report {
        guard standings.contains(where: { $0.value.state != .open }) else { return report }
        var reviewed = report
        for index in reviewed.figures.indices {
            guard let standing = standings[reviewed.figures[index].id] else { continue }
            reviewed.figures[index] = figure(reviewed.figures[index], standing)
        }
        reviewed.findings = findings(of: reviewed, instead: report.findings, standings)
        return reviewed
    }

    public static func figure(_ read: Figure, _ standing: Standing) -> Figure {
        guard let decision = standing.decision else { return read }
        var figure = read
        guard standing.state == .done else {
            figure.status = .suspect
            figure.doubts = read.doubts.filter { $0 != disputed } + [disputed]
            figure.alternatives =
                standing.words.compactMap { word in
                    word.amount.map { Alternative(value: $0, score: 0.5, reader: "review:\(word.author)") }
                } + read.alternatives
            return figure
        }
        figure.method = .review
        figure.confidence = 1
        figure.doubts = []
        figure.suggestions = []
        if read.isSeen, read.amount == decision.amount {
            figure.status = read.amount == nil ? .empty : .ok
        } else {
            if let value = read.amount {
                figure.alternatives.insert(
                    Alternative(value: value, score: read.confidence, reader: read.method.rawValue), at: 0)
            }
            figure.status = .corrected
            figure.content = decision.amount.map { .amount($0) } ?? .blank
        }
        return figure
    }

    private static func findings(
        of report: Report, instead old: [Finding], _ standings: [FigureID: Standing]
    ) -> [Finding] {
        // Those between reports need the others, which are not here.
        let series = old.filter { $0.rule.hasPrefix("series.") }
        let fresh = Validator().validate(report).findings.filter { !$0.rule.hasPrefix("series.") }
        return (fresh + series).map { finding in
            var finding = finding
            if finding.verdict == .open || finding.verdict == .reading,
                finding.figures.contains(where: { standings[$0]?.decision?.action == .printed })
            {
                finding.verdict = .source
            }
            return finding
        }
    }
}

extension Figure {
    /// Whether the cell was found and read, blank or not.
    public var isSeen: Bool {
        switch content {
        case .amount, .blank, .mark: true
        case .unreadable, .absent: false
        }
    }

    /// Whether a person has to look at it.
    public var isInDoubt: Bool {
        switch status {
        case .derived, .suspect, .missing: true
        case .ok, .empty, .corrected: false
        }
    }
}
