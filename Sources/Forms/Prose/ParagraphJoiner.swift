import ReportModel

/// Joins the lines of a paragraph: a full line goes on, a short one ends it.
enum ParagraphJoiner {
    static func paragraphs(of lines: [TextLine]) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        var current: [TextLine] = []
        func finish() {
            guard let text = text(of: current) else { return }
            paragraphs.append(Paragraph(text: text, places: current.map(\.place)))
            current = []
        }
        for line in lines {
            if let last = current.last, !goesOn(last, with: line) { finish() }
            current.append(line)
        }
        finish()
        return paragraphs
    }

    private static func goesOn(_ line: TextLine, with next: TextLine) -> Bool {
        let em = line.fontSize > 0 ? line.fontSize : 2
        // Nobody knows how wide the text is set: a line is a paragraph.
        guard line.columnEnd > line.columnStart else { return false }
        if line.fontSize == 0, next.place.box.y > line.place.box.maxY { return false }
        if line.fontSize > 0, abs(line.fontSize - next.fontSize) > 0.2 * line.fontSize { return false }
        let end = extent(of: line).end
        let isFull = end >= line.columnEnd - 1.6 * em
        let isIndented = extent(of: next).start > next.columnStart + 1.2 * em
        if isFull { return !isIndented }
        // A line left short by a long word or number that did not fit.
        guard let last = line.text.squeezed.last, !ends.contains(last), !isIndented, !hasNumber(next.text) else {
            return false
        }
        return end > line.columnStart + 0.75 * (line.columnEnd - line.columnStart)
    }

    /// Where a line's ink begins and ends; in a text file in squares of a fixed-width font.
    private static func extent(of line: TextLine) -> (start: Double, end: Double) {
        if line.fontSize > 0 { return (line.place.box.x, line.place.box.maxX) }
        let scalars = line.text.unicodeScalars
        let start = scalars.prefix(while: \.isSpace).reduce(0) { $0 + $1.squares }
        return (Double(start), Double(scalars.reduce(0) { $0 + $1.squares }))
    }

    private static func hasNumber(_ text: String) -> Bool { LabelText(text).number != nil }

    private static let ends = Set("。！？：；!?:;".unicodeScalars.map(\.value))

    private static func text(of lines: [TextLine]) -> String? {
        guard let first = lines.first else { return nil }
        var text = tidied(first)
        for line in lines.dropFirst() {
            let next = tidied(line)
            if let last = text.unicodeScalars.last, let start = next.unicodeScalars.first, isLatin(last), isLatin(start)
            {
                text += " "
            }
            text += next
        }
        return text.isEmpty ? nil : text
    }

    /// A page sets a gap between 2024 and 年 that nobody typed.
    private static func tidied(_ line: TextLine) -> String {
        let text = line.text.trimmed
        guard line.fontSize > 0 else { return text }
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar.isBlank {
                guard index > 0, index + 1 < scalars.count, scalars[index - 1].isASCII, scalars[index + 1].isASCII
                else {
                    continue
                }
            }
            result.append(scalar)
        }
        return String(result)
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }
}
