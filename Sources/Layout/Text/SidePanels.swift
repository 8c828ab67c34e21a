import ReportModel

/// Coloured panels at a side of the page, as web sites have them beside an article: news, links, a menu. What stands in
/// one has nothing to do with what stands on its height beside it.
struct SidePanels {
    private let page: Page
    /// Those of the pages before, one of which may end here.
    private let earlier: [Box]
    private let scale: PageScale

    init(_ page: Page, after earlier: [Box], _ scale: PageScale) {
        self.page = page
        self.earlier = earlier
        self.scale = scale
    }

    /// The share of the page's height that a panel takes at least: unruled-chromium-sidebar.
    private static let leastHeight = 0.35
    /// The share of the page's width that it takes at most.
    private static let mostWidth = 0.45
    private static let fewestLines = 5

    /// - Parameter words: those that stand in no table with lines.
    func boxes(_ words: [Word]) -> [Box] {
        var panels: [Box] = []
        for area in page.areas where area.box.isFinite && min(area.red, area.green, area.blue) < 0.995 {
            let box = area.box
            guard !panels.contains(where: { $0.contains(x: box.midX, y: box.midY) }) else { continue }
            let goesOn = earlier.contains { abs($0.x - box.x) < 1 && abs($0.maxX - box.maxX) < 1 }
            let isTall =
                box.height > Self.leastHeight * page.height && box.width < Self.mostWidth * page.width
                && box.width > 6 * scale.em
            if goesOn || isTall, isApart(box, words, isKnown: goesOn) { panels.append(box) }
        }
        return panels
    }

    /// Does nothing reach over the panel's sides, everything beside it stand on one of them, and do its lines have heights
    /// of their own? A table's coloured column shares its rows.
    private func isApart(_ panel: Box, _ words: [Word], isKnown: Bool) -> Bool {
        let level = words.filter { $0.box.midY > panel.y && $0.box.midY < panel.maxY }
        let inside = level.filter { $0.box.midX > panel.x && $0.box.midX < panel.maxX }
        let left = level.filter { $0.box.midX <= panel.x }
        let right = level.filter { $0.box.midX >= panel.maxX }
        let graze = 0.1 * scale.em
        guard left.isEmpty || right.isEmpty,
            inside.allSatisfy({ $0.box.x > panel.x - graze && $0.box.maxX < panel.maxX + graze }),
            left.allSatisfy({ $0.box.maxX < panel.x + graze }), right.allSatisfy({ $0.box.x > panel.maxX - graze })
        else { return false }
        if isKnown { return true }
        let own = [Double](heightsOf: inside.lazy.map(\.box), apart: 0.4 * scale.em)
        let beside = [Double](heightsOf: (left + right).lazy.map(\.box), apart: 0.4 * scale.em)
        let slack = 0.12 * scale.em
        let shared = own.count { beside.countBelow($0 + slack) > beside.countBelow($0 - slack) }
        return own.count >= Self.fewestLines && shared * 2 < min(own.count, beside.count)
    }
}
