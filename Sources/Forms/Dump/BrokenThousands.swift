import ReportModel

/// A figure with commas that a narrow cell broke over two lines: 18,98 above 2, 1, above 643.
enum BrokenThousands {
    /// The elements with such figures whole.
    static func joined(_ elements: [DumpElement]) -> [DumpElement] {
        var joined: [DumpElement] = []
        var index = elements.startIndex
        while index < elements.endIndex {
            if index + 1 < elements.endIndex, let whole = whole(elements[index], elements[index + 1]) {
                joined.append(whole)
                index += 2
            } else {
                joined.append(isOpen(elements[index]) ? unreadable(elements[index]) : elements[index])
                index += 1
            }
        }
        return joined
    }

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
        guard case .noise = element.kind, element.cellCount <= 1 else { return false }
        return missingDigits(element.printed) != nil
    }

    private static func whole(_ upper: DumpElement, _ lower: DumpElement) -> DumpElement? {
        guard case .noise = upper.kind, lower.line == upper.line + 1, upper.cellCount <= 1, lower.cellCount <= 1,
            let rest = lower.value, !rest.isMark, rest.digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let missing = missingDigits(upper.printed), missing == rest.digits.count,
            let number = NumberText(Array((upper.printed + rest.printed).unicodeScalars))
        else { return nil }
        var element = upper
        element.kind = .value(
            DumpValue(
                digits: number.digits, amount: number.amount, printed: upper.printed + "\n" + rest.printed,
                place: .text(line: upper.line, column: upper.column, length: max(1, upper.length))))
        element.letters = []
        element.lastLine = lower.line
        return element
    }

    /// How many digits a last group behind a comma lacks; nil where the text is no such figure.
    private static func missingDigits(_ printed: String) -> Int? {
        let groups = printed.unicodeScalars.split(omittingEmptySubsequences: false) {
            $0.value == 0x2C || $0.value == 0xFF0C
        }
        guard groups.count > 1, let first = groups.first, let last = groups.last, (1...3).contains(first.count),
            last.count < 3, groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
            groups.joined().allSatisfy(\.isDigit)
        else { return nil }
        return 3 - last.count
    }
}
