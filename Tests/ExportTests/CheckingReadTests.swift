import Export
import GxTestSupport
import ReportModel
import Testing
import Validation

/// What comes in as JSON or CSV may say anything; whatever can be read can be checked.
@Suite struct CheckingReadTests {
    static let note = ProgramNote(version: "1", settings: [:], language: .english)

    @Test func damagedJSONIsRefusedOrChecked() {
        let seed: UInt64 = 12
        var generator = SeededGenerator(seed: seed)
        let samples = [SampleReport.doubtful(), SampleReport.clean(FormVersions(.form2019))].map {
            Array(ReportJSON.text($0, program: Self.note).utf8)
        }
        let pieces = ["9223372036854775807", "-9223372036854775808", "1e308", "null", "\"\"", "[]", "0", "99999", "-1"]
        var checked = 0
        for _ in 0..<400 {
            var bytes = samples.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                // A value is replaced: what follows a colon or a quotation mark.
                let start = Int.random(in: 0..<bytes.count, using: &generator)
                guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")),
                    let end = bytes[colon...].firstIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") })
                else { continue }
                let piece = pieces.randomElement(using: &generator) ?? ""
                let quoted = bytes[colon + 1] == UInt8(ascii: "\"") ? "\"\(piece.filter { $0 != "\"" })\"" : piece
                bytes.replaceSubrange(colon + 1..<end, with: Array(quoted.utf8))
            }
            guard let reports = try? ReportJSON.reports(in: bytes) else { continue }
            checked += 1
            let validated = reports.map(Validator().validate)
            #expect(SeriesCheck().findings(validated + validated).count == validated.count * 2, "seed \(seed)")
        }
        #expect(checked > 50)
    }

    @Test func aYearIsAYear() throws {
        let text = ReportJSON.text(SampleReport.clean(), program: Self.note)
        let future = text.replacing("\"year\":2023", with: "\"year\":9223372036854775807")
        #expect(future != text)
        #expect(throws: ReadFailure.self) { try ReportJSON.reports(in: Array(future.utf8)) }
    }
}
