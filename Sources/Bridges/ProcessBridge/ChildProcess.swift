private import CLinux
private import Glibc

/// A process that we started: killed and waited for when the last reference goes.
public final class ChildProcess {
    /// How a process ended, and what it had used up.
    public struct End: Sendable, Hashable {
        /// Nil where a signal ended it.
        public var code: Int32?
        public var signal: Int32?
        public var cpuSeconds: Double
        /// The most memory that it held at once, in bytes.
        public var peakMemory: Int
        /// It did not end by itself.
        public var wasStopped: Bool
    }

    public static var thisProcess: Int32 { getpid() }

    public let id: Int32
    /// Ours to talk on.
    public let channel: Channel
    /// What it, or a library in it, writes to standard output and standard error.
    public let chatter: Channel
    private var end: End?

    init(id: Int32, channel: Channel, chatter: Channel) {
        self.id = id
        self.channel = channel
        self.chatter = chatter
    }

    deinit {
        guard end == nil else { return }
        Self.kill(id)
        _ = Self.wait(for: id)
    }

    /// Ends it now, whatever it does, and says how it ended.
    ///
    /// - Parameter isEnding: it has closed its files, so that its own end is a moment away, and worth waiting for.
    public func stop(isEnding: Bool = false) -> End {
        if let end { return end }
        var ended = isEnding ? Self.wait(for: id, patience: .milliseconds(500)) : nil
        if ended == nil {
            Self.kill(id)
            ended = Self.wait(for: id)
            ended?.wasStopped = true
        }
        end = ended
        return ended ?? End(cpuSeconds: 0, peakMemory: 0, wasStopped: true)
    }

    /// The processor time that it has used so far.
    public var cpuSeconds: Double {
        if let end { return end.cpuSeconds }
        var clock: clockid_t = 0
        var time = timespec()
        guard clock_getcpuclockid(id, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The system ends it when it has used that much more processor time: a second net, should we be held up.
    public func allowProcessorTime(_ seconds: Int) {
        let total = UInt64(cpuSeconds.rounded(.up)) + UInt64(max(1, seconds))
        _ = gx_set_limit(id, Int32(RLIMIT_CPU.rawValue), total, total + 2)
    }

    private static func kill(_ id: Int32) { CLinux.kill(id, SIGKILL) }

    /// wait4(2); nil where it still runs when patience is over.
    private static func wait(for id: Int32, patience: Duration? = nil) -> End? {
        var status: Int32 = 0
        var usage = rusage()
        let start = ContinuousClock.now
        while true {
            let result = wait4(id, &status, patience == nil ? 0 : WNOHANG, &usage)
            if result == id { break }
            if result < 0, errno != EINTR { return nil }
            if let patience {
                guard ContinuousClock.now - start < patience else { return nil }
                usleep(500)
            }
        }
        let signal = status & 0x7F
        let cpu =
            Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        return End(
            code: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal, cpuSeconds: cpu,
            peakMemory: usage.ru_maxrss * 1024, wasStopped: false)
    }
}
