import ReportModel

/// Of whom the tables of a government's report are: of all that it answers for, or of its own office. Sentences that
/// agree with them tell.
///
/// 全县收到1496件 where the table has 1496 leaves no doubt that the other numbers of 全县 are the table's too.
struct KnownExtents {
    /// The disclosure table is sometimes filled for more than the applications table.
    private struct Key: Hashable {
        var extent: Claim.Extent
        var isDisclosure: Bool
    }

    private let known: Set<Key>

    init(_ outcomes: [ClaimCheck.Outcome]) {
        // A small number may agree by chance, several of them hardly.
        var weights: [Key: Int] = [:]
        var counts: [Key: Int] = [:]
        var seen: Set<ClaimKind> = []
        for outcome in outcomes where outcome.answer == .agrees && outcome.claim.extent != .own {
            guard outcome.claim.number.exactness == .exact, seen.insert(outcome.claim.kind).inserted else { continue }
            let weight = outcome.claim.number.value.count.map { min($0, 1000) } ?? 1000
            let key = Self.key(outcome.claim)
            weights[key, default: 0] += weight
            if weight > 0 { counts[key, default: 0] += 1 }
        }
        known = Set(weights.keys.filter { weights[$0, default: 0] >= 10 || counts[$0, default: 0] >= 4 })
    }

    func isTables(_ claim: Claim) -> Bool { known.contains(Self.key(claim)) }

    private static func key(_ claim: Claim) -> Key {
        Key(extent: claim.extent, isDisclosure: ["prose.disclosure", "prose.fee"].contains(claim.kind.rule))
    }
}
