private import CPoppler
public import LeptonicaBridge

extension PopplerPage {
    /// The page as a picture: cairo_image_surface_create, poppler_page_render.
    public func picture(pixelsPerPoint scale: Double) -> InkSeparation? {
        let size = size
        let width = (size.width * scale).rounded()
        let height = (size.height * scale).rounded()
        guard width >= 1, height >= 1, width * height <= Double(Picture.pixelLimit), width < 30_000, height < 30_000,
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        else { return nil }
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else { return nil }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, width / size.width, height / size.height)
        poppler_page_render(handle, context)
        let status = cairo_status(context)
        cairo_destroy(context)
        cairo_surface_flush(surface)
        guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else { return nil }
        return InkSeparation(
            width: Int(width), height: Int(height), stride: Int(cairo_image_surface_get_stride(surface)),
            words: UnsafeRawPointer(data))
    }
}
