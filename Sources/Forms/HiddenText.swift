import ReportModel

/// Figures whose text is not what one sees on the page are given, but in doubt: somebody's OCR written invisibly under
/// a picture, and text that was painted over when the figure was changed.
enum HiddenText {
    static let hiddenLayer = "text.hidden-layer"
    static let covered = "text.covered"

    static func doubt(_ report: inout Report) {
        let pages = Dictionary(report.pages.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
        guard pages.values.contains(where: { $0.state == .hiddenText || !$0.covers.isEmpty }) else { return }
        for index in report.figures.indices {
            guard let doubt = doubt(about: report.figures[index], pages) else { continue }
            report.figures[index].doubts.append(doubt)
            guard [.ok, .empty].contains(report.figures[index].status) else { continue }
            report.figures[index].status = .suspect
            report.figures[index].confidence = min(report.figures[index].confidence, 0.5)
        }
    }

    private static func doubt(about figure: Figure, _ pages: [Int: PageSummary]) -> String? {
        for place in figure.places {
            guard let page = place.page.flatMap({ pages[$0] }) else { continue }
            // A page that was read off its picture owes nothing to the hidden text.
            if page.state == .hiddenText, page.method != .ocr { return hiddenLayer }
            if page.covers.contains(where: { $0.intersects(place.box) }) { return covered }
        }
        return nil
    }
}
