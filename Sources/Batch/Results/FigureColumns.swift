import Messages
import ReportModel

/// The columns of a wide table: a row holds a whole report, on whichever form.
struct FigureColumns {
    struct Column {
        var id: FigureID
        /// The table, the row and the column of the form, in the form's own words.
        var headings: [String]
    }

    let columns: [Column]
    private let positions: [FigureID: Int]

    /// The form of 2021, and behind each table what only that of 2019 has.
    init() {
        var columns: [Column] = []
        var positions: [FigureID: Int] = [:]
        for table in FormTable.allCases {
            for version in [FormVersion.form2021, .form2019] {
                let form = FormDefinition.statutory(table, version)
                for block in form.blocks {
                    for row in block.rows {
                        for column in block.columns {
                            let id = FigureID(table, row.id, column.id)
                            guard positions[id] == nil else { continue }
                            positions[id] = columns.count
                            let title = version == .form2019 ? "\(table.name.chinese)（2019年格式）" : table.name.chinese
                            columns.append(
                                Column(
                                    id: id,
                                    headings: [
                                        title, block.heading(of: row),
                                        column.label,
                                    ]))
                        }
                    }
                }
            }
        }
        self.columns = columns
        self.positions = positions
    }

    func position(of id: FigureID) -> Int? { positions[id] }

    /// Neighbours with the same words in one level of the headings, and in those above it.
    func spans(ofLevel level: Int) -> [ClosedRange<Int>] {
        var spans: [ClosedRange<Int>] = []
        for index in columns.indices {
            if let last = spans.last,
                columns[last.lowerBound].headings.prefix(level + 1).elementsEqual(
                    columns[index].headings.prefix(level + 1))
            {
                spans[spans.count - 1] = last.lowerBound...index
            } else {
                spans.append(index...index)
            }
        }
        return spans
    }
}

extension FormBlock {
    /// A row's label with those of the groups that it stands in.
    func heading(of row: FormRow) -> String {
        ([label] + row.groups + [row.label]).filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
