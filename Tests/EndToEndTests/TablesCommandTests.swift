import Foundation
import GxTestSupport
import JSON
import Testing

/// `gxingest tables`, from outside.
@Suite struct TablesCommandTests {
    let example = CommandRun.fixture("example.pdf")

    /// A small ruled table that no form describes: two columns, a head over both.
    static let ruled = TinyPDF(
        """
        BT /F 11 Tf 110 705 Td (Fruit and price) Tj ET
        BT /F 11 Tf 110 685 Td (Apples) Tj 150 0 Td (12) Tj ET
        BT /F 11 Tf 110 665 Td (Pears) Tj 150 0 Td (7) Tj ET
        100 720 m 300 720 l S 100 700 m 300 700 l S 100 680 m 300 680 l S 100 660 m 300 660 l S
        100 720 m 100 660 l S 200 700 m 200 660 l S 300 720 m 300 660 l S
        """
    ).bytes

    @Test func anyDocument() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.ruled, to: "a.pdf")
        let run = try CommandRun("tables", "a.pdf", "--format", "markdown", in: folder)
        #expect(run.output == "| Fruit and price |  |\n| --- | --- |\n| Apples | 12 |\n| Pears | 7 |\n")
        #expect(run.error == "")
        #expect(run.code == 0)
    }

    @Test func formats() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.ruled, to: "a.pdf")
        for (name, text) in [
            ("a.csv", "Fruit and price,\nApples,12\nPears,7\n"), ("a.md", "| Fruit"),
            ("a.html", "<tr><th colspan=\"2\">Fruit and price</th></tr>\n<tr><td>Apples</td><td>12</td></tr>"),
            ("a.json", "\"text\":\"Fruit and price\""), ("a", "\"text\":\"Fruit and price\""),
        ] {
            let run = try CommandRun("tables", "a.pdf", "-o", name, in: folder)
            #expect(run.code == 0 && run.output.isEmpty && run.error.isEmpty)
            #expect(try folder.text(name).contains(text), "\(name)")
        }
    }

    /// One object a line for several documents, each with its source and every cell with its place.
    @Test func jsonOfSeveral() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.ruled, to: "a.pdf")
        try FileManager.default.copyItem(atPath: example, toPath: folder.path + "/b.pdf")
        let run = try CommandRun("tables", "a.pdf", "b.pdf", "missing.pdf", in: folder)
        #expect(run.code == 3)
        #expect(run.error.contains("missing.pdf"))
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2)
        let objects = try lines.map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.map { $0["source"] as? String } == ["a.pdf", "b.pdf"])
        let table = try #require((objects[0]["tables"] as? [[String: Any]])?.first)
        #expect(table["page"] as? Int == 1)
        let cells = try #require(table["cells"] as? [[String: Any]])
        #expect(cells.count == 5)
        #expect(cells[0]["colspan"] as? Int == 2)
        #expect(cells[0]["header"] as? Bool == true)
        let box = try #require(cells[0]["box"] as? [Double])
        #expect(zip(box, [100, 80, 200, 20]).allSatisfy { abs($0 - $1) < 1 }, "\(box)")
        #expect((objects[1]["tables"] as? [Any])?.count == 3)
    }

    @Test func onlySomePages() throws {
        let all = try CommandRun("tables", example, "-f", "csv")
        let first = try CommandRun("tables", example, "-f", "csv", "--pages", "1")
        #expect(all.code == 0 && first.code == 0)
        #expect(first.output.utf8.count < all.output.utf8.count)
    }

    /// The pages as pictures, and what is printed is the same as without them.
    @Test func drawsPages() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.ruled, to: "a.pdf")
        let plain = try CommandRun("tables", "a.pdf", in: folder)
        let run = try CommandRun("tables", "a.pdf", "--debug", "seen", in: folder)
        #expect(run.code == 0)
        #expect(run.output == plain.output)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/seen")
        #expect(names == ["page-001.png"])
        let png = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/seen/page-001.png"))
        // The signature, and in the header the size: 600 by 800 points at 144 dpi.
        #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(Array(png[16..<24]) == [0, 0, 4, 0xB0, 0, 0, 6, 0x40])
    }

    @Test func noTables() throws {
        let folder = try TemporaryFolder()
        try folder.write(TinyPDF("BT /F 11 Tf 100 700 Td (Nothing but a line.) Tj ET").bytes, to: "a.pdf")
        let run = try CommandRun("tables", "a.pdf", in: folder)
        #expect(run.code == 0)
        #expect(run.output == "{\"schema\":\"gxingest.tables\",\"source\":\"a.pdf\",\"tables\":[],\"version\":1}\n")
        #expect(run.error == "a.pdf：没有表格\n")
        #expect(try CommandRun("tables", "a.pdf", "--quiet", "--lang", "en", in: folder).error == "")
    }

    /// Text that cannot be decoded is no page without tables.
    @Test func undecodableText() throws {
        let folder = try TemporaryFolder()
        let line = #"(\304\343\300\336\312\307\341\362) Tj"#
        try folder.write(TinyPDF("BT /F 11 Tf 100 700 Td \(line) ET").bytes, to: "a.pdf")
        let run = try CommandRun("tables", "a.pdf", in: folder)
        #expect(run.code == 1)
        #expect(run.output.contains("\"tables\":[]"))
        #expect(run.error.contains("a.pdf：第 1 页：文字层是乱码") && run.error.contains("\n  "), "\(run.error)")
    }

    @Test(arguments: [
        ("gxingest tables", 2, "命令 tables 缺少 FILE"),
        ("gxingest tables x -f xml", 2, "可用的值：json、csv、html、markdown"),
        ("gxingest tables x -f json --bom", 2, "--bom 只用于 CSV"),
        ("gxingest tables a b --debug seen", 2, "--debug 一次只画一份文档"),
        ("gxingest tables a -o a", 2, "输出会覆盖输入文件"),
        ("gxingest tables nothing.pdf", 3, "没有这个文件"),
        ("gxingest tables \"$FIXTURES/locked.pdf\"", 3, "--password-file"),
        ("echo text > a.txt; gxingest tables a.txt", 3, "a.txt"),
        ("touch seen; gxingest tables \"$FIXTURES/example.pdf\" --debug seen/x", 3, "写不进去"),
    ])
    func failures(line: String, code: Int, part: String) throws {
        let run = try CommandRun(
            shell: line,
            environment: ["FIXTURES": (CommandRun.fixture("example.pdf") as NSString).deletingLastPathComponent])
        #expect(run.code == Int32(code))
        #expect(run.output == "")
        #expect(run.error.contains(part), "\(run.error)")
    }

    /// A map drawn as vectors: what a limit cuts off is said, and the rest is read.
    @Test func tooManyLines() throws {
        let folder = try TemporaryFolder()
        let path = "100 100 m " + String(repeating: "9 9 l ", count: 1_000_001) + "S BT /F 11 Tf 100 700 Td (Map) Tj ET"
        try folder.write(TinyPDF(path).bytes, to: "map.pdf")
        let run = try CommandRun("tables", "map.pdf", "-f", "csv", in: folder)
        #expect(run.code == 1)
        #expect(run.output == "")
        #expect(run.error.contains("map.pdf：第 1 页：线条超过 1000000 段，其余未读"), "\(run.error)")
    }
}
