public import ReportModel

/// Why a CSV gives no figures, and in which line.
public struct FiguresProblem: Error, Sendable, Hashable {
    /// From 1; nil where it is no single line's fault.
    public var line: Int?
    public var message: LocalisedText
}

extension FiguresCSV {
    /// The reports whose figures stand in a CSV: ours, or somebody else's with the columns `table`, `row`, `column`,
    /// `value` at least. Lines of one `source`, `agency` and `year` are one report; where there are no such columns, the
    /// whole file is one.
    ///
    /// - Parameter source: the file's name, for lines that name none.
    public static func reports(in lines: [String], source: String) throws(FiguresProblem) -> [Report] {
        try reports(in: [lines], source: source)
    }

    /// The same of a workbook's sheets: a report can have one for each of its tables.
    public static func reports(in sheets: [[String]], source: String) throws(FiguresProblem) -> [Report] {
        var groups: [FigureGroup] = []
        var positions: [[String]: [Int]] = [:]
        for sheet in sheets {
            for group in try self.groups(in: sheet) {
                if let first = positions[group.report]?.first(where: { groups[$0].lacks(group) }) {
                    groups[first].join(group)
                } else {
                    positions[group.report, default: []].append(groups.count)
                    groups.append(group)
                }
            }
        }
        var reports: [Report] = []
        for group in groups {
            let name = reports.isEmpty ? source : "\(source)#\(reports.count + 1)"
            reports.append(try group.report(source: name))
        }
        return reports
    }

    private static func groups(in lines: [String]) throws(FiguresProblem) -> [FigureGroup] {
        let bytes = Array(lines.joined(separator: "\n").utf8)
        var records = CSVRecords(bytes, separator: CSVRecords.separator(of: bytes))
        guard let header = records.next() else { throw FiguresProblem(.noFigures) }
        let layout = try FigureLine.Layout(header.fields)
        var groups: [FigureGroup] = []
        var positions: [[String]: Int] = [:]
        while let record = records.next() {
            let line = try FigureLine(record, layout)
            if let position = positions[line.report] {
                try groups[position].add(line)
            } else {
                positions[line.report] = groups.count
                var group = FigureGroup()
                try group.add(line)
                groups.append(group)
            }
        }
        if records.isCutOff { throw FiguresProblem(.openQuotation) }
        guard !groups.isEmpty else { throw FiguresProblem(.noFigures) }
        return groups
    }
}

extension FiguresProblem {
    enum Kind {
        case noFigures, openQuotation
        case noColumn(String)
        case unknownFigure(String)
        case twice(String)
        case mixedForms(FormTable)
        case notOneOf(column: String, value: String, allowed: [String])
    }

    init(_ kind: Kind, line: Int? = nil) {
        self.line = line
        switch kind {
        case .noFigures: message = LocalisedText(chinese: "没有数据行", english: "there are no figures in it")
        case .openQuotation: message = LocalisedText(chinese: "引号没有成对", english: "a quotation mark has no partner")
        case .noColumn(let name): message = LocalisedText(chinese: "缺少 \(name) 列", english: "it has no column \(name)")
        case .unknownFigure(let id):
            message = LocalisedText(chinese: "表式中没有 \(id) 这一格", english: "the form has no figure \(id)")
        case .twice(let id):
            message = LocalisedText(
                chinese: "\(id) 出现两次；几份报告合在一个文件里时，需要 source 列或 agency、year 列来区分",
                english: "\(id) occurs twice; where a file holds several reports, a column source, or agency and year, "
                    + "has to tell them apart")
        case .mixedForms(let table):
            message = LocalisedText(
                chinese: "\(table.rawValue) 表混用了 2019 年和 2021 年两种表式的格子",
                english: "the table \(table.rawValue) mixes figures of the form of 2019 with those of 2021")
        case .notOneOf(let column, let value, let allowed):
            message = LocalisedText(
                chinese: "\(column) 列不接受“\(value)”，可用的值：\(allowed.joined(separator: "、"))",
                english: "\(column) cannot be “\(value)”; it takes one of \(allowed.joined(separator: ", "))")
        }
    }
}

/// The lines of one report.
private struct FigureGroup {
    private var lines: [FigureLine] = []
    private var positions: [FigureID: Int] = [:]
    private var tables: Set<FormTable> = []

    mutating func add(_ line: FigureLine) throws(FiguresProblem) {
        guard positions.updateValue(lines.count, forKey: line.id) == nil else {
            throw FiguresProblem(.twice(line.id.description), line: line.number)
        }
        lines.append(line)
        tables.insert(line.id.table)
    }

    var report: [String] { lines.first?.report ?? [] }

    /// Is another group of tables that this one has nothing of?
    func lacks(_ other: FigureGroup) -> Bool { tables.isDisjoint(with: other.tables) }

    mutating func join(_ other: FigureGroup) {
        for (position, line) in other.lines.enumerated() { positions[line.id] = lines.count + position }
        lines += other.lines
        tables.formUnion(other.tables)
    }

    func report(source: String) throws(FiguresProblem) -> Report {
        let first = lines.first
        let year = first.flatMap { Int($0.year) }.flatMap { (1...9999).contains($0) ? $0 : nil }
        let disclosure = try version(of: .disclosure)
        let applications = try version(of: .applications)
        // The disputes table is the same in both.
        let other: FormVersion = disclosure ?? applications ?? (year ?? 2021 < 2021 ? .form2019 : .form2021)
        let forms = FormVersions(
            disclosure: disclosure ?? other, applications: applications ?? other,
            disputes: try version(of: .disputes) ?? applications ?? other)
        return Report(
            source: first.map { $0.source.isEmpty ? source : $0.source } ?? source, title: "",
            agency: first?.agency ?? "", year: year, forms: forms, sections: [],
            figures: forms.figures.map { id in
                guard let position = positions[id] else { return .missing(id, form: forms[id.table], method: .dump) }
                return lines[position].figure(forms[id.table])
            })
    }

    /// Stated, or the one that has all of these figures; nil where both have them.
    private func version(of table: FormTable) throws(FiguresProblem) -> FormVersion? {
        let own = lines.filter { $0.id.table == table }
        guard let first = own.first else { return nil }
        let stated = Set(own.compactMap(\.form))
        let fitting = FormVersion.allCases.filter { version in
            let known = Set(FormDefinition.statutory(table, version).figures)
            return (stated.isEmpty || stated == [version]) && own.allSatisfy { known.contains($0.id) }
        }
        guard !fitting.isEmpty else { throw FiguresProblem(.mixedForms(table), line: first.number) }
        return fitting.count == 1 ? fitting.first : nil
    }
}
