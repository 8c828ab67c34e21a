private import CPoppler

/// A page drawn in colour, 32 bits a pixel.
final class PageSurface {
    private let surface: OpaquePointer
    let width: Int
    let height: Int

    /// White paper with the page on it; nil where there is no memory, or where drawing fails.
    ///
    /// cairo_image_surface_create, cairo_surface_flush
    init?(width: Double, height: Double, _ draw: (_ context: OpaquePointer) -> Void) {
        guard width >= 1, height >= 1, width < 30_000, height < 30_000,
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        else { return nil }
        self.surface = surface
        self.width = Int(width)
        self.height = Int(height)
        guard let context = cairo_create(surface) else { return nil }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        draw(context)
        let status = cairo_status(context)
        cairo_destroy(context)
        cairo_surface_flush(surface)
        guard status == CAIRO_STATUS_SUCCESS else { return nil }
    }

    deinit { cairo_surface_destroy(surface) }

    /// Blue, green, red and nothing of each pixel, line after line; nil where there are none. Gone with the surface.
    var pixels: UnsafeMutablePointer<UInt8>? { cairo_image_surface_get_data(surface) }

    /// Bytes from one line to the next.
    var stride: Int { Int(cairo_image_surface_get_stride(surface)) }

    /// As a file. cairo_surface_write_to_png_stream
    var png: [UInt8]? {
        var bytes: [UInt8] = []
        let written = withUnsafeMutablePointer(to: &bytes) { sink in
            cairo_surface_write_to_png_stream(
                surface,
                { sink, data, count in
                    guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    sink.assumingMemoryBound(to: [UInt8].self).pointee
                        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, sink)
        }
        return written == CAIRO_STATUS_SUCCESS ? bytes : nil
    }
}
