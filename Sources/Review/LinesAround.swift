import ReportModel

/// Where a figure stands in a document of text: its line, and those around it.
struct LinesAround {
    /// The number of the first of the lines, from 1.
    var first: Int
    var text: [String]
    /// The figure's line, and where in it, from 1.
    var line: Int
    var column: Int
    var length: Int

    /// Nil where the figure stands on a page, or nowhere, or the document is gone.
    ///
    /// - Parameter reach: how many lines above and below.
    init?(_ figure: Figure, in source: ReviewSource, _ pictures: any ReviewPictures, reach: Int) {
        guard let place = source.report.likelyPlace(of: figure), place.page == nil, let document = source.document,
            let lines = pictures.lines(of: document), place.box.y.isFinite, place.box.x.isFinite
        else { return nil }
        line = Int(min(max(place.box.y, 1), 1e9))
        column = Int(min(max(place.box.x, 1), 1e9))
        length = Int(min(max(place.box.width, 1), 1e6))
        first = max(1, line - reach)
        let last = min(lines.count, line + reach)
        guard first <= last else { return nil }
        text = lines[(first - 1)..<last].map { String($0.prefix(Self.longest)) }
    }

    private static let longest = 2000
}
