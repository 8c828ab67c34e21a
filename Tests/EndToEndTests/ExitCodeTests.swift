import Foundation
import GxTestSupport
import Testing

/// Every exit code of the command, with what it says and where.
@Suite struct ExitCodeTests {
    @Test func cleanReport() throws {
        let run = try CommandRun(CommandRun.fixture("example.pdf"), "--format", "csv")
        #expect(run.code == 0)
        #expect(run.error == "")
        #expect(
            run.output.hasPrefix(
                "source,agency,year,form,table,row,column,value,printed,status,confidence,method,page,"))
        #expect(run.output.split(separator: "\n").count > 180)
    }

    @Test func reportWithFindings() throws {
        let run = try CommandRun(CommandRun.fixture("mistakes.pdf"), "--format", "csv")
        #expect(run.code == 1)
        #expect(run.error == "")
        #expect(!run.output.isEmpty)
    }

    @Test(arguments: [
        ([], "没有给出 FILE"),
        (["--fromat", "csv", "x"], "是不是 --format"),
        (["-f", "xml", "x"], "可用的值：summary、csv、json、text"),
        (["x", "--pages", "0"], "页码从 1 开始"),
        (["x", "-f", "json", "-f", "csv"], "给了两次"),
        (["x", "-f", "json", "--bom"], "--bom 只用于 CSV"),
        (["a.csv", "-o", "a.csv"], "输出会覆盖输入文件"),
        (["-", "-"], "标准输入只能读一次"),
        (["completions", "tcsh"], "可选：bash、zsh、fish"),
        (["schema", "x"], "用不上“x”"),
        (["--quiet=yes", "x"], "请只写 --quiet"),
    ])
    func wrongUsage(arguments: [String], part: String) throws {
        let line = (["gxingest"] + arguments.map { "'\($0)'" }).joined(separator: " ")
        let run = try CommandRun(shell: line)
        #expect(run.code == 2)
        #expect(run.output == "")
        #expect(run.error.contains(part), "\(run.error)")
        // One error at a time: what is wrong, and what to do.
        #expect(run.error.split(separator: "\n").count == 2)
    }

    @Test(arguments: [
        ("gxingest nothing.pdf", "nothing.pdf：没有这个文件"),
        ("mkdir folder; gxingest folder", "这是文件夹"),
        (": > empty.pdf; gxingest empty.pdf", "文件是空的"),
        ("gxingest - < /dev/null", "-：文件是空的"),
        ("head -c 4000 /dev/urandom > noise.pdf; gxingest noise.pdf", "无法识别这种文件"),
        ("printf '%%PDF-1.4\\nnothing' > half.pdf; gxingest half.pdf", "文件已损坏"),
        ("gxingest \"$FIXTURES/locked.pdf\"", "--password-file"),
        ("printf '<!DOCTYPE html><html>' > a.pdf; gxingest a.pdf", "网页（HTML）里没有写着报告的表"),
        ("printf '{\\\\rtf1' > a.doc; gxingest a.doc", "RTF 文档还不能读取"),
        ("truncate -s 600M large.pdf; gxingest large.pdf", "文件上限为 512 MB"),
        ("gxingest \"$FIXTURES/example.pdf\" --password-file none.txt", "none.txt：没有这个文件"),
        ("gxingest \"$FIXTURES/example.pdf\" --pages 9-12", "全文共 3 页"),
    ])
    func unreadableInput(line: String, part: String) throws {
        let run = try CommandRun(shell: line, environment: ["FIXTURES": CommandRun.fixture("")])
        #expect(run.code == 3)
        #expect(run.output == "")
        #expect(run.error.contains(part), "\(run.error)")
        #expect(run.error.split(separator: "\n").count == 2)
    }

    /// Each kind is named, and the way out told.
    @Test(arguments: [
        ("word/document.xml", "文件已损坏（XML）", "重新下载"),
        ("ppt/presentation.xml", "PowerPoint 演示文稿（PPTX）还不能读取", "另存为 PDF"),
        ("xl/workbook.xml", "文件已损坏（xl/_rels/workbook.xml.rels: missing）", "重新下载"),
        ("OFD.xml", "版式文档（OFD）还不能读取", "OFD 阅读器"),
        ("reports/a.pdf", "ZIP 压缩包还不能读取", "解压"),
    ])
    func kindsInsideZip(member: String, message: String, remedy: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: (folder.path + "/" + member as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try folder.write(Array("x".utf8), to: member)
        let run = try CommandRun(
            shell: "python3 -c \"import zipfile; zipfile.ZipFile('f.pdf', 'w').write('\(member)')\" && gxingest f.pdf",
            in: folder)
        #expect(run.code == 3)
        #expect(run.error.contains(message) && run.error.contains(remedy), "\(run.error)")
    }

    @Test(
        arguments: [
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "WordDocument".utf8.flatMap { [$0, 0] },
                "Word 文档（DOC）"
            ),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
                    + "WordDocument KSOProductBuildVer".utf8.flatMap { [$0, 0] }, "WPS 文字文档（WPS）"
            ),
        ] as [([UInt8], String)])
    func compoundFiles(bytes: [UInt8], name: String) throws {
        let run = try CommandRun("-", input: bytes)
        #expect(run.code == 3)
        #expect(run.error.contains(name + "还不能读取"), "\(run.error)")
    }

    @Test func noReport() throws {
        let run = try CommandRun(CommandRun.fixture("before-2019.pdf"))
        #expect(run.code == 4)
        #expect(run.output == "")
        #expect(run.error.contains("不是 2019 或 2021 年格式"))
        // What was found instead.
        #expect(run.error.contains("1 页、1 个表"))
    }

    /// 3 goes before 4, 4 before 1, 1 before 0; what can be read is read.
    @Test(
        arguments: [
            (["example.pdf", "mistakes.pdf"], 1), (["mistakes.pdf", "before-2019.pdf"], 4),
            (["before-2019.pdf", "locked.pdf", "example.pdf"], 3),
        ] as [([String], Int32)])
    func severalFiles(names: [String], code: Int32) throws {
        let line = "gxingest -f csv " + names.map { "'\(CommandRun.fixture($0))'" }.joined(separator: " ")
        let run = try CommandRun(shell: line)
        #expect(run.code == code)
        #expect(run.output.components(separatedBy: "source,agency,").count == 2)
    }

    @Test func interrupted() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandRun.program)
        process.arguments = ["-", "-o", "out.csv"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let input = Pipe()
        process.standardInput = input
        try process.run()
        // It waits for its input by then; before that the signal would end it by itself.
        Thread.sleep(forTimeInterval: 1.5)
        process.interrupt()
        // A program that does not obey ends the test, not its patience.
        let end = Date() + 20
        while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 130)
        #expect(folder.files == [])
    }

    /// The one thing that can be missing from a machine before anything is built.
    @Test func setupWithoutSwift() throws {
        let setup = FixtureDocument.root + "/scripts/setup"
        let run = try CommandRun(
            shell:
                "mkdir bin; for tool in bash env id; do ln -s $(command -v $tool) bin; done; PATH=$PWD/bin bash '\(setup)'"
        )
        #expect(run.code == 5)
        #expect(run.error.contains("Install Swift"))
    }
}
