import Foundation
import GxTestSupport
import JSON
import ReportModel
import SystemBridge
import Testing

@testable import Review

struct DecidingTests {
    @Test func confirmedReadingIsSound() throws {
        let sample = try ReviewSample()
        try sample.decide(.confirm)
        let figure = try sample.figure()
        #expect(figure.status == .ok && figure.method == .review && figure.amount == 51)
    }

    @Test(arguments: [Decision.Action.suggestion, .value]) func changedFigureIsCorrected(action: Decision.Action) throws
    {
        let sample = try ReviewSample()
        try sample.decide(action, value: "15")
        let figure = try sample.figure()
        #expect(figure.status == .corrected && figure.method == .review && figure.amount == 15)
        #expect(figure.alternatives.first?.value == 51, "what was read is kept")
    }

    @Test func blankIsNoZero() throws {
        let sample = try ReviewSample()
        try sample.decide(.blank)
        #expect(try sample.figure().content == .blank)
        #expect(try sample.figure().status == .corrected)
    }

    @Test func printedSoMakesTheFindingTheReports() throws {
        let sample = try ReviewSample()
        try sample.decide(.printed)
        let report = ReviewExport(sample.session).reports[0]
        let findings = report.findings.filter {
            $0.figures.contains(ReviewSample.total) && $0.rule.hasPrefix("applications")
        }
        #expect(!findings.isEmpty && findings.allSatisfy { $0.verdict == .source })
    }

    @Test func findingsAreThoseOfTheCorrectedFigures() throws {
        let sample = try ReviewSample()
        try sample.decide(.value, value: "15")
        let report = ReviewExport(sample.session).reports[0]
        #expect(!report.findings.contains { $0.rule == "applications.row" })
    }

    @Test func whatWasNotReadCannotBeConfirmed() throws {
        let sample = try ReviewSample()
        #expect(throws: ReviewSession.Refusal.self) { try sample.decide(.confirm, ReviewSample.missing) }
        #expect(throws: ReviewSession.Refusal.self) { try sample.decide(.printed, ReviewSample.missing) }
        try sample.decide(.value, ReviewSample.missing, value: "3")
        #expect(try sample.figure(ReviewSample.missing).amount == 3)
    }

    @Test(arguments: ["", "1e9", "１２", "12 ", "=1+1", "-", "9999999999999999999999999", "<b>"])
    func noNumbers(value: String) throws {
        let sample = try ReviewSample()
        #expect(throws: ReviewSession.Refusal.self) { try sample.decide(.value, value: value) }
        #expect(sample.session.log.standings.all.isEmpty)
    }

    @Test func undoneDecisionsDoNotCount() throws {
        let sample = try ReviewSample()
        let first = try sample.decide(.value, value: "15")
        try sample.decide(.undo, undoes: first[0].id)
        #expect(try sample.figure().status == .suspect)
        #expect(sample.session.standing(.init(report: 0, figure: ReviewSample.total)).history.count == 2)
        #expect(throws: ReviewSession.Refusal.self) { try sample.decide(.undo, undoes: first[0].id) }
    }

    @Test func aNoteSettlesNothing() throws {
        let sample = try ReviewSample()
        try sample.decide(.note, reason: "盖章遮挡")
        #expect(try sample.figure().status == .suspect)
        #expect(sample.session.counts(QueueFilter()).open > 0)
    }

    @Test func theSecondHasToLookFirst() throws {
        let sample = try ReviewSample()
        try sample.decide(.value, value: "15", by: "甲")
        #expect(throws: ReviewSession.Refusal.self) { try sample.decide(.value, value: "16", by: "乙", seen: "") }
        #expect(sample.session.log.standings.all.count == 1)
        // Having looked, the second may disagree; both stay, and nothing is sound.
        try sample.decide(.value, value: "16", by: "乙")
        let figure = try sample.figure()
        #expect(figure.status == .suspect && figure.doubts.contains("review.disputed"))
        #expect(figure.alternatives.prefix(2).map(\.reader) == ["review:甲", "review:乙"])
        #expect(sample.session.counts(QueueFilter()).disputed == 1)
        // Agreeing in the end settles it.
        try sample.decide(.value, value: "16", by: "甲")
        #expect(try sample.figure().amount == 16)
        #expect(sample.session.counts(QueueFilter()).disputed == 0)
    }

    /// A fresh reading by another version: what people said still holds, whatever is read now.
    @Test func replayOnAFreshReading() throws {
        let folder = try TemporaryFolder()
        let first = try ReviewSample(in: folder)
        try first.decide(.value, value: "15")
        try first.decide(.confirm, FigureID(.disclosure, "fees", "amount"))
        for (read, status) in [(15, FigureStatus.ok), (99, .corrected)] {
            var report = SampleReport.doubtful()
            let index = try #require(report.figures.firstIndex { $0.id == ReviewSample.total })
            report.figures[index].content = .amount(Amount(read))
            report.figures[index].status = .ok
            let again = try ReviewSample([report], in: folder)
            #expect(try again.figure().amount == 15)
            #expect(try again.figure().status == status)
            #expect(try again.figure(FigureID(.disclosure, "fees", "amount")).status == .empty)
        }
    }
}

struct DecisionLogTests {
    @Test func survivesWhatAPowerFailureCutsOff() throws {
        let sample = try ReviewSample()
        try sample.decide(.value, value: "15")
        let whole = try Data(contentsOf: URL(fileURLWithPath: sample.logPath))
        try (whole + Data("{\"schema\":\"gxingest.dec".utf8)).write(to: URL(fileURLWithPath: sample.logPath))
        let again = try ReviewSample(in: sample.folder)
        #expect(again.session.log.standings.all.count == 1)
        try again.decide(.confirm, FigureID(.disputes, "litigation_direct", "other"))
        let last = try ReviewSample(in: sample.folder)
        #expect(last.session.log.standings.all.count == 2 && last.session.log.strangeLines == 1)
    }

    /// Two programs on one log: each sees what the other has added, and neither writes over it.
    @Test func twoProgramsOnOneLog() throws {
        let one = try ReviewSample()
        let other = try ReviewSample(in: one.folder)
        try one.decide(.value, value: "15", by: "甲")
        #expect(throws: ReviewSession.Refusal.self) { try other.decide(.value, value: "16", by: "乙", seen: "") }
        try other.session.log.refresh()
        try other.decide(.value, value: "16", by: "乙")
        try one.session.log.refresh()
        #expect(one.session.standing(.init(report: 0, figure: ReviewSample.total)).state == .disputed)
    }

    /// Any bytes in the log give decisions or are left alone.
    @Test func anyBytes() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let sample = try ReviewSample()
        try sample.decide(.value, value: "15")
        let line = [UInt8](try Data(contentsOf: URL(fileURLWithPath: sample.logPath)))
        for _ in 0..<200 {
            var bytes = line
            for _ in 0..<Int.random(in: 1...30, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            for piece in bytes.split(separator: 0x0A) {
                let decision = DecisionLog.decision(Array(piece))
                #expect(decision.map { $0.value.isEmpty || $0.amount != nil } ?? true, "seed \(seed)")
            }
        }
    }

    @Test func lookingMakesNoLog() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/review.jsonl"
        let log = try DecisionLog(reading: path)
        #expect(log.standings.all.isEmpty && !FileManager.default.fileExists(atPath: path))
        let sample = try ReviewSample(in: folder)
        try sample.decide(.confirm)
        let again = try DecisionLog(reading: path)
        #expect(again.standings.all.count == 1)
        var other = again.standings.all[0]
        other.id = "other"
        #expect(throws: SystemError.self) { try again.add([other]) }
        #expect(throws: SystemError.self) { try log.add([other]) }
    }

    @Test func decisionsComeBackAsTheyWent() throws {
        let decision = Decision(
            time: "2026-01-02T03:04:05Z", author: "王\"五", report: "sha256:00#2", figure: ReviewSample.total,
            action: .printed, value: "-3.50", shown: .init(value: "3", printed: "3\n", status: "suspect"), reason: "原文",
            seen: "1", undoes: "")
        #expect(Decision(try JSONValue(parsing: Array(decision.json.text.utf8))) == decision)
    }

    @Test func aFullDiskSavesNothing() throws {
        // /dev/full takes no byte, but is no ordinary file: the log refuses it from the start.
        #expect(throws: SystemError.self) { try DecisionLog("/dev/full") }
        #expect(throws: SystemError.self) { try DecisionLog("/nowhere/review.jsonl") }
    }
}

struct ReviewQueueTests {
    @Test func leastProvenFirst() throws {
        let queue = ReviewQueue([SampleReport.clean(), SampleReport.doubtful()])
        #expect(queue.entries.allSatisfy { $0.report == 1 })
        let statuses = queue.entries.map { SampleReport.doubtful().figures[$0.figure].status }
        #expect(statuses == [.missing, .suspect, .derived])
    }

    @Test func everyFigureInDoubtIsInTheQueue() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var report = SampleReport.clean()
        for index in report.figures.indices {
            report.figures[index].status = FigureStatus.allCases.randomElement(using: &generator) ?? .ok
        }
        let queue = ReviewQueue([report])
        let doubtful = report.figures.filter { ![.ok, .empty, .corrected].contains($0.status) }.map(\.id)
        #expect(Set(queue.entries.map(\.id)) == Set(doubtful), "seed \(seed)")
    }

    @Test func filters() throws {
        let sample = try ReviewSample()
        func ids(_ change: (inout QueueFilter) -> Void) -> [FigureID] {
            var filter = QueueFilter()
            change(&filter)
            return sample.session.queue.entries.filter { sample.session.lets($0, filter) }.map(\.id)
        }
        #expect(ids { $0.table = .applications } == [ReviewSample.total])
        #expect(ids { $0.status = .missing } == [ReviewSample.missing])
        #expect(ids { $0.rule = "prose.applications" } == [ReviewSample.total])
        #expect(ids { $0.verdict = .reading } == [])
        #expect(ids { $0.year = 1999 } == [])
        #expect(ids { $0.text = "水务" }.count == 3 && ids { $0.text = "林业" }.isEmpty)
        try sample.decide(.confirm)
        #expect(!ids { _ in }.contains(ReviewSample.total))
        #expect(ids { $0.state = .done } == [ReviewSample.total])
        #expect(ids { $0.state = nil }.count == 3)
    }

    @Test func nextGoesRound() throws {
        let sample = try ReviewSample()
        var seen: [FigureID] = []
        var position: ReviewSession.Position?
        for _ in 0..<4 {
            position = sample.session.next(after: position, QueueFilter())
            seen.append(try #require(position).figure)
        }
        #expect(seen[3] == seen[0] && Set(seen).count == 3)
        #expect(sample.session.next(after: position, QueueFilter(), backwards: true)?.figure == seen[2])
    }
}
