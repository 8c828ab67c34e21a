public import ReportModel

/// Rebuilds a document's lines and tables, page by page, so that no more than one page's glyphs are ever held.
public struct LayoutBuilder {
    private let settings: LayoutSettings
    private var pages: [PageLayout] = []

    public init(_ settings: LayoutSettings = LayoutSettings()) {
        self.settings = settings
    }

    public mutating func add(_ page: Page) {
        pages.append(
            PageAnalyser(page, settings, after: pages.last(where: { !$0.panels.isEmpty })?.panels ?? []).layout())
    }

    public func finish() -> DocumentLayout {
        DocumentAssembler(settings).document(pages)
    }
}
