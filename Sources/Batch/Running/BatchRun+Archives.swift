import ReportModel
import SystemBridge

/// The kinds of files that are opened and not read.
enum UnpackingKinds {
    static func contains(_ kind: DocumentKind) -> Bool {
        switch kind {
        case .zip, .tar, .gzip, .bzip2, .xz, .zstd, .sevenZip, .rar: true
        default: false
        }
    }
}

/// The archive that a batch is walking.
struct OpenArchive {
    var occurrence: Occurrence
    var file: OpenFile
    var members = 0
    /// Names that came more than once, with the number for the next.
    var repeats: [String: Int] = [:]
}

extension BatchRun {
    /// Whether an archive has been walked already, by this run or by one before, and holds nothing that is to be read;
    /// its members are counted then.
    func isKnown(archive source: String, _ status: OpenFile.Status) throws(BatchStop) -> Bool {
        if try inLedger({ () throws(LedgerProblem) in try ledger.isSeen(archive: source) }) { return true }
        let counts = try inLedger { () throws(LedgerProblem) in
            try ledger.confirmArchive(source, status: status, retrying: settings.retryCondition)
        }
        guard let counts else { return false }
        for (exitCode, documents) in counts {
            for _ in 0..<documents { count(exitCode: exitCode) }
            snapshot.found += documents
        }
        return true
    }

    func begin(_ occurrence: Occurrence, _ file: OpenFile, _ status: OpenFile.Status) throws(BatchStop) {
        try inLedger { () throws(LedgerProblem) in
            try ledger.open(archive: occurrence.source, root: occurrence.root, status: status)
        }
        do throws(SystemError) {
            try unpacking.begin(file, size: status.size, name: occurrence.source)
        } catch {
            // The temporary files: without room for them there is none for results either.
            throw .output(error)
        }
        archive = OpenArchive(occurrence: occurrence, file: file)
    }

    /// Hears what the archive that is being walked gives. False where nothing has come.
    func hearUnpacking() throws(BatchStop) -> Bool {
        let events = unpacking.pump()
        for event in events {
            switch event {
            case .document(let path, let bytes):
                var member = try member(path)
                let isSeen = try inLedger { () throws(LedgerProblem) in try ledger.isSeen(member.source) }
                if isSeen { member.source = try freeName(member.source) }
                try take(bytes, as: member)
            case .failure(let path, let failure): try refuse(try member(path), failure)
            case .end(let failure, let skipped): try finishArchive(failure, skipped: skipped)
            case .unusable(let failure): throw .machine(failure)
            }
        }
        return !events.isEmpty
    }

    private func member(_ path: String) throws(BatchStop) -> Occurrence {
        archive?.members += 1
        let outer = archive?.occurrence
        return Occurrence(
            source: "\(outer?.source ?? "")!\(path)", root: outer?.root ?? "", container: outer?.source, status: nil)
    }

    private func finishArchive(_ failure: ReadFailure?, skipped: Int) throws(BatchStop) {
        guard let ended = archive else { return }
        if let failure {
            var occurrence = ended.occurrence
            occurrence.container = occurrence.source
            try refuse(occurrence, failure)
        }
        try inLedger { () throws(LedgerProblem) in
            try ledger.close(
                archive: ended.occurrence.source, members: ended.members, skipped: skipped, failed: failure != nil)
        }
        archive = nil
    }
}
