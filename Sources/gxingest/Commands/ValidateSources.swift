import Export
import Messages
import Pipeline
import Readers
import ReportModel
import SystemBridge
import Validation
import Workers

/// Why an input of `validate` gave nothing.
enum SourceProblem: Error {
    case failure(ReadFailure)
    case figures(FiguresProblem)

    var exitCode: ExitCode {
        switch self {
        case .failure(let failure): failure.exitCode
        case .figures: .input
        }
    }

    /// Whether a folder may hold such a file without anybody wondering.
    var isNoReport: Bool {
        guard case .failure(let failure) = self else { return true }
        switch failure.code {
        case .unsupportedKind, .notAReport, .empty: return true
        default: return false
        }
    }
}

extension Console {
    func complain(_ problem: SourceProblem, about source: String) {
        switch problem {
        case .failure(let failure): complain(failure, about: source)
        case .figures(let problem):
            var message = problem.message
            if let line = problem.line {
                message = LocalisedText(
                    chinese: "第 \(line) 行：\(message.chinese)", english: "line \(line): \(message.english)")
            }
            complain(
                message, about: source,
                remedy: LocalisedText(
                    chinese: "表、行、列的代码见 gxingest 报告.pdf -f csv 的输出",
                    english: "Tables, rows and columns go by the names that gxingest report.pdf -f csv prints."))
        }
    }
}

/// Reads whatever holds a report's figures: documents, and figures that were taken out of them before.
struct ValidateSources {
    let reader: ConfinedReader
    let settings: ReadingSettings
    let rules: RuleSelection
    let console: Console

    func reports(of source: String) throws(SourceProblem) -> [Report] {
        let content: InputContent
        do throws(ReadFailure) { content = try SourceFile.content(of: source) } catch { throw .failure(error) }
        guard !content.isEmpty else { throw .failure(ReadFailure(.empty)) }
        let validator = Validator(rules: rules)
        guard case .bytes(let bytes) = content else { return try document(content, source).map(chosen) }
        switch DocumentKind(sniffing: bytes) {
        case .figuresCSV: return validator.validate(try figures(in: bytes, source))
        case .xlsx, .ods: return try workbook(bytes, content, source)
        case .ourJSON:
            do throws(ReadFailure) {
                return validator.validate(try ReportJSON.reports(in: bytes))
            } catch {
                throw .failure(error)
            }
        default:
            return try document(content, source).map(chosen)
        }
    }

    /// A workbook with a figure in each row, or the form itself.
    private func workbook(
        _ bytes: [UInt8], _ content: InputContent, _ source: String
    ) throws(SourceProblem) -> [Report] {
        let sheets: [[String]]
        do throws(ReadFailure) { sheets = try reader.figureSheets(in: bytes) } catch { throw .failure(error) }
        guard !sheets.isEmpty else { return try document(content, source).map(chosen) }
        return Validator(rules: rules).validate(try figures(in: sheets, source))
    }

    /// Checked already, by every rule.
    private func chosen(_ report: Report) -> Report {
        var report = report
        report.findings.removeAll { !rules.contains($0.rule) }
        return report
    }

    private func figures(in bytes: [UInt8], _ source: String) throws(SourceProblem) -> [Report] {
        let document: TextDocument
        do throws(ReadFailure) { document = try TextReader.document(bytes) } catch { throw .failure(error) }
        return try figures(in: [document.lines], source)
    }

    private func figures(in sheets: [[String]], _ source: String) throws(SourceProblem) -> [Report] {
        do throws(FiguresProblem) {
            return try FiguresCSV.reports(in: sheets, source: source)
        } catch {
            throw .figures(error)
        }
    }

    private func document(_ content: InputContent, _ source: String) throws(SourceProblem) -> [Report] {
        let progress = ProgressLine(source, console: console)
        defer { progress.clear() }
        do throws(ReadFailure) {
            return try reader.reports(in: content, source: source, settings: settings) { page, count in
                progress.show(page, of: count)
            }
        } catch {
            throw .failure(explained(error, source))
        }
    }
}

extension ValidateSources {
    /// Whoever gives figures rather than a document wants to know what they ought to look like.
    private func explained(_ failure: ReadFailure, _ source: String) -> ReadFailure {
        guard failure.code == .notAReport else { return failure }
        let detail: LocalisedText? =
            if source.hasSuffix(".csv") || source.hasSuffix(".tsv") {
                LocalisedText(
                    chinese: "CSV 第一行须有 table,row,column,value（或 表,行,列,值）四个列名",
                    english: "CSV of figures begins with a line that names the columns table,row,column,value")
            } else if source.hasSuffix(".json") {
                LocalisedText(
                    chinese: "只读本程序输出的 JSON（gxingest 报告.pdf -f json）",
                    english: "of JSON only what gxingest report.pdf -f json prints is read")
            } else {
                nil
            }
        guard let detail else { return failure }
        return ReadFailure(.notAReport, detail: detail)
    }
}

/// The files in a folder and in those below it, by name; what begins with a point is left out, links are not followed.
enum FolderFiles {
    /// Deeper than anybody files reports.
    private static let depthLimit = 32

    /// Nil where it is no folder.
    static func paths(in path: String) throws(SystemError) -> [String]? {
        let folder: Folder
        do throws(SystemError) {
            folder = try Folder(path: path)
        } catch {
            return nil
        }
        var start = path
        while start.count > 1, start.hasSuffix("/") { start.removeLast() }
        return try paths(in: folder, start, depth: 0)
    }

    private static func paths(in folder: Folder, _ path: String, depth: Int) throws(SystemError) -> [String] {
        var names: [[UInt8]] = []
        while let name = try folder.next() {
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        var paths: [String] = []
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let child = "\(path)/\(String(decoding: name, as: UTF8.self))"
            switch try folder.status(of: name).kind {
            case .file: paths.append(child)
            case .folder:
                guard depth < depthLimit else { continue }
                paths += try self.paths(in: try folder.folder(name), child, depth: depth + 1)
            default: break
            }
        }
        return paths
    }
}
