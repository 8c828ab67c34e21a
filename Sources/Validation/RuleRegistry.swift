/// Every rule there is, in the order in which findings are given.
public enum RuleRegistry {
    public static var rules: [any Rule] { reportRules + seriesRules }

    static let reportRules: [any ReportRule] = [
        ApplicationsRowRule(), ApplicationsColumnRule(), ApplicationsBalanceRule(), DisputesGroupRule(),
        FormBlankRule(), FormCountRule(), FormUnitRule(), FormRowRule(), FormLabelRule(), FormOrderRule(),
        FormSectionRule(), FormVersionRule(), FormOfficeRule(),
        ProseApplicationsRule(), ProseDisputesRule(), ProseDisclosureRule(), ProseFeeRule(),
    ]

    static let seriesRules: [any SeriesRule] = [
        SeriesCarriedRule(), SeriesInForceRule(), SeriesPreviousRule(), SeriesJumpRule(), SeriesDuplicateRule(),
        SeriesOfficeRule(),
    ]
}

/// Which rules are wanted (`--rule`, `--ignore`). A name stands for itself and for everything below it: `applications`
/// for `applications.row` and its neighbours.
public struct RuleSelection: Sendable, Hashable {
    /// Empty: all of them.
    public var only: [String]
    public var ignored: [String]

    public init(only: [String] = [], ignored: [String] = []) {
        self.only = only
        self.ignored = ignored
    }

    public static let all = RuleSelection()

    public func contains(_ rule: String) -> Bool {
        let isWanted = only.isEmpty || only.contains { Self.covers($0, rule) }
        return isWanted && !ignored.contains { Self.covers($0, rule) }
    }

    /// Whether any rule goes by that name; a command refuses one that none does.
    public static func isKnown(_ name: String) -> Bool {
        RuleRegistry.rules.contains { covers(name, $0.id) }
    }

    private static func covers(_ name: String, _ rule: String) -> Bool {
        rule == name || rule.hasPrefix(name + ".")
    }
}
