import ReportModel

/// Finds two sheets on one page: a book laid open on the scanner's glass, an A3 copy of two A4 pages, two pages printed
/// on one sheet. What stands on the right one follows what stands on the left one, on whatever height.
///
/// Only where pages were scanned: typed, they are wide for a wide table.
struct SheetsSideBySide {
    private let page: Page
    private let em: Double

    init(_ page: Page) {
        self.page = page
        em = max(page.bodySize, 1)
    }

    /// Where the fold may be, in parts of the page's width, and how much white is around it at least, in ems.
    private static let fold = 0.42...0.58
    private static let leastWhite = 3.0
    /// A sheet has lines that take this part of its width: of a table, or of prose.
    private static let longLine = 0.55
    private static let fewestLongLines = 3

    /// The page's sheets from left to right; the page itself where it is one.
    var sheets: [Page] {
        guard page.method == .ocr, page.width > page.height, page.width.isFinite, let fold = white() else {
            return [page]
        }
        let halves = [page.part { $0.midX < fold }, page.part { $0.midX >= fold }]
        return halves.allSatisfy(isSheet) ? halves : [page]
    }

    /// The middle of the widest stretch that nothing reaches over.
    private func white() -> Double? {
        let ends = (page.width * Self.fold.lowerBound, page.width * Self.fold.upperBound)
        var spans = page.glyphs.filter { !$0.scalar.isBlank }.map { ($0.box.x, $0.box.maxX) }
        spans += page.rulings.filter { $0.direction == .horizontal }.map { ($0.start, $0.end) }
        spans = spans.filter { $0.1 > ends.0 && $0.0 < ends.1 }.sorted { $0.0 < $1.0 }
        spans.append((ends.1, ends.1))
        var reached = ends.0
        var widest: (start: Double, end: Double)?
        for (start, end) in spans {
            if start - reached > (widest.map { $0.end - $0.start } ?? Self.leastWhite * em) {
                widest = (reached, start)
            }
            reached = max(reached, end)
        }
        return widest.map { ($0.start + $0.end) / 2 }
    }

    /// Two halves of a table, its labels and its figures, have no long lines both.
    private func isSheet(_ half: Page) -> Bool {
        let long = Self.longLine * page.width / 2
        let drawn = half.rulings.count { $0.direction == .horizontal && $0.end - $0.start > long }
        var lines: [Int: Double] = [:]
        for glyph in half.glyphs where !glyph.scalar.isBlank && glyph.box.midY.magnitude < 1e6 {
            lines[Int(glyph.box.midY / em), default: 0] += glyph.box.width
        }
        return drawn + lines.values.count { $0 > long } >= Self.fewestLongLines
    }
}

extension Page {
    /// What of the page stands in some boxes.
    fileprivate func part(where isInside: (Box) -> Bool) -> Page {
        var part = self
        part.glyphs = glyphs.filter { isInside($0.box) }
        part.rulings = rulings.filter { isInside($0.box) }
        part.areas = areas.filter { isInside($0.box) }
        part.pictures = pictures.filter(isInside)
        return part
    }
}

extension Ruling {
    fileprivate var box: Box {
        direction == .horizontal
            ? Box(fromX: start, y: position, toX: end, y: position)
            : Box(fromX: position, y: start, toX: position, y: end)
    }
}
