public import ReportModel

/// Reports for tests that need one and no document.
public enum SampleReport {
    /// A clean report of one form: table 3 balances, the rest is zero but for a few figures.
    public static func clean(_ forms: FormVersions = FormVersions(.form2021), source: String = "报告.pdf") -> Report {
        var values: [FigureID: Amount] = [:]
        for (column, count) in [("natural_person", 12), ("enterprise", 3), ("total", 15)] {
            values[FigureID(.applications, "new", column)] = Amount(count)
            values[FigureID(.applications, "granted", column)] = Amount(count)
            values[FigureID(.applications, "total", column)] = Amount(count)
        }
        values[FigureID(.disclosure, "licensing", "decisions")] = 9487
        values[FigureID(.disclosure, "fees", "amount")] = Amount(digits: 2_510_005, decimals: 4)
        values[FigureID(.disputes, "reconsideration", "upheld")] = 2
        values[FigureID(.disputes, "reconsideration", "total")] = 2
        let figures = forms.figures.enumerated().map { index, id in
            let value = values[id] ?? 0
            let box = Box(x: 120 + Double(index % 7) * 40, y: 100 + Double(index % 25) * 20.25, width: 12.5, height: 10)
            return Figure(
                id: id, form: forms[id.table], content: .amount(value), printed: value.description, status: .ok,
                confidence: 0.99, method: .text, places: [Place(page: index / 60 + 1, box: box)])
        }
        return Report(
            source: source, title: "示例县水务局2023年政府信息公开工作年度报告", agency: "示例县水务局", year: 2023,
            forms: forms,
            sections: [
                Section(heading: "", paragraphs: [Paragraph(text: "本报告由示例县水务局编制。", places: [place(1, 80)])]),
                Section(
                    heading: "一、总体情况", headingPlaces: [place(1, 100)],
                    paragraphs: [
                        Paragraph(text: "全年公开信息 120 条。", places: [place(1, 120)]),
                        Paragraph(text: "跨页的一段。", places: [place(1, 700), place(2, 60)]),
                    ]),
                Section(
                    heading: "六、其他需要报告的事项", headingPlaces: [place(3, 470), place(3, 485)],
                    paragraphs: [Paragraph(text: "无。", places: [place(3, 500)])]),
            ],
            figures: figures,
            pages: (1...4).map {
                PageSummary(number: $0, width: 595.28, height: 841.89, method: .text, state: .readable, warnings: [])
            })
    }

    /// The same with everything that can be in doubt, found or spread over pages.
    public static func doubtful(_ forms: FormVersions = FormVersions(.form2021)) -> Report {
        var report = clean(forms)
        func change(_ table: FormTable, _ row: String, _ column: String, _ body: (inout Figure) -> Void) {
            let id = FigureID(table, row, column)
            for index in report.figures.indices where report.figures[index].id == id { body(&report.figures[index]) }
        }
        change(.applications, "new", "total") { figure in
            figure.content = .amount(51)
            figure.printed = "51"
            figure.status = .suspect
            figure.confidence = 0.4
            figure.method = .ocr
            figure.alternatives = [Alternative(value: 15, score: 0.38, reader: "tesseract.20")]
            figure.suggestions = [
                Suggestion(
                    value: 15, settles: Array(report.forms.equations.prefix(1)), cost: 3, evidence: "sums")
            ]
            figure.doubts = ["sums.broken"]
        }
        change(.disclosure, "penalty", "decisions") { figure in
            figure.content = .amount(22)
            figure.printed = "22（其中修订16件）"
        }
        change(.disclosure, "coercion", "decisions") { figure in
            figure.content = .mark
            figure.printed = "—"
            figure.status = .empty
        }
        change(.disclosure, "fees", "amount") { figure in
            figure.content = .blank
            figure.printed = ""
            figure.status = .empty
        }
        change(.disputes, "litigation_direct", "total") { $0 = .missing($0.id, form: $0.form, method: .text) }
        change(.disputes, "litigation_direct", "other") { figure in
            figure.content = .amount(0)
            figure.printed = ""
            figure.status = .derived
            figure.places = []
        }
        change(.disputes, "reconsideration", "other") { $0.places = [place(3, 790), place(4, 60)] }
        report.tables = [
            Table(
                construction: .ruled, places: [place(2, 100), place(3, 60)], rowCount: 2, columnCount: 2,
                cells: [
                    Cell(
                        row: 0, column: 0, columnSpan: 2, text: "信息内容|“甲”\n乙",
                        parts: [CellPart(outline: place(2, 100), ink: nil, text: "信息内容|“甲”\n乙")], isHeader: true),
                    Cell(
                        row: 1, column: 0, text: "规章",
                        parts: [
                            CellPart(outline: place(2, 120), ink: nil, text: "规"),
                            CellPart(outline: place(3, 60), ink: nil, text: "章"),
                        ]),
                    Cell(row: 1, column: 1, text: "0", parts: []),
                ], confidence: 0.98)
        ]
        report.findings = [
            Finding(
                rule: "applications.row", severity: .error, verdict: .open,
                message: LocalisedText(chinese: "“新收”一行之和为 15，印的是 51", english: "the row adds up to 15, 51 is printed"),
                expected: "15", found: "51", figures: [FigureID(.applications, "new", "total")],
                places: [place(2, 130)]),
            Finding(
                rule: "prose.applications", severity: .warning, verdict: .source,
                message: LocalisedText(chinese: "正文为 16 件", english: "the text says 16"), expected: "15", found: "16",
                figures: [FigureID(.applications, "new", "total")], quote: "共收到申请16件", places: [place(1, 130)]),
            Finding(
                rule: "form.order", severity: .note, verdict: .source,
                message: LocalisedText(chinese: "行的次序有变", english: "rows were moved")),
        ]
        if !report.pages.isEmpty {
            report.pages[0].warnings = [
                .tooManyGlyphs(limit: 9), .tooManySegments(limit: 7), .damagedContent("q/Q"), .notRead(.crash),
            ]
        }
        return report
    }

    private static func place(_ page: Int, _ y: Double) -> Place {
        Place(page: page, box: Box(x: 90, y: y, width: 400, height: 16))
    }
}
