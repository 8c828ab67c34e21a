import Foundation
import GxTestSupport
import JSON
import Testing

/// `gxingest batch`, `status` and `export` as people use them.
@Suite(.serialized) struct BatchCommandTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func shell(_ line: String, environment: [String: String] = [:]) throws -> CommandRun {
        try CommandRun(shell: line, in: folder, environment: environment)
    }

    private func addReports(_ names: String...) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(atPath: CommandRun.fixture(name), toPath: "\(folder.path)/in/\(name)")
        }
    }

    @Test func aBatchSaysWhatItDid() throws {
        try addReports("example.pdf", "mistakes.pdf", "before-2019.pdf")
        let first = try shell("gxingest batch in --out out")
        #expect(first.code == 1)
        #expect(first.output == "")
        #expect(first.error.contains("共 3 份（本次读 3 份）：无疑 1，待看 1，失败 0，非报告 1\n"), "\(first.error)")
        #expect(
            try shell("ls -A out").output
                == "batch.lock\ndocuments.csv\nfigures.csv\nfindings.csv\nledger.sqlite\nreports\nreports.ndjson\n")
        #expect(try shell("cat out/figures.csv").output == shell("gxingest in/*.pdf -f csv").output)
        #expect(try shell("cat out/reports.ndjson").output == shell("gxingest in/*.pdf -f json").output)
        #expect(try shell("gxingest batch in --out out --lang en").error.contains("3 documents (0 read now): 1 clean"))
        #expect(try shell("gxingest batch in --out out -q").error == "")
        try FileManager.default.removeItem(atPath: folder.path + "/in/mistakes.pdf")
        #expect(try shell("gxingest batch in --out out -q").code == 0)
    }

    @Test(arguments: [
        ("batch in", "没有给出 --out DIR"), ("batch --out out", "没有给出 SOURCE"),
        ("batch in --out out --jobs 0", "--jobs"), ("batch in --out out --retry some", "failed、review、all"),
        ("export out -o out.csv", "不能用 -o"), ("status", "DIR"), ("export a b", "用不上“b”"),
    ])
    func wrongUsage(line: String, part: String) throws {
        let run = try shell("gxingest \(line)")
        #expect(run.code == 2)
        #expect(run.error.contains(part), "\(run.error)")
        #expect(folder.files.isEmpty)
    }

    @Test func progressWithoutATerminal() throws {
        try addReports("example.pdf")
        let lines = try shell("gxingest batch in --out out --lang en").error.split(separator: "\n")
        #expect(lines.first?.hasSuffix("0 clean, 0 to review, 0 failed, 0 no report") == true, "\(lines)")
        let json = try shell("gxingest batch in --out out2 --progress json --lang en").error.split(separator: "\n")
        let objects = try json.map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(objects.first?["state"]?.string == "running")
        #expect(objects.last?["state"]?.string == "complete")
        #expect(objects.last?["clean"] == .integer(1) && objects.last?["done"] == .integer(1))
        #expect(objects.last?["total"] == .integer(1))
    }

    /// On a terminal there is a bar that goes again.
    @Test func progressOnATerminal() throws {
        try addReports("example.pdf")
        let run = try shell("script -qec 'gxingest batch in --out out' /dev/null", environment: ["TERM": "xterm"])
        guard run.code == 0 else { return }
        #expect(run.output.contains("█"))
        #expect(run.output.contains("\r\u{1B}[J共 1 份"), "\(run.output)")
    }

    /// Draws a form that draws ten, each of which draws ten, and so on: poppler would be at it for ages.
    private func addEndlessDocument() throws {
        let depth = 20
        let forms = (0..<depth).map { level in
            (
                name: "X\(level)", entries: "/BBox [0 0 600 800]",
                content: level + 1 < depth ? String(repeating: "/X\(level + 1) Do ", count: 10) : "0 0 m 1 1 l S"
            )
        }
        try folder.write(TinyPDF("/X0 Do", forms: forms).bytes, to: "endless.pdf")
    }

    @Test func aDocumentThatNeverEnds() throws {
        try addReports("example.pdf")
        try addEndlessDocument()
        let alone = try shell("gxingest endless.pdf --timeout 1")
        #expect(alone.code == 3)
        #expect(alone.error.contains("1 秒"), "\(alone.error)")
        let run = try shell("gxingest batch endless.pdf in --out out --timeout 1 --jobs 1")
        #expect(run.code == 1)
        #expect(
            try shell("cut -d, -f1,8,9 out/documents.csv").output
                == "source,exit_code,reason\nendless.pdf,3,timed-out\nin/example.pdf,0,\n")
        // It has cost two workers, and is left alone from then on.
        let start = ContinuousClock.now
        #expect(try shell("gxingest batch endless.pdf in --out out --timeout 20").error.contains("本次读 0 份"))
        #expect(ContinuousClock.now - start < .seconds(15))
    }

    /// The whole group hears Ctrl-C, as on a terminal.
    @Test(arguments: ["INT", "TERM"])
    func interruptedOnce(signal: String) throws {
        try addReports("example.pdf", "mistakes.pdf")
        try addEndlessDocument()
        let run = try shell(
            """
            setsid env --default-signal=INT,TERM gxingest batch endless.pdf in --out out --timeout 4 --jobs 1 --lang en & group=$!
            sleep 1.5; kill -\(signal) -- -$group; wait $group
            """)
        #expect(run.code == 130)
        #expect(run.error.contains("finishing the 1 in flight; Ctrl-C again stops at once"), "\(run.error)")
        #expect(run.error.contains("The same command goes on from here"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/figures.csv"))
        // What has been read can be had at once.
        #expect(try shell("gxingest export out && ls out/figures.csv").code == 0)
        #expect(try shell("gxingest batch in --out out -q").code == 1)
        #expect(try shell("grep -c , out/documents.csv").output == "3\n")
    }

    @Test func interruptedTwice() throws {
        try addEndlessDocument()
        let start = ContinuousClock.now
        let run = try shell(
            """
            setsid env --default-signal=INT,TERM gxingest batch endless.pdf --out out --timeout 60 & group=$!
            sleep 1; kill -INT -- -$group; sleep 0.5; kill -INT -- -$group; wait $group
            """)
        #expect(run.code == 130)
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(try shell("gxingest status out --lang en").output.contains("1 not read yet"))
    }

    @Test func aRunOutlivesItsTerminal() throws {
        try addReports("example.pdf")
        let run = try shell(
            """
            (trap '' HUP; exec setsid gxingest batch in --out out -q) & group=$!
            for i in $(seq 40); do kill -HUP -- -$group 2> /dev/null; sleep 0.02; done; wait $group
            """)
        #expect(run.code == 0)
    }

    @Test func status() throws {
        try addReports("example.pdf", "mistakes.pdf", "locked.pdf", "before-2019.pdf")
        try folder.write(Array("Rar!\u{1A}\u{7}".utf8), to: "in/x.rar")
        _ = try shell("gxingest batch in --out out")
        let run = try shell("gxingest status out --lang en")
        #expect(run.code == 0)
        for part in [
            "5 documents: 1 clean, 1 to review, 2 failed, 1 no report", "400 figures, 0 in doubt (0%)",
            "     1  the file is encrypted, and no password opened it\n        such as in/locked.pdf\n",
            "2022  ▒", "1, 0% clean", "2025  █", "--retry failed reads the failed ones again",
        ] {
            #expect(run.output.contains(part), "\(part): \(run.output)")
        }
        let missing = try shell("gxingest status in")
        #expect(missing.code == 3)
        #expect(missing.error.contains("这里没有台账"))
    }

    @Test func exports() throws {
        try addReports("example.pdf", "mistakes.pdf", "locked.pdf")
        _ = try shell("gxingest batch in --out out")
        let before = try shell("cat out/*.csv out/reports.ndjson").output
        #expect(try shell("rm out/*.csv; gxingest export out; cat out/*.csv out/reports.ndjson").output == before)
        #expect(
            try shell("gxingest export out -o a.xlsx && gxingest export out -f xlsx && cmp a.xlsx out/gxingest.xlsx")
                .code == 0)
        #expect(
            try shell("gxingest export out -o a.db && sqlite3 a.db 'SELECT count(*) FROM figures'").output == "400\n")
        #expect(
            try shell(
                "sqlite3 a.db \"SELECT value FROM readable WHERE row_label LIKE '%规章' AND agency LIKE '柏川%' ORDER BY column_label\""
            ).output
                .split(separator: "\n").count == 3)
        #expect(try shell("gxingest export out -o no/such/a.xlsx").code == 3)
        #expect(try shell("ls").output == "a.db\na.xlsx\nin\nout\n")
        // While a run has the folder, its files are the run's; a workbook is another matter.
        let held = try shell(
            "flock out/batch.lock gxingest export out; echo $?; flock out/batch.lock gxingest export out -o b.xlsx; echo $?"
        )
        #expect(held.output == "3\n0\n")
        #expect(held.error.contains("另一次运行正在使用这个文件夹"))
    }

    /// A disk that fills up while a workbook or a database is written, or the workbook's temporary files: said, and
    /// nothing half-written.
    @Test(arguments: [("out", "small/a.xlsx", 16), ("out", "small/a.sqlite", 60), ("small/out", "a.xlsx", 400)])
    func exportToAFullDisk(source: String, target: String, room: Int) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
        _ = try shell(
            "for i in $(seq 60); do cp '\(CommandRun.fixture("example.pdf"))' in/$i.pdf; echo %$i >> in/$i.pdf; done")
        _ = try shell("gxingest batch in --out out")
        let run = try shell(
            """
            mkdir small; unshare -Urm bash -c 'mount -t tmpfs -o size=6m none small || exit 99
            mkdir small/out; cp out/ledger.sqlite small/out; head -c 6m /dev/zero > small/fill 2> /dev/null
            truncate -s -\(room)k small/fill; gxingest export \(source) -o \(target); echo $?
            ls -A small; ls -A small/out | grep -v -e ledger -e batch.lock; ls a.xlsx'
            """)
        guard run.code != 99, !run.error.contains("unshare") else { return }
        #expect(run.output == "3\nfill\nout\n", "\(run.error)")
        #expect(run.error.contains("写不进去") && run.error.contains("腾出磁盘空间"), "\(run.error)")
    }
}
