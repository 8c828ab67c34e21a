import ReportModel

/// A line of a text file, cut into cells where something parts them.
struct DumpLine {
    enum Separator {
        case tab, bar, comma
        /// Two or more spaces: blank cells leave no trace but the wider gap.
        case gap
        /// One cell on the line.
        case none
    }

    /// From 1.
    var number: Int
    var separator: Separator
    /// Blank ones too where tabs, bars or commas part them.
    var cells: [DumpCell]

    /// Nothing on it.
    var isEmpty: Bool { separator == .none && cells.isEmpty }
}

/// A cell of a line: trimmed, with its place.
struct DumpCell {
    var scalars: ArraySlice<Unicode.Scalar>
    var line: Int
    /// Of the first character, from 1.
    var column: Int
    /// The same in the squares of a fixed-width font, in which a Chinese character takes two.
    var x: Int
    var width: Int
    /// Which cell of its line, from 0.
    var index: Int

    var isBlank: Bool { scalars.isEmpty }
    var text: String { scalars.text }
    var place: Place { .text(line: line, column: column, length: max(1, scalars.count)) }
    var maxX: Int { x + width }

    /// Two spaces part something within it.
    var hasGap: Bool { zip(scalars, scalars.dropFirst()).contains { $0.isSpace && $1.isSpace } }
}

extension Collection<Unicode.Scalar> {
    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }
}

extension Unicode.Scalar {
    /// White space and what cannot be seen.
    var isSpace: Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Squares in a fixed-width font.
    var squares: Int {
        switch value {
        case 0..<0x1100: 1
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        // What stands in Chinese text is mostly set as wide as the characters around it.
        default: hasOpenWidth ? 2 : 1
        }
    }

    /// Signs that no rule makes narrow or wide: “, —, ①.
    var hasOpenWidth: Bool {
        switch value {
        case 0x2010...0x2027, 0x2030...0x205E, 0x2460...0x24FF: true
        default: false
        }
    }

    var isBar: Bool { [0x7C, 0xFF5C, 0x2502, 0x2503, 0x2551, 0xA6].contains(value) }

    var isComma: Bool { self == "," || value == 0xFF0C }

    var isDecimalPoint: Bool { self == "." || value == 0xFF0E }

    var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }
}
