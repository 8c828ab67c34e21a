public import ReportModel

/// What a report says outside its tables.
public struct Prose: Sendable {
    public var title: String
    /// The title without the year and 政府信息公开工作年度报告, else the signature; empty when not found.
    public var agency: String
    /// The year reported on, not that of publication.
    public var year: Int?
    public var sections: [Section]

    public init(title: String, agency: String, year: Int?, sections: [Section]) {
        self.title = title
        self.agency = agency
        self.year = year
        self.sections = sections
    }
}

/// What stands in a document, in reading order: its lines, and where its tables were.
public enum ProseItem: Sendable {
    case line(TextLine)
    /// A table that was taken out; nil for one that is not of the form.
    case table(FormTable?)

    var line: TextLine? {
        if case .line(let line) = self { line } else { nil }
    }
}

/// Reads title, agency, year and sections of one report.
public enum ProseReader {
    public static func prose(of items: [ProseItem]) -> Prose {
        let items = items.filter { $0.line.map { !$0.text.isBlank && !PageNumber.isOne($0.text) } ?? true }
        let splitter = SectionSplitter(items)
        let title = TitleFinder(items, end: splitter.firstHeading).title
        let sections = splitter.sections(after: title?.lines.upperBound ?? 0)
        let signature = Signature(items)
        let year =
            title?.title.year ?? ReportYear.stated(in: sections, published: signature?.year)
            ?? signature?.year.map { $0 - 1 }
        let agency = title?.title.agency ?? ""
        return Prose(
            title: title?.title.text ?? "", agency: agency.isEmpty ? signature?.agency ?? "" : agency, year: year,
            sections: sections)
    }
}
