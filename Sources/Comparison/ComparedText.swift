import ReportModel

/// Text as it is compared: one key a character that counts; what does not count rides on the one before it.
struct ComparedText {
    struct Letter {
        var key: Unicode.Scalar
        var text: String.UnicodeScalarView
    }

    private(set) var letters: [Letter] = []
    /// What stands before the first letter.
    private(set) var lead = String.UnicodeScalarView()

    var keys: [UInt32] { letters.map(\.key.value) }
    /// Equal for texts that count as the same.
    var name: String {
        var view = String.UnicodeScalarView()
        for letter in letters { view.append(letter.key) }
        return String(view)
    }

    init(_ text: some StringProtocol, _ settings: ComparisonSettings) {
        var isAfterBlank = true
        for scalar in text.unicodeScalars {
            if scalar.isBlank {
                // Chinese is set without spaces: those that readers see beside it are the type-setter's.
                if settings.ignoresSpace || isAfterBlank || letters.last?.key.isLatin != true {
                    ride(scalar)
                } else {
                    letters.append(Letter(key: " ", text: .init([scalar])))
                }
                isAfterBlank = true
            } else if settings.ignoresPunctuation, scalar.isPunctuation {
                ride(scalar)
            } else {
                if !scalar.narrow.isLatin { dropBlank() }
                letters.append(Letter(key: scalar.narrow, text: .init([scalar])))
                isAfterBlank = false
            }
        }
        dropBlank()
    }

    /// A space that turns out to stand at the end, or before what is no letter.
    private mutating func dropBlank() {
        guard letters.last?.key == " " else { return }
        let last = letters.removeLast()
        for scalar in last.text { ride(scalar) }
    }

    private mutating func ride(_ scalar: Unicode.Scalar) {
        if letters.isEmpty { lead.append(scalar) } else { letters[letters.count - 1].text.append(scalar) }
    }

    func text(_ range: Range<Int>) -> String {
        var view = range.lowerBound == 0 ? lead : String.UnicodeScalarView()
        for letter in letters[range] { view.append(contentsOf: letter.text) }
        return String(view)
    }
}

extension Unicode.Scalar {
    /// A letter or digit that words are made of which spaces part.
    var isLatin: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: true
        default: false
        }
    }

    /// Of any script and width, brackets and quotation marks included; no digits, letters or Han characters.
    var isPunctuation: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027,
            0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3020, 0x3030, 0x30FB, 0xFE10...0xFE6B, 0xFF01...0xFF0F,
            0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFE6:
            true
        default: false
        }
    }
}
