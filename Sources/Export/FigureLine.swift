import ReportModel

/// One line of a CSV of figures, ours or somebody else's.
struct FigureLine {
    /// In which field each column stands.
    struct Layout {
        private let positions: [String: Int]

        init(_ header: [String]) throws(FiguresProblem) {
            var positions: [String: Int] = [:]
            for (position, name) in header.enumerated() {
                let name = FigureColumn.name(of: name)
                if positions[name] == nil { positions[name] = position }
            }
            for name in ["table", "row", "column", "value"] where positions[name] == nil {
                throw FiguresProblem(.noColumn(name), line: 1)
            }
            self.positions = positions
        }

        func has(_ column: String) -> Bool { positions[column] != nil }

        func field(_ column: String, of record: CSVRecords.Record) -> String {
            guard let position = positions[column], position < record.fields.count else { return "" }
            return trimmed(record.fields[position])
        }
    }

    let number: Int
    let source: String
    let agency: String
    let year: String
    /// What the lines of one report have in common.
    var report: [String] { [source, agency, year] }
    let form: FormVersion?
    let id: FigureID
    private let content: FigureContent
    private let printed: String
    private let status: FigureStatus
    private let confidence: Double
    private let method: ReadingMethod
    private let place: Place?

    /// Nobody can say how a figure from elsewhere was read; it is worth as much as its value.
    private static let unknownConfidence = 0.5

    init(_ record: CSVRecords.Record, _ layout: Layout) throws(FiguresProblem) {
        number = record.line
        source = layout.field("source", of: record)
        agency = layout.field("agency", of: record)
        year = layout.field("year", of: record)
        let names = ["table", "row", "column"].map { layout.field($0, of: record) }
        guard let id = FigureID(table: names[0], row: names[1], column: names[2]) else {
            throw FiguresProblem(.unknownFigure(names.joined(separator: "/")), line: record.line)
        }
        self.id = id
        form = try Self.choice("form", record, layout, FormVersion.allCases) { $0.name }
        let stated = try Self.choice("status", record, layout, FigureStatus.allCases) { $0.rawValue }
        method = try Self.choice("method", record, layout, ReadingMethod.allCases) { $0.rawValue } ?? .dump
        let value = layout.field("value", of: record)
        printed = layout.has("printed") ? layout.field("printed", of: record) : value
        content = Self.content(value: value, printed: printed, status: stated)
        status = stated ?? Self.status(of: content)
        confidence = Double(layout.field("confidence", of: record)) ?? Self.unknownConfidence
        let box = ["x", "y", "width", "height"].compactMap { Double(layout.field($0, of: record)) }
        place =
            box.count == 4 && box.allSatisfy(\.isFinite)
            ? Place(
                page: Int(layout.field("page", of: record)),
                box: Box(x: box[0], y: box[1], width: box[2], height: box[3])) : nil
    }

    func figure(_ version: FormVersion) -> Figure {
        Figure(
            id: id, form: version, content: content, printed: printed, status: status,
            confidence: min(max(confidence, 0), 1), method: method, places: place.map { [$0] } ?? [])
    }

    private static func choice<Value>(
        _ column: String, _ record: CSVRecords.Record, _ layout: Layout, _ values: [Value], name: (Value) -> String
    ) throws(FiguresProblem) -> Value? {
        let text = layout.field(column, of: record)
        guard !text.isEmpty else { return nil }
        guard let value = values.first(where: { name($0) == text }) else {
            throw FiguresProblem(
                .notOneOf(column: column, value: text, allowed: values.map(name)), line: record.line)
        }
        return value
    }

    private static func content(value: String, printed: String, status: FigureStatus?) -> FigureContent {
        if let amount = Amount(ascii: bare(value)) { return .amount(amount) }
        let shown = value.isEmpty ? printed : value
        if marks.contains(shown) { return .mark }
        guard shown.isEmpty else { return .unreadable }
        return status == .missing || status == .derived ? .absent : .blank
    }

    private static func status(of content: FigureContent) -> FigureStatus {
        switch content {
        case .amount: .ok
        case .blank, .mark: .empty
        case .unreadable, .absent: .missing
        }
    }

    private static let marks: Set<String> = ["/", "／", "—", "——", "－", "-", "–", "无"]

    /// As wide as ASCII has it, and without what people and spreadsheets write around a count: `１５`, `'15`, `15件`.
    private static func bare(_ text: String) -> String {
        var narrow = Substring(String(String.UnicodeScalarView(text.unicodeScalars.map(\.narrow))))
        if narrow.hasPrefix("'") { narrow = narrow.dropFirst() }
        if narrow.hasSuffix("件") { narrow = narrow.dropLast() }
        return ungrouped(trimmed(String(narrow)))
    }

    /// `1,520` as `1520`; other commas stay, and with them the value is no number.
    private static func ungrouped(_ text: String) -> String {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, (1...3).contains(first.utf8.count),
            parts.dropFirst().dropLast().allSatisfy({ $0.utf8.count == 3 }),
            let last = parts.last, last.prefix(while: { $0 != "." }).utf8.count == 3
        else { return text }
        return parts.joined()
    }
}

private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }), let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[start...end])
}
