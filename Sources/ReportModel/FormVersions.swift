/// Which version each table of a report is printed on; a report can mix them.
public struct FormVersions: Sendable, Hashable {
    public var disclosure: FormVersion
    public var applications: FormVersion
    public var disputes: FormVersion

    public init(disclosure: FormVersion, applications: FormVersion, disputes: FormVersion) {
        self.disclosure = disclosure
        self.applications = applications
        self.disputes = disputes
    }

    /// All three tables on one version.
    public init(_ version: FormVersion) {
        self.init(disclosure: version, applications: version, disputes: version)
    }

    public subscript(table: FormTable) -> FormVersion {
        switch table {
        case .disclosure: disclosure
        case .applications: applications
        case .disputes: disputes
        }
    }

    public func definition(of table: FormTable) -> FormDefinition { .statutory(table, self[table]) }

    /// The column that a figure stands in.
    public func column(of id: FigureID) -> FormColumn? {
        definition(of: id.table).blocks.first { $0.rows.contains { $0.id == id.row } }?
            .columns.first { $0.id == id.column }
    }

    /// Every figure of the report, in form order.
    public var figures: [FigureID] {
        FormTable.allCases.flatMap { definition(of: $0).figures }
    }
}
