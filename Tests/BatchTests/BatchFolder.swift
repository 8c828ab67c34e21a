import Foundation
import GxTestSupport

/// Sources for a batch, and what `gxfaulty batch` makes of them.
final class BatchFolder {
    let folder: TemporaryFolder
    var path: String { folder.path }
    var out: String { "\(folder.path)/out" }

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/in", withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: "\(path)/in/\(name)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// A report among the fixtures, made another document by a comment at its end.
    func addReport(_ name: String, number: Int = 0, fixture: String = "example.pdf") throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: "\(FixtureDocument.root)/Fixtures/documents/\(fixture)"))
        data.append(Data("\n% \(number)\n".utf8))
        let url = URL(fileURLWithPath: "\(path)/in/\(name)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func addArchive(_ name: String, _ members: [String], options: [String] = []) throws {
        let format = name.split(separator: ".").dropFirst().joined(separator: ".")
        try TestArchive.make(format, members, options: options, at: "\(path)/in/\(name)")
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/in/\(name)") }

    /// Runs it over `in`, and gives what it prints.
    @discardableResult
    func run(_ options: [String] = [], sources: [String] = ["in"], out: String = "out") throws -> String {
        let arguments = (["batch", "--out", out, "--seconds", "30", "--megabytes", "600"] + options + sources)
            .map { "'\($0)'" }.joined(separator: " ")
        return try shell("\(BuiltProgram.path("gxfaulty")) \(arguments) || true")
    }

    @discardableResult
    func shell(_ line: String) throws -> String {
        try Tool.text(["bash", "-c", "cd '\(path)' && { \(line)\n}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// `documents.csv` as source → kind of end.
    func documents(_ out: String = "out") throws -> [String: String] {
        let text = try String(contentsOfFile: "\(path)/\(out)/documents.csv", encoding: .utf8)
        var result: [String: String] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            result[fields[0]] = fields[8].isEmpty ? fields[7] : fields[8]
        }
        return result
    }

    /// The bytes of all results, for comparison.
    func results(_ out: String = "out") throws -> String {
        try shell(
            "cd \(out) && find figures.csv findings.csv documents.csv reports.ndjson reports -type f | LC_ALL=C sort | xargs -d '\\n' sha256sum"
        )
    }
}
