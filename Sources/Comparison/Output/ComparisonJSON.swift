public import JSON
import ReportModel

/// A comparison as one JSON object on one line.
public enum ComparisonJSON {
    public static let schemaName = "gxingest.diff"
    public static let schemaVersion = 1

    public static func text(_ comparison: ReportComparison) -> String { value(comparison).text + "\n" }

    public static func value(_ comparison: ReportComparison) -> JSONValue {
        var members: [String: JSONValue] = [
            "schema": .string(schemaName), "version": .integer(schemaVersion), "same": .bool(comparison.isSame),
            "left": value(comparison.left), "right": value(comparison.right),
            "compared": .object([
                "figures": .integer(comparison.figureCount), "sentences": .integer(comparison.sentenceCount),
                "text": .bool(comparison.comparedText),
            ]),
            "figures": .array(comparison.figures.map(value)), "text": .array(comparison.sentences.map(value)),
            "confusions": .array(
                comparison.confusions.map {
                    .object(["left": .string($0.left), "right": .string($0.right), "count": .integer($0.count)])
                }),
        ]
        if comparison.settings.isYears {
            members["copied"] = .array(comparison.copied.map(value))
            members["broken_carries"] = .array(
                comparison.brokenCarries.map {
                    .object([
                        "figure": .string($0.figure.description), "expected": .string($0.expected.description),
                        "found": .string($0.found.description),
                    ])
                })
            members["copied_share"] = .rounded(comparison.copiedShare, decimals: 3)
        }
        return .object(members)
    }

    private static func value(_ head: ReportComparison.Head) -> JSONValue {
        .object([
            "source": .string(head.source), "title": .string(head.title), "agency": .string(head.agency),
            "year": head.year.map(JSONValue.integer) ?? .null,
        ])
    }

    private static func value(_ difference: FigureDifference) -> JSONValue {
        .object([
            "figure": .string(difference.id.description), "kind": .string(difference.kind.rawValue),
            "left": value(difference.left), "right": value(difference.right),
        ])
    }

    private static func value(_ figure: Figure?) -> JSONValue {
        guard let figure else { return .null }
        return .object([
            "value": .string(figure.amount?.description ?? ""), "printed": .string(figure.printed),
            "status": .string(figure.status.rawValue), "method": .string(figure.method.rawValue),
            "form": .integer(figure.form.rawValue), "places": places(figure.places),
        ])
    }

    private static func value(_ difference: TextDifference) -> JSONValue {
        .object([
            "kind": .string(difference.kind.rawValue), "left": difference.left.map(value) ?? .null,
            "right": difference.right.map(value) ?? .null,
            "segments": .array(
                difference.segments.map {
                    .object(["kind": .string($0.kind.rawValue), "text": .string($0.text)])
                }),
        ])
    }

    private static func value(_ part: TextPart) -> JSONValue {
        .object([
            "text": .string(part.text), "section": .string(part.section), "places": places(part.places),
        ])
    }

    private static func places(_ places: [Place]) -> JSONValue {
        .array(
            places.map { place in
                .object([
                    "page": place.page.map(JSONValue.integer) ?? .null,
                    "box": .array(
                        [place.box.x, place.box.y, place.box.width, place.box.height].map {
                            .rounded($0, decimals: 2)
                        }),
                ])
            })
    }
}
