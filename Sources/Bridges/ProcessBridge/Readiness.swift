private import CLinux
private import Glibc

/// Waiting for several channels at once: poll(2).
public struct Readiness {
    /// One channel and what is wanted of it.
    public struct Interest {
        public var channel: Channel
        public var reading: Bool
        public var writing: Bool

        public init(_ channel: Channel, reading: Bool = true, writing: Bool = false) {
            self.channel = channel
            self.reading = reading
            self.writing = writing
        }
    }

    public var canRead: Bool
    public var canWrite: Bool

    /// Waits until one of them is ready or the time is over; a signal ends the wait too. One answer for each.
    public static func wait(for interests: [Interest], atMost time: Duration) -> [Readiness] {
        var entries = interests.map { interest in
            pollfd(
                fd: interest.channel.handle.number,
                events: Int16((interest.reading ? POLLIN : 0) | (interest.writing ? POLLOUT : 0)), revents: 0)
        }
        let parts = time.components
        let milliseconds =
            parts.seconds >= 3600 ? 3_600_000 : parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
        let count = poll(&entries, UInt(entries.count), Int32(max(0, milliseconds)))
        guard count > 0 else { return interests.map { _ in Readiness(canRead: false, canWrite: false) } }
        return entries.map { entry in
            let ended = entry.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
            return Readiness(
                canRead: ended || entry.revents & Int16(POLLIN) != 0, canWrite: entry.revents & Int16(POLLOUT) != 0)
        }
    }
}
