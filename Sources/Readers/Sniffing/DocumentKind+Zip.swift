import ReportModel

extension DocumentKind {
    /// What a zip file is for, from the names of its members.
    static func byZipMembers(_ bytes: [UInt8]) -> DocumentKind {
        for name in ZipNames(bytes) {
            if name.starts(with: "word/".utf8) { return .docx }
            if name.starts(with: "xl/".utf8) { return .xlsx }
            if name.starts(with: "ppt/".utf8) { return .pptx }
            if name.elementsEqual("OFD.xml".utf8) { return .ofd }
        }
        // OpenDocument's first member is stored, not packed, so that its type stands at a known place.
        if bytes.dropFirst(30).starts(with: "mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8) {
            return .ods
        }
        if bytes.dropFirst(30).starts(with: "mimetypeapplication/vnd.oasis.opendocument".utf8) { return .odt }
        return .zip
    }
}

/// The names in a zip file's central directory; where that is damaged, nothing.
private struct ZipNames: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var offset: Int
    private var left: Int

    /// Enough for any office document; an archive's kind does not hang on its ten-thousandth member.
    private static let limit = 4096

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.count
        left = 0
        // The end record is 22 bytes long and may be followed by a comment of up to 65,535.
        let tail = bytes.suffix(22 + 65_535)
        var index = tail.endIndex - 22
        while index >= tail.startIndex {
            if bytes[index...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
                offset = number(at: index + 16, width: 4)
                left = Swift.min(number(at: index + 10, width: 2), Self.limit)
                return
            }
            index -= 1
        }
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard left > 0, offset >= 0, offset <= bytes.count - 46,
            bytes[offset...].starts(with: [0x50, 0x4B, 0x01, 0x02])
        else { return nil }
        left -= 1
        let nameLength = number(at: offset + 28, width: 2)
        let name = bytes.dropFirst(offset + 46).prefix(nameLength)
        offset += 46 + nameLength + number(at: offset + 30, width: 2) + number(at: offset + 32, width: 2)
        return name
    }

    /// Little endian; bytes behind the end count as zero.
    private func number(at index: Int, width: Int) -> Int {
        bytes.dropFirst(index).prefix(width).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
