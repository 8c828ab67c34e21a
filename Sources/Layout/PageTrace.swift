public import ReportModel

/// What one page's tables were made from, for a picture of it: the lines after their bits were joined, the runs of
/// text.
public struct PageTrace: Sendable {
    public var page: Int
    /// Without width or height.
    public var lines: [Box]
    public var runs: [Box]

    /// A drawing is none the better for more.
    private static let limit = 20_000

    public init(_ page: Page, _ settings: LayoutSettings = LayoutSettings()) {
        self.page = page.number
        let page = TrueSizes(page).applied(to: page)
        let scale = PageScale(em: page.bodySize, settings: settings)
        let edges = EdgeBuilder(scale).edges(from: page.rulings) { !$0.isFillEdge }
        let horizontal = edges.horizontal.prefix(Self.limit).map {
            Box(x: $0.start, y: $0.position, width: $0.length, height: 0)
        }
        let vertical = edges.vertical.prefix(Self.limit).map {
            Box(x: $0.position, y: $0.start, width: 0, height: $0.length)
        }
        lines = horizontal + vertical
        let words = WordFinder(page, settings).words()
        runs = RunFinder(page, settings).runs(words).runs.prefix(Self.limit).map(\.box)
    }

    /// The picture's marks: lines red, runs of text green; cells blue, those of the head violet; orange what has parts
    /// on other pages. Each cell bears its row and column.
    ///
    /// - Parameter tables: all of the document's.
    public func marks(_ tables: [Table]) -> [PageMark] {
        var marks: [PageMark] = []
        for table in tables {
            for cell in table.cells {
                for part in cell.parts where part.outline.page == page {
                    let colour =
                        if cell.parts.count > 1 { Colours.joined } else if cell.isHeader { Colours.head } else {
                            Colours.cell
                        }
                    var fill = colour
                    fill.opacity = 0.2
                    marks.append(PageMark(.fill, part.outline.box, fill))
                    marks.append(PageMark(.outline, part.outline.box.insetBy(0.6), colour))
                    marks.append(PageMark(.text("\(cell.row),\(cell.column)"), part.outline.box, colour))
                }
            }
            for place in table.places where place.page == page && table.places.count > 1 {
                marks.append(PageMark(.outline, place.box.insetBy(-2), Colours.joined))
            }
        }
        marks += runs.map { PageMark(.outline, $0, Colours.run) }
        marks += lines.map { PageMark(.outline, $0, Colours.line) }
        return marks
    }

    private enum Colours {
        static let line = PageMark.Colour(0.9, 0, 0)
        static let run = PageMark.Colour(0, 0.6, 0.1, opacity: 0.6)
        static let cell = PageMark.Colour(0.1, 0.3, 0.9)
        static let head = PageMark.Colour(0.6, 0.1, 0.8)
        static let joined = PageMark.Colour(1, 0.55, 0)
    }
}
