import ReportModel

extension Examination {
    /// What one prose rule has to say: every difference once, with the sentence quoted.
    func claimFindings(of rule: String) -> [Finding] {
        var findings: [Finding] = []
        for outcome in claims.outcomes where outcome.claim.kind.rule == rule && outcome.answer != .agrees {
            let finding = finding(outcome, rule: rule)
            let isKnown = findings.contains {
                $0.figures == finding.figures && $0.found == finding.found && $0.severity >= finding.severity
            }
            if !isKnown { findings.append(finding) }
        }
        return findings
    }

    private func finding(_ outcome: ClaimCheck.Outcome, rule: String) -> Finding {
        let claim = outcome.claim
        let isPlain = outcome.answer == .differs
        let cells = outcome.cells.prefix(3).map { wording($0).cell }
        let more = outcome.cells.count > 3 ? "…" : ""
        let table = outcome.expected.split(separator: "/").joined(separator: " 或 ")
        let english = outcome.expected.split(separator: "/").joined(separator: " or ")
        let isCertain = outcome.cells.allSatisfy { figure($0)?.status == .ok || figure($0)?.status == .empty }
        let chineseAdvice = isPlain ? "文字与表格必有一误，请核对。" : "文字所指或不止此项，请核对。"
        let englishAdvice =
            isPlain
            ? "One of them is wrong; ask the office which." : "The sentence may mean something else; look at it."
        return Finding(
            rule: rule, severity: isPlain ? .warning : .note, verdict: isCertain ? .source : .open,
            message: LocalisedText(
                chinese: "文字称 \(outcome.found)，表中\(cells.joined(separator: "＋"))\(more)为 \(table)：“\(claim.sentence)”。"
                    + chineseAdvice,
                english:
                    "The text says \(outcome.found), the table says \(english) at \(cells.joined(separator: " + "))\(more): "
                    + "“\(claim.sentence)”. " + englishAdvice),
            expected: outcome.expected, found: outcome.found, figures: outcome.cells, quote: claim.sentence,
            places: claim.places)
    }
}
