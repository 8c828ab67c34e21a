/// Writes values as bytes for our own reader; see `ByteReader`.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []
    /// Short texts come again and again in a report: row and column names, `0`. Each is written once. Only ASCII:
    /// other texts can be equal to Swift and yet not the same (U+F900 and U+8C48).
    private var known: [String: Int] = [:]

    /// Longer texts are hardly ever the same.
    private static let sharedLength = 48

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func bool(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// Seven bits a byte, least first; small numbers of either sign are short.
    mutating func integer(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func double(_ value: Double) {
        let bits = value.bitPattern
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
    }

    mutating func string(_ value: String) {
        let utf8 = value.utf8
        let isShared = Self.isShared(utf8)
        if isShared, let index = known[value] {
            integer(index + 1)
            return
        }
        integer(0)
        integer(utf8.count)
        bytes.append(contentsOf: utf8)
        if isShared { known[value] = known.count }
    }

    static func isShared(_ utf8: some Collection<UInt8>) -> Bool {
        utf8.count <= sharedLength && utf8.allSatisfy { $0 < 0x80 }
    }

    mutating func value(_ value: some Portable) { value.write(to: &self) }

    mutating func optional<Value: Portable>(_ value: Value?) {
        bool(value != nil)
        if let value { value.write(to: &self) }
    }

    mutating func array(_ values: [some Portable]) {
        integer(values.count)
        for value in values { value.write(to: &self) }
    }

    /// One of the cases of an enumeration, by its name.
    mutating func name<Value: RawRepresentable<String>>(_ value: Value) { string(value.rawValue) }
}

/// A value that crosses to another process, or to a ledger, and comes back the same.
protocol Portable {
    func write(to writer: inout ByteWriter)
    init(from reader: inout ByteReader) throws(CodingProblem)
}

/// Bytes that are not what our writer writes.
public struct CodingProblem: Error, Sendable, Hashable {
    /// Where they stop making sense.
    public var offset: Int
}

extension String: Portable {
    func write(to writer: inout ByteWriter) { writer.string(self) }
    init(from reader: inout ByteReader) throws(CodingProblem) { self = try reader.string() }
}

extension Int: Portable {
    func write(to writer: inout ByteWriter) { writer.integer(self) }
    init(from reader: inout ByteReader) throws(CodingProblem) { self = try reader.integer() }
}
