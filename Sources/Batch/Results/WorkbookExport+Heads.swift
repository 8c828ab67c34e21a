import Export
import Messages
import ReportModel
import XLSXWriterBridge

/// What the sheets are called.
enum SheetName {
    static let overview = LocalisedText(chinese: "总览", english: "Overview")
    static let reports = LocalisedText(chinese: "数据", english: "Figures")
    static let documents = LocalisedText(chinese: "文档", english: "Documents")
    static let findings = LocalisedText(chinese: "问题", english: "Findings")
}

extension WorkbookExport {
    /// Widths, headings, what stays in view.
    func writeHeads() throws(WorkbookProblem) {
        overview.setWidth(60, columns: 0...0)
        overview.setWidth(14, columns: 1...2)
        try writeReportsHead()
        try writeDocumentsHead()
        try writeFindingsHead()
    }

    private func writeReportsHead() throws(WorkbookProblem) {
        reports.setWidth(40, columns: 0...0)
        reports.setWidth(26, columns: 1...1)
        reports.setWidth(13, columns: 6...(Self.headColumns + columns.columns.count))
        reports.freeze(rows: Self.headRows, columns: 3)
        reports.printRepeating(rows: Self.headRows, columns: 3)
        let names = [
            say("来源", "source"), say("机关", "agency"), say("年份", "year"), say("格式", "form"),
            say("问题数", "findings"), say("存疑数据", "in doubt"),
        ]
        // The form's words: its table, the row's label, the column's.
        for level in 0..<Self.headRows {
            reports.setHeight(level == 0 ? 20 : level == 1 ? 48 : 34, row: level)
            for (column, name) in names.enumerated() {
                try reports.write(level == 0 ? name : "", row: level, column: column, .heading)
            }
            for span in columns.spans(ofLevel: level) {
                try reports.merge(
                    columns.columns[span.lowerBound].headings[level], row: level,
                    columns: Self.headColumns + span.lowerBound...Self.headColumns + span.upperBound, .heading)
            }
        }
    }

    private func writeDocumentsHead() throws(WorkbookProblem) {
        documents.setWidth(50, columns: 0...0)
        documents.setWidth(30, columns: 3...3)
        documents.setWidth(60, columns: 8...8)
        documents.freeze(rows: 1, columns: 1)
        documents.printFittingWidth()
        let names = [
            say("来源", "source"), "sha256", say("种类", "kind"), say("机关", "agency"), say("年份", "year"),
            say("报告数", "reports"), say("结果", "exit code"), say("原因", "reason"), say("说明", "message"),
        ]
        for (column, name) in names.enumerated() { try documents.write(name, row: 0, column: column, .heading) }
    }

    /// Of the sheet that findings go to at the moment.
    func writeFindingsHead() throws(WorkbookProblem) {
        findings.setWidth(40, columns: 0...0)
        findings.setWidth(26, columns: 1...1)
        findings.setWidth(22, columns: 3...3)
        findings.setWidth(12, columns: 4...5)
        findings.setWidth(80, columns: 6...6)
        findings.setWidth(20, columns: 7...8)
        findings.setWidth(60, columns: 9...9)
        findings.freeze(rows: 1, columns: 0)
        findings.printFittingWidth()
        let names = [
            say("来源", "source"), say("机关", "agency"), say("年份", "year"), say("规则", "rule"),
            say("严重程度", "severity"), say("判断", "verdict"), say("说明", "message"), say("应为", "expected"),
            say("实为", "found"), say("数据", "figures"),
        ]
        for (column, name) in names.enumerated() { try findings.write(name, row: 0, column: column, .heading) }
    }

    /// What can be said only at the end; then the workbook is put together.
    func finish(_ note: ProgramNote) throws(WorkbookProblem) {
        var row = 0
        func head(_ text: String, _ second: String = "", _ third: String = "") throws(WorkbookProblem) {
            if row > 0 { row += 1 }
            for (column, text) in [text, second, third].enumerated() {
                try overview.write(text, row: row, column: column, .heading)
            }
            row += 1
        }
        func line(_ name: String, _ numbers: Int..., look: Workbook.Look = .plain) throws(WorkbookProblem) {
            try overview.write(name, row: row, column: 0, look)
            for (index, number) in numbers.enumerated() {
                try overview.write(Double(number), row: row, column: 1 + index, look)
            }
            row += 1
        }
        try head(say("文档", "Documents"))
        try line(say("总数", "all"), exitCodes.values.reduce(0, +))
        try line(say("无疑", "clean"), exitCodes[.clean] ?? 0, look: .good)
        try line(say("待看", "to review"), exitCodes[.look] ?? 0, look: .doubtful)
        try line(say("失败", "failed"), (exitCodes[.input] ?? 0) + (exitCodes[.machine] ?? 0), look: .missing)
        try line(say("非报告", "no report"), exitCodes[.notAReport] ?? 0)
        try head(say("数据", "Figures"))
        for status in FigureStatus.allCases {
            try line(status.name[language], statuses[status] ?? 0, look: Workbook.Look(status))
        }
        if !years.isEmpty {
            try head(say("年份", "Year"), say("报告", "reports"), say("无疑", "clean"))
            for (year, counts) in years.sorted(by: { $0.key < $1.key }) {
                try line(String(year), counts.reports, counts.clean)
            }
        }
        if !reasons.isEmpty {
            try head(say("没有结果的原因", "Why there is no result"))
            let words = reasons.map { (ReadFailure($0.key).message[language], $0.value) }
            for (reason, count) in words.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }) { try line(reason, count) }
        }
        try head(say("程序", "Program"))
        try overview.write("gxingest \(note.version)", row: row, column: 0)
        try book.close()
    }
}
