import Export
import Pipeline
import Readers
import ReportModel
import Workers

/// One side of a comparison: a document, a result of ours, or all results of a batch.
struct Comparand {
    var reports: [Report]
    /// The document to draw pictures from; nil where the reports come out of a result.
    var document: String?

    /// - Parameter operand: a file; a batch's folder; or `DIR!SOURCE`, one report of a batch.
    static func read(
        _ operand: String, reader: ConfinedReader, settings: ReadingSettings, progress: ReadingPipeline.Progress?
    ) throws(ReadFailure) -> Comparand {
        do throws(ReadFailure) {
            return try ofFile(operand, reader: reader, settings: settings, progress: progress)
        } catch {
            switch error.code {
            case .isFolder: return Comparand(reports: try ofBatch(operand))
            case .notFound, .notReadable:
                guard let mark = operand.firstIndex(of: "!") else { throw error }
                let source = operand[operand.index(after: mark)...]
                guard let reports = try? ofBatch(String(operand[..<mark])) else { throw error }
                let found = reports.filter { $0.source == source || $0.source.hasSuffix("/" + source) }
                guard !found.isEmpty else {
                    throw ReadFailure(
                        .notFound,
                        detail: LocalisedText(
                            chinese: "这批结果里没有 \(source)", english: "the batch holds no \(source)"))
                }
                return Comparand(reports: found)
            default: throw error
            }
        }
    }

    private static func ofFile(
        _ path: String, reader: ConfinedReader, settings: ReadingSettings, progress: ReadingPipeline.Progress?
    ) throws(ReadFailure) -> Comparand {
        let content = try SourceFile.content(of: path)
        guard case .bytes(let bytes) = content else {
            let reports = try reader.reports(in: content, source: path, settings: settings, progress: progress)
            return Comparand(reports: reports, document: path)
        }
        switch DocumentKind(sniffing: bytes) {
        case .ourJSON: return Comparand(reports: try ReportJSON.reports(in: bytes))
        case .figuresCSV: return Comparand(reports: try figures(in: bytes, path))
        default:
            let reports = try reader.reports(in: bytes, source: path, settings: settings, progress: progress)
            return Comparand(reports: reports, document: path)
        }
    }

    static func figures(in bytes: [UInt8], _ path: String) throws(ReadFailure) -> [Report] {
        let document = try TextReader.document(bytes)
        do throws(FiguresProblem) {
            return try FiguresCSV.reports(in: document.lines, source: path)
        } catch {
            let line = error.line.map(String.init) ?? ""
            throw ReadFailure(
                .damaged,
                detail: LocalisedText(
                    chinese: (line.isEmpty ? "" : "第 \(line) 行：") + error.message.chinese,
                    english: (line.isEmpty ? "" : "line \(line): ") + error.message.english))
        }
    }

    static func ofBatch(_ folder: String) throws(ReadFailure) -> [Report] {
        do throws(ReadFailure) {
            return try ReportJSON.reports(in: try SourceFile.bytes(of: folder + "/reports.ndjson"))
        } catch {
            guard error.code == .notFound else { throw error }
            throw ReadFailure(
                .isFolder,
                detail: LocalisedText(
                    chinese: "里面没有 reports.ndjson，不是 gxingest batch 的结果",
                    english: "it holds no reports.ndjson, so it is no result of gxingest batch"))
        }
    }
}
