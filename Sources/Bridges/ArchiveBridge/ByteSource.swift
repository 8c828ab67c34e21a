private import CArchive
private import Glibc
private import SystemBridge

/// What libarchive reads an archive from.
final class ByteSource {
    private let input: ArchiveReader.Input
    /// The piece that libarchive is reading: it must stay where it is until the next is asked for.
    private var piece = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    init(_ input: ArchiveReader.Input) {
        self.input = input
    }

    deinit { piece.deallocate() }

    /// archive_read_open_…: ARCHIVE_OK or why not.
    func open(_ handle: OpaquePointer) -> Int32 {
        switch input {
        case .file(let file):
            file.rewind()
            return gx_archive_read_open_fd(handle, file.number, 256 * 1024)
        case .memory(let bytes):
            keep(bytes)
            return gx_archive_read_open_memory(handle, piece.baseAddress, piece.count)
        case .stream:
            let client = Unmanaged.passUnretained(self).toOpaque()
            return gx_archive_read_open(
                handle, client, nil,
                { _, client, buffer in
                    guard let client, let buffer else { return -1 }
                    let source = Unmanaged<ByteSource>.fromOpaque(client).takeUnretainedValue()
                    return source.next(buffer)
                }, nil)
        }
    }

    private func next(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        guard case .stream(let read) = input, let bytes = read() else { return 0 }
        keep(bytes)
        buffer.pointee = UnsafeRawPointer(piece.baseAddress)
        return piece.count
    }

    private func keep(_ bytes: [UInt8]) {
        piece.deallocate()
        piece = .allocate(byteCount: max(1, bytes.count), alignment: 16)
        piece = UnsafeMutableRawBufferPointer(rebasing: piece[..<bytes.count])
        piece.copyBytes(from: bytes)
    }
}

/// libarchive turns names into the encoding of the locale: UTF-8, whatever the user's is.
enum ArchiveLocale {
    static func set() { once }

    private static let once: Void = {
        _ = setlocale(LC_CTYPE, "C.UTF-8")
    }()
}
