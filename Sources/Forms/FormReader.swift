public import ReportModel

/// Finds the statutory form in what a document holds and fills it.
public enum FormReader {
    /// Every report in a document that Layout has rebuilt; one for each office of a 汇编.
    ///
    /// Throws `notAReport` with what was found instead.
    public static func reports(in layout: DocumentLayout, source: String) throws(ReadFailure) -> [Report] {
        let tables = layout.blocks.compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
        let method = layout.pages.first?.method ?? .text
        guard let filled = FilledForm(tables: tables, method: method) else { throw ReadFailure(.notAReport) }
        return [
            Report(
                source: source, title: "", agency: "", year: nil, forms: filled.forms, sections: [],
                figures: filled.figures, tables: tables, findings: filled.findings, pages: layout.pages)
        ]
    }
}
