import ReportModel

/// A disputes table without lines and without figures, which no page shows as a table: its headers are lines of text,
/// with nothing but room below them.
///
/// The lines come out of a page in many orders; the letters in them are the same in all.
struct HeaderLines: Sendable {
    private let lines: [TextLine]

    /// Nil where the items hold no such lines, or where figures may follow them.
    init?(_ items: some Collection<ProseItem>) {
        var lines: [TextLine] = []
        var counts: [UInt32: Int] = [:]
        for item in items {
            let letters = item.line?.text.squeezed ?? []
            if let line = item.line, !letters.isEmpty, letters.allSatisfy({ Self.letters[$0] != nil }) {
                lines.append(line)
                for letter in letters { counts[letter, default: 0] += 1 }
                continue
            }
            if Self.areAll(counts), let line = item.line, Self.leavesRoom(line, below: lines) {
                self.lines = lines
                return
            }
            lines = []
            counts = [:]
        }
        return nil
    }

    /// The blank squares of the row below the headers, from left to right.
    var squares: [Cell] {
        guard let last = lines.last, let all = Box.around(lines.map(\.place.box)) else { return [] }
        let width = all.width / Double(Self.columns)
        return (0..<Self.columns).map { column in
            let box = Box(
                x: all.x + Double(column) * width, y: last.place.box.maxY, width: width, height: last.place.box.height)
            return Cell(blankAt: Place(page: last.place.page, box: box))
        }
    }

    private static let columns = 15

    private static func leavesRoom(_ next: TextLine, below headers: [TextLine]) -> Bool {
        guard let last = headers.last, headers.allSatisfy({ $0.place.page != nil }),
            next.text.unicodeScalars.count(where: \.properties.isIdeographic) >= fewestWords
        else { return false }
        let bottom = headers.filter { $0.place.page == last.place.page }.map(\.place.box.maxY).max() ?? 0
        return next.place.page != last.place.page || next.place.box.y - bottom > last.place.box.height
    }

    /// Ideographs that make a line a sentence or a heading, and no row of marks. 六、其他需要报告的事项 has ten.
    private static let fewestWords = 6

    /// How often each letter stands in the headers, each of the five columns three times.
    private static let letters: [UInt32: Int] = {
        let groups = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
        let columns = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        var counts: [UInt32: Int] = [:]
        for text in groups + columns + columns + columns {
            for letter in text.squeezed { counts[letter, default: 0] += 1 }
        }
        return counts
    }()

    /// 未经复议直接起诉讼 and 复议后起诉讼 are printed, too.
    private static func areAll(_ counts: [UInt32: Int]) -> Bool {
        let suit = Letters(letters: "讼")[0]
        return counts.count == letters.count
            && counts.allSatisfy { letter, count in
                let expected = letters[letter] ?? 0
                return letter == suit ? (expected...expected + 2).contains(count) : count == expected
            }
    }
}
