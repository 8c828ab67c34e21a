import Foundation

/// Runs another program of the machine and gives what it prints.
public enum Tool {
    public static func run(_ arguments: [String]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        // A file, not a pipe: Foundation traps where a signal interrupts its reading of one.
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("tool-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: url.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: url) }
        process.standardOutput = try FileHandle(forWritingTo: url)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ToolFailure(arguments: arguments) }
        return [UInt8](try Data(contentsOf: url))
    }

    public static func text(_ arguments: [String]) throws -> String {
        String(decoding: try run(arguments), as: UTF8.self)
    }
}

public struct ToolFailure: Error {
    public var arguments: [String]
}
