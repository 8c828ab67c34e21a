/// The records of comma-separated values as RFC 4180 has them, one after the other; empty lines are none.
struct CSVRecords: Sequence, IteratorProtocol {
    struct Record {
        /// Where it begins, from 1.
        var line: Int
        var fields: [String]
    }

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    /// A quotation mark has no partner: everything behind it is one field.
    private(set) var isCutOff = false

    private let separator: UInt8

    init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
    }

    /// What stands between the fields of the first line: a comma, where it has none a semicolon or a tab.
    static func separator(of bytes: [UInt8]) -> UInt8 {
        let header = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let others = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return header.contains(UInt8(ascii: ","))
            ? UInt8(ascii: ",") : header.first(where: others.contains) ?? UInt8(ascii: ",")
    }

    mutating func next() -> Record? {
        skipEmptyLines()
        guard index < bytes.count else { return nil }
        var record = Record(line: line, fields: [])
        while true {
            record.fields.append(field())
            guard index < bytes.count, bytes[index] == separator else { return record }
            index += 1
        }
    }

    private mutating func skipEmptyLines() {
        while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D {
            if bytes[index] == 0x0A { line += 1 }
            index += 1
        }
    }

    private mutating func field() -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plain() }
        var text: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard index < bytes.count, bytes[index] == byte else {
                    // What stands behind the closing mark belongs to nobody, but is not lost.
                    return String(decoding: text, as: UTF8.self) + plain()
                }
                index += 1
            } else if byte == 0x0A {
                line += 1
            }
            text.append(byte)
        }
        isCutOff = true
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func plain() -> String {
        let start = index
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
