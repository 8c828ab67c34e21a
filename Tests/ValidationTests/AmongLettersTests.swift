import ReportModel
import Testing

@testable import Validation

/// Figures off pictures that were picked out from among letters.
@Suite struct AmongLettersTests {
    /// As seen below a seal (seal-horizontal): of 58 behind a label that ran into its cell the label's number was taken, and 57
    /// by another reader; beside a printed mistake in the next column either seemed as likely.
    @Test(arguments: [("4.保护第三方\n7 人", 1), ("4", 2)]) func anyOtherValueIsAsNear(printed: String, values: Int) {
        let rows = ["refused.third_party", "rejected.duplicate"].map { "applications/\($0)" }
        let cell = "\(rows[0])/natural_person"
        var report = SettlementTests.report(.ocr).moving(cell, to: 58)
        for id in ["\(rows[0])/enterprise", "\(rows[1])/enterprise"] { report = report.moving(id, to: 3) }
        report.print(2, at: "\(rows[1])/enterprise")
        report.doubt("\(rows[0])/enterprise", "reading.second")
        report.print(4, at: cell)
        report[cell].printed = printed
        report.doubt(cell, "figure.several", "reading.disagree")
        report[cell].alternatives = [Alternative(value: 57, score: 0.25, reader: "network")]
        let suggested = Validator().validate(report)[cell].suggestions.map(\.value)
        #expect(suggested.first == 58 && suggested.count == values, "\(suggested)")
    }
}
