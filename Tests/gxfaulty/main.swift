// A worker program for tests: it reads like gxingest, and does the harm that a test asks for.
//
//   gxfaulty read [--fork] [--seconds N] [--megabytes N] [--no-sandbox] FILE…   one line for each
//   gxfaulty batch --out DIR [--jobs N] [--interrupt-at N] [--retry WHAT] … SOURCE…
//   gxfaulty without landlock|seccomp …                                         as on a kernel that lacks it
//   gxfaulty run PROGRAM …                                                      another program, for `without`
import Batch
import Glibc
import ReportModel
import SystemBridge
import Workers

let service: (WorkerLaunch.Role) -> any WorkerService = { role in
    role == .unpacking ? FaultyUnpacking() : ReadingService(Faults.reading)
}
WorkerMain.serveIfAsked(CommandLine.arguments.dropFirst(), service: service)

var launch = WorkerLaunch()
var files: [String] = []
var words = CommandLine.arguments.dropFirst()
if words.first == "without" {
    guard let part = words.dropFirst().first, MissingSupport.pretend(part) else { exit(2) }
    words = words.dropFirst(2)
}
if words.first == "run" {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.dropFirst().map { strdup($0) } + [nil]
    execv(words.dropFirst().first ?? "", &arguments)
    exit(127)
}
if words.first == "batch" { exit(FaultyBatch.run(Array(words.dropFirst()))) }
words = words.dropFirst()
while let word = words.popFirst() {
    switch word {
    case "--fork": launch.method = .forking
    case "--seconds": launch.limits.seconds = words.popFirst().flatMap { Int($0) } ?? 1
    case "--megabytes": launch.limits.megabytes = words.popFirst().flatMap { Int($0) } ?? 1
    case "--no-sandbox": launch.isConfined = false
    default: files.append(word)
    }
}
let reader = ConfinedReader(launch, service: service)
for file in files {
    do throws(ReadFailure) {
        let bytes =
            file.hasPrefix("GXFAULT") ? Array(file.utf8) : (try? InputFile.bytes(path: file, limit: 1 << 30)) ?? []
        let reports = try reader.reports(in: bytes, source: file)
        let lost = reports.flatMap(\.pages).filter { !$0.warnings.isEmpty }
        print(
            "reports \(reports.count) figures \(reports.map(\.figures.count))"
                + (lost.isEmpty ? "" : " lost \(lost.map(\.number))"))
    } catch {
        print("\(error.code) \(error.underlying ?? "")")
    }
}
