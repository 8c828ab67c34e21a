import Export
import JSON
import Messages
import Pipeline
import Readers
import ReportModel
import SystemBridge
import Workers

/// Requests as JSON, answers as JSON: exactly one for each.
struct WorkerAnswering {
    /// A document of the largest size in base 64, and some room.
    static let lineLimit = 768 << 20

    private let reader: ConfinedReader
    private let language: Language
    /// Why no document can be read on this machine.
    private(set) var unusable: ReadFailure?

    init(_ reader: ConfinedReader, language: Language) {
        self.reader = reader
        self.language = language
    }

    /// The answer, without a line end.
    mutating func answer(to line: [UInt8]) -> String {
        let request: WorkerRequest
        switch WorkerRequest.parse(line) {
        case .success(let parsed): request = parsed
        case .failure(let problem): return answer(problem).text
        }
        do throws(ReadFailure) {
            let content: InputContent =
                switch request.document {
                case .path(let path): try SourceFile.content(of: path)
                case .bytes(let bytes): .bytes(bytes)
                }
            let reports = try reader.reports(in: content, source: request.source, settings: request.settings)
            let note = ProgramNote(version: Version.program, language: language)
            return JSONValue.object([
                "id": request.id,
                "exit_code": .integer(Int(ExitCode.combined(reports.map(\.exitCode)).rawValue)),
                "reports": .array(reports.map { ReportJSON.value($0, program: note) }),
            ]).text
        } catch {
            if case .noConfinement = error.code { unusable = error }
            return Self.failure(
                request.id, code: error.exitCode, reason: error.code.reason, message: error.message[language],
                remedy: error.remedy[language]
            ).text
        }
    }

    private func answer(_ problem: WorkerRequest.Problem) -> JSONValue {
        Self.failure(
            problem.id, code: .usage, reason: "bad-request", message: problem.message[language],
            remedy: LocalisedText(
                chinese: "请求的写法见 gxingest worker --help", english: "gxingest worker --help says what a request is.")[
                    language])
    }

    private static func failure(
        _ id: JSONValue, code: ExitCode, reason: String, message: String, remedy: String
    ) -> JSONValue {
        .object([
            "id": id, "exit_code": .integer(Int(code.rawValue)),
            "error": .object(["reason": .string(reason), "message": .string(message), "remedy": .string(remedy)]),
        ])
    }
}

/// What another program asks for.
struct WorkerRequest {
    enum Document {
        case path(String)
        case bytes([UInt8])
    }

    struct Problem: Error {
        var id: JSONValue
        var message: LocalisedText
    }

    var id: JSONValue
    var document: Document
    /// What the reports name as their source.
    var source: String
    var settings = ReadingSettings()

    static func parse(_ line: [UInt8]) -> Result<WorkerRequest, Problem> {
        let value: JSONValue
        do throws(JSONProblem) {
            value = try JSONValue(parsing: line)
        } catch {
            return problem(.null, "不是 JSON（第 \(error.column) 字节）", "this is no JSON (at byte \(error.column))")
        }
        let id = value["id"] ?? .null
        guard let members = value.object else { return problem(id, "请求要是 JSON 对象", "a request is a JSON object") }
        for key in members.keys.sorted() where !["id", "path", "bytes", "source", "pages", "passwords"].contains(key) {
            return problem(id, "不认识“\(key)”", "no such member: \(key)")
        }
        switch (members["path"], members["bytes"]) {
        case (.string(let path)?, nil):
            // Standard input is where the requests come from.
            guard path != "-" else { return problem(id, "path 不能是 -", "path cannot be -") }
            return rest(WorkerRequest(id: id, document: .path(path), source: path), members)
        case (nil, .string(let text)?):
            guard let bytes = Base64.bytes(text) else { return problem(id, "bytes 不是 BASE64", "bytes is no base 64") }
            return rest(WorkerRequest(id: id, document: .bytes(bytes), source: "bytes"), members)
        default:
            return problem(id, "要么给 path，要么给 bytes，都是字符串", "either path or bytes is needed, as a string")
        }
    }

    private static func rest(
        _ request: WorkerRequest, _ members: [String: JSONValue]
    ) -> Result<WorkerRequest, Problem> {
        var request = request
        if let source = members["source"] {
            guard let text = source.string else { return problem(request.id, "source 要是字符串", "source is a string") }
            request.source = text
        }
        if let pages = members["pages"] {
            guard let selection = pages.string.flatMap({ PageSelection($0) }) else {
                return problem(request.id, "pages 的写法如 1-3,5", "pages is written as in 1-3,5")
            }
            request.settings.pages = selection
        }
        if let passwords = members["passwords"] {
            guard let list = passwords.array, list.allSatisfy({ $0.string != nil }) else {
                return problem(request.id, "passwords 要是字符串数组", "passwords is a list of strings")
            }
            request.settings.passwords = list.compactMap(\.string)
        }
        return .success(request)
    }

    private static func problem(
        _ id: JSONValue, _ chinese: String, _ english: String
    ) -> Result<WorkerRequest, Problem> {
        .failure(Problem(id: id, message: LocalisedText(chinese: chinese, english: english)))
    }
}
