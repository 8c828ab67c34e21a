import ReportModel

/// The lines that a text's pages begin or end with, time and again: a table goes on over them.
enum RunningHeads {
    /// Makes noise of prose that stands first or last on more than one page, and of the pages' numbers.
    static func mark(in elements: inout [DumpElement], of lines: [String]) {
        let pages = pages(of: lines)
        let repeated = repeatedLines(pages, lines)
        let numbers = numberLines(pages, lines).union(fractionLines(pages, lines))
        for index in elements.indices {
            let element = elements[index]
            if element.isProse, repeated.contains(element.line) {
                elements[index].kind = .noise
                elements[index].letters = []
            } else if element.value != nil, numbers.contains(element.line) {
                elements[index].printed = lines[element.line - 1].trimmed
                elements[index].kind = .noise
                elements[index].letters = []
            }
        }
    }

    /// The printed lines of each page; numbers from 1.
    private static func pages(of lines: [String]) -> [[Int]] {
        var pages: [[Int]] = [[]]
        for (index, line) in lines.enumerated() {
            if line.utf8.first == 0x0C { pages.append([]) }
            if !line.isBlank { pages[pages.count - 1].append(index + 1) }
        }
        return pages
    }

    /// Alike at the ends of several pages, whose numbers stand beside them.
    private static func repeatedLines(_ pages: [[Int]], _ lines: [String]) -> Set<Int> {
        var ends: Set<Int> = []
        for (number, page) in pages.enumerated() {
            let texts = page.filter { !PageNumber.isOne(lines[$0 - 1]) }
            if let first = texts.first { ends.insert(first) }
            // The last page ends anywhere.
            if number + 1 < pages.count, let last = texts.last { ends.insert(last) }
        }
        var seen: [String: Int] = [:]
        for line in ends { seen[lines[line - 1].trimmed, default: 0] += 1 }
        return ends.filter { seen[lines[$0 - 1].trimmed, default: 0] > 1 }
    }

    private struct PageNumbering: Hashable {
        /// By how much the number is greater than that of the page, from 0.
        var offset: Int
        var isTop: Bool
    }

    /// The numbers that pages begin or end with, one more on each: no figures of a table.
    private static func numberLines(_ pages: [[Int]], _ lines: [String]) -> Set<Int> {
        var found: [PageNumbering: [Int]] = [:]
        for (number, page) in pages.enumerated() {
            for (line, isTop) in [(page.first, true), (page.last, false)] {
                guard let line, let value = loneNumber(lines[line - 1]) else { continue }
                found[PageNumbering(offset: value - number, isTop: isTop), default: []].append(line)
            }
        }
        // Figures at the ends of two pages can follow each other by chance.
        return Set(found.filter { $0.value.count >= ($0.key.offset == 1 ? 2 : 3) }.values.joined())
    }

    /// 1/4, 2/4, …: the pages' numbers among all of them, each alone on its line; wherever on its page the text has it.
    private static func fractionLines(_ pages: [[Int]], _ lines: [String]) -> Set<Int> {
        var found: [Int: [(line: Int, number: Int)]] = [:]
        for line in pages.joined() {
            let parts = lines[line - 1].split(separator: "/", omittingEmptySubsequences: false).map {
                loneNumber(String($0))
            }
            guard parts.count == 2, let number = parts[0], let count = parts[1], number > 0, number <= count else {
                continue
            }
            found[count, default: []].append((line, number))
        }
        let counted = found.filter { count, numbers in
            let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0.number < $1.number }
            return isRising && (count == pages.count || numbers.count > 1 && numbers.last?.number == count)
        }
        return Set(counted.values.joined().map(\.line))
    }

    private static func loneNumber(_ line: String) -> Int? {
        let digits = line.unicodeScalars.filter { !$0.isSpace }
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
        return NumberText(Array(digits))?.amount?.count
    }
}
