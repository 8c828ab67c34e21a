import Foundation
import GxTestSupport
import Pipeline
import ReportModel
import SystemBridge
import Testing

/// Any bytes give a result or a clear error, soon.
@Suite struct DumpFuzzTests {
    /// GX_DUMP_FUZZ=10000 for the long run.
    static let count = Int(ProcessInfo.processInfo.environment["GX_DUMP_FUZZ"] ?? "") ?? 40
    /// GX_DUMP_SEED=5000 makes others.
    static let firstSeed = UInt64(ProcessInfo.processInfo.environment["GX_DUMP_SEED"] ?? "") ?? 0
    /// Seconds of the processor on this test's thread, in a program built for release; others are some ten times slower.
    static let limit = 2.0
    /// A text that repeats itself holds hundreds of reports: each may take so long.
    static let limitOfOne = 0.01

    @Test func anyTextGivesAResultOrAnError() {
        var read = 0
        var refused = 0
        var slowest = (seconds: 0.0, seed: UInt64(0))
        for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.count) {
            var generator = SeededGenerator(seed: seed)
            let bytes = Self.input(using: &generator)
            let start = ProcessorTime.milliseconds
            var share = 1.0
            do throws(ReadFailure) {
                let reports = try ReadingPipeline().reports(in: bytes, source: "fuzz")
                read += 1
                #expect(!reports.isEmpty, "seed \(seed)")
                share = max(1, Double(reports.count) * Self.limitOfOne / Self.limit)
                for report in reports { #expect(report.figures.count == report.forms.figures.count, "seed \(seed)") }
            } catch {
                refused += 1
            }
            let seconds = (ProcessorTime.milliseconds - start) / 1000 / share
            if seconds > slowest.seconds { slowest = (seconds, seed) }
        }
        print("FUZZ \(Self.count) inputs: \(read) read, \(refused) refused, slowest \(slowest)")
        #expect(slowest.seconds < Self.limit * (Self.isDebug ? 10 : 1), "seed \(slowest.seed)")
        #expect(read > 0 && refused > 0)
    }

    private static var isDebug: Bool {
        #if DEBUG
            true
        #else
            false
        #endif
    }

    private static func input(using generator: inout SeededGenerator) -> [UInt8] {
        var style = DumpSample.Style()
        style.size = DumpSample.Size.allCases.randomElement(using: &generator) ?? .small
        style.nothing = DumpSample.Nothing.allCases.randomElement(using: &generator) ?? .zeros
        let sample = DumpSample(forms: FormVersions(.form2021), style: style, using: &generator)
        func layout(_ generator: inout SeededGenerator) -> DumpLayout {
            DumpLayout.allCases.randomElement(using: &generator) ?? .tabs
        }
        let text = sample.text(
            disclosure: layout(&generator), applications: layout(&generator), disputes: layout(&generator),
            using: &generator)
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty { mutate(&bytes, &generator) }
        return Array(bytes.prefix(1_500_000))
    }

    private static let scraps = [
        "0", "（", "|", "\t", " ", "总计", "1.", "，", "-", "\n", "三、", "公开", "\u{0}", "\u{C}", "ﷺ",
    ]

    private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<11, using: &generator) {
        case 0:
            for _ in 0..<Int.random(in: 1...200, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^=
                    1 << UInt8.random(in: 0..<8, using: &generator)
            }
        case 1: bytes = Array(bytes[..<place])
        case 2: bytes = Array(bytes[place...])
        case 3: bytes.insert(contentsOf: [UInt8](repeating: 0xFF, count: 50), at: place)
        case 4: bytes.removeAll { $0 == 10 }
        case 5:
            let part = bytes[place...].prefix(Int.random(in: 0...20_000, using: &generator))
            for _ in 0..<Int.random(in: 1...60, using: &generator) { bytes += part }
        case 6:
            let scrap = scraps.randomElement(using: &generator) ?? "0"
            // Long ones are rare: tests are built without optimisation.
            let most = (isDebug ? [20, 100, 2000] : [100, 5000, 100_000]).randomElement(using: &generator) ?? 1
            let count = Int.random(in: 1...most, using: &generator)
            bytes.insert(contentsOf: Array(String(repeating: scrap, count: count).utf8), at: place)
        case 7: bytes = bytes.map { $0 == 9 ? 32 : $0 }
        case 8: bytes = Array(lines(bytes).shuffled(using: &generator).joined(separator: [10]))
        case 9:
            bytes = Array(
                lines(bytes).filter { _ in Int.random(in: 0..<5, using: &generator) != 0 }.joined(separator: [10]))
        default:
            bytes = (0..<Int.random(in: 0...5000, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 10, omittingEmptySubsequences: false)
    }
}
