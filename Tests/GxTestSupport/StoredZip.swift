/// A zip file whose members are stored as they are.
public enum StoredZip {
    public static func bytes(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in members {
            let name = Array(name.utf8)
            let sums =
                number(checksum(content), 4) + number(UInt32(content.count), 4) + number(UInt32(content.count), 4)
            let common =
                number(20, 2) + number(0x0800, 2) + number(0, 2) + number(0, 4) + sums + number(UInt32(name.count), 2)
            directory += [0x50, 0x4B, 0x01, 0x02] + number(20, 2) + common + [UInt8](repeating: 0, count: 12)
            directory += number(UInt32(file.count), 4) + name
            file += [0x50, 0x4B, 0x03, 0x04] + common + number(0, 2) + name + content
        }
        let count = number(UInt32(members.count), 2)
        let end = number(UInt32(directory.count), 4) + number(UInt32(file.count), 4) + number(0, 2)
        return file + directory + [0x50, 0x4B, 0x05, 0x06] + number(0, 4) + count + count + end
    }

    /// Little endian.
    private static func number(_ value: UInt32, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    /// CRC-32, as zip files have it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        return value
    }
}
