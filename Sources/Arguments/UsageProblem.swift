public import ReportModel

/// What is wrong with a command line. Data; the words come from `message` and `remedy`.
public enum UsageProblem: Error, Sendable, Hashable {
    case unknownOption(String, command: String?, suggestion: String?)
    case missingValue(String, placeholder: String, expectation: LocalisedText)
    case unexpectedValue(String, value: String)
    case invalidValue(String, value: String, expectation: LocalisedText, suggestion: String?)
    case givenTwice(String, first: String, second: String)
    case missingOperand(String, command: String?)
    case extraOperand(String, command: String)
    /// Two things that do not go together, in the words of the command that knows it.
    case conflict(LocalisedText, remedy: LocalisedText)
}

extension UsageProblem {
    /// What is wrong, in one line.
    public var message: LocalisedText {
        switch self {
        case .unknownOption(let name, let command?, _):
            LocalisedText(
                chinese: "命令 \(command) 没有选项 \(name)", english: "the command \(command) has no option \(name)")
        case .unknownOption(let name, nil, _):
            LocalisedText(chinese: "没有选项 \(name)", english: "there is no option \(name)")
        case .missingValue(let name, let placeholder, _):
            LocalisedText(chinese: "选项 \(name) 后面缺少 \(placeholder)", english: "\(name) lacks its \(placeholder)")
        case .unexpectedValue(let name, let value):
            LocalisedText(
                chinese: "选项 \(name) 不带值，却给了“\(value)”", english: "\(name) takes no value, but got “\(value)”")
        case .invalidValue(let name, let value, _, _):
            LocalisedText(chinese: "选项 \(name) 不接受“\(value)”", english: "\(name) cannot be “\(value)”")
        case .givenTwice(let name, let first, let second):
            LocalisedText(
                chinese: "选项 \(name) 给了两次，且不一致：“\(first)”和“\(second)”",
                english: "\(name) is given twice, and differently: “\(first)” and “\(second)”")
        case .missingOperand(let placeholder, nil):
            LocalisedText(chinese: "没有给出 \(placeholder)", english: "no \(placeholder) is given")
        case .missingOperand(let placeholder, let command?):
            LocalisedText(
                chinese: "命令 \(command) 缺少 \(placeholder)", english: "the command \(command) needs a \(placeholder)")
        case .extraOperand(let operand, let command):
            LocalisedText(
                chinese: "命令 \(command) 用不上“\(operand)”", english: "the command \(command) has no use for “\(operand)”")
        case .conflict(let message, _): message
        }
    }

    /// What to do about it.
    ///
    /// - Parameter program: the name that the program was called by.
    public func remedy(program: String) -> LocalisedText {
        switch self {
        case .unknownOption(_, let command, let suggestion):
            let help = helpLine(program, command)
            return suggestion.map {
                LocalisedText(
                    chinese: "是不是 \($0)？全部选项见 \(help)", english: "Did you mean \($0)? All options: \(help)")
            } ?? LocalisedText(chinese: "全部选项见 \(help)", english: "All options: \(help)")
        case .missingValue(_, _, let expectation): return sentence(expectation)
        case .unexpectedValue(let name, _):
            return LocalisedText(chinese: "请只写 \(name)", english: "Write \(name) alone.")
        case .invalidValue(_, _, let expectation, let suggestion):
            return suggestion.map {
                LocalisedText(
                    chinese: "是不是 \($0)？\(expectation.chinese)",
                    english: "Did you mean \($0)? \(sentence(expectation).english)")
            } ?? sentence(expectation)
        case .givenTwice: return LocalisedText(chinese: "请留下其中一个", english: "Leave out one of the two.")
        case .missingOperand(_, let command), .extraOperand(_, let command as String?):
            let help = helpLine(program, command)
            return LocalisedText(chinese: "用法见 \(help)", english: "How it is used: \(help)")
        case .conflict(_, let remedy): return remedy
        }
    }

    private func helpLine(_ program: String, _ command: String?) -> String {
        [program, command, "--help"].compactMap(\.self).joined(separator: " ")
    }

    /// English expectations are written to stand behind a colon; alone they start with a capital.
    private func sentence(_ text: LocalisedText) -> LocalisedText {
        LocalisedText(
            chinese: text.chinese, english: text.english.prefix(1).uppercased() + text.english.dropFirst() + ".")
    }
}
