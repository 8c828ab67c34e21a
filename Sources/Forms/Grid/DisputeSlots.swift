import ReportModel

/// Which of the fifteen figures of one row stand where the form has them, told by the headers on a scan without lines
/// that can be read, and by how far apart the figures stand where they cannot.
///
/// A figure below its own whole header is at home. Between two such figures with as many cells as the form has there,
/// each cell is at home that stands where it should: one that was lost, with a stray mark for it, would leave a gap.
struct DisputeSlots {
    /// One cell of the row, from left to right.
    struct Square {
        /// The column that a header above it names, from 0 to 4, where one does.
        var header: (column: Int, isWhole: Bool)?
        /// Whether the header stands right above the figure.
        var isBelowHeader: Bool
        /// The middle across the page of what is written in it, or of its header.
        var middle: Double?
    }

    /// Whether each of the fifteen is at home.
    let areAtHome: [Bool]

    /// Nil where there are not fifteen cells, or where a whole header speaks against their order.
    init?(_ squares: [Square]) {
        guard squares.count == 15 else { return nil }
        let whole = squares.indices.filter { squares[$0].header?.isWhole == true }
        let anchors = whole.filter { squares[$0].isBelowHeader }
        guard whole.allSatisfy({ squares[$0].header?.column == $0 % 5 }), anchors.count >= Self.fewest else {
            return nil
        }
        var areAtHome = squares.indices.map(anchors.contains)
        for (left, right) in zip(anchors, anchors.dropFirst()) where right > left + 1 {
            let between = squares[left...right]
            let middles = between.compactMap(\.middle)
            guard middles.count == between.count, let first = middles.first, let last = middles.last else { continue }
            let pitch = (last - first) / Double(right - left)
            let areEven = middles.indices.allSatisfy {
                abs(middles[$0] - first - Double($0) * pitch) < Self.near * pitch
            }
            guard areEven || right == left + 2 else { continue }
            for index in left...right { areAtHome[index] = true }
        }
        self.areAtHome = areAtHome
    }

    /// Headers that have to be whole.
    private static let fewest = 3
    /// Of the way from one figure to the next.
    private static let near = 0.3
}
