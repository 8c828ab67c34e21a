import ReportModel
import Testing

@testable import Scans

struct SumDecisionTests {
    /// A report whose applications table has one application, granted; the sums hold.
    private func report() -> Report {
        let forms = FormVersions(.form2021)
        let ones: Set<FigureID> = [
            FigureID(.applications, "new", "natural_person"), FigureID(.applications, "new", "total"),
            FigureID(.applications, "granted", "natural_person"), FigureID(.applications, "granted", "total"),
            FigureID(.applications, "total", "natural_person"), FigureID(.applications, "total", "total"),
        ]
        let figures = forms.figures.map { id in
            Figure(
                id: id, form: .form2021, content: .amount(ones.contains(id) ? 1 : 0),
                printed: ones.contains(id) ? "1" : "0", status: .ok, method: .ocr)
        }
        return Report(source: "", title: "", agency: "", year: 2024, forms: forms, sections: [], figures: figures)
    }

    private func change(_ report: inout Report, _ row: String, _ column: String, _ body: (inout Figure) -> Void) throws
    {
        let id = FigureID(.applications, row, column)
        let index = try #require(report.figures.firstIndex { $0.id == id })
        body(&report.figures[index])
    }

    private func figure(_ report: Report, _ row: String, _ column: String) throws -> Figure {
        try #require(report.figures.first { $0.id == FigureID(.applications, row, column) })
    }

    private func misread(_ figure: inout Figure, as value: Amount, alternative: Amount) {
        figure.content = .amount(value)
        figure.status = .suspect
        figure.doubts = [FigureJudge.disagreement]
        figure.alternatives = [Alternative(value: alternative, score: 0.4, reader: "first")]
    }

    @Test func theOneReadingThatAllSumsAskForIsTaken() throws {
        var report = report()
        try change(&report, "granted", "natural_person") { misread(&$0, as: 7, alternative: 1) }
        let decided = try figure(SumDecision().decided(report), "granted", "natural_person")
        #expect(decided.amount == 1)
        #expect(decided.status == .ok)
        #expect(decided.alternatives.map(\.value) == [7])
        #expect(decided.doubts.contains(SumDecision.chosen))
    }

    /// Eleven printed where the sums want one, and a reader who saw one stroke of the two: the printer's mistake stays.
    @Test func theSumsTakeNoReadingThatTheInkHasTooManyStrokesFor() throws {
        for (doubts, value) in [([], 11), ([FigureJudge.count], 1)] as [([String], Amount)] {
            var report = report()
            try change(&report, "granted", "natural_person") { figure in
                misread(&figure, as: 11, alternative: 1)
                figure.doubts += doubts
            }
            let decided = try figure(SumDecision().decided(report), "granted", "natural_person")
            #expect(decided.amount == value)
            #expect((decided.status == .suspect) == (value == 11))
        }
    }

    @Test func whatTheReadersSawClearlyIsNotRepaired() throws {
        var report = report()
        try change(&report, "granted", "natural_person") { figure in
            figure.content = .amount(7)
            figure.alternatives = [Alternative(value: 1, score: 0.01, reader: "network")]
        }
        #expect(try figure(SumDecision().decided(report), "granted", "natural_person").amount == 7)
    }

    @Test func aReadingThatItsSumsConfirmIsTaken() throws {
        var report = report()
        try change(&report, "granted", "natural_person") { misread(&$0, as: 1, alternative: 7) }
        #expect(try figure(SumDecision().decided(report), "granted", "natural_person").status == .ok)
    }

    /// A speck before a 1 (hard150-full): readers disagree, and one of them has seen none.
    @Test func theSumsTakeAwayASignThatNobodySaw() throws {
        var report = report()
        try change(&report, "granted", "natural_person") { figure in
            misread(&figure, as: -1, alternative: 1)
            figure.doubts.append(CellContentReader.sign)
        }
        let decided = try figure(SumDecision().decided(report), "granted", "natural_person")
        #expect(decided.amount == 1)
        #expect(decided.status == .ok)
    }

    @Test func theSumsConfirmNoSign() throws {
        var report = report()
        for (row, value) in [("granted", 2), ("refused.internal", -1)] {
            for column in ["natural_person", "total"] {
                try change(&report, row, column) { figure in
                    figure.content = .amount(Amount(value))
                    guard value < 0 else { return }
                    figure.status = .suspect
                    figure.doubts = [CellContentReader.sign]
                }
            }
        }
        let decided = SumDecision().decided(report)
        #expect(try figure(decided, "refused.internal", "natural_person").status == .suspect)
        #expect(try figure(decided, "refused.internal", "total").status == .suspect)
    }

    /// All the ones of a small report read as sevens: every sum holds, and every figure is wrong.
    @Test func figuresThatAreContestedTogetherProveNothingToEachOther() throws {
        var report = report()
        for row in ["new", "granted", "total"] {
            for column in ["natural_person", "total"] {
                try change(&report, row, column) { misread(&$0, as: 7, alternative: 1) }
            }
        }
        let decided = SumDecision().decided(report)
        for row in ["new", "granted", "total"] {
            for column in ["natural_person", "total"] {
                #expect(try figure(decided, row, column).status == .suspect, "\(row) \(column)")
            }
        }
    }

    /// Two in one column, each alone in its row: both follow from the rest.
    @Test func figuresThatTheirRowsSettleConfirmEachOther() throws {
        var report = report()
        for row in ["granted", "refused.internal"] {
            try change(&report, row, "natural_person") { figure in
                figure.status = .suspect
                figure.doubts = [FigureJudge.disagreement]
            }
        }
        let decided = SumDecision().decided(report)
        #expect(try figure(decided, "granted", "natural_person").status == .ok)
        #expect(try figure(decided, "refused.internal", "natural_person").status == .ok)
    }

    @Test func twoMisreadFiguresOfOneColumnAreBothSettled() throws {
        var report = report()
        try change(&report, "granted", "natural_person") { misread(&$0, as: 7, alternative: 1) }
        try change(&report, "refused.internal", "natural_person") { misread(&$0, as: 6, alternative: 0) }
        let decided = SumDecision().decided(report)
        #expect(try figure(decided, "granted", "natural_person").amount == 1)
        #expect(try figure(decided, "refused.internal", "natural_person").amount == 0)
        #expect(try figure(decided, "refused.internal", "natural_person").status == .ok)
    }

    @Test func doubtsAboutTheRowAreNotLifted() throws {
        var report = report()
        try change(&report, "granted", "natural_person") { figure in
            figure.status = .suspect
            figure.doubts = ["label.contradicts-place"]
        }
        #expect(try figure(SumDecision().decided(report), "granted", "natural_person").status == .suspect)
    }
}
