extension Equation {
    /// Both sides of the sum, blanks counted as nothing; nil where a figure is lost, no count, or too large.
    public func sides(_ content: (FigureID) -> FigureContent?) -> (left: Int, right: Int)? {
        func sum(_ ids: [FigureID]) -> Int? {
            var total = 0
            for id in ids {
                switch content(id) {
                case .amount(let amount)?:
                    guard let count = amount.count else { return nil }
                    let (sum, isOver) = total.addingReportingOverflow(count)
                    guard !isOver else { return nil }
                    total = sum
                case .blank?, .mark?: continue
                case .unreadable?, .absent?, nil: return nil
                }
            }
            return total
        }
        guard let left = sum(left), let right = sum(right) else { return nil }
        return (left, right)
    }

    /// Whether the sum holds; nil where that is not known.
    public func outcome(_ content: (FigureID) -> FigureContent?) -> Bool? {
        sides(content).map { $0.left == $0.right }
    }
}
