private import CLinux
private import Glibc

/// Linux's Landlock: a process gives up the files that it will not need.
///
/// Debian has no library for it, and it is three system calls.
enum Landlock {
    /// Everything that version handles is forbidden, but reading below `readable`.
    ///
    /// - Returns: the version whose rules hold.
    static func enter(readable: [String]) throws(ConfinementProblem) -> Int {
        let known = gx_landlock_version()
        guard known > 0 else { throw ConfinementProblem(.landlock, errno) }
        let version = min(Int(known), 6)
        var rules = gx_landlock_ruleset(handled_access_fs: 0, handled_access_net: 0, scoped: 0)
        rules.handled_access_fs = fileRights(version)
        // Binding and connecting TCP; Unix sockets and signals beyond our own processes.
        if version >= 4 { rules.handled_access_net = 0b11 }
        if version >= 6 { rules.scoped = 0b11 }
        let size = version >= 6 ? 24 : version >= 4 ? 16 : 8
        let ruleset = gx_landlock_create(&rules, size)
        guard ruleset >= 0 else { throw ConfinementProblem(.landlock, errno) }
        defer { close(ruleset) }
        for path in readable { try allow(path, in: ruleset) }
        guard gx_landlock_enter(ruleset) == 0 else { throw ConfinementProblem(.landlock, errno) }
        return version
    }

    private static let readFile: UInt64 = 1 << 2
    private static let readFolder: UInt64 = 1 << 3

    /// Version 1 has rights 0 to 12; 2 added links between folders, 3 truncating, 5 ioctl on devices.
    private static func fileRights(_ version: Int) -> UInt64 {
        var rights: UInt64 = (1 << 13) - 1
        if version >= 2 { rights |= 1 << 13 }
        if version >= 3 { rights |= 1 << 14 }
        if version >= 5 { rights |= 1 << 15 }
        return rights
    }

    private static func allow(_ path: String, in ruleset: Int32) throws(ConfinementProblem) {
        let file = gx_linux_open(path, Int32(GX_O_PATH) | O_CLOEXEC, 0)
        // What is not there, or not ours to see, needs no permission.
        guard file >= 0 else { return }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        var rule = gx_landlock_path(allowed_access: readFile | (isFolder ? readFolder : 0), parent_fd: file)
        guard gx_landlock_allow(ruleset, &rule) == 0 else { throw ConfinementProblem(.landlock, errno) }
    }
}
