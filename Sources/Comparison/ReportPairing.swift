public import ReportModel

/// Which reports of two sides belong together.
public struct ReportPairing: Sendable {
    public var pairs: [(left: Report, right: Report)] = []
    public var onlyLeft: [Report] = []
    public var onlyRight: [Report] = []

    /// One against one is a pair, whatever they are. Among several, the same source, else the same agency and year (with
    /// `isYears`: the year after). One against many picks its partner and leaves the others alone.
    public init(_ left: [Report], _ right: [Report], isYears: Bool = false) {
        if let one = left.first, let other = right.first, left.count == 1, right.count == 1 {
            pairs = [(one, other)]
            return
        }
        var free = Array(right.indices)
        var rest: [Report] = []
        let bySource = isYears ? [:] : Self.positions(right, \.source)
        var taken: Set<Int> = []
        var partners: [Int?] = []
        for report in left {
            let partner = bySource[report.source]?.first { !taken.contains($0) }
            if let partner { taken.insert(partner) }
            partners.append(partner)
        }
        let byName = Self.positions(right) { Self.name($0, year: $0.year) }
        for (index, report) in left.enumerated() {
            let year = isYears ? report.year.map { $0 + 1 } : report.year
            let partner =
                partners[index]
                ?? (report.agency.isEmpty ? nil : byName[Self.name(report, year: year)]?.first { !taken.contains($0) })
            guard let partner else {
                rest.append(report)
                continue
            }
            taken.insert(partner)
            pairs.append((report, right[partner]))
        }
        free.removeAll { taken.contains($0) }
        if left.count == 1, !pairs.isEmpty { free = [] }
        if right.count == 1, !pairs.isEmpty { rest = [] }
        onlyLeft = rest
        onlyRight = free.map { right[$0] }
    }

    private static func positions(_ reports: [Report], _ key: (Report) -> String) -> [String: [Int]] {
        var positions: [String: [Int]] = [:]
        for (index, report) in reports.enumerated() { positions[key(report), default: []].append(index) }
        return positions
    }

    private static func name(_ report: Report, year: Int?) -> String {
        let office = report.agency.unicodeScalars.filter { !$0.isBlank }
        return String(String.UnicodeScalarView(office)) + "\u{1F}" + (year.map(String.init) ?? "")
    }
}
