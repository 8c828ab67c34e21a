import LeptonicaBridge

/// Finds paper that a scanner of two tones has made of dots, and gives it its grey back.
struct DotScreen {
    let settings: ScanSettings

    /// The page in grey; nil where its paper is white, or it is grey already.
    func grey(of picture: Picture) -> Picture? {
        guard picture.depth == 1, isPaperDotted(picture) else { return nil }
        // The dots are pixels, however fine the picture is.
        return (0..<settings.screenPasses).reduce(picture.grey) { grey, _ in grey?.smoothed(reach: 1) }
    }

    /// Most of a page is paper.
    private func isPaperDotted(_ picture: Picture) -> Bool {
        guard let small = picture.reducedToGrey(by: 1 / settings.screenTile) else { return false }
        let values = small.greyValues(in: PixelBox(x: 0, y: 0, width: small.width, height: small.height))
        return 2 * values.count { Int($0) < settings.screenedPaper } > values.count
    }
}
