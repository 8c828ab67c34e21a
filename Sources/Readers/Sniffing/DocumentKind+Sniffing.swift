public import ReportModel
public import SystemBridge

extension DocumentKind {
    /// What the bytes are, whatever the file is called.
    public init(sniffing bytes: [UInt8]) {
        self =
            Self.bySignature(bytes)
            // Only after the signatures: an archive can hold a PDF near its start.
            ?? (bytes.prefix(Self.pdfJunk).firstIndex(of: "%PDF-") != nil ? .pdf : nil)
            ?? Self.byMarkup(bytes)
            ?? (Self.looksLikeText(bytes) ? .text : .unknown)
    }

    /// What documents with pages are, by their first kilobytes; nil for everything else.
    public init?(opening bytes: some Sequence<UInt8>) {
        let start = Array(bytes.prefix(Self.pdfJunk))
        guard let kind = Self.bySignature(start) ?? (start.firstIndex(of: "%PDF-") != nil ? .pdf : nil),
            [.pdf, .png, .jpeg, .tiff, .webp].contains(kind)
        else { return nil }
        self = kind
    }

    public init(sniffing bytes: SharedBytes) {
        self = DocumentKind(opening: bytes.prefix(Self.pdfJunk)) ?? DocumentKind(sniffing: bytes.all)
    }

    /// Readers of PDF take it where its header stands within the first kilobyte (ISO 32000-1, Annex H, note 13).
    private static let pdfJunk = 1024 + 5

    private static func bySignature(_ bytes: [UInt8]) -> DocumentKind? {
        func starts(_ signature: [UInt8], at offset: Int = 0) -> Bool {
            bytes.dropFirst(offset).starts(with: signature)
        }
        func starts(_ signature: StaticString, at offset: Int = 0) -> Bool {
            bytes.dropFirst(offset).starts(with: signature.description.utf8)
        }
        if starts("%PDF-") { return .pdf }
        if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) { return byZipMembers(bytes) }
        if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return byCompoundStreams(bytes) }
        if starts("{\\rtf") { return .rtf }
        if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if starts([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if starts([0x49, 0x49, 0x2A, 0x00]) || starts([0x4D, 0x4D, 0x00, 0x2A]) { return .tiff }
        if starts("RIFF"), starts("WEBP", at: 8) { return .webp }
        // The four reserved bytes are zero: a text may well begin with BM.
        if starts("BM"), starts([0, 0, 0, 0], at: 6) { return .bmp }
        if starts("GIF87a") || starts("GIF89a") { return .gif }
        if starts([0x1F, 0x8B, 0x08]) { return .gzip }
        if starts("BZh"), starts([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4) { return .bzip2 }
        if starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return .xz }
        if starts([0x28, 0xB5, 0x2F, 0xFD]) { return .zstd }
        if starts([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return .sevenZip }
        if starts([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]) { return .rar }
        if starts("ustar", at: 257) { return .tar }
        return nil
    }
}

extension RandomAccessCollection<UInt8> {
    /// Where the text begins, byte for byte.
    func firstIndex(of text: StaticString) -> Index? {
        firstIndex(of: Array(text.description.utf8))
    }

    func firstIndex(of pattern: [UInt8]) -> Index? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        let last = index(endIndex, offsetBy: -pattern.count)
        var start = startIndex
        while start <= last {
            guard let candidate = self[start...last].firstIndex(of: first) else { return nil }
            if self[candidate...].starts(with: pattern) { return candidate }
            start = index(after: candidate)
        }
        return nil
    }
}
