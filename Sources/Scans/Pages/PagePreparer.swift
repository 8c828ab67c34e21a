import LeptonicaBridge

/// picture of a page → the same laid upright and level, paper white, ink black
struct PagePreparer {
    let settings: ScanSettings

    /// - Parameter quarters: quarter turns clockwise to make first.
    func prepare(_ page: PagePicture, quarters: Int) -> PreparedPage? {
        // A fax has twice as many dots across as down: make them square before anything is measured.
        let resolution = max(page.pixelsPerPoint.x, page.pixelsPerPoint.y)
        guard resolution > 0,
            let square = squared(
                page.grey, x: resolution / page.pixelsPerPoint.x, y: resolution / page.pixelsPerPoint.y),
            let turned = square.turned(quarters: quarters)
        else { return nil }
        var colour = page.colour.flatMap {
            squared($0, x: resolution / page.pixelsPerPoint.x, y: resolution / page.pixelsPerPoint.y)?
                .turned(quarters: quarters)
        }
        var grey = whitened(turned, resolution)
        guard var ink = inked(grey) else { return nil }
        var angle = 0.0
        if let skew = ink.skew, abs(skew.angle) > settings.smallSkew * .pi / 180, skew.confidence > 2 {
            angle = skew.angle
            guard let level = grey.rotated(by: angle), let levelInk = inked(level) else { return nil }
            grey = level
            ink = levelInk
            colour = colour?.rotated(by: angle)
        }
        let placing = PreparedPage.Placing(
            quarters: quarters, angle: angle, width: Double(grey.width), height: Double(grey.height),
            pixelsPerPoint: resolution)
        return PreparedPage(
            grey: grey, ink: ink, colour: colour, pixelsPerPoint: resolution, em: em(of: ink, resolution),
            placing: placing)
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
        // Paper is at 230 now. Thin strokes at low resolution are grey: the threshold leans towards the paper.
        grey.inkBelow(min(max(grey.greyBetweenInkAndPaper ?? 160, 130), 180))
    }

    /// The height of a Chinese character on this page: most of the large pieces of ink are one, or a good part of one.
    private func em(of ink: Picture, _ pixelsPerPoint: Double) -> Double {
        let heights = ink.componentBoxes(limit: 60_000)
            .filter {
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
