import Export
import Foundation
import GxTestSupport
import ReportModel
import Testing
import Workers

@testable import Batch

/// Year against year over a whole archive.
@Suite struct SeriesPassTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func report(_ agency: String, _ year: Int, carriedOver: Int, carriedForward: Int) -> Report {
        var report = SampleReport.clean(source: "")
        report.agency = agency
        report.year = year
        for index in report.figures.indices {
            let id = report.figures[index].id
            guard id.table == .applications, ["natural_person", "total"].contains(id.column) else { continue }
            let count = ["carried_over": carriedOver, "carried_forward": carriedForward][id.row]
            if let count { report.figures[index].content = .amount(Amount(count)) }
        }
        return report
    }

    /// A ledger that has read these, in that order.
    private func ledger(_ name: String, _ documents: [(source: String, reports: [Report])]) throws -> Ledger {
        let path = "\(folder.path)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let ledger = try Ledger(folder: path, program: "test", mode: .write)
        try ledger.begin(sources: ["in"], jobs: 1, now: "now")
        for (source, reports) in documents {
            let hash = reports.map { "\($0.agency) \($0.year ?? 0) \(source.hasSuffix("b.pdf"))" }.joined()
            let id = try ledger.reading(of: hash)?.id ?? ledger.addReading(of: hash, size: 1, kind: .pdf)
            let result = ReadingResult(
                outcome: .success(reports), bundle: ReportBundle.encode(reports), seconds: 1, cpuSeconds: 1,
                confinement: "")
            try ledger.finish(id, result)
            try ledger.note(Occurrence(source: source, root: "in", container: nil, status: nil), reading: id)
        }
        return ledger
    }

    private func documents(_ ledger: Ledger) throws -> [DocumentRow] {
        let rows = try LedgerDocuments(ledger)
        var documents: [DocumentRow] = []
        while let row = try rows.next() { documents.append(row) }
        return documents
    }

    private func rules(_ document: DocumentRow) -> [[String]] { document.reports.map { $0.findings.map(\.rule) } }

    private var archive: [(source: String, reports: [Report])] {
        [
            ("in/2021.pdf", [report("示例县水务局", 2021, carriedOver: 0, carriedForward: 7)]),
            // Of another office before it, in one file.
            (
                "in/2022.pdf",
                [
                    report("示例县教育局", 2022, carriedOver: 0, carriedForward: 0),
                    report("示例县水务局", 2022, carriedOver: 4, carriedForward: 0),
                ]
            ),
            ("in/copy.pdf", [report("示例县水务局", 2021, carriedOver: 0, carriedForward: 7)]),
            ("in/z.pdf", [report("远方市档案局", 2022, carriedOver: 9, carriedForward: 9)]),
        ]
    }

    @Test func whatDoesNotFitIsNotedBesideTheReport() throws {
        let ledger = try ledger("a", archive)
        #expect(try SeriesPass(ledger).run())
        let documents = try documents(ledger)
        #expect(documents.map(\.source) == ["in/2021.pdf", "in/2022.pdf", "in/copy.pdf", "in/z.pdf"])
        // The same content twice is one report.
        #expect(rules(documents[0]) == [[]] && rules(documents[2]) == [[]] && rules(documents[3]) == [[]])
        #expect(rules(documents[1]) == [[], ["series.carried"]])
        #expect(documents[1].reports[1].findings[0].message.english.contains("in/2021.pdf"))
        #expect(documents[1].exitCode == .look && documents[0].exitCode == .clean)
        #expect(try ledger.documentsForReviewBySeries() == 1)
        let status = try LedgerStatus(folder: "\(folder.path)/a")
        #expect(status.documents == [0: 3, 1: 1])
    }

    @Test func theOrderOfReadingDoesNotMatter() throws {
        var all: Set<String> = []
        for (number, documents) in [archive, archive.reversed(), archive.shuffled()].enumerated() {
            let ledger = try ledger("\(number)", documents)
            #expect(try SeriesPass(ledger).run())
            // And again over its own notes.
            #expect(try SeriesPass(ledger).run())
            all.insert(
                try self.documents(ledger).flatMap(\.reports).map { FindingsCSV.rows($0, language: .chinese) }
                    .joined())
        }
        #expect(all.count == 1 && all.first?.isEmpty == false)
    }

    @Test func whatIsGoneCountsForNothing() throws {
        let ledger = try ledger("a", archive)
        try ledger.change("UPDATE occurrences SET gone = 1 WHERE source IN ('in/2021.pdf', 'in/copy.pdf')")
        #expect(try SeriesPass(ledger).run())
        #expect(try documents(ledger).allSatisfy { $0.exitCode == .clean })
    }

    @Test func itStopsWhenNobodyWantsIt() throws {
        let ledger = try ledger("a", archive)
        #expect(try !SeriesPass(ledger, isWanted: { false }).run())
    }

    /// However many files say that they are one office's report for one year.
    @Test func tooManyVersions() throws {
        let count = SeriesPass.versionLimit + 3
        let ledger = try Ledger(folder: folder.path, program: "test", mode: .write)
        try ledger.begin(sources: [], jobs: 1, now: "now")
        for number in 0..<count {
            let reports = [report("示例县水务局", 2021, carriedOver: number, carriedForward: 0)]
            let id = try ledger.addReading(of: "\(number)", size: 1, kind: .pdf)
            let result = ReadingResult(
                outcome: .success(reports), bundle: ReportBundle.encode(reports), seconds: 1, cpuSeconds: 1,
                confinement: "")
            try ledger.finish(id, result)
            let source = "in/\(100 + number).pdf"
            try ledger.note(Occurrence(source: source, root: "in", container: nil, status: nil), reading: id)
        }
        #expect(try SeriesPass(ledger).run())
        let documents = try documents(ledger)
        #expect(documents.allSatisfy { rules($0) == [["series.duplicate"]] && $0.exitCode == .look })
        #expect(documents.count { $0.reports[0].findings[0].message.english.contains("not compared") } == 3)
    }
}
