private import Glibc

/// Standard output and standard error, not buffered by us.
public enum Output {
    /// False where the reader has gone away or the disk is full.
    @discardableResult
    public static func write(_ text: String, toError: Bool = false) -> Bool {
        do throws(SystemError) {
            try write(bytes: text.utf8, toError: toError)
            return true
        } catch {
            return false
        }
    }

    public static func write(bytes: some Collection<UInt8>, toError: Bool = false) throws(SystemError) {
        try Descriptor.write(bytes, to: toError ? STDERR_FILENO : STDOUT_FILENO, path: "-")
    }
}
