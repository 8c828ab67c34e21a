/// Takes the signs of HTML and Markdown out of a line: they stand in cells without being part of them.
///
/// What is taken out becomes characters that nobody sees, so that every figure keeps its place in the file.
enum Markup {
    static let nothing: Unicode.Scalar = "\u{200B}"

    static func hidden(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var scalars = scalars
        if scalars.contains("<") { hideTags(&scalars) }
        if scalars.contains("&") { hideSpaces(&scalars) }
        if scalars.contains("{") { hideSpans(&scalars) }
        let hasBars = scalars.contains(where: \.isBar)
        guard hasBars || scalars.contains("\\") else { return scalars }
        for index in scalars.indices {
            switch scalars[index] {
            // 1\. and **总计**
            case "\\" where index + 1 < scalars.count && ".*-()[]".unicodeScalars.contains(scalars[index + 1]):
                scalars[index] = nothing
            case "*" where hasBars && index + 1 < scalars.count && scalars[index + 1] == "*":
                scalars[index] = nothing
                scalars[index + 1] = nothing
            default: continue
            }
        }
        return scalars
    }

    /// A line of prose without them.
    static func taken(from line: String) -> String {
        guard line.unicodeScalars.contains(where: { $0 == nothing || "<#*\\".unicodeScalars.contains($0) }) else {
            return line
        }
        var scalars = Array(line.unicodeScalars)
        hideTags(&scalars)
        scalars.removeAll { $0 == nothing }
        let marks = scalars.prefix { $0 == "#" }.count
        if marks > 0, marks < scalars.count, scalars[marks] == " " { scalars.removeFirst(marks) }
        return String(String.UnicodeScalarView(scalars)).replacing("**", with: "")
    }

    /// A tag has at most this many characters.
    private static let longestTag = 200

    /// `<td>` begins a cell; other tags are nothing.
    private static func hideTags(_ scalars: inout [Unicode.Scalar]) {
        var index = 0
        while index < scalars.count {
            defer { index += 1 }
            guard scalars[index] == "<", index + 1 < scalars.count, isTagStart(scalars[index + 1]),
                let end = scalars[index...].prefix(longestTag).firstIndex(of: ">")
            else { continue }
            let name = scalars[(index + 1)..<end].prefix { isTagStart($0) && $0 != "/" }
            let isCell = name.elementsEqual("td".unicodeScalars) || name.elementsEqual("th".unicodeScalars)
            for place in index...end { scalars[place] = nothing }
            if isCell { scalars[index] = "\t" }
            index = end
        }
    }

    /// `&nbsp;` is what web pages have in blank cells.
    private static func hideSpaces(_ scalars: inout [Unicode.Scalar]) {
        for start in scalars.indices where scalars[start] == "&" {
            guard let end = scalars[start...].prefix(8).firstIndex(of: ";"),
                spaces.contains(scalars[(start + 1)..<end].text.lowercased())
            else { continue }
            for place in start...end { scalars[place] = nothing }
        }
    }

    private static let spaces: Set = ["nbsp", "ensp", "emsp", "thinsp", "#160", "#xa0", "#12288", "#x3000"]

    /// Pandoc keeps what a page says of its texts: [行政处罚]{lang="EN-US"}. Line breaks may stand in it.
    static func hideSpans(_ scalars: inout [Unicode.Scalar]) {
        for index in scalars.indices where scalars[index] == "]" {
            let next = scalars[(index + 1)...].first { $0 != "\n" }
            guard next == "{" else { continue }
            guard let end = scalars[index...].prefix(longestTag).firstIndex(of: "}"),
                scalars[index..<end].contains("="),
                let start = scalars[..<index].suffix(longestTag).lastIndex(of: "[")
            else { continue }
            scalars[start] = nothing
            for place in index...end { scalars[place] = nothing }
        }
    }

    private static func isTagStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "/" || (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
    }
}
