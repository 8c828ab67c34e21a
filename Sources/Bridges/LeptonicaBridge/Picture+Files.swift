import CLeptonica
public import SystemBridge

/// Why a picture file could not be read.
public enum PictureFailure: Error, Sendable {
    case damaged
    /// Width and height in pixels, over the limit.
    case tooLarge(width: Int, height: Int)
}

extension Picture {
    /// The largest picture that is decoded: A4 at 600 dpi has 35 million pixels, A3 70.
    public static let pixelLimit = 160_000_000

    /// Keeps leptonica from writing to standard error. setMsgSeverity
    private static let silence: Void = { _ = setMsgSeverity(Int32(L_SEVERITY_NONE)) }()

    /// Decodes PNG, JPEG, TIFF or WebP from memory; the size is looked at first. pixReadHeaderMem, pixReadMem,
    /// pixReadMemTiff
    ///
    /// - Parameter page: of a TIFF file, from 0.
    public static func decoding(_ bytes: SharedBytes, page: Int = 0) throws(PictureFailure) -> Picture {
        _ = silence
        var format: Int32 = 0
        var width: Int32 = 0
        var height: Int32 = 0
        var bits: Int32 = 0
        var samples: Int32 = 0
        var map: Int32 = 0
        let start = bytes.start.assumingMemoryBound(to: UInt8.self)
        let isTIFF = isTIFF(bytes)
        if isTIFF {
            var resolution: Int32 = 0
            guard
                readHeaderMemTiff(
                    start, bytes.count, Int32(page), &width, &height, &bits, &samples, &resolution, &map, &format) == 0
            else { throw .damaged }
        } else {
            guard pixReadHeaderMem(start, bytes.count, &format, &width, &height, &bits, &samples, &map) == 0 else {
                throw .damaged
            }
        }
        guard width > 0, height > 0 else { throw .damaged }
        let (pixels, overflow) = Int(width).multipliedReportingOverflow(by: Int(height))
        guard !overflow, pixels <= pixelLimit, width < 40_000, height < 40_000 else {
            throw .tooLarge(width: Int(width), height: Int(height))
        }
        let pix = isTIFF ? pixReadMemTiff(start, bytes.count, Int32(page)) : pixReadMem(start, bytes.count)
        guard let picture = Picture(taking: pix), let plain = picture.withoutColourMap else { throw .damaged }
        return plain
    }

    private static func isTIFF(_ bytes: SharedBytes) -> Bool {
        let mark = bytes.prefix(2)
        return mark == [0x49, 0x49] || mark == [0x4D, 0x4D]
    }

    /// How many pages a TIFF file has; 1 for any other. tiffGetCount
    public static func pageCount(of bytes: SharedBytes, limit: Int) -> Int {
        _ = silence
        guard isTIFF(bytes) else { return 1 }
        let start = bytes.start.assumingMemoryBound(to: UInt8.self)
        var count = 0
        var width: Int32 = 0
        var height: Int32 = 0
        var bits: Int32 = 0
        var samples: Int32 = 0
        var map: Int32 = 0
        var format: Int32 = 0
        var resolution: Int32 = 0
        while count <= limit,
            readHeaderMemTiff(
                start, bytes.count, Int32(count), &width, &height, &bits, &samples, &resolution, &map, &format) == 0
        {
            count += 1
        }
        return count
    }

    /// 1, 8 or 32 bits, whatever the file holds. pixConvertTo8Or32, pixConvertTo1
    private var withoutColourMap: Picture? {
        if depth == 1, pix.pointee.colormap == nil { return self }
        if let opaque = spp == 4 ? Picture(taking: pixAlphaBlendUniform(pix, 0xFFFF_FF00)) : self {
            return Picture(taking: pixConvertTo8Or32(opaque.pix, Int32(L_CLONE), 1))
        }
        return nil
    }

    private var spp: Int { Int(pix.pointee.spp) }

    /// The picture as PNG: what a reviewer is shown, and what we look at while tuning. pixWriteMemPng
    public var png: [UInt8] {
        var data: UnsafeMutablePointer<UInt8>?
        var size = 0
        guard pixWriteMemPng(&data, &size, pix, 0) == 0, let data else { return [] }
        defer { lept_free(data) }
        return Array(UnsafeBufferPointer(start: data, count: size))
    }
}
