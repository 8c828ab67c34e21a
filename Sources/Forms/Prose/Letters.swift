/// Text as code points, for scanners that must be fast: no spaces, full-width forms as ordinary ones.
typealias Letters = [UInt32]

extension StringProtocol {
    /// The text without any white space or invisible characters, widths folded, punctuation kept.
    var squeezed: Letters {
        var letters: Letters = []
        for scalar in unicodeScalars {
            let value = scalar.value
            switch value {
            case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: continue
            case 0xFF01...0xFF5E: letters.append(value - 0xFEE0)
            default: letters.append(value)
            }
        }
        return letters
    }

    var isBlank: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: true
            default: false
            }
        }
    }

    /// Without white space at both ends, ideographic spaces included.
    var trimmed: String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, String(first).isBlank { scalars.removeFirst() }
        while let last = scalars.last, String(last).isBlank { scalars.removeLast() }
        return String(scalars)
    }
}

extension [UInt32] {
    init(letters text: String) { self = text.unicodeScalars.map(\.value) }

    var text: String { String(String.UnicodeScalarView(compactMap(Unicode.Scalar.init))) }

    func starts(with other: Letters, at position: Int) -> Bool {
        guard position >= 0, position + other.count <= count else { return false }
        for offset in other.indices where self[position + offset] != other[offset] { return false }
        return true
    }

    func firstPosition(of other: Letters, from start: Int = 0) -> Int? {
        guard !other.isEmpty, count >= other.count, start <= count - other.count else { return nil }
        return (start...(count - other.count)).first { starts(with: other, at: $0) }
    }

    func lastPosition(of other: Letters) -> Int? {
        guard !other.isEmpty, count >= other.count else { return nil }
        return (0...(count - other.count)).last { starts(with: other, at: $0) }
    }

    func contains(_ other: Letters) -> Bool { firstPosition(of: other) != nil }

    func ends(with other: Letters) -> Bool { starts(with: other, at: count - other.count) }
}
