/// Where figures stand below their headers: all at the same edge, or all in the middle, as one printer sets a row.
enum FigureAnchors {
    /// Which header each figure stands under; nil where one stands under none, or two under one.
    ///
    /// Without lines a column has no edges, and a figure set left can be nearer to the header before its own.
    ///
    /// - Parameters:
    ///   - figures: how far each reaches across the page, from left to right.
    ///   - headers: the same of the headers.
    ///   - guesses: the header that each figure was put under; most are right.
    static func homes(
        of figures: [ClosedRange<Double>], under headers: [ClosedRange<Double>], guesses: [Int]
    ) -> [Int]? {
        let middles = headers.map(\.middle)
        guard headers.count > 1, figures.count == guesses.count, guesses.allSatisfy(headers.indices.contains),
            let pitch = zip(middles, middles.dropFirst()).map({ $1 - $0 }).min(), pitch > 0
        else { return nil }
        guard figures.count >= fewest else {
            return zip(figures, guesses).allSatisfy { $0.overlaps(headers[$1]) } ? guesses : nil
        }
        let anchors: [(ClosedRange<Double>) -> Double] = [\.lowerBound, \.middle, \.upperBound]
        let settings = anchors.map { anchor in
            let offsets = zip(figures, guesses).map { anchor($0) - middles[$1] }
            let usual = median(offsets)
            return (anchor: anchor, usual: usual, spread: median(offsets.map { abs($0 - usual) }))
        }
        guard let best = settings.min(by: { $0.spread < $1.spread }) else { return nil }
        let homes = figures.map { figure in
            let place = best.anchor(figure) - best.usual
            let nearest = middles.indices.min { abs(middles[$0] - place) < abs(middles[$1] - place) } ?? 0
            return abs(middles[nearest] - place) < near * pitch ? nearest : -1
        }
        let areApart = zip(homes, homes.dropFirst()).allSatisfy { $0 < $1 }
        return areApart && !homes.contains(-1) ? homes : nil
    }

    /// Figures from which one can see how the printer sets them.
    private static let fewest = 3
    /// Of the way between headers: how far from its place a figure can be.
    private static let near = 0.35

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
