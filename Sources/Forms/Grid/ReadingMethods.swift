import ReportModel

/// How what stands somewhere in a document was read: behind a typed letter there may be scanned pages.
struct ReadingMethods: Sendable {
    private let pages: [Int: PageSummary]

    init(_ pages: [PageSummary] = []) {
        self.pages = Dictionary(pages.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A figure that is read off a picture in part is read off a picture.
    func method(of places: [Place]) -> ReadingMethod {
        places.contains { $0.page.flatMap { pages[$0] }?.method == .ocr } ? .ocr : .text
    }

    /// Of a table; where it was not found, of the document.
    func method(of parts: [StatutoryPart]) -> ReadingMethod {
        if !parts.isEmpty { return method(of: parts.flatMap(\.grid.table.places)) }
        return pages.values.contains { $0.method == .ocr } ? .ocr : .text
    }
}
