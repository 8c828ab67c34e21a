import GxTestSupport
import Pipeline
import ReportModel
import Testing

@testable import Workers

/// Reports go through a pipe and a ledger and must come out the same, whatever the vocabulary learns in future.
@Suite struct ReportBundleTests {
    /// Everything that a report can hold, each at least once.
    static let fullReport: Report = {
        var report = SampleReport.doubtful(
            FormVersions(disclosure: .form2021, applications: .form2019, disputes: .form2021))
        report.figures[0].suggestions = [
            Suggestion(value: 7, settles: report.forms.equations, cost: 2, evidence: "prose", rivals: 3)
        ]
        report.figures[0].content = .unreadable
        report.figures[1].content = .amount(Amount(digits: -1850, decimals: 2))
        report.figures[2].confidence = 0.1 + 0.2
        report.findings[0].explanations = [
            Explanation(changes: [Explanation.Change(figure: report.figures[3].id, value: 4)], cost: 5)
        ]
        report.tables[0].cells[0].rowSpan = 1
        report.tables[0].cells[0].isInRaggedRow = true
        report.tables[0].cells[1].parts[0].ink = Box(x: 1, y: 2, width: 3, height: 4)
        report.pages[0].turn = Turn(quarters: 3)
        report.pages[0].covers = [Box(x: 5, y: 6, width: 7, height: 8)]
        report.pages[0].pasted = [Box(x: 6, y: 7, width: 8, height: 9)]
        // Two texts that Swift takes for equal, and a text of no Latin letter that it takes for one of them.
        report.figures[4].printed = "\u{8C48}"
        report.figures[5].printed = "\u{F900}"
        report.figures[6].printed = "\u{212A}"
        report.figures[7].printed = "K"
        return report
    }()

    static func dumped(_ reports: [Report]) -> String {
        var text = ""
        dump(reports, to: &text)
        return text
    }

    @Test func everythingComesBack() throws {
        let reports = [Self.fullReport, SampleReport.clean(source: "报告.pdf#2")]
        let bytes = ReportBundle.encode(reports)
        let back = try ReportBundle.decode(bytes)
        #expect(Self.dumped(back) == Self.dumped(reports))
        for (left, right) in zip(back[0].figures, reports[0].figures) {
            #expect(Array(left.printed.utf8) == Array(right.printed.utf8))
        }
        #expect(bytes.count < 40_000)
    }

    /// A property that the report above does not fill would come back as its default, and nobody would notice.
    @Test func theFullReportIsFull() {
        var filled: [String: Bool] = [:]
        Self.note(Self.fullReport, &filled)
        #expect(filled.count > 40)
        #expect(filled.filter { !$0.value }.map(\.key).sorted() == [])
    }

    /// Which properties of which types hold more than nothing somewhere.
    private static func note(_ value: Any, _ filled: inout [String: Bool]) {
        let mirror = Mirror(reflecting: value)
        for child in mirror.children {
            let inner = Mirror(reflecting: child.value)
            if mirror.displayStyle == .struct, let label = child.label {
                let isEmpty =
                    switch inner.displayStyle {
                    case .collection, .optional: inner.children.isEmpty
                    default: ["", "0", "false"].contains("\(child.value)")
                    }
                let key = "\(mirror.subjectType).\(label)"
                filled[key] = filled[key] == true || !isEmpty
            }
            note(child.value, &filled)
        }
    }

    @Test func failuresComeBack() throws {
        let codes: [ReadFailure.Code] =
            [
                .notFound, .notReadable, .isFolder, .empty, .encrypted, .damaged, .overLimit, .notAReport,
                .tooDamagedToPlace,
            ]
            + [
                .link, .specialFile, .climbsOut, .bomb, .timedOut(seconds: 3), .outOfMemory(megabytes: 4),
                .crashed(signal: 11), .noConfinement("Landlock"), .noSuchPages(count: 7),
            ]
            + [.missingOnMachine(package: "x"), .noTextLayer(.garbage)]
            + DocumentKind.allCases.map { .unsupportedKind($0) }
        for code in codes {
            let failure = ReadFailure(
                code, page: 3, detail: LocalisedText(chinese: "甲", english: "a"), underlying: "words")
            var writer = ByteWriter()
            writer.value(failure)
            var reader = ByteReader(writer.bytes)
            #expect(try reader.value(ReadFailure.self) == failure)
            #expect(reader.isAtEnd)
        }
    }

    @Test func settingsComeBack() throws {
        var settings = ReadingSettings(
            pages: PageSelection("1-3,5,7-"), passwords: ["秘密", ""], figuresOnly: true, jobs: 3, keepsTables: false)
        settings.seconds = 7
        let request = ReadRequest(settings: settings, source: "a.pdf")
        let back = try ReadRequest(request.frame().payload)
        #expect(back.settings == settings)
        #expect(back.source == "a.pdf")
    }

    /// The bytes come from a process that a document may have taken over.
    @Test func anyBytesGiveAReportOrAProblem() {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        let whole = ReportBundle.encode([Self.fullReport])
        var survivors = 0
        for _ in 0..<400 {
            var bytes = whole
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &generator))
            case 1:
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
                }
            default:
                let start = Int.random(in: 0..<bytes.count, using: &generator)
                bytes.replaceSubrange(start..., with: (0..<200).map { _ in .random(in: 0...255, using: &generator) })
            }
            if let reports = try? ReportBundle.decode(bytes) {
                survivors += 1
                let again = (try? ReportBundle.decode(ReportBundle.encode(reports))) ?? []
                #expect(Self.dumped(again) == Self.dumped(reports), "seed \(generator.seed)")
            }
        }
        #expect(survivors < 400, "seed \(generator.seed)")
    }

    @Test func integersOfEverySize() throws {
        let numbers = [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min, .max - 1, .min + 1]
        var writer = ByteWriter()
        for number in numbers { writer.integer(number) }
        var reader = ByteReader(writer.bytes)
        for number in numbers { #expect(try reader.integer() == number) }
        var endless = ByteReader([UInt8](repeating: 0xFF, count: 20))
        #expect(throws: CodingProblem.self) { try endless.integer() }
    }
}
