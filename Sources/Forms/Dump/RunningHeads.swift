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
