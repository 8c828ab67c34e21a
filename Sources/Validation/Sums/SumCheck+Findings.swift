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
                findings.append(
                    Finding(
                        rule: rule, severity: .error, verdict: verdict(of: check.equation),
                        message: sentence(check.equation, left, right), expected: String(left), found: String(right),
                        figures: check.equation.figures, places: places(of: check.equation)))
            case .unverifiable(let figures):
                parts.append(part(check.equation))
                open += figures.filter { !open.contains($0) }
            }
        }
        if !parts.isEmpty { findings.append(unchecked(rule: rule, parts: parts, figures: open)) }
        return findings
    }

    private func unchecked(rule: String, parts: [String], figures: [FigureID]) -> Finding {
        let blanks = figures.filter { value($0) == .blank }.count
        let lost = figures.count - blanks
        let names = parts.joined(separator: "、")
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

    private func verdict(of equation: Equation) -> Finding.Verdict {
        equation.figures.allSatisfy { figure($0)?.isClearlyPrinted ?? false } ? .source : .open
    }
}

extension Figure {
    /// Whether the document shows this, with nothing that speaks for another reading.
    var isClearlyPrinted: Bool {
        switch method {
        case .text, .dump: (status == .ok || status == .empty) && alternatives.isEmpty
        case .review: true
        case .ocr: false
        }
    }
}
