import ReportModel

/// Which title of an opening is the report's own: pages of the web name other reports in their menus.
struct TitleChoice {
    /// Nil where no line is a title.
    let found: TitleFinder.Found?
    /// Why the title may be another report's: what the opening or the text says otherwise; nil where nothing does.
    let doubt: Doubt?
    let text: OwnText

    struct Doubt {
        /// Titles of other offices or years in the opening, which the text does not rule out.
        var rivals: [String]
        /// The year that the text is about.
        var year: Int?
    }

    /// More titles than this above a report are looked through from below.
    private static let mostReadings = 100

    init(_ items: [ProseItem], _ splitter: SectionSplitter, _ signature: Signature?) {
        let readings = TitleFinder(items, end: splitter.firstHeading).readings.suffix(Self.mostReadings)
        text = OwnText(items, splitter.sections(after: readings.last?.lines.upperBound ?? 0), signature)
        let scores = readings.map { [text] in Self.score($0, items, text) }
        found = zip(readings, scores).max { $0.1 < $1.1 }?.0
        guard let found else {
            doubt = nil
            return
        }
        let own = found.title
        let rivals = readings.map(\.title).filter { [text] in
            Self.isOther($0, than: own) && !text.tells(own, from: $0)
        }
        let isOfAnotherYear = text.year.period != nil && own.year != nil && text.year.period != own.year
        // Columns that stand beside each other on a page come out of it as one line.
        let isBesideOther = found.lines.contains { items[$0].line.map { $0.fontSize == 0 && $0.text.hasGap } ?? false }
        let isDoubtful = !rivals.isEmpty || isOfAnotherYear || isBesideOther && !text.names(own)
        doubt = isDoubtful ? Doubt(rivals: rivals.map(\.text), year: isOfAnotherYear ? text.year.period : nil) : nil
    }

    /// Of equals the last is nearest to the text: menus stand above the title.
    private static func score(_ reading: TitleFinder.Found, _ items: [ProseItem], _ text: OwnText) -> Double {
        var score = 0.001 * Double(reading.lines.lowerBound)
        if reading.title.year != nil { score += 1 }
        if !reading.title.agency.isEmpty { score += 1 }
        if text.names(reading.title) { score += 0.5 }
        if text.isAbout(reading.title) { score += 0.25 }
        let size = reading.lines.compactMap { items[$0].line?.fontSize }.max() ?? 0
        return score + size / 20
    }

    /// What one of them leaves out is not another.
    private static func isOther(_ title: ReportTitle, than own: ReportTitle) -> Bool {
        let isOtherOffice = !title.agency.isEmpty && title.agency != own.agency
        let isOtherYear = title.year != nil && own.year != nil && title.year != own.year
        return isOtherOffice || isOtherYear
    }
}

/// What a report says of itself: its sentences, the year that they are about, and the signature.
struct OwnText {
    private let sentences: Letters
    let year: YearOfText
    private let signature: String?

    init(_ items: [ProseItem], _ sections: [Section], _ signature: Signature?) {
        sentences = items.reduce(into: []) { sentences, item in
            guard sentences.count < Self.mostLetters, let line = item.line?.text else { return }
            for piece in line.pieces.map(\.squeezed) where piece.contains(where: Self.ends.contains) {
                sentences += piece
            }
        }
        year = YearOfText(sections, published: signature?.year)
        self.signature = signature?.agency
    }

    func isAbout(_ title: ReportTitle) -> Bool { year.value != nil && title.year == year.value }

    func names(_ title: ReportTitle) -> Bool {
        guard !title.agency.isEmpty else { return false }
        return title.agency == signature || sentences.contains(Letters(letters: title.agency))
    }

    /// Whether only one of the two can be the report's own.
    func tells(_ own: ReportTitle, from other: ReportTitle) -> Bool {
        guard !other.agency.isEmpty, other.agency != own.agency else { return isAbout(own) }
        // 青榆市水务局 holds 水务局.
        return names(own) && (own.agency.contains(other.agency) || !names(other))
    }

    /// The text of one report is shorter.
    private static let mostLetters = 100_000
    private static let ends = Set("，,。；;".unicodeScalars.map(\.value))
}

extension String {
    /// What gaps, tabs and bars part on a line.
    fileprivate var pieces: [String] {
        var pieces: [String] = [""]
        var spaces = 0
        for character in self {
            if character == "|" || character == "\t" {
                spaces = 2
            } else if character == " " {
                spaces += 1
            } else {
                if spaces > 1 { pieces.append("") }
                spaces = 0
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    fileprivate var hasGap: Bool { pieces.count { !$0.isEmpty } > 1 }
}
