import ReportModel

extension Report {
    /// Where a figure stands; of one that was not found, where its row and its column meet.
    func likelyPlace(of figure: Figure) -> Place? {
        if let place = figure.places.first { return place }
        let table = figures.filter { $0.id.table == figure.id.table && !$0.places.isEmpty }
        let row = table.first { $0.id.row == figure.id.row }?.places.first
        let column = table.first { $0.id.column == figure.id.column && $0.places.first?.page == row?.page }?.places
            .first
        guard let row else { return table.first?.places.first }
        guard let column else { return row }
        return Place(
            page: row.page, box: Box(x: column.box.x, y: row.box.y, width: column.box.width, height: row.box.height))
    }
}
