/// The rows of a text in which exactly two spaces part the cells, blank ones too: two more for each.
///
/// On a page that was set in columns the spaces vary; here every row of a table comes to the same number of cells.
struct SpacedRows {
    /// How many cells a row can have, and how many such rows a text must hold.
    private static let sizes = [4: 4, 10: 8, 15: 3]

    private let counts: Set<Int>
    private let hasPages: Bool

    init(_ lines: [String]) {
        var found: [Int: Int] = [:]
        let hasPages = lines.contains { $0.utf8.first == 0x0C }
        for line in lines where line.utf8.count < 1000 && line.contains("  ") {
            let scalars = Array(line.unicodeScalars)
            guard let count = Self.cellCount(scalars), Self.sizes[count] != nil else { continue }
            // What pages are set in comes to as many cells by chance, most of them blank.
            if hasPages, 2 * scalars.split(whereSeparator: \.isSpace).count < count { continue }
            found[count, default: 0] += 1
        }
        self.hasPages = hasPages
        counts = Set(found.filter { $0.value >= Self.sizes[$0.key] ?? 0 }.keys)
    }

    func contain(_ scalars: [Unicode.Scalar]) -> Bool {
        guard !counts.isEmpty, let count = Self.cellCount(scalars) else { return false }
        return counts.contains(count) && !(hasPages && Self.isLoneNumber(scalars))
    }

    /// On a page, a number alone in the middle of its line is the page's, and no row of blanks that ends in a figure.
    private static func isLoneNumber(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.allSatisfy { $0.isDigit || $0.isSpace }
            && scalars.split(whereSeparator: \.isSpace).count == 1
    }

    /// Nil where the spaces do not come in twos.
    private static func cellCount(_ scalars: [Unicode.Scalar]) -> Int? {
        var count = 1
        var spaces = 0
        for scalar in scalars + ["."] {
            if scalar == " " {
                spaces += 1
                continue
            }
            if scalar == "\t" || scalar.isBar { return nil }
            if spaces > 1 {
                guard spaces % 2 == 0 else { return nil }
                count += spaces / 2
            }
            spaces = 0
        }
        return count
    }

    static func isSeparator(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        scalars[index] == " " && index + 1 < scalars.count && scalars[index + 1] == " "
    }
}
