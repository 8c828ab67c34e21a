import Arguments
import Batch
import Export
import Pipeline
import Readers
import ReportModel
import Review
import SoupBridge
import SystemBridge
import Workers

/// One run of `review`.
struct ReviewRun {
    let target: String
    let arguments: ParsedArguments
    let settings: ReadingSettings
    /// How its workers are started.
    let launch: WorkerLaunch
    let reader: ConfinedReader
    let console: Console

    enum Format: String {
        case csv, json, xlsx

        init?(_ path: String) {
            switch path.split(separator: ".").last.map({ $0.lowercased() }) ?? "" {
            case "csv": self = .csv
            case "json", "ndjson", "jsonl": self = .json
            case "xlsx": self = .xlsx
            default: return nil
            }
        }
    }

    func run() -> ExitCode {
        let isServing =
            arguments[ReviewCommand.export] == nil && arguments[ReviewCommand.report] == nil
            && arguments.all(ReviewCommand.apply).isEmpty
        if !isServing { Process.exitOnInterrupt() }
        let found: ReviewTarget
        let progress = ProgressLine(target, console: console)
        do throws(ReadFailure) {
            found = try ReviewTarget.read(
                target, reader: reader, settings: settings, language: console.language
            ) { page, count in
                progress.show(page, of: count)
            }
            progress.clear()
        } catch {
            progress.clear()
            console.complain(error, about: target)
            return error.exitCode
        }
        let path = arguments[ReviewCommand.log] ?? found.log
        // Who only wants files need not be allowed to write beside the target.
        let isWriting = isServing || !arguments.all(ReviewCommand.apply).isEmpty
        // People wait for pictures: what takes longer is not shown.
        var viewing = launch
        viewing.limits.seconds = min(viewing.limits.seconds, Self.viewingSeconds)
        let session: ReviewSession
        do throws(SystemError) {
            session = ReviewSession(
                found.sources, failures: found.failures,
                log: isWriting ? try DecisionLog(path) : try DecisionLog(reading: path),
                pictures: DocumentViewer(
                    ConfinedReader(viewing), launch: viewing, settings: settings, hashes: found.hashes))
        } catch {
            console.complain(error, writingTo: path)
            return .input
        }
        return isServing ? serve(session) : write(session)
    }

    private static let viewingSeconds = 20

    // MARK: files

    private func write(_ session: ReviewSession) -> ExitCode {
        for path in arguments.all(ReviewCommand.apply) {
            if let end = apply(path, session) { return end }
        }
        do throws(SystemError) {
            if let path = arguments[ReviewCommand.export] {
                try export(ReviewExport(session), to: path)
                console.hint(LocalisedText(chinese: "已写入 \(path)", english: "written to \(path)"))
            }
            if let path = arguments[ReviewCommand.report] {
                let page = PortableReview(session, language: console.language)
                try OutputFile.write(Array(page.html.utf8), to: path)
                console.hint(LocalisedText(chinese: "已写入 \(path)", english: "written to \(path)"))
                if page.leftOut > 0 {
                    console.hint(
                        LocalisedText(
                            chinese: "只收了前 \(PortableReview.limit) 个，另有 \(page.leftOut) 个没有收进去",
                            english: "it holds the first \(PortableReview.limit); \(page.leftOut) more are left out"))
                }
            }
        } catch {
            console.complain(error, writingTo: error.path)
            return .input
        }
        let counts = session.counts(QueueFilter())
        return counts.open + counts.disputed == 0 ? .clean : .look
    }

    private func apply(_ path: String, _ session: ReviewSession) -> ExitCode? {
        let bytes: [UInt8]
        do throws(ReadFailure) { bytes = try SourceFile.bytes(of: path) } catch {
            console.complain(error, about: path)
            return .input
        }
        do throws(SystemError) {
            let applied = try session.apply(bytes)
            console.hint(
                LocalisedText(
                    chinese: "\(path)：收进 \(applied.written) 个决定，已有 \(applied.known) 个",
                    english: "\(path): \(applied.written) decisions taken in, \(applied.known) known before"))
            if applied.strange + applied.unreadable > 0 {
                console.complain(
                    LocalisedText(
                        chinese: "\(applied.strange) 个决定不属于这里的报告，\(applied.unreadable) 行无法辨认",
                        english:
                            "\(applied.strange) decisions are about reports that are not here, \(applied.unreadable) lines are no decisions"
                    ), about: path)
                return applied.written + applied.known == 0 ? .input : nil
            }
            return nil
        } catch {
            console.complain(error, writingTo: session.log.path)
            return .input
        }
    }

    private func export(_ export: ReviewExport, to path: String) throws(SystemError) {
        let note = ProgramNote(version: Version.program, language: console.language)
        switch Format(path) {
        case .csv: try OutputFile.write(Array(export.csv().utf8), to: path)
        case .json: try OutputFile.write(Array(export.json(program: note).utf8), to: path)
        case .xlsx:
            do throws(BatchStop) {
                try BatchExport.workbook(path, of: export.documents(), note: note)
            } catch {
                if case .output(let problem) = error { throw problem }
                throw SystemError(.other, path: path)
            }
        case nil: break
        }
    }

    // MARK: the page

    private func serve(_ session: ReviewSession) -> ExitCode {
        let site = ReviewSite(session, language: console.language) { Machine.now }
        let server: LocalServer
        do throws(ServerProblem) {
            server = try LocalServer(
                port: arguments[ReviewCommand.port] ?? 0, bodyLimit: ReviewSite.bodyLimit, handler: site.answer)
        } catch {
            return complain(error)
        }
        site.port = server.port
        if let end = console.write(site.address + "\n"), end != .clean { return end }
        if session.log.strangeLines > 0 {
            console.hint(
                LocalisedText(
                    chinese: "\(session.log.path)：有 \(session.log.strangeLines) 行不是核对记录，未予理会",
                    english:
                        "\(session.log.path): \(session.log.strangeLines) lines are no decisions and were left alone"))
        }
        console.hint(
            LocalisedText(
                chinese: "核对记录写在 \(session.log.path)；按 Ctrl-C 结束",
                english: "decisions go to \(session.log.path); Ctrl-C ends"))
        if !arguments[ReviewCommand.noBrowser], !Browser.open(site.address) {
            console.hint(LocalisedText(chinese: "请在浏览器里打开上面的网址", english: "open the address above in a browser"))
        }
        Process.countInterruptions()
        let patience = Duration.seconds(60 * (arguments[ReviewCommand.idle] ?? 30))
        server.run { Process.interruptions == 0 && server.lastRequest.duration(to: .now) < patience }
        let counts = session.counts(QueueFilter())
        console.hint(
            LocalisedText(
                chinese: "已核 \(counts.done)，待核 \(counts.open + counts.disputed)",
                english: "\(counts.done) settled, \(counts.open + counts.disputed) to look at"))
        return counts.open + counts.disputed == 0 ? .clean : .look
    }

    private func complain(_ problem: ServerProblem) -> ExitCode {
        switch problem {
        case .noLibrary:
            console.complain(ReadFailure(.missingOnMachine(package: "libsoup-3.0-0")), about: "review")
            return .machine
        case .notListening(let words):
            console.complain(
                LocalisedText(chinese: "端口用不了（\(words)）", english: "the port cannot be used (\(words))"),
                remedy: LocalisedText(chinese: "请用 --port 换一个，或不指定", english: "Give another --port, or none."))
            return .input
        }
    }
}
