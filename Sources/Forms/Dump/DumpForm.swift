import ReportModel

/// The statutory form of one report in a text file, filled.
struct DumpForm {
    var forms: FormVersions
    /// Every figure of the forms, in form order.
    var figures: [Figure]
    var findings: [Finding]
    /// Labels of rows that were found.
    var labelCount: Int

    /// Figures of which something was seen.
    var readCount: Int { figures.count { $0.status != .missing } }

    /// What becomes of empty lines nobody knows: those that are cells are on one line with their row by now.
    private static let uncertainTraces: Set<BlankTrace> = [.line]

    /// One row that comes to less than its total may be the office's own mistake.
    private static let fewestLacking = 2

    /// - Parameters:
    ///   - told: what the text says of figures that ran together.
    ///   - budget: what the searches of a file may take together.
    init(
        _ parts: DumpParts, year: Int?, told: ToldFigures = ToldFigures([]),
        budget: DigitSplitter.Budget = DigitSplitter.Budget()
    ) {
        let versions = VersionEvidence(parts, year: year)
        forms = FormVersions(
            disclosure: versions.disclosure, applications: versions.applications, disputes: versions.applications)
        let tables = FormTable.allCases.map { [forms] in DumpTable(forms.definition(of: $0), parts) }
        labelCount = tables.reduce(0) { $0 + Set($1.labelOrder).count }
        var readings = Self.readings(tables, lostTraces: Self.uncertainTraces, budget)
        let knownTraces = Set(readings.joined().filter(\.isShort).map(\.trace))
        let lostTraces = Self.uncertainTraces.union(knownTraces)
        if lostTraces != Self.uncertainTraces { readings = Self.readings(tables, lostTraces: lostTraces, budget) }
        var filling = FormFilling()
        let verdicts = zip(tables, readings).map { SumVerdicts($1, definition: $0.definition) }
        let blanks = HiddenBlanks(readings, verdicts)
        let emptiesCells =
            readings.joined().count(where: \.lacksWhatIsBlank) >= Self.fewestLacking
            || Self.lacksSingleDigits(readings)
        for (table, verdicts) in zip(tables, verdicts) {
            for (index, row) in verdicts.rows.enumerated() {
                var row = row
                // Rows that have shifted do not add up, unless they are alike.
                if verdicts.isPerfect { row.doubts.removeAll { $0 == DumpTable.rowIrregular } }
                let hidesBlanks = told.way(row) == nil && blanks.mayHide(in: table.definition.table)
                if hidesBlanks, row.hasDoubleMarks { row.doubt(RowReading.unreadable) }
                let figures = RowFigures(
                    row, verdict: told.way(row).map(SumVerdicts.Verdict.proved) ?? verdicts.verdicts[index],
                    losesBlanks: row.trace != .gap && lostTraces.contains(row.trace), emptiesCells: emptiesCells,
                    hidesBlanks: hidesBlanks)
                for figure in figures.figures(form: forms[table.definition.table]) {
                    filling.figures[figure.id] = figure
                }
            }
            if !table.labels.isEmpty || !verdicts.rows.isEmpty { table.note(in: &filling) }
        }
        figures = FormTable.allCases.flatMap { [forms] table in
            forms.definition(of: table).figures.map { id in
                filling.figures[id] ?? .missing(id, form: forms[table], method: .dump)
            }
        }
        findings = filling.findings
        let uncertain = zip(tables, readings).filter { !$0.isCertain($1) }.map(\.0.definition.table)
        PlacementCheck.doubt(&figures, equations: forms.equations, strictly: Set(uncertain))
        MovedTotals.doubt(&figures, equations: forms.equations)
    }

    /// Figures of which none has a single digit: who took the text out of a page may have left those out as too short, and
    /// where they stood, the cells seem blank.
    private static func lacksSingleDigits(_ readings: [[RowReading]]) -> Bool {
        let figures = readings.joined().flatMap(\.runElements).compactMap(\.value).filter { !$0.isMark }
        return figures.count >= fewestFigures && !figures.contains { $0.digits.count == 1 }
    }

    /// In so many figures of an office one has a single digit.
    private static let fewestFigures = 3

    private static func readings(
        _ tables: [DumpTable], lostTraces: Set<BlankTrace>, _ budget: DigitSplitter.Budget
    ) -> [[RowReading]] {
        let joints = Set(tables.filter(\.isFused).flatMap(\.joints))
        return tables.map { table in
            let isAlike = !joints.isEmpty && !table.joints.isEmpty && table.joints.isSubset(of: joints)
            let isString = !joints.isEmpty && table.isOneString
            return table.readings(
                isFused: table.isFused || isAlike || isString, lostTraces: lostTraces, budget: budget)
        }
    }
}

/// Whether blank cells can hide among figures that ran together, where they leave no trace.
private struct HiddenBlanks {
    /// Every cell of the applications table is seen to be filled, or ran together with all sums kept by figures alone.
    private let printsZeros: Bool
    /// Somewhere in the report a cell is blank.
    private let showsBlanks: Bool
    private let isPerfect: Bool

    /// Rows of the applications table that must have a figure in every cell.
    private static let fewestRows = 20

    /// - Parameters: the tables' readings and verdicts, in the form's order.
    init(_ readings: [[RowReading]], _ verdicts: [SumVerdicts]) {
        let applications = FormTable.allCases.firstIndex(of: .applications) ?? 0
        let rows = readings[applications]
        let isPerfect = verdicts[applications].isPerfect
        self.isPerfect = isPerfect
        printsZeros =
            rows.count >= Self.fewestRows
            && rows.allSatisfy { $0.isFilled || isPerfect && !$0.isSeparated }
        showsBlanks = readings.joined().contains(where: \.showsBlanks)
    }

    func mayHide(in table: FormTable) -> Bool {
        // A row that lacks a figure does not add up with the others.
        if table == .applications { return !isPerfect && showsBlanks }
        // Nothing but one sum, which may be wrong itself, or none says that 102 is 1, 0 and 2, and not 10 and 2.
        return !printsZeros || showsBlanks
    }
}

/// Which version of the form each table is printed on.
private struct VersionEvidence {
    var disclosure: FormVersion
    var applications: FormVersion

    init(_ parts: DumpParts, year: Int?) {
        let byYear: FormVersion? = year.map { $0 >= 2021 ? .form2021 : .form2019 }
        disclosure = Self.disclosure(parts) ?? byYear ?? .form2021
        applications = Self.applications(parts) ?? byYear ?? disclosure
    }

    private static func disclosure(_ parts: DumpParts) -> FormVersion? {
        let old: Set = ["made", "published", "public_total", "previous_items", "change", "purchases"]
        let new: Set = ["issued", "repealed", "in_force"]
        var balance = 0
        for head in parts.heads {
            guard case .column(.disclosure, let id) = head.target else { continue }
            if old.contains(id) { balance -= 1 } else if new.contains(id) { balance += 1 }
        }
        for label in parts.rowLabels {
            guard case .row(.disclosure, let id) = label.target else { continue }
            if id == "other_services" || id == "procurement" { balance -= 1 }
        }
        if balance != 0 { return balance > 0 ? .form2021 : .form2019 }
        let licences = parts.runs.filter { $0.table == .disclosure && $0.rows.last == "licensing" }
        return licences.first.map { $0.values.count == 1 ? .form2021 : .form2019 }
    }

    /// （六）其他处理 is one row in the first version, and the label of three in the second.
    private static func applications(_ parts: DumpParts) -> FormVersion? {
        let rows = Set(
            parts.rowLabels.compactMap { label -> String? in
                if case .row(.applications, let id) = label.target { id } else { nil }
            })
        let runs = Set(parts.runs.filter { $0.table == .applications }.flatMap(\.rows))
        let new = rows.intersection(["other.no_correction", "other.unpaid_fee", "other.other"])
        if new.count >= 2 || new.contains(where: { $0 != "other.other" }) { return .form2021 }
        if runs.contains("other") { return .form2019 }
        return rows.isEmpty ? nil : new.isEmpty ? .form2019 : .form2021
    }
}
