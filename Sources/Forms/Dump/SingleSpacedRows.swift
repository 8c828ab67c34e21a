import ReportModel

/// The rows of a text in which one space parts the cells, blank ones too: two spaces hold a blank cell between them.
///
/// A row is one only where it comes to all of its figures and blanks that way: spaces at the end of a line get lost.
struct SingleSpacedRows {
    /// How many figures and blanks rows have; the applications' vouch for the others.
    private static let counts = [applications, 3, 2]
    private static let applications = 7
    private static let disputes = 15
    private static let fewestRows = 8
    /// Rows that come to another number, for each that comes to the right one.
    private static let shareOfOthers = 2
    private static let longestLine = 200

    private let isFound: Bool

    init(_ lines: [String]) {
        var whole = 0
        var others = 0
        var blanks = 0
        for line in lines where line.utf8.first != 0x0C {
            let scalars = Array(line.unicodeScalars)
            guard let tail = Self.tail(of: scalars), tail.count > 3 else { continue }
            if tail.count == Self.applications { whole += 1 } else if tail.count != Self.disputes { others += 1 }
            if tail.contains(where: \.isEmpty) { blanks += 1 }
        }
        isFound = whole >= Self.fewestRows && whole >= others * Self.shareOfOthers && blanks > 0
    }

    /// The ends of the row's cells: that of its label, then one for each figure and blank. Nil for other lines.
    func cells(of scalars: [Unicode.Scalar]) -> [Range<Int>]? {
        guard isFound, let tail = Self.tail(of: scalars), let start = tail.first?.lowerBound else { return nil }
        // The one row without a label.
        if start == 0 { return tail.count == Self.disputes ? tail : nil }
        return Self.counts.contains(tail.count) ? [0..<(start - 1)] + tail : nil
    }

    /// What single spaces part behind the last word of a line; nil where there is nothing.
    private static func tail(of scalars: [Unicode.Scalar]) -> [Range<Int>]? {
        guard scalars.count <= longestLine else { return nil }
        var parts: [Range<Int>] = []
        var start = 0
        var hasFigure = false
        for end in 0...scalars.count where end == scalars.count || scalars[end] == " " {
            let part = scalars[start..<end]
            if part.contains(where: { $0 == "\t" || $0.isBar }) { return nil }
            if part.isEmpty || NumberText(part) != nil || NumberText.isMark(part) {
                parts.append(start..<end)
                hasFigure = hasFigure || !part.isEmpty
            } else {
                parts = []
                hasFigure = false
            }
            start = end + 1
        }
        // Single spaces at the end of a line are no cells.
        return hasFigure || parts.count >= 3 ? parts : nil
    }
}
