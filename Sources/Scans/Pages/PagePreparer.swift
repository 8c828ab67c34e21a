import LeptonicaBridge

/// picture of a page → the same laid upright and level, paper white, ink black
struct PagePreparer {
    let settings: ScanSettings

    /// - Parameter quarters: quarter turns clockwise to make first.
    func prepare(_ page: PagePicture, quarters: Int) -> PreparedPage? {
        // A fax has twice as many dots across as down: make them square before anything is measured.
        let displayed = max(page.pixelsPerPoint.x, page.pixelsPerPoint.y)
        let ofSheet = page.pixelsPerSheetPoint
        let resolution = max(ofSheet.x, ofSheet.y)
        let positive = NegativePage(settings: settings).positive(of: page.grey) ?? page.grey
        let screened = DotScreen(settings: settings).grey(of: positive)
        guard resolution > 0,
            let square = squared(
                screened ?? positive, x: displayed / page.pixelsPerPoint.x, y: displayed / page.pixelsPerPoint.y),
            let turned = square.turned(quarters: quarters)
        else { return nil }
        var colour = page.colour.flatMap {
            squared($0, x: displayed / page.pixelsPerPoint.x, y: displayed / page.pixelsPerPoint.y)?
                .turned(quarters: quarters)
        }
        let white = whitened(turned, resolution)
        var grey = deepened(white) ?? white
        guard var ink = inked(grey) else { return nil }
        var angle = 0.0
        let skew = self.skew(of: ink, resolution)
        if abs(skew) > settings.smallSkew * .pi / 180 {
            angle = skew
            guard let level = grey.rotated(by: angle), let levelInk = inked(level) else { return nil }
            grey = level
            ink = levelInk
            colour = colour?.rotated(by: angle)
        }
        let placing = PreparedPage.Placing(
            quarters: quarters, angle: angle, width: Double(grey.width), height: Double(grey.height),
            pixelsPerPoint: displayed)
        let pieces = ink.componentBoxes(limit: 60_000)
        let em = em(of: pieces, resolution)
        let pale =
            colour == nil ? PaleInk(em: em, settings: settings).finding(grey: grey, ink: ink, pieces: pieces) : nil
        return PreparedPage(
            grey: grey, ink: ink, colour: colour, pale: pale, pixelsPerPoint: resolution, em: em, placing: placing,
            isBilevel: page.grey.depth == 1 && screened == nil,
            losesSigns: page.grey.depth == 1
                && 72 * min(ofSheet.x, ofSheet.y) < settings.resolutionOfSigns)
    }

    private func skew(of ink: Picture, _ pixelsPerPoint: Double) -> Double {
        let rough = ink.skew.flatMap { $0.confidence > 2 ? $0.angle : nil }
        let pieces = ink.componentBoxes(limit: 60_000)
        let fine = SkewFinder(em: em(of: pieces, pixelsPerPoint)).angle(of: pieces)
        guard let fine, abs(fine - (rough ?? fine)) < 0.02, abs(fine) < 0.12 else { return rough ?? 0 }
        return fine
    }

    private func squared(_ picture: Picture, x: Double, y: Double) -> Picture? {
        guard x > 1.02 || y > 1.02 else { return picture }
        return picture.scaled(x: x, y: y)
    }

    private func whitened(_ picture: Picture, _ pixelsPerPoint: Double) -> Picture {
        guard picture.depth == 8 else { return picture.grey ?? picture }
        return picture.paperMadeWhite(tile: Int(7 * pixelsPerPoint)) ?? picture
    }

    private func inked(_ grey: Picture) -> Picture? {
        // Thin strokes are grey, and half of a digit is another digit: the threshold lies as near to the paper as the
        // paper's own noise allows.
        let paper = paper(of: grey)
        return grey.inkBelow(paper.level - max(settings.inkDepth, Int(3.5 * paper.noise)))
    }

    /// A faint copy with its print as dark as others have it; nil where it is dark enough, or there is none to be seen.
    private func deepened(_ grey: Picture) -> Picture? {
        guard grey.depth == 8 else { return nil }
        let paper = paper(of: grey)
        let depth = paper.level - PageTones(of: grey).percentile(settings.leastPrint)
        guard depth < settings.faintPrint, Double(depth) > 5 * paper.noise + 10 else { return nil }
        let gain = Double(settings.usualPrint) / Double(depth)
        return grey.spread(
            paper.level - Int(Double(settings.whitePaper) / gain)...paper.level
                + Int(Double(255 - settings.whitePaper) / gain))
    }

    /// The grey of most of the page, and how much it varies.
    private func paper(of grey: Picture) -> (level: Int, noise: Double) {
        guard grey.depth == 8 else { return (settings.whitePaper, 0) }
        let tones = PageTones(of: grey)
        // A tenth of a page is ink at most; the paper's darker half starts after it.
        let level = tones.percentile(0.55)
        return (level, Double(level - tones.percentile(0.24)) / 0.84)
    }

    /// The height of a Chinese character on this page: most of the large pieces of ink are one, or a good part of one.
    private func em(of pieces: [PixelBox], _ pixelsPerPoint: Double) -> Double {
        let heights =
            pieces.filter {
                let height = Double($0.height) / pixelsPerPoint
                let width = Double($0.width) / pixelsPerPoint
                return height > 4.5 && height < 30 && width > 3.5 && width < 40
            }
            .map { Double($0.height) }
            .sorted()
        guard heights.count > 10 else { return 10.5 * pixelsPerPoint }
        return min(max(heights[heights.count * 3 / 4], 6 * pixelsPerPoint), 24 * pixelsPerPoint)
    }
}
