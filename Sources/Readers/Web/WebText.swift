/// Text of a web page as it is shown, line by line: white space becomes one space, blank lines are none.
struct WebText {
    struct Line {
        var text: String
        /// In points, where its element says something about it.
        var fontSize = 0.0
        /// Nothing but links to other pages: a menu, not the report.
        var isLink = true
    }

    private var lines: [Line] = []
    private var line = Line(text: "")
    /// White space has been seen since the last character.
    private var isApart = false

    mutating func append(_ text: String, _ setting: Setting) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where setting.keepsSpace, "\r" where setting.keepsSpace: endLine()
            case " ", "\n", "\r", "\t", "\u{C}":
                if setting.keepsSpace { line.text.unicodeScalars.append(scalar) } else { isApart = true }
            // They take no place and show nothing.
            case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": break
            case "\u{A0}" where line.text.isEmpty && !setting.keepsSpace: break
            default:
                if isApart, !line.text.isEmpty { line.text += " " }
                isApart = false
                let isUnknown = setting.isUnsure && ("0"..."9").contains(scalar)
                line.text.unicodeScalars.append(
                    isUnknown ? MarkedText.unknown : setting.isNote ? MarkedText.raised(scalar) : scalar)
                if setting.isStruck { line.text.unicodeScalars.append(MarkedText.strike) }
                if !setting.isLink { line.isLink = false }
                line.fontSize = max(line.fontSize, setting.fontSize)
            }
        }
    }

    mutating func endLine() {
        // A space that does not break counts as none at the ends, a tab may part blank cells.
        while let last = line.text.last, last == " " || last == "\u{A0}" { line.text.removeLast() }
        if line.text.contains(where: { !$0.isWhitespace }) { lines.append(line) }
        line = Line(text: "")
        isApart = false
    }

    mutating func take() -> [Line] {
        endLine()
        defer { lines = [] }
        return lines
    }
}

extension WebText {
    /// How characters are set.
    struct Setting {
        /// White space stays as it is.
        var keepsSpace = false
        /// Raised or lowered beside the others.
        var isNote = false
        var isStruck = false
        /// Nobody can tell from here whether it is seen, or in which order.
        var isUnsure = false
        var isLink = false
        var fontSize = 0.0

        func within(_ element: String, _ style: WebStyle) -> Setting {
            var setting = self
            switch element {
            case "pre", "xmp", "textarea": setting.keepsSpace = true
            case "sup", "sub": setting.isNote = true
            case "del", "s", "strike": setting.isStruck = true
            // A headline may be a link to the page that it stands on.
            case "a": setting.isLink = fontSize == 0
            case "h1", "h2", "h3":
                setting.fontSize = WebElements.fontSizes[element] ?? 0
                setting.isLink = false
            default: break
            }
            if style.keepsSpace { setting.keepsSpace = true }
            if style.isStruck { setting.isStruck = true }
            if style.isNote { setting.isNote = true }
            if style.isWhite { setting.isUnsure = true }
            return setting
        }
    }
}
