import CLeptonica

/// A raster picture held by leptonica: 1 bit, 8 bit grey or 32 bit colour. Never changed once made; not to be shared
/// between threads, since leptonica counts references without locks.
public final class Picture {
    let pix: UnsafeMutablePointer<PIX>

    init(taking pix: UnsafeMutablePointer<PIX>) {
        self.pix = pix
    }

    /// Nil where leptonica gave nothing: it does so when out of memory or on a size it refuses.
    convenience init?(taking pix: UnsafeMutablePointer<PIX>?) {
        guard let pix else { return nil }
        self.init(taking: pix)
    }

    deinit {
        var handle: UnsafeMutablePointer<PIX>? = pix
        pixDestroy(&handle)
    }

    public var width: Int { Int(pix.pointee.w) }
    public var height: Int { Int(pix.pointee.h) }
    /// Bits a pixel: 1, 8 or 32.
    public var depth: Int { Int(pix.pointee.d) }
    /// Dots per inch as the file names them, 0 where it names none.
    public var horizontalResolution: Int { Int(pix.pointee.xres) }
    public var verticalResolution: Int { Int(pix.pointee.yres) }

    /// A grey picture from its pixels, row by row; nil where the count does not fit. pixCreate
    public convenience init?(width: Int, height: Int, grey: [UInt8]) {
        guard width > 0, height > 0, width <= 1 << 16, height <= 1 << 16, grey.count == width * height,
            let pix = pixCreate(Int32(width), Int32(height), 8)
        else { return nil }
        self.init(taking: pix)
        grey.withUnsafeBufferPointer { source in
            for y in 0..<height {
                Self.writeRow(pix, y, width) { source[y * width + $0] }
            }
        }
    }

    /// A grey picture from the first channel of four (blue, green, red, unused), as cairo keeps them, taking the
    /// brightest of the three: red and blue ink vanish, black stays.
    public static func brightestChannel(
        width: Int, height: Int, stride: Int, bytes: UnsafeRawPointer
    ) -> Picture? {
        guard width > 0, height > 0, let pix = pixCreate(Int32(width), Int32(height), 8) else { return nil }
        for y in 0..<height {
            let row = bytes + y * stride
            writeRow(pix, y, width) { x in
                let pixel = row.loadUnaligned(fromByteOffset: x * 4, as: UInt32.self)
                return UInt8(max(pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255))
            }
        }
        return Picture(taking: pix)
    }

    private static func writeRow(
        _ pix: UnsafeMutablePointer<PIX>, _ y: Int, _ width: Int, _ pixel: (Int) -> UInt8
    ) {
        // leptonica keeps four pixels in a 32 bit word, the first in the highest byte.
        let words = pix.pointee.data + y * Int(pix.pointee.wpl)
        var x = 0
        while x < width {
            var word: UInt32 = 0
            for k in 0..<4 where x + k < width { word |= UInt32(pixel(x + k)) << UInt32(24 - 8 * k) }
            words[x / 4] = word
            x += 4
        }
    }

    /// The grey values of a part, row by row; white outside the picture. A 1 bit picture gives 0 for ink, else 255.
    public func greyValues(in box: PixelBox) -> [UInt8] {
        guard box.width > 0, box.height > 0 else { return [] }
        var values = [UInt8](repeating: 255, count: box.width * box.height)
        let wpl = Int(pix.pointee.wpl)
        let x0 = max(0, box.x)
        let x1 = min(width, box.maxX)
        guard x0 < x1, let data = pix.pointee.data else { return values }
        let y0 = max(0, box.y)
        for y in y0..<max(y0, min(height, box.maxY)) {
            let words = data + y * wpl
            var target = (y - box.y) * box.width + x0 - box.x
            switch depth {
            case 1:
                for x in x0..<x1 {
                    values[target] = words[x >> 5] >> UInt32(31 - (x & 31)) & 1 == 1 ? 0 : 255
                    target += 1
                }
            case 8:
                for x in x0..<x1 {
                    values[target] = UInt8(truncatingIfNeeded: words[x >> 2] >> UInt32(24 - 8 * (x & 3)))
                    target += 1
                }
            default: return values
            }
        }
        return values
    }

    /// How many pixels of a 1 bit picture are ink. pixCountPixels
    public var inkCount: Int {
        var count: Int32 = 0
        return depth == 1 && pixCountPixels(pix, &count, nil) == 0 ? Int(count) : 0
    }

    /// The library's own version.
    public static var linkedVersion: String {
        guard let text = getLeptonicaVersion() else { return "" }
        defer { lept_free(text) }
        let version = String(cString: text)
        return version.hasPrefix("leptonica-") ? String(version.dropFirst("leptonica-".count)) : version
    }

    /// Hands the C handle to another bridge for the length of one call.
    public func withHandle<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        body(OpaquePointer(pix))
    }
}

/// A box in whole pixels.
public struct PixelBox: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public var maxX: Int { x + width }
    public var maxY: Int { y + height }
}
