import LeptonicaBridge

/// One connected piece of ink, without what else lies in its box.
struct ConnectedInk {
    let width: Int
    let height: Int
    /// Row by row.
    private(set) var isInk: [Bool]
    /// A place of its own on the picture.
    let start: (x: Int, y: Int)

    /// The one that the box goes around; nil where it cannot be told from others.
    init?(around box: PixelBox, in picture: Picture) {
        (width, height) = (box.width, box.height)
        let values = picture.greyValues(in: box)
        isInk = [Bool](repeating: false, count: values.count)
        guard values.count == width * height, let first = values.prefix(width).firstIndex(of: 0) else { return nil }
        start = (box.x + first, box.y)
        isInk[first] = true
        var open = [first]
        var (least, most, lowest) = (width, 0, 0)
        while let spot = open.popLast() {
            let (x, y) = (spot % width, spot / width)
            (least, most, lowest) = (min(least, x), max(most, x), max(lowest, y))
            for nextY in max(0, y - 1)...min(height - 1, y + 1) {
                for nextX in max(0, x - 1)...min(width - 1, x + 1) {
                    let next = nextY * width + nextX
                    guard values[next] == 0, !isInk[next] else { continue }
                    isInk[next] = true
                    open.append(next)
                }
            }
        }
        guard least == 0, most == width - 1, lowest == height - 1 else { return nil }
    }

    var area: Int { isInk.count { $0 } }

    /// How often it is passed by going along every row, and down every column.
    var passes: (rows: Int, columns: Int) {
        var (rows, columns) = (0, 0)
        for y in 0..<height {
            for x in 0..<width where isInk[y * width + x] {
                if x == 0 || !isInk[y * width + x - 1] { rows += 1 }
                if y == 0 || !isInk[(y - 1) * width + x] { columns += 1 }
            }
        }
        return (rows, columns)
    }
}
