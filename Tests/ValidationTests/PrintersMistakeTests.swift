import ReportModel
import Testing

@testable import Validation

/// What is printed so although only its place, its row or its lines are in doubt.
@Suite struct PrintersMistakeTests {
    /// Two figures of a row off a picture stand in the order in which they are printed, where every column has one.
    @Test func anExchangeWithinAFullRowIsPrinted() {
        var report = SettlementTests.report(.ocr)
        let other = "applications/refused.process/enterprise"
        let first = report[SettlementTests.cell].amount?.count ?? 0
        report = report.moving(other, to: 7777)
        report.print(7777, at: SettlementTests.cell)
        report.print(first, at: other)
        for index in report.figures.indices where report.figures[index].id.table == .applications {
            report.figures[index].status = .suspect
            report.figures[index].confidence = 0.5
            report.figures[index].doubts = ["column.place-only"]
        }
        let findings = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(!findings.isEmpty && findings.allSatisfy { $0.verdict == .source }, "\(findings.map(\.verdict))")
        // Nor does it matter which row it is.
        for index in report.figures.indices where report.figures[index].id.row == "refused.process" {
            report.figures[index].doubts = ["label.none"]
        }
        let unlabelled = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(unlabelled.map(\.verdict) == findings.map(\.verdict))
        // Not even where a neighbour of theirs is of another row, or has none in one column.
        report["applications/refused.process/social"].doubts = []
        report["applications/refused.process/research"].content = .blank
        report["applications/refused.process/research"].printed = ""
        let mixed = Validator().validate(report).findings.filter { $0.rule == "applications.column" }
        #expect(!mixed.isEmpty && mixed.allSatisfy { $0.verdict == .source }, "\(mixed.map(\.verdict))")
        // Where an addend is lost, one of these may stand in its place.
        for column in ["natural_person", "enterprise"] { report.lose("applications/granted/\(column)") }
        let open = Validator().validate(report).findings.filter { $0.rule == "applications.column" }
        #expect(open.allSatisfy { $0.verdict == .open }, "\(open.map(\.verdict))")
    }

    /// A row that breaks its sum breaks it whichever row it is.
    @Test func aRowsSumNeedsNoLabel() {
        var report = SettlementTests.report(.ocr)
        let row = report.figures.indices.filter { report.figures[$0].id.row == "refused.process" }
        for index in row {
            report.figures[index].status = .suspect
            report.figures[index].confidence = 0.4
            report.figures[index].doubts = ["placement.sums"]
        }
        report.print(7000, at: "applications/refused.process/total")
        report.print(3000, at: "applications/refused.process/enterprise")
        let findings = Validator().validate(report).findings.filter { $0.rule == "applications.row" }
        #expect(findings.map(\.verdict) == [.source])
        report.figures[row[1]].doubts = ["reading.none"]
        #expect(Validator().validate(report).findings.first { $0.rule == "applications.row" }?.verdict == .open)
    }

    /// Digits over two lines: one figure, unless the sums ask for one of the two.
    @Test func aFigureBrokenOverLinesIsPrintedSo() {
        for (printed, verdict) in [("103\n9", Finding.Verdict.source), ("40\n7", .open)] {
            var report = SettlementTests.report(.text)
            report.print(Int(printed.filter { $0 != "\n" }) ?? 0, at: SettlementTests.cell)
            report[SettlementTests.cell].printed = printed
            report[SettlementTests.cell].status = .suspect
            report[SettlementTests.cell].confidence = 0.5
            report[SettlementTests.cell].doubts = ["figure.broken"]
            let checked = Validator().validate(report)
            #expect(checked.findings.map(\.verdict) == [verdict, verdict])
            #expect(checked[SettlementTests.cell].status == .suspect)
        }
    }

    /// Off a picture as well, and so is what stands beside one, unless the sums ask for a part of it, or for it and more.
    @Test(arguments: [
        ("186\n6", 1856, "figure.broken", Finding.Verdict.source), ("186\n6", 186, "figure.broken", .reading),
        ("186\n6", 166, "figure.broken", .open), ("186\n6", 18_166, "figure.broken", .open),
        ("67", 68, "figure.beside-broken", .source), ("67", 676, "figure.beside-broken", .open),
        ("67", 7, "figure.beside-broken", .open), ("67", 68, "reading.text", .open),
    ])
    func digitsOnLinesArePrintedSo(printed: String, wanted: Int, doubt: String, verdict: Finding.Verdict) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(Int(printed.filter { $0 != "\n" }) ?? 0, at: SettlementTests.cell)
        report[SettlementTests.cell].printed = printed
        report.doubt(SettlementTests.cell, doubt)
        let checked = Validator().validate(report)
        #expect(checked.findings.map(\.verdict) == [verdict, verdict])
        #expect(checked[SettlementTests.cell].status == .suspect)
    }

    /// Digits can have gone with the stroke of a pen that lay over them; none is added so, nor changes places.
    @Test(arguments: [
        (4, 40, Finding.Verdict.open), (400, 40, .source), (75, 40, .source), (15, 1515, .open), (53, 1315, .source),
    ])
    func digitsMayHaveGoneWithTheColour(printed: Int, wanted: Int, verdict: Finding.Verdict) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(printed, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell, "ink.coloured")
        let sums = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(!sums.isEmpty && sums.allSatisfy { $0.verdict == verdict }, "\(sums.map(\.verdict))")
    }

    /// As seen below a seal (seal-outer): 5 where the sums want 0. Digits of the document's type are printed; what is drawn in
    /// colour may be no digit.
    @Test(arguments: [
        (5, 0, "ink.coloured", Finding.Verdict.open), (5, 0, "ink.coloured-around", .source),
        (5, 15, "ink.coloured-around", .open), (72, 15, "ink.coloured-around", .source),
        // As seen below a grey seal (seal-full): no reader takes 815 for 2723, nor for 272.
        (2723, 815, "reading.disagree", .source), (2723, 823, "reading.disagree", .open),
        (2723, 818, "reading.text", .open), (72, 15, "reading.disagree", .open),
    ])
    func whatWasSeenIsPrinted(read: Int, wanted: Int, doubt: String, verdict: Finding.Verdict) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(read, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell, doubt)
        if doubt.hasPrefix("reading") {
            report.doubt(SettlementTests.cell, doubt, "reading.count", "ink.coloured")
            report[SettlementTests.cell].alternatives = [
                Alternative(value: Amount(read / 10), score: 0.5, reader: "other")
            ]
        }
        let checked = Validator().validate(report)
        let sums = checked.findings.filter { $0.rule.hasPrefix("applications") }
        #expect(!sums.isEmpty && sums.allSatisfy { $0.verdict == verdict }, "\(sums.map(\.verdict))")
        #expect(checked[SettlementTests.cell].status == .suspect)
    }

    /// As seen on faxes and on scans of 150 dpi: what the sums ask for is like nothing that a reader saw. More ink than digits
    /// may be another digit.
    @Test(arguments: [
        (22, 23, nil, Finding.Verdict.source), (96, 91, 968, .source), (22, 27, nil, .open), (22, 23, 28, .open),
        (22, 226, nil, .open), (7, 40, nil, .open),
    ])
    func aQuarrelAboutOtherDigitsIsNone(read: Int, wanted: Int, other: Int?, verdict: Finding.Verdict) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(read, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell, "reading.disagree", "reading.count")
        report[SettlementTests.cell].alternatives =
            other.map {
                [Alternative(value: Amount($0), score: 0.9, reader: "other")]
            } ?? []
        let checked = Validator().validate(report)
        let sums = checked.findings.filter { $0.rule.hasPrefix("applications") }
        #expect(!sums.isEmpty && sums.allSatisfy { $0.verdict == verdict }, "\(sums.map(\.verdict))")
        #expect(checked[SettlementTests.cell].status == .suspect)
    }

    /// As seen in the narrow cells of scans (mild200-full, hard150-full): digits over two lines. The sums ask for none of them.
    @Test(arguments: [
        ("3 33\n4", 180, Finding.Verdict.source), ("12 34\n56", 1234, .open), ("3 33\n4", 3339, .open),
        ("3 33\n弘", 180, .open),
    ])
    func digitsOverLinesAreReadRightly(printed: String, wanted: Int, verdict: Finding.Verdict) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(Int(printed.filter { ("0"..."9").contains($0) }) ?? 0, at: SettlementTests.cell)
        report[SettlementTests.cell].printed = printed
        report.doubt(SettlementTests.cell, "figure.spaced", "figure.broken", "reading.text")
        let sums = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(!sums.isEmpty && sums.allSatisfy { $0.verdict == verdict }, "\(sums.map(\.verdict))")
    }

    /// As seen on a scan of 150 dpi (hard150-head): two figures exchanged in print, and one of their column misread.
    @Test func anExchangeStandsBesideAMisreading() {
        let exchanged = ["natural_person", "enterprise"].map { "applications/granted/\($0)" }
        var report = SettlementTests.report(.ocr).moving(exchanged[0], to: 260).moving(exchanged[1], to: 1885)
        report.print(1885, at: exchanged[0])
        report.print(260, at: exchanged[1])
        report.print(4, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell, "ink.coloured-around")
        let sum = Validator().validate(report).findings.first {
            $0.rule == "applications.column" && $0.figures.contains { $0.description == SettlementTests.cell }
        }
        #expect(sum?.verdict == .source)
    }

    /// As seen on a scan of 300 dpi (clean300-head): 7 is printed where 2 ought to stand, and a reader had no answer and a
    /// guess. What is like neither the guess nor what was read is nobody's reading.
    @Test(arguments: [
        (7, 2, 1, ["reading.unsure"], Finding.Verdict.source), (7, 2, 12, ["reading.unsure"], .open),
        (7, 2, 1, ["reading.disagree"], .open), (1, 0, 3, ["reading.unsure"], .open),
    ])
    func aGuessAtAnotherNumberIsNoReading(
        read: Int, wanted: Int, other: Int, doubts: [String], verdict: Finding.Verdict
    ) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(read, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell)
        report[SettlementTests.cell].doubts = doubts
        report[SettlementTests.cell].alternatives = [Alternative(value: Amount(other), score: 0.9, reader: "other")]
        let sums = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(!sums.isEmpty && sums.allSatisfy { $0.verdict == verdict }, "\(sums.map(\.verdict))")
    }

    /// As seen on a fax (fax-outer): the digits of three figures of one sum stand on two lines, 505 where the others make 506.
    @Test(arguments: [("figure.broken", Finding.Verdict.source), ("reading.text", .open)])
    func digitsOnLinesAreAsPlainBesideOthers(doubt: String, verdict: Finding.Verdict) throws {
        var report = SettlementTests.report(.ocr)
        let printed = [
            ("upheld", "19\n4"), ("corrected", "49"), ("other", "87"), ("pending", "17\n6"), ("total", "50\n5"),
        ]
        for (column, text) in printed {
            let id = "disputes/litigation_direct/\(column)"
            report.print(try #require(Int(text.filter { $0 != "\n" })), at: id)
            report[id].printed = text
            if text.contains("\n") { report.doubt(id, doubt) }
        }
        let checked = Validator().validate(report)
        #expect(checked.findings.filter { $0.rule == "disputes.group" }.map(\.verdict) == [verdict])
        #expect(checked["disputes/litigation_direct/total"].status == .suspect)
    }

    /// As seen below seals (seal-none, seal-full): 1 and 7 of its strokes where nothing but 0 is printed.
    @Test(arguments: [
        (1, ["reading.unsure"], nil, Finding.Verdict.open), (2, ["reading.unsure"], nil, .source),
        (7, ["label.none", "reading.disagree"], 37, .open), (7, ["label.none"], nil, .source),
    ])
    func whatOughtToBeNothingMayBeNoDigit(
        read: Int, doubts: [String], other: Int?, verdict: Finding.Verdict
    ) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: 0)
        report.print(read, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell)
        report[SettlementTests.cell].doubts = doubts
        report[SettlementTests.cell].alternatives =
            other.map {
                [Alternative(value: Amount($0), score: 0.1, reader: "other")]
            } ?? []
        let sums = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(!sums.isEmpty && sums.allSatisfy { $0.verdict == verdict }, "\(sums.map(\.verdict))")
    }

    /// As seen on a scan of 150 dpi (hard150-outer): figures that belong to no row stand beside those of a row. Where there ought to be
    /// nothing, a figure may be one of them.
    @Test(arguments: [(40, Finding.Verdict.source), (0, .open)])
    func strayFiguresBesideItSayNothingAgainstIt(wanted: Int, verdict: Finding.Verdict) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(37, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell, "row.stray-figures")
        let sums = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(sums.map(\.verdict) == [verdict, verdict])
    }

    /// As seen on a scan of 150 dpi (hard150-horizontal): 5 is printed where 1 ought to stand, and what ought to be 5 was not
    /// read. Its row holds if they changed places.
    @Test(arguments: [(40, FigureStatus.missing, 1), (41, .derived, 2)])
    func whatWasReadBesideALostFigureMayBeItsOwn(read: Int, status: FigureStatus, findings: Int) {
        let other = "applications/refused.process/enterprise"
        var report = SettlementTests.report(.ocr).moving(other, to: 7777)
        report.print(read, at: other)
        report.lose(SettlementTests.cell)
        let checked = Validator().validate(report)
        #expect(checked[SettlementTests.cell].status == status)
        #expect(checked[SettlementTests.cell].suggestions.map(\.value) == (status == .missing ? [40] : []))
        #expect(checked.findings.filter { $0.severity == .error }.count == findings)
    }

    /// Labels that were tied to their neighbours' figures exchange figures of rows, never those of one row.
    @Test func anExchangeWithinARowIsNoneOfRows() {
        for (other, verdict) in [
            ("applications/refused.process/enterprise", Finding.Verdict.source),
            ("applications/refused.internal/natural_person", .open),
        ] {
            var report = SettlementTests.report(.text).moving(other, to: 7777)
            report.print(7777, at: SettlementTests.cell)
            report.print(40, at: other)
            for index in report.figures.indices where report.figures[index].id.table == .applications {
                report.figures[index].status = .suspect
                report.figures[index].confidence = 0.4
                report.figures[index].doubts = ["placement.sums"]
            }
            let findings = Validator().validate(report).findings
            #expect(
                !findings.isEmpty && findings.allSatisfy { $0.verdict == verdict },
                "\(other) \(findings.map(\.verdict))")
        }
    }

    /// A figure that was not read follows from its row; with it, its column is seen to fail.
    @Test func aSumFailsWithAFigureThatOthersTell() throws {
        var report = SettlementTests.report(.ocr)
        report.lose("applications/refused.process/total")
        let total = "applications/granted/total"
        report.print((report[total].amount?.count ?? 0) + 30, at: total)
        let findings = Validator().validate(report).findings.filter { $0.severity == .error }
        #expect(findings.map(\.rule) == ["applications.row", "applications.column"])
        #expect(findings.map(\.verdict) == [.source, .source])
        // It is no finding that the figure which was not read is wrong.
        report = SettlementTests.report(.ocr)
        report.lose(total)
        #expect(Validator().validate(report).complaints == [])
    }

    /// A figure that is printed wrongly breaks a sum in print, although another of that sum was misread.
    @Test func aMistakeStandsBesideAMisreading() {
        for (doubt, verdict) in [("reading.text", Finding.Verdict.source), (nil, .source)] {
            var report = SettlementTests.report(.ocr)
            report.print(900, at: "applications/total/natural_person")
            report.print(4000, at: SettlementTests.cell)
            if let doubt { report.doubt(SettlementTests.cell, doubt) }
            let column = Validator().validate(report).findings.filter { $0.rule == "applications.column" }
            #expect(column.map(\.verdict) == [verdict])
        }
        // Nor does it matter that elsewhere two figures are wrong, and which two.
        let cells =
            ["refused.internal/research", "other.other/social"]
            + ["refused.internal/social", "other.other/research"]
        var other = cells.reduce(SettlementTests.report(.ocr)) { $0.moving("applications/\($1)", to: 7) }
        other.print(900, at: "applications/total/natural_person")
        other.print(4000, at: SettlementTests.cell)
        other.doubt(SettlementTests.cell, "reading.text")
        for cell in cells.prefix(2) { other.print(10, at: "applications/\(cell)") }
        let columns = Validator().validate(other).findings.filter { $0.rule == "applications.column" }
        #expect(columns.map(\.explanations.count) == [2, 2, 2])
        #expect(columns.first?.verdict == .source)
        // Both in doubt: it may hold in print.
        var report = SettlementTests.report(.ocr)
        report.print(900, at: "applications/total/natural_person")
        report.print(4000, at: SettlementTests.cell)
        report.doubt(SettlementTests.cell, "reading.text")
        report.doubt("applications/total/natural_person", "reading.text")
        let column = Validator().validate(report).findings.filter { $0.rule == "applications.column" }
        #expect(column.map(\.verdict) == [.open])
    }

    /// Two figures each of which is what the other ought to be were both read rightly, whatever a reader saw besides.
    @Test func anExchangeIsReadRightly() {
        let other = "applications/refused.process/enterprise"
        for (value, verdict) in [(40, Finding.Verdict.source), (1, .open)] {
            var report = SettlementTests.report(.ocr).moving(other, to: 7)
            for id in report.figures.map(\.id.description) where id.contains("/refused.process/") {
                report.doubt(id, "placement.sums")
            }
            report.print(7, at: SettlementTests.cell)
            report.print(value, at: other)
            report.doubt(other, "placement.sums", "reading.unsure")
            report[other].alternatives = [Alternative(value: 4, score: 0.9, reader: "other")]
            let findings = Validator().validate(report).findings.filter { finding in
                finding.rule == "applications.column" && finding.figures.contains { $0.description == other }
            }
            #expect(findings.map(\.verdict) == [verdict], "\(value)")
        }
    }

    /// What else a reader saw does not matter where the readers agreed in the end and the sums want neither.
    @Test func anotherDigitIsNoRivalOfWhatWasAgreedOn() {
        for (rival, verdict) in [(407, Finding.Verdict.source), (40, .reading)] {
            var report = SettlementTests.report(.ocr)
            report.print(400, at: SettlementTests.cell)
            report[SettlementTests.cell].confidence = 0.9
            report[SettlementTests.cell].alternatives = [
                Alternative(value: Amount(rival), score: 0.09, reader: "other")
            ]
            #expect(Validator().validate(report).findings.map(\.verdict) == [verdict, verdict], "\(rival)")
        }
    }

    /// A total of disputes that a reader was not sure of, and would have had to see a digit too many.
    @Test func aDigitTooManyHasBeenSeen() {
        let total = "disputes/litigation_direct/total"
        for (more, rivals, verdict) in [
            (10, [1], Finding.Verdict.source), (10, [5], .reading), (0, [1], .open),
        ] {
            var report = SettlementTests.report(.ocr)
            for column in ["upheld", "corrected", "other", "pending"] {
                report.print(column == "other" ? 5 : 0, at: "disputes/litigation_direct/\(column)")
            }
            report.print(more == 0 ? 6 : 5 + more, at: total)
            report.doubt(total, "reading.unsure")
            report[total].alternatives = rivals.map { Alternative(value: Amount($0), score: 0.5, reader: "other") }
            let findings = Validator().validate(report).findings.filter { $0.rule == "disputes.group" }
            #expect(findings.map(\.verdict) == [verdict], "\(more) \(rivals)")
        }
    }

    /// As seen on a clean scan (clean300-head): one reader saw a 1 in 11, the others and the type of the page all of it.
    /// Readers lose digits; what one of them took for another digit is another reading.
    @Test(arguments: [(11, 1, Finding.Verdict.source), (1515, 15, .source), (11, 17, .reading), (11, 111, .reading)])
    func aLostDigitIsNoOtherReading(printed: Int, wanted: Int, verdict: Finding.Verdict) {
        var report = SettlementTests.report(.ocr).moving(SettlementTests.cell, to: wanted)
        report.print(printed, at: SettlementTests.cell)
        report[SettlementTests.cell].confidence = 0.95
        report[SettlementTests.cell].alternatives = [
            Alternative(value: Amount(wanted), score: 0.54, reader: "tesseract.21")
        ]
        var checked = Validator().validate(report)
        #expect(checked.findings.map(\.verdict) == [verdict, verdict])
        // Where the readers doubt the figure as well, that one may be right.
        report.doubt(SettlementTests.cell, "reading.disagree")
        checked = Validator().validate(report)
        #expect(checked.findings.map(\.verdict) == [.reading, .reading])
    }
}
