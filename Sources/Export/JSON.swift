/// A JSON value. Objects come out with their keys sorted, so that the same value always gives the same bytes.
enum JSON {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number that is written as it stands: ASCII digits, as `Decimal.text` gives them.
    case number(String)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// Rounded to that many decimals.
    static func rounded(_ value: Double, decimals: Int) -> JSON { .number(Decimal.text(value, decimals: decimals)) }

    /// Without any white space, on one line.
    var text: String {
        var result = ""
        write(to: &result)
        return result
    }

    func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let digits): text += digits
        case .string(let value): Self.write(value, to: &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { text += "," }
                Self.write(member.key, to: &text)
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
