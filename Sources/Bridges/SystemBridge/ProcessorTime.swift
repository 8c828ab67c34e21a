private import Glibc

/// How long this thread has been computing: what benchmarks compare on a machine that does other things besides.
public enum ProcessorTime {
    /// clock_gettime(2), CLOCK_THREAD_CPUTIME_ID
    public static var milliseconds: Double {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    }

    /// Of all of this process's threads: clock_gettime(2), CLOCK_PROCESS_CPUTIME_ID
    public static var processSeconds: Double {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
