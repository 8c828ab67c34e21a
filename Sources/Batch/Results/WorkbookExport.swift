import Export
import ReportModel
import SystemBridge
import XLSXWriterBridge

/// A batch as a workbook: an overview, a row for each report with all its figures, a row for each document, findings.
struct WorkbookExport {
    private let language: Language
    private let book: Workbook
    private let overview: Sheet
    private let reports: Sheet
    private let documents: Sheet
    private var findings: Sheet
    private var findingSheets = 1
    private let columns = FigureColumns()
    private var reportRow = Self.headRows
    private var documentRow = 1
    private var findingRow = 1
    private var links = 0
    private var exitCodes: [ExitCode: Int] = [:]
    private var statuses: [FigureStatus: Int] = [:]
    private var reasons: [String: Int] = [:]

    private static let headRows = 3
    /// Source, agency, year, form, what is to be looked at, figures in doubt.
    private static let headColumns = 6

    init(path: String, folder: String, language: Language) throws(WorkbookProblem) {
        self.language = language
        book = try Workbook(path: path, temporaryFolder: folder)
        overview = try book.addSheet(Names.overview[language])
        reports = try book.addSheet(Names.reports[language])
        documents = try book.addSheet(Names.documents[language])
        findings = try book.addSheet(Names.findings[language])
        try writeHeads()
    }

    private enum Names {
        static let overview = LocalisedText(chinese: "总览", english: "Overview")
        static let reports = LocalisedText(chinese: "数据", english: "Figures")
        static let documents = LocalisedText(chinese: "文档", english: "Documents")
        static let findings = LocalisedText(chinese: "问题", english: "Findings")
    }

    private func say(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    // MARK: heads

    private func writeHeads() throws(WorkbookProblem) {
        overview.setWidth(36, columns: 0...0)
        overview.setWidth(14, columns: 1...1)
        reports.setWidth(40, columns: 0...0)
        reports.setWidth(26, columns: 1...1)
        reports.setWidth(11, columns: 6...(Self.headColumns + columns.columns.count))
        reports.freeze(rows: Self.headRows, columns: 3)
        let names = [
            say("来源", "source"), say("机关", "agency"), say("年份", "year"), say("格式", "form"),
            say("问题数", "findings"), say("存疑数据", "in doubt"),
        ]
        for level in 0..<Self.headRows {
            for (column, name) in names.enumerated() {
                try reports.write(level == 0 ? name : "", row: level, column: column, .heading)
            }
            for (index, column) in columns.columns.enumerated() {
                try reports.write(
                    column.headings[level], row: level, column: Self.headColumns + index, .heading)
            }
        }
        documents.setWidth(50, columns: 0...0)
        documents.setWidth(30, columns: 3...3)
        documents.setWidth(60, columns: 8...8)
        documents.freeze(rows: 1, columns: 1)
        let documentNames = [
            say("来源", "source"), "sha256", say("种类", "kind"), say("机关", "agency"), say("年份", "year"),
            say("报告数", "reports"), say("结果", "exit code"), say("原因", "reason"), say("说明", "message"),
        ]
        for (column, name) in documentNames.enumerated() {
            try documents.write(name, row: 0, column: column, .heading)
        }
        try writeFindingHead()
    }

    private func writeFindingHead() throws(WorkbookProblem) {
        findings.setWidth(40, columns: 0...0)
        findings.setWidth(26, columns: 1...1)
        findings.setWidth(80, columns: 6...6)
        findings.freeze(rows: 1, columns: 0)
        let names = [
            say("来源", "source"), say("机关", "agency"), say("年份", "year"), say("规则", "rule"),
            say("严重程度", "severity"), say("判断", "verdict"), say("说明", "message"), say("应为", "expected"),
            say("实为", "found"), say("数据", "figures"),
        ]
        for (column, name) in names.enumerated() { try findings.write(name, row: 0, column: column, .heading) }
    }

    // MARK: rows

    mutating func add(_ document: DocumentRow) throws(WorkbookProblem) {
        exitCodes[document.exitCode, default: 0] += 1
        if !document.reason.isEmpty { reasons[document.reason, default: 0] += 1 }
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
        var lines = [figure.status.rawValue]
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
            findings = try book.addSheet("\(Names.findings[language]) \(findingSheets)")
            findingRow = 1
            links = 0
            try writeFindingHead()
        }
        let row = findingRow
        findingRow += 1
        if links < Sheet.linkLimit {
            links += 1
            let column = finding.figures.first.flatMap(columns.position).map { Self.headColumns + $0 } ?? 0
            try findings.writeLink(
                report.source, toSheet: Names.reports[language], row: target, column: column, row: row, column: 0)
        } else {
            try findings.write(report.source, row: row, column: 0)
        }
        try findings.write(report.agency, row: row, column: 1)
        if let year = report.year { try findings.write(Double(year), row: row, column: 2) }
        let values = [
            finding.rule, finding.severity.rawValue, finding.verdict.rawValue, finding.message[language],
            finding.expected, finding.found, finding.figures.map(\.description).joined(separator: ";"),
        ]
        for (index, value) in values.enumerated() { try findings.write(value, row: row, column: 3 + index) }
    }

    // MARK: overview

    /// What can be said only at the end; then the workbook is put together.
    func finish(_ note: ProgramNote) throws(WorkbookProblem) {
        var row = 0
        func head(_ text: String) throws(WorkbookProblem) {
            if row > 0 { row += 1 }
            try overview.write(text, row: row, column: 0, .heading)
            try overview.write("", row: row, column: 1, .heading)
            row += 1
        }
        func line(_ name: String, _ number: Int, _ look: Workbook.Look = .plain) throws(WorkbookProblem) {
            try overview.write(name, row: row, column: 0, look)
            try overview.write(Double(number), row: row, column: 1, look)
            row += 1
        }
        try head(say("文档", "Documents"))
        try line(say("总数", "all"), exitCodes.values.reduce(0, +))
        try line(say("无疑", "clean"), exitCodes[.clean] ?? 0, .good)
        try line(say("需要人看", "to review"), exitCodes[.look] ?? 0, .doubtful)
        try line(say("读不了", "failed"), (exitCodes[.input] ?? 0) + (exitCodes[.machine] ?? 0), .missing)
        try line(say("不是报告", "no report"), exitCodes[.notAReport] ?? 0)
        try head(say("数据", "Figures"))
        for status in FigureStatus.allCases {
            try line(status.rawValue, statuses[status] ?? 0, Workbook.Look(status))
        }
        if !reasons.isEmpty {
            try head(say("没有结果的原因", "Why there is no result"))
            for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                try line(reason, count)
            }
        }
        try head(say("程序", "Program"))
        try overview.write("gxingest \(note.version)", row: row, column: 0)
        try book.close()
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
