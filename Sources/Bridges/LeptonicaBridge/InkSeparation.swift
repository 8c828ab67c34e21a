import CLeptonica

/// A colour picture parted into what is printed in black and where coloured ink lies.
public struct InkSeparation {
    /// The brightest of red, green and blue at each place, and paper where the ink is coloured and not dark: red and
    /// blue seals vanish, black under them stays.
    public var grey: Picture
    /// Where coloured ink lies; nil where there is next to none.
    public var colour: Picture?

    /// How far the channels must be apart for a colour, of 255.
    static let colourful: UInt32 = 48
    /// Coloured ink brighter than this is made brighter still, the more so the brighter it is: ink of a seal ends as
    /// paper, black under a seal does not.
    static let dark: UInt32 = 100

    /// From a surface of cairo's (RGB24 or ARGB32): one 32 bit word a pixel, red in the third byte.
    public init?(width: Int, height: Int, stride: Int, words: UnsafeRawPointer) {
        self.init(width: width, height: height) { y in
            words + y * stride
        } shift: {
            $0
        }
    }

    /// From a picture of any depth; the picture itself where it has no colours.
    public static func of(_ picture: Picture) -> InkSeparation? {
        guard picture.depth == 32 else { return InkSeparation(grey: picture, colour: nil) }
        guard let data = picture.pix.pointee.data else { return nil }
        let wpl = Int(picture.pix.pointee.wpl)
        // leptonica keeps red in the highest byte.
        return InkSeparation(width: picture.width, height: picture.height) { y in
            UnsafeRawPointer(data + y * wpl)
        } shift: {
            $0 >> 8
        }
    }

    private init(grey: Picture, colour: Picture?) {
        self.grey = grey
        self.colour = colour
    }

    private init?(
        width: Int, height: Int, row: (Int) -> UnsafeRawPointer, shift: (UInt32) -> UInt32
    ) {
        guard width > 0, height > 0, let grey = pixCreate(Int32(width), Int32(height), 8),
            let colour = pixCreate(Int32(width), Int32(height), 1)
        else { return nil }
        self.grey = Picture(taking: grey)
        let mask = Picture(taking: colour)
        let greyLine = Int(grey.pointee.wpl)
        let colourLine = Int(colour.pointee.wpl)
        var coloured = 0
        for y in 0..<height {
            let source = row(y)
            let greyWords = grey.pointee.data + y * greyLine
            let colourWords = colour.pointee.data + y * colourLine
            for x in 0..<width {
                let word = shift(source.loadUnaligned(fromByteOffset: x * 4, as: UInt32.self))
                let red = word >> 16 & 255
                let green = word >> 8 & 255
                let blue = word & 255
                let high = max(red, green, blue)
                var value = high
                if high - min(red, green, blue) > Self.colourful {
                    coloured += 1
                    colourWords[x >> 5] |= 1 << UInt32(31 - (x & 31))
                    if high > Self.dark { value = min(255, high + (high - Self.dark) / 2) }
                }
                greyWords[x >> 2] |= value << UInt32(24 - 8 * (x & 3))
            }
        }
        self.colour = coloured * 20_000 > width * height ? mask : nil
    }
}
