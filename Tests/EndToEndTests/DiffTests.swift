import Foundation
import JSON
import Testing

/// `gxingest diff` from outside.
struct DiffTests {
    private static let example = CommandRun.fixture("example.pdf")

    @Test func sameIsZeroAndDifferentIsOne() throws {
        let folder = try TemporaryFolder()
        let csv = try CommandRun(Self.example, "--format", "csv").output
        try folder.write(Array(csv.utf8), to: "same.csv")
        let same = try CommandRun("diff", Self.example, "same.csv", in: folder)
        #expect(same.code == 0, "\(same.output) \(same.error)")
        var lines = csv.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = try #require(lines.firstIndex { $0.contains(",applications,new,total,") })
        var fields = lines[index].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[7] = "98765"
        lines[index] = fields.joined(separator: ",")
        try folder.write(Array(lines.joined(separator: "\n").utf8), to: "other.csv")
        let other = try CommandRun("diff", Self.example, "other.csv", "--format", "json", in: folder)
        #expect(other.code == 1)
        let value = try JSONValue(parsing: Array(other.output.utf8))
        let figures = try #require(value["figures"]?.array)
        #expect(figures.map { $0["figure"]?.string } == ["applications/new/total"])
        #expect(figures.first?["right"]?["value"]?.string == "98765")
    }

    @Test func pageHoldsPicturesOfBothSides() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun("diff", Self.example, CommandRun.fixture("bits.pdf"), "-o", "diff.html", in: folder)
        #expect(run.code == 1 && run.output.isEmpty)
        let page = try folder.text("diff.html")
        #expect(page.components(separatedBy: "data:image/png").count > 20)
        #expect(page.contains("<figcaption>A ") && page.contains("<figcaption>B "))
    }

    @Test func aBatchAndOneOfItsReports() throws {
        let folder = try TemporaryFolder()
        let json = try CommandRun(Self.example, CommandRun.fixture("bits.pdf"), "--format", "json").output
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: false)
        try Data(json.utf8).write(to: URL(fileURLWithPath: folder.path + "/out/reports.ndjson"))
        #expect(try CommandRun("diff", "out", "out", in: folder).code == 0)
        #expect(try CommandRun("diff", "out!example.pdf", Self.example, in: folder).code == 0)
        #expect(try CommandRun("diff", "out!bits.pdf", Self.example, in: folder).code == 1)
        #expect(try CommandRun("diff", "out!none.pdf", Self.example, in: folder).code == 3)
    }

    @Test(arguments: ["diff a": 2, "diff nowhere.pdf nowhere.pdf": 3, "diff . .": 3, "diff - -": 2])
    func exitCodes(line: String, code: Int) throws {
        let run = try CommandRun(shell: "gxingest \(line)")
        #expect(run.code == code, "\(run.error)")
        #expect(!run.error.isEmpty)
    }
}
