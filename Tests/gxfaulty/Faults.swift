import Batch
import Glibc
import Pipeline
import ReportModel
import SystemBridge
import Workers

/// Documents that do to a worker what hostile ones do: `GXFAULT crash` and so on. Everything else is read as ever.
enum Faults {
    static let reading: ReadingService.Reading = { bytes, settings, source, progress throws(ReadFailure) in
        let text = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard text.hasPrefix("GXFAULT ") else {
            return try ReadingService.pipeline(bytes, settings, source, progress)
        }
        let words = text.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
        if words.first == "pages" { return try pages(words.dropFirst().compactMap { Int($0) }, settings, progress) }
        throw perform(words)
    }

    /// So many pages that take so many milliseconds, nine of ten asleep; at one of them the end.
    private static func pages(
        _ numbers: [Int], _ settings: ReadingSettings, _ progress: ReadingPipeline.Progress
    ) throws(ReadFailure) -> [Report] {
        guard numbers.count == 3 else { throw outcome("not so many numbers") }
        for page in 1...numbers[0] where settings.pages?.contains(page) ?? true {
            if page == numbers[2] { abort() }
            for _ in 0..<numbers[1] / 10 {
                usleep(9000)
                let end = ContinuousClock.now + .milliseconds(1)
                while ContinuousClock.now < end {}
            }
            progress(page, numbers[0])
        }
        return [
            Report(
                source: "", title: "", agency: "", year: nil, forms: FormVersions(.form2021), sections: [], figures: [])
        ]
    }

    static func perform(_ words: [String]) -> ReadFailure {
        let argument = words.count > 1 ? words[1] : ""
        switch words.first {
        case "sleep":
            usleep((UInt32(argument) ?? 0) * 1000)
            return outcome("slept")
        case "hang":
            while true { sleep(1000) }
        case "spin":
            var number = 1.0
            while number > 0 { number = number * 1.0000001 + 1 }
            return outcome("spun")
        case "crash":
            // A null pointer of C, which no library should follow.
            memset(UnsafeMutableRawPointer(bitPattern: 8)!, 1, 8)
            return outcome("not crashed")
        case "abort": abort()
        case "overflow": return outcome("\(deep(1))")
        case "trap":
            let list = [Int](repeating: 0, count: words.count)
            return outcome("\(list[words.count + 1])")
        case "exit": exit(3)
        case "allocate":
            var kept: [[UInt8]] = []
            while true { kept.append([UInt8](repeating: 1, count: 1 << 24)) }
        case "malloc": return outcome(malloc(1 << 44) == nil ? "refused" : "given")
        case "chatter":
            for _ in 0..<100_000 { puts("a library says what it thinks of a document") }
            fflush(nil)
            return outcome("chattered")
        case "die-of-memory":
            // As poppler does it: a line, and the end.
            write(2, "Out of memory\n", 14)
            exit(1)
        case "write": return attempt(creat("/tmp/gxfaulty-\(getpid())", 0o600))
        case "append": return attempt(open(argument, O_WRONLY | O_APPEND))
        case "read": return attempt(open(argument, O_RDONLY))
        case "delete": return attempt(unlink(argument))
        case "chmod": return attempt(chmod(argument, 0o777))
        case "truncate": return attempt(truncate(argument, 0))
        case "socket": return attempt(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        case "unix-socket": return attempt(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
        case "exec":
            var id: pid_t = 0
            var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
            let code = posix_spawn(&id, "/bin/true", nil, nil, &arguments, nil)
            return outcome(code == 0 ? "allowed" : "refused")
        case "thread":
            var thread = pthread_t()
            let code = pthread_create(&thread, nil, { _ in nil }, nil)
            if code == 0 { pthread_join(thread, nil) }
            return outcome(code == 0 ? "allowed" : "refused")
        case "kill-parent": return attempt(kill(getppid(), 0))
        case "raise-limit":
            var limit = rlimit(rlim_cur: .max, rlim_max: .max)
            return attempt(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit))
        case "gibberish":
            let words = [UInt8](repeating: 0xFF, count: 64)
            write(3, words, words.count)
            while true { sleep(1000) }
        case "hang-up":
            close(3)
            while true { sleep(1000) }
        default: return outcome("unknown fault")
        }
    }

    private static func deep(_ depth: Int) -> Int {
        var space = (depth, depth, depth, depth, depth, depth, depth, depth)
        return withUnsafeMutableBytes(of: &space) { raw in deep(depth + 1 + Int(raw[0] & 1)) + Int(raw[3]) }
    }

    private static func attempt(_ result: Int32) -> ReadFailure { outcome(result >= 0 ? "allowed" : "refused") }

    private static func outcome(_ word: String) -> ReadFailure { ReadFailure(.notReadable, underlying: word) }
}

/// Unpacks, unless the archive's name asks for harm: `a.GXFAULT crash.zip`.
struct FaultyUnpacking: WorkerService {
    private var service = UnpackingService()

    mutating func serve(_ request: Frame, files: [OpenFile], over connection: WorkerConnection) {
        if let asked = try? UnpackRequest(request.payload) {
            let words = asked.name.split(whereSeparator: { $0 == "." || $0 == " " }).map(String.init)
            if let mark = words.firstIndex(of: "GXFAULT") { _ = Faults.perform(Array(words[(mark + 1)...])) }
        }
        service.serve(request, files: files, over: connection)
    }
}
