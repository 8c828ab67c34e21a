private import CPoppler
public import ReportModel

extension PopplerPage {
    /// A part of the page in colour, as a PNG file; nil where it cannot be drawn. cairo_image_surface_create,
    /// poppler_page_render, cairo_surface_write_to_png_stream
    public func png(of box: Box, pixelsPerPoint scale: Double, pixelLimit: Double) -> [UInt8]? {
        let width = (box.width * scale).rounded(.up)
        let height = (box.height * scale).rounded(.up)
        guard width >= 1, height >= 1, width * height <= pixelLimit, width < 30_000, height < 30_000,
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        else { return nil }
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else { return nil }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        cairo_translate(context, -box.x, -box.y)
        poppler_page_render(handle, context)
        let status = cairo_status(context)
        cairo_destroy(context)
        guard status == CAIRO_STATUS_SUCCESS else { return nil }
        var bytes: [UInt8] = []
        let written = withUnsafeMutablePointer(to: &bytes) { target in
            cairo_surface_write_to_png_stream(
                surface,
                { target, data, count in
                    guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    target.assumingMemoryBound(to: [UInt8].self).pointee
                        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, target)
        }
        return written == CAIRO_STATUS_SUCCESS ? bytes : nil
    }
}
