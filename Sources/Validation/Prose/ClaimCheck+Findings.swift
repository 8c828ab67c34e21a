import ReportModel

extension Examination {
    /// What one prose rule has to say: every difference once, with the sentence quoted.
    func claimFindings(of rule: String) -> [Finding] {
        var findings: [Finding] = []
        for outcome in claims.outcomes where outcome.claim.kind.rule == rule && outcome.answer != .agrees {
            let severity = severity(of: outcome)
            let isKnown = findings.contains {
                $0.severity >= severity && $0.found == outcome.found && $0.figures == outcome.cells
            }
            if !isKnown { findings.append(finding(outcome, rule: rule)) }
        }
        return findings
    }

    private func severity(of outcome: ClaimCheck.Outcome) -> Finding.Severity {
        outcome.answer == .differs && !isLikelySlip(outcome) ? .warning : .note
    }

    /// Whether the sentence stands in a picture and is one slip of its reader away from the table.
    private func isLikelySlip(_ outcome: ClaimCheck.Outcome) -> Bool {
        outcome.claim.places.contains { isPicture($0) } && isOneSlipAway(outcome)
    }

    private func finding(_ outcome: ClaimCheck.Outcome, rule: String) -> Finding {
        let claim = outcome.claim
        let wasSeen = claim.places.contains { isPicture($0) }
        let isAlike = isLikelySlip(outcome)
        let severity = severity(of: outcome)
        let isPlain = severity == .warning
        let cells = outcome.cells.prefix(3).map { wording($0).cell }
        let more = outcome.cells.count > 3 ? "…" : ""
        let table = outcome.expected.split(separator: "/").joined(separator: " 或 ")
        let english = outcome.expected.split(separator: "/").joined(separator: " or ")
        let isCertain =
            !wasSeen && outcome.cells.allSatisfy { figure($0)?.status == .ok || figure($0)?.status == .empty }
        let advice =
            isAlike
            ? LocalisedText(chinese: "文字中的数可能识读有误，请看原图。", english: "The sentence may have been misread; look at it.")
            : isPlain
                ? LocalisedText(
                    chinese: "文字与表格必有一误，请核对。", english: "One of them is wrong; ask the office which.")
                : LocalisedText(
                    chinese: "文字所指或不止此项，请核对。", english: "The sentence may mean something else; look at it.")
        return Finding(
            rule: rule, severity: severity, verdict: isCertain ? .source : .open,
            message: LocalisedText(
                chinese: "文字称 \(outcome.found)，表中\(cells.joined(separator: "＋"))\(more)为 \(table)：“\(claim.sentence)”。"
                    + advice.chinese,
                english:
                    "The text says \(outcome.found), the table says \(english) at \(cells.joined(separator: " + "))\(more): "
                    + "“\(claim.sentence)”. " + advice.english),
            expected: outcome.expected, found: outcome.found, figures: outcome.cells, quote: claim.sentence,
            places: claim.places)
    }

    /// Text off a picture: nobody has looked at its numbers as closely as at those of the tables.
    func isPicture(_ place: Place) -> Bool {
        report.pages.contains { $0.number == place.page && $0.method == .ocr }
    }

    /// What the readers reported under a rule's name; off a picture, the reading is doubted before the print.
    func readersFindings(of rule: String) -> [Finding] {
        report.findings.filter { $0.rule == rule }.map { finding in
            var finding = finding
            if finding.verdict == .source, finding.places.contains(where: isPicture) { finding.verdict = .open }
            return finding
        }
    }

    /// Whether there are such pages.
    var wasSeen: Bool { report.pages.contains { $0.method == .ocr } }

    private func isOneSlipAway(_ outcome: ClaimCheck.Outcome) -> Bool {
        guard let said = outcome.claim.number.value.count else { return true }
        return outcome.expected.split(separator: "/").contains {
            Int($0).map { DigitLikeness.areAlike(said, $0) } ?? true
        }
    }
}
