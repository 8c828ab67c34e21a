import CLeptonica

extension Picture {
    /// Grey, the brightest of the three channels: red and blue ink vanish, black stays. pixConvertRGBToGrayMinMax
    public var brightestChannel: Picture? {
        switch depth {
        case 32: Picture(taking: pixConvertRGBToGrayMinMax(pix, Int32(L_CHOOSE_MAX)))
        case 8: self
        default: nil
        }
    }

    /// Grey by weight of the channels. pixConvertRGBToGray
    public var luminance: Picture? {
        switch depth {
        case 32: Picture(taking: pixConvertRGBToGray(pix, 0, 0, 0))
        case 8: self
        default: nil
        }
    }

    /// Grey whatever it was; a 1 bit picture becomes 0 and 255. pixConvertTo8
    public var grey: Picture? {
        switch depth {
        case 1: Picture(taking: pixConvert1To8(nil, pix, 255, 0))
        case 8: self
        default: luminance
        }
    }

    /// White for black. pixInvert
    public var inverted: Picture? { Picture(taking: pixInvert(nil, pix)) }

    /// The greys from one to another spread over all there are. pixGammaTRC
    ///
    /// - Parameter range: it may reach below black and above white.
    public func spread(_ range: ClosedRange<Int>) -> Picture? {
        guard depth == 8, range.lowerBound < range.upperBound else { return nil }
        return Picture(taking: pixGammaTRC(nil, pix, 1, Int32(range.lowerBound), Int32(range.upperBound)))
    }

    /// The mean of a square around each place. pixBlockconv
    ///
    /// - Parameter reach: of the square, in pixels to each side.
    public func smoothed(reach: Int) -> Picture? {
        guard depth == 8 else { return nil }
        return Picture(taking: pixBlockconv(pix, Int32(max(1, reach)), Int32(max(1, reach))))
    }

    /// The paper made evenly white, however the light fell. pixBackgroundNorm
    ///
    /// - Parameter tile: the side of the squares in which the paper is looked for, in pixels.
    public func paperMadeWhite(tile: Int) -> Picture? {
        guard depth == 8 else { return nil }
        let size = Int32(max(4, tile))
        return Picture(
            taking: pixBackgroundNorm(pix, nil, nil, size, size, 100, size * size / 3, 230, 2, 2))
    }

    /// Ink where the picture is darker than a fixed grey. pixThresholdToBinary
    public func inkBelow(_ threshold: Int) -> Picture? {
        switch depth {
        case 1: self
        case 8: Picture(taking: pixThresholdToBinary(pix, Int32(min(max(threshold, 0), 256))))
        default: nil
        }
    }

    /// Ink against what lies around it. pixSauvolaBinarizeTiled
    public func inkByNeighbourhood(halfWindow: Int, factor: Double) -> Picture? {
        guard depth == 8 else { return nil }
        var result: UnsafeMutablePointer<PIX>?
        guard
            pixSauvolaBinarizeTiled(pix, Int32(max(2, halfWindow)), Float(factor), 1, 1, nil, &result) == 0
        else { return nil }
        return Picture(taking: result)
    }

    /// The grey that best parts ink from paper, and how far apart they are (0 to 1). pixSplitDistributionFgBg
    public var greyBetweenInkAndPaper: Int? {
        guard depth == 8 else { return nil }
        var threshold: Int32 = 0
        var ink: Int32 = 0
        var paper: Int32 = 0
        guard pixSplitDistributionFgBg(pix, 0.1, 1, &threshold, &ink, &paper, nil) == 0 else { return nil }
        return Int(threshold)
    }
}
