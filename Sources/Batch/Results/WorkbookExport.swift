import Export
import Messages
import ReportModel
import SystemBridge
import XLSXWriterBridge

/// A batch as a workbook: an overview, a row for each report with all its figures, a row for each document, findings.
struct WorkbookExport {
    let language: Language
    let book: Workbook
    let overview: Sheet
    let reports: Sheet
    let documents: Sheet
    private(set) var findings: Sheet
    private var findingSheets = 1
    let columns = FigureColumns()
    private var reportRow = Self.headRows
    private var documentRow = 1
    private(set) var findingRow = 1
    private(set) var links = 0
    private(set) var exitCodes: [ExitCode: Int] = [:]
    private(set) var statuses: [FigureStatus: Int] = [:]
    private(set) var reasons: [ReadFailure.Code: Int] = [:]
    /// Reports of each year, and how many of them need no look.
    private(set) var years: [Int: (reports: Int, clean: Int)] = [:]

    static let headRows = 3
    /// Source, agency, year, form, what is to be looked at, figures in doubt.
    static let headColumns = 6

    init(path: String, folder: String, language: Language) throws(WorkbookProblem) {
        self.language = language
        book = try Workbook(path: path, temporaryFolder: folder)
        overview = try book.addSheet(SheetName.overview[language])
        reports = try book.addSheet(SheetName.reports[language])
        documents = try book.addSheet(SheetName.documents[language])
        findings = try book.addSheet(SheetName.findings[language])
        try writeHeads()
    }

    func say(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    // MARK: rows

    mutating func add(_ document: DocumentRow) throws(WorkbookProblem) {
        exitCodes[document.exitCode, default: 0] += 1
        if let failure = document.failure { reasons[failure.code, default: 0] += 1 }
        // A sheet has a million rows; what does not fit is in documents.csv.
        if documentRow < Sheet.rowLimit {
            let values = [
                document.source, document.hash, document.kind?.rawValue ?? "",
                document.reports.map(\.agency).joined(separator: ";"),
                document.reports.compactMap { $0.year.map(String.init) }.joined(separator: ";"),
            ]
            for (column, value) in values.enumerated() {
                try documents.write(value, row: documentRow, column: column)
            }
            try documents.write(Double(document.reports.count), row: documentRow, column: 5)
            try documents.write(Double(document.exitCode.rawValue), row: documentRow, column: 6)
            try documents.write(document.reason, row: documentRow, column: 7)
            try documents.write(document.message?[language] ?? "", row: documentRow, column: 8)
            documentRow += 1
        }
        for report in document.reports { try add(report) }
    }

    private mutating func add(_ report: Report) throws(WorkbookProblem) {
        if let year = report.year {
            years[year, default: (0, 0)].reports += 1
            if report.exitCode == .clean { years[year, default: (0, 0)].clean += 1 }
        }
        guard reportRow < Sheet.rowLimit else { return }
        let row = reportRow
        reportRow += 1
        try reports.write(report.source, row: row, column: 0)
        try reports.write(report.agency, row: row, column: 1)
        if let year = report.year { try reports.write(Double(year), row: row, column: 2) }
        try reports.write(report.forms.summary, row: row, column: 3)
        try reports.write(Double(report.findings.count { $0.severity > .note }), row: row, column: 4)
        let doubtful = report.figures.count { Workbook.Look($0.status) != .plain && $0.status != .corrected }
        try reports.write(Double(doubtful), row: row, column: 5, doubtful > 0 ? .doubtful : .plain)
        for figure in report.figures {
            statuses[figure.status, default: 0] += 1
            guard let position = columns.position(of: figure.id) else { continue }
            try write(figure, row: row, column: Self.headColumns + position)
        }
        for finding in report.findings { try add(finding, of: report, row: row) }
    }

    private func write(_ figure: Figure, row: Int, column: Int) throws(WorkbookProblem) {
        let look = Workbook.Look(figure.status)
        if let amount = figure.amount, let number = amount.exactDouble {
            try reports.write(number, row: row, column: column, look)
        } else if let amount = figure.amount {
            try reports.write(amount.description, row: row, column: column, look)
        } else if figure.printed.isEmpty {
            if look != .plain { try reports.writeBlank(row: row, column: column, look) }
        } else {
            try reports.write(figure.printed, row: row, column: column, look)
        }
        if look != .plain { try reports.comment(comment(on: figure), row: row, column: column) }
    }

    /// Why the cell is coloured.
    private func comment(on figure: Figure) -> String {
        var lines = [figure.status.name[language]]
        lines += figure.doubts.map { DoubtText.of($0)[language] }
        if !figure.printed.isEmpty { lines.append(say("印的是：\(figure.printed)", "printed: \(figure.printed)")) }
        for alternative in figure.alternatives.prefix(3) {
            lines.append(say("也可能是：\(alternative.value)", "or else: \(alternative.value)"))
        }
        for suggestion in figure.suggestions.prefix(3) {
            lines.append(say("按勾稽应为：\(suggestion.value)", "the sums want: \(suggestion.value)"))
        }
        if let place = figure.places.first, let page = place.page { lines.append(say("第 \(page) 页", "page \(page)")) }
        return lines.joined(separator: "\n")
    }

    private mutating func add(_ finding: Finding, of report: Report, row target: Int) throws(WorkbookProblem) {
        if findingRow == Sheet.rowLimit {
            findingSheets += 1
            findings = try book.addSheet("\(SheetName.findings[language]) \(findingSheets)")
            findingRow = 1
            links = 0
            try writeFindingsHead()
        }
        let row = findingRow
        findingRow += 1
        if links < Sheet.linkLimit {
            links += 1
            let column = finding.figures.first.flatMap(columns.position).map { Self.headColumns + $0 } ?? 0
            try findings.writeLink(
                report.source, toSheet: SheetName.reports[language], row: target, column: column, row: row, column: 0)
        } else {
            try findings.write(report.source, row: row, column: 0)
        }
        try findings.write(report.agency, row: row, column: 1)
        if let year = report.year { try findings.write(Double(year), row: row, column: 2) }
        let values = [
            finding.rule, finding.severity.name[language], finding.verdict.name[language], finding.message[language],
            finding.expected, finding.found, Self.list(finding.figures),
        ]
        for (index, value) in values.enumerated() { try findings.write(value, row: row, column: 3 + index) }
    }

    /// The first few of them: all would be a page where a whole table is meant. findings.csv has them.
    private static func list(_ figures: [FigureID]) -> String {
        let shown = figures.prefix(3).map(\.description).joined(separator: ";")
        return figures.count > 3 ? "\(shown); … +\(figures.count - 3)" : shown
    }
}

extension Workbook.Look {
    init(_ status: FigureStatus) {
        switch status {
        case .ok, .empty: self = .plain
        case .suspect: self = .doubtful
        case .missing: self = .missing
        case .derived: self = .derived
        case .corrected: self = .corrected
        }
    }
}

extension Amount {
    /// Nil where a spreadsheet, which computes in floating point, would change a digit.
    fileprivate var exactDouble: Double? {
        guard digits.magnitude < 1_000_000_000_000_000 else { return nil }
        return Double(description)
    }
}
