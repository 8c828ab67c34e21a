import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// What checking does to the figures themselves.
@Suite struct SettlementTests {
    static let cell = "applications/refused.process/natural_person"

    /// A balanced report in which that cell holds 40.
    static func report(_ method: ReadingMethod) -> Report {
        var generator = SeededGenerator(seed: 6)
        var sample = RandomReport.random(using: &generator)
        sample.method = method
        return sample.report.moving(cell, to: 40)
    }

    @Test func aClearMistakeOfThePrinterStaysOk() throws {
        for method in [ReadingMethod.text, .dump, .ocr] {
            var report = Self.report(method)
            report.print(4000, at: Self.cell)
            let checked = Validator().validate(report)
            #expect(checked.findings.map(\.verdict) == [.source, .source])
            #expect(checked[Self.cell].status == .ok)
            #expect(checked[Self.cell].amount == 4000)
            let suggestion = try #require(checked[Self.cell].suggestions.first)
            #expect(suggestion.value == 40 && suggestion.rivals == 0 && suggestion.evidence == "sums")
            #expect(suggestion.settles.map(\.kind) == [.applicationsRow, .applicationsColumn])
            #expect(checked.findings.allSatisfy { $0.explanations.count == 1 })
            #expect(checked.figures.filter { $0.status != .ok } == [])
        }
    }

    /// A stroke of a pen in a cell was read as a 7: nobody can say that the report is printed so.
    @Test(arguments: [["reading.text"], ["figure.broken", "reading.text"], ["reading.count"]])
    func aDoubtfulReadingIsNoMistakeOfThePrinter(doubts: [String]) {
        var report = Self.report(.ocr)
        report.print(7, at: Self.cell)
        report[Self.cell].status = .suspect
        report[Self.cell].confidence = 0.5
        report[Self.cell].doubts = doubts
        #expect(Set(Validator().validate(report).findings.map(\.verdict)) == [.open])
    }

    /// One reader had no answer, and nobody another one: most likely it is printed so. It is to be looked at all the same.
    @Test(arguments: [("reading.unsure", 46), ("reading.disagree", 43)])
    func whatNoReaderContradictsIsThePrintersButStaysInDoubt(doubt: String, value: Int) {
        var report = Self.report(.ocr)
        report.print(value, at: Self.cell)
        report[Self.cell].status = .suspect
        report[Self.cell].confidence = 0.5
        report[Self.cell].doubts = [doubt]
        var checked = Validator().validate(report)
        #expect(checked.findings.map(\.verdict) == [.source, .source])
        #expect(checked[Self.cell].status == .suspect && checked[Self.cell].amount == Amount(value))
        // A sign before it is a speck, another number is another reading.
        report[Self.cell].alternatives = [Alternative(value: Amount(-value), score: 0.1, reader: "second")]
        #expect(Validator().validate(report).findings.map(\.verdict) == [.source, .source])
        report[Self.cell].alternatives = [Alternative(value: 48, score: 0.1, reader: "second")]
        checked = Validator().validate(report)
        #expect(Set(checked.findings.map(\.verdict)) == [.open])
        // Colour over paper may be no figure where the sums want none.
        report = Self.report(.ocr).moving(Self.cell, to: 0)
        report.print(7, at: Self.cell)
        report[Self.cell].status = .suspect
        report[Self.cell].confidence = 0.5
        report[Self.cell].doubts = ["ink.coloured"]
        #expect(Set(Validator().validate(report).findings.map(\.verdict)) == [.open])
    }

    /// Readers who quarrelled may all be a digit away from what the sums ask for; one that was none too sure may have lost
    /// a digit, but has added none.
    @Test(arguments: [
        (46, 40, 0.5, true), (1, 15, 0.92, false), (4, 40, 0.92, false), (4, 40, 0.96, false), (15, 1, 0.92, false),
    ])
    func aSlipOfTheReadersIsNoMistakeOfTheOffice(read: Int, wanted: Int, confidence: Double, isQuarrel: Bool) {
        var report = Self.report(.ocr).moving(Self.cell, to: wanted)
        report.print(read, at: Self.cell)
        report[Self.cell].confidence = confidence
        if isQuarrel {
            report[Self.cell].status = .suspect
            report[Self.cell].doubts = ["reading.disagree"]
        }
        let isSlip = isQuarrel || (read < wanted && confidence < 0.95)
        let checked = Validator().validate(report)
        #expect(checked.findings.map(\.verdict) == (isSlip ? [.open, .open] : [.source, .source]))
        #expect(checked[Self.cell].suggestions.map(\.value) == [Amount(wanted)])
    }

    /// What a cell of a picture shows beside the number that was taken is another reading of it.
    @Test(arguments: [("24| 40", 24), ("4 40", 440), ("040", 44), ("-40", -40), ("15 40", 15)])
    func whatElseIsPrintedInTheCellIsAnotherReading(printed: String, taken: Int) {
        var report = Self.report(.ocr).moving(Self.cell, to: 40)
        report.print(taken, at: Self.cell)
        report[Self.cell].printed = printed
        report[Self.cell].status = .suspect
        report[Self.cell].confidence = 0.5
        report[Self.cell].doubts = ["figure.several", "reading.text"]
        let checked = Validator().validate(report)
        #expect(checked.findings.filter { $0.rule.hasPrefix("applications") }.map(\.verdict) == [.reading, .reading])
        #expect(checked[Self.cell].suggestions.map(\.value) == [40])
        #expect(checked[Self.cell].suggestions.map(\.evidence) == ["alternative"])
        #expect(checked[Self.cell].amount == Amount(taken) && checked[Self.cell].status == .suspect)
    }

    /// A sign that no reader doubted is none all the same: no count is below 0.
    @Test func aSignOffAPictureIsASpeck() {
        var report = Self.report(.ocr)
        let count = report[Self.cell].amount?.count ?? 0
        report.print(-count, at: Self.cell)
        let checked = Validator().validate(report)
        #expect(checked.findings.filter { $0.rule.hasPrefix("applications") }.map(\.verdict) == [.reading, .reading])
        #expect(checked[Self.cell].suggestions.map(\.value) == [Amount(count)])
    }

    /// 0.2 is no count, and the sums say what it ought to be.
    @Test func whatIsNoCountGetsASuggestion() {
        var report = Self.report(.ocr)
        let count = report[Self.cell].amount
        report[Self.cell].content = .amount(Amount(digits: 2, decimals: 1))
        report[Self.cell].printed = "0.2"
        report[Self.cell].status = .suspect
        let checked = Validator().validate(report)
        #expect(checked[Self.cell].suggestions.map(\.value) == [count])
        #expect(checked[Self.cell].amount == Amount(digits: 2, decimals: 1))
    }

    /// One sum tells a lost figure only where its others are sure; two sums that say the same tell it all the same.
    @Test(arguments: [ReadingMethod.text, .ocr]) func aLostFigureIsDerivedFromSureOnes(method: ReadingMethod) {
        let lost = "disputes/reconsideration/other"
        let beside = "disputes/reconsideration/total"
        var report = Self.report(method)
        let value = report[lost].amount
        report.lose(lost)
        #expect(Validator().validate(report)[lost].status == .derived)
        #expect(Validator().validate(report)[lost].amount == value)
        report[beside].status = .suspect
        report[beside].confidence = 0.5
        report[beside].doubts = ["reading.disagree"]
        let checked = Validator().validate(report)
        #expect(checked[lost].status == .missing && checked[lost].amount == nil)
        #expect(checked[lost].suggestions.map(\.value) == (method == .ocr ? [] : [value]))
        // A row and a column.
        report.lose(Self.cell)
        report["applications/refused.process/total"].status = .suspect
        report["applications/refused.process/total"].doubts = ["reading.disagree"]
        #expect(Validator().validate(report)[Self.cell].status == .derived)
        #expect(Validator().validate(report)[Self.cell].amount == 40)
    }

    /// What a lost figure shows of itself stands against what the sums say of it, also beside it: two totals exchanged in
    /// print, of which neither was read.
    @Test func aLostFigureIsNotDerivedAgainstItsPrint() {
        for (printed, status) in [("[14", FigureStatus.missing), ("4]", .derived), ("之", .derived)] {
            var report = Self.report(.ocr)
            let other = "applications/refused.process/enterprise"
            report.lose(other)
            report.lose(Self.cell)
            report[Self.cell].content = .unreadable
            report[Self.cell].printed = printed
            let checked = Validator().validate(report)
            #expect(checked[Self.cell].status == status, "\(printed)")
            #expect(checked[other].status == status, "\(printed)")
        }
    }

    /// Figures of no row stand beside one of which nothing was found: what is printed there nobody has to work out.
    @Test(arguments: [
        (["reading.none"], FigureStatus.derived), (["row.stray-figures", "reading.none"], .missing),
    ])
    func whatStandsBesideItsRowIsNotDerived(doubts: [String], status: FigureStatus) {
        var report = Self.report(.ocr)
        report.lose(Self.cell)
        report[Self.cell].doubts = doubts
        let checked = Validator().validate(report)
        #expect(checked[Self.cell].status == status)
        #expect(checked[Self.cell].suggestions.map(\.value) == (status == .missing ? [40] : []))
    }

    /// As seen on a scan of 150 dpi (hard150-head): the column of a lost 0 asks for 2, as a figure in it is printed wrongly
    /// whose row has a total that is hard to read; so has the row of the lost one, which says 0.
    @Test func aRowThatSaysOtherwiseContestsWhatTheSumsSay() {
        var report = Self.report(.ocr).moving(Self.cell, to: 0)
        let totals = ["refused.process", "granted"].map { "applications/\($0)/total" }
        for (total, digit) in zip(totals, [6, 4]) {
            let other = total.replacing("total", with: "enterprise")
            let more = digit + 10 - (report[total].amount?.count ?? 0) % 10
            report = report.moving(other, to: (report[other].amount?.count ?? 0) + more)
        }
        let misprinted = "applications/granted/natural_person"
        report = report.moving(misprinted, to: 10)
        let granted = (report[totals[1]].amount?.count ?? 0) / 10
        report.print(8, at: misprinted)
        report.print(granted, at: totals[1])
        report.doubt(totals[1], "ink.coloured-around")
        report.doubt(totals[0], "reading.disagree")
        report.lose(Self.cell)
        let checked = Validator().validate(report)
        #expect(checked[Self.cell].status == .missing)
        #expect(checked[Self.cell].suggestions.map(\.value) == [2])
        #expect(checked[Self.cell].suggestions.map(\.rivals) == [1])
    }

    /// The sums that hold say where a figure stands, even where its label does not.
    @Test(arguments: [ReadingMethod.text, .ocr]) func theSumsPlaceAFigure(method: ReadingMethod) {
        var report = Self.report(method)
        report.print(4127, at: Self.cell)
        report[Self.cell].status = .suspect
        report[Self.cell].confidence = 0.5
        report[Self.cell].doubts = ["label.contradicts-place", "column.place-only"]
        #expect(Validator().validate(report).findings.map(\.verdict) == [.source, .source])
        report.print(46, at: Self.cell)
        #expect(Set(Validator().validate(report).findings.map(\.verdict)) == [.source])
        // A digit may have been lost as well.
        report.print(4, at: Self.cell)
        let verdict: Finding.Verdict = method == .ocr ? .open : .source
        #expect(Set(Validator().validate(report).findings.map(\.verdict)) == [verdict])
        // A digit more must have been seen; whichever row it is.
        report.print(400, at: Self.cell)
        report[Self.cell].doubts = ["label.none"]
        #expect(Validator().validate(report).findings.map(\.verdict) == [.source, .source])
        // Two cells exchanged: the reader may have done it, but where all else is there: whichever row they are, their
        // columns fail.
        report = Self.report(method)
        let other = "applications/refused.process/enterprise"
        let first = report[Self.cell].amount?.count ?? 0
        let second = (report[other].amount?.count ?? 0) + 7777
        report = report.moving(other, to: second)
        report.print(second, at: Self.cell)
        report.print(first, at: other)
        for id in [Self.cell, other] {
            report[id].status = .suspect
            report[id].confidence = 0.5
            report[id].doubts = ["label.contradicts-place"]
        }
        let exchanged: Finding.Verdict = method == .ocr ? .source : .open
        #expect(Set(Validator().validate(report).findings.map(\.verdict)) == [exchanged])
        report.lose("applications/granted/natural_person")
        report.lose("applications/granted/enterprise")
        let findings = Validator().validate(report).findings
        #expect(!findings.isEmpty && findings.allSatisfy { $0.verdict == .open })
    }

    /// Where a table breaks in so many places that no cell can be named, the sums of cells that were surely read are
    /// the report's own mistakes all the same, and none of them is doubted.
    @Test func sumsOfSureReadingsAreThePrintersWhereverTheMistakeIs() {
        var generator = SeededGenerator(seed: 12)
        var report = Self.report(.ocr)
        for index in report.figures.indices {
            report.figures[index].confidence = 0.99
            guard report.figures[index].id.table == .applications else { continue }
            let value = Int.random(in: 100...999, using: &generator)
            report.figures[index].content = .amount(Amount(value))
        }
        report["applications/granted/natural_person"].confidence = 0.85
        let checked = Validator().validate(report)
        let broken = checked.findings.filter { $0.severity == .error }
        #expect(broken.count > 30 && broken.allSatisfy { $0.explanations.isEmpty })
        for finding in broken {
            let isSure = !finding.figures.contains { $0.description == "applications/granted/natural_person" }
            #expect(finding.verdict == (isSure ? .source : .open))
        }
        #expect(checked["applications/refused.process/other"].status == .ok)
        #expect(checked["applications/granted/natural_person"].status == .suspect)
        // What was surely read beside it is not.
        #expect(checked.figures.count { $0.status != .ok } == 1)
    }

    @Test func anotherReadingExplainsIt() {
        var report = Self.report(.ocr)
        report.print(48, at: Self.cell)
        report[Self.cell].alternatives = [Alternative(value: 40, score: 0.3, reader: "recog")]
        report[Self.cell].status = .suspect
        report[Self.cell].doubts = ["reading.disagree"]
        let checked = Validator().validate(report)
        #expect(checked.findings.map(\.verdict) == [.reading, .reading])
        #expect(checked[Self.cell].status == .suspect)
        #expect(checked[Self.cell].amount == 48)
        #expect(checked[Self.cell].suggestions.map(\.evidence) == ["alternative"])
        #expect(checked.figures.filter { $0.status != .ok }.count == 1)
    }

    /// As seen below a stamp (seal-full): 39 of another column's cell, of which a reader saw the 9 that its row asks for. Where
    /// the row is full, its figures stand in the form's order.
    @Test(arguments: [(true, 0), (false, 1)]) func anotherReadingInAColumnByItsPlaceIsNotCertain(
        isFull: Bool, rivals: Int
    ) {
        var report = Self.report(.ocr)
        report.print(48, at: Self.cell)
        report[Self.cell].alternatives = [Alternative(value: 40, score: 0.3, reader: "recog")]
        report.doubt(Self.cell, "reading.disagree", "column.place-only")
        for (index, column) in Self.columns.enumerated() {
            let box = Box(x: Double(index) * 50, y: isFull || index < 6 ? 100 : 300, width: 20, height: 10)
            report["applications/refused.process/\(column)"].places = [Place(page: 1, box: box)]
        }
        let suggestion = Validator().validate(report)[Self.cell].suggestions.first
        #expect(suggestion?.value == 40)
        #expect(suggestion?.rivals == rivals)
    }

    private static let columns = [
        "natural_person", "enterprise", "research", "social", "legal_service", "other", "total",
    ]

    /// Nobody saw anything else, so it is most likely printed so; but it stays in doubt, and the message says to look.
    @Test func aDigitThatLooksLikeItStaysInDoubtOnAPoorScan() {
        var report = Self.report(.ocr)
        for index in report.figures.indices { report.figures[index].confidence = 0.93 }
        report.print(49, at: Self.cell)
        let checked = Validator().validate(report)
        #expect(checked.findings.map(\.verdict) == [.source, .source])
        #expect(checked.findings.allSatisfy { $0.message.chinese.contains("请看原图确认") })
        #expect(checked[Self.cell].status == .suspect)
        #expect(checked[Self.cell].doubts == ["sum.broken"])
        // The others in the row and the column are cleared.
        #expect(checked.figures.filter { $0.status != .ok }.count == 1)
    }

    @Test func whatCannotBeLocatedIsInDoubtAsAWhole() {
        var report = Self.report(.ocr)
        let total = "disputes/reconsideration/total"
        for index in report.figures.indices { report.figures[index].confidence = 0.85 }
        report.print((report[total].amount?.count ?? 0) + 1, at: total)
        let checked = Validator().validate(report)
        let group = checked.figures.filter { $0.id.row == "reconsideration" }
        let possible = group.filter { !$0.suggestions.isEmpty }
        #expect(possible.count > 1)
        #expect(possible.allSatisfy { $0.status == .suspect && $0.suggestions[0].rivals == possible.count - 1 })
        #expect(checked.findings.map(\.explanations.count) == [possible.count])
    }

    @Test func checkingTwiceChangesNothing() {
        var report = Self.report(.ocr)
        for index in report.figures.indices { report.figures[index].confidence = 0.93 }
        report.print(49, at: Self.cell)
        report.lose("applications/new/total")
        report.blank("applications/rejected.reissue/research")
        let once = Validator().validate(report)
        let twice = Validator().validate(once)
        #expect(once.figures == twice.figures)
        #expect(once.findings == twice.findings)
        #expect(once["applications/new/total"].status == .derived)
        // A person puts it right: nothing of the doubt stays.
        var corrected = once
        corrected.print(40, at: Self.cell)
        let settled = Validator().validate(corrected)
        #expect(settled[Self.cell].status == .ok)
        #expect(settled.complaints == [])
    }

    @Test func lostCellsAreDerivedAndSaySo() {
        let report = Self.report(.ocr)
        var lost = report
        for id in [Self.cell, "applications/new/total", "disputes/litigation_direct/total"] { lost.lose(id) }
        lost[Self.cell].content = .unreadable
        lost[Self.cell].printed = "4O"
        let checked = Validator().validate(lost)
        for id in [Self.cell, "applications/new/total", "disputes/litigation_direct/total"] {
            #expect(checked[id].status == .derived)
            #expect(checked[id].amount == report[id].amount)
        }
        #expect(checked[Self.cell].printed == "4O")
    }

    /// Two lost cells of one row and a wrong one in another row: it may stand below either of them.
    @Test func nothingIsDerivedWhereExplanationsDiffer() {
        let wrong = "applications/granted/natural_person"
        var report = Self.report(.text).moving(wrong, to: 9).moving("applications/refused.process/other", to: 20)
        report.lose(Self.cell)
        report.lose("applications/refused.process/other")
        report.print(6, at: wrong)
        let checked = Validator().validate(report)
        #expect(checked[Self.cell].status == .missing)
        #expect(checked[Self.cell].amount == nil)
        #expect(checked[wrong].suggestions.map(\.rivals) == [1])
    }

    @Test func aBlankStaysEmptyWithASuggestion() {
        var report = Self.report(.text)
        report.blank(Self.cell)
        let checked = Validator().validate(report)
        #expect(checked[Self.cell].status == .empty)
        #expect(checked[Self.cell].amount == nil)
        #expect(checked[Self.cell].suggestions.map(\.value) == [40])
    }

    @Test func blankTotalsAreSuggested() {
        let report = Self.report(.text)
        var blank = report
        let totals = report.forms.figures.filter { $0.table == .applications && $0.column == "total" }
        for id in totals { blank.blank(id.description) }
        let checked = Validator().validate(blank)
        for id in totals {
            #expect(checked[id.description].status == .empty)
            #expect(checked[id.description].suggestions.map(\.value) == [report[id.description].amount])
        }
    }

    @Test func whatAPersonConfirmedIsTheLastToBeDoubted() {
        var report = Self.report(.ocr)
        for index in report.figures.indices { report.figures[index].confidence = 0.5 }
        let group = report.figures.filter { $0.id.row == "litigation_direct" }.map(\.id.description)
        for id in group where id != group[0] { report[id].method = .review }
        report.print((report[group[0]].amount?.count ?? 0) + 1, at: group[0])
        let checked = Validator().validate(report)
        #expect(checked[group[0]].status == .suspect)
        #expect(checked[group[0]].suggestions.map(\.rivals) == [0])
    }
}
