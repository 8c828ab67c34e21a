import Foundation
import GxTestSupport
import JSON
import ReportModel
import SoupBridge
import Testing

@testable import Review

struct ReviewSiteTests {
    private static func site(_ sample: ReviewSample) -> ReviewSite {
        let site = ReviewSite(sample.session, language: .chinese, key: "k") { "2026-01-02T03:04:05Z" }
        site.port = 8000
        return site
    }

    private static func get(
        _ path: String, query: [String: String] = [:], host: String = "127.0.0.1:8000", origin: String? = nil
    )
        -> WebRequest
    {
        WebRequest(method: "GET", path: path, query: query, host: host, origin: origin)
    }

    private static func post(
        _ body: JSONValue, origin: String? = "http://127.0.0.1:8000", type: String = "application/json"
    )
        -> WebRequest
    {
        WebRequest(
            method: "POST", path: "/k/api/decide", host: "127.0.0.1:8000", origin: origin, contentType: type,
            body: Array(body.text.utf8))
    }

    @Test func whoDoesNotKnowTheKeySeesNothing() throws {
        let site = Self.site(try ReviewSample())
        for path in ["/", "", "/x/", "/kk/", "/K/", "/k%2F", "//k/", "/../k/"] {
            #expect(site.answer(Self.get(path)).status == 404, "\(path)")
        }
        #expect(site.answer(Self.get("/k/")).status == 200)
    }

    @Test(arguments: ["evil.example", "127.0.0.1", "127.0.0.1:8001", "localhost:8000.evil.example", ""])
    func otherHostsAreRefused(host: String) throws {
        #expect(Self.site(try ReviewSample()).answer(Self.get("/k/", host: host)).status == 421)
    }

    @Test(arguments: ["http://evil.example", "null", "https://127.0.0.1:8000", "http://127.0.0.1:8001"])
    func otherOriginsAreRefused(origin: String) throws {
        let site = Self.site(try ReviewSample())
        #expect(site.answer(Self.get("/k/", origin: origin)).status == 403)
        #expect(site.answer(Self.post(.null, origin: origin)).status == 403)
    }

    @Test func formsOfOtherPagesCannotDecide() throws {
        let site = Self.site(try ReviewSample())
        #expect(site.answer(Self.post(.null, origin: nil)).status == 403)
        #expect(site.answer(Self.post(.null, type: "text/plain")).status == 403)
        #expect(site.answer(WebRequest(method: "PUT", path: "/k/", host: "127.0.0.1:8000")).status == 405)
    }

    @Test(arguments: ["/k/", "/k/api/next", "/k/nothing", "/k/../../etc/passwd", "/wrong"])
    func everyAnswerCarriesTheSafeguards(path: String) throws {
        let answer = Self.site(try ReviewSample()).answer(Self.get(path))
        #expect(answer.headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
        #expect(answer.headers["Referrer-Policy"] == "no-referrer")
    }

    @Test func decidesAndGivesTheNext() throws {
        let sample = try ReviewSample()
        let wish = JSONValue.object([
            "at": .string("0:\(ReviewSample.total)"), "action": .string("value"), "value": .string("15"),
            "seen": .string(""),
        ])
        let body = JSONValue.object(["author": .string("甲"), "wishes": .array([wish])])
        let answer = Self.site(sample).answer(Self.post(body))
        #expect(answer.status == 200)
        let json = try JSONValue(parsing: answer.body)
        #expect(json["saved"]?.array?.count == 1)
        #expect(
            json["next"]?["figure"]?.string != nil && json["next"]?["figure"]?.string != ReviewSample.total.description)
        // The same once more, without having seen the first.
        let second = Self.site(sample).answer(Self.post(body))
        #expect(second.status == 409)
        #expect(try JSONValue(parsing: second.body)["conflict"]?["standing"]?["words"]?.array?.count == 1)
    }

    @Test func pagesOfOthersAreNotFound() throws {
        let site = Self.site(try ReviewSample())
        for query in [
            ["n": "7"], ["n": "-1", "page": "1"], ["n": "0"], ["n": "0", "page": "x"],
            ["n": "0", "page": "1", "box": "1,2,nan,4"],
        ] {
            #expect(site.answer(Self.get("/k/picture.png", query: query)).status == 404, "\(query)")
        }
        #expect(site.answer(Self.get("/k/picture.png", query: ["n": "0", "page": "1"])).status == 200)
        for position in ["", "0", "9:applications/new/total", "0:applications/new/nothing", "0:x/y/z", ":", "0:"] {
            #expect(site.answer(Self.get("/k/api/item", query: ["at": position])).status == 404, "\(position)")
        }
    }

    /// Any request gets an answer.
    @Test func anyRequest() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let site = Self.site(try ReviewSample())
        let paths = [
            "api/next", "api/item", "api/queue", "api/report", "api/page", "api/changes", "picture.png", "overview",
            "api/start",
        ]
        let values = [
            "", "0", "-1", "9223372036854775807", "1e400", "nan", "0:applications/new/total", "1,1,1,1", "\u{0}", "甲",
            "open",
        ]
        let names = [
            "n", "at", "after", "page", "box", "scale", "report", "table", "year", "state", "since", "from", "lang",
            "text", "back",
        ]
        for _ in 0..<400 {
            var query: [String: String] = [:]
            for _ in 0..<5 {
                query[names.randomElement(using: &generator) ?? ""] = values.randomElement(using: &generator) ?? ""
            }
            let path = "/k/" + (paths.randomElement(using: &generator) ?? "")
            #expect(
                [200, 404].contains(site.answer(Self.get(path, query: query)).status), "seed \(seed) \(path) \(query)")
        }
    }
}

struct ReviewFilesTests {
    private static let hostile = "<script>alert(1)</script>\"'&=cmd|'/c'!A1"

    private static func hostileReport() -> Report {
        var report = SampleReport.doubtful()
        report.title = hostile
        report.agency = hostile
        for index in report.figures.indices { report.figures[index].printed = hostile }
        return report
    }

    @Test func csvNamesTheAuthor() throws {
        let sample = try ReviewSample()
        try sample.decide(.value, value: "15", by: "王,五", reason: "第2页")
        let csv = ReviewExport(sample.session).csv()
        let line = try #require(csv.split(separator: "\n").first { $0.contains(",applications,new,total,") })
        #expect(
            line.contains(",15,51,corrected,1.000,review,") || line.contains(",15,51,corrected,1,review,"), "\(line)")
        #expect(line.hasSuffix(",\"王,五\",第2页"))
        #expect(csv.hasPrefix("source,agency,year,form,table,row,column,value,printed,status,"))
    }

    @Test func pageForSendingOn() throws {
        let sample = try ReviewSample([Self.hostileReport()])
        let html = PortableReview(sample.session, language: .chinese).html
        #expect(html.components(separatedBy: "<article").count == 4)
        #expect(html.components(separatedBy: "<script").count == 2, "its own, and no other")
        #expect(html.contains("script-src 'sha256-"))
        #expect(!html.contains("http://") && !html.contains("https://"))
    }

    /// Of a text, the lines around the figure, and the figure marked.
    @Test func linesForSendingOn() throws {
        var report = SampleReport.doubtful()
        let index = try #require(report.figures.firstIndex { $0.id == ReviewSample.total })
        report.figures[index].places = [.text(line: 4, column: 4, length: 2)]
        let sample = try ReviewSample([report])
        sample.pictures.text = ["远", "<b>", "上", "总计\t51\t其他", "下"]
        let html = PortableReview(sample.session, language: .english).html
        #expect(html.contains("<pre>&lt;b&gt;\n上\n总计\t<mark>51</mark>\t其他\n下</pre><figcaption>line 4</figcaption>"))
        // A line that holds a page is cut on both sides of the figure.
        let filler = String(repeating: "字", count: 500)
        sample.pictures.text = ["", "", "", filler + "51" + filler]
        report.figures[index].places = [.text(line: 4, column: 501, length: 2)]
        let long = try ReviewSample([report])
        long.pictures.text = sample.pictures.text
        let page = PortableReview(long.session, language: .chinese).html
        let shown = String(repeating: "字", count: 80)
        #expect(page.contains("\n\(shown)<mark>51</mark>\(shown)</pre>"))
        // The text has become shorter since.
        long.pictures.text = ["a"]
        #expect(!PortableReview(long.session, language: .chinese).html.contains("<pre>"))
    }

    @Test func overviewEscapesEverything() throws {
        let sample = try ReviewSample([Self.hostileReport()])
        let html = OverviewPage(sample.session, language: .english).html
        #expect(!html.contains("<script"))
        #expect(html.contains("&lt;script&gt;"))
    }

    @Test func decisionsComeBackAsAFile() throws {
        let sample = try ReviewSample()
        let mine = try sample.decide(.value, value: "15", by: "甲")
        var theirs = mine[0]
        theirs.id = "b"
        theirs.author = "乙"
        theirs.value = "16"
        var strange = theirs
        strange.id = "c"
        strange.report = "source:other.pdf"
        let file = [mine[0], theirs, strange].map { $0.json.text + "\n" }.joined() + "nonsense\n"
        let applied = try sample.session.apply(Array(file.utf8))
        #expect(applied == .init(written: 1, known: 1, strange: 1, unreadable: 1))
        #expect(sample.session.standing(.init(report: 0, figure: ReviewSample.total)).state == .disputed)
        #expect(try sample.session.apply(Array(file.utf8)).written == 0)
    }
}
