/// Cuts a content stream into operators with their operands.
///
/// Only what an interpreter of lines needs is kept: numbers, the last name, and whether a string was not empty. Text
/// itself comes from poppler.
struct ContentScanner {
    /// The operator's bytes packed into a number: `re` is `0x7265`. Longer than three bytes: not one of PDF's.
    typealias Operator = UInt32

    private let bytes: [UInt8]
    private var position = 0
    /// The numbers before the operator; PDF's operators take six at most, `SCN` up to 32.
    private(set) var numbers: [Double] = []
    private(set) var name = ""
    /// How many bytes of text the strings before the operator hold.
    private(set) var textLength = 0
    /// Where the last string stands.
    private var string = 0..<0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        numbers.reserveCapacity(32)
    }

    /// The next operator; nil at the end.
    mutating func next() -> Operator? {
        numbers.removeAll(keepingCapacity: true)
        textLength = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: position += 1
            case 0x25: skipComment()
            case 0x28: string = skipping { $0.skipString() }
            case 0x2F: readName()
            case 0x3C:
                if position + 1 < bytes.count, bytes[position + 1] == 0x3C {
                    position += 2
                } else {
                    string = skipping { $0.skipHexString() }
                }
            case 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x29: position += 1
            case 0x2B, 0x2D, 0x2E, 0x30...0x39: readNumber()
            default:
                let code = readOperator()
                if code == Op.BI {
                    skipInlineImage()
                }
                return code
            }
        }
        return nil
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: true
        default: false
        }
    }

    private mutating func readOperator() -> Operator {
        var code: Operator = 0
        var length = 0
        while position < bytes.count, !Self.isDelimiter(bytes[position]) {
            code = code << 8 | Operator(bytes[position])
            length += 1
            position += 1
        }
        return length > 3 ? 0 : code
    }

    private mutating func readNumber() {
        var value = 0.0
        var isNegative = false
        var fraction = 0.0
        loop: while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x2D: isNegative = true
            case 0x2B: break
            case 0x2E: fraction = fraction == 0 ? 1 : fraction
            case 0x30...0x39:
                if fraction == 0 {
                    value = value * 10 + Double(byte - 0x30)
                } else {
                    fraction /= 10
                    value += Double(byte - 0x30) * fraction
                }
            default: break loop
            }
            position += 1
        }
        if numbers.count < 32 { numbers.append(isNegative ? -value : value) }
    }

    private mutating func readName() {
        position += 1
        let start = position
        while position < bytes.count, !Self.isDelimiter(bytes[position]) { position += 1 }
        name = Self.unescaped(bytes[start..<position])
    }

    /// `#20` stands for a space.
    private static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
        guard raw.contains(0x23) else { return String(decoding: raw, as: UTF8.self) }
        var result: [UInt8] = []
        var index = raw.startIndex
        while index < raw.endIndex {
            if raw[index] == 0x23, index + 2 < raw.endIndex, let high = hexValue(raw[index + 1]),
                let low = hexValue(raw[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(raw[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// The string before the operator as a number where it may be one character, which is written the same way in all
    /// of a file; 0 where it is several.
    func code(font: String) -> UInt64 {
        guard (1...2).contains(textLength) else { return 0 }
        let start = bytes[string].reduce(0) { $0 << 8 | UInt64($1) }
        return font.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    private mutating func skipping(_ skip: (inout ContentScanner) -> Void) -> Range<Int> {
        let start = position
        skip(&self)
        return start..<min(position, bytes.count)
    }

    private mutating func skipComment() {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    }

    private mutating func skipString() {
        var depth = 1
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case 0x5C: position += 1
            case 0x28: depth += 1
            case 0x29: depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return }
            textLength += 1
        }
    }

    private mutating func skipHexString() {
        let start = position
        while position < bytes.count, bytes[position] != 0x3E { position += 1 }
        textLength += (position - start) / 2
        position += 1
    }

    /// `BI … ID data EI`: the data may hold anything, so the end is `EI` between white space.
    private mutating func skipInlineImage() {
        while position + 1 < bytes.count, !(bytes[position] == 0x49 && bytes[position + 1] == 0x44) { position += 1 }
        position += 2
        while position + 2 < bytes.count {
            if bytes[position] == 0x45, bytes[position + 1] == 0x49, Self.isDelimiter(bytes[position + 2]),
                position > 0, Self.isDelimiter(bytes[position - 1])
            {
                position += 2
                return
            }
            position += 1
        }
        position = bytes.count
    }
}
