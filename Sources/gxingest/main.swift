import Export
import Pipeline
import ReportModel
import SystemBridge

Process.ignoreClosedPipes()
Process.exitOnInterrupt()
var paths: [String] = []
var format = "csv"
var output: String?
var settings = ReadingSettings()
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    switch argument {
    case "--format": format = arguments.popFirst() ?? ""
    case "-o": output = arguments.popFirst()
    case "--pages": settings.pages = arguments.popFirst().flatMap { PageSelection($0) }
    default: paths.append(argument)
    }
}
guard !paths.isEmpty, ["csv"].contains(format) else {
    Output.write("gxingest FILE… --format csv [-o PATH]\n", toError: true)
    Process.exit(2)
}
var codes: [Int32] = []
var text = FiguresCSV.header
for path in paths {
    do {
        let bytes =
            path == "-"
            ? try InputFile.standardInput(limit: 1 << 29) : try InputFile.bytes(path: path, limit: 1 << 29)
        let reports = try ReadingPipeline(settings).reports(in: bytes, source: path)
        for report in reports { text += FiguresCSV.rows(report) }
        let doubtful = reports.contains { report in
            report.figures.contains { $0.status != .ok && $0.status != .empty && $0.status != .corrected }
                || report.findings.contains { $0.severity > .note }
        }
        codes.append(doubtful ? 1 : 0)
    } catch let failure as ReadFailure {
        Output.write("gxingest: \(path): \(failure)\n", toError: true)
        switch failure.code {
        case .notAReport, .tooDamagedToPlace: codes.append(4)
        case .missingOnMachine: codes.append(5)
        default: codes.append(3)
        }
    } catch {
        Output.write("gxingest: \(path): \(error)\n", toError: true)
        codes.append(3)
    }
}
do {
    if let output { try OutputFile.write(Array(text.utf8), to: output) } else { try Output.write(bytes: text.utf8) }
} catch {
    Output.write("gxingest: \(error)\n", toError: true)
    codes.append(3)
}
Process.exit([5, 3, 4, 1].first { codes.contains($0) } ?? 0)
