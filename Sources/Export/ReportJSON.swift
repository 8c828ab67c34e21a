public import JSON
public import ReportModel

/// What a result says about the program that made it.
public struct ProgramNote: Sendable, Hashable {
    public var version: String
    /// What the reader was asked for, as it bears on the result.
    public var settings: [String: String]
    /// Of the findings' messages.
    public var language: Language

    public init(version: String, settings: [String: String] = [:], language: Language) {
        self.version = version
        self.settings = settings
        self.language = language
    }
}

/// A whole report as one JSON object on one line; `schema` describes it.
public enum ReportJSON {
    public static let schemaName = "gxingest.report"
    public static let schemaVersion = 1

    /// Ends with a line break. The same report and note give the same bytes.
    public static func text(_ report: Report, program: ProgramNote) -> String {
        value(report, program: program).text + "\n"
    }

    /// The same as UTF-8.
    public static func bytes(_ report: Report, program: ProgramNote) -> [UInt8] {
        var bytes: [UInt8] = []
        value(report, program: program).write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    public static func value(_ report: Report, program: ProgramNote) -> JSONValue {
        let forms = FormTable.allCases.map { ($0.rawValue, JSONValue.string(report.forms[$0].name)) }
        var settings = program.settings.mapValues(JSONValue.string)
        settings["lang"] = .string(program.language.rawValue)
        return .object([
            "schema": .string(schemaName), "version": .integer(schemaVersion), "source": .string(report.source),
            "agency": .string(report.agency), "year": report.year.map(JSONValue.integer) ?? .null,
            "title": .string(report.title), "forms": .object(Dictionary(uniqueKeysWithValues: forms)),
            "sections": .array(report.sections.map(value)), "figures": .array(report.figures.map(value)),
            "tables": .array(report.tables.map(TablesJSON.value)),
            "findings": .array(
                report.findings.map { finding in
                    value(
                        finding, program.language,
                        fingerprint: finding.fingerprint(agency: report.agency, year: report.year))
                }),
            "pages": .array(report.pages.map(value)),
            "program": .object([
                "name": .string("gxingest"), "version": .string(program.version), "settings": .object(settings),
            ]),
        ])
    }

    private static func value(_ section: Section) -> JSONValue {
        var members: [String: JSONValue] = [
            "heading": .string(section.heading), "paragraphs": .array(section.paragraphs.map { .string($0.text) }),
            "places": .array(section.paragraphs.map { places($0.places) }),
        ]
        members.merge(place(section.headingPlaces.first)) { $1 }
        if section.headingPlaces.count > 1 { members["parts"] = places(section.headingPlaces) }
        return .object(members)
    }

    /// Its keys in their order, as those of every value that a report has hundreds of.
    private static func value(_ figure: Figure) -> JSONValue {
        let place = figure.places.first
        var members = [
            JSONMember("alternatives", .array(figure.alternatives.map(value))), JSONMember("box", box(of: place)),
            JSONMember("column", .string(figure.id.column)),
            JSONMember("confidence", .rounded(figure.confidence, decimals: 3)),
            JSONMember("content", .string(name(of: figure.content))),
            JSONMember("doubts", .array(figure.doubts.map(JSONValue.string))),
            JSONMember("form", .string(figure.form.name)), JSONMember("method", .string(figure.method.rawValue)),
            JSONMember("page", page(of: place)),
        ]
        if figure.places.count > 1 { members.append(JSONMember("parts", places(figure.places))) }
        members += [
            JSONMember("printed", .string(figure.printed)), JSONMember("row", .string(figure.id.row)),
            JSONMember("status", .string(figure.status.rawValue)),
            JSONMember("suggestions", .array(figure.suggestions.map(value))),
            JSONMember("table", .string(figure.id.table.rawValue)),
            JSONMember("value", .string(figure.amount?.description ?? "")),
        ]
        return .members(members)
    }

    static func name(of content: FigureContent) -> String {
        switch content {
        case .amount: "amount"
        case .blank: "blank"
        case .mark: "mark"
        case .unreadable: "unreadable"
        case .absent: "absent"
        }
    }

    private static func value(_ alternative: Alternative) -> JSONValue {
        .object([
            "value": .string(alternative.value.description), "score": .rounded(alternative.score, decimals: 3),
            "reader": .string(alternative.reader),
        ])
    }

    private static func value(_ suggestion: Suggestion) -> JSONValue {
        .object([
            "value": .string(suggestion.value.description), "cost": .integer(suggestion.cost),
            "evidence": .string(suggestion.evidence), "rivals": .integer(suggestion.rivals),
            "settles": .array(
                suggestion.settles.map { equation in
                    .object([
                        "rule": .string(equation.kind.rawValue), "left": ids(equation.left),
                        "right": ids(equation.right),
                    ])
                }),
        ])
    }

    private static func value(_ finding: Finding, _ language: Language, fingerprint: String) -> JSONValue {
        .object([
            "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
            "verdict": .string(finding.verdict.rawValue), "message": .string(finding.message[language]),
            "expected": .string(finding.expected), "found": .string(finding.found), "figures": ids(finding.figures),
            "quote": finding.quote.map(JSONValue.string) ?? .null, "places": places(finding.places),
            "fingerprint": .string(fingerprint),
        ])
    }

    private static func value(_ page: PageSummary) -> JSONValue {
        .object([
            "page": .integer(page.number), "width": .rounded(page.width, decimals: 2),
            "height": .rounded(page.height, decimals: 2), "method": .string(page.method.rawValue),
            "state": .string(page.state.rawValue), "warnings": .array(page.warnings.map(value)),
        ])
    }

    private static func value(_ warning: PageWarning) -> JSONValue {
        switch warning {
        case .tooManyGlyphs(let limit): .object(["kind": .string("too-many-glyphs"), "limit": .integer(limit)])
        case .tooManyRuns(let limit): .object(["kind": .string("too-many-runs"), "limit": .integer(limit)])
        case .tooManySegments(let limit): .object(["kind": .string("too-many-segments"), "limit": .integer(limit)])
        case .damagedContent(let words): .object(["kind": .string("damaged-content"), "words": .string(words)])
        case .notRead(let loss): .object(["kind": .string("not-read"), "reason": .string(loss.rawValue)])
        }
    }

    private static func ids(_ figures: [FigureID]) -> JSONValue {
        .array(figures.map { .string($0.description) })
    }

    static func places(_ places: [Place]) -> JSONValue {
        .array(places.map { .members([JSONMember("box", box(of: $0)), JSONMember("page", page(of: $0))]) })
    }

    /// `page` and `box`, null where there is no place; a text file has no page.
    static func place(_ place: Place?) -> [String: JSONValue] { ["page": page(of: place), "box": box(of: place)] }

    static func page(of place: Place?) -> JSONValue { place?.page.map(JSONValue.integer) ?? .null }

    static func box(of place: Place?) -> JSONValue {
        guard let box = place?.box else { return .null }
        return .array([box.x, box.y, box.width, box.height].map { .rounded($0, decimals: 2) })
    }
}

extension FormVersion {
    /// As the CSV and the JSON write it.
    var name: String { String(rawValue) }
}
