/// The rows of a text in which exactly two spaces part the cells, blank ones too: two more for each.
///
/// On a page that was set in columns the spaces vary; here every row of a table comes to the same number of cells.
struct SpacedRows {
    /// How many cells a row can have, and how many such rows a text must hold.
    private static let sizes = [4: 4, ownCells: 8, 10: 8, 15: 3]
    /// A label and seven figures, where covered squares are not written; rows with another label before theirs, and those
    /// of the other tables, come to other numbers then.
    private static let ownCells = 8
    private static let besideOwnCells: Set = [4, 9, 15]

    private let counts: Set<Int>
    private let hasPages: Bool
    /// All spaces of the text come in twos, most of them alone: every cell was put behind the one before it that way.
    private let isEverywhere: Bool
    private static let fewestGaps = 10

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
        isEverywhere = !hasPages && Self.comeInTwos(lines)
        let known = Set(found.filter { $0.value >= Self.sizes[$0.key] ?? 0 }.keys)
        counts = known.contains(Self.ownCells) ? known.union(Self.besideOwnCells) : known
    }

    func contain(_ scalars: [Unicode.Scalar]) -> Bool {
        guard isEverywhere || !counts.isEmpty, let count = Self.cellCount(scalars) else { return false }
        if isEverywhere { return count > 1 }
        return counts.contains(count) && !(hasPages && Self.isLoneNumber(scalars))
    }

    private static func comeInTwos(_ lines: [String]) -> Bool {
        var gaps: [Int: Int] = [:]
        for line in lines where line.utf8.count < 1000 && line.contains("  ") {
            var spaces = 0
            // What a line begins with can be there to set it in.
            for scalar in line.unicodeScalars.drop(while: { $0 == " " }) {
                if scalar == " " {
                    spaces += 1
                    continue
                }
                if spaces > 1 { gaps[spaces, default: 0] += 1 }
                spaces = 0
            }
        }
        let all = gaps.values.reduce(0, +)
        return all >= fewestGaps && (gaps[2] ?? 0) * 2 >= all && gaps.keys.allSatisfy { $0 % 2 == 0 }
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
