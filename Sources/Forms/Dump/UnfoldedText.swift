import ReportModel

/// The lines of a text, where programs have put whole pages on one: they take the text out of a web page with one sign,
/// or a space, between its parts, and no line's end.
///
/// Each part becomes a line, as other programs write them; but a sentence can be in several parts, as it was printed in
/// several styles.
struct UnfoldedText {
    let lines: [String]
    /// Where each of them stands in the text, where it had others.
    private var origins: [Origin] = []

    private struct Origin {
        /// From 1.
        var line: Int
        /// Characters before it.
        var offset: Int
    }

    init(_ folded: [String]) {
        let pages = folded.map { Page($0) }
        guard pages.contains(where: { $0 != nil }) else {
            lines = folded
            return
        }
        var lines: [String] = []
        for (index, line) in folded.enumerated() {
            for part in pages[index]?.lines ?? [(0, line)] {
                lines.append(part.text)
                origins.append(Origin(line: index + 1, offset: part.offset))
            }
        }
        self.lines = lines
    }

    /// A report of the lines, with the places that it has in the text.
    func placed(_ report: Report) -> Report {
        guard !origins.isEmpty else { return report }
        var report = report
        func place(_ places: inout [Place]) { places = places.map(placed) }
        for index in report.figures.indices { place(&report.figures[index].places) }
        for index in report.findings.indices { place(&report.findings[index].places) }
        for section in report.sections.indices {
            place(&report.sections[section].headingPlaces)
            for index in report.sections[section].paragraphs.indices {
                place(&report.sections[section].paragraphs[index].places)
            }
        }
        return report
    }

    private func placed(_ place: Place) -> Place {
        guard let line = Int(exactly: place.box.y), origins.indices.contains(line - 1) else { return place }
        var place = place
        place.box.y = Double(origins[line - 1].line)
        place.box.x += Double(origins[line - 1].offset)
        return place
    }
}

/// A line that holds a page.
private struct Page {
    private let scalars: [Unicode.Scalar]
    private let hasSigns: Bool
    private let parts: [Range<Int>]

    /// Nil for a line as other texts have them.
    init?(_ line: String) {
        guard line.utf8.count > Self.leastBytes else { return nil }
        let scalars = Array(line.unicodeScalars)
        let hasSigns = scalars.count { Self.isSign($0) } >= Self.leastFigures
        self.scalars = scalars
        self.hasSigns = hasSigns
        parts = scalars.indices.split { hasSigns ? Self.isSign(scalars[$0]) : scalars[$0].isSpace }.map { part in
            let start = part.first { !scalars[$0].isSpace } ?? part.endIndex
            return start..<max(start, part.endIndex)
        }
        guard parts.count(where: isFigure) >= Self.leastFigures else { return nil }
    }

    /// Prose has fewer characters and figures in a paragraph.
    private static let leastBytes = 2000
    private static let leastFigures = 60
    private static let longestSentence = 1000

    private struct Line {
        var range: Range<Int>
        /// A figure, or groups of digits that may be one.
        var isFigures = false
    }

    var lines: [(offset: Int, text: String)] {
        var lines: [Line] = []
        var sentence = Sentence()
        let parts = parts.filter { !$0.isEmpty }
        let mayGroup = mayGroupThousands(parts)
        for (index, part) in parts.enumerated() {
            // Figures in a row are a table's.
            let isInTable = isFigure(part) && index + 1 < parts.count && isFigure(parts[index + 1])
            if let last = lines.last, mayGroup, last.isFigures, isGroup(part, after: parts[index - 1]) {
                // 4 909
                lines[lines.count - 1].range = last.range.lowerBound..<part.upperBound
            } else if let last = lines.last, last.range.count < Self.longestSentence, sentence.isUnfinished, !isInTable,
                SectionHeading(scalars[part].text) == nil
            {
                lines[lines.count - 1] = Line(range: last.range.lowerBound..<part.upperBound)
            } else {
                lines.append(Line(range: part, isFigures: isFigure(part)))
                sentence = Sentence()
            }
            sentence.take(scalars[part])
        }
        return lines.map { line in
            // What stood between the parts becomes characters that nobody sees, so that everything keeps its place.
            let text = scalars[line.range].map { !line.isFigures && isBetweenParts($0) ? Markup.nothing : $0 }
            return (line.range.lowerBound, text[...].text)
        }
    }

    /// Where spaces part cells, they may part the thousands of a figure as well, unless a figure has four digits and no
    /// space.
    private func mayGroupThousands(_ parts: [Range<Int>]) -> Bool {
        let pairs = zip(parts, parts.dropFirst()).filter { isFigure($0) && isFigure($1) }
        return !hasSigns && pairs.allSatisfy { max($0.count, $1.count) <= 3 }
    }

    private func isGroup(_ part: Range<Int>, after other: Range<Int>) -> Bool {
        isFigure(part) && part.count == 3 && isFigure(other) && scalars[other.lowerBound] != "0"
    }

    private func isBetweenParts(_ scalar: Unicode.Scalar) -> Bool { hasSigns ? Self.isSign(scalar) : scalar.isSpace }

    private func isFigure(_ part: Range<Int>) -> Bool {
        !part.isEmpty && scalars[part].allSatisfy { $0.isDigit || $0.isSpace }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar.isBar || scalar == "\t" }
}

/// A sentence that may have begun, and may have no end yet.
private struct Sentence {
    private var hasStops = false
    private var hasWords = false
    private var isEnded = false

    /// 1，234 is a figure.
    var isUnfinished: Bool { hasStops && hasWords && !isEnded }

    mutating func take(_ text: ArraySlice<Unicode.Scalar>) {
        hasStops = hasStops || text.contains { Self.stops.contains($0) }
        hasWords = hasWords || text.contains { (0x4E00...0x9FFF).contains($0.value) }
        isEnded = text.last { !$0.isSpace }.map(Self.ends.contains) ?? isEnded
    }

    private static let stops = Set("，。；".unicodeScalars)
    private static let ends = Set("。；！？：”）".unicodeScalars)
}
