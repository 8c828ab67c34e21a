private import Glibc

/// The machine and its clock.
public enum Machine {
    /// `2025-01-31T08:00:00Z`
    public static var now: String {
        var moment = time(nil)
        var parts = tm()
        gmtime_r(&moment, &parts)
        return String(unsafeUninitializedCapacity: 32) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return 0 }
                return strftime(start, characters.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
            }
        }
    }

    public static var name: String {
        String(unsafeUninitializedCapacity: 256) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress, gethostname(start, characters.count) == 0 else { return 0 }
                return strnlen(start, characters.count)
            }
        }
    }

    public static var processID: Int { Int(getpid()) }

    /// Processors that this process may use.
    public static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    public static func pause(milliseconds: Int) { usleep(UInt32(clamping: milliseconds) * 1000) }

    /// The most memory that this process has held, in bytes.
    public static var peakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}
