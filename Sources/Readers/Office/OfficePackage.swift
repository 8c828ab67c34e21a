import ArchiveBridge
import ReportModel

/// The parts of an Office document: a zip file with XML in it.
struct OfficePackage {
    private let parts: [String: [UInt8]]

    /// All parts together, unpacked: a report's take a few hundred kilobytes.
    static let sizeLimit = 64 << 20
    /// An Office document has dozens.
    static let countLimit = 4096

    /// Unpacks the parts that are wanted, and no others.
    init(_ bytes: [UInt8], wanted: (String) -> Bool) throws(ReadFailure) {
        do throws(PackageProblem) {
            parts = try Self.parts(of: bytes, wanted)
        } catch {
            throw error.failure
        }
    }

    private static func parts(
        of bytes: [UInt8], _ wanted: (String) -> Bool
    ) throws(PackageProblem) -> [String: [UInt8]] {
        var parts: [String: [UInt8]] = [:]
        let archive = try PackageProblem.rethrowing { () throws(ArchiveProblem) in
            try ArchiveReader(.memory(bytes), kind: .zip)
        }
        var left = sizeLimit
        var count = 0
        while let entry = try PackageProblem.rethrowing({ () throws(ArchiveProblem) in try archive.next() }) {
            count += 1
            guard count <= countLimit else { throw PackageProblem(ReadFailure(.bomb)) }
            let name = String(decoding: entry.name, as: UTF8.self)
            guard entry.kind == .file, wanted(name) else { continue }
            if entry.isEncrypted { throw PackageProblem(ReadFailure(.encrypted)) }
            // Which of two parts of one name is meant, programs do not agree on.
            guard parts[name] == nil else {
                throw PackageProblem(ReadFailure(.damaged, underlying: "\(name): twice"))
            }
            var content: [UInt8] = []
            while true {
                let piece = try PackageProblem.rethrowing { () throws(ArchiveProblem) in
                    try archive.read(limit: 1 << 20)
                }
                if piece.isEmpty { break }
                left -= piece.count
                guard left >= 0 else { throw PackageProblem(ReadFailure(.bomb)) }
                content += piece
            }
            parts[name] = content
        }
        return parts
    }

    subscript(_ name: String) -> [UInt8]? { parts[name] }

    func part(_ name: String) throws(ReadFailure) -> [UInt8] {
        guard let part = parts[name] else { throw ReadFailure(.damaged, underlying: "\(name): missing") }
        return part
    }
}

/// What libarchive says, in our words.
private struct PackageProblem: Error {
    let failure: ReadFailure

    init(_ failure: ReadFailure) { self.failure = failure }

    static func rethrowing<Result>(_ body: () throws(ArchiveProblem) -> Result) throws(PackageProblem) -> Result {
        do throws(ArchiveProblem) {
            return try body()
        } catch {
            switch error.kind {
            case .encrypted: throw PackageProblem(ReadFailure(.encrypted))
            case .notOnMachine: throw PackageProblem(ReadFailure(.missingOnMachine(package: "libarchive13")))
            case .damaged, .memory: throw PackageProblem(ReadFailure(.damaged, underlying: error.words))
            }
        }
    }
}
