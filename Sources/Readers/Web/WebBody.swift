import ReportModel
import XMLBridge

/// stream of elements → what stands on the page, one below the other
struct WebBody {
    private let stream: MarkupStream
    private var text = WebText()
    private var sheet = WebSheet()
    /// What the page calls itself in its head, as sites of offices do: the article's title, the window's.
    private(set) var names: [String] = []
    /// The elements around the present place.
    private var around: [Element] = []
    /// In a cell a picture is more than decoration.
    private var cellDepth = 0
    private var tableDepth = 0

    private struct Element {
        var isBlock: Bool
        var setting: WebText.Setting
    }

    /// Tables within tables: a page laid out by them has a handful.
    private static let tableDepthLimit = 40

    init(_ stream: MarkupStream) { self.stream = stream }

    /// Everything to the end of the page.
    mutating func pieces() throws(ReadFailure) -> [WebPiece] {
        var pieces: [WebPiece] = []
        while let node = try stream.next() { try take(node, &pieces) }
        endLines(&pieces)
        return pieces
    }

    private mutating func endLines(_ pieces: inout [WebPiece]) {
        pieces += text.take().map { .line($0) }
    }

    private mutating func take(_ node: XMLReader.Node, _ pieces: inout [WebPiece]) throws(ReadFailure) {
        switch node {
        case .text(let string): text.append(string, around.last?.setting ?? WebText.Setting())
        case .end: leave()
        case .start where stream.name == "style": sheet.add(try stream.text())
        // What a script writes into a cell is known to the browser alone.
        case .start where stream.name == "script" && cellDepth > 0:
            if try stream.text().contains("write") { text.append(MarkedText.picture, WebText.Setting()) }
        case .start where isUnseen: try stream.skip()
        case .start where stream.name == "title": names.append(try stream.text())
        case .start where stream.name == "table": try table(&pieces)
        case .start where WebElements.pictures.contains(stream.name):
            if cellDepth > 0 { text.append(MarkedText.picture, WebText.Setting()) }
            try stream.skip()
        case .start: enter()
        }
    }

    private mutating func enter() {
        let name = stream.name
        let isBlock = WebElements.blocks.contains(name)
        if isBlock || name == "br" { text.endLine() }
        var setting = (around.last?.setting ?? WebText.Setting()).within(name, style)
        if name == "bdo" { setting.isUnsure = true }
        if cellDepth > 0 {
            let effect = sheet.effect(on: name, classes: stream.attribute("class"), id: stream.attribute("id"))
            if effect.contains(.unsure) { setting.isUnsure = true }
            if effect.contains(.note) { setting.isNote = true }
            if effect.contains(.digits) { text.append(MarkedText.picture, setting) }
        }
        around.append(Element(isBlock: isBlock, setting: setting))
        if name == "meta", stream.attribute("name")?.lowercased() == "articletitle" {
            names.insert(stream.attribute("content") ?? "", at: 0)
        }
        if name == "input" { text.append(stream.attribute("value") ?? "", setting) }
    }

    private mutating func leave() {
        if around.popLast()?.isBlock == true { text.endLine() }
    }

    private var style: WebStyle { WebStyle(stream.attribute("style") ?? "") }

    /// Whether nothing of the element that begins here is seen.
    private var isUnseen: Bool {
        let name = stream.name
        if WebElements.unseen.contains(name) || stream.attribute("hidden") != nil { return true }
        if name == "input",
            ["hidden", "password", "checkbox", "radio"].contains(stream.attribute("type")?.lowercased())
        {
            return true
        }
        return style.isAbsent || style.isUnseen
    }
}

extension WebBody {
    /// The table that has just begun, and before it what stands in it outside of cells.
    private mutating func table(_ pieces: inout [WebPiece]) throws(ReadFailure) {
        guard tableDepth < Self.tableDepthLimit else { throw ReadFailure(.damaged, underlying: "tables") }
        tableDepth += 1
        defer { tableDepth -= 1 }
        endLines(&pieces)
        enter()
        let outer = around.count
        var table = WebTable()
        var group = 0
        while around.count >= outer, let node = try stream.next() {
            guard case .start = node else {
                if case .end = node, WebElements.rowGroups.contains(stream.name) { group += 1 }
                try take(node, &pieces)
                continue
            }
            let name = stream.name
            if style.isAbsent || stream.attribute("hidden") != nil {
                try stream.skip()
            } else if name == "td" || name == "th" {
                endLines(&pieces)
                if table.rows.isEmpty { table.rows.append(WebTable.Row(group: group)) }
                table.rows[table.rows.count - 1].squares.append(try square())
            } else {
                if WebElements.rowGroups.contains(name) { group += 1 }
                if name == "tr" { table.rows.append(WebTable.Row(group: group)) }
                try take(node, &pieces)
            }
        }
        endLines(&pieces)
        pieces += table.isTable ? [.table(table)] : table.contents
    }

    /// The cell that has just begun.
    private mutating func square() throws(ReadFailure) -> WebTable.Square {
        var square = WebTable.Square()
        square.isHeader = stream.name == "th"
        square.columns = number("colspan") ?? 1
        square.rows = number("rowspan") ?? 1
        guard !isUnseen else {
            try stream.skip()
            return square
        }
        cellDepth += 1
        defer { cellDepth -= 1 }
        enter()
        let outer = around.count
        while around.count >= outer, let node = try stream.next() { try take(node, &square.pieces) }
        endLines(&square.pieces)
        return square
    }

    /// As browsers read it: the digits at its beginning.
    private func number(_ attribute: String) -> Int? {
        let digits = stream.attribute(attribute)?.drop(while: \.isWhitespace).prefix { $0.isASCII && $0.isNumber }
        return digits.flatMap { Int($0) }
    }
}
