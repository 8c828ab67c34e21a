extension FigureID {
    /// The figure that is called by its ids, or by what the form calls its table, row and column; nil where no figure is
    /// called so, or more than one.
    ///
    /// Numbering, marks, spaces and the groups before a label (（三）不予公开 > 1.属于国家秘密) may be there or not, and the
    /// beginning or the end of a label will do where no other label of the table has it.
    public init?(table: String, row: String, column: String) {
        if let id = FigureID("\(table)/\(row)/\(column)"), Self.all.contains(id) {
            self = id
            return
        }
        guard let table = Self.table(named: table) else { return nil }
        let (row, column) = (Self.bare(row), Self.bare(column))
        var found: Set<FigureID> = []
        var isExact = false
        for label in Self.labels where label.id.table == table {
            guard let isWholeRow = Self.fits(row, label.rows), let isWholeColumn = Self.fits(column, label.columns)
            else {
                continue
            }
            let both = isWholeRow && isWholeColumn
            // 其他 is a row of its own beside 其他处理.
            if both && !isExact { found = [] }
            if both || !isExact { found.insert(label.id) }
            isExact = isExact || both
        }
        guard found.count == 1, let only = found.first else { return nil }
        self = only
    }

    private static let all = Set(FormVersion.allCases.flatMap { FormVersions($0).figures })

    private static func table(named name: String) -> FormTable? {
        if let table = FormTable(rawValue: name) { return table }
        let words: [(FormTable, [String])] = [
            (.disputes, ["复议", "诉讼"]), (.applications, ["公开申请", "依申请", "收到和处理"]), (.disclosure, ["主动公开"]),
        ]
        let fitting = words.filter { $0.1.contains { word in name.contains(word) } }
        return fitting.count == 1 ? fitting.first?.0 : nil
    }

    /// What the forms of both versions call a figure.
    private struct Label {
        let id: FigureID
        /// Each without numbering and marks; the last alone, and with the groups before it.
        let rows: [String]
        let columns: [String]
    }

    /// Whether the whole label is given, or no more than its beginning or end; nil where it is neither.
    private static func fits(_ name: String, _ labels: [String]) -> Bool? {
        if labels.contains(name) { return true }
        guard name.count >= 2 else { return nil }
        // 不予公开/属于国家秘密: the groups stand before it.
        if labels.contains(where: { $0.count >= 3 && name.hasSuffix($0) }) { return false }
        return labels.contains { $0.hasPrefix(name) || $0.hasSuffix(name) } ? false : nil
    }

    private static let labels: [Label] = FormVersion.allCases.flatMap { version in
        FormTable.allCases.flatMap { table in
            FormDefinition.statutory(table, version).blocks.flatMap { block in
                block.rows.flatMap { row in
                    block.columns.map { column in
                        Label(
                            id: FigureID(table, row.id, column.id),
                            rows: [bare(row.label), bare((row.groups + [row.label]).joined())],
                            columns: [bare(column.label), bare(organisations + column.label)])
                    }
                }
            }
        }
    }

    /// Stands over five of the columns of applications.
    private static let organisations = "法人或其他组织"

    /// 第二十条第（一）项: stands over each group of rows of the first table.
    private static let article = "第二十条第项"

    /// Without numbering (（三）, 1., 一、), asides, marks and spaces.
    private static func bare(_ label: String) -> String {
        var letters: [Character] = []
        var depth = 0
        for letter in label {
            switch letter {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            case _ where depth > 0: break
            default: letters.append(letter)
            }
        }
        var text = letters[...]
        let numerals: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八"]
        if let mark = text.dropFirst().first, mark == "、" || mark == ".", let first = text.first,
            numerals.contains(first) || first.isWholeNumber
        {
            text = text.dropFirst(2)
        }
        let kept = String(text.filter { $0.isLetter || $0 == "/" })
        return kept.hasPrefix(article) && kept != article ? String(kept.dropFirst(article.count)) : kept
    }
}
