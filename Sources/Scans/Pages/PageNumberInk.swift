/// Page numbers as recognition leaves them: 第工页共3页, 一 2 一.
enum PageNumberInk {
    /// Whether a line at a page's edge is one, but for a character.
    static func isPageNumber(_ text: String) -> Bool {
        var others = 0
        var own = 0
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "0"..."9", "第", "页", "共", "/", "-", "—", "–", "_", ".", "·", "~", "|", "一", "二", "工", "l", "I", "了":
                own += 1
            default: others += 1
            }
        }
        return own > 0 && own + others <= 14 && others <= 1
    }

    /// Whether there is anything in a line but strokes and points: a fold, the edge of the desk.
    static func hasLetters(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
