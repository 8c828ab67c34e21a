private import CNettle

/// SHA-256 of bytes, by nettle, which uses the processor's own instructions for it.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
    /// 64 hexadecimal digits, in small letters.
    public let description: String

    public init(of bytes: [UInt8]) {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        description = String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
