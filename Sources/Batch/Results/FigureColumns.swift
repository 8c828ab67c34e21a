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
                            let title = version == .form2019 ? "\(table.title)（2019年格式）" : table.title
                            columns.append(
                                Column(
                                    id: id,
                                    headings: [
                                        title, ([block.label] + row.groups + [row.label]).joined(separator: " · "),
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
}

extension FormTable {
    /// The official title.
    var title: String {
        switch self {
        case .disclosure: "主动公开政府信息情况"
        case .applications: "收到和处理政府信息公开申请情况"
        case .disputes: "政府信息公开行政复议、行政诉讼情况"
        }
    }
}
