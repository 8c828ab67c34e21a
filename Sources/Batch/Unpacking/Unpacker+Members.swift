import ArchiveBridge
import Readers
import ReportModel
import SystemBridge
import Workers

extension Unpacker {
    /// One member: a document goes out, an archive is walked.
    func open(
        _ entry: ArchiveEntry, named name: String, of reader: ArchiveReader, prefix: String, depth: Int
    ) throws(Stop) {
        guard let part = MemberName.path(name) else {
            say(.member(path: prefix + name, failure: ReadFailure(.climbsOut)))
            return
        }
        guard !MemberName.isSystemFile(part) else {
            skip()
            return
        }
        let path = prefix + part
        guard entry.kind == .file else {
            say(.member(path: path, failure: ReadFailure(entry.kind == .link ? .link : .specialFile)))
            return
        }
        do throws(Stop) {
            let head = try gather(from: reader, atMost: Self.headSize)
            if let kind = ArchiveReader.Kind(DocumentKind(sniffing: head)) {
                if kind.needsSeeking {
                    try openSeekable(entry, kind, head, path: path, of: reader, depth: depth)
                } else {
                    try descend(stream(head: head, rest: reader), kind, path: path, depth: depth)
                }
            } else {
                try document(entry, head, path: path, of: reader)
            }
        } catch {
            guard !error.isTotal else { throw error }
            say(.member(path: path, failure: error.failure))
        }
    }

    /// An archive inside this one.
    private func descend(
        _ input: ArchiveReader.Input, _ kind: ArchiveReader.Kind, path: String, depth: Int
    ) throws(Stop) {
        guard depth < limits.depth else {
            let detail = LocalisedText(
                chinese: "压缩包套了 \(limits.depth) 层以上", english: "archives more than \(limits.depth) deep")
            throw Stop(failure: ReadFailure(.overLimit, detail: detail))
        }
        try walk(input, kind, prefix: path + "!", name: path, depth: depth + 1)
    }

    /// What may be a zip, 7z or rar: its directory stands at its end. It may also be a document that is a zip.
    private func openSeekable(
        _ entry: ArchiveEntry, _ kind: ArchiveReader.Kind, _ head: [UInt8], path: String, of reader: ArchiveReader,
        depth: Int
    ) throws(Stop) {
        var whole = head
        while whole.count <= limits.inMemory {
            let more = try read(reader, limit: Self.pieceSize)
            guard !more.isEmpty else {
                guard ArchiveReader.Kind(DocumentKind(sniffing: whole)) != nil else { return send(whole, path: path) }
                return try descend(.memory(whole), kind, path: path, depth: depth)
            }
            whole += more
        }
        // An office document of that size would have its parts' names up to its end; the first will do.
        guard !Self.isOfficeDocument(whole) else { return try document(entry, whole, path: path, of: reader) }
        guard let spool = spools.popLast() else {
            let detail = LocalisedText(
                chinese: "大压缩包套了 \(limits.spools) 层以上",
                english: "large archives more than \(limits.spools) deep")
            throw Stop(failure: ReadFailure(.overLimit, detail: detail))
        }
        defer {
            spool.empty()
            spools.append(spool)
        }
        var piece = whole
        whole = []
        while !piece.isEmpty {
            do throws(SystemError) {
                try spool.append(piece)
            } catch {
                throw Stop(failure: Self.failure(error, limits))
            }
            piece = try read(reader, limit: Self.pieceSize)
        }
        try descend(.file(spool), kind, path: path, depth: depth)
    }

    private static func failure(_ error: SystemError, _ limits: UnpackingLimits) -> ReadFailure {
        let detail = LocalisedText(
            chinese: "压缩包内的压缩包上限为 \(limits.spoolMegabytes) MB",
            english: "archives in archives may have \(limits.spoolMegabytes) MB")
        return ReadFailure(.overLimit, detail: detail, underlying: error.words)
    }

    static func isOfficeDocument(_ bytes: [UInt8]) -> Bool {
        let name = bytes.dropFirst(30).prefix(64)
        return ["[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "OFD.xml", "Doc_0/", "mimetype"]
            .contains { name.starts(with: $0.utf8) }
    }

    // MARK: documents

    private func document(
        _ entry: ArchiveEntry, _ head: [UInt8], path: String, of reader: ArchiveReader
    ) throws(Stop) {
        guard (entry.size ?? 0) <= limits.document else { throw overSize }
        say(.member(path: path, failure: nil))
        do throws(Stop) {
            var size = 0
            var piece = head
            while !piece.isEmpty {
                size += piece.count
                guard size <= limits.document else { throw overSize }
                say(.content(piece))
                piece = try read(reader, limit: Self.pieceSize)
            }
            say(.memberEnd(failure: nil))
        } catch {
            say(.memberEnd(failure: error.failure))
            if error.isTotal { throw error }
        }
    }

    private func send(_ bytes: [UInt8], path: String) {
        say(.member(path: path, failure: nil))
        say(.content(bytes))
        say(.memberEnd(failure: nil))
    }

    private var overSize: Stop {
        Stop(
            failure: ReadFailure(
                .overLimit,
                detail: LocalisedText(
                    chinese: "文件上限为 \(limits.document >> 20) MB",
                    english: "files may have \(limits.document >> 20) MB")))
    }

    /// The first bytes of a member, as many as there are.
    private func gather(from reader: ArchiveReader, atMost limit: Int) throws(Stop) -> [UInt8] {
        var bytes = try read(reader, limit: limit)
        while bytes.count < limit {
            let more = try read(reader, limit: limit - bytes.count)
            guard !more.isEmpty else { break }
            bytes += more
        }
        return bytes
    }
}
