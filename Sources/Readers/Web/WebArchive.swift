/// A web page with all that belongs to it in one file (MHTML), as browsers and office programs save it: a message of
/// several parts, of which the first that is a page is the page.
struct WebArchive {
    private let bytes: [UInt8]
    private var place = 0
    /// What parts the message; a part of it can be a message of parts again.
    private var boundaries: [[UInt8]] = []

    /// Parts of a page with pictures and frames; headers of a part.
    private static let mostParts = 10_000
    private static let mostBoundaries = 20
    private static let mostHeaders = 100

    /// The page; nil where the archive holds none.
    static func page(in bytes: [UInt8]) -> [UInt8]? {
        var archive = WebArchive(bytes: bytes)
        return archive.page()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func page() -> [UInt8]? {
        for _ in 0..<Self.mostParts {
            let headers = headers()
            let type = headers["content-type"] ?? ""
            if boundaries.count < Self.mostBoundaries, type.lowercased().hasPrefix("multipart/"),
                let boundary = Self.parameter("boundary", of: type)
            {
                boundaries.append(Array("--\(boundary)".utf8))
            }
            let body = body()
            if type.lowercased().hasPrefix("text/html") {
                return Self.decoded(body, headers["content-transfer-encoding"]?.lowercased() ?? "")
            }
            guard place < bytes.count else { return nil }
        }
        return nil
    }

    // MARK: Lines

    /// The next line without its end.
    private mutating func line() -> ArraySlice<UInt8>? {
        guard place < bytes.count else { return nil }
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[place..<end]
        place = min(end + 1, bytes.count)
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    /// Up to the empty line behind them, by their names in small letters; one that goes on begins with a space.
    private mutating func headers() -> [String: String] {
        var headers: [String: String] = [:]
        var last: String?
        while let line = line(), !line.isEmpty {
            let text = String(decoding: line, as: UTF8.self)
            if let name = last, text.first == " " || text.first == "\t" {
                headers[name]? += text
            } else if let colon = text.firstIndex(of: ":"), headers.count < Self.mostHeaders {
                let name = text[..<colon].lowercased()
                headers[name] = String(text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
                last = name
            }
        }
        return headers
    }

    /// Up to the next boundary.
    private mutating func body() -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        while let line = line(), !isBoundary(line) { lines.append(line) }
        return lines
    }

    private func isBoundary(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "--".utf8) && boundaries.contains { line.starts(with: $0) }
    }

    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            guard let sign = part.firstIndex(of: "="), part[..<sign].filter({ !$0.isWhitespace }).lowercased() == name
            else { continue }
            let value = part[part.index(after: sign)...].filter { !$0.isWhitespace && $0 != "\"" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    // MARK: Transfer encodings

    private static func decoded(_ lines: [ArraySlice<UInt8>], _ encoding: String) -> [UInt8] {
        switch encoding {
        case "quoted-printable": quotedPrintable(lines)
        case "base64": base64(lines)
        default: Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        }
    }

    /// `=E4` is a byte, and `=` at the end of a line none.
    private static func quotedPrintable(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            var rest = line
            var goesOn = false
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "=") else {
                    bytes.append(byte)
                    continue
                }
                if rest.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
                    goesOn = true
                    break
                }
                if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count > 1 {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            if !goesOn { bytes.append(UInt8(ascii: "\n")) }
        }
        return bytes
    }

    private static func base64(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for value in lines.joined().compactMap(sixBits) {
            bits = bits << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return bytes
    }

    private static func sixBits(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
