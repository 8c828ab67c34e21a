import ReportModel

/// The lines that a text's pages begin or end with, time and again: a table goes on over them.
enum RunningHeads {
    /// Makes noise of prose that stands first or last on more than one page.
    static func mark(in elements: inout [DumpElement], of lines: [String]) {
        var seen: [String: Int] = [:]
        let ends = ends(of: lines)
        for line in ends { seen[lines[line - 1].trimmed, default: 0] += 1 }
        let repeated = Set(ends.filter { seen[lines[$0 - 1].trimmed, default: 0] > 1 })
        for index in elements.indices where elements[index].isProse && repeated.contains(elements[index].line) {
            elements[index].kind = .noise
            elements[index].letters = []
        }
    }

    /// Makes noise of the numbers that pages begin or end with, one more on each: no figures of a table.
    static func markNumbers(in elements: inout [DumpElement], of lines: [String]) {
        var found: [PageNumbering: [Int]] = [:]
        var page: [Int] = []
        var number = 0
        func finishPage() {
            for (line, isTop) in [(page.first, true), (page.last, false)] {
                guard let line, let value = loneNumber(lines[line - 1]) else { continue }
                found[PageNumbering(offset: value - number, isTop: isTop), default: []].append(line)
            }
        }
        for (index, line) in lines.enumerated() {
            if line.utf8.first == 0x0C {
                finishPage()
                page = []
                number += 1
            }
            if !line.isBlank { page.append(index + 1) }
        }
        finishPage()
        // Figures at the ends of two pages can follow each other by chance.
        let numbers = Set(found.filter { $0.value.count >= ($0.key.offset == 1 ? 2 : 3) }.values.joined())
        for index in elements.indices where numbers.contains(elements[index].line) && elements[index].value != nil {
            elements[index].printed = elements[index].value?.printed ?? ""
            elements[index].kind = .noise
            elements[index].letters = []
        }
    }

    private struct PageNumbering: Hashable {
        /// By how much the number is greater than that of the page, from 0.
        var offset: Int
        var isTop: Bool
    }

    private static func loneNumber(_ line: String) -> Int? {
        let digits = line.unicodeScalars.filter { !$0.isSpace && $0.value != 0x0C }
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
        return NumberText(Array(digits))?.amount?.count
    }

    /// The first and the last printed line of each page, its number apart; numbers from 1.
    private static func ends(of lines: [String]) -> Set<Int> {
        var ends: Set<Int> = []
        var last: Int?
        var isFirst = true
        for (index, line) in lines.enumerated() {
            if line.utf8.first == 0x0C {
                if let last { ends.insert(last) }
                isFirst = true
            }
            if line.isBlank || PageNumber.isOne(line) { continue }
            if isFirst { ends.insert(index + 1) }
            isFirst = false
            last = index + 1
        }
        return ends
    }
}
