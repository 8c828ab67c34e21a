import ReportModel

extension Office {
    /// The figures of one report of the form of 2021; applications by column, disputes by result.
    private static func figures(
        applications: [(String, [Int])], disputes: [[Int]], documents: [(String, [Int])], decisions: [Int],
        fees: Amount
    ) -> [String: Amount] {
        var values: [String: Amount] = [:]
        for (row, counts) in applications {
            for (column, count) in zip(
                ["natural_person", "enterprise", "research", "social", "legal_service", "other"], counts)
            {
                values["applications/\(row)/\(column)"] = Amount(count)
            }
            values["applications/\(row)/total"] = Amount(counts.reduce(0, +))
        }
        for (row, counts) in zip(
            ["reconsideration", "litigation_direct", "litigation_after_reconsideration"], disputes)
        {
            for (column, count) in zip(["upheld", "corrected", "other", "pending"], counts) {
                values["disputes/\(row)/\(column)"] = Amount(count)
            }
            values["disputes/\(row)/total"] = Amount(counts.reduce(0, +))
        }
        for (row, counts) in documents {
            for (column, count) in zip(["issued", "repealed", "in_force"], counts) {
                values["disclosure/\(row)/\(column)"] = Amount(count)
            }
        }
        for (row, count) in zip(["licensing", "penalty", "coercion"], decisions) {
            values["disclosure/\(row)/decisions"] = Amount(count)
        }
        values["disclosure/fees/amount"] = fees
        return values
    }

    static let figuresOfE = figures(
        applications: [
            ("new", [1120, 214, 3, 12, 41, 36]), ("carried_over", [58, 9, 0, 0, 2, 1]),
            ("granted", [402, 88, 2, 5, 15, 9]), ("partly_granted", [131, 24, 0, 1, 6, 3]),
            ("refused.state_secret", [1]), ("refused.prohibited_by_law", [6, 1]), ("refused.stability", [4]),
            ("refused.third_party", [28, 7, 0, 0, 1]), ("refused.internal", [19, 2, 0, 0, 1]),
            ("refused.process", [23, 5, 0, 0, 1, 1]), ("refused.enforcement_file", [31, 6, 0, 0, 0, 1]),
            ("refused.administrative_query", [17, 3]), ("unavailable.not_held", [252, 41, 1, 4, 10, 8]),
            ("unavailable.needs_creation", [33, 6, 0, 1, 2, 2]), ("unavailable.unclear", [20, 4, 0, 0, 1]),
            ("rejected.petition", [62, 3, 0, 0, 0, 5]), ("rejected.duplicate", [34, 5, 0, 0, 1]),
            ("rejected.publication", [2]), ("rejected.excessive", [11]), ("rejected.reissue", [7, 1]),
            ("other.no_correction", [18, 4, 0, 0, 1, 1]), ("other.unpaid_fee", [3, 1]),
            ("other.other", [22, 8, 0, 1, 2, 3]), ("total", [1126, 209, 3, 12, 41, 33]),
            ("carried_forward", [52, 14, 0, 0, 2, 4]),
        ], disputes: [[64, 9, 21, 8], [31, 2, 6, 5], [18, 1, 3, 4]],
        documents: [("regulations", [2, 1, 18]), ("normative_documents", [34, 12, 287])],
        decisions: [128_456, 9873, 412], fees: Amount(digits: 864_235, decimals: 2))

    static let figuresOfF = figures(
        applications: [
            ("new", [3, 1]), ("carried_over", [1]), ("granted", [2]), ("partly_granted", [1]),
            ("unavailable.not_held", [0, 1]), ("total", [3, 1]), ("carried_forward", [1]),
        ], disputes: [[1]], documents: [("normative_documents", [0, 0, 2])], decisions: [36, 5, 0], fees: 0)

    static let figuresOfG = figures(
        applications: [
            ("new", [1, 2]), ("granted", [1, 1]), ("refused.third_party", [0, 1]), ("total", [1, 2]),
        ], disputes: [], documents: [("normative_documents", [0, 1, 3])], decisions: [2104, 318, 27], fees: 0)

    static let figuresOfH = figures(
        applications: [
            ("new", [18, 2, 0, 0, 1]), ("carried_over", [2]), ("granted", [6, 1]), ("partly_granted", [3, 0, 0, 0, 1]),
            ("refused.third_party", [1]), ("refused.enforcement_file", [3]), ("refused.administrative_query", [1]),
            ("unavailable.not_held", [2, 1]), ("rejected.petition", [1]), ("other.other", [1]),
            ("total", [18, 2, 0, 0, 1]), ("carried_forward", [2]),
        ], disputes: [[1, 0, 0, 1], [0, 0, 0, 1]], documents: [("normative_documents", [0, 0, 1])],
        decisions: [45_210, 6733, 1289], fees: Amount(digits: 3568, decimals: 1))

    static let figuresOfI = figures(
        applications: [
            ("new", [5, 1]), ("granted", [3]), ("partly_granted", [1]), ("unavailable.not_held", [0, 1]),
            ("rejected.petition", [1]), ("total", [5, 1]),
        ], disputes: [], documents: [], decisions: [], fees: 0)

    static let figuresOfJ = figures(
        applications: [
            ("new", [34, 3, 0, 0, 1]), ("carried_over", [2]), ("granted", [11, 1]), ("partly_granted", [6]),
            ("refused.third_party", [1]), ("refused.internal", [3]), ("refused.process", [2, 0, 0, 0, 1]),
            ("unavailable.not_held", [5, 1]), ("unavailable.needs_creation", [1]), ("rejected.petition", [2]),
            ("rejected.duplicate", [1]), ("other.no_correction", [1]), ("other.other", [0, 1]),
            ("total", [33, 3, 0, 0, 1]), ("carried_forward", [3]),
        ], disputes: [[2, 1, 0, 1], [1]], documents: [("normative_documents", [3, 1, 11])], decisions: [96, 4, 0],
        fees: Amount(digits: 156, decimals: 1))

    static let figuresOfK = figures(
        applications: [
            ("new", [14, 1, 0, 1, 0, 1]), ("carried_over", [3]), ("granted", [5, 1]), ("partly_granted", [3]),
            ("refused.third_party", [1]), ("refused.process", [1]), ("unavailable.not_held", [2, 0, 0, 1]),
            ("unavailable.needs_creation", [1]), ("rejected.petition", [1]), ("rejected.duplicate", [1]),
            ("other.no_correction", [0, 0, 0, 0, 0, 1]), ("total", [15, 1, 0, 1, 0, 1]), ("carried_forward", [2]),
        ], disputes: [[1, 1, 0, 1], [1], [0, 0, 0, 1]], documents: [("normative_documents", [0, 1, 4])],
        decisions: [268, 57, 3], fees: 0)
}
