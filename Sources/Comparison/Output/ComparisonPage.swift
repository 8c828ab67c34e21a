import Messages
public import ReportModel
import WebText

/// Which side of a comparison.
public enum ComparisonSide: Sendable, Hashable, CaseIterable { case left, right }

/// Comparisons as one HTML page that needs nothing else: pictures are in it, and no script.
public struct ComparisonPage {
    /// A picture of a place in a document, as a PNG file; nil where there is none.
    public typealias Picture = (_ side: ComparisonSide, _ source: String, _ places: [Place]) -> [UInt8]?

    private let words: DifferenceWords
    private let picture: Picture

    public init(language: Language, picture: @escaping Picture = { _, _, _ in nil }) {
        words = DifferenceWords(language: language)
        self.picture = picture
    }

    public func html(_ comparisons: [ReportComparison], alone: [String] = []) -> String {
        let title = words.words("报告比对", "Comparison of reports")
        var page = """
            <!doctype html>
            <html lang="\(words.language == .chinese ? "zh-CN" : "en")">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <style>
            \(PageStyle.css)
            .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:.8rem}
            </style></head>
            <body><main>
            <h1>\(title)</h1>

            """
        for comparison in comparisons { page += section(comparison) }
        if !alone.isEmpty {
            page += "<h2>\(words.words("只在一边", "On one side only"))</h2>\n<ul>\n"
            for source in alone { page += "<li>\(source.html)</li>\n" }
            page += "</ul>\n"
        }
        return page + "</main></body></html>\n"
    }

    private func section(_ comparison: ReportComparison) -> String {
        var text = """
            <section>
            <p><span class="tag lost">A</span> \(words.head(comparison.left).html)<br>
            <span class="tag added">B</span> \(words.head(comparison.right).html)</p>
            <p><strong>\(words.tally(comparison).html)</strong></p>

            """
        for difference in comparison.figures { text += article(difference, comparison) }
        if !comparison.brokenCarries.isEmpty {
            text += "<h2>\(words.words("与上年接不上", "Does not follow from last year"))</h2>\n<ul>\n"
            for carry in comparison.brokenCarries { text += "<li>\(words.carry(carry, comparison.forms).html)</li>\n" }
            text += "</ul>\n"
        }
        if !comparison.sentences.isEmpty { text += "<h2>\(words.words("正文", "Text"))</h2>\n" }
        for difference in comparison.sentences { text += article(difference, comparison) }
        if !comparison.confusions.isEmpty {
            text +=
                "<h2>\(words.words("认错的字", "Read for each other"))</h2>\n<p>\(words.confusions(comparison).html)</p>\n"
        }
        if comparison.settings.isYears, comparison.comparedText {
            text += "<h2>\(words.copied(comparison).html)</h2>\n<ul>\n"
            for part in comparison.copied { text += "<li>\(part.text.html)</li>\n" }
            text += "</ul>\n"
        }
        return text + "</section>\n"
    }

    private func article(_ difference: FigureDifference, _ comparison: ReportComparison) -> String {
        let version = difference.left?.form ?? difference.right?.form ?? comparison.forms[difference.id.table]
        let label = FigureLabel(difference.id, version: version)
        var left = words.value(difference.left)
        var right = words.value(difference.right)
        if difference.kind == .remark {
            left = difference.left?.printed ?? ""
            right = difference.right?.printed ?? ""
        }
        let change = comparison.settings.isYears ? words.change(difference) : ""
        return """
            <article><p>\(tag(difference.kind.rawValue, difference.kind.name)) \
            <span class="dim">\(difference.id.table.name[words.language].html)</span> \(label.text.html)</p>
            <p class="num"><del>\(left.html)</del> → <ins>\(right.html)</ins> \(change.html)</p>
            \(pictures(difference.left?.places ?? [], difference.right?.places ?? [], comparison))</article>

            """
    }

    private func article(_ difference: TextDifference, _ comparison: ReportComparison) -> String {
        let body = difference.segments.map { segment in
            switch segment.kind {
            case .same: segment.text.html
            case .removed: "<del>\(segment.text.html)</del>"
            case .inserted: "<ins>\(segment.text.html)</ins>"
            }
        }.joined()
        let places = [words.source(difference.left), words.source(difference.right)].filter { !$0.isEmpty }
        return """
            <article><p>\(tag(difference.kind.rawValue, difference.kind.name)) \
            <span class="dim">\(places.joined(separator: " → ").html)</span></p>
            <p>\(body)</p>
            \(pictures(difference.left?.places ?? [], difference.right?.places ?? [], comparison))</article>

            """
    }

    private func tag(_ kind: String, _ name: LocalisedText) -> String {
        "<span class=\"tag \(kind)\">\(name[words.language].html)</span>"
    }

    private func pictures(_ left: [Place], _ right: [Place], _ comparison: ReportComparison) -> String {
        let sides = [
            ("A", picture(.left, comparison.left.source, left), left),
            ("B", picture(.right, comparison.right.source, right), right),
        ]
        let figures = sides.compactMap { name, bytes, places in
            bytes.map { bytes in
                let place = "\(name) \(words.place(places))".html
                return """
                    <figure><img alt="\(place)" src="\(Base64.pngAddress(bytes))"><figcaption>\(place)</figcaption></figure>
                    """
            }
        }
        return figures.isEmpty ? "" : "<div class=\"pair\">\n\(figures.joined(separator: "\n"))\n</div>\n"
    }
}
