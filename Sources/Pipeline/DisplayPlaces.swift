import ReportModel

/// Puts the places of pages that were turned for reading back to where they are displayed.
struct DisplayPlaces: Sendable {
    private let turned: [Int: PageSummary]

    init(_ pages: [PageSummary]) {
        turned = Dictionary(
            pages.filter { $0.turn != .none }.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func report(_ report: Report) -> Report {
        guard !turned.isEmpty else { return report }
        var report = report
        for index in report.figures.indices { place(&report.figures[index].places) }
        for index in report.findings.indices { place(&report.findings[index].places) }
        for section in report.sections.indices {
            for index in report.sections[section].paragraphs.indices {
                place(&report.sections[section].paragraphs[index].places)
            }
        }
        report.tables = report.tables.map(table)
        return report
    }

    func table(_ table: Table) -> Table {
        guard !turned.isEmpty else { return table }
        var table = table
        place(&table.places)
        for cell in table.cells.indices {
            for part in table.cells[cell].parts.indices {
                let page = table.cells[cell].parts[part].outline.page
                table.cells[cell].parts[part].ink = table.cells[cell].parts[part].ink.map { box($0, page) }
                place(&table.cells[cell].parts[part].outline)
            }
        }
        return table
    }

    private func place(_ places: inout [Place]) {
        for index in places.indices { place(&places[index]) }
    }

    private func place(_ place: inout Place) { place.box = box(place.box, place.page) }

    func box(_ box: Box, _ page: Int?) -> Box {
        guard let page = page.flatMap({ turned[$0] }) else { return box }
        return box.turned(page.turn.inverse, width: page.width, height: page.height)
    }
}
