import ReportModel

/// The statutory form of one report, filled from its tables.
struct FilledForm: Sendable {
    var forms: FormVersions
    /// Every figure of the forms, in form order.
    var figures: [Figure]
    var findings: [Finding]
    /// How many of the three tables were found.
    var tableCount: Int
    /// Some of the tables have cells that no lines part.
    var hasOpenTables: Bool

    /// Enough of the form to be one: a statistic that has a row 行政许可 is none.
    var isReport: Bool {
        if tableCount >= 2 { return true }
        let found = figures.count { $0.status != .missing }
        return found
            >= (forms.definition(of: .applications).figures.contains { id in
                figures.contains { $0.id == id && $0.status != .missing }
            } ? 35 : 8)
    }

    /// A form of which nothing has been found yet.
    init(nothingOn forms: FormVersions, method: ReadingMethod) {
        self.forms = forms
        figures = FormTable.allCases.flatMap { table in
            forms.definition(of: table).figures.map { .missing($0, form: forms[table], method: method) }
        }
        findings = []
        tableCount = 0
        hasOpenTables = true
    }

    /// Nil where none of the statutory tables is found.
    ///
    /// - Parameter headers: of a disputes table whose figures were left blank.
    /// - Parameter year: the one reported on, where it was found.
    init?(parts: [StatutoryPart], headers: HeaderLines?, year: Int? = nil, methods: ReadingMethods) {
        func these(_ kind: FormTable) -> [StatutoryPart] { parts.filter { $0.kind == kind } }
        func method(_ kind: FormTable) -> ReadingMethod { methods.method(of: these(kind)) }
        var filling = FormFilling(methods)
        let disclosure = DisclosureReader(parts: these(.disclosure), method: method(.disclosure)).fill(&filling)
        let applications = ApplicationsReader(
            parts: these(.applications), method: method(.applications),
            usual: year.map { $0 < 2021 ? .form2019 : .form2021 }
        ).fill(&filling)
        let known = applications ?? disclosure
        let disputes = DisputesReader(parts: these(.disputes), headers: headers, method: method(.disputes))
            .fill(&filling, form: known ?? .form2021)
        tableCount = (disclosure == nil ? 0 : 1) + (applications == nil ? 0 : 1) + (disputes ? 1 : 0)
        guard tableCount > 0 else { return nil }
        let fallback = known ?? .form2021
        let forms = FormVersions(
            disclosure: disclosure ?? fallback, applications: applications ?? fallback,
            disputes: applications ?? fallback)
        self.forms = forms
        findings = filling.findings
        var figures = FormTable.allCases.flatMap { table in
            forms.definition(of: table).figures.map { id in
                filling.figures[id] ?? .missing(id, form: forms[table], method: method(table))
            }
        }
        SharedCells.doubt(&figures)
        SumEvidence.settle(&figures, equations: forms.equations)
        SumEvidence.doubtBesideSpaced(&figures)
        let open = Set(parts.filter { $0.grid.table.construction != .ruled }.map(\.kind))
        SumEvidence.doubtBesideBroken(&figures, in: open, forms: forms)
        hasOpenTables = !open.isEmpty
        // Lines around every cell leave no doubt about rows, nor do labels level with their figures: sums that fail
        // there are the printer's.
        if hasOpenTables {
            PlacementCheck.doubt(&figures, equations: forms.equations, trusting: filling.level)
        }
        self.figures = figures
    }
}
