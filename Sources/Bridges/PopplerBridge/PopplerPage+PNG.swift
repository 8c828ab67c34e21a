private import CPoppler
public import ReportModel

extension PopplerPage {
    /// A part of the page in colour, as a PNG file; nil where it cannot be drawn. poppler_page_render
    public func png(of box: Box, pixelsPerPoint scale: Double, pixelLimit: Double) -> [UInt8]? {
        let width = (box.width * scale).rounded(.up)
        let height = (box.height * scale).rounded(.up)
        guard width * height <= pixelLimit else { return nil }
        return PageSurface(width: width, height: height) { context in
            cairo_scale(context, scale, scale)
            cairo_translate(context, -box.x, -box.y)
            poppler_page_render(handle, context)
        }?.png
    }
}
