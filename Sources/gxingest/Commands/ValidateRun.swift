import Export
import Messages
import Pipeline
import Readers
import ReportModel
import SystemBridge
import Validation
import Workers

/// One run of `validate`: source after source; what cannot be read is said and does not stop the others.
struct ValidateRun {
    let request: ValidateRequest
    let reader: ConfinedReader
    let console: Console

    func run() -> ExitCode {
        guard let dismissals = dismissals(), let settings = settings() else { return .input }
        let sources = ValidateSources(reader: reader, settings: settings, rules: request.rules, console: console)
        var output = FindingsOutput(request: request, dismissals: dismissals, console: console)
        var codes: [ExitCode] = []
        for source in request.sources {
            codes += read(source, with: sources, into: &output)
            if let end = output.end { return .combined(codes + output.codes + [end]) }
        }
        codes += output.finish()
        if let end = output.end { codes.append(end) }
        if let dismissal = request.dismissal {
            guard let entry = output.dismissalEntry else {
                console.complain(
                    LocalisedText(
                        chinese: "这些报告里没有指纹为 \(dismissal.fingerprint) 的问题，未作记录",
                        english: "no finding of these reports has the fingerprint \(dismissal.fingerprint); "
                            + "nothing was dismissed"),
                    remedy: LocalisedText(
                        chinese: "指纹列在每个问题旁边", english: "The fingerprint stands beside each finding."))
                return .usage
            }
            if let code = record(entry) { codes.append(code) }
        }
        return .combined(codes)
    }

    /// A file, or all that a folder holds.
    private func read(
        _ source: String, with sources: ValidateSources, into output: inout FindingsOutput
    ) -> [ExitCode] {
        let files: [String]
        do throws(SystemError) {
            guard source != "-", let paths = try FolderFiles.paths(in: source) else {
                do throws(SourceProblem) {
                    output.add(try sources.reports(of: source))
                    return []
                } catch {
                    console.complain(error, about: source)
                    return [error.exitCode]
                }
            }
            files = paths
        } catch {
            console.complain(ReadFailure(.notReadable, underlying: error.words), about: source)
            return [.input]
        }
        var codes: [ExitCode] = []
        var skipped = 0
        for file in files where output.end == nil {
            do throws(SourceProblem) {
                output.add(try sources.reports(of: file))
            } catch {
                if error.isNoReport {
                    skipped += 1
                } else {
                    console.complain(error, about: file)
                    codes.append(error.exitCode)
                }
            }
        }
        if skipped > 0 {
            console.hint(
                LocalisedText(
                    chinese: "\(source)：跳过了 \(skipped) 个不是报告的文件",
                    english: skipped == 1
                        ? "\(source): a file that is no report was left out"
                        : "\(source): \(skipped) files that are no reports were left out"))
        }
        if files.count == skipped {
            console.complain(
                ReadFailure(
                    .notAReport,
                    detail: LocalisedText(chinese: "文件夹里没有报告", english: "the folder holds no report")),
                about: source)
            codes.append(.notAReport)
        }
        return codes
    }

    private func settings() -> ReadingSettings? {
        DocumentOptions.passwords(request.passwordFile, console).map { ReadingSettings(passwords: $0) }
    }

    private func dismissals() -> Dismissals? {
        guard let path = request.dismissed else { return Dismissals() }
        guard let lines = dismissedLines(path) else { return nil }
        do throws(Dismissals.Problem) {
            var dismissals = try Dismissals(lines: lines)
            if let new = request.dismissal { dismissals.dismiss(new.fingerprint, reason: new.reason) }
            return dismissals
        } catch {
            console.complain(
                LocalisedText(
                    chinese: "第 \(error.line) 行：\(error.message.chinese)",
                    english: "line \(error.line): \(error.message.english)"),
                about: path,
                remedy: LocalisedText(
                    chinese: "每行写一个指纹、一个空格和理由", english: "Each line holds a fingerprint, a space and the reason."))
            return nil
        }
    }

    /// Nil where there is such a file but it cannot be read. The first dismissal makes the file.
    private func dismissedLines(_ path: String) -> [String]? {
        do throws(ReadFailure) {
            let bytes = try SourceFile.bytes(of: path)
            return bytes.isEmpty ? [] : try TextReader.document(bytes).lines
        } catch {
            if request.dismissal != nil, error.code == .notFound { return [] }
            console.complain(error, about: path)
            return nil
        }
    }

    private func record(_ entry: String) -> ExitCode? {
        guard let path = request.dismissed, let lines = dismissedLines(path) else { return .input }
        var text = lines.joined(separator: "\n")
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        do throws(SystemError) {
            try OutputFile.write(Array((text + entry).utf8), to: path)
            return nil
        } catch {
            console.complain(error, writingTo: path)
            return .input
        }
    }
}

/// Prints checked reports, or keeps them back for a file that is written whole or not at all.
struct FindingsOutput {
    let request: ValidateRequest
    let dismissals: Dismissals
    let console: Console
    private(set) var codes: [ExitCode] = []
    /// How the program must end, where nobody listens any more.
    private(set) var end: ExitCode?
    /// What is to be written about the finding that is to be dismissed, once it has been met.
    private(set) var dismissalEntry: String?
    private var waiting: [Report] = []
    private var kept = ""
    private var isFirst = true

    init(request: ValidateRequest, dismissals: Dismissals, console: Console) {
        self.request = request
        self.dismissals = dismissals
        self.console = console
    }

    /// Year against year, reports have to wait for each other.
    mutating func add(_ reports: [Report]) {
        guard request.isSeries else { return print(reports) }
        waiting += reports.map { report in
            var report = report
            // What only JSON prints need not wait in memory.
            if request.format != .json { (report.sections, report.tables) = ([], []) }
            return report
        }
    }

    private mutating func print(_ reports: [Report]) {
        for report in reports where end == nil { print(report) }
    }

    private mutating func print(_ report: Report) {
        var report = report
        let dismissed = dismissals.separate(&report)
        codes.append(report.exitCode)
        if let wanted = request.dismissal {
            for (finding, _) in dismissed
            where finding.fingerprint(agency: report.agency, year: report.year) == wanted.fingerprint {
                dismissalEntry = Dismissals.entry(for: finding, of: report, reason: wanted.reason)
            }
        }
        write(text(of: report, dismissed))
    }

    private mutating func text(of report: Report, _ dismissed: [(finding: Finding, reason: String)]) -> String {
        defer { isFirst = false }
        switch request.format {
        case .summary:
            let text = FindingsText(
                language: console.language, width: min(console.width, 120), paint: console.paint)
            return (isFirst ? "" : "\n") + text.text(report, dismissed: dismissed)
        case .csv:
            return (isFirst ? start : "")
                + FindingsCSV.rows(report, language: console.language, dismissed: dismissed)
        case .json:
            var settings: [String: String] = [:]
            if !request.rules.only.isEmpty { settings["rule"] = request.rules.only.joined(separator: ",") }
            if !request.rules.ignored.isEmpty { settings["ignore"] = request.rules.ignored.joined(separator: ",") }
            let note = ProgramNote(version: Version.program, settings: settings, language: console.language)
            return ReportJSON.text(report, program: note)
        }
    }

    private var start: String { (request.byteOrderMark ? FiguresCSV.byteOrderMark : "") + FindingsCSV.header }

    private mutating func write(_ text: String) {
        if request.output != nil {
            kept += text
        } else {
            end = console.write(text)
        }
    }

    /// Prints what has been waiting and writes the file where one was asked for; gives every report's code.
    mutating func finish() -> [ExitCode] {
        for (index, findings) in SeriesCheck(rules: request.rules).findings(waiting).enumerated() {
            waiting[index].findings += findings
        }
        print(waiting)
        waiting = []
        guard let path = request.output, !isFirst else { return codes }
        do throws(SystemError) {
            try OutputFile.write(Array(kept.utf8), to: path)
            return codes
        } catch {
            console.complain(error, writingTo: path)
            return codes + [.input]
        }
    }
}
