private import CPoppler
public import ReportModel

extension PopplerPage {
    /// Renders the page and tells for each box whether anything darker than paper lies inside it.
    ///
    /// cairo_image_surface_create, poppler_page_render. At 108 dpi the thinnest digit stroke still leaves a trace.
    public func hasInk(in boxes: [Box]) -> [Bool] {
        let scale = 1.5
        let size = size
        let width = Int32(min(8000, (size.width * scale).rounded(.up)))
        let height = Int32(min(8000, (size.height * scale).rounded(.up)))
        guard width > 0, height > 0, let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height) else {
            return boxes.map { _ in true }
        }
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else { return boxes.map { _ in true } }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        poppler_page_render(handle, context)
        let status = cairo_status(context)
        cairo_destroy(context)
        cairo_surface_flush(surface)
        guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            return boxes.map { _ in true }
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        return boxes.map { box in
            let x0 = max(0, Int(box.x * scale))
            let x1 = min(Int(width), Int(box.maxX * scale))
            let y0 = max(0, Int(box.y * scale))
            let y1 = min(Int(height), Int(box.maxY * scale))
            guard x0 < x1, y0 < y1 else { return false }
            // The paper is what most of the box is: a coloured cell without text is blank too.
            var counts = [Int](repeating: 0, count: 256)
            for y in y0..<y1 {
                for x in x0..<x1 { counts[Int(data[y * stride + x * 4 + 1])] += 1 }
            }
            let paper = counts.indices.max { counts[$0] < counts[$1] } ?? 255
            func isInk(_ x: Int, _ y: Int) -> Bool { abs(Int(data[y * stride + x * 4 + 1]) - paper) > 48 }
            // A line from one side of the box to the other is a ruling that runs a little beside the cell's outline:
            // no character is as tall or as wide as its cell.
            let columns = (x0..<x1).filter { x in !(y0..<y1).allSatisfy { isInk(x, $0) } }
            let rows = (y0..<y1).filter { y in !(x0..<x1).allSatisfy { isInk($0, y) } }
            var different = 0
            for y in rows { for x in columns where isInk(x, y) { different += 1 } }
            return different > 1
        }
    }
}
