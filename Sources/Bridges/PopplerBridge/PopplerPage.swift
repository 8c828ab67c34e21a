private import CPoppler
public import ReportModel

/// A page opened by poppler.
public final class PopplerPage {
    let handle: OpaquePointer

    init(taking handle: OpaquePointer) { self.handle = handle }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    /// Width and height in points, as displayed: poppler_page_get_size.
    public var size: (width: Double, height: Double) {
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(handle, &width, &height)
        return (width, height)
    }

    /// The page's characters in poppler's reading order, and the names of their fonts:
    /// poppler_page_get_text, _text_layout, _text_attributes.
    public func text(limit: Int) -> PopplerText {
        guard let characters = poppler_page_get_text(handle) else { return PopplerText() }
        defer { g_free(characters) }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        guard poppler_page_get_text_layout(handle, &rectangles, &count) != 0, let rectangles else {
            return PopplerText()
        }
        defer { g_free(rectangles) }

        var result = PopplerText()
        let total = min(Int(count), limit)
        result.isCut = Int(count) > limit
        result.glyphs.reserveCapacity(total)
        var spans = FontSpans(handle)
        var index = 0
        for scalar in String(cString: characters).unicodeScalars {
            guard index < total else { break }
            let span = spans.span(of: index)
            let place = rectangles[index]
            let glyph = Glyph(
                scalar: scalar, box: Box(fromX: place.x1, y: place.y1, toX: place.x2, y: place.y2),
                fontSize: span.size, font: span.font)
            // White space without ink has no colour worth keeping.
            if span.isWhite && scalar != " " {
                result.whiteGlyphs.append(glyph)
            } else {
                result.glyphs.append(glyph)
            }
            index += 1
        }
        result.fonts = spans.names
        return result
    }
}

/// What poppler found written on a page.
public struct PopplerText: Sendable {
    public var glyphs: [Glyph] = []
    /// Characters in white: visible on a dark ground only.
    public var whiteGlyphs: [Glyph] = []
    public var fonts: [String] = []
    public var isCut = false
}

/// Walks poppler's runs of equal font alongside the characters.
private struct FontSpans {
    struct Span {
        var font: Int32 = -1
        var size: Float = 0
        var isWhite = false
        var end = -1
    }

    private(set) var names: [String] = []
    private var spans: [Span] = []
    private var current = 0

    init(_ page: OpaquePointer) {
        guard let list = poppler_page_get_text_attributes(page) else { return }
        defer { poppler_page_free_text_attributes(list) }
        var known: [String: Int32] = [:]
        for attributes in list.elements(PopplerTextAttributes.self) {
            let name = attributes.font_name.map { String(cString: $0) } ?? ""
            let font = known[name] ?? Int32(names.count)
            if known[name] == nil {
                known[name] = font
                names.append(name)
            }
            let color = attributes.color
            spans.append(
                Span(
                    font: font, size: Float(attributes.font_size),
                    isWhite: min(color.red, color.green, color.blue) > 64000, end: Int(attributes.end_index)))
        }
    }

    mutating func span(of index: Int) -> Span {
        while current < spans.count, spans[current].end < index { current += 1 }
        return current < spans.count ? spans[current] : Span()
    }
}
