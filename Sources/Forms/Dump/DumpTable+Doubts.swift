import ReportModel

/// Doubts about whole rows, whatever their candidates.
extension DumpTable {
    /// Rows set in spaces that lack figures or do not add up, where other figures of the table are left over: those of
    /// a cell on a line of its own, digits of narrow cells.
    func withStrays(_ readings: [RowReading]) -> [RowReading] {
        readings.map { reading in
            guard hasStrays(beside: reading.runElements), reading.trace != .cell, let way = reading.candidates.first,
                reading.showsBlanks || reading.unkeptSums(way) > 0
            else { return reading }
            var reading = reading
            reading.doubt(RowReading.broken)
            return reading
        }
    }

    /// Off a page, on several lines: figures that are not those of the row, since its sum fails or other text stands
    /// before them. (414 in a narrow column was 41 and 4, and a blank total left room for both.)
    func isOutOfLine(_ run: RowRun, _ reading: RowReading) -> Bool {
        guard hasPages, Set(run.values.map(\.line)).count > 1 else { return false }
        if let label = run.label, let first = run.values.first, first.line - label.lastLine > Self.farthestCell {
            return true
        }
        return reading.candidates.contains { reading.unkeptSums($0) > 0 }
    }

    /// Where some row of a page came out of line, the order of 0 and 无 in the others is no more certain: no sum tells
    /// them apart.
    func withDisorder(_ readings: [RowReading]) -> [RowReading] {
        guard hasPages, readings.contains(where: { $0.doubts.contains(Self.rowIrregular) }) else { return readings }
        return readings.map { reading in
            guard reading.trace == .line, reading.doubts.isEmpty,
                reading.runElements.contains(where: { $0.value?.isMark ?? false })
            else { return reading }
            var reading = reading
            reading.doubt(Self.rowIrregular)
            return reading
        }
    }

    /// Off a page, one cell a line: where a row of a block lacks a figure, another may have it.
    func withUnevenRows(_ readings: [RowReading], _ block: FormBlock) -> [RowReading] {
        let size = block.columns.count
        guard hasPages, size > 1, readings.count > 1,
            readings.contains(where: { $0.trace == .line && $0.runElements.count { $0.value != nil } != size })
        else { return readings }
        return readings.map { reading in
            guard reading.trace == .line else { return reading }
            var reading = reading
            reading.doubt(Self.rowIrregular)
            return reading
        }
    }

    /// Off a page, the labels of rows that stand before the heads of their own columns: there the page's blocks came one
    /// after the other, and the cells of no row behind them need be in their order.
    var labelsBeforeHeads: [Int] {
        guard hasPages, definition.table == .disclosure else { return [] }
        return headGroups.compactMap { heads in
            guard let first = heads.first, first.target.role == .column else { return nil }
            return labels.last { $0.position < first.position }?.position
        }
    }

    /// Off a page, heads that end with their section's heading: the page was written from its foot, and what stands
    /// behind a label is its own only by chance.
    var isUpsideDown: Bool {
        guard hasPages, definition.table == .disclosure else { return false }
        func isSection(_ head: HeadLabel?) -> Bool { if case .block? = head?.target { true } else { false } }
        return headGroups.count { heads in
            !isSection(heads.first) && isSection(heads.last) && heads.contains { $0.target.role == .column }
        } > 1
    }

    /// An empty line parts the cells.
    private static let farthestCell = 2
}
