import CLeptonica

extension Picture {
    /// A part of the picture; nil where it lies outside. pixClipRectangle
    public func cropped(to box: PixelBox) -> Picture? {
        guard let rectangle = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height)) else {
            return nil
        }
        var handle: UnsafeMutablePointer<BOX>? = rectangle
        defer { boxDestroy(&handle) }
        return Picture(taking: pixClipRectangle(pix, rectangle, nil))
    }

    /// Scaled, smoothly where grey. pixScale
    public func scaled(x: Double, y: Double) -> Picture? {
        guard x > 0, y > 0, Double(width) * x < 60_000, Double(height) * y < 60_000 else { return nil }
        return Picture(taking: pixScale(pix, Float(x), Float(y)))
    }

    /// Shrunk by a whole number, grey out of 1 bit. pixScaleToGray
    public func reducedToGrey(by factor: Double) -> Picture? {
        depth == 1 ? Picture(taking: pixScaleToGray(pix, Float(factor))) : scaled(x: factor, y: factor)
    }

    /// Turned by quarter turns clockwise. pixRotateOrth
    public func turned(quarters: Int) -> Picture? {
        let turns = ((quarters % 4) + 4) % 4
        return turns == 0 ? self : Picture(taking: pixRotateOrth(pix, Int32(turns)))
    }

    /// Turned by a small angle clockwise, in radians, about the middle, white brought in at the edges. The size stays.
    /// pixRotate
    public func rotated(by angle: Double) -> Picture? {
        Picture(
            taking: pixRotate(
                pix, Float(angle), Int32(depth == 1 ? L_ROTATE_SHEAR : L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0,
                0))
    }

    /// The turn, in radians clockwise, that makes lines of text level, with leptonica's confidence. pixFindSkew
    public var skew: (angle: Double, confidence: Double)? {
        var angle: Float = 0
        var confidence: Float = 0
        guard depth == 1, pixFindSkew(pix, &angle, &confidence) == 0 else { return nil }
        return (Double(angle) * .pi / 180, Double(confidence))
    }
}
