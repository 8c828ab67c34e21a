/// Which applications the applicants of one sentence are counted of: the new ones, or those carried over too.
///
/// 自然人70件，商业企业13件 where the table has 70 new ones and 75 of both: 13 is told of the new ones as well, though it
/// may be what an enterprise has of both.
struct ListedApplicants {
    let sums: KindSums

    func settled(_ claims: [Claim]) -> [Claim] {
        // How many applications tell that the sentence means the new ones, less those that tell the opposite.
        var weights: [Int: Int] = [:]
        for claim in claims {
            guard case .applicant = claim.kind, claim.number.exactness == .exact, let count = claim.number.value.count,
                case let options = sums[claim.kind].map(\.sum), let new = options.first, let all = options.last,
                new != all
            else { continue }
            if count == new { weights[claim.order, default: 0] += count }
            if count == all { weights[claim.order, default: 0] -= count }
        }
        return claims.map { claim in
            guard case .applicant(let column) = claim.kind, let weight = weights[claim.order],
                weight >= Self.leastWeight
            else { return claim }
            var claim = claim
            claim.kind = .newApplicant(column)
            return claim
        }
    }

    /// A small number may agree by chance.
    private static let leastWeight = 10
}
