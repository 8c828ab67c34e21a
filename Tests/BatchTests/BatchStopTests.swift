import Foundation
import GxTestSupport
import SQLiteBridge
import Testing

/// What a batch cannot go on without: a clear stop, and nothing half-written.
@Suite(.serialized) struct BatchStopTests {
    let batch: BatchFolder

    init() throws {
        batch = try BatchFolder()
        try batch.addReport("a.pdf")
    }

    @Test func twoRunsOnOneFolder() throws {
        try batch.write("GXFAULT sleep 3000", to: "slow.txt")
        let output = try batch.shell(
            """
            \(BuiltProgram.path("gxfaulty")) batch --out out in > first &
            sleep 1; \(BuiltProgram.path("gxfaulty")) batch --out out in; wait; cat first
            """)
        let lines = output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("stopped held(by: \"process "))
        #expect(lines[1].hasPrefix("complete done 2"))
    }

    @Test func aLedgerThatAnotherProgramHolds() throws {
        try batch.run()
        let before = try batch.results()
        let database = try Database(path: "\(batch.out)/ledger.sqlite", .readWrite)
        try database.execute("BEGIN IMMEDIATE")
        #expect(try batch.run().contains("locked"))
        try database.execute("ROLLBACK")
        #expect(try batch.results() == before)
        #expect(try batch.run().hasPrefix("complete"))
    }

    @Test func aLedgerThatIsNone() throws {
        try batch.shell("mkdir out; echo 'no database at all, but text of some length' > out/ledger.sqlite")
        #expect(try batch.run().hasPrefix("stopped ledger("))
        try batch.shell("rm out/ledger.sqlite; sqlite3 out/ledger.sqlite 'CREATE TABLE mine (a)' || true")
        if FileManager.default.fileExists(atPath: batch.out + "/ledger.sqlite") {
            #expect(try batch.run().contains("stranger"))
        }
    }

    @Test func aFullDisk() throws {
        for number in 0..<40 { try batch.addReport("r\(number).pdf", number: number) }
        // A file system of our own; where the machine does not allow that, there is nothing to see.
        let output = try batch.shell(
            """
            mkdir small; unshare -Urm bash -c 'mount -t tmpfs -o size=2m none small && \
            { \(BuiltProgram.path("gxfaulty")) batch --out small in; ls small; }' || echo no namespace
            """)
        guard !output.contains("no namespace") else { return }
        #expect(output.contains("noSpace"), "\(output)")
        for name in ["figures.csv", "documents.csv", "reports.ndjson"] { #expect(!output.contains("\n\(name)")) }
    }

    @Test func aFolderThatCannotBeRead() throws {
        try batch.write("GXFAULT sleep 1", to: "closed/b.txt")
        try batch.shell("chmod 000 in/closed; chmod 777 .")
        defer { _ = try? batch.shell("chmod 755 in/closed") }
        let prefix = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
        let output = try batch.shell("\(prefix) \(BuiltProgram.path("gxfaulty")) batch --out out in || true")
        // Another user may not be let into the folder where this is built.
        guard !output.isEmpty else { return }
        #expect(try batch.documents()["in/closed"] == "not-readable", "\(output)")
        #expect(try batch.documents()["in/a.pdf"] == "0")
    }

    @Test func aFolderThatCannotBeMade() throws {
        #expect(try batch.run(out: "none/out").contains("notFound"))
        try batch.write("x", to: "../file")
        #expect(try batch.run(out: "file").hasPrefix("stopped output("))
    }

    /// Without confinement on this machine nothing is read.
    @Test(arguments: ["landlock", "seccomp"])
    func withoutConfinement(part: String) throws {
        let output = try batch.shell("\(BuiltProgram.path("gxfaulty")) without \(part) batch --out out in || true")
        #expect(output.hasPrefix("stopped machine("))
        #expect(output.contains("noConfinement"))
    }

    /// The whole group is killed at moments that nobody chose; a last run makes it whole.
    @Test func killed() throws {
        for number in 0..<16 { try batch.addReport("r\(number).pdf", number: number) }
        try batch.addArchive("z.zip", ["x.pdf=\(batch.path)/in/r1.pdf", "c.txt:GXFAULT crash", "../u:x"])
        try batch.run(out: "whole")
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        for _ in 0..<6 {
            let milliseconds = Int.random(in: 20...900, using: &generator)
            try batch.shell(
                """
                setsid \(BuiltProgram.path("gxfaulty")) batch --out out in > /dev/null & group=$!
                sleep \(Double(milliseconds) / 1000); kill -9 -- -$group 2> /dev/null || true; wait 2> /dev/null || true
                """)
        }
        #expect(try batch.run().hasPrefix("complete done 20"))
        #expect(try batch.results() == batch.results("whole"), "seed \(generator.seed)")
        let database = try Database(path: "\(batch.out)/ledger.sqlite", .readWrite)
        #expect(try database.first("SELECT kills FROM readings WHERE reason = 'crashed'")?.integer(0) == 2)
    }
}
