import ReportModel

extension Examination {
    /// What is to be said about the sums of one kind: every one that is broken, and once which could not be checked.
    func findings(
        of kind: Equation.Kind, rule: String, sentence: (Equation, Int, Int) -> LocalisedText,
        part: (Equation) -> String
    ) -> [Finding] {
        let checks = sums.filter { $0.equation.kind == kind }
        var findings: [Finding] = []
        var open: [FigureID] = []
        var parts: [String] = []
        for check in checks {
            switch check.outcome {
            case .holds: break
            case .broken(let left, let right):
                findings.append(broken(check.equation, rule: rule, sentence(check.equation, left, right), left, right))
            case .unverifiable(let figures):
                parts.append(part(check.equation))
                open += figures.filter { !open.contains($0) }
            }
        }
        if !parts.isEmpty { findings.append(unchecked(rule: rule, parts: parts, figures: open)) }
        return findings
    }

    private func broken(
        _ equation: Equation, rule: String, _ sentence: LocalisedText, _ left: Int, _ right: Int
    ) -> Finding {
        let location = location(of: equation)
        let verdict = verdicts.verdict(of: equation, in: location)
        let advice = advice(on: equation, in: location, verdict: verdict)
        return Finding(
            rule: rule, severity: .error, verdict: verdict,
            message: LocalisedText(
                chinese: sentence.chinese + advice.chinese, english: sentence.english + advice.english),
            expected: String(left), found: String(right), figures: equation.figures, places: places(of: equation),
            explanations: location?.isComplete == true ? location?.named ?? [] : [])
    }

    private func unchecked(rule: String, parts: [String], figures: [FigureID]) -> Finding {
        let blanks = figures.filter { value($0) == .blank }.count
        let lost = figures.count - blanks
        // A column of blank totals is 25 rows; all their figures are in the finding.
        let names = parts.prefix(3).map { "「\($0)」" }.joined() + (parts.count > 3 ? "…" : "")
        return Finding(
            rule: rule, severity: .note, verdict: lost == 0 ? .source : .open,
            message: LocalisedText(
                chinese: "\(parts.count) 项合计无法核对：\(names)（空白 \(blanks) 格，未读出 \(lost) 格）。补填或对照原文后可核对。",
                english:
                    "\(parts.count) sums could not be checked: \(names) (\(blanks) cells blank, \(lost) not read). "
                    + "They can be once the cells are filled in or looked up."),
            figures: figures, places: figures.flatMap { figure($0)?.places ?? [] })
    }

    private func places(of equation: Equation) -> [Place] {
        equation.right.flatMap { figure($0)?.places.prefix(1) ?? [] }
    }
}
