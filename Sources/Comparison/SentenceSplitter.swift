import ReportModel

/// A sentence as it is compared.
struct Sentence {
    var part: TextPart
    var compared: ComparedText
    var name: String
    var isHeading: Bool
    /// Pairs of neighbouring characters, sorted: what likeness is measured by.
    var pairs: [UInt64]

    init(_ part: TextPart, isHeading: Bool, _ settings: ComparisonSettings) {
        self.part = part
        self.isHeading = isHeading
        compared = ComparedText(part.text, settings)
        name = compared.name
        let keys = compared.keys
        pairs = zip(keys, keys.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
        if let only = keys.first, keys.count == 1 { pairs = [UInt64(only)] }
        pairs.sort()
    }

    /// Several that the other side has as one.
    init(joining sentences: ArraySlice<Sentence>, _ settings: ComparisonSettings) {
        var part = sentences.first?.part ?? TextPart(text: "", section: "", places: [])
        for more in sentences.dropFirst() {
            part.text += more.part.text
            part.places += more.part.places.filter { !part.places.contains($0) }
        }
        self.init(part, isHeading: false, settings)
    }
}

/// Cuts a report's text into sentences, headings among them.
enum SentenceSplitter {
    static func sentences(of report: Report, _ settings: ComparisonSettings) -> [Sentence] {
        var sentences: [Sentence] = []
        func add(_ text: String, _ places: [Place], _ section: String, isHeading: Bool = false) {
            // Headings of Markdown, as our own text output has them.
            let text = isHeading ? text.drop { $0 == "#" } : text[...]
            let sentence = Sentence(
                TextPart(text: String(text), section: section, places: places), isHeading: isHeading, settings)
            if !sentence.compared.letters.isEmpty { sentences.append(sentence) }
        }
        if !settings.isYears { add(report.title, [], "", isHeading: true) }
        for section in report.sections {
            add(section.heading, section.headingPlaces, section.heading, isHeading: true)
            for paragraph in section.paragraphs {
                let total = paragraph.text.unicodeScalars.count
                for piece in split(paragraph.text) {
                    let places = lines(of: piece.range, in: total, paragraph.places)
                    add(piece.text, places, section.heading)
                }
            }
        }
        return sentences
    }

    /// Sentences with their marks, and where they stand among the scalars of the text.
    static func split(_ text: String) -> [(text: String, range: Range<Int>)] {
        var pieces: [(String, Range<Int>)] = []
        var piece = String.UnicodeScalarView()
        var start = 0
        var position = 0
        var isEnding = false
        func finish() {
            if !piece.isEmpty { pieces.append((String(piece), start..<position)) }
            piece = String.UnicodeScalarView()
            start = position
            isEnding = false
        }
        for scalar in text.unicodeScalars {
            if isEnding, !closing.contains(scalar), !ends.contains(scalar) { finish() }
            piece.append(scalar)
            position += 1
            if scalar == "\n" { finish() } else if ends.contains(scalar) { isEnding = true }
        }
        finish()
        return pieces
    }

    private static let ends: Set<Unicode.Scalar> = ["。", "！", "？", "；", "!", "?", ";"]
    private static let closing: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）", ")", "》", "\"", " ", "\u{3000}"]

    /// A paragraph has one place a line: those that a part of it must stand on, as its share of the text has it.
    private static func lines(of range: Range<Int>, in total: Int, _ places: [Place]) -> [Place] {
        guard total > 0, places.count > 1 else { return places }
        let first = range.lowerBound * places.count / total
        let last = max(first, (range.upperBound * places.count - 1) / total)
        return Array(places[min(first, places.count - 1)...min(last, places.count - 1)])
    }
}
