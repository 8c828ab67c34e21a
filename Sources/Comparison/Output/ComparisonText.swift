import Messages
public import ReportModel
public import TerminalText

/// A comparison for somebody at a terminal. Without colours, what went out stands in `[-…-]` and what came in in
/// `{+…+}`.
public struct ComparisonText: Sendable {
    private let words: DifferenceWords
    private let paint: Paint

    public init(language: Language, paint: Paint) {
        words = DifferenceWords(language: language)
        self.paint = paint
    }

    public func text(_ comparison: ReportComparison) -> String {
        var text = paint("A ", .red) + words.head(comparison.left).printable + "\n"
        text += paint("B ", .green) + words.head(comparison.right).printable + "\n"
        text += paint(words.tally(comparison), .bold) + "\n"
        for table in FormTable.allCases {
            let differences = comparison.figures.filter { $0.id.table == table }
            guard !differences.isEmpty else { continue }
            text += "\n" + paint(table.name[words.language], .bold) + "\n"
            for difference in differences { text += line(difference, comparison) }
        }
        if !comparison.brokenCarries.isEmpty {
            text += "\n" + paint(words.words("与上年接不上", "Does not follow from last year"), .bold) + "\n"
            for carry in comparison.brokenCarries { text += "  " + words.carry(carry, comparison.forms) + "\n" }
        }
        if !comparison.sentences.isEmpty { text += "\n" + paint(words.words("正文", "Text"), .bold) + "\n" }
        for difference in comparison.sentences { text += paragraph(difference) }
        if !comparison.confusions.isEmpty {
            text += "\n" + words.words("认错的字：", "Read for each other: ") + words.confusions(comparison).printable + "\n"
        }
        if comparison.settings.isYears, comparison.comparedText {
            text += "\n" + paint(words.copied(comparison), .bold) + "\n"
            for part in comparison.copied { text += paint("  = ", .dim) + part.text.printable + "\n" }
        }
        return text
    }

    private func line(_ difference: FigureDifference, _ comparison: ReportComparison) -> String {
        let version = difference.left?.form ?? difference.right?.form ?? comparison.forms[difference.id.table]
        var line = "  " + FigureLabel(difference.id, version: version).text + "  "
        if difference.kind == .remark {
            line += out(difference.left?.printed ?? "") + " → " + into(difference.right?.printed ?? "")
        } else {
            line += out(words.value(difference.left)) + " → " + into(words.value(difference.right))
        }
        let change = comparison.settings.isYears ? words.change(difference) : ""
        if !change.isEmpty { line += "  " + change }
        if difference.kind != .changed { line += "  " + paint(difference.kind.name[words.language], .cyan) }
        for (side, figure) in [("A", difference.left), ("B", difference.right)] {
            guard let figure, figure.status != .ok, figure.status != .empty else { continue }
            line += "  " + paint(side + " " + figure.status.name[words.language], .yellow)
        }
        let places = [("A", difference.left), ("B", difference.right)]
            .compactMap { side, figure in
                (figure?.places).map { (side, words.place($0)) }.flatMap { $0.1.isEmpty ? nil : "\($0.0) \($0.1)" }
            }
        if !places.isEmpty, !comparison.settings.isYears {
            line += "\n      " + paint(places.joined(separator: "; "), .dim)
        }
        return line + "\n"
    }

    private func paragraph(_ difference: TextDifference) -> String {
        let kind = difference.kind.name[words.language]
        let from = words.source(difference.left).printable
        let to = words.source(difference.right).printable
        let place =
            difference.kind == .moved || difference.left == nil
            ? [from, to].filter { !$0.isEmpty }.joined(separator: " → ") : from
        var text = "  " + paint(kind, .cyan) + "  " + paint(place, .dim) + "\n    "
        for segment in difference.segments {
            switch segment.kind {
            case .same: text += segment.text.printable
            case .removed: text += out(segment.text)
            case .inserted: text += into(segment.text)
            }
        }
        return text + "\n"
    }

    private func out(_ text: String) -> String {
        paint.isColoured ? paint(text.printable, .red) : "[-\(text.printable)-]"
    }

    private func into(_ text: String) -> String {
        paint.isColoured ? paint(text.printable, .green) : "{+\(text.printable)+}"
    }
}
