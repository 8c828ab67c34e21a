public enum TextAlignment: Sendable, Hashable {
    case left, centre, right
}

extension StringProtocol {
    /// Filled up with spaces to that many columns; longer text stays as it is.
    public func padded(to width: Int, _ alignment: TextAlignment = .left) -> String {
        let space = Swift.max(0, width - displayWidth)
        let before =
            switch alignment {
            case .left: 0
            case .centre: space / 2
            case .right: space
            }
        return String(repeating: " ", count: before) + self + String(repeating: " ", count: space - before)
    }

    /// Cut to that many columns, with … where something is left out.
    public func cut(to width: Int) -> String {
        guard displayWidth > width else { return String(self) }
        var result = ""
        var used = 0
        for character in self {
            let next = String(character).displayWidth
            guard used + next < width else { break }
            result.append(character)
            used += next
        }
        return width > 0 ? result + "…" : ""
    }

    /// Broken into lines of at most that many columns: at spaces, and anywhere between Chinese characters except before
    /// a closing mark. A word that is longer than a line is cut.
    public func wrapped(to width: Int) -> [String] {
        let width = Swift.max(2, width)
        var lines: [String] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            lines += wrapLine(line, width)
        }
        return lines
    }
}

private func wrapLine(_ text: some StringProtocol, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for var unit in units(of: text) {
        var size = unit.displayWidth
        if used + size > width, used > 0 {
            lines.append(trimmingEnd(line))
            line = ""
            used = 0
        }
        if used == 0, unit == " ", !lines.isEmpty { continue }
        while size > width {
            let head = prefix(of: unit, width)
            lines.append(head)
            unit = String(unit.dropFirst(head.count))
            size = unit.displayWidth
        }
        line += unit
        used += size
    }
    lines.append(trimmingEnd(line))
    return lines
}

/// What must stay together: a word, a space, a wide character with the closing marks behind it and the opening ones
/// before it.
private func units(of text: some StringProtocol) -> [String] {
    var units: [String] = []
    /// The last unit still takes what follows.
    var isOpen = false
    for character in text {
        let isWide = character.unicodeScalars.first?.displayWidth == 2
        if closing.contains(character), !units.isEmpty, units.last != " " {
            units[units.count - 1].append(character)
            isOpen = isOpen && !isWide
        } else if character == " " {
            units.append(" ")
            isOpen = false
        } else if isOpen, !(isWide && !(units.last.map(endsOpening) ?? false)) {
            units[units.count - 1].append(character)
            isOpen = !isWide || opening.contains(character)
        } else {
            units.append(String(character))
            isOpen = !isWide || opening.contains(character)
        }
    }
    return units
}

private func endsOpening(_ unit: String) -> Bool { unit.last.map(opening.contains) ?? false }

private let opening: Set<Character> = ["（", "《", "“", "‘", "「", "『", "【", "〔", "("]
private let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "’", "」", "』", "】", "〕", "…", "%", "％",
]

private func prefix(of text: String, _ width: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
        let size = String(character).displayWidth
        guard used + size <= width || result.isEmpty else { break }
        result.append(character)
        used += size
    }
    return result
}

private func trimmingEnd(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
}
