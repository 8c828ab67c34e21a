import LeptonicaBridge
import ReportModel

/// Where a page is white, in squares of a quarter of a character: what says of a place without lines around it that
/// nothing is written there.
struct WhitePlaces: Sendable {
    /// The squares' side, in pixels.
    private let side: Int
    private let columns: Int
    /// The part of the page that was looked at, in rows of squares.
    private let rows: Range<Int>
    /// For each square of these rows.
    private let isDark: [Bool]

    /// - Parameter range: the part of the page to look at, in rows of pixels.
    init(of page: CleanPage, within range: Range<Int>, settings: ScanSettings) {
        let side = max(2, Int(page.em / 4))
        let width = page.grey.width
        let columns = (width + side - 1) / side
        let height = page.grey.height
        let range = range.clamped(to: 0..<max(1, height))
        let rows = range.lowerBound / side..<(range.upperBound + side - 1) / side
        var isDark = [Bool](repeating: false, count: rows.count * columns)
        for row in rows {
            let squares = Self.darkSquares(of: page, row, side: side, columns: columns, settings: settings)
            isDark.replaceSubrange(
                (row - rows.lowerBound) * columns..<(row - rows.lowerBound + 1) * columns, with: squares)
        }
        self.side = side
        self.columns = columns
        self.rows = rows
        self.isDark = isDark
    }

    /// Those of one row: dark where the mean of a stroke's width is, as in a cell that looks blank, or where ink in
    /// colour lay.
    private static func darkSquares(
        of page: CleanPage, _ row: Int, side: Int, columns: Int, settings: ScanSettings
    ) -> [Bool] {
        let stroke = max(2, Int(page.em * 0.1))
        // A stroke's width more below, so that none falls between two rows.
        let box = PixelBox(x: 0, y: row * side, width: page.grey.width, height: side + stroke - 1)
        let grey = page.grey.greyValues(in: box)
        let colour = page.colour?.greyValues(in: box)
        var squares = [Bool](repeating: false, count: columns)
        let least = settings.faintGrey * stroke * stroke
        var sums = [Int](repeating: 0, count: box.width)
        for top in stride(from: 0, to: side, by: max(1, stroke / 2)) {
            for x in 0..<box.width {
                var sum = 0
                for y in top..<min(top + stroke, box.height) { sum += Int(grey[y * box.width + x]) }
                sums[x] = sum
            }
            var sum = 0
            for x in 0..<box.width {
                sum += sums[x]
                if x >= stroke { sum -= sums[x - stroke] }
                if x + 1 >= stroke, sum < least { squares[(x + 1 - stroke) / side] = true }
            }
        }
        if let colour {
            for y in 0..<min(side, box.height) {
                for x in 0..<box.width where colour[y * box.width + x] == 0 { squares[x / side] = true }
            }
        }
        return squares
    }

    /// Whether a box of the picture holds nothing at all. What was not looked at is not white.
    func isWhite(_ box: PixelBox) -> Bool {
        guard box.width > 0, box.height > 0, box.x >= 0, box.maxX <= columns * side else { return false }
        let own = box.y / side..<(box.maxY + side - 1) / side
        guard rows.lowerBound <= own.lowerBound, own.upperBound <= rows.upperBound, box.y >= 0 else { return false }
        for row in own {
            for column in box.x / side..<(box.maxX + side - 1) / side
            where isDark[(row - rows.lowerBound) * columns + column] {
                return false
            }
        }
        return true
    }
}
