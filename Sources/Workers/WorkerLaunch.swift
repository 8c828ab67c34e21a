public import ProcessBridge
import SystemBridge

/// How a worker comes into the world.
public struct WorkerLaunch: Sendable {
    /// What it is there for.
    public enum Role: String, Sendable {
        case reading, unpacking
    }

    public enum Method: Sendable {
        /// A copy of this process: for a program with one thread that has little in memory.
        case forking
        /// A fresh process of that program, which calls `WorkerMain.serveIfAsked` first of all.
        case spawning(program: String)
    }

    /// The program that is running, even where its file has been replaced since.
    public static let thisProgram = ChildProcess.thisProgram

    public var role: Role
    public var method: Method
    public var limits: WorkerLimits
    /// False only where the user has asked for it.
    public var isConfined: Bool
    /// How large the temporary files may become that an unpacking worker is given.
    public var fileMegabytes: Int

    public init(
        _ role: Role = .reading, method: Method = .spawning(program: ChildProcess.thisProgram),
        limits: WorkerLimits = WorkerLimits(), isConfined: Bool = true, fileMegabytes: Int = 0
    ) {
        self.role = role
        self.method = method
        self.limits = limits
        self.isConfined = isConfined
        self.fileMegabytes = fileMegabytes
    }
}

extension WorkerLaunch {
    /// The first argument of a worker's command line. No user types it.
    static let mark = "__worker"

    func arguments(parent: Int32) -> [String] {
        [
            Self.mark, role.rawValue, String(parent), String(limits.seconds), String(limits.megabytes),
            isConfined ? "confined" : "unconfined", String(fileMegabytes),
        ]
    }

    /// Nil where it is no worker's command line.
    init?(arguments: some Collection<String>) {
        let words = Array(arguments)
        guard words.count == 7, words[0] == Self.mark, let role = Role(rawValue: words[1]),
            let seconds = Int(words[3]), let megabytes = Int(words[4]), let fileMegabytes = Int(words[6])
        else { return nil }
        self.init(
            role, method: .forking, limits: WorkerLimits(seconds: seconds, megabytes: megabytes),
            isConfined: words[5] != "unconfined", fileMegabytes: fileMegabytes)
    }

    var confinement: Confinement {
        Confinement(
            readable: Self.readablePaths, memory: limits.megabytes << 20, fileSize: fileMegabytes << 20)
    }

    /// Where the libraries keep what they need to read documents: fonts, character maps, languages, encodings.
    private static var readablePaths: [String] {
        var paths = [
            "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/etc/locale.alias",
            "/var/cache/fontconfig", "/var/lib/ghostscript/fonts", "/proc/cpuinfo", "/proc/meminfo",
            "/sys/devices/system/cpu", "/dev/null", "/dev/zero", "/dev/urandom",
        ]
        paths += ["TESSDATA_PREFIX", "FONTCONFIG_PATH", "FONTCONFIG_FILE", "GCONV_PATH"]
            .compactMap(Environment.value)
        if let home = Environment.value("HOME") {
            paths += [".fonts", ".fonts.conf", ".local/share/fonts", ".config/fontconfig", ".cache/fontconfig"]
                .map { "\(home)/\($0)" }
        }
        return paths
    }
}
