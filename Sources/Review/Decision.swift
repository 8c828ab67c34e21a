public import JSON
public import ReportModel

/// What a person decided about one figure, or took back: one line of the log.
public struct Decision: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable, CaseIterable {
        /// The reading is right.
        case confirm
        /// The suggestion is.
        case suggestion
        /// Typed, or one of the other readings.
        case value
        /// The cell is blank.
        case blank
        /// So it is printed; the report itself is wrong.
        case printed
        /// A remark alone.
        case note
        /// Takes another decision back.
        case undo

        /// Whether it says what the figure is.
        public var settles: Bool { self != .note && self != .undo }
    }

    /// Random, 16 hexadecimal digits.
    public var id: String
    /// `2025-01-31T08:00:00Z`
    public var time: String
    public var author: String
    /// Which report: see `ReportKey`.
    public var report: String
    /// Its source, agency and year, for people who read the log.
    public var about: String
    public var figure: FigureID
    public var action: Action
    /// What the figure is: ASCII digits as in the CSV, empty for blank.
    public var value: String
    /// What was shown: value, print, status.
    public var shown: Shown
    public var reason: String
    /// The last line about this figure that the author had seen; empty for none.
    public var seen: String
    /// What an undo takes back.
    public var undoes: String

    public struct Shown: Sendable, Hashable {
        public var value: String
        public var printed: String
        public var status: String
        public var suggestion: String

        public init(value: String = "", printed: String = "", status: String = "", suggestion: String = "") {
            self.value = value
            self.printed = printed
            self.status = status
            self.suggestion = suggestion
        }

        public init(_ figure: Figure) {
            self.init(
                value: figure.amount?.description ?? "", printed: figure.printed, status: figure.status.rawValue,
                suggestion: figure.suggestions.first?.value.description ?? "")
        }
    }

    public init(
        id: String = Self.newID(), time: String, author: String, report: String, about: String = "",
        figure: FigureID, action: Action, value: String = "", shown: Shown = Shown(), reason: String = "",
        seen: String = "", undoes: String = ""
    ) {
        self.id = id
        self.time = time
        self.author = author
        self.report = report
        self.about = about
        self.figure = figure
        self.action = action
        self.value = value
        self.shown = shown
        self.reason = reason
        self.seen = seen
        self.undoes = undoes
    }

    public static func newID() -> String {
        var generator = SystemRandomNumberGenerator()
        let digits = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The amount that it says; nil for blank.
    public var amount: Amount? { value.isEmpty ? nil : Amount(ascii: value) }
}

extension Decision {
    public static let schemaName = "gxingest.decision"
    public static let schemaVersion = 1

    public var json: JSONValue {
        .object([
            "schema": .string(Self.schemaName), "version": .integer(Self.schemaVersion), "id": .string(id),
            "time": .string(time), "author": .string(author), "report": .string(report), "about": .string(about),
            "figure": .string(figure.description), "action": .string(action.rawValue), "value": .string(value),
            "shown": .object([
                "value": .string(shown.value), "printed": .string(shown.printed), "status": .string(shown.status),
                "suggestion": .string(shown.suggestion),
            ]),
            "reason": .string(reason), "seen": .string(seen), "undoes": .string(undoes),
        ])
    }

    /// Nil where it is no decision of ours.
    public init?(_ json: JSONValue) {
        func text(_ key: String, _ limit: Int) -> String? {
            (json[key]?.string).flatMap { $0.utf8.count <= limit ? $0 : nil }
        }
        guard text("schema", 40) == Self.schemaName, json["version"]?.integer == Self.schemaVersion,
            let id = text("id", 64), !id.isEmpty, let time = text("time", 40), let author = text("author", 200),
            let report = text("report", 8000), let figure = text("figure", 200).flatMap({ FigureID($0) }),
            let action = text("action", 20).flatMap(Action.init), let value = text("value", 40),
            value.isEmpty || Amount(ascii: value) != nil
        else { return nil }
        let shown = json["shown"]
        self.init(
            id: id, time: time, author: author, report: report, about: text("about", 8000) ?? "", figure: figure,
            action: action, value: value,
            shown: Shown(
                value: shown?["value"]?.string ?? "", printed: shown?["printed"]?.string ?? "",
                status: shown?["status"]?.string ?? "", suggestion: shown?["suggestion"]?.string ?? ""),
            reason: text("reason", 8000) ?? "", seen: text("seen", 64) ?? "", undoes: text("undoes", 64) ?? "")
    }
}
