private import CLinux
private import Glibc
private import SystemBridge

/// What keeps a process that reads strangers' documents away from everything else: no network, no files but those it
/// needs to read, no other programs, bounded memory.
public struct Confinement: Sendable, Hashable {
    /// Folders and files that may be read. What is not there is left out.
    public var readable: [String]
    /// The address space, in bytes.
    public var memory: Int
    /// How large the files may become that were handed over for writing.
    public var fileSize: Int

    public init(readable: [String], memory: Int, fileSize: Int = 0) {
        self.readable = readable
        self.memory = memory
        self.fileSize = fileSize
    }

    /// Confines this process, for good. Throws where any part cannot be had: then nothing may be read.
    ///
    /// - Returns: what holds now, in short: `landlock-6 seccomp limits`.
    public func enter() throws(ConfinementProblem) -> String {
        // Landlock binds the thread that asks and those that it starts; one that runs already would go free.
        guard Self.threadCount == 1 else { throw .threads }
        try setLimits()
        guard gx_prctl(PR_SET_NO_NEW_PRIVS, 1) == 0 else { throw ConfinementProblem(.noNewPrivileges, errno) }
        let landlock = try Landlock.enter(readable: readable)
        // Of a process without any this changes nothing.
        _ = gx_drop_capabilities()
        try SystemCallFilter.install()
        return "landlock-\(landlock) seccomp limits"
    }

    /// Only the limits: what remains where confinement was declined.
    public func enterWithoutConfinement() throws(ConfinementProblem) -> String {
        try setLimits()
        return "none"
    }

    private func setLimits() throws(ConfinementProblem) {
        let limits = [(RLIMIT_AS, memory), (RLIMIT_FSIZE, fileSize), (RLIMIT_CORE, 0)]
        for (resource, value) in limits {
            let value = UInt64(max(0, value))
            guard gx_set_limit(0, Int32(resource.rawValue), value, value) == 0 else {
                throw ConfinementProblem(.limits, errno)
            }
        }
    }

    private static var threadCount: Int {
        guard let folder = opendir("/proc/self/task") else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while let entry = readdir(folder) { count += entry.pointee.d_name.0 == CChar(UInt8(ascii: ".")) ? 0 : 1 }
        return count
    }
}

/// Why this machine cannot confine a process.
public struct ConfinementProblem: Error, Sendable, Hashable {
    public enum Part: UInt8, Sendable, Hashable, CaseIterable {
        case landlock, seccomp, noNewPrivileges, limits, threads
    }

    public var part: Part
    /// The system's own words.
    public var words: String

    public init(_ part: Part, words: String) {
        self.part = part
        self.words = words
    }

    init(_ part: Part, _ code: Int32) {
        self.init(part, words: SystemError(errno: code, path: "").words)
    }

    static let threads = ConfinementProblem(.threads, words: "")
}
