private import CPoppler
public import ReportModel

extension PopplerPage {
    /// Renders the page and tells for each box whether anything darker than paper lies inside it.
    ///
    /// poppler_page_render. At 108 dpi the thinnest digit stroke still leaves a trace.
    public func hasInk(in boxes: [Box]) -> [Bool] {
        let scale = 1.5
        let size = size
        let surface = PageSurface(
            width: min(8000, (size.width * scale).rounded(.up)), height: min(8000, (size.height * scale).rounded(.up))
        ) { context in
            cairo_scale(context, scale, scale)
            poppler_page_render(handle, context)
        }
        guard let surface, let data = surface.pixels else { return boxes.map { _ in true } }
        return withExtendedLifetime(surface) { ink(in: boxes, scale, surface, data) }
    }

    private func ink(
        in boxes: [Box], _ scale: Double, _ surface: PageSurface, _ data: UnsafeMutablePointer<UInt8>
    ) -> [Bool] {
        let width = surface.width
        let height = surface.height
        let stride = surface.stride
        return boxes.map { box in
            let x0 = max(0, Int(box.x * scale))
            let x1 = min(width, Int(box.maxX * scale))
            let y0 = max(0, Int(box.y * scale))
            let y1 = min(height, Int(box.maxY * scale))
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
