/// A label reduced to what tells it from others: widths, spaces, line breaks, quotes and punctuation gone, its number
/// and the notes in brackets set apart.
public struct LabelText: Sendable, Hashable {
    /// The number before the label: 一、 （一） 1. ①
    public struct Number: Sendable, Hashable {
        public enum Style: Sendable, Hashable {
            /// 一、
            case ideographic
            /// （一）
            case bracketed
            /// 1. 1、 ①
            case arabic
            /// （1）
            case bracketedArabic
        }

        public var style: Style
        public var value: Int
    }

    public let number: Number?
    /// The letters without number and notes.
    public let core: [UInt32]
    /// The letters with the notes, without the number.
    public let full: [UInt32]

    public init(_ text: some StringProtocol) {
        var signs = Sign.signs(in: text)
        Self.dropBookmarks(&signs)
        var position = 0
        number = Self.number(in: signs, at: &position)
        var core: [UInt32] = []
        var full: [UInt32] = []
        var bracket: [UInt32] = []
        var depth = 0
        for sign in signs[position...] {
            switch sign {
            case .open:
                if depth == 0 { bracket = [] }
                depth += 1
            case .close:
                guard depth > 0 else { continue }
                depth -= 1
                // 第（一）项: a numeral in brackets is no note.
                if depth == 0, bracket.count <= 2, bracket.allSatisfy({ Numeral.value(of: $0) != nil }) {
                    core += bracket
                }
            case .letter(let letter):
                full.append(letter)
                if depth > 0 { bracket.append(letter) } else { core.append(letter) }
            case .point: continue
            }
        }
        self.core = core.isEmpty ? full : core
        self.full = full
    }

    /// Nothing is left of it.
    public var isEmpty: Bool { full.isEmpty }

    /// The pieces of a label that was cut, put together again.
    public func joined(with next: LabelText) -> LabelText {
        LabelText(number: number, core: core + next.core, full: full + next.full)
    }

    private init(number: Number?, core: [UInt32], full: [UInt32]) {
        self.number = number
        self.core = core
        self.full = full
    }

    /// Word writes its bookmarks into text exports: [bookmark: _GoBack].
    private static func dropBookmarks(_ signs: inout [Sign]) {
        let word = Array("bookmark".unicodeScalars.map { Sign.letter($0.value) })
        while let start = signs.indices.first(where: { signs[$0] == .open && signs[($0 + 1)...].starts(with: word) }),
            let end = signs[start...].firstIndex(of: .close)
        {
            signs.removeSubrange(start...end)
        }
    }

    private static func number(in signs: [Sign], at position: inout Int) -> Number? {
        var index = 0
        func sign(_ offset: Int) -> Sign? { offset < signs.count ? signs[offset] : nil }
        func letter(_ offset: Int) -> UInt32? {
            if case .letter(let letter)? = sign(offset) { letter } else { nil }
        }
        let isBracketed = sign(0) == .open
        if isBracketed { index = 1 }
        let start = index
        var letters: [UInt32] = []
        while let next = letter(index), Numeral.value(of: next) != nil, letters.count < 3 {
            letters.append(next)
            index += 1
        }
        guard let value = Numeral.number(letters) else { return nil }
        let isArabic = Numeral.isDigit(letters[0])
        if isBracketed {
            guard sign(index) == .close else { return nil }
            index += 1
            if sign(index) == .point { index += 1 }
            position = index
            return Number(style: isArabic ? .bracketedArabic : .bracketed, value: value)
        }
        if sign(index) == .point || sign(index) == .close {
            position = index + 1
            return Number(style: isArabic ? .arabic : .ideographic, value: value)
        }
        // No label of the form begins with a digit: "1 属于国家秘密".
        guard isArabic, index - start <= 2, letter(index) != nil else { return nil }
        position = index
        return Number(style: .arabic, value: value)
    }
}

extension LabelText: CustomStringConvertible {
    /// The letters alone, for messages and tests.
    public var description: String {
        String(String.UnicodeScalarView(full.compactMap(Unicode.Scalar.init)))
    }
}
