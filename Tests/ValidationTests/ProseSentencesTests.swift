import Foundation
import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// The sentences of Fixtures/prose.
@Suite struct ProseSentencesTests {
    struct Line: Sendable {
        var office: Office
        var section: Int
        var expected: String
        var figures: Set<String>
        var sentence: String

        var report: Report {
            var report = office.report
            let heading = FormRulesTests.headings[section - 1]
            report.sections = [
                Section(heading: heading, paragraphs: [Paragraph(text: sentence, places: [.text(line: 1, column: 1)])])
            ]
            return report
        }
    }

    static func lines(_ name: String) throws -> [Line] {
        let path = name.hasPrefix("/") ? name : FixtureDocument.root + "/Fixtures/prose/\(name).tsv"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map {
                let fields = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return Line(
                    office: try #require(Office(rawValue: fields[0])), section: try #require(Int(fields[1])),
                    expected: fields[2], figures: Set(fields[3].split(separator: ";").map(String.init)),
                    sentence: fields[4])
            }
    }

    /// Offices whose sums hold, so that prose is all that can be found.
    @Test(arguments: Office.allCases) func theOfficesTablesAreSound(office: Office) {
        #expect(Validator().validate(office.report).complaints == [])
    }

    struct Score: CustomStringConvertible {
        var contradictions = 0
        var found = 0
        var reported = 0
        var falsely = 0
        var claims = 0
        var claimsFound = 0

        var description: String {
            "\(found) of \(contradictions) contradictions found, \(falsely) of \(reported) findings false, "
                + "\(claimsFound) of \(claims) agreeing cells found"
        }
    }

    static func score(_ lines: [Line]) -> (Score, [String]) {
        var score = Score()
        var failures: [String] = []
        for line in lines {
            let all = Validator(rules: RuleSelection(only: ["prose"])).validate(line.report).findings
            let findings = all.filter { $0.severity > .note }
            let hits = findings.filter { finding in
                line.expected == "contradicts" && finding.figures.contains { line.figures.contains($0.description) }
            }
            score.reported += findings.count
            score.falsely += findings.count - hits.count
            if findings.count > hits.count { failures.append("false\t" + line.sentence) }
            switch line.expected {
            case "contradicts":
                score.contradictions += 1
                score.found += hits.isEmpty ? 0 : 1
                if hits.isEmpty { failures.append("missed\t" + line.sentence) }
            case "open":
                let isNoted = all.contains { finding in
                    finding.severity == .note && finding.figures.contains { line.figures.contains($0.description) }
                }
                if !isNoted { failures.append("not noted\t" + line.sentence) }
            case "agrees":
                let agreed = Set(
                    Examination(line.report).claims.outcomes.filter { $0.answer == .agrees }.flatMap(\.cells)
                        .map(\.description))
                score.claims += line.figures.count
                score.claimsFound += line.figures.intersection(agreed).count
                if !line.figures.isSubset(of: agreed) { failures.append("not read\t" + line.sentence) }
            default: break
            }
        }
        return (score, failures)
    }

    /// Every sentence as expected, but for those that are listed: one that is understood at last leaves the list.
    @Test(
        arguments: (1...50).map { "sentences-" + ($0 < 10 ? "0" : "") + "\($0)" } + [
            "sentences-unseen", "sentences-composed", "sentences-composed-others", "sentences-composed-disputes",
            "sentences-composed-other-disputes", "sentences-parts",
        ])
    func contradictionsAreFoundAndNothingElse(name: String) throws {
        let known = try String(
            contentsOfFile: FixtureDocument.root + "/Fixtures/prose/known-misses.tsv", encoding: .utf8
        )
        .split(separator: "\n").filter { $0.hasPrefix(name + "\t") }.map { String($0.dropFirst(name.count + 1)) }
        let (score, failures) = Self.score(try Self.lines(name))
        print(name + ":", score)
        for failure in failures where !known.contains(failure) { print("  ", failure) }
        if let part = ProcessInfo.processInfo.environment["GX_PROSE_TRACE"] {
            for line in try Self.lines(name)
            where part == name
                || (part == "failures"
                    && failures.contains { !known.contains($0) && $0.hasSuffix("\t" + line.sentence) })
            { Self.trace(line) }
        }
        #expect(Set(failures) == Set(known))
        #expect(Double(score.found) >= 0.95 * Double(score.contradictions))
        #expect(Double(score.falsely) <= 0.01 * Double(score.reported))
        #expect(Double(score.claimsFound) >= 0.95 * Double(score.claims))
    }

    /// Sets of which too much is missed still: nothing of them is misread.
    @Test(arguments: (51...91).map { "sentences-\($0)" })
    func whatIsNotUnderstoodIsNotMisread(name: String) throws {
        let (score, _) = Self.score(try Self.lines(name))
        print(name + ":", score)
        #expect(score.falsely == 0)
        #expect(Double(score.found) >= 0.9 * Double(score.contradictions))
    }

    static let file = ProcessInfo.processInfo.environment["GX_PROSE_FILE"]

    /// Any other sentences, a file of them: GX_PROSE_FILE=/path/to/sentences.tsv.
    @Test(.enabled(if: file != nil)) func whatIsReadElsewhere() throws {
        let lines = try Self.lines(try #require(Self.file))
        for line in lines { Self.trace(line) }
        let (score, failures) = Self.score(lines)
        for failure in failures { print(failure) }
        print(score)
        #expect(!lines.isEmpty)
    }

    /// What is read in a sentence, for whoever mends the rules: GX_PROSE_TRACE=failures.
    static func trace(_ line: Line) {
        print(line.expected, line.sentence)
        for outcome in Examination(line.report).claims.outcomes {
            print(
                "     ", outcome.answer, outcome.claim.kind, outcome.claim.extent, "said", outcome.found, "table",
                outcome.expected, outcome.claim.hasUnreadWords ? "unread" : "")
        }
    }
}
