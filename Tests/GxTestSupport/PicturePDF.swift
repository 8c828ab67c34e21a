/// A PDF whose pages are JPEG pictures and nothing else, as a scanner writes it.
public struct PicturePDF {
    private let jpegs: [[UInt8]]
    private let width: Int
    private let height: Int

    /// - Parameters: width and height of the pages in points.
    public init(jpegs: [[UInt8]], width: Int, height: Int) {
        self.jpegs = jpegs
        self.width = width
        self.height = height
    }

    public var bytes: [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var offsets: [Int] = []
        func add(_ head: String, _ content: [UInt8]? = nil) {
            offsets.append(bytes.count)
            bytes += Array("\(offsets.count) 0 obj\n".utf8)
            if let content {
                bytes += Array("<< \(head) /Length \(content.count) >>\nstream\n".utf8) + content
                bytes += Array("\nendstream".utf8)
            } else {
                bytes += Array("<< \(head) >>".utf8)
            }
            bytes += Array("\nendobj\n".utf8)
        }
        let kids = jpegs.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        add("/Type /Catalog /Pages 2 0 R")
        add("/Type /Pages /Kids [\(kids)] /Count \(jpegs.count)")
        for (index, jpeg) in jpegs.enumerated() {
            let page = 3 + 3 * index
            let size = Self.size(of: jpeg)
            add(
                "/Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(page + 1) 0 R "
                    + "/Resources << /XObject << /P \(page + 2) 0 R >> >>")
            add("", Array("\(width) 0 0 \(height) 0 0 cm /P Do".utf8))
            add(
                "/Type /XObject /Subtype /Image /Width \(size.width) /Height \(size.height) "
                    + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", jpeg)
        }
        let start = bytes.count
        bytes += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            bytes += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
        }
        bytes += Array("trailer << /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }

    /// From the frame header of a JPEG file.
    private static func size(of jpeg: [UInt8]) -> (width: Int, height: Int) {
        var offset = 2
        while offset + 9 < jpeg.count, jpeg[offset] == 0xFF {
            let marker = jpeg[offset + 1]
            if (0xC0...0xC2).contains(marker) {
                return (
                    Int(jpeg[offset + 7]) << 8 | Int(jpeg[offset + 8]),
                    Int(jpeg[offset + 5]) << 8 | Int(jpeg[offset + 6])
                )
            }
            offset += 2 + (Int(jpeg[offset + 2]) << 8 | Int(jpeg[offset + 3]))
        }
        return (0, 0)
    }
}
