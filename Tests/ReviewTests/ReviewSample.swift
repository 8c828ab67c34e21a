import Foundation
import GxTestSupport
import ReportModel
import SystemBridge

@testable import Review

/// A review of sample reports in a folder of its own.
final class ReviewSample {
    let folder: TemporaryFolder
    let session: ReviewSession
    let pictures = NoPictures()

    var logPath: String { folder.path + "/review.jsonl" }

    init(_ reports: [Report] = [SampleReport.doubtful()], in folder: TemporaryFolder? = nil) throws {
        self.folder = try folder ?? TemporaryFolder()
        session = ReviewSession(
            reports.map { ReviewSource(report: $0, key: "source:\($0.source)", document: "doc") },
            log: try DecisionLog(self.folder.path + "/review.jsonl"), pictures: pictures)
    }

    /// In doubt, with a suggestion: 51 is read, 15 suggested.
    static let total = FigureID(.applications, "new", "total")
    static let missing = FigureID(.disputes, "litigation_direct", "total")

    func wish(
        _ action: Decision.Action, _ id: FigureID = ReviewSample.total, value: String = "", by author: String = "甲",
        seen: String? = nil, reason: String = "", undoes: String = ""
    ) -> ReviewSession.Wish {
        let position = ReviewSession.Position(report: 0, figure: id)
        return ReviewSession.Wish(
            position, action, value: value, reason: reason, author: author,
            seen: seen ?? session.standing(position).lastID, undoes: undoes)
    }

    @discardableResult
    func decide(
        _ action: Decision.Action, _ id: FigureID = ReviewSample.total, value: String = "", by author: String = "甲",
        seen: String? = nil, reason: String = "", undoes: String = ""
    ) throws -> [Decision] {
        try session.decide(
            [wish(action, id, value: value, by: author, seen: seen, reason: reason, undoes: undoes)],
            at: "2026-01-02T03:04:05Z")
    }

    func figure(_ id: FigureID = ReviewSample.total) throws -> Figure {
        let report = ReviewExport(session).reports[0]
        guard let figure = report.figures.first(where: { $0.id == id }) else { throw CocoaError(.fileNoSuchFile) }
        return figure
    }
}

final class NoPictures: ReviewPictures {
    var text: [String]?

    func png(of document: String, page: Int, box: Box?, pixelsPerPoint: Double) -> [UInt8]? { [1, 2, 3] }
    func lines(of document: String) -> [String]? { text }
}
