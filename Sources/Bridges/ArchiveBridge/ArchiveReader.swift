private import CArchive
public import SystemBridge

/// An archive that is read from its start to its end, by libarchive: zip, tar, 7z, rar, and files that gzip, bzip2, xz
/// or zstd made smaller.
public final class ArchiveReader {
    /// Where the archive's bytes come from.
    public enum Input {
        /// From the file's start; can seek.
        case file(OpenFile)
        /// Can seek.
        case memory([UInt8])
        /// Piece by piece, nil at the end; cannot seek. Only for kinds that need not.
        case stream(() -> [UInt8]?)
    }

    /// What its first bytes say.
    public enum Kind: Sendable {
        case zip, sevenZip, rar, tar
        /// By gzip, bzip2, xz or zstd: a tar, or a single file.
        case packed
    }

    private let handle: OpaquePointer
    /// What libarchive reads from must outlive it.
    private let source: ByteSource
    private var entry: OpaquePointer?
    private var isOpen = false
    /// The first one is what happened; libarchive's later answers only say that something had.
    private var fatal: ArchiveProblem?

    /// Looks at the start. Throws where it is no archive of a kind that is read.
    ///
    /// - Parameter kind: libarchive guesses, and takes a rar that ends with a stored zip for a zip; we know.
    public init(_ input: Input, kind: Kind, passwords: [String] = []) throws(ArchiveProblem) {
        guard gx_load_archive() != 0 else { throw ArchiveProblem(.notOnMachine, words: "") }
        ArchiveLocale.set()
        guard let handle = gx_archive_read_new() else { throw ArchiveProblem(.memory, words: "") }
        self.handle = handle
        source = ByteSource(input)
        Self.expect(kind, handle)
        for password in passwords where !password.isEmpty && !password.utf8.contains(0) {
            gx_archive_read_add_passphrase(handle, password)
        }
        guard source.open(handle) == ARCHIVE_OK else { throw problem() }
        isOpen = true
    }

    deinit { gx_archive_read_free(handle) }

    private static func expect(_ kind: Kind, _ handle: OpaquePointer) {
        switch kind {
        case .zip: gx_archive_read_support_format_zip(handle)
        case .sevenZip: gx_archive_read_support_format_7zip(handle)
        case .tar: gx_archive_read_support_format_tar(handle)
        case .rar:
            gx_archive_read_support_format_rar(handle)
            gx_archive_read_support_format_rar5(handle)
        case .packed:
            gx_archive_read_support_format_tar(handle)
            gx_archive_read_support_format_raw(handle)
            gx_archive_read_support_filter_gzip(handle)
            gx_archive_read_support_filter_bzip2(handle)
            gx_archive_read_support_filter_xz(handle)
            gx_archive_read_support_filter_zstd(handle)
        }
    }

    /// The next member, nil at the end. What the last one still held is passed over.
    public func next() throws(ArchiveProblem) -> ArchiveEntry? {
        if let fatal { throw fatal }
        for _ in 0..<16 {
            let result = gx_archive_read_next_header(handle, &entry)
            switch result {
            case ARCHIVE_EOF: return nil
            // A warning is about a name's encoding, a time: nothing that we use.
            case ARCHIVE_OK, ARCHIVE_WARN:
                guard let entry else { return nil }
                return Self.description(of: entry)
            case ARCHIVE_RETRY: continue
            default: throw problem(isFatal: result != ARCHIVE_FAILED)
            }
        }
        throw problem()
    }

    /// Some of the member's bytes, at most `limit`; empty at its end.
    public func read(limit: Int) throws(ArchiveProblem) -> [UInt8] {
        for _ in 0..<16 {
            var result = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                result = gx_archive_read_data(handle, buffer.baseAddress, limit)
                count = max(0, result)
            }
            if result >= 0 { return bytes }
            if result == Int(ARCHIVE_RETRY) || result == Int(ARCHIVE_WARN) { continue }
            throw problem(isFatal: result == Int(ARCHIVE_FATAL))
        }
        throw problem()
    }

    /// Whether it is only one file that was made smaller: its name says nothing.
    public var isSingleFile: Bool { gx_archive_format(handle) == ARCHIVE_FORMAT_RAW }

    /// Whether anything at all had been done to the bytes: a file that is none of the kinds is "raw" too.
    public var isPacked: Bool { gx_archive_filter_count(handle) > 1 || !isSingleFile }

    /// Whether names are text (7z, rar), not bytes of an encoding that nobody noted (zip, tar).
    public var namesAreText: Bool {
        let family = gx_archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK
        return family == ARCHIVE_FORMAT_7ZIP || family == ARCHIVE_FORMAT_RAR || family == ARCHIVE_FORMAT_RAR_V5
    }

    private static func description(of entry: OpaquePointer) -> ArchiveEntry {
        let kind: ArchiveEntry.Kind =
            if gx_archive_entry_hardlink(entry) != nil {
                .link
            } else {
                switch Int32(bitPattern: gx_archive_entry_filetype(entry)) & S_IFMT {
                case S_IFREG, 0: .file
                case S_IFDIR: .folder
                case S_IFLNK: .link
                default: .device
                }
            }
        return ArchiveEntry(
            name: bytes(gx_archive_entry_pathname(entry)) ?? bytes(gx_archive_entry_pathname_utf8(entry)) ?? [],
            kind: kind,
            size: gx_archive_entry_size_is_set(entry) != 0 ? Int(gx_archive_entry_size(entry)) : nil,
            isEncrypted: gx_archive_entry_is_data_encrypted(entry) != 0)
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
        guard let text else { return nil }
        var bytes: [UInt8] = []
        var next = text
        while next.pointee != 0 {
            bytes.append(UInt8(bitPattern: next.pointee))
            next += 1
        }
        return bytes
    }

    private func problem(isFatal: Bool = true) -> ArchiveProblem {
        // libarchive 3.6 must not be asked of an archive whose format it has not found: it follows a wild pointer.
        let holdsEncrypted = isOpen && gx_archive_read_has_encrypted_entries(handle) > 0
        let words = gx_archive_error_string(handle).map { String(cString: $0) } ?? ""
        let kind: ArchiveProblem.Kind =
            if words.contains("assphrase") || words.contains("ncrypt") || holdsEncrypted {
                .encrypted
            } else if gx_archive_errno(handle) == ENOMEM || words.contains("allocate") {
                .memory
            } else {
                .damaged
            }
        let problem = ArchiveProblem(kind, words: words, isFatal: isFatal)
        if isFatal { fatal = problem }
        return problem
    }
}

/// A member of an archive, before its bytes.
public struct ArchiveEntry: Sendable {
    public enum Kind: Sendable {
        case file, folder
        /// Symbolic or hard.
        case link
        /// A device, a pipe, a socket.
        case device
    }

    /// In an encoding that nobody noted, unless `ArchiveReader.namesAreText`.
    public var name: [UInt8]
    public var kind: Kind
    /// As the archive claims.
    public var size: Int?
    public var isEncrypted: Bool
}

/// Why an archive or a member cannot be read.
public struct ArchiveProblem: Error, Sendable {
    public enum Kind: Sendable {
        case damaged, encrypted, memory
        /// libarchive itself is missing.
        case notOnMachine
    }

    public var kind: Kind
    /// libarchive's own words.
    public var words: String
    /// The members behind it cannot be read either.
    public var isFatal: Bool

    init(_ kind: Kind, words: String, isFatal: Bool = true) {
        self.kind = kind
        self.words = words
        self.isFatal = isFatal
    }
}
