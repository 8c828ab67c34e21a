import ReportModel

/// The numbers and signs that editors and other programs put before the lines of a text: `31: （一）予以公开 0 0`, `> 0`.
///
/// Numbers count on from line to line, which no table's figures do.
enum LineNumbers {
    /// The lines without these; everything else keeps its place.
    static func hidden(_ lines: [String]) -> [String] { serialsHidden(numbersHidden(quotesHidden(lines))) }

    /// The numbers of a table's rows, which programs and people put in a column before the labels: those that count on
    /// over more lines than the form has labels with numbers, and those that begin as they do.
    private static func serialsHidden(_ lines: [String]) -> [String] {
        var blocks: [Range<Int>] = []
        var last: Int?
        for (index, line) in lines.enumerated() {
            let number = serial(line)
            if let number, let last, number.value == last + 1, let block = blocks.last, block.upperBound == index {
                blocks[blocks.count - 1] = block.lowerBound..<index + 1
            } else if let number, number.value < 2 {
                blocks.append(index..<index + 1)
            }
            last = number?.value
        }
        guard blocks.contains(where: { $0.count >= fewestSerials }) else { return lines }
        var lines = lines
        for index in blocks.filter({ $0.count > 1 }).joined() {
            guard let number = serial(lines[index]) else { continue }
            lines[index] = hidden(number.length, in: lines[index], keepsBars: true)
        }
        return lines
    }

    private static let fewestSerials = 10

    /// A number before a tab, a comma, a bar or a gap.
    private static func serial(_ line: String) -> (value: Int, length: Int)? {
        let scalars = line.unicodeScalars
        let start = scalars.prefix { $0 == " " || $0 == "|" }.count
        let digits = scalars.dropFirst(start).prefix { ("0"..."9").contains($0) }
        let rest = scalars.dropFirst(start + digits.count)
        guard (1...3).contains(digits.count), let value = Int(String(digits)),
            rest.first.map({ "\t,".unicodeScalars.contains($0) }) ?? false
                || rest.first == " " && rest.dropFirst().first.map({ $0 == " " || $0 == "|" }) ?? false
        else { return nil }
        return (value, start + digits.count)
    }

    /// `> ` before each line of a letter that somebody answered.
    private static func quotesHidden(_ lines: [String]) -> [String] {
        let written = lines.count { !$0.isBlank }
        let quoted = lines.count { $0.hasPrefix(">") }
        guard written >= fewest, quoted * 20 >= written * 19 else { return lines }
        return lines.map { line in
            let marks = line.unicodeScalars.prefix { $0 == ">" || $0 == " " }.count
            return hidden(marks, in: line)
        }
    }

    private static func hidden(_ length: Int, in line: String, keepsBars: Bool = false) -> String {
        var scalars = Array(line.unicodeScalars)
        for index in 0..<min(length, scalars.count) where !(keepsBars && scalars[index] == "|") {
            scalars[index] = Markup.nothing
        }
        return scalars.text
    }

    private static func numbersHidden(_ lines: [String]) -> [String] {
        var heads: [Int: Head] = [:]
        var written = 0
        var offsets: [[Int: Int]] = [[:], [:]]
        for (index, line) in lines.enumerated() where !line.isBlank {
            written += 1
            guard let head = Head(line) else { continue }
            heads[index] = head
            // Some programs do not count empty lines.
            offsets[0][head.number - index, default: 0] += 1
            offsets[1][head.number - written, default: 0] += 1
        }
        guard written >= fewest else { return lines }
        for (isByWritten, counts) in [false, true].lazy.map({ ($0, offsets[$0 ? 1 : 0]) }) {
            guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
                most.value * 20 >= written * 19
            else { continue }
            var count = 0
            return lines.enumerated().map { index, line in
                if !line.isBlank { count += 1 }
                guard let head = heads[index], head.number - (isByWritten ? count : index) == most.key else {
                    return line
                }
                return hidden(head.length, in: line)
            }
        }
        return lines
    }

    /// Fewer lines may begin with figures in order by chance.
    private static let fewest = 30

    /// What a line begins with: spaces, digits, and what parts them from the text.
    private struct Head {
        let number: Int
        let length: Int

        init?(_ line: String) {
            let scalars = line.unicodeScalars
            let start = scalars.prefix { $0 == " " }.count
            let digits = scalars.dropFirst(start).prefix { ("0"..."9").contains($0) }
            guard (1...6).contains(digits.count), let number = Int(String(digits)) else { return nil }
            self.number = number
            let rest = scalars.dropFirst(start + digits.count)
            let mark = rest.first.map { ".:：、|)]".unicodeScalars.contains($0) } ?? false ? 1 : 0
            let space = rest.dropFirst(mark).first.map { $0 == " " || $0 == "\t" } ?? false ? 1 : 0
            // 31属于: nothing parts the number from the text, unless that is empty.
            guard mark + space > 0 || rest.isEmpty else { return nil }
            length = start + digits.count + mark + space
        }
    }
}
