import Foundation
import GxTestSupport

/// The built program, run in an empty folder of its own.
struct CommandRun {
    var output: String
    var error: String
    var code: Int32

    /// The program beside the tests.
    static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("gxingest").path

    /// A command that hangs is a failure, not a test that never ends.
    private static let patience = Duration.seconds(120)

    static func fixture(_ name: String) -> String { "\(FixtureDocument.root)/Fixtures/documents/\(name)" }

    /// Runs `gxingest` with these arguments.
    init(
        _ arguments: String..., input: [UInt8] = [], in folder: TemporaryFolder? = nil,
        environment: [String: String] = [:]
    )
        throws
    {
        try self.init(executable: Self.program, arguments, input: input, in: folder, environment: environment)
    }

    /// Runs a line of shell; `gxingest` is on the path.
    init(shell line: String, in folder: TemporaryFolder? = nil, environment: [String: String] = [:]) throws {
        try self.init(
            executable: "/bin/bash", ["-c", line], input: [],
            in: folder, environment: environment)
    }

    private init(
        executable: String, _ arguments: [String], input: [UInt8], in folder: TemporaryFolder?,
        environment: [String: String]
    ) throws {
        let own = try folder ?? TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: own.path)
        process.environment = Self.environment(of: own).merging(environment) { $1 }
        let (stdin, stdout, stderr) = (try own.hidden("in"), try own.hidden("out"), try own.hidden("err"))
        try Data(input).write(to: stdin)
        process.standardInput = try FileHandle(forReadingFrom: stdin)
        process.standardOutput = try FileHandle(forWritingTo: stdout)
        process.standardError = try FileHandle(forWritingTo: stderr)
        try process.run()
        let deadline = ContinuousClock.now + Self.patience
        while process.isRunning {
            if ContinuousClock.now > deadline { kill(process.processIdentifier, SIGKILL) }
            usleep(2000)
        }
        output = String(decoding: try Data(contentsOf: stdout), as: UTF8.self)
        error = String(decoding: try Data(contentsOf: stderr), as: UTF8.self)
        code = process.terminationStatus
        withExtendedLifetime(own) {}
    }

    static func environment(of folder: TemporaryFolder) -> [String: String] {
        [
            "PATH": "\((program as NSString).deletingLastPathComponent):/usr/bin:/bin", "LANG": "zh_CN.UTF-8",
            "HOME": folder.path,
        ]
    }
}

/// An empty folder that goes when nobody needs it any more.
final class TemporaryFolder: Sendable {
    let path: String
    private let side: String

    init() throws {
        let base = NSTemporaryDirectory() + "gxingest-test-\(UUID().uuidString)"
        path = base + "/work"
        side = base + "/side"
        for folder in [path, side] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

    /// Everything in it, by name.
    var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
    }

    /// A new file beside the folder, so that the folder itself stays empty.
    func hidden(_ name: String) throws -> URL {
        let url = URL(fileURLWithPath: "\(side)/\(name)-\(UUID().uuidString)")
        try Data().write(to: url)
        return url
    }
}
