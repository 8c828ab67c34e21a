public import Export
import JSON
public import ReportModel

/// Reviewed reports as files: the figures as they stand now, with who changed or confirmed them.
public struct ReviewExport {
    private let session: ReviewSession

    public init(_ session: ReviewSession) {
        self.session = session
    }

    /// Every report with the decisions laid over it.
    public var reports: [Report] {
        session.sources.map { ReviewedReport.report($0.report, session.log.standings[$0.key]) }
    }

    private func standing(_ index: Int, _ id: FigureID) -> Standing {
        session.log.standings[session.sources[index].key, id]
    }

    /// The CSV of figures with `author` and `reason` behind its columns.
    public func csv() -> String {
        var text = (FiguresCSV.columns + ["author", "reason"]).joined(separator: ",") + "\n"
        for (index, report) in reports.enumerated() {
            text += FiguresCSV.rows(report) { figure in
                let standing = standing(index, figure.id)
                return [Self.authors(standing), standing.notes.last?.reason ?? ""]
            }
        }
        return text
    }

    /// Two that agree are both named; so are those who do not.
    static func authors(_ standing: Standing) -> String {
        standing.words.map(\.author).joined(separator: "; ")
    }

    /// The JSON of reports, one a line; decided figures have a member `review`.
    public func json(program: ProgramNote) -> String {
        reports.enumerated().map { index, report in
            guard case .object(var members) = ReportJSON.value(report, program: program),
                case .array(let figures)? = members["figures"]
            else { return "" }
            members["figures"] = .array(
                zip(figures, report.figures).map { value, figure in
                    let standing = standing(index, figure.id)
                    guard !standing.history.isEmpty, case .object(var figureMembers) = value else { return value }
                    figureMembers["review"] = .object([
                        "state": .string(standing.state.rawValue), "author": .string(Self.authors(standing)),
                        "decisions": .array(standing.history.map(\.json)),
                    ])
                    return .object(figureMembers)
                })
            return JSONValue.object(members).text + "\n"
        }.joined()
    }

    /// For the workbook: a document for each report, with the author beside every figure that somebody decided.
    public func documents() -> [DocumentRow] {
        reports.enumerated().map { index, report in
            var report = report
            for figure in report.figures.indices {
                let authors = Self.authors(standing(index, report.figures[figure].id))
                if !authors.isEmpty { report.figures[figure].doubts.append(authors) }
            }
            var row = DocumentRow(source: report.source)
            row.reports = [report]
            return row
        }
    }
}
