/// One report, read.
public struct Report: Sendable {
    /// The input as given; `file.pdf#2` for the second report of one file.
    public var source: String
    public var title: String
    /// The title without the year and 政府信息公开工作年度报告, else the signature; empty when not found.
    public var agency: String
    /// The year reported on.
    public var year: Int?
    public var forms: FormVersions
    public var sections: [Section]
    /// Every figure of the forms, in form order.
    public var figures: [Figure]
    /// The tables as found.
    public var tables: [Table]
    /// What the reading itself noticed (labels, rows, order); validation adds its own.
    public var findings: [Finding]
    public var pages: [PageSummary]

    public init(
        source: String, title: String, agency: String, year: Int?, forms: FormVersions, sections: [Section],
        figures: [Figure], tables: [Table] = [], findings: [Finding] = [], pages: [PageSummary] = []
    ) {
        self.source = source
        self.title = title
        self.agency = agency
        self.year = year
        self.forms = forms
        self.sections = sections
        self.figures = figures
        self.tables = tables
        self.findings = findings
        self.pages = pages
    }
}

/// One of the report's sections: 一、总体情况 and so on. What stands before the first has an empty heading.
public struct Section: Sendable, Hashable {
    public var heading: String
    /// Where the heading stands: one place a line.
    public var headingPlaces: [Place]
    public var paragraphs: [Paragraph]

    public init(heading: String, headingPlaces: [Place] = [], paragraphs: [Paragraph]) {
        self.heading = heading
        self.headingPlaces = headingPlaces
        self.paragraphs = paragraphs
    }
}

/// A paragraph, its lines joined.
public struct Paragraph: Sendable, Hashable {
    public var text: String
    public var places: [Place]

    public init(text: String, places: [Place]) {
        self.text = text
        self.places = places
    }
}
