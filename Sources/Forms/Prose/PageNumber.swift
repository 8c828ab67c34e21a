/// A line that only counts pages: - 4 -, 第 4 页，共 6 页, 4/6.
enum PageNumber {
    static func isOne(_ text: some StringProtocol) -> Bool {
        let letters = text.squeezed
        var hasDigit = false
        for letter in letters {
            switch letter {
            case 0x30...0x39: hasDigit = true
            case 0x2D, 0x2013...0x2015, 0xB7, 0x2F, 0x7C, 0x2500...0x2503, 0x7B2C, 0x9875, 0x5171: continue
            // 1,234 counts something else.
            case 0x2C where letters.contains(0x9875): continue
            default: return false
            }
        }
        return hasDigit && letters.count <= 12
    }

    /// With something beside the digits that says so: - 4 -, 第 4 页; 4 and -4 can be figures.
    static func isMarked(_ text: some Collection<Unicode.Scalar>) -> Bool {
        guard text.count <= longest, isOne(text.text) else { return false }
        let signs = text.filter { !$0.isSpace && !$0.isDigit }
        guard let first = signs.first, let last = signs.last else { return false }
        if first.value == 0x7B2C || last.value == 0x9875 { return true }
        let printed = text.filter { !$0.isSpace }
        return signs.count >= 2 && printed.first == first && printed.last == last
    }

    private static let longest = 16
}
