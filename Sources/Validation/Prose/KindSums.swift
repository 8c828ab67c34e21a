import ReportModel

/// What the tables have for what a claim may mean: added up once a report, however many sentences say it.
final class KindSums {
    /// Cells that a claim may mean together, and their sum; nil where one of them is not known.
    struct Option {
        let cells: [FigureID]
        let sum: Int?
    }

    private let forms: FormVersions
    private let sum: ([FigureID]) -> Int?
    private var known: [ClaimKind: [Option]] = [:]
    /// Row 一, and 一 and 二 together: the two that every claim about applications is held against.
    private(set) lazy var new = self[.new].first?.sum
    private(set) lazy var incoming = self[.incoming].first?.sum

    init(_ forms: FormVersions, sum: @escaping ([FigureID]) -> Int?) {
        self.forms = forms
        self.sum = sum
    }

    /// Any of them will do.
    subscript(kind: ClaimKind) -> [Option] {
        if let options = known[kind] { return options }
        let options = kind.options(forms).map { Option(cells: $0, sum: sum($0)) }
        known[kind] = options
        return options
    }

    /// Whether the table has that count for it.
    func has(_ count: Int?, for kind: ClaimKind) -> Bool { self[kind].contains { $0.sum == count } }
}
