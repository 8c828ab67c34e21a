import ReportModel

/// A figure whose point and decimals a narrow cell put on the line below: 52015 above .2.
enum BrokenDecimals {
    /// In lines: the row's other figures can stand between.
    private static let farthestRest = 2

    /// The elements with such figures whole.
    static func joined(_ elements: [DumpElement]) -> [DumpElement] {
        let rests = elements.indices.filter { decimals(of: elements[$0]) != nil }
        guard !rests.isEmpty else { return elements }
        var elements = elements
        var spent: Set<Int> = []
        for rest in rests {
            let above = elements[..<rest].indices.reversed().prefix {
                elements[$0].line >= elements[rest].line - farthestRest
            }
            guard let figure = above.first(where: { isAbove(elements[$0], elements[rest]) }),
                var value = elements[figure].value, let decimals = decimals(of: elements[rest])
            else { continue }
            value.digits += decimals
            value.printed += "\n" + elements[rest].printed
            value.amount = Amount(ascii: value.digits)
            elements[figure].kind = .value(value)
            elements[figure].lastLine = elements[rest].line
            spent.insert(rest)
        }
        return elements.indices.filter { !spent.contains($0) }.map { elements[$0] }
    }

    /// The digits of a text that begins with a point.
    private static func decimals(of element: DumpElement) -> [UInt8]? {
        guard case .noise = element.kind, let point = element.printed.unicodeScalars.first, point.isDecimalPoint,
            let number = NumberText(Array("0\(element.printed)".unicodeScalars))
        else { return nil }
        return Array(number.digits.dropFirst())
    }

    private static func isAbove(_ upper: DumpElement, _ lower: DumpElement) -> Bool {
        guard upper.line < lower.line, let amount = upper.value?.amount, amount.count != nil else { return false }
        let areAlone = upper.cellCount <= 1 && lower.cellCount <= 1 && lower.line == upper.line + 1
        return areAlone || upper.x < lower.maxX && lower.x < upper.maxX
    }
}
