import Foundation
import GxTestSupport
import Testing

/// The page in a real browser: Chromium, driven without a screen by the Python programs in `browser`.
@Suite(.serialized)
struct BrowserTests {
    private static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        .enabled(if: chromium != nil, "no Chromium on this machine: scripts/setup test installs it"),
        .timeLimit(.minutes(5)),
        arguments: ["keys", "windows", "hostile", "sending", "batch"])
    func inTheBrowser(name: String) throws {
        let folder = "\(FixtureDocument.root)/Tests/ReviewTests/browser"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-B", "\(folder)/test_\(name).py"]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "GXINGEST": BuiltProgram.path("gxingest"), "GX_FIXTURES": "\(FixtureDocument.root)/Fixtures/documents",
        ]) { $1 }
        let output = try TemporaryFolder()
        let path = output.path + "/output"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        #expect(process.terminationStatus == 0, "\(text)")
    }
}
