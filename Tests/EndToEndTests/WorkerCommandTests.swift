import Foundation
import GxTestSupport
import JSON
import Testing

/// `gxingest worker`: one line in, one line out.
@Suite(.serialized) struct WorkerCommandTests {
    private func answers(_ requests: [String], _ options: String = "") throws -> [JSONValue] {
        let folder = try TemporaryFolder()
        try folder.write(Array((requests.joined(separator: "\n") + "\n").utf8), to: "requests")
        let run = try CommandRun(shell: "gxingest worker --lang en \(options) < requests", in: folder)
        #expect(run.code == 0)
        return try run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { try JSONValue(parsing: Array($0.utf8)) }
    }

    @Test func aPathOrTheBytes() throws {
        let path = CommandRun.fixture("example.pdf")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).base64EncodedString()
        let answers = try answers([
            "{\"id\": 1, \"path\": \"\(path)\"}",
            "{\"bytes\": \"\(bytes)\", \"source\": \"x.pdf\", \"id\": {\"a\": null}}",
        ])
        #expect(answers.map { $0["exit_code"] } == [.integer(0), .integer(0)])
        #expect(answers.map { $0["id"] } == [.integer(1), .object(["a": .null])])
        #expect(answers[1]["reports"]?.array?.first?["source"]?.string == "x.pdf")
        // The same report as the command itself prints.
        let printed = try CommandRun(path, "-f", "json", "--lang", "en").output
        #expect(try answers[0]["reports"]?.array == [JSONValue(parsing: Array(printed.utf8))])
    }

    @Test(arguments: [
        ("", "no JSON", "null"), ("{", "no JSON", "null"), ("[1]", "is a JSON object", "null"),
        ("{\"id\": 7}", "either path or bytes", "7"),
        ("{\"id\": 7, \"path\": \"a\", \"bytes\": \"\"}", "either path or bytes", "7"),
        ("{\"id\": 7, \"path\": \"a\", \"page\": 1}", "no such member: page", "7"),
        ("{\"id\": 7, \"bytes\": \"*\"}", "no base 64", "7"), ("{\"id\": 7, \"path\": \"-\"}", "cannot be -", "7"),
        ("{\"id\": 7, \"path\": \"a\", \"pages\": \"0\"}", "1-3,5", "7"),
        ("{\"id\": 7, \"path\": \"a\", \"passwords\": \"x\"}", "list of strings", "7"),
    ])
    func wrongRequests(request: String, words: String, id: String) throws {
        let good = "{\"id\": \"next\", \"path\": \"/none\"}"
        let answers = try answers([request, good])
        #expect(answers.count == 2)
        #expect(answers[0]["exit_code"] == .integer(2))
        #expect(answers[0]["id"]?.text == id)
        #expect(answers[0]["error"]?["reason"]?.string == "bad-request")
        #expect(answers[0]["error"]?["message"]?.string?.contains(words) == true, "\(answers[0].text)")
        #expect(answers[1]["id"]?.string == "next" && answers[1]["error"]?["reason"]?.string == "not-found")
    }

    @Test func pagesAndPasswords() throws {
        let folder = try TemporaryFolder()
        let example = CommandRun.fixture("example.pdf")
        _ = try CommandRun(shell: "qpdf --encrypt 密码 owner 256 -- '\(example)' locked.pdf", in: folder)
        let locked = folder.path + "/locked.pdf"
        let answers = try answers([
            "{\"path\": \"\(locked)\"}", "{\"path\": \"\(locked)\", \"passwords\": [\"no\", \"密码\"]}",
            "{\"path\": \"\(example)\", \"pages\": \"1\"}", "{\"path\": \"\(example)\"}",
        ])
        #expect(answers[0]["error"]?["reason"]?.string == "encrypted")
        #expect(answers[1]["exit_code"] == .integer(0))
        #expect(answers[2]["reports"] != answers[3]["reports"])
    }

    /// Whatever a document does: an answer, and the next one as ever.
    @Test func aDocumentCostsOnlyItself() throws {
        let depth = 20
        let forms = (0..<depth).map { level in
            (
                name: "X\(level)", entries: "/BBox [0 0 600 800]",
                content: level + 1 < depth ? String(repeating: "/X\(level + 1) Do ", count: 10) : "0 0 m 1 1 l S"
            )
        }
        let endless = Data(TinyPDF("/X0 Do", forms: forms).bytes).base64EncodedString()
        let good = "{\"path\": \"\(CommandRun.fixture("example.pdf"))\"}"
        let answers = try answers(
            [good, "{\"bytes\": \"\(endless)\"}", good, "{\"bytes\": \"\"}", good], "--timeout 2")
        #expect(answers.map { $0["exit_code"] } == [.integer(0), .integer(3), .integer(0), .integer(3), .integer(0)])
        #expect(answers[1]["error"]?["reason"]?.string == "timed-out")
        #expect(answers[3]["error"]?["reason"]?.string == "empty")
        #expect(answers[0] == answers[2] && answers[0] == answers[4])
    }

    /// The child that reads is killed from outside: an answer that says so.
    @Test func aKilledChild() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun(
            shell: """
                mkfifo in; exec 9<>in; gxingest worker --lang en < in > out & worker=$!
                path='\(CommandRun.fixture("example.pdf"))'
                ask() { echo "{\\"id\\": $1, \\"path\\": \\"$path\\"}" >&9; until [ $(wc -l < out) = $1 ]; do sleep 0.05; done; }
                ask 1; kill -9 $(cat /proc/$worker/task/$worker/children); ask 2; ask 3; kill $worker; cut -c1-15 out
                """, in: folder)
        let codes = run.output.split(separator: "\n")
        #expect(
            codes.count == 3 && codes[0] == "{\"exit_code\":0," && codes[2] == codes[0], "\(run.output) \(run.error)")
    }
}
