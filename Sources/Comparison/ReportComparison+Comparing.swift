public import ReportModel

extension ReportComparison {
    /// Holds two reports against each other. The same reports give the same comparison.
    public init(_ left: Report, _ right: Report, settings: ComparisonSettings = ComparisonSettings()) {
        self.left = Head(left)
        self.right = Head(right)
        self.settings = settings
        forms = left.forms
        var counts: [Confusion] = []
        if settings.comparesFigures {
            let comparison = FigureComparison(left, right)
            figureCount = comparison.count
            figures = comparison.differences
            counts += comparison.confusions.list
            if settings.isYears { brokenCarries = YearsComparison.brokenCarries(left, right) }
        }
        if comparedText {
            let comparison = TextComparison(left, right, settings)
            sentenceCount = comparison.sentenceCount
            sentences = comparison.differences
            copied = comparison.copied
            copiedShare = comparison.copiedShare
            counts += comparison.confusions.list
        }
        // Between years other digits are no confusion.
        confusions = settings.isYears ? [] : Self.merged(counts)
    }

    private static func merged(_ counts: [Confusion]) -> [Confusion] {
        var sums: [[String]: Int] = [:]
        for confusion in counts { sums[[confusion.left, confusion.right], default: 0] += confusion.count }
        return sums.map { Confusion(left: $0.key[0], right: $0.key[1], count: $0.value) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : ($0.left, $0.right) < ($1.left, $1.right) }
    }
}
