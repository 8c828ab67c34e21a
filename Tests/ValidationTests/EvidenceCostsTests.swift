import ReportModel
import Testing

@testable import Validation

/// What it costs to doubt a figure, by what was said against it.
@Suite struct EvidenceCostsTests {
    /// A figure off a picture that holds 40, with what another reader saw.
    private static func evidence(_ doubts: [String], other: Int?) -> CellEvidence {
        var figure = SettlementTests.report(.ocr)[SettlementTests.cell]
        figure.status = .suspect
        figure.doubts = doubts
        if let other { figure.alternatives = [Alternative(value: Amount(other), score: 0.1, reader: "second")] }
        return EvidenceCosts().evidence(for: figure, totalsAreLeftOut: false, isTotal: false)
    }

    /// Whose digits nobody doubts is dearer to doubt than where readers saw others, or the cell was hard to read.
    @Test(
        arguments: [
            (["label.contradicts-place"], nil, true), (["placement.sums", "row.stray-figures"], nil, true),
            (["figure.beside-broken"], nil, true), (["reading.disagree"], -40, true), (["reading.disagree"], 48, false),
            (["reading.disagree"], nil, false), (["label.none", "reading.text"], nil, false),
            (["ink.coloured-around"], nil, false),
        ] as [([String], Int?, Bool)])
    func digitsThatNobodyDoubtsAreDear(doubts: [String], other: Int?, isDear: Bool) {
        let evidence = Self.evidence(doubts, other: other)
        let costs = EvidenceCosts()
        #expect(evidence.cost(of: 57) == (isDear ? costs.clearOCR : costs.doubtfulOCR))
        #expect(evidence.cost(of: 46) == (isDear ? costs.mildlyDoubtfulOCRAlike : costs.doubtfulOCRAlike))
    }

    /// As seen on a scan (hard150-head): a lost cell and two totals in doubt, against one of them and a clear figure that is
    /// misprinted. That only a speck is in doubt beside the other keeps it from being outbid.
    @Test func aSpeckDoesNotMakeUpForAMisprint() {
        let (row, other) = ("granted", "rejected.petition")
        var report = SettlementTests.report(.ocr).moving("applications/\(other)/legal_service", to: 0)
        let printed = "applications/\(row)/legal_service"
        report = report.moving(printed, to: 3)
        report.print(1, at: printed)
        let total = "applications/\(row)/total"
        let sum = report[total].amount?.count ?? 0
        report.print(sum / 10, at: total)
        report.doubt(total, "ink.coloured-around")
        let speck = "applications/\(other)/total"
        let count = report[speck].amount?.count ?? 0
        report.doubt(speck, "reading.disagree")
        report[speck].alternatives = [Alternative(value: Amount(-count), score: 0.1, reader: "second")]
        report.lose("applications/\(other)/legal_service")
        let checked = Validator().validate(report)
        #expect(!checked[speck].suggestions.contains { $0.rivals == 0 })
        #expect(checked[total].suggestions.contains { $0.value == Amount(sum) })
        #expect(checked[total].suggestions.allSatisfy { $0.rivals > 0 || $0.value == Amount(sum) })
    }
}
