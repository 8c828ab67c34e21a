import ReportModel

/// The statutory tables as an office prints them, for tests to bend.
struct PrintedForm {
    /// Rows of texts; a row of the applications table is three label cells and seven figures.
    var applications: [[String]]
    var disclosure: [[String]]
    var disputes: [[String]]

    /// Every figure is different, so that a wrong place shows.
    init(_ version: FormVersion = .form2021) {
        let definition = FormDefinition.statutory(.applications, version)
        applications = [
            ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        ]
        for (index, row) in definition.rows.enumerated() {
            let groups = row.groups + Array(repeating: "", count: 2 - min(2, row.groups.count))
            applications.append(groups.prefix(2) + [row.label] + (0..<7).map { String(1000 + index * 10 + $0) })
        }
        var disclosure: [[String]] = []
        for block in FormDefinition.statutory(.disclosure, version).blocks {
            disclosure.append([block.label, "", "", ""])
            disclosure.append(Self.padded(["信息内容"] + block.columns.map(\.label)))
            for (index, row) in block.rows.enumerated() {
                let first = 10 * disclosure.count + index
                disclosure.append(Self.padded([row.label] + block.columns.indices.map { String(first + $0) }))
            }
        }
        self.disclosure = disclosure
        let columns = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        disputes = [
            Array(repeating: "行政复议", count: 5) + Array(repeating: "未经复议直接起诉", count: 5)
                + Array(repeating: "复议后起诉", count: 5),
            columns + columns + columns, (0..<15).map { String(500 + $0) },
        ]
    }

    private static func padded(_ row: [String]) -> [String] {
        row + Array(repeating: "", count: max(0, 4 - row.count))
    }

    static func table(_ rows: [[String]], page: Int = 1, _ construction: Table.Construction = .ruled) -> Table {
        var cells: [Cell] = []
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let box = Box(x: Double(column) * 50, y: Double(row) * 20, width: 50, height: 20)
                let part = CellPart(
                    outline: Place(page: page, box: box), ink: text.isEmpty ? nil : box.insetBy(5), text: text)
                cells.append(Cell(row: row, column: column, text: text, parts: [part]))
            }
        }
        return Table(
            construction: construction, places: [Place(page: page, box: Box(x: 0, y: 0, width: 500, height: 500))],
            rowCount: rows.count, columnCount: rows.map(\.count).max() ?? 0, cells: cells, confidence: 1)
    }

    /// The report that is read when the tables come in this order.
    static func report(_ tables: [Table], method: ReadingMethod = .text) throws -> Report? {
        try report(tables.map { .table($0) }, method: method)
    }

    static func report(_ blocks: [DocumentLayout.Block], method: ReadingMethod = .text) throws -> Report? {
        try report(blocks, pages: [method, method])
    }

    /// - Parameter pages: how each of them was read.
    static func report(_ blocks: [DocumentLayout.Block], pages: [ReadingMethod]) throws -> Report? {
        let layout = DocumentLayout(
            blocks: blocks,
            pages: pages.enumerated().map { index, method in
                PageSummary(number: index + 1, width: 595, height: 842, method: method, state: .readable, warnings: [])
            })
        return try FormReaderForTests.reports(layout).first
    }

    func report(method: ReadingMethod = .text) throws -> Report? {
        try Self.report(
            [Self.table(disclosure), Self.table(applications), Self.table(disputes)], method: method)
    }
}
