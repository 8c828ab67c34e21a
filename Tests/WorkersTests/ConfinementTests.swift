import Foundation
import GxTestSupport
import Testing

/// What a document can do to the process that reads it, and what comes of it: `gxfaulty` does it for real.
@Suite(.serialized) struct ConfinementTests {
    /// Runs `gxfaulty` and gives its lines.
    static func lines(_ arguments: [String]) throws -> [String] {
        try Tool.text(["timeout", "60", BuiltProgram.path("gxfaulty")] + arguments)
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    static let methods = [[], ["--fork"]]

    @Test(arguments: methods)
    func aDocumentCostsOnlyItself(method: [String]) throws {
        let faults = [
            ("crash", "crashed(signal: 11)"), ("abort", "crashed(signal: 6)"), ("trap", "crashed(signal: 4)"),
            ("overflow", "crashed(signal: 11)"), ("exit", "crashed(signal: 0)"),
            ("allocate", "outOfMemory(megabytes: 600)"), ("die-of-memory", "outOfMemory(megabytes: 600)"),
            ("gibberish", "crashed(signal: 0)"), ("hang-up", "crashed(signal: 0)"),
        ]
        let documents = faults.flatMap { ["GXFAULT \($0.0)", "GXFAULT sleep 1"] }
        let lines = try Self.lines(["read", "--seconds", "30", "--megabytes", "600"] + method + documents)
        #expect(lines == faults.flatMap { [$0.1, "notReadable slept"] })
    }

    @Test(arguments: methods)
    func aDocumentTakesOnlyItsTime(method: [String]) throws {
        let documents = ["GXFAULT hang", "GXFAULT sleep 1", "GXFAULT spin", "GXFAULT sleep 1"]
        let lines = try Self.lines(["read", "--seconds", "1"] + method + documents)
        #expect(lines == ["timedOut(seconds: 1)", "notReadable slept", "timedOut(seconds: 1)", "notReadable slept"])
    }

    /// A machine that does other things besides is not the document's fault, nor is the number of its pages.
    @Test(arguments: methods)
    func timePassesPageByPage(method: [String]) throws {
        let lines = try Self.lines(["read", "--seconds", "1"] + method + ["GXFAULT pages 2 1500 0"])
        #expect(lines == ["reports 1 figures [0]"])
    }

    @Test(arguments: methods)
    func aPageCostsOnlyItself(method: [String]) throws {
        let documents = ["GXFAULT pages 9 0 4", "GXFAULT pages 9 0 9", "GXFAULT pages 9 0 1"]
        let lines = try Self.lines(["read", "--seconds", "30"] + method + documents)
        // Of the last, nothing was read that could be lost.
        #expect(
            lines == ["reports 1 figures [0] lost [4]", "reports 1 figures [0] lost [9]", "crashed(signal: 6)"])
    }

    @Test(arguments: methods)
    func aDocumentReachesNothing(method: [String]) throws {
        let folder = try TemporaryFolder()
        let victim = folder.path + "/victim"
        try Data("untouched".utf8).write(to: URL(fileURLWithPath: victim))
        let attempts = [
            "write", "append \(victim)", "read \(victim)", "read /etc/passwd", "delete \(victim)", "chmod \(victim)",
            "truncate \(victim)", "socket", "unix-socket", "exec", "kill-parent", "raise-limit",
        ]
        let documents = attempts.map { "GXFAULT \($0)" }
        let lines = try Self.lines(["read"] + method + documents)
        #expect(lines == attempts.map { _ in "notReadable refused" })
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "untouched")
        // Without confinement the same attempts succeed: the test would notice if it tried nothing.
        let free = try Self.lines(["read", "--no-sandbox"] + method + ["GXFAULT read \(victim)", "GXFAULT socket"])
        #expect(free == ["notReadable allowed", "notReadable allowed"])
    }

    @Test(arguments: methods)
    func whatReadersNeedStaysOpen(method: [String]) throws {
        let lines = try Self.lines(
            ["read"] + method + ["GXFAULT read /usr/share", "GXFAULT thread", "GXFAULT chatter"])
        #expect(lines == ["notReadable allowed", "notReadable allowed", "notReadable chattered"])
    }

    /// A kernel or a container without it: nothing is read.
    @Test(arguments: ["landlock", "seccomp"], methods)
    func withoutSupportNothingIsRead(part: String, method: [String]) throws {
        let document = ["GXFAULT sleep 1"]
        let lines = try Self.lines(["without", part, "read"] + method + document)
        #expect(lines.count == 1)
        #expect(lines[0].lowercased().hasPrefix("noconfinement(\"\(part)\")"), "\(lines)")
        let free = try Self.lines(["without", part, "read", "--no-sandbox"] + method + document)
        #expect(free == ["notReadable slept"])
    }

    @Test(arguments: ["landlock", "seccomp"])
    func theCommandSaysTheWayOut(part: String) throws {
        let document = FixtureDocument.root + "/Fixtures/documents/example.pdf"
        let start = "\(BuiltProgram.path("gxfaulty")) without \(part) run \(BuiltProgram.path("gxingest")) \(document)"
        let output = try Tool.text(["bash", "-c", "\(start) --lang en --format csv 2>&1; echo code $?"])
        #expect(output.lowercased().contains("cannot confine the reading: no \(part)"), "\(output)")
        #expect(output.contains("--no-sandbox"))
        #expect(output.hasSuffix("code 5\n"))
        let free = try Tool.text(["bash", "-c", "\(start) --no-sandbox --format csv 2>&1; echo code $?"])
        #expect(free.hasSuffix("code 0\n"), "\(free.suffix(200))")
    }

    @Test(arguments: methods)
    func realReportsAreReadAlike(method: [String]) throws {
        let path = FixtureDocument.root + "/Fixtures/documents/example.pdf"
        guard FileManager.default.fileExists(atPath: path) else { return }
        let lines = try Self.lines(["read"] + method + [path, path])
        #expect(lines.count == 2 && lines[0].hasPrefix("reports 1 figures [") && lines[0] == lines[1])
    }
}
