/// How an item of a list begins: `1.`, `（一）`, `一、`, `(a)`, `①`.
struct ListMarker {
    /// Items of one list have markers of one kind.
    struct Kind: Equatable {
        var isBracketed = false
        var isCircled = false
        var isChinese = false
    }

    var kind: Kind
    /// 0 where it is none that is understood.
    var ordinal: Int

    static func begins(_ text: String) -> Bool { ListMarker(text) != nil }

    /// Without this character there is none.
    static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
        isOrdinal(scalar) || ("\u{2460}"..."\u{24FF}").contains(scalar) || "（(〔［[".unicodeScalars.contains(scalar)
    }

    /// Nil where the text does not begin with one.
    init?(_ text: String) {
        var scalars = text.unicodeScalars.lazy.filter { !$0.isBlank }.makeIterator()
        guard var scalar = scalars.next() else { return nil }
        if ("\u{2460}"..."\u{24FF}").contains(scalar) {
            kind = Kind(isCircled: true)
            ordinal = scalar.value < 0x2474 ? Int(scalar.value) - 0x2460 + 1 : 0
            return
        }
        let isBracketed = "（(〔［[".unicodeScalars.contains(scalar)
        if isBracketed {
            guard let next = scalars.next() else { return nil }
            scalar = next
        }
        var number: [Unicode.Scalar] = []
        while Self.isOrdinal(scalar), number.count < 4 {
            number.append(scalar)
            guard let next = scalars.next() else {
                // The bracket that closes it found no room on its line.
                guard isBracketed else { return nil }
                kind = Kind(isBracketed: true, isChinese: !number[0].isDigit)
                ordinal = Self.value(number)
                return
            }
            scalar = next
        }
        guard let first = number.first, (isBracketed ? "）)〕］]" : "、.．，,)）").unicodeScalars.contains(scalar)
        else { return nil }
        kind = Kind(isBracketed: isBracketed, isChinese: !first.isDigit)
        ordinal = Self.value(number)
    }

    private static let numerals = Array("一二三四五六七八九".unicodeScalars)

    private static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isDigit || scalar == "十" || numerals.contains(scalar)
    }

    /// 12 and 十二 are both 12.
    private static func value(_ number: [Unicode.Scalar]) -> Int {
        var value = 0
        for scalar in number {
            if scalar == "十" {
                value = max(value, 1) * 10
            } else if let numeral = numerals.firstIndex(of: scalar) {
                value += numeral + 1
            } else {
                value = value * 10 + Int(scalar.value - (scalar.value < 0xFF00 ? 0x30 : 0xFF10))
            }
        }
        return value
    }
}
