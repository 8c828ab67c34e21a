/// Why bytes are no JSON, and where.
public struct JSONProblem: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case endsTooEarly, unexpectedByte, notUTF8, badEscape, badNumber, tooDeep, moreAfterEnd
        case repeatedKey(String)
    }

    public var kind: Kind
    /// From 1.
    public var line: Int
    /// In bytes, from 1.
    public var column: Int

    public init(kind: Kind, line: Int, column: Int) {
        self.kind = kind
        self.line = line
        self.column = column
    }
}

extension JSONValue {
    /// How deep values may stand inside each other. Ours reach 8.
    public static let depthLimit = 64

    /// Reads one value as RFC 8259 has it and nothing around it but white space. Stricter in one thing: a key may not
    /// be repeated.
    public init(parsing bytes: some RandomAccessCollection<UInt8>) throws(JSONProblem) {
        var parser = JSONParser(bytes: Array(bytes))
        self = try parser.document()
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
        // A byte-order mark is no part of JSON, but editors put it there.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    mutating func document() throws(JSONProblem) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw problem(.moreAfterEnd) }
        return value
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func problem(_ kind: JSONProblem.Kind) -> JSONProblem {
        let before = bytes.prefix(index)
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONProblem(kind: kind, line: before.count { $0 == 0x0A } + 1, column: index - start + 1)
    }

    private func unexpected() -> JSONProblem { problem(current == nil ? .endsTooEarly : .unexpectedByte) }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(JSONProblem) {
        guard current == byte else { throw unexpected() }
        index += 1
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth < JSONValue.depthLimit else { throw problem(.tooDeep) }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try number()
        default: throw unexpected()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
        for byte in word.description.utf8 { try expect(byte) }
        return value
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
        index += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if current == UInt8(ascii: "}") {
            index += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw unexpected() }
            let start = index
            let key = try string()
            skipSpace()
            try expect(UInt8(ascii: ":"))
            guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
                index = start
                throw problem(.repeatedKey(key))
            }
            skipSpace()
            if current == UInt8(ascii: ",") {
                index += 1
            } else {
                try expect(UInt8(ascii: "}"))
                return .object(members)
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue {
        index += 1
        var values: [JSONValue] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
            index += 1
            return .array(values)
        }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if current == UInt8(ascii: ",") {
                index += 1
            } else {
                try expect(UInt8(ascii: "]"))
                return .array(values)
            }
        }
    }

    // MARK: numbers

    private mutating func number() throws(JSONProblem) -> JSONValue {
        let start = index
        var isInteger = true
        if current == UInt8(ascii: "-") { index += 1 }
        if current == UInt8(ascii: "0") {
            index += 1
        } else {
            try digits()
        }
        if current == UInt8(ascii: ".") {
            isInteger = false
            index += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            isInteger = false
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isInteger, let value = Int(text) { return .integer(value) }
        return .number(text)
    }

    private mutating func digits() throws(JSONProblem) {
        let start = index
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        guard index > start else { throw problem(.badNumber) }
    }

    // MARK: strings

    private mutating func string() throws(JSONProblem) -> String {
        index += 1
        var text = ""
        while true {
            let start = index
            while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
                index += 1
            }
            if index > start {
                guard let part = String(validating: bytes[start..<index], as: UTF8.self) else {
                    index = start
                    throw problem(.notUTF8)
                }
                text += part
            }
            switch current {
            case UInt8(ascii: "\""):
                index += 1
                return text
            case UInt8(ascii: "\\"):
                index += 1
                text.unicodeScalars.append(try escape())
            default: throw unexpected()
            }
        }
    }

    private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
        guard let byte = current else { throw problem(.endsTooEarly) }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            index -= 1
            throw problem(.badEscape)
        }
    }

    /// Four digits, or eight where two halves make one character.
    private mutating func unicodeEscape() throws(JSONProblem) -> Unicode.Scalar {
        let high = try fourDigits()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), bytes[index...].starts(with: [0x5C, 0x75]) else {
            throw problem(.badEscape)
        }
        index += 2
        let low = try fourDigits()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        else { throw problem(.badEscape) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw problem(.endsTooEarly) }
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw problem(.badEscape)
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
