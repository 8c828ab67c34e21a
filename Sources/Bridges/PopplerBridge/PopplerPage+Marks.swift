private import CPoppler
public import ReportModel

extension PopplerPage {
    /// The page as a PNG with marks drawn over it; nil where it cannot be rendered.
    ///
    /// poppler_page_render
    public func png(pixelsPerPoint: Double, marks: [PageMark]) -> [UInt8]? {
        let size = size
        let scale = min(pixelsPerPoint, 8000 / max(size.width, size.height, 1))
        let width = (size.width * scale).rounded()
        let height = (size.height * scale).rounded()
        return PageSurface(width: width, height: height) { context in
            cairo_scale(context, scale, scale)
            cairo_save(context)
            poppler_page_render(handle, context)
            cairo_restore(context)
            cairo_set_line_width(context, 0.7)
            cairo_select_font_face(context, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
            cairo_set_font_size(context, 5)
            for mark in marks { draw(mark, context) }
        }?.png
    }

    private func draw(_ mark: PageMark, _ context: OpaquePointer) {
        let box = mark.box
        cairo_set_source_rgba(context, mark.colour.red, mark.colour.green, mark.colour.blue, mark.colour.opacity)
        switch mark.shape {
        case .outline where box.width == 0 || box.height == 0:
            cairo_move_to(context, box.x, box.y)
            cairo_line_to(context, box.maxX, box.maxY)
            cairo_stroke(context)
        case .outline:
            cairo_rectangle(context, box.x, box.y, box.width, box.height)
            cairo_stroke(context)
        case .fill:
            cairo_rectangle(context, box.x, box.y, box.width, box.height)
            cairo_fill(context)
        case .text(let text):
            cairo_move_to(context, box.x + 0.7, box.y + 5)
            cairo_show_text(context, text)
        }
    }
}
