import Arguments
import Messages
import ReportModel
import TerminalText
import Validation

/// `gxingest rules [ID]`: what the validator checks, all of it or one rule explained.
enum RulesCommand: Command {
    static let definition = CommandDefinition(
        name: "rules",
        summary: LocalisedText(
            chinese: "列出全部检查规则，或解释一条规则", english: "list the rules of validate, or explain one"),
        operands: Operands("RULE", count: 0...1, completion: .words(RuleRegistry.rules.map(\.id))),
        examples: [
            Example(
                "gxingest rules applications.row", LocalisedText(chinese: "解释一条规则", english: "explain one rule"))
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        guard let name = arguments.operands.first else { return console.write(list(console)) ?? .clean }
        let wanted = RuleRegistry.rules.filter { RuleSelection(only: [name]).contains($0.id) }
        guard !wanted.isEmpty else {
            let suggestion = Spelling.nearest(to: name, among: RuleRegistry.rules.map(\.id))
            throw .conflict(
                LocalisedText(chinese: "没有规则“\(name)”", english: "there is no rule “\(name)”"),
                remedy: suggestion.map {
                    LocalisedText(chinese: "是不是 \($0)？", english: "Did you mean \($0)?")
                } ?? LocalisedText(chinese: "全部规则见 gxingest rules", english: "All of them: gxingest rules"))
        }
        return console.write(wanted.map { explanation($0, console) }.joined(separator: "\n")) ?? .clean
    }

    private static func list(_ console: Console) -> String {
        let names = RuleRegistry.rules.map(\.id)
        let nameWidth = names.map(\.displayWidth).max() ?? 0
        let severities = Finding.Severity.allCases.map { $0.name[console.language] }
        let severityWidth = severities.map(\.displayWidth).max() ?? 0
        let indent = nameWidth + severityWidth + 4
        return RuleRegistry.rules.map { rule in
            let summary = rule.summary[console.language].wrapped(to: max(40, console.width - indent))
            return rule.id.padded(to: nameWidth) + "  " + rule.severity.name[console.language].padded(to: severityWidth)
                + "  " + summary.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
        }.joined()
    }

    private static func explanation(_ rule: any Rule, _ console: Console) -> String {
        let severity = LocalisedText(
            chinese: "最高级别：\(rule.severity.name.chinese)", english: "gravest severity: \(rule.severity.name.english)")
        let paragraphs = rule.explanation[console.language].map {
            $0.wrapped(to: min(console.width, 100)).joined(separator: "\n")
        }
        return console.paint(rule.id, .bold) + "\n" + rule.summary[console.language] + "\n" + severity[console.language]
            + "\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
    }
}
