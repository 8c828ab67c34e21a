import Messages
public import ReportModel

extension FigureDifference.Kind {
    public var name: LocalisedText {
        switch self {
        case .changed: LocalisedText(chinese: "不同", english: "changed")
        case .added: LocalisedText(chinese: "仅右边有", english: "added")
        case .lost: LocalisedText(chinese: "仅左边有", english: "lost")
        case .remark: LocalisedText(chinese: "附注不同", english: "remark")
        case .form: LocalisedText(chinese: "表式不同", english: "other form")
        }
    }
}

extension TextDifference.Kind {
    public var name: LocalisedText {
        switch self {
        case .changed: LocalisedText(chinese: "改动", english: "changed")
        case .moved: LocalisedText(chinese: "移动", english: "moved")
        case .added: LocalisedText(chinese: "新增", english: "added")
        case .lost: LocalisedText(chinese: "缺失", english: "lost")
        }
    }
}

/// A comparison in words, for the terminal and the page alike.
struct DifferenceWords {
    let language: Language

    func words(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    /// The value, or what stands for it.
    func value(_ figure: Figure?) -> String {
        guard let figure else { return "—" }
        switch figure.content {
        case .amount(let amount): return amount.description
        case .blank: return words("（空）", "(blank)")
        case .mark: return figure.printed.isEmpty ? "/" : figure.printed
        case .unreadable: return words("（读不出）", "(unreadable)")
        case .absent: return words("（未找到）", "(not found)")
        }
    }

    /// `+3 (+25%)` where both sides have a number.
    func change(_ difference: FigureDifference) -> String {
        guard let left = difference.left?.amount?.count, let right = difference.right?.amount?.count else { return "" }
        let (delta, overflow) = right.subtractingReportingOverflow(left)
        guard !overflow else { return "" }
        let sign = delta > 0 ? "+" : ""
        guard left != 0, delta.magnitude < 1 << 40 else { return "\(sign)\(delta)" }
        let percent = (Double(delta) / Double(left.magnitude) * 100).rounded()
        guard abs(percent) < 1e6 else { return "\(sign)\(delta)" }
        return "\(sign)\(delta) (\(sign)\(Int(percent))%)"
    }

    func place(_ places: [Place]) -> String {
        places.first?.description[language] ?? ""
    }

    func head(_ head: ReportComparison.Head) -> String {
        var parts = [head.source]
        if !head.title.isEmpty { parts.append(head.title) }
        return parts.joined(separator: "  ")
    }

    func tally(_ comparison: ReportComparison) -> String {
        var parts: [String] = []
        if comparison.settings.comparesFigures {
            parts.append(
                words(
                    "数据 \(comparison.figureCount) 个，不同 \(comparison.figures.count) 个",
                    "\(comparison.figures.count) of \(comparison.figureCount) figures differ"))
        }
        if comparison.comparedText {
            parts.append(
                words(
                    "正文 \(comparison.sentenceCount) 句，不同 \(comparison.sentences.count) 处",
                    "\(comparison.sentences.count) differences in \(comparison.sentenceCount) sentences"))
        } else if comparison.settings.comparesText {
            parts.append(
                words("正文未比较：有一方没有正文", "text not compared: one side has none"))
        }
        return parts.joined(separator: words("；", "; "))
    }

    func carry(_ carry: BrokenCarry, _ forms: FormVersions) -> String {
        let label = FigureLabel(carry.figure, in: forms).text
        return words(
            "\(label)：按上年应为 \(carry.expected)，今年为 \(carry.found)",
            "\(label): \(carry.expected) after last year's report, \(carry.found) in this year's")
    }

    func copied(_ comparison: ReportComparison) -> String {
        let percent = Int((comparison.copiedShare * 100).rounded())
        return words(
            "照抄上年 \(comparison.copied.count) 句，占今年正文 \(percent)%",
            "\(comparison.copied.count) sentences copied from last year, \(percent)% of this year's text")
    }

    func confusions(_ comparison: ReportComparison) -> String {
        comparison.confusions.prefix(20).map { "\($0.left)→\($0.right) ×\($0.count)" }
            .joined(separator: words("，", ", "))
    }

    func source(_ part: TextPart?) -> String {
        guard let part else { return "" }
        return [part.section, place(part.places)].filter { !$0.isEmpty }.joined(separator: words("，", ", "))
    }
}
