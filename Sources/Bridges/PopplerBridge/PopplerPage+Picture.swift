private import CPoppler
public import LeptonicaBridge

extension PopplerPage {
    /// The page as a picture: poppler_page_render.
    public func picture(pixelsPerPoint scale: Double) -> InkSeparation? {
        let size = size
        let width = (size.width * scale).rounded()
        let height = (size.height * scale).rounded()
        guard width * height <= Double(Picture.pixelLimit) else { return nil }
        let surface = PageSurface(width: width, height: height) { context in
            cairo_scale(context, width / size.width, height / size.height)
            poppler_page_render(handle, context)
        }
        guard let surface, let pixels = surface.pixels else { return nil }
        return withExtendedLifetime(surface) {
            InkSeparation(
                width: surface.width, height: surface.height, stride: surface.stride, words: UnsafeRawPointer(pixels))
        }
    }
}
