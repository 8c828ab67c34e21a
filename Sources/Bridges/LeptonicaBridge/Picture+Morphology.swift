import CLeptonica

/// One connected piece of ink.
public struct InkComponent: Sendable, Hashable {
    public var box: PixelBox
    /// Its own pixels.
    public var area: Int

    public init(box: PixelBox, area: Int) {
        self.box = box
        self.area = area
    }
}

extension Picture {
    /// Only what a brick of this size fits into; a long one in two steps, which leptonica may make a pixel or two
    /// shorter. pixOpenBrick, pixOpenCompBrick
    public func opened(width: Int, height: Int) -> Picture? {
        let (width, height) = (Int32(max(1, width)), Int32(max(1, height)))
        return max(width, height) < 16
            ? Picture(taking: pixOpenBrick(nil, pix, width, height))
            : Picture(taking: pixOpenCompBrick(nil, pix, width, height))
    }

    /// Gaps smaller than a brick of this size filled. pixCloseSafeBrick
    public func closed(width: Int, height: Int) -> Picture? {
        Picture(taking: pixCloseSafeBrick(nil, pix, Int32(max(1, width)), Int32(max(1, height))))
    }

    /// pixDilateBrick
    public func dilated(width: Int, height: Int) -> Picture? {
        Picture(taking: pixDilateBrick(nil, pix, Int32(max(1, width)), Int32(max(1, height))))
    }

    /// The ink of this picture that is not ink in the other. pixSubtract
    public func subtracting(_ other: Picture) -> Picture? {
        Picture(taking: pixSubtract(nil, pix, other.pix))
    }

    /// The ink of both. pixAnd
    public func intersecting(_ other: Picture) -> Picture? {
        Picture(taking: pixAnd(nil, pix, other.pix))
    }

    /// The ink of either. pixOr
    public func uniting(_ other: Picture) -> Picture? {
        Picture(taking: pixOr(nil, pix, other.pix))
    }

    /// All ink of the other picture that is connected with ink of this one. pixSeedfillBinary
    public func grown(within other: Picture) -> Picture? {
        Picture(taking: pixSeedfillBinary(nil, pix, other.pix, 8))
    }

    /// White in the grey picture wherever the mask has ink. pixSetMasked
    public func whitened(where mask: Picture) -> Picture? {
        guard let copy = pixCopy(nil, pix) else { return nil }
        pixSetMasked(copy, mask.pix, depth == 1 ? 0 : 255)
        return Picture(taking: copy)
    }

    /// A copy with these boxes white. pixClearInRect, pixSetInRect
    public func whitened(in boxes: [PixelBox]) -> Picture? {
        guard let copy = pixCopy(nil, pix) else { return nil }
        for box in boxes {
            var handle = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
            guard handle != nil else { continue }
            if depth == 1 { pixClearInRect(copy, handle) } else { pixSetInRect(copy, handle) }
            boxDestroy(&handle)
        }
        return Picture(taking: copy)
    }

    /// A 1 bit picture of the same size with ink in these boxes alone. pixCreate, pixSetInRect
    public func mask(of boxes: [PixelBox]) -> Picture? {
        guard let mask = pixCreate(Int32(width), Int32(height), 1) else { return nil }
        for box in boxes {
            var handle = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
            guard handle != nil else { continue }
            pixSetInRect(mask, handle)
            boxDestroy(&handle)
        }
        return Picture(taking: mask)
    }

    /// The connected pieces of ink, at most `limit`, in leptonica's raster order. pixConnComp
    ///
    /// - Parameter diagonal: whether pixels that meet at a corner only hang together.
    public func components(limit: Int, diagonal: Bool = true) -> [InkComponent] {
        guard depth == 1 else { return [] }
        var parts: UnsafeMutablePointer<PIXA>?
        var boxes = pixConnComp(pix, &parts, diagonal ? 8 : 4)
        defer {
            boxaDestroy(&boxes)
            pixaDestroy(&parts)
        }
        guard let parts else { return [] }
        let count = min(limit, Int(pixaGetCount(parts)))
        var result: [InkComponent] = []
        result.reserveCapacity(count)
        for index in 0..<count {
            guard let box = parts.pointee.boxa.pointee.box[index], let part = parts.pointee.pix[index] else { continue }
            var area: Int32 = 0
            guard pixCountPixels(part, &area, nil) == 0 else { continue }
            let b = box.pointee
            result.append(
                InkComponent(
                    box: PixelBox(x: Int(b.x), y: Int(b.y), width: Int(b.w), height: Int(b.h)), area: Int(area)))
        }
        return result
    }

    /// The boxes of the connected pieces of ink alone: several times faster. pixConnCompBB
    public func componentBoxes(limit: Int) -> [PixelBox] {
        guard depth == 1, var boxes = Optional(pixConnCompBB(pix, 8)) else { return [] }
        defer { boxaDestroy(&boxes) }
        guard let list = boxes else { return [] }
        return (0..<min(limit, Int(boxaGetCount(list)))).compactMap { index in
            list.pointee.box[index].map {
                PixelBox(
                    x: Int($0.pointee.x), y: Int($0.pointee.y), width: Int($0.pointee.w), height: Int($0.pointee.h))
            }
        }
    }

    /// Only the connected pieces of ink that are so wide or so high. pixSelectBySize
    public func pieces(atLeast side: Int) -> Picture? {
        depth != 1
            ? nil
            : Picture(
                taking: pixSelectBySize(
                    pix, Int32(side), Int32(side), 8, Int32(L_SELECT_IF_EITHER), Int32(L_SELECT_IF_GTE), nil))
    }

    /// How many pieces of ink there are, without looking at them. pixCountConnComp
    public var componentCount: Int {
        var count: Int32 = 0
        return depth == 1 && pixCountConnComp(pix, 8, &count) == 0 ? Int(count) : 0
    }
}
