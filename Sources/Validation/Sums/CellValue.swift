import ReportModel

/// What a figure is worth to a sum.
enum CellValue: Sendable, Hashable {
    case count(Int)
    /// Seen, and blank or only a mark: 0 most often, a total that nobody filled in otherwise.
    case blank
    /// Not found, not read, or no count: the sums have to tell.
    case lost

    /// More than any office counts; a longer number is a misreading or a telephone number, and its sums could overflow.
    static let largest = 1_000_000_000_000

    init(_ figure: Figure) {
        // What was derived before is no evidence for itself.
        guard figure.status != .derived else {
            self = .lost
            return
        }
        switch figure.content {
        case .amount(let amount):
            if let count = amount.count, abs(count) <= Self.largest {
                self = .count(count)
            } else {
                self = .lost
            }
        case .blank, .mark: self = .blank
        case .unreadable, .absent: self = .lost
        }
    }

    var count: Int? { if case .count(let count) = self { count } else { nil } }
}
