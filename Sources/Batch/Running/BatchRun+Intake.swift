import HashBridge
import Readers
import ReportModel
import SystemBridge

extension BatchRun {
    /// Asks the ledger, or notes something in it.
    func inLedger<Value>(_ body: () throws(LedgerProblem) -> Value) throws(BatchStop) -> Value {
        do throws(LedgerProblem) { return try body() } catch { throw .ledger(error) }
    }

    func markGone(below root: String) throws(BatchStop) {
        try inLedger { () throws(LedgerProblem) in try ledger.markGone(below: root) }
    }

    /// A file that the walk has come to: known already, an archive, or a document.
    func take(_ found: Found, root: String) throws(BatchStop) {
        var occurrence = Occurrence(source: found.source, root: root, container: nil, status: nil)
        let file: OpenFile
        let status: OpenFile.Status
        switch found.content {
        case .failure(let failure): return try refuse(occurrence, failure)
        case .file(let opened, let state): (file, status) = (opened, state)
        case .unopened: return
        }
        occurrence.status = status
        estimate.pass(file: status.size)
        let known = try inLedger { () throws(LedgerProblem) in try ledger.known(found.source, status: status) }
        if let known {
            if known.isSeen {
                // The same file by another SOURCE; or another one whose name reads the same.
                guard known.fileNumber != status.number else { return }
                occurrence.source = try freeName(found.source)
            } else if known.isUnchanged, let reading = known.reading, reading.isDone, !retries(reading) {
                try inLedger { () throws(LedgerProblem) in try ledger.confirm(found.source) }
                snapshot.found += 1
                return count(exitCode: reading.exitCode)
            }
        }
        if try isKnown(archive: occurrence.source, status) { return }
        let content: Content
        do throws(SystemError) {
            content = try self.content(of: file, status)
        } catch {
            return try refuse(occurrence, ReadFailure(error))
        }
        switch content {
        case .archive: try begin(occurrence, file, status)
        case .document(let bytes): try take(bytes, as: occurrence)
        case .tooLarge: try refuse(occurrence, Self.overSize)
        }
    }

    private enum Content {
        case archive
        case document([UInt8])
        case tooLarge
    }

    /// What a file is, and its bytes where it is a document.
    private func content(of file: OpenFile, _ status: OpenFile.Status) throws(SystemError) -> Content {
        let head = try file.bytes(from: 0, count: min(status.size, Self.headSize))
        let kind = DocumentKind(sniffing: head)
        if UnpackingKinds.contains(kind) {
            // A zip may be a document: its directory, at its end, says so.
            guard kind == .zip else { return .archive }
            guard status.size <= settings.unpacking.inMemory else {
                return Unpacker.isOfficeDocument(head) ? .tooLarge : .archive
            }
            let whole = try file.bytes(from: 0, count: status.size)
            return UnpackingKinds.contains(DocumentKind(sniffing: whole)) ? .archive : .document(whole)
        }
        guard status.size <= settings.unpacking.document else { return .tooLarge }
        return .document(status.size <= head.count ? head : try file.bytes(from: 0, count: status.size))
    }

    private static let headSize = 64 * 1024

    private static var overSize: ReadFailure {
        let megabytes = SourceFile.sizeLimit >> 20
        return ReadFailure(
            .overLimit,
            detail: LocalisedText(chinese: "文件上限为 \(megabytes) MB", english: "files may have \(megabytes) MB"))
    }

    /// A document's bytes: read already, being read, or to be read.
    func take(_ bytes: [UInt8], as occurrence: Occurrence) throws(BatchStop) {
        let hash = ContentHash(of: bytes).description
        let known = try inLedger { () throws(LedgerProblem) in try ledger.reading(of: hash) }
        if let known, known.isDone, !retries(known) {
            try note(occurrence, reading: known.id)
            // The same content, which this run has read a moment ago.
            if known.run == ledger.run { snapshot.fresh += 1 }
            return count(exitCode: known.exitCode)
        }
        let id = try inLedger { () throws(LedgerProblem) in
            guard let known else {
                return try ledger.addReading(of: hash, size: bytes.count, kind: DocumentKind(sniffing: bytes))
            }
            if waiting[known.id] == nil { try ledger.reopen(known.id, forgettingKills: known.isDone) }
            return known.id
        }
        try note(occurrence, reading: id)
        if let others = waiting[id] {
            waiting[id] = others + 1
        } else {
            waiting[id] = 1
            let kills = known.map { $0.isDone ? 0 : $0.kills } ?? 0
            queue.append(ReadingJob(reading: id, source: occurrence.source, bytes: bytes, kills: kills))
        }
    }

    /// Whether a finished reading is to be done again; not what this run has read itself.
    func retries(_ reading: KnownReading) -> Bool {
        reading.run != ledger.run && settings.retries(exitCode: reading.exitCode, reason: reading.reason)
    }

    private func note(_ occurrence: Occurrence, reading: Int) throws(BatchStop) {
        snapshot.found += 1
        try inLedger { () throws(LedgerProblem) in try ledger.note(occurrence, reading: reading) }
    }

    /// A document that has no content to read: the reason is its row.
    func refuse(_ occurrence: Occurrence, _ failure: ReadFailure) throws(BatchStop) {
        var occurrence = occurrence
        let isSeen = try inLedger { () throws(LedgerProblem) in try ledger.isSeen(occurrence.source) }
        if isSeen { occurrence.source = try freeName(occurrence.source) }
        let isNew = try inLedger { () throws(LedgerProblem) in
            let reason = try ledger.refusal(of: occurrence.source)
            try ledger.note(occurrence, reading: nil, failure: failure)
            return reason != failure.code.reason
        }
        snapshot.found += 1
        if isNew { snapshot.fresh += 1 }
        snapshot.count(exitCode: Int(failure.exitCode.rawValue))
    }

    /// Known from before.
    func count(exitCode: Int) {
        snapshot.count(exitCode: exitCode)
    }

    /// `a.pdf~2` for the second of a name.
    func freeName(_ source: String) throws(BatchStop) -> String {
        var number = archive?.repeats[source] ?? 2
        while try inLedger({ () throws(LedgerProblem) in try ledger.isSeen("\(source)~\(number)") }) { number += 1 }
        archive?.repeats[source] = number + 1
        return "\(source)~\(number)"
    }
}
