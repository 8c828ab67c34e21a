import Foundation

/// Programs of this package, as they were built beside the tests.
public enum BuiltProgram {
    public static func path(_ name: String) -> String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(name).path
    }
}
