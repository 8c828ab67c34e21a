import ReportModel
import Testing

@testable import Scans

struct UnseenFigureTests {
    private static let lostCell = FigureID(.applications, "granted", "natural_person")
    private static let totals = ["new", "granted", "total"].map { FigureID(.applications, $0, "total") }
    private static let persons = ["new", "total"].map { FigureID(.applications, $0, "natural_person") }

    /// A report off a picture with one application, granted, whose cell looks blank; in every other cell `rest` stands.
    private func report(
        rest: FigureContent = .amount(0), _ doubts: [String] = [ScanEvidence.unread], _ content: FigureContent = .blank
    ) -> Report {
        let forms = FormVersions(.form2021)
        let figures = forms.figures.map { id in
            if id == Self.lostCell {
                return Figure(
                    id: id, form: .form2021, content: content, printed: content == .mark ? "—" : "",
                    status: doubts.isEmpty ? .empty : .suspect, method: .ocr, doubts: doubts)
            }
            let content = (Self.totals + Self.persons).contains(id) ? .amount(1) : rest
            return Figure(
                id: id, form: .form2021, content: content, status: content == .blank ? .empty : .ok, method: .ocr)
        }
        return Report(source: "", title: "", agency: "", year: 2024, forms: forms, sections: [], figures: figures)
    }

    private func found(_ report: Report) throws -> Figure {
        try #require(UnseenFigures(of: report).lost(in: report).figures.first { $0.id == Self.lostCell })
    }

    @Test(arguments: [ScanEvidence.unread, CellContentReader.faint, CellContentReader.textReader])
    func aBlankInDoubtThatBreaksItsSumsIsLost(doubt: String) throws {
        for rest in [FigureContent.amount(0), .blank] {
            let figure = try found(report(rest: rest, [doubt]))
            #expect(figure.content == .absent)
            #expect(figure.status == .missing)
            #expect(figure.doubts.contains(doubt))
        }
    }

    @Test func aMarkInDoubtThatBreaksItsSumsIsUnreadable() throws {
        #expect(try found(report([CellContentReader.textReader], .mark)).content == .unreadable)
    }

    /// The office's mistake, or a figure that the scan has lost without a trace: a person has to say.
    @Test func aBlankThatWasSeenStaysInDoubtWhereAllSumsAskForOneNumber() throws {
        let figure = try found(report([]))
        #expect(figure.content == .blank)
        #expect(figure.status == .suspect)
    }

    /// Totals that an office left out; a sum that is wrong by itself.
    @Test func aBlankThatWasSeenStaysSureWhereItsSumsAskForDifferentNumbers() throws {
        var report = report([])
        let total = FigureID(.applications, "granted", "total")
        let index = try #require(report.figures.firstIndex { $0.id == total })
        report.figures[index].content = .amount(0)
        let figure = try found(report)
        #expect(figure.content == .blank)
        #expect(figure.status == .empty)
    }

    /// Both stood under the seal, and the sum that told of either breaks no more.
    @Test func aBlankThatWasSeenIsLostBesideOneThatWasNotInTheSameBrokenSum() throws {
        var report = report()
        let other = FigureID(.applications, "granted", "enterprise")
        let further = FigureID(.applications, "refused.state_secret", "enterprise")
        for index in report.figures.indices where [other, further].contains(report.figures[index].id) {
            report.figures[index].content = .blank
            report.figures[index].status = .empty
        }
        let read = UnseenFigures(of: report).lost(in: report)
        #expect(try #require(read.figures.first { $0.id == other }).status == .missing)
        #expect(try #require(read.figures.first { $0.id == further }).status == .empty)
    }

    /// Half of the noughts printed, half left out (blanks, on scans without lines).
    @Test(arguments: [FigureContent.amount(0), .blank])
    func aBlankInDoubtWhoseSumsHoldStaysBlank(rest: FigureContent) throws {
        var report = report(rest: rest)
        for index in report.figures.indices where report.figures[index].amount == 1 {
            report.figures[index].content = rest
            report.figures[index].status = rest == .blank ? .empty : .ok
        }
        let figure = try found(report)
        #expect(figure.content == .blank)
        #expect(figure.status == .suspect)
    }

    @Test func theEvidenceOfAPagePutsBlanksThatNobodyHasSeenToTheSums() throws {
        let read = try #require(ScanEvidence().applied(to: [report([])]).first)
        let figure = try #require(read.figures.first { $0.id == Self.lostCell })
        #expect(figure.content == .absent)
        #expect(figure.status == .missing)
        #expect(figure.doubts == [ScanEvidence.unread])
    }
}
