import Foundation
import GxTestSupport
import JSON
import Testing

@Suite struct OutputTests {
    let example = CommandRun.fixture("example.pdf")

    @Test func writesWholeFiles() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun(example, "-o", "out.csv", in: folder)
        #expect(run.code == 0)
        #expect(run.output == "")
        #expect(folder.files == ["out.csv"])
        #expect(try folder.text("out.csv") == CommandRun(example, "-f", "csv").output)
    }

    @Test(arguments: [
        ("out.json", "{\"agency\""), ("out.txt", "# "), ("out.md", "# "), ("out", "source,"), ("a.b/out", "source,"),
    ])
    func formatFollowsTheName(name: String, start: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/a.b", withIntermediateDirectories: true)
        #expect(try CommandRun(example, "-o", name, in: folder).code == 0)
        #expect(try folder.text(name).hasPrefix(start))
    }

    @Test func failureLeavesTheOldFile() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), to: "out.csv")
        #expect(try CommandRun("nothing.pdf", "-o", "out.csv", in: folder).code == 3)
        #expect(try folder.text("out.csv") == "old")
        #expect(folder.files == ["out.csv"])
    }

    @Test func keepsLinksAndPermissions() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun(
            shell: "touch real.csv; chmod 600 real.csv; ln -s real.csv link.csv; gxingest '\(example)' -o link.csv; "
                + "stat -c %a real.csv; readlink link.csv; head -c 6 real.csv", in: folder)
        #expect(run.output == "600\nreal.csv\nsource")
    }

    @Test func outputThatCannotBeWritten() throws {
        for target in ["no/such/folder.csv", "/dev/full", "."] {
            let run = try CommandRun(example, "-o", target)
            #expect(run.code == 3)
            #expect(run.error.contains("写不进去"), "\(run.error)")
        }
        let full = try CommandRun(shell: "gxingest '\(example)' -f csv > /dev/full")
        #expect(full.code == 3)
        #expect(full.error.contains("No space left on device") && full.error.contains("腾出磁盘空间"))
    }

    /// A reader that has had enough is no error.
    @Test func closedPipe() throws {
        let files = Array(repeating: "'\(example)'", count: 20).joined(separator: " ")
        let run = try CommandRun(
            shell: "set -o pipefail; gxingest -f json \(files) | head -c 10; echo ${PIPESTATUS[0]}")
        #expect(run.error == "")
        #expect(run.output.hasSuffix("0\n"))
    }

    @Test func standardInput() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: example)))
        let run = try CommandRun("-", "-f", "csv", input: bytes)
        #expect(run.code == 0)
        let named = try CommandRun(example, "-f", "csv").output
        #expect(run.output == named.replacing(example, with: "-"))
    }

    @Test func aNameIsNoEvidence() throws {
        let run = try CommandRun(shell: "cp '\(example)' report.docx; gxingest report.docx -f csv | head -2 | tail -1")
        #expect(run.output.hasPrefix("report.docx,"))
    }

    @Test func jsonIsOneObjectALine() throws {
        let run = try CommandRun(example, CommandRun.fixture("compilation.pdf"), "-f", "json")
        let lines = run.output.split(separator: "\n")
        let sources = try lines.map { try JSONValue(parsing: Array($0.utf8))["source"]?.string }
        let compilation = CommandRun.fixture("compilation.pdf")
        #expect(sources == [example, compilation, compilation + "#2"])
        #expect(try CommandRun(example, CommandRun.fixture("compilation.pdf"), "-f", "json").output == run.output)
    }

    @Test func byteOrderMarkComesOnce() throws {
        let run = try CommandRun(example, example, "-f", "csv", "--bom")
        #expect(run.output.unicodeScalars.count { $0 == "\u{FEFF}" } == 1)
        #expect(run.output.unicodeScalars.first == "\u{FEFF}")
    }

    /// The wrong ones must not hurt (poppler dies on them), and one that is not ASCII opens too.
    @Test(arguments: ["40", "128", "256"])
    func passwordsAreTriedInTurn(bits: String) throws {
        let folder = try TemporaryFolder()
        let password = bits == "256" ? "密码" : "geheim"
        try folder.write(Array("wrong\n\r\nnot this\n".utf8), to: "wrong")
        try folder.write(Array("wrong\n\(password)\n".utf8), to: "right")
        let run = try CommandRun(
            shell: """
                qpdf --allow-weak-crypto --encrypt '\(password)' owner \(bits) -- '\(example)' locked.pdf
                gxingest locked.pdf; echo $?
                gxingest locked.pdf --password-file wrong; echo $?
                gxingest --format csv --password-file right - < locked.pdf > unlocked.csv; echo $?
                gxingest --format csv - < '\(example)' > plain.csv
                cmp unlocked.csv plain.csv && echo same
                """, in: folder)
        #expect(run.output == "3\n3\n0\nsame\n")
        #expect(run.error.components(separatedBy: "没有能打开它的密码").count == 3)
    }

    @Test func pagesThatWereAskedFor() throws {
        let run = try CommandRun(example, "--pages", "1", "-f", "csv")
        #expect(run.code != 0)
    }
}

@Suite struct SpeechTests {
    @Test(arguments: [
        (["LC_ALL": "zh_CN.UTF-8"], "没有给出"), (["LC_ALL": "en_GB.UTF-8"], "no FILE is given"),
        (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"], "没有给出"),
        (["LC_ALL": "C", "LANG": "zh_CN"], "no FILE"),
        (["LC_ALL": "", "LANG": "zh_CN.GB18030"], "没有给出"),
    ])
    func languageOfTheEnvironment(environment: [String: String], part: String) throws {
        #expect(try CommandRun(environment: environment).error.contains(part))
    }

    @Test func languageOfTheOption() throws {
        #expect(try CommandRun("--lang", "en").error.contains("no FILE is given"))
        // Even where the rest of the line is wrong.
        #expect(try CommandRun("--nonsense", "--lang", "en").error.contains("there is no option --nonsense"))
    }

    @Test func helpNeedsNoFile() throws {
        let run = try CommandRun("--help")
        #expect(run.code == 0)
        #expect(run.error == "")
        for word in ["--format", "--output", "--pages", "--password-file", "--lang", "--quiet", "read", "schema"] {
            #expect(run.output.contains(word))
        }
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let own = try CommandRun("read", "--help", "--lang", "en")
        #expect(own.output.contains("Usage: gxingest read FILE… [OPTIONS]"))
    }

    @Test func versionNamesTheLibraries() throws {
        let run = try CommandRun("--version")
        #expect(run.output.hasPrefix("gxingest "))
        #expect(run.output.contains("\npoppler ") && run.output.contains("\nqpdf "))
    }

    @Test func schemaIsJSON() throws {
        let schema = try JSONValue(parsing: Array(CommandRun("schema").output.utf8))
        #expect(schema["$id"] == .string("urn:gxingest:report:1"))
    }

    @Test func coloursOnlyOnRequestAndTerminal() throws {
        let example = CommandRun.fixture("example.pdf")
        #expect(try !CommandRun(example, "-f", "summary").output.contains("\u{1B}"))
        #expect(try CommandRun(example, "-f", "summary", "--color", "always").output.contains("\u{1B}["))
    }

    /// What a file is called is never obeyed by the terminal.
    @Test func hostileNames() throws {
        let run = try CommandRun("a\u{1B}[31m\u{7}b\nc.pdf")
        #expect(!run.error.contains("\u{1B}") && !run.error.contains("\u{7}"))
        #expect(run.error.split(separator: "\n").count == 2)
    }
}
