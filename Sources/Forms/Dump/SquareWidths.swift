/// Finds how wide a Chinese character is in a text that keeps the lines of a page: two squares where somebody set it in a
/// fixed-width font, one where pdftotext counted characters. The figures stand in line in one of the two only.
enum SquareWidths {
    /// Lines of figures that are needed before they tell anything.
    private static let fewestLines = 6

    /// The elements with their places counted in characters, if the figures stand in line that way alone.
    static func settled(_ elements: [DumpElement]) -> [DumpElement] {
        var bySquares: [Int: Int] = [:]
        var byCharacters: [Int: Int] = [:]
        var lines = 0
        var line: [DumpElement] = []
        func finish() {
            guard line.count >= 4, line.contains(where: { $0.separator == .gap }) else { return }
            lines += 1
            for element in line {
                bySquares[element.x + element.width, default: 0] += 1
                byCharacters[element.column + element.length, default: 0] += 1
            }
        }
        for element in elements where element.value != nil {
            if let last = line.last, last.line != element.line {
                finish()
                line = []
            }
            line.append(element)
        }
        finish()
        guard lines >= fewestLines, byCharacters.count < bySquares.count else { return elements }
        return elements.map { element in
            var element = element
            element.x = element.column - 1
            element.width = element.length
            return element
        }
    }
}
