import JSON
import ReportModel
public import SystemBridge

/// The decisions on disk: one JSON object a line, only ever added to.
public final class DecisionLog {
    public let path: String
    /// Nil where there is none, and none is to be made.
    private let file: SharedLog?
    public private(set) var standings = Standings()
    /// Lines that are no decisions: a line that a power failure cut off, somebody's typing.
    public private(set) var strangeLines = 0

    public init(_ path: String) throws(SystemError) {
        self.path = path
        file = try SharedLog(path)
        try refresh()
    }

    /// For looking alone: where there is no log, nobody has decided anything.
    public init(reading path: String) throws(SystemError) {
        self.path = path
        do throws(SystemError) {
            file = try SharedLog(reading: path)
        } catch {
            guard error.kind == .notFound else { throw error }
            file = nil
        }
        try refresh()
    }

    /// Takes in what has been added, here or by another process.
    public func refresh() throws(SystemError) {
        for line in try file?.newLines() ?? [] {
            if let decision = Self.decision(line) { standings.add(decision) } else { strangeLines += 1 }
        }
    }

    /// Writes decisions that `check` lets pass, which is asked when nobody else can write any more; they are on the disk
    /// when this returns.
    ///
    /// - Returns: those that were written.
    public func add(
        _ decisions: [Decision], check: (Decision, Standings) -> Bool = { _, _ in true }
    ) throws(SystemError) -> [Decision] {
        guard let file else { throw SystemError(.notPermitted, path: path) }
        return try file.alone { () throws(SystemError) in
            try refresh()
            let passed = decisions.filter { !standings.knows($0.id) && check($0, standings) }
            guard !passed.isEmpty else { return [] }
            try file.add(passed.map { Array($0.json.text.utf8) })
            try refresh()
            return passed
        }
    }

    public static func decision(_ line: [UInt8]) -> Decision? {
        // Ours have a few hundred bytes.
        guard line.count < 1 << 20, let json = try? JSONValue(parsing: line) else { return nil }
        return Decision(json)
    }
}
