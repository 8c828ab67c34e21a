public import ReportModel

extension LabelMatcher {
    /// The labels of one statutory table, made ready once.
    public static func statutory(_ table: FormTable, _ version: FormVersion) -> LabelMatcher {
        switch (table, version) {
        case (.disclosure, .form2019): disclosure2019
        case (.disclosure, .form2021): disclosure2021
        case (.applications, .form2019): applications2019
        case (.applications, .form2021): applications2021
        case (.disputes, _): disputes
        }
    }

    /// The labels of a table in both versions, for a table whose version is not known yet.
    public static func statutory(_ table: FormTable) -> LabelMatcher {
        switch table {
        case .disclosure: disclosure
        case .applications: applications
        case .disputes: disputes
        }
    }

    /// The labels of all tables in all versions.
    public static let statutory = LabelMatcher(
        FormTable.allCases.flatMap { table in
            FormVersion.allCases.map { FormDefinition.statutory(table, $0) }
        })

    private static let disclosure2019 = LabelMatcher([.statutory(.disclosure, .form2019)])
    private static let disclosure2021 = LabelMatcher([.statutory(.disclosure, .form2021)])
    private static let disclosure = LabelMatcher([
        .statutory(.disclosure, .form2021), .statutory(.disclosure, .form2019),
    ])
    private static let applications2019 = LabelMatcher([.statutory(.applications, .form2019)])
    private static let applications2021 = LabelMatcher([.statutory(.applications, .form2021)])
    private static let applications = LabelMatcher([
        .statutory(.applications, .form2021), .statutory(.applications, .form2019),
    ])
    private static let disputes = LabelMatcher([.statutory(.disputes, .form2021)])
}

extension FormDefinition {
    /// Every label that stands in the table, with what it names.
    var labels: [(LabelTarget, LabelText)] {
        var labels: [(LabelTarget, String)] = headings.map { (.heading(table, $0), $0) }
        for block in blocks {
            if !block.label.isEmpty { labels.append((.block(table, block.label), block.label)) }
            labels += block.columns.map { (.column(table, $0.id), $0.label) }
            for row in block.rows {
                labels += row.groups.map { (.group(table, $0), $0) }
                labels.append((.row(table, row.id), row.label))
                labels += row.variants.map { (.row(table, row.id), $0) }
            }
        }
        return labels.map { ($0.0, LabelText($0.1)) }
    }

    private var headings: [String] {
        switch table {
        case .disclosure: ["信息内容"]
        case .applications:
            ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "法人或其他组织"]
        case .disputes: []
        }
    }
}

extension FormRow {
    /// What printers write instead of the official label: 规范性文件 without 行政 stands in many reports for 2021 on.
    fileprivate var variants: [String] {
        switch id {
        case "normative_documents": ["行政规范性文件", "规范性文件"]
        case "carried_forward": ["四、结转下年度继续办理的政府信息公开申请"]
        default: []
        }
    }
}
