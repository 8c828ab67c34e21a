private import Glibc

/// Standard output and standard error, unbuffered by us.
public enum Output {
    /// False where the reader has gone away or the disk is full.
    @discardableResult
    public static func write(_ text: String, toError: Bool = false) -> Bool {
        var text = text
        return text.withUTF8 { buffer in
            var done = 0
            while done < buffer.count {
                let written = Glibc.write(toError ? 2 : 1, buffer.baseAddress! + done, buffer.count - done)
                if written < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                done += written
            }
            return true
        }
    }
}
