import ReportModel

extension Examination {
    func location(of equation: Equation) -> Location? { locations.first { $0.equations.contains(equation) } }

    var verdicts: Verdicts {
        let positions = positions
        let figures = report.figures
        return Verdicts(costs: costs) { id in positions[id].map { figures[$0] } }
    }

    /// What the search says about a broken sum, as a sentence to stand behind the sum's own.
    func advice(on equation: Equation, in location: Location?, verdict: Finding.Verdict) -> LocalisedText {
        guard let location else { return LocalisedText(chinese: "", english: "") }
        if location.isOpen(equation) {
            let figures = Set(location.open.joined()).intersection(equation.figures)
            let names = equation.figures.filter { figures.contains($0) }.map { wording($0).cell }
            return LocalisedText(
                chinese:
                    "\(names.prefix(3).joined(separator: "、"))\(names.count > 3 ? "等" : "")可能有误，但未读出的格较多，未能确定应为多少，请对照原文。",
                english:
                    " \(names.prefix(3).joined(separator: ", "))\(names.count > 3 ? " or others" : "") may be wrong; "
                    + "too many cells were not read to tell what it should be. Compare it with the document.")
        }
        guard location.isComplete || verdicts.explains(location.plain, equation), !location.known.isEmpty else {
            return LocalisedText(
                chinese: "不符之处较多，未能确定是哪一格，请对照原文逐格核对。",
                english: " Too much differs to tell which cell is wrong; compare the cells with the document.")
        }
        var ways: [[Explanation.Change]] = []
        for changes in location.changes(in: equation) where !changes.isEmpty && !ways.contains(changes) {
            ways.append(changes)
        }
        guard let first = ways.first else { return LocalisedText(chinese: "", english: "") }
        let isSure = ways.joined().allSatisfy { verdicts.isClear($0) || figure($0.figure)?.method != .ocr }
        if ways.count == 1 {
            return LocalisedText(
                chinese: first.map { "\(wording($0.figure).cell)\(shown($0.figure, .chinese))，应为 \($0.value)" }
                    .joined(separator: "；") + closing(verdict, isSure, .chinese),
                english: " "
                    + first.map { "\(wording($0.figure).cell) \(shown($0.figure, .english)) and should be \($0.value)" }
                    .joined(separator: "; ") + closing(verdict, isSure, .english))
        }
        let listed = ways.prefix(3)
        let more = ways.count - listed.count
        return LocalisedText(
            chinese: "有 \(ways.count) 种同样可能的解释："
                + listed.map { $0.map { "\(wording($0.figure).cell)应为 \($0.value)" }.joined(separator: "且") }
                .joined(separator: "；") + (more > 0 ? "；等。" : "。") + "请对照原文。",
            english: " \(ways.count) explanations are equally likely: "
                + listed.map {
                    $0.map { "\(wording($0.figure).cell) should be \($0.value)" }.joined(separator: " and ")
                }
                .joined(separator: "; ") + (more > 0 ? "; and others." : ".") + " Compare them with the document.")
    }

    private func shown(_ id: FigureID, _ language: Language) -> String {
        switch (value(id), language) {
        case (.count(let count), .chinese): "为 \(count)"
        case (.count(let count), .english): "is \(count)"
        case (_, .chinese): "空白"
        case (_, .english): "is blank"
        }
    }

    private func closing(_ verdict: Finding.Verdict, _ isSure: Bool, _ language: Language) -> String {
        switch (verdict, language) {
        case (.source, .chinese) where !isSure: "，各项合计才能成立。识读均无异议，当是原文如此；请看原图确认。"
        case (.source, .english) where !isSure:
            " for all sums to hold. No reader saw anything else: most likely it is printed so. Look at the picture to confirm."
        case (.reading, .chinese): "，另一种识读即为此数。请看原图确认。"
        case (.reading, .english): ": another reading says so. Look at the picture to confirm."
        case (.source, .chinese): "，各项合计才能成立。原文即如此印出，属报告本身的差错。"
        case (.source, .english): " for all sums to hold. It is printed so: the report itself is wrong."
        case (.open, .chinese): "，各项合计才能成立。请对照原文。"
        case (.open, .english): " for all sums to hold. Compare it with the document."
        }
    }
}
