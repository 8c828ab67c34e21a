import JSON
import ReportModel

/// A JSON value with the way to it, so that what is wrong in it can be said.
struct MemberReader {
    let value: JSONValue
    let path: String

    init(_ value: JSONValue, path: String) {
        self.value = value
        self.path = path
    }

    func failure(_ expected: String) -> ReadFailure {
        let place = path.isEmpty ? "." : path
        return ReadFailure(
            .damaged,
            detail: LocalisedText(chinese: "\(place) 应为 \(expected)", english: "\(place) should be \(expected)"))
    }

    /// The member, JSON's null where there is none.
    subscript(key: String) -> MemberReader {
        MemberReader(value[key] ?? .null, path: path.isEmpty ? key : "\(path).\(key)")
    }

    func string() throws(ReadFailure) -> String {
        guard let string = value.string else { throw failure("string") }
        return string
    }

    func integer() throws(ReadFailure) -> Int {
        guard let integer = value.integer else { throw failure("integer") }
        return integer
    }

    func double() throws(ReadFailure) -> Double {
        guard let double = value.double, double.isFinite else { throw failure("number") }
        return double
    }

    /// The elements, none where the member is missing.
    func elements() throws(ReadFailure) -> [MemberReader] {
        if value.isNull { return [] }
        guard let array = value.array else { throw failure("array") }
        return array.enumerated().map { MemberReader($1, path: "\(path)[\($0)]") }
    }

    func map<Value>(_ transform: (MemberReader) throws(ReadFailure) -> Value) throws(ReadFailure) -> [Value] {
        var values: [Value] = []
        for element in try elements() { values.append(try transform(element)) }
        return values
    }

    /// One of an enumeration's values.
    func choice<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) throws(ReadFailure) -> Value {
        guard let choice = Value(rawValue: try string()) else {
            throw failure(Value.allCases.map(\.rawValue).joined(separator: " | "))
        }
        return choice
    }
}
