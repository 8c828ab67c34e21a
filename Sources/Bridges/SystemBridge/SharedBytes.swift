private import Glibc

/// The bytes of a document, held once for all who read them: in memory, or as pages of a file that come and go.
///
/// Sendable: they never change once made.
public final class SharedBytes: @unchecked Sendable {
    public let count: Int
    /// The first of them; good for as long as this lives.
    package let start: UnsafeRawPointer
    private let isMapped: Bool

    /// Memory that `fill` writes to: malloc(3). Nil where there is none, or where `fill` says that it could not.
    package init?(count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Bool) {
        guard let memory = malloc(max(1, count)) else { return nil }
        guard fill(UnsafeMutableRawBufferPointer(start: memory, count: count)) else {
            free(memory)
            return nil
        }
        self.count = count
        start = UnsafeRawPointer(memory)
        isMapped = false
    }

    public init(_ bytes: [UInt8]) {
        count = bytes.count
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
        bytes.withUnsafeBytes {
            memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
        }
        start = UnsafeRawPointer(memory)
        isMapped = false
    }

    /// The whole of a file, which nobody may change or cut short: mmap(2). What is not looked at is not in memory.
    public init(mapping file: OpenFile) throws(SystemError) {
        let size = try file.status().size
        guard size > 0, let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.number, 0), memory != MAP_FAILED
        else { throw SystemError(errno: errno, path: "file") }
        count = size
        start = UnsafeRawPointer(memory)
        isMapped = true
    }

    deinit {
        let memory = UnsafeMutableRawPointer(mutating: start)
        if isMapped { munmap(memory, count) } else { free(memory) }
    }

    /// As many of the first bytes as there are, up to a number.
    public func prefix(_ length: Int) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: start, count: min(count, max(0, length))))
    }

    /// A copy of them all.
    public var all: [UInt8] { prefix(count) }

    /// What has come in from a file may leave memory until it is looked at again: madvise(2).
    public func releasePages() {
        if isMapped { madvise(UnsafeMutableRawPointer(mutating: start), count, MADV_DONTNEED) }
    }
}
