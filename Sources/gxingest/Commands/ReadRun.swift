import Export
import Pipeline
import Readers
import ReportModel
import SystemBridge
import Workers

/// One run of `read`: document after document; what cannot be read is said and does not stop the others.
struct ReadRun {
    let request: ReadRequest
    let settings: ReadingSettings
    let reader: ConfinedReader
    let console: Console

    func run() -> ExitCode {
        var codes: [ExitCode] = []
        var printer = ReportPrinter(request: request, console: console)
        /// Kept back where it goes into a file, which is written whole or not at all.
        var kept = ""
        for source in request.sources {
            do throws(ReadFailure) {
                let reports = try read(source)
                codes += reports.map(\.exitCode)
                let text = printer.text(of: reports)
                if request.output != nil {
                    kept += text
                } else if let end = console.write(text) {
                    return .combined(codes + [end])
                }
            } catch {
                codes.append(error.exitCode)
                console.complain(error, about: source)
            }
        }
        if let path = request.output, !kept.isEmpty {
            do throws(SystemError) {
                try OutputFile.write(Array(kept.utf8), to: path)
            } catch {
                console.complain(error, writingTo: path)
                codes.append(.input)
            }
        }
        return .combined(codes)
    }

    private func read(_ source: String) throws(ReadFailure) -> [Report] {
        let content = try SourceFile.content(of: source)
        let progress = ProgressLine(source, console: console)
        defer { progress.clear() }
        return try reader.reports(in: content, source: source, settings: settings) { page, count in
            progress.show(page, of: count)
        }
    }
}

/// Turns reports into text, one document after the other.
struct ReportPrinter {
    let request: ReadRequest
    let console: Console
    private var isFirst = true

    init(request: ReadRequest, console: Console) {
        self.request = request
        self.console = console
    }

    mutating func text(of reports: [Report]) -> String {
        defer { isFirst = false }
        switch request.format {
        case .summary:
            let summary = Summary(language: console.language, width: min(console.width, 120), paint: console.paint)
            return (isFirst ? "" : "\n") + reports.map(summary.text).joined(separator: "\n")
        case .text: return (isFirst ? "" : "\n") + reports.map(ReportText.text).joined(separator: "\n")
        case .csv:
            let start = (request.byteOrderMark ? FiguresCSV.byteOrderMark : "") + FiguresCSV.header
            return (isFirst ? start : "") + reports.map(FiguresCSV.rows).joined()
        case .json:
            var settings: [String: String] = [:]
            settings["pages"] = request.pages?.description
            settings["figures-only"] = request.figuresOnly ? "true" : nil
            let note = ProgramNote(version: Version.program, settings: settings, language: console.language)
            return reports.map { ReportJSON.text($0, program: note) }.joined()
        }
    }
}
