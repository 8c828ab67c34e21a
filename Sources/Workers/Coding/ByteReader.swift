/// Reads what `ByteWriter` wrote. The bytes may come from a process that a hostile document has taken over: whatever
/// they are, they give a value or a `CodingProblem`.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var offset: Int
    private var known: [String] = []

    init(_ bytes: [UInt8], from offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// What has not been read.
    var rest: ArraySlice<UInt8> { bytes[min(offset, bytes.count)...] }

    func problem() -> CodingProblem { CodingProblem(offset: offset) }

    mutating func byte() throws(CodingProblem) -> UInt8 {
        guard offset < bytes.count else { throw problem() }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func bool() throws(CodingProblem) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw problem()
        }
    }

    mutating func integer() throws(CodingProblem) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 63 || (shift == 63 && next <= 1) else { throw problem() }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
    }

    mutating func double() throws(CodingProblem) -> Double {
        guard bytes.count - offset >= 8 else { throw problem() }
        var bits: UInt64 = 0
        for index in 0..<8 { bits |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
        offset += 8
        return Double(bitPattern: bits)
    }

    mutating func string() throws(CodingProblem) -> String {
        let index = try integer()
        if index > 0 {
            guard index <= known.count else { throw problem() }
            return known[index - 1]
        }
        let count = try integer()
        guard index == 0, count >= 0, count <= bytes.count - offset else { throw problem() }
        guard let text = String(validating: bytes[offset..<offset + count], as: UTF8.self) else { throw problem() }
        offset += count
        if ByteWriter.isShared(text.utf8) { known.append(text) }
        return text
    }

    mutating func value<Value: Portable>(_ type: Value.Type = Value.self) throws(CodingProblem) -> Value {
        try Value(from: &self)
    }

    mutating func optional<Value: Portable>(_ type: Value.Type = Value.self) throws(CodingProblem) -> Value? {
        try bool() ? try Value(from: &self) : nil
    }

    mutating func array<Value: Portable>(_ type: Value.Type = Value.self) throws(CodingProblem) -> [Value] {
        let count = try integer()
        // Every value takes a byte at least: a count beyond that is a lie.
        guard count >= 0, count <= bytes.count - offset else { throw problem() }
        var values: [Value] = []
        values.reserveCapacity(min(count, Self.mostReserved))
        for _ in 0..<count { values.append(try Value(from: &self)) }
        return values
    }

    /// Room made before the values are seen to be there.
    private static let mostReserved = 256

    mutating func name<Value: RawRepresentable<String>>(_ type: Value.Type = Value.self) throws(CodingProblem) -> Value
    {
        guard let value = Value(rawValue: try string()) else { throw problem() }
        return value
    }
}
