/// What the layout needs to know about a character.
extension Unicode.Scalar {
    var isBlank: Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Chinese, kana, hangul and the punctuation that is as wide: what is set without spaces.
    var isWide: Bool {
        switch value {
        case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

    var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

    /// What stands in numbers beside digits.
    var isNumberMark: Bool {
        switch value {
        case 0x2B, 0x2D, 0x2E, 0x2C, 0x25, 0x27, 0x2212, 0x2010...0x2015, 0xFF05, 0xFF0B, 0xFF0C, 0xFF0D, 0xFF0E,
            0x28, 0x29, 0x24, 0x20AC, 0xA3, 0xA5:
            true
        default: false
        }
    }

    /// A bracket or a comma.
    var isPunctuation: Bool {
        switch value {
        case 0x28, 0x29, 0x2C, 0xFF0C: true
        default: false
        }
    }

    /// The word that fills a cell that has nothing to say: 无.
    var isNone: Bool { value == 0x65E0 || value == 0x7121 }

    /// What fills a cell that has nothing to say.
    var isFiller: Bool {
        switch value {
        case 0x2D, 0x2F, 0x2010...0x2015, 0x2212, 0xFF0D, 0xFF0F, 0x2A, 0x2E, 0x2026: true
        default: false
        }
    }
}

extension StringProtocol {
    var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }

    /// A number with its marks and a short unit, or a dash or a word that stands for one.
    var isValueLike: Bool {
        if let only = unicodeScalars.first, only.isNone, unicodeScalars.dropFirst().isEmpty { return true }
        var digits = 0
        var marks = 0
        var punctuation = 0
        var others = 0
        for scalar in unicodeScalars where !scalar.isBlank {
            if scalar.isDigit {
                digits += 1
            } else if scalar.isNumberMark || scalar.isFiller {
                marks += 1
                if scalar.isPunctuation { punctuation += 1 }
            } else {
                others += 1
            }
        }
        return digits > 0 ? others <= 1 || others <= digits / 2 : marks > punctuation && others == 0
    }

    /// The text without any white space, to compare labels that were broken differently.
    var squeezed: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isBlank { result.append(scalar) }
        return String(result)
    }
}
