import LeptonicaBridge

/// A line of a page as ink: 0 for paper to 1 for ink.
struct LineInk {
    let width: Int
    let height: Int
    let values: [Float]
    /// How many pixels of each column are ink.
    let columns: [Int]

    /// More than this is ink.
    static let threshold: Float = 0.4

    /// Nil where nothing stands out.
    init?(_ crop: InkCrop) {
        var counts = [Int](repeating: 0, count: 256)
        for value in crop.grey { counts[Int(value)] += 1 }
        func percentile(_ share: Double) -> Int {
            var sum = 0
            for (value, count) in counts.enumerated() {
                sum += count
                if Double(sum) > share * Double(crop.grey.count - 1) { return value }
            }
            return 255
        }
        let light = percentile(0.9)
        let dark = percentile(0.03)
        guard light - dark >= 20 else { return nil }
        let scale = 1 / Float(light - dark)
        let shades = (0..<256).map { min(max(Float(light - $0) * scale, 0), 1) }
        width = crop.width
        height = crop.height
        values = crop.grey.map { shades[Int($0)] }
        var columns = [Int](repeating: 0, count: crop.width)
        for y in 0..<crop.height {
            for x in 0..<crop.width where values[y * crop.width + x] > Self.threshold { columns[x] += 1 }
        }
        self.columns = columns
    }

    /// The box around the ink of some columns; nil where there is none.
    func box(of range: Range<Int>) -> PixelBox? {
        guard let left = range.first(where: { columns[$0] > 0 }), let right = range.last(where: { columns[$0] > 0 })
        else { return nil }
        func hasInk(_ y: Int) -> Bool {
            (left...right).contains { values[y * width + $0] > Self.threshold }
        }
        guard let top = (0..<height).first(where: hasInk), let bottom = (0..<height).last(where: hasInk) else {
            return nil
        }
        return PixelBox(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    }

    /// Where one character may end and another begin: beside every piece of ink, and where a piece too wide for one
    /// character is thinnest.
    func cuts(em: Double, within range: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        var end = range.lowerBound
        var x = range.lowerBound
        while x < range.upperBound {
            guard columns[x] > 0 else {
                x += 1
                continue
            }
            let start = x
            while x < range.upperBound, columns[x] > 0 { x += 1 }
            end = x
            cuts.append(start)
            if Double(end - start) > 1.05 * em { cuts += thinPlaces(start..<end, em, after: start) }
        }
        if !cuts.isEmpty { cuts.append(end) }
        return cuts
    }

    private func thinPlaces(_ run: Range<Int>, _ em: Double, after start: Int) -> [Int] {
        let reach = max(1, Int(0.12 * em))
        let margin = Int(0.3 * em)
        let most = run.map { columns[$0] }.max() ?? 0
        var places: [Int] = []
        guard run.count > 2 * margin else { return [] }
        for x in run.lowerBound + margin..<run.upperBound - margin {
            let around = max(run.lowerBound, x - reach)..<min(run.upperBound, x + reach + 1)
            guard columns[x] * 20 <= most * 9, around.allSatisfy({ columns[$0] >= columns[x] }),
                (places.last ?? start) < x - reach
            else { continue }
            places.append(x)
        }
        return places
    }
}
