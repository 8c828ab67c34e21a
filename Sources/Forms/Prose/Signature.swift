import ReportModel

/// The office and the day of publication below a report.
struct Signature {
    var agency: String
    /// Of publication.
    var year: Int?
    var items: Range<Int>

    init?(_ items: [ProseItem]) {
        let last = items.indices.suffix(12)
        guard let dateIndex = last.last(where: { Self.date(in: items[$0].line?.text ?? "") != nil }),
            let date = Self.date(in: items[dateIndex].line?.text ?? "")
        else {
            guard let end = last.last, let text = items[end].line?.text.squeezed, Self.isName(text),
                text.last.map(TitleFinder.officeEndings.contains) ?? false
            else { return nil }
            self.init(agency: text.text, year: nil, items: end..<(end + 1))
            return
        }
        var agency = date.before
        var start = dateIndex
        if agency.isEmpty, dateIndex > 0, let text = items[dateIndex - 1].line?.text.squeezed, Self.isName(text) {
            agency = text
            start = dateIndex - 1
        }
        guard agency.isEmpty || Self.isName(agency) else { return nil }
        self.init(agency: agency.text, year: date.year, items: start..<(dateIndex + 1))
    }

    private init(agency: String, year: Int?, items: Range<Int>) {
        self.agency = agency
        self.year = year
        self.items = items
    }

    private static func isName(_ text: Letters) -> Bool {
        (3...30).contains(text.count) && !text.contains(where: punctuation.contains)
            && !(0x30...0x39).contains(text[0]) && SectionHeading(text.text) == nil
            && LabelText(text.text).number == nil
    }

    private static let punctuation = Set("，,。；;：:！？、|/".unicodeScalars.map(\.value))

    /// 2024年1月18日 at the end of a line, and what stands before it.
    private static func date(in text: String) -> (year: Int, before: Letters)? {
        let letters = text.squeezed
        guard letters.count <= 45 else { return nil }
        for position in letters.indices {
            guard let year = ReportYear(in: letters, at: position), year.isDate(in: letters) else { continue }
            let rest = letters[year.range.upperBound...]
            guard rest.count <= 8, let end = rest.last, end == 0x65E5 || end == 0x6708 else { return nil }
            return (year.value, Array(letters[..<position]))
        }
        return nil
    }
}
