import LeptonicaBridge

/// Finds pages that are white on black: prints of films, and pictures whose file has its two tones the wrong way round.
struct NegativePage {
    let settings: ScanSettings

    /// The page black on white; nil where it is that already.
    ///
    /// A page that is merely dark has print darker still. A light sheet on a dark table is light over a large part.
    func positive(of picture: Picture) -> Picture? {
        guard let small = picture.reducedToGrey(by: 1 / settings.negativeTile) else { return nil }
        let tiles = small.greyValues(in: PixelBox(x: 0, y: 0, width: small.width, height: small.height))
        let range = range(of: picture)
        let middle = (range.lowerBound + range.upperBound) / 2
        guard range.count > 2 * settings.inkDepth,
            Double(tiles.count { Int($0) > middle }) < settings.lightestNegative * Double(tiles.count)
        else { return nil }
        return picture.inverted
    }

    /// From the page's ink to its paper.
    private func range(of picture: Picture) -> ClosedRange<Int> {
        guard picture.depth == 8 else { return 0...255 }
        let tones = PageTones(of: picture)
        let (dark, light) = (tones.percentile(0.002), tones.percentile(0.998))
        return dark...max(dark, light)
    }
}

/// How often each grey is on a page, from some of its rows.
struct PageTones {
    private var counts = [Int](repeating: 0, count: 256)
    private var total = 0

    init(of grey: Picture) {
        for y in stride(from: grey.height / 20, to: grey.height, by: max(1, grey.height / 60)) {
            for value in grey.greyValues(in: PixelBox(x: 0, y: y, width: grey.width, height: 1)) {
                counts[Int(value)] += 1
                total += 1
            }
        }
    }

    /// The grey that a share of the page is darker than.
    func percentile(_ share: Double) -> Int {
        var sum = 0
        for (value, count) in counts.enumerated() {
            sum += count
            if Double(sum) >= share * Double(total) { return value }
        }
        return 255
    }
}
