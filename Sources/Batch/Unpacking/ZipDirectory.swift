/// How many members a zip file says it has. A damaged directory makes libarchive pass members over without a word.
enum ZipDirectory {
    /// From the file's end; nil where it does not say, or only in the records of very large ones.
    static func count(tail: [UInt8]) -> Int? {
        var index = tail.count - 22
        while index >= 0 {
            if tail[index] == 0x50, tail[index...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
                let count = Int(tail[index + 10]) | Int(tail[index + 11]) << 8
                return count == 0xFFFF ? nil : count
            }
            index -= 1
        }
        return nil
    }

    /// The end record has 22 bytes and a comment of up to 65,535.
    static let tailSize = 22 + 65_535
}
