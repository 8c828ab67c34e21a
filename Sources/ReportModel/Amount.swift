/// An exact decimal number: what is printed, digit for digit. Never floating point.
public struct Amount: Sendable {
    /// The number without its decimal point: 12.50 is 1250 with two decimals.
    public let digits: Int
    public let decimals: Int

    public init(_ count: Int) {
        digits = count
        decimals = 0
    }

    /// - Parameter decimals: how many of the digits stand behind the point, 0 to 18.
    public init(digits: Int, decimals: Int) {
        self.digits = digits
        self.decimals = min(max(decimals, 0), 18)
    }

    /// The value as a count; nil where it has a fraction.
    public var count: Int? {
        var value = digits
        for _ in 0..<decimals {
            guard value % 10 == 0 else { return nil }
            value /= 10
        }
        return value
    }

    public var isNegative: Bool { digits < 0 }

    /// Reads ASCII digits with an optional leading "-" or "+" and one ".", nothing else. Nil too where it would not
    /// fit 18 digits.
    public init?(ascii text: some StringProtocol) { self.init(ascii: Array(text.utf8)) }

    /// The same of the letters' bytes.
    public init?(ascii text: [UInt8]) {
        var digits = 0
        var decimals: Int?
        var seen = 0
        var negative = false
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: "+") where index == 0: break
            case UInt8(ascii: ".") where decimals == nil && seen > 0: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                seen += 1
                guard seen <= 18 else { return nil }
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
                if let places = decimals { decimals = places + 1 }
            default: return nil
            }
        }
        guard seen > 0, decimals != 0 else { return nil }
        self.init(digits: negative ? -digits : digits, decimals: decimals ?? 0)
    }
}

extension Amount: Equatable, Hashable {
    /// Equal by value: 3.50 equals 3.5.
    public static func == (left: Amount, right: Amount) -> Bool {
        let left = left.normalised
        let right = right.normalised
        return left.digits == right.digits && left.decimals == right.decimals
    }

    public func hash(into hasher: inout Hasher) {
        let value = normalised
        hasher.combine(value.digits)
        hasher.combine(value.decimals)
    }

    private var normalised: (digits: Int, decimals: Int) {
        var digits = digits
        var decimals = decimals
        while decimals > 0, digits % 10 == 0 {
            digits /= 10
            decimals -= 1
        }
        return (digits, decimals)
    }
}

extension Amount: CustomStringConvertible {
    /// ASCII digits, "." as decimal sign, "-" as minus; the decimals as printed.
    public var description: String {
        var text = String(digits.magnitude)
        if decimals > 0 {
            if text.utf8.count <= decimals {
                text = String(repeating: "0", count: decimals + 1 - text.utf8.count) + text
            }
            text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals))
        }
        return digits < 0 ? "-" + text : text
    }
}

extension Amount: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
