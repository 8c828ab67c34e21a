import JSON
import Messages
public import ReportModel
public import SoupBridge
import WebText

/// The review as a web site for one machine: who does not know the key sees nothing, and pages from elsewhere cannot
/// ask for anything.
public final class ReviewSite {
    /// Larger requests are none of ours.
    public static let bodyLimit = 256 * 1024

    let session: ReviewSession
    let language: Language
    private let now: () -> String
    /// The secret part of the address.
    public let key: String
    /// Where it is reached; nothing is answered that was asked of another host.
    public var port = 0
    private var drawn = PictureMemory()

    /// - Parameters:
    ///   - language: of the first page; people can change it.
    ///   - now: the time, for the log.
    public init(
        _ session: ReviewSession, language: Language, key: String = ReviewSite.newKey(), now: @escaping () -> String
    ) {
        self.session = session
        self.language = language
        self.key = key
        self.now = now
    }

    /// 128 random bits.
    public static func newKey() -> String { Decision.newID() + Decision.newID() }

    public var address: String { "http://127.0.0.1:\(port)/\(key)/" }

    public func answer(_ request: WebRequest) -> WebResponse {
        var response = route(request)
        response.headers.merge(Self.safeguards) { own, _ in own }
        return response
    }

    /// Nothing from elsewhere, nowhere else, no script but ours.
    private static let safeguards = [
        "Content-Security-Policy":
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    ]

    private func route(_ request: WebRequest) -> WebResponse {
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard hosts.contains(request.host) else { return .text(421, "wrong host\n") }
        let origins = hosts.map { "http://\($0)" }
        if let origin = request.origin, !origins.contains(origin) { return .text(403, "wrong origin\n") }
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard let given = parts.first, Self.isEqual(given, key) else { return .text(404, "not found\n") }
        let rest = parts.dropFirst().joined(separator: "/")
        switch request.method {
        case "GET", "HEAD": return get(rest, request)
        case "POST":
            // Forms of other pages can post, but neither as JSON nor without telling where they are.
            guard request.origin != nil, request.contentType.hasPrefix("application/json") else {
                return .text(403, "wrong origin or type\n")
            }
            guard let body = try? JSONValue(parsing: request.body) else { return .text(400, "no JSON\n") }
            return post(rest, request, body)
        default: return .text(405, "method not allowed\n")
        }
    }

    /// Takes as long wherever the first difference is.
    private static func isEqual(_ given: Substring, _ key: String) -> Bool {
        guard given.utf8.count == key.utf8.count else { return false }
        return zip(given.utf8, key.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func get(_ path: String, _ request: WebRequest) -> WebResponse {
        // Other processes may have added decisions.
        try? session.log.refresh()
        let json = ReviewJSON(session: session, language: language(request))
        switch path {
        case "": return asset("text/html", ReviewAssets.page(language: language))
        case "review.js": return asset("text/javascript", ReviewAssets.script)
        case "review.css": return asset("text/css", PageStyle.css + ReviewAssets.style)
        case "icon.svg": return asset("image/svg+xml", ReviewAssets.icon)
        case "overview":
            return asset("text/html", OverviewPage(session, language: language(request)).html)
        case "api/start": return self.json(start(request))
        case "api/next":
            let filter = filter(request)
            let after = position(request.query["after"])
            let next = session.next(after: after, filter, backwards: request.query["back"] == "1")
            return self.json(next.map { json.item($0, filter) } ?? empty(filter))
        case "api/item":
            guard let position = position(request.query["at"]), session.figure(position) != nil else {
                return .text(404, "no such figure\n")
            }
            return self.json(json.item(position, filter(request)))
        case "api/queue": return self.json(queue(request))
        case "api/report":
            guard let number = report(request.query["n"]) else { return .text(404, "no such report\n") }
            return self.json(json.report(number))
        case "api/page":
            guard let number = report(request.query["n"]), let page = request.query["page"].flatMap({ Int($0) }) else {
                return .text(404, "no such page\n")
            }
            let source = session.sources[number]
            let size = source.report.pages.first { $0.number == page }
            return self.json(
                .object([
                    "cells": .array(json.cells(on: page, source.report, session.values(of: number))),
                    "width": .rounded(size?.width ?? 595, decimals: 1),
                    "height": .rounded(size?.height ?? 842, decimals: 1),
                ]))
        case "api/changes":
            let since = request.query["since"].flatMap { Int($0) } ?? 0
            let all = session.log.standings.all
            return self.json(
                .object([
                    "count": .integer(all.count),
                    "decisions": .array(all.dropFirst(max(0, since)).suffix(200).map(change)),
                ]))
        case "picture.png": return picture(request)
        default: return .text(404, "not found\n")
        }
    }

    private func post(_ path: String, _ request: WebRequest, _ body: JSONValue) -> WebResponse {
        guard path == "api/decide", let list = body["wishes"]?.array, (1...500).contains(list.count) else {
            return .text(404, "not found\n")
        }
        var wishes: [ReviewSession.Wish] = []
        for wish in list {
            guard let position = position(wish["at"]?.string),
                let action = wish["action"]?.string.flatMap(Decision.Action.init),
                let author = body["author"]?.string, !author.isEmpty
            else { return .text(400, "not understood\n") }
            wishes.append(
                ReviewSession.Wish(
                    position, action, value: wish["value"]?.string ?? "", reason: wish["reason"]?.string ?? "",
                    author: author, seen: wish["seen"]?.string ?? "", undoes: wish["undoes"]?.string ?? ""))
        }
        let filter = filter(request)
        let json = ReviewJSON(session: session, language: language(request))
        guard let last = wishes.last else { return .text(400, "not understood\n") }
        do throws(ReviewSession.Refusal) {
            let written = try session.decide(wishes, at: now())
            var answer: [String: JSONValue] = [
                "saved": .array(written.map(json.decision)), "count": .integer(session.log.standings.all.count),
            ]
            // A note or an undo stays where it is.
            let stays = !last.action.settles
            let next = stays ? last.position : session.next(after: last.position, filter)
            answer["next"] = next.map { json.item($0, filter) } ?? empty(filter)
            return self.json(.object(answer))
        } catch {
            switch error {
            case .senseless(let message):
                return self.json(.object(["refused": .string(message[language(request)])]), status: 422)
            case .seenTooLittle:
                return self.json(.object(["conflict": json.item(last.position, filter)]), status: 409)
            case .notSaved(let problem):
                return self.json(.object(["unsaved": .string(problem.words)]), status: 507)
            }
        }
    }

    // MARK: parts of answers

    private func asset(_ type: String, _ text: String) -> WebResponse {
        WebResponse(contentType: "\(type); charset=utf-8", body: Array(text.utf8))
    }

    private func json(_ value: JSONValue, status: Int = 200) -> WebResponse {
        WebResponse(status, contentType: "application/json; charset=utf-8", body: Array(value.text.utf8))
    }

    private func start(_ request: WebRequest) -> JSONValue {
        let reports = session.sources.indices.prefix(5000).map { number in
            let report = session.sources[number].report
            return JSONValue.object([
                "n": .integer(number), "agency": .string(report.agency), "source": .string(report.source),
                "year": report.year.map(JSONValue.integer) ?? .null,
            ])
        }
        let rules = Set(session.sources.flatMap { $0.report.findings.map(\.rule) }).sorted()
        let years = Set(session.sources.compactMap(\.report.year)).sorted()
        let language = language(request)
        return .object([
            "reports": .array(reports), "rules": .array(rules.map(JSONValue.string)),
            "years": .array(years.map(JSONValue.integer)),
            "tables": .array(
                FormTable.allCases.map {
                    .object(["key": .string($0.rawValue), "name": .string($0.name[language])])
                }),
            "statuses": .array(
                [FigureStatus.missing, .suspect, .derived].map {
                    .object(["key": .string($0.rawValue), "name": .string($0.name[language])])
                }),
            "verdicts": .array(
                Finding.Verdict.allCases.map {
                    .object(["key": .string($0.rawValue), "name": .string($0.name[language])])
                }),
            "count": .integer(session.log.standings.all.count), "language": .string(self.language.rawValue),
            "strange": .integer(session.log.strangeLines),
        ])
    }

    private func empty(_ filter: QueueFilter) -> JSONValue {
        let counts = session.counts(filter)
        return .object([
            "n": .null, "open": .integer(counts.open + counts.disputed), "done": .integer(counts.done),
            "disputed": .integer(counts.disputed),
        ])
    }

    private static let listed = 100

    private func queue(_ request: WebRequest) -> JSONValue {
        let filter = filter(request)
        var items: [JSONValue] = []
        var passed = 0
        let skip = request.query["from"].flatMap { Int($0) } ?? 0
        for entry in session.queue.entries where session.lets(entry, filter) {
            passed += 1
            guard passed > skip, items.count < Self.listed else { continue }
            let report = session.sources[entry.report].report
            let figure = report.figures[entry.figure]
            items.append(
                .object([
                    "n": .integer(entry.report), "figure": .string(entry.id.description),
                    "label": .string(FigureLabel(entry.id, version: figure.form).text),
                    "value": .string(figure.amount?.description ?? ""),
                    "status": .string(figure.status.rawValue), "agency": .string(report.agency),
                    "year": report.year.map(JSONValue.integer) ?? .null,
                    "state": .string(session.state(entry).rawValue),
                ]))
        }
        return .object(["total": .integer(passed), "items": .array(items)])
    }

    private func change(_ decision: Decision) -> JSONValue {
        .object([
            "id": .string(decision.id), "author": .string(decision.author),
            "figure": .string(decision.figure.description),
            "action": .string(decision.action.rawValue), "value": .string(decision.value),
            "undoes": .string(decision.undoes),
            "n": session.sources.firstIndex { $0.key == decision.report }.map(JSONValue.integer) ?? .null,
        ])
    }

    private func picture(_ request: WebRequest) -> WebResponse {
        guard let number = report(request.query["n"]), let page = request.query["page"].flatMap({ Int($0) }), page > 0,
            let document = session.sources[number].document
        else { return .text(404, "no picture\n") }
        let scale = min(max(request.query["scale"].flatMap { Double($0) } ?? 1.5, 0.2), 8)
        var box: Box?
        if let text = request.query["box"] {
            let numbers = text.split(separator: ",").compactMap { Double($0) }.filter(\.isFinite)
            guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return .text(404, "no picture\n") }
            box = Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        }
        let name = "\(number) \(page) \(scale) \(request.query["box"] ?? "")"
        if drawn[name] == nil {
            drawn[name] = session.pictures.png(of: document, page: page, box: box, pixelsPerPoint: scale) ?? []
        }
        guard let bytes = drawn[name], !bytes.isEmpty else { return .text(404, "no picture\n") }
        return WebResponse(
            contentType: "image/png", headers: ["Cache-Control": "private, max-age=3600"], body: bytes)
    }
}
