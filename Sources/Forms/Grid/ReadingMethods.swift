import ReportModel

/// How what stands somewhere in a document was read: behind a typed letter there may be scanned pages.
struct ReadingMethods: Sendable {
    private let pages: [Int: PageSummary]

    init(_ pages: [PageSummary] = []) {
        self.pages = Dictionary(pages.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A figure that is read off a picture in part is read off a picture. Where a table has a hole, with no place that
    /// could be looked at, a picture may have something lying over it.
    func method(of places: [Place]) -> ReadingMethod {
        places.isEmpty ? ofDocument : places.contains(where: isOnPicture) ? .ocr : .text
    }

    private var ofDocument: ReadingMethod {
        pages.values.contains { $0.method == .ocr || !$0.pasted.isEmpty } ? .ocr : .text
    }

    private func isOnPicture(_ place: Place) -> Bool {
        guard let page = place.page.flatMap({ pages[$0] }) else { return false }
        return page.method == .ocr || page.pasted.contains { $0.contains(x: place.box.midX, y: place.box.midY) }
    }

    /// Of a table; where it was not found, of the document.
    func method(of parts: [StatutoryPart]) -> ReadingMethod {
        if !parts.isEmpty { return method(of: parts.flatMap(\.grid.table.places)) }
        return ofDocument
    }
}
