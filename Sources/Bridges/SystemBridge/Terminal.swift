private import CSystem
private import Glibc

/// What the program is connected to.
public enum Terminal {
    public enum Stream: Sendable { case input, output, error }

    public static func isTerminal(_ stream: Stream) -> Bool {
        isatty(stream.number) == 1
    }

    /// Columns of the terminal, nil where there is none.
    public static func columns(_ stream: Stream) -> Int? {
        let columns = Int(gx_terminal_columns(stream.number))
        return columns > 0 ? columns : nil
    }
}

extension Terminal.Stream {
    fileprivate var number: Int32 {
        switch self {
        case .input: STDIN_FILENO
        case .output: STDOUT_FILENO
        case .error: STDERR_FILENO
        }
    }
}

/// The variables that the program was started with.
public enum Environment {
    /// Nil where it is not set or empty: both mean the same to all that we ask for.
    public static func value(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// All of them.
    public static var all: [String: String] {
        var result: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return result
    }
}
