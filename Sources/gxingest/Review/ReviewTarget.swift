import Batch
import Export
import HashBridge
import Messages
import Pipeline
import Readers
import ReportModel
import Review
import Workers

/// What `review` was pointed at: a document, a result, or a batch's folder.
struct ReviewTarget {
    var sources: [ReviewSource] = []
    /// Documents of a batch that gave no report: source and reason.
    var failures: [(source: String, reason: String)] = []
    /// Where the decisions go.
    var log: String
    /// The content that each document had when it was read; nothing else is shown for it.
    var hashes: [String: String] = [:]

    static func read(
        _ target: String, reader: ConfinedReader, settings: ReadingSettings, language: Language,
        progress: ReadingPipeline.Progress?
    ) throws(ReadFailure) -> ReviewTarget {
        let bytes: [UInt8]
        do throws(ReadFailure) {
            bytes = try SourceFile.bytes(of: target)
        } catch {
            guard error.code == .isFolder else { throw error }
            return try batch(target, language)
        }
        var result = ReviewTarget(log: target + ".review.jsonl")
        switch DocumentKind(sniffing: bytes) {
        case .ourJSON: result.add(try ReportJSON.reports(in: bytes), besides: target)
        case .figuresCSV: result.add(try Comparand.figures(in: bytes, target), besides: target)
        default:
            let hash = ContentHash(of: bytes).description
            result.hashes[target] = hash
            let reports = try reader.reports(in: bytes, source: target, settings: settings, progress: progress)
            result.sources = reports.map {
                ReviewSource(report: $0, key: ReviewSource.key(of: $0, hash: hash), document: target)
            }
        }
        return result
    }

    /// Documents of a result are only looked for where it lies itself.
    private mutating func add(_ reports: [Report], besides target: String) {
        let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
        sources = reports.map { report in
            let document = Self.document(of: report.source)
            let isInside = !document.hasPrefix("/") && !document.split(separator: "/").contains("..")
            return ReviewSource(
                report: report, key: ReviewSource.key(of: report, hash: ""),
                document: isInside && !document.contains("!") ? folder + document : nil)
        }
    }

    /// From the ledger: there messages are in every language, and forty thousand reports need not be in one file.
    private static func batch(_ folder: String, _ language: Language) throws(ReadFailure) -> ReviewTarget {
        var result = ReviewTarget(log: folder + "/review.jsonl")
        do throws(BatchStop) {
            try BatchExport.documents(in: folder) { document in
                if let failure = document.failure {
                    result.failures.append((document.source, failure.message[language]))
                }
                // Without its hash nobody knows what a file has become.
                if !document.hash.isEmpty { result.hashes[document.source] = document.hash }
                for report in document.reports {
                    result.sources.append(
                        ReviewSource(
                            report: report, key: ReviewSource.key(of: report, hash: document.hash),
                            document: document.hash.isEmpty ? nil : document.source))
                }
            }
        } catch {
            // Results that were copied without their ledger.
            for report in try Comparand.ofBatch(folder) {
                result.sources.append(
                    ReviewSource(report: report, key: ReviewSource.key(of: report, hash: ""), document: nil))
            }
        }
        return result
    }

    /// `file.pdf` of `file.pdf#2`.
    private static func document(of source: String) -> String {
        guard let mark = source.lastIndex(of: "#"), Int(source[source.index(after: mark)...]) != nil else {
            return source
        }
        return String(source[..<mark])
    }
}
