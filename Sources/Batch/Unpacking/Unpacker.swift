import ArchiveBridge
import Readers
import ReportModel
import SystemBridge
import Workers

/// Walks an archive and the archives inside it, and says what it finds. Runs in a confined worker.
final class Unpacker {
    let limits: UnpackingLimits
    let say: (UnpackAnswer) -> Void
    /// Temporary files that no archive is using.
    var spools: [OpenFile]
    /// What may still come out.
    private var outputLeft: Int
    private var membersLeft: Int
    private(set) var skipped = 0
    private let passwords: [String]
    /// Found where only libarchive could have been told.
    private var pending: Stop?

    init(
        limits: UnpackingLimits, request: UnpackRequest, spools: [OpenFile], say: @escaping (UnpackAnswer) -> Void
    ) {
        self.limits = limits
        self.spools = spools
        self.say = say
        passwords = request.passwords
        outputLeft = limits.output(ofArchive: request.size)
        membersLeft = limits.members
    }

    /// Why a walk is over before its archive is.
    struct Stop: Error {
        var failure: ReadFailure
        /// The archives around this one cannot go on either.
        var isTotal = false
    }

    /// The outermost archive. What cannot be read of it is the result.
    func unpack(_ file: OpenFile, name: String) -> ReadFailure? {
        do throws(Stop) {
            let head: [UInt8]
            do throws(SystemError) {
                head = try file.bytes(from: 0, count: Self.headSize)
            } catch {
                throw Stop(failure: ReadFailure(.notReadable, underlying: error.words))
            }
            guard let kind = ArchiveReader.Kind(DocumentKind(sniffing: head)) else {
                throw Stop(failure: ReadFailure(.damaged))
            }
            try walk(.file(file), kind, prefix: "", name: name, depth: 1)
            return nil
        } catch {
            return error.failure
        }
    }

    func walk(
        _ input: ArchiveReader.Input, _ kind: ArchiveReader.Kind, prefix: String, name: String, depth: Int
    ) throws(Stop) {
        let reader: ArchiveReader
        do throws(ArchiveProblem) {
            reader = try ArchiveReader(input, kind: kind, passwords: passwords)
        } catch {
            throw stop(error)
        }
        var found = 0
        while let entry = try next(of: reader, prefix: prefix) {
            // What is packed in no way has come here by its first bytes alone.
            if found == 0, !reader.isPacked { throw Stop(failure: ReadFailure(.damaged)) }
            found += 1
            guard entry.kind != .folder else { continue }
            try count()
            let member =
                reader.isSingleFile
                ? MemberName.single(inside: name) : MemberName.text(entry.name, isText: reader.namesAreText)
            try open(entry, named: member, of: reader, prefix: prefix, depth: depth)
        }
        try check(found, of: input, kind)
    }

    /// Nothing is lost in silence: an archive that gives nothing, or less than it says it has, is a row itself.
    private func check(_ found: Int, of input: ArchiveReader.Input, _ kind: ArchiveReader.Kind) throws(Stop) {
        if kind == .zip, let count = Self.tail(of: input).flatMap(ZipDirectory.count), count != found {
            let detail = LocalisedText(
                chinese: "应有 \(count) 个文件，读出 \(found) 个", english: "\(found) of \(count) members could be read")
            throw Stop(failure: ReadFailure(.damaged, detail: detail))
        }
        guard found > 0 else { throw Stop(failure: ReadFailure(.empty)) }
    }

    private static func tail(of input: ArchiveReader.Input) -> [UInt8]? {
        switch input {
        case .memory(let bytes): return Array(bytes.suffix(ZipDirectory.tailSize))
        case .file(let file):
            do throws(SystemError) {
                let start = max(0, try file.status().size - ZipDirectory.tailSize)
                return try file.bytes(from: start, count: ZipDirectory.tailSize)
            } catch {
                return nil
            }
        case .stream: return nil
        }
    }

    private func next(of reader: ArchiveReader, prefix: String) throws(Stop) -> ArchiveEntry? {
        while true {
            do throws(ArchiveProblem) {
                let entry = try reader.next()
                guard pending == nil else { break }
                return entry
            } catch {
                guard !error.isFatal, pending == nil else { throw stop(error) }
                try count()
                say(.member(path: prefix + "?", failure: ReadFailure(error)))
            }
        }
        throw stop(nil)
    }

    private func count() throws(Stop) {
        membersLeft -= 1
        guard membersLeft < 0 else { return }
        let failure = ReadFailure(
            .overLimit,
            detail: LocalisedText(
                chinese: "压缩包内文件多于 \(limits.members) 个", english: "more than \(limits.members) members in an archive"))
        throw Stop(failure: failure, isTotal: true)
    }

    func skip() { skipped += 1 }

    /// Some of a member's bytes, empty at its end.
    func read(_ reader: ArchiveReader, limit: Int) throws(Stop) -> [UInt8] {
        let bytes: [UInt8]
        do throws(ArchiveProblem) {
            bytes = try reader.read(limit: limit)
        } catch {
            throw stop(error)
        }
        guard pending == nil else { throw stop(nil) }
        outputLeft -= bytes.count
        guard outputLeft >= 0 else { throw Stop(failure: ReadFailure(.bomb), isTotal: true) }
        return bytes
    }

    /// What libarchive says means what we found out behind its back, where we did.
    private func stop(_ problem: ArchiveProblem?) -> Stop {
        defer { pending = nil }
        return pending ?? Stop(failure: problem.map { ReadFailure($0) } ?? ReadFailure(.damaged))
    }

    /// A member's bytes as the input of an archive inside it.
    func stream(head: [UInt8], rest reader: ArchiveReader) -> ArchiveReader.Input {
        var head: [UInt8]? = head
        return .stream { [self] in
            if let first = head {
                head = nil
                return first
            }
            guard pending == nil else { return nil }
            do throws(Stop) {
                let bytes = try read(reader, limit: Self.pieceSize)
                return bytes.isEmpty ? nil : bytes
            } catch {
                pending = error
                return nil
            }
        }
    }

    static let pieceSize = 256 * 1024
    /// What a file's kind is told from.
    static let headSize = 64 * 1024
}

extension ArchiveReader.Kind {
    /// Nil for what is no archive.
    init?(_ kind: DocumentKind) {
        switch kind {
        case .zip: self = .zip
        case .sevenZip: self = .sevenZip
        case .rar: self = .rar
        case .tar: self = .tar
        case .gzip, .bzip2, .xz, .zstd: self = .packed
        default: return nil
        }
    }

    /// Its directory stands at its end.
    var needsSeeking: Bool {
        switch self {
        case .zip, .sevenZip, .rar: true
        case .tar, .packed: false
        }
    }
}

extension ReadFailure {
    init(_ problem: ArchiveProblem) {
        let code: Code =
            switch problem.kind {
            case .damaged: .damaged
            case .encrypted: .encrypted
            case .memory: .overLimit
            case .notOnMachine: .missingOnMachine(package: "libarchive13")
            }
        self.init(code, underlying: problem.words)
    }
}
