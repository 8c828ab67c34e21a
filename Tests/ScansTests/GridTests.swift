import GxTestSupport
import Testing

@testable import Scans

/// A table's lines as they would run over a picture that is bent and seen at a slant.
private struct BentTable {
    var rows: [Double]
    var columns: [Double]
    var bend: Double
    var slant: Double

    func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        let t = x / 1000
        return (x + slant * y, y + bend * 4 * t * (1 - t) + slant * x * y / 1000)
    }

    func horizontal(_ row: Int, from start: Double, to end: Double) -> FollowedLine {
        let points = stride(from: start, through: end, by: 10).map { place($0, rows[row]) }
        return line(points.map { .init(along: $0.x, across: $0.y) })
    }

    func vertical(_ column: Int, from start: Double, to end: Double) -> FollowedLine {
        let points = stride(from: start, through: end, by: 10).map { place(columns[column], $0) }
        return line(points.map { .init(along: $0.y, across: $0.x) })
    }

    private func line(_ points: [FollowedLine.Point]) -> FollowedLine {
        let start = points.first?.along ?? 0
        let end = points.last?.along ?? 0
        return FollowedLine(
            points: points, start: start, end: end, thickness: 2, longestStroke: end - start, drawnLength: end - start)
    }
}

struct GridTests {
    @Test func followsBentAndSlantedLines() throws {
        for seed in UInt64(1)...20 {
            var random = SeededGenerator(seed: seed)
            let rows = (0...9).map { Double($0) * 60 + Double.random(in: -8...8, using: &random) }
            let columns = (0...6).map { Double($0) * 150 + Double.random(in: -20...20, using: &random) }
            let table = BentTable(
                rows: rows, columns: columns, bend: .random(in: -25...25, using: &random),
                slant: .random(in: -0.015...0.015, using: &random))
            var group = LineGroup()
            for row in rows.indices {
                // Every third line leaves out the first column: a merged label.
                let start = row % 3 == 1 ? columns[1] : columns[0]
                group.horizontal.append(table.horizontal(row, from: start, to: columns[6]))
            }
            for column in columns.indices {
                group.vertical.append(table.vertical(column, from: rows[0], to: rows[9]))
            }
            let grid = try #require(GridBuilder(em: 30, drawnShare: 0.3).grid(of: group), "seed \(seed)")
            #expect(grid.rowEdges.count == 10, "seed \(seed)")
            #expect(grid.columnEdges.count == 7, "seed \(seed)")
            #expect(grid.cells.count == 54 - 3, "seed \(seed)")
            let corner = table.place(columns[3], rows[4])
            let found = grid.corners[4][3]
            #expect(abs(found.x - corner.x) < 3 && abs(found.y - corner.y) < 3, "seed \(seed)")
            // And back: the middle of a cell laid straight lies in that cell on the picture.
            for cell in grid.cells {
                let box = grid.straightBox(of: cell)
                let place = try #require(grid.actual(x: box.midX, y: box.midY))
                #expect(grid.contains(cell, x: place.x, y: place.y), "seed \(seed)")
            }
        }
    }

    @Test func closesASideThatIsMostlyDrawn() throws {
        let table = BentTable(rows: [0, 60, 120], columns: [0, 150, 300], bend: 0, slant: 0)
        var group = LineGroup()
        group.horizontal = [
            table.horizontal(0, from: 0, to: 300), table.horizontal(1, from: 0, to: 90),
            table.horizontal(1, from: 160, to: 300), table.horizontal(2, from: 0, to: 300),
        ]
        group.vertical = (0...2).map { table.vertical($0, from: 0, to: 120) }
        let grid = try #require(GridBuilder(em: 30, drawnShare: 0.3).grid(of: group))
        #expect(grid.cells.count == 4)
    }

    @Test func joinsPiecesOfOneLineOnly() {
        let table = BentTable(rows: [0, 60], columns: [0, 300], bend: 0, slant: 0)
        let pieces = [
            table.horizontal(0, from: 0, to: 100), table.horizontal(0, from: 110, to: 300),
            table.horizontal(1, from: 0, to: 300),
        ]
        let joiner = LineJoiner(em: 30, settings: ScanSettings())
        #expect(joiner.lines(pieces, gap: 18).count == 2)
        #expect(joiner.lines(pieces, gap: 5).count == 3)
    }

    @Test func leavesOutTheStrokesOfAHeading() {
        let table = BentTable(rows: [0, 60, 120], columns: [0, 150, 300], bend: 0, slant: 0)
        let horizontal = (0...2).map { table.horizontal($0, from: 0, to: 300) }
        let vertical = (0...2).map { table.vertical($0, from: 0, to: 120) }
        let stroke = BentTable(rows: [-40], columns: [70], bend: 0, slant: 0)
        let kept = CrossingFilter(em: 30, settings: ScanSettings()).lines(
            horizontal: horizontal + [stroke.horizontal(0, from: 50, to: 90)],
            vertical: vertical + [stroke.vertical(0, from: -40, to: -10)])
        #expect(kept.horizontal.count == 3)
        #expect(kept.vertical.count == 3)
    }
}
