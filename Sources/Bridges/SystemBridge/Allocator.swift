private import CSystem

/// The C library's memory.
public enum Allocator {
    /// From now on, blocks of this size and more go back to the system as soon as they are freed.
    ///
    /// glibc begins so, but raises the size with every such block that is freed, up to 32 MB: what is freed then stays
    /// with the process, in pieces between what is still in use. mallopt(3)
    public static func giveBackBlocks(from bytes: Int) {
        // It can only be refused for a size beyond all bounds; memory is then kept as before.
        _ = mallopt(M_MMAP_THRESHOLD, Int32(clamping: bytes))
    }
}
