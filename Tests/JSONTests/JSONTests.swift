import GxTestSupport
import JSON
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        ("null", JSONValue.null),
        (" [true, false]\n", .array([.bool(true), .bool(false)])),
        ("{\"b\":1,\"a\":[]}", .object(["a": .array([]), "b": .integer(1)])),
        ("-0", .integer(0)),
        ("1.50", .number("1.50")),
        ("-2e-3", .number("-2e-3")),
        ("123456789012345678901234567890", .number("123456789012345678901234567890")),
        (#""\u653f\u5e9c \ud83d\ude00 \/ \" \\ \n""#, .string("政府 😀 / \" \\ \n")),
        ("\u{FEFF}\"\"", .string("")),
    ])
    func parses(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("", JSONProblem.Kind.endsTooEarly, 1, 1),
        ("[1,]", .unexpectedByte, 1, 4),
        ("{\n\"a\":1,\n}", .unexpectedByte, 3, 1),
        ("{'a':1}", .unexpectedByte, 1, 2),
        ("01", .moreAfterEnd, 1, 2),
        ("1.", .badNumber, 1, 3),
        ("-", .badNumber, 1, 2),
        ("+1", .unexpectedByte, 1, 1),
        ("\"\\x\"", .badEscape, 1, 3),
        ("\"\\ud800\"", .badEscape, 1, 8),
        ("\"\t\"", .unexpectedByte, 1, 2),
        ("nul", .endsTooEarly, 1, 4),
        ("{\"a\":1,\"a\":2}", .repeatedKey("a"), 1, 8),
        ("[] []", .moreAfterEnd, 1, 4),
        (String(repeating: "[", count: 100_000), .tooDeep, 1, JSONValue.depthLimit + 1),
    ])
    func refuses(text: String, kind: JSONProblem.Kind, line: Int, column: Int) {
        let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(problem == JSONProblem(kind: kind, line: line, column: column))
    }

    @Test func refusesWhatIsNoUTF8() {
        let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22, 0x61, 0xFF, 0x22]) }
        #expect(problem?.kind == .notUTF8)
    }

    @Test func writesSortedAndEscaped() {
        let value = JSONValue.object(["b": .string("\u{1}\"\u{2028}政"), "a": .rounded(1.25, decimals: 1), "c": .null])
        #expect(value.text == #"{"a":1.3,"b":"\u0001\"\u2028政","c":null}"#)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let value = random(depth: 0, &generator)
            #expect(try JSONValue(parsing: Array(value.text.utf8)) == value, "seed \(seed)")
        }
    }

    /// Any damage is a value or a problem, never a crash.
    @Test func damagedBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var bytes = Array(random(depth: 0, &generator).text.utf8)
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? JSONValue(parsing: bytes)
            _ = try? JSONValue(parsing: bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
        }
    }

    private func random(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int.random(in: Int.min...Int.max, using: &generator))
        case 3: return .rounded(Double.random(in: 0.1...99.9, using: &generator), decimals: 3).normalised
        case 4:
            let scalars = (0..<Int.random(in: 0..<12, using: &generator)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
            }
            return .string(String(String.UnicodeScalarView(scalars)))
        case 5:
            return .array(
                (0..<Int.random(in: 0..<5, using: &generator)).map { _ in random(depth: depth + 1, &generator) })
        default:
            return .object(
                Dictionary(
                    uniqueKeysWithValues: (0..<Int.random(in: 0..<5, using: &generator)).map { index in
                        ("键\(index)", random(depth: depth + 1, &generator))
                    }))
        }
    }
}

extension JSONValue {
    /// A rounded number that came out whole is read back as an integer.
    fileprivate var normalised: JSONValue {
        if case .number(let digits) = self, let value = Int(digits) { .integer(value) } else { self }
    }
}

/// An object whose members are given in order is written, asked and counted like any other.
@Suite struct MembersTests {
    let members = JSONValue.members([JSONMember("a", .integer(1)), JSONMember("b", .string("\u{2028}"))])
    let object = JSONValue.object(["b": .string("\u{2028}"), "a": .integer(1)])

    @Test func asAnObject() {
        #expect(members.text == object.text)
        #expect(members.text == "{\"a\":1,\"b\":\"\\u2028\"}")
        #expect(members["b"] == object["b"] && members["c"] == nil)
        #expect(members.object == object.object)
    }
}

@Suite struct DecimalTextTests {
    @Test(arguments: [
        (0.0, 2, "0"), (12.5, 2, "12.5"), (12.504, 2, "12.5"), (0.005, 2, "0.01"), (-0.001, 2, "0"), (-1.25, 1, "-1.3"),
        (99.999, 2, "100"), (1e20, 2, "0"), (Double.nan, 2, "0"), (0.07, 3, "0.07"),
    ])
    func rounds(value: Double, decimals: Int, text: String) {
        #expect(DecimalText.of(value, decimals: decimals) == text)
    }
}
