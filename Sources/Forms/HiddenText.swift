import ReportModel

/// Invisible text under a picture is somebody's OCR: its figures are given, but in doubt.
enum HiddenText {
    static let doubt = "text.hidden-layer"

    static func doubt(_ report: inout Report) {
        let hidden = Set(report.pages.filter { $0.state == .hiddenText }.map(\.number))
        guard !hidden.isEmpty else { return }
        for index in report.figures.indices {
            let figure = report.figures[index]
            guard figure.places.contains(where: { $0.page.map(hidden.contains) ?? false }) else { continue }
            report.figures[index].doubts.append(doubt)
            guard figure.status == .ok || figure.status == .empty else { continue }
            report.figures[index].status = .suspect
            report.figures[index].confidence = min(figure.confidence, 0.5)
        }
    }
}
