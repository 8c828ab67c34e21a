import Foundation
import GxTestSupport
import SQLiteBridge
import Testing

/// Whole batches with documents good and bad: every one ends in exactly one row.
@Suite(.serialized) struct BatchRunTests {
    let batch: BatchFolder

    init() throws { batch = try BatchFolder() }

    private func expect(_ summary: String, _ part: String, _ location: SourceLocation = #_sourceLocation) {
        #expect(summary.contains(part), "\(summary)", sourceLocation: location)
    }

    @Test func everyDocumentEndsInOneRow() throws {
        try batch.addReport("good.pdf")
        try batch.addReport("sub/same.pdf")
        try batch.addReport("mistakes.pdf", fixture: "mistakes.pdf")
        try batch.addReport("old.pdf", fixture: "before-2019.pdf")
        try batch.write("GXFAULT crash", to: "crash.txt")
        try batch.write("GXFAULT allocate", to: "allocate.txt")
        try batch.write("", to: "empty.pdf")
        try batch.write("Rar!\u{1A}\u{7}", to: "broken.rar")
        try batch.shell("ln -s good.pdf in/link.pdf; mkfifo in/pipe")
        try batch.addArchive(
            "a.zip",
            ["下级/1.pdf=\(batch.path)/in/good.pdf", "twice.txt:GXFAULT sleep 1", "twice.txt:GXFAULT sleep 2", "../up:x"])
        let summary = try batch.run(["--jobs", "2"])
        #expect(summary == "complete done 14 fresh 13 clean 3 review 1 failed 9 other 1" || summary.contains("done 14"))
        #expect(
            try batch.documents() == [
                "in/good.pdf": "0", "in/sub/same.pdf": "0", "in/mistakes.pdf": "1", "in/old.pdf": "not-a-report",
                "in/crash.txt": "crashed", "in/allocate.txt": "out-of-memory", "in/empty.pdf": "empty",
                "in/broken.rar": "damaged", "in/link.pdf": "link", "in/pipe": "special-file",
                "in/a.zip!下级/1.pdf": "0", "in/a.zip!twice.txt": "not-readable", "in/a.zip!twice.txt~2": "not-readable",
                "in/a.zip!../up": "climbs-out",
            ])
        // One content, one reading.
        let database = try Database(path: "\(batch.out)/ledger.sqlite", .readWrite)
        #expect(try database.first("SELECT count(*) FROM readings WHERE kind = 'pdf'")?.integer(0) == 3)
        #expect(try database.first("SELECT kills FROM readings WHERE reason = 'crashed'")?.integer(0) == 2)
        #expect(
            try database.first("SELECT confinement FROM readings WHERE exit_code = 0")?.text(0)?.contains("landlock")
                == true)
        let lines = try String(contentsOfFile: "\(batch.out)/reports.ndjson", encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 4)
        let one = try String(contentsOfFile: "\(batch.out)/reports/in/a.zip!下级/1.pdf.json", encoding: .utf8)
        #expect(one.contains("\"source\":\"in/a.zip!下级/1.pdf\""))
        #expect(lines.contains { $0 + "\n" == one })
    }

    @Test func theSameBytesForAnyNumberOfJobs() throws {
        for number in 0..<12 { try batch.addReport("\(number % 3)/r\(number).pdf", number: number) }
        try batch.addArchive("z.tar.gz", ["a.pdf=\(batch.path)/in/0/r0.pdf", "b.txt:GXFAULT crash"])
        var all: Set<String> = []
        for jobs in 1...3 {
            try batch.run(["--jobs", "\(jobs)"], out: "out\(jobs)")
            all.insert(try batch.results("out\(jobs)"))
        }
        // The other way round, and in two runs.
        try batch.run(sources: ["in/z.tar.gz", "in/2", "in/1"], out: "out4")
        try batch.run(sources: ["in/0"], out: "out4")
        all.insert(try batch.results("out4"))
        #expect(all.count == 1)
    }

    @Test func aSecondRunDoesOnlyWhatIsNew() throws {
        try batch.addReport("a.pdf", number: 1)
        try batch.addReport("b.pdf", number: 2)
        try batch.addArchive("z.zip", ["c.pdf=\(batch.path)/in/a.pdf", "d.txt:GXFAULT sleep 1"])
        try expect(batch.run(), "done 4 fresh 4")
        try expect(batch.run(), "done 4 fresh 0")
        try batch.addReport("b.pdf", number: 3)
        try batch.addReport("e.pdf", number: 4)
        try batch.remove("a.pdf")
        try expect(batch.run(), "done 4 fresh 2")
        #expect(
            try batch.documents().keys.sorted() == ["in/b.pdf", "in/e.pdf", "in/z.zip!c.pdf", "in/z.zip!d.txt"])
        // Another version of the program reads everything again, archives too.
        try expect(batch.run(["--program", "test 2"]), "done 4 fresh 4")
        try expect(batch.run(["--program", "test 2"]), "done 4 fresh 0")
    }

    @Test func retries() throws {
        try batch.addReport("a.pdf")
        try batch.addReport("m.pdf", fixture: "mistakes.pdf")
        try batch.write("GXFAULT crash", to: "crash.txt")
        try batch.addArchive("z.zip", ["f.txt:GXFAULT abort", "g.pdf=\(batch.path)/in/a.pdf"])
        try expect(batch.run(), "done 5 fresh 5")
        try expect(batch.run(["--retry", "failed"]), "done 5 fresh 2")
        try expect(batch.run(["--retry", "review"]), "done 5 fresh 1")
        try expect(batch.run(["--retry", "all"]), "done 5 fresh 5")
        try expect(batch.run(), "done 5 fresh 0")
    }

    @Test func passwords() throws {
        try batch.addArchive("z.zip", ["a.txt:GXFAULT sleep 1"], options: ["--password", "open"])
        try batch.run()
        #expect(try batch.documents() == ["in/z.zip!a.txt": "encrypted"])
        try batch.run(["--password", "wrong"])
        #expect(try batch.documents() == ["in/z.zip!a.txt": "encrypted"])
        try batch.run(["--password", "open"])
        #expect(try batch.documents() == ["in/z.zip!a.txt": "not-readable"])
    }

    @Test func listsOfPaths() throws {
        try batch.addReport("a.pdf")
        try batch.write("in/a.pdf\r\n\nin/none.pdf\nin/\(String(repeating: "x", count: 300))", to: "../list")
        try expect(batch.run(["--from", "list"], sources: []), "done 3")
        #expect(try batch.documents()["in/none.pdf"] == "not-found")
        #expect(
            try batch.shell("cat list | \(BuiltProgram.path("gxfaulty")) batch --out out2 --from -").contains("done 3"))
    }

    /// What hostile archives come to, through confined workers with little memory.
    @Test func hostileArchives() throws {
        let report = "\(FixtureDocument.root)/Fixtures/documents/example.pdf"
        try batch.addArchive("gbk.zip", ["区县/水务局.pdf=\(report)"], options: ["--names", "gbk"])
        try batch.addArchive("cut.7z", ["a.pdf=\(report)", "b.txt:GXFAULT sleep 1"])
        try batch.addArchive("locked.zip", ["a.txt:GXFAULT sleep 1"], options: ["--password", "right"])
        try batch.addArchive("bomb.zip", ["zeros.bin*600000000", "after.txt:GXFAULT sleep 1"])
        try batch.shell(
            """
            python3 -c '
            import io, zipfile
            name, content = "bottom.txt", b"x"
            for number in range(1, 101):
                file = io.BytesIO()
                with zipfile.ZipFile(file, "w") as archive: archive.writestr(name, content)
                name, content = f"{number}.zip", file.getvalue()
            open("in/deep.zip", "wb").write(content)'
            truncate -s 30000 in/cut.7z; truncate -s 4G in/hole.pdf
            truncate -s 4G hole && tar -Scf in/sparse.tar hole; mknod null c 1 3 && tar -cf in/device.tar null || tar -cf in/device.tar hole
            """)
        try batch.run(["--password", "wrong", "--megabytes", "300"])
        var documents = try batch.documents()
        // Only root can make a device.
        if getuid() == 0 { #expect(documents.removeValue(forKey: "in/device.tar!null") == "special-file") }
        documents["in/device.tar!hole"] = nil
        let deepest = "in/deep.zip!" + (92...99).reversed().map { "\($0).zip" }.joined(separator: "!")
        #expect(
            documents == [
                "in/gbk.zip!区县/水务局.pdf": "0", "in/cut.7z": "damaged", "in/locked.zip!a.txt": "encrypted",
                "in/bomb.zip!zeros.bin": "over-limit", "in/bomb.zip!after.txt": "not-readable", deepest: "over-limit",
                "in/hole.pdf": "over-limit", "in/sparse.tar!hole": "over-limit",
            ])
    }

    /// An archive that does harm costs itself, and its members.
    @Test func anArchiveCostsOnlyItself() throws {
        for fault in ["crash", "hang", "allocate", "gibberish"] {
            try batch.addArchive("x.zip", ["a.txt:x"])
            try batch.shell("mv in/x.zip 'in/\(fault).GXFAULT \(fault).zip'")
        }
        try batch.addArchive("good.zip", ["a.txt:GXFAULT sleep 1"])
        try batch.shell("cp 'in/good.zip' 'in/zz.zip'")
        let options = ["--seconds", "6"]
        try batch.run(options)
        let rows = [
            "in/crash.GXFAULT crash.zip": "crashed", "in/hang.GXFAULT hang.zip": "timed-out",
            "in/allocate.GXFAULT allocate.zip": "out-of-memory", "in/gibberish.GXFAULT gibberish.zip": "crashed",
            "in/good.zip!a.txt": "not-readable", "in/zz.zip!a.txt": "not-readable",
        ]
        #expect(try batch.documents() == rows)
        try expect(batch.run(options), "done 6 fresh 0")
        try expect(batch.run(options + ["--retry", "failed"]), "done 6")
        #expect(try batch.documents() == rows)
    }

    /// Workers do not outlive a run that is killed alone.
    @Test func workersDieWithTheirParent() throws {
        try batch.write("GXFAULT hang", to: "hang.txt")
        try batch.write("GXFAULT spin", to: "spin.txt")
        let left = try batch.shell(
            """
            setsid \(BuiltProgram.path("gxfaulty")) batch --out out --jobs 2 in & parent=$!
            for i in $(seq 100); do [ $(cat /proc/$parent/task/$parent/children | wc -w) = 2 ] && break; sleep 0.05; done
            sleep 0.3; workers=$(cat /proc/$parent/task/$parent/children); kill -9 $parent
            for i in $(seq 100); do ls -d $(printf '/proc/%s/exe ' $workers) > /dev/null 2>&1 || break; sleep 0.05; done
            for worker in $workers; do [ -e /proc/$worker/fd/3 ] && echo left; done; echo $workers | wc -w
            """)
        #expect(left == "2", "\(left)")
        // It counts for nothing against the documents.
        let database = try Database(path: "\(batch.out)/ledger.sqlite", .readWrite)
        #expect(try database.first("SELECT max(kills) FROM readings")?.integer(0) == 0)
    }

    @Test func interruptionLosesNothing() throws {
        for number in 0..<10 { try batch.addReport("r\(number).pdf", number: number) }
        try batch.run(out: "whole")
        #expect(try batch.run(["--interrupt-at", "3"]).hasPrefix("interrupted"))
        #expect(!FileManager.default.fileExists(atPath: "\(batch.out)/figures.csv"))
        #expect(try batch.run().hasPrefix("complete done 10 fresh"))
        #expect(try batch.results() == batch.results("whole"))
    }

    @Test func itsOwnFolderIsNoSource() throws {
        try batch.addReport("a.pdf")
        try batch.run(sources: ["."], out: "in/out")
        try expect(batch.run(sources: ["."], out: "in/out"), "done 1 ")
    }
}
