import ReportModel

/// What a text file comes down to for the decoder: labels, figures, blanks, and text that is neither.
struct DumpElement {
    enum Kind {
        /// What the text could be, likeliest first.
        case label([LabelMatch])
        case value(DumpValue)
        /// An empty cell, or an empty line.
        case blank
        /// A sentence, a heading: tables do not go on over it.
        case prose
        /// A page number, a scrap of a vertical label: tables go on over it.
        case noise
    }

    var kind: Kind
    var line: Int
    /// A label can go on over several lines.
    var lastLine: Int
    /// In characters, from 1.
    var column: Int
    /// In the squares of a fixed-width font.
    var x: Int
    var width: Int
    /// Which cell of its line, and of how many.
    var cell: Int
    var cellCount: Int
    var separator: DumpLine.Separator
    var letters: Letters
    /// In characters.
    var length = 1
    /// Cells of lines of their own, put on one line (`CellLines`).
    var isGathered = false
    /// From 0, as far as page breaks and page numbers tell.
    var page = 0
    /// What a label looks like in the text; empty for anything else.
    var printed = ""

    var maxX: Int { x + width }

    var place: Place { value?.place ?? .text(line: line, column: column, length: max(1, letters.count)) }

    var isText: Bool {
        switch kind {
        case .label, .noise: !letters.isEmpty
        default: false
        }
    }

    var matches: [LabelMatch] { if case .label(let matches) = kind { matches } else { [] } }

    var value: DumpValue? { if case .value(let value) = kind { value } else { nil } }

    /// A page's number; other scraps without letters can be figures that cannot be read.
    var isPageNumber: Bool {
        guard case .noise = kind else { return false }
        return letters.isEmpty && printed.unicodeScalars.contains(where: \.isDigit)
    }

    var isBlank: Bool { if case .blank = kind { true } else { false } }

    /// On the line of its row, where its own is another.
    func gathered(on line: Int) -> DumpElement {
        var element = self
        element.line = line
        element.lastLine = line
        element.isGathered = true
        return element
    }

    var isProse: Bool { if case .prose = kind { true } else { false } }
}

/// A figure, or a mark for nothing, where it stands.
struct DumpValue {
    /// ASCII digits, `.` and sign; empty for a mark.
    var digits: [UInt8]
    var amount: Amount?
    var printed: String
    var place: Place
    /// Other values that the same ink could be: a scan's reader gives some.
    var alternatives: [Alternative] = []
    /// How many of the digits stand before each comma that groups them.
    var commas: [Int] = []

    var isMark: Bool { digits.isEmpty }

    init(digits: [UInt8], amount: Amount?, printed: String, place: Place) {
        self.digits = digits
        self.amount = amount
        self.printed = printed
        self.place = place
    }

    init(_ number: NumberText, printed: String, place: Place) {
        self.init(digits: number.digits, amount: number.amount, printed: printed, place: place)
        commas = number.commas
    }

    /// What stands in a cell and is no figure: ?, □, 见附件.
    static func unreadable(_ printed: String, at place: Place) -> DumpValue {
        DumpValue(digits: [UInt8(ascii: "?")], amount: nil, printed: printed, place: place)
    }

    /// Put together from digits on several lines; a line that begins with a point belongs to no other figure.
    var isPutTogether: Bool {
        let rests = printed.unicodeScalars.split { $0 == "\n" }.dropFirst()
        return rests.contains { $0.first?.isDecimalPoint == false }
    }

    /// Put together from the lines of a cell, and no number: digits below a nought, or beside a mark.
    var isMixed: Bool {
        let lines = printed.unicodeScalars.split { $0 == "\n" }
        guard lines.count > 1, let first = lines.first, !isMark else { return false }
        return first.first == "0" || lines.contains { !$0.contains(where: \.isDigit) }
    }

    var isUnreadable: Bool { digits == [UInt8(ascii: "?")] }
}
