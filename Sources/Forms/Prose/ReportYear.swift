import ReportModel

/// A year as reports write it: 2023年, ２０２３, 二〇二三年, （2023年度）.
struct ReportYear {
    var value: Int
    /// With the brackets around it and 年, 年度 behind it.
    var range: Range<Int>
    var hasUnit: Bool

    /// The year that begins here.
    init?(in text: Letters, at position: Int) {
        var index = position
        let isBracketed = index < text.count && Self.opening.contains(text[index])
        if isBracketed { index += 1 }
        guard index + 4 <= text.count else { return nil }
        let digits = text[index..<(index + 4)].compactMap(Self.digit)
        guard digits.count == 4 else { return nil }
        let value = digits.reduce(0) { $0 * 10 + $1 }
        guard (2000...2099).contains(value) else { return nil }
        if position > 0, !isBracketed, Self.digit(text[position - 1]) != nil { return nil }
        index += 4
        if index < text.count, Self.digit(text[index]) != nil { return nil }
        hasUnit = index < text.count && text[index] == Self.year
        if hasUnit {
            index += 1
            if index < text.count, text[index] == Self.degree { index += 1 }
        }
        if isBracketed {
            guard index < text.count, Self.closing.contains(text[index]) else { return nil }
            index += 1
        }
        self.value = value
        range = position..<index
    }

    static func first(in text: Letters) -> ReportYear? {
        text.indices.lazy.compactMap { ReportYear(in: text, at: $0) }.first
    }

    /// A month follows: the day of publication, not the year reported on.
    func isDate(in text: Letters) -> Bool {
        var index = range.upperBound
        guard hasUnit, range.upperBound > 0, text[range.upperBound - 1] == Self.year else { return false }
        var digits = 0
        while index < text.count, Self.digit(text[index]) != nil || text[index] == 0x5341 {
            index += 1
            digits += 1
        }
        return digits > 0 && index < text.count && text[index] == 0x6708
    }

    private static let year: UInt32 = 0x5E74
    private static let degree: UInt32 = 0x5EA6
    private static let opening: Set<UInt32> = [0x28, 0x5B, 0x3014, 0x3010]
    private static let closing: Set<UInt32> = [0x29, 0x5D, 0x3015, 0x3011]

    private static func digit(_ letter: UInt32) -> Int? {
        switch letter {
        case 0x30...0x39: Int(letter) - 0x30
        case 0x3007, 0x25CB, 0x96F6, 0x25EF, 0x41E: 0
        default: Numeral.ideographs.firstIndex(of: letter).flatMap { $0 < 9 ? $0 + 1 : nil }
        }
    }
}
