import ReportModel

/// A figure with commas that a narrow cell broke over two lines: 18,98 above 2, 1, above 643.
enum BrokenThousands {
    /// The elements with such figures whole.
    static func joined(_ elements: [DumpElement]) -> [DumpElement] {
        var joined: [DumpElement] = []
        var index = elements.startIndex
        while index < elements.endIndex {
            if index + 1 < elements.endIndex, let whole = wholeCell(elements[index], elements[index + 1]) {
                joined.append(whole)
                index += 2
            } else {
                joined.append(elements[index])
                index += 1
            }
        }
        return stacked(joined).map { isOpen($0) ? unreadable($0) : $0 }
    }

    /// Whether a text is a figure that lacks the digits behind its last comma.
    static func isOpen(_ text: ArraySlice<Unicode.Scalar>) -> Bool { missingDigits(text) != nil }

    /// Lines of cells, one below the other.
    private static func wholeCell(_ upper: DumpElement, _ lower: DumpElement) -> DumpElement? {
        guard lower.line == upper.line + 1, upper.cellCount <= 1, lower.cellCount <= 1 else { return nil }
        return whole(upper, lower)
    }

    /// Lines of a page: the rest stands below its figure, and the row's other figures beside either or between them.
    private static func stacked(_ elements: [DumpElement]) -> [DumpElement] {
        let open = elements.indices.filter { isOpen(elements[$0]) }
        guard !open.isEmpty else { return elements }
        let lines = Dictionary(grouping: elements.indices) { elements[$0].line }
        func figures(_ line: Int) -> [Int] { lines[line]?.filter { elements[$0].value != nil } ?? [] }
        var result = elements
        var spent: Set<Int> = []
        var joinedLines: Set<Int> = []
        for index in open {
            let upper = elements[index]
            let below = (upper.line + 1...upper.line + farthestRest).lazy
                .map { figures($0).filter { elements[$0].x < upper.maxX && upper.x < elements[$0].maxX } }
                .first { !$0.isEmpty }
            guard let below, below.count == 1, let rest = below.first, !spent.contains(rest),
                var figure = whole(upper, elements[rest])
            else { continue }
            let lower = elements[rest]
            let row = (upper.line...lower.line).max { (figures($0).count, $0) < (figures($1).count, $1) }
            figure.line = row ?? lower.line
            figure.x = min(upper.x, lower.x)
            figure.width = max(upper.maxX, lower.maxX) - figure.x
            result[index] = figure
            joinedLines.insert(figure.line)
            spent.insert(rest)
        }
        // Each in its place among the others of the line that it now stands on.
        return result.indices.filter { !spent.contains($0) }.sorted { one, other in
            let (left, right) = (result[one], result[other])
            if left.line != right.line { return left.line < right.line }
            return joinedLines.contains(left.line) ? (left.x, one) < (right.x, other) : one < other
        }.map { result[$0] }
    }

    /// In lines: two lines of a figure, and the row's own between them.
    private static let farthestRest = 3

    /// The rest stands elsewhere: no other figure may take this one's place.
    private static func unreadable(_ element: DumpElement) -> DumpElement {
        var element = element
        element.kind = .value(
            .unreadable(
                element.printed,
                at: .text(line: element.line, column: element.column, length: max(1, element.length))))
        element.letters = []
        return element
    }

    private static func isOpen(_ element: DumpElement) -> Bool {
        guard case .noise = element.kind, element.cellCount <= 1 || element.separator != .comma else { return false }
        return missingDigits(element.printed.unicodeScalars) != nil
    }

    private static func whole(_ upper: DumpElement, _ lower: DumpElement) -> DumpElement? {
        guard case .noise = upper.kind, let rest = lower.value, !rest.isMark,
            rest.digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let missing = missingDigits(upper.printed.unicodeScalars), missing == rest.digits.count,
            let number = NumberText(Array((upper.printed + rest.printed).unicodeScalars))
        else { return nil }
        var element = upper
        element.kind = .value(
            DumpValue(
                number, printed: upper.printed + "\n" + rest.printed,
                place: .text(line: upper.line, column: upper.column, length: max(1, upper.length))))
        element.letters = []
        element.lastLine = lower.line
        return element
    }

    /// How many digits a last group behind a comma lacks; nil where the text is no such figure.
    private static func missingDigits(_ printed: some Collection<Unicode.Scalar>) -> Int? {
        let groups = printed.split(omittingEmptySubsequences: false, whereSeparator: \.isComma)
        guard groups.count > 1, let first = groups.first, let last = groups.last, (1...3).contains(first.count),
            last.count < 3, groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
            groups.joined().allSatisfy(\.isDigit)
        else { return nil }
        return 3 - last.count
    }
}
