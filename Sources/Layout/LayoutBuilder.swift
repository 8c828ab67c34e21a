public import ReportModel

/// Rebuilds a document's lines and tables, page by page, so that no more than one page's glyphs are ever held.
public struct LayoutBuilder {
    private let settings: LayoutSettings
    private var pages: [PageLayout] = []
    /// Those beside the text of the last page that has some.
    private var panels: [Box] = []

    public init(_ settings: LayoutSettings = LayoutSettings()) {
        self.settings = settings
    }

    public mutating func add(_ page: Page) {
        for sheet in SheetsSideBySide(page).sheets {
            let layout = PageAnalyser(sheet, settings, after: panels).layout()
            if !layout.panels.isEmpty { panels = layout.panels }
            pages.append(layout)
        }
    }

    public func finish() -> DocumentLayout {
        DocumentAssembler(settings).document(pages)
    }
}
