/// Finds how wide characters are in a text that keeps the lines of a page: a Chinese one takes two squares where somebody
/// set it in a fixed-width font, one where pdftotext counted characters; and “ or — two or one, as the program that wrote
/// the text likes. The figures stand in line in one of these ways only.
enum SquareWidths {
    /// Lines of figures that are needed before they tell anything.
    private static let fewestLines = 6

    /// The elements with their places counted in the way in which most figures stand in line.
    static func settled(_ elements: [DumpElement], of lines: [String]) -> [DumpElement] {
        let figures = figures(of: elements)
        guard !figures.isEmpty else { return elements }
        let ways = [elements, inCharacters(elements), withNarrowSigns(elements, lines)]
        func ends(_ way: [DumpElement]) -> Int { Set(figures.map { way[$0].maxX }).count }
        return ways.min { ends($0) < ends($1) } ?? elements
    }

    /// Those that stand on lines of at least four.
    private static func figures(of elements: [DumpElement]) -> [Int] {
        let figures = elements.indices.filter { elements[$0].value != nil }
        let lines = Dictionary(grouping: figures) { elements[$0].line }.values.filter { line in
            line.count >= 4 && line.contains { elements[$0].separator == .gap }
        }
        return lines.count >= fewestLines ? Array(lines.joined()) : []
    }

    private static func inCharacters(_ elements: [DumpElement]) -> [DumpElement] {
        elements.map { element in
            var element = element
            element.x = element.column - 1
            element.width = element.length
            return element
        }
    }

    /// Signs that can be as wide as the characters around them, or half as wide, take one square.
    private static func withNarrowSigns(_ elements: [DumpElement], _ lines: [String]) -> [DumpElement] {
        var signs: [Int: [Int]] = [:]
        for (index, line) in lines.enumerated() {
            for (column, scalar) in line.unicodeScalars.enumerated() where scalar.hasOpenWidth {
                signs[index + 1, default: []].append(column + 1)
            }
        }
        return elements.map { element in
            guard element.separator == .gap, let columns = signs[element.line] else { return element }
            var element = element
            let end = element.column + element.length
            element.x -= columns.count { $0 < element.column }
            element.width -= columns.count { element.column <= $0 && $0 < end }
            return element
        }
    }
}
