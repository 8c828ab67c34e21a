import ReportModel

/// Tells which names mean one office, by its figures: what one year carried forward, the next carried over.
struct OfficeMatching: Sendable {
    /// Names that were taken for one office, and why.
    struct Match: Sendable {
        var names: [String]
        var likeness: OfficeName.Likeness
        /// False where only the names speak for it: the reports were not compared.
        var isCertain: Bool
    }

    /// The offices, each with the positions of its reports.
    private(set) var offices: [[Int]] = []
    private(set) var matches: [(reports: [Int], match: Match)] = []

    init(_ reports: [Report]) {
        var names: [OfficeName] = []
        var agencies: [String] = []
        var members: [[Int]] = []
        var positions: [[Unicode.Scalar]: Int] = [:]
        for (index, report) in reports.enumerated() where report.year != nil {
            let name = OfficeName(report.agency)
            guard !name.isEmpty else { continue }
            let position = positions[name.letters] ?? names.count
            if position == names.count {
                positions[name.letters] = position
                names.append(name)
                agencies.append(report.agency)
                members.append([])
            }
            members[position].append(index)
        }
        let judged = OfficePairs.all(names).compactMap { pair in
            Judgement(pair, names, members.map { OfficeSeries.pick($0, from: reports) })
        }
        var parts = Partition(count: names.count)
        var years = members.map { Set($0.compactMap { reports[$0].year }) }
        for judgement in judged.sorted(by: { $0.score > $1.score }) {
            let (one, other) = (parts.root(of: judgement.one), parts.root(of: judgement.other))
            guard one != other else { continue }
            // Said beside the rarer name.
            let positions =
                members[judgement.one].count < members[judgement.other].count
                ? members[judgement.one] : members[judgement.other]
            let match = Match(
                names: [agencies[judgement.one], agencies[judgement.other]], likeness: judgement.likeness,
                isCertain: judgement.isCertain)
            guard judgement.isCertain else {
                matches.append((positions, match))
                continue
            }
            // Two candidates for the same years, as good as each other: neither.
            let isContested = judged.contains { rival in
                rival.isCertain && rival.score >= judgement.score && rival.rivals(judgement, years)
            }
            guard !isContested, judgement.areVersions || years[one].isDisjoint(with: years[other]) else { continue }
            parts.join(one, other)
            let root = parts.root(of: one)
            years[root] = years[one].union(years[other])
            matches.append((positions, match))
        }
        var found: [Int: [Int]] = [:]
        for name in names.indices { found[parts.root(of: name), default: []] += members[name] }
        offices = found.sorted { $0.key < $1.key }.map { $0.value.sorted() }
    }
}

extension OfficeSeries {
    fileprivate static func pick(_ members: [Int], from reports: [Report]) -> OfficeSeries {
        OfficeSeries(Dictionary(uniqueKeysWithValues: members.map { ($0, reports[$0]) }))
    }
}

/// What the figures say about two names.
private struct Judgement {
    let one: Int
    let other: Int
    let likeness: OfficeName.Likeness
    let score: Int
    let isCertain: Bool
    /// They report on the same year, and nearly the same.
    let areVersions: Bool

    /// Nil where the two are different offices.
    init?(_ pair: OfficePairs.Pair, _ names: [OfficeName], _ series: [OfficeSeries]) {
        guard let likeness = pair.likeness else { return nil }
        (one, other) = (pair.one, pair.other)
        self.likeness = likeness
        let evidence = SeriesEvidence(series[one], series[other])
        areVersions = evidence.areVersions
        score = evidence.score
        guard !evidence.areBesideEachOther, score >= 2 || !evidence.isCarriedOtherwise else { return nil }
        switch likeness {
        case .misspelt:
            // Of two such names, one that ends as no office does is a slip: 水务据.
            isCertain = score >= 1 || names[one].endsLikeAnOffice != names[other].endsLikeAnOffice
        case .placed: isCertain = true
        case .renamed(let sharesWord):
            isCertain = score >= (sharesWord ? 1 : 2)
            guard isCertain else { return nil }
        }
        // Nothing follows from two names alone that are years apart.
        guard isCertain || evidence.areNeighbours else { return nil }
    }

    /// Whether both want one name and the same year.
    func rivals(_ judgement: Judgement, _ years: [Set<Int>]) -> Bool {
        guard Set([one, other]) != Set([judgement.one, judgement.other]) else { return false }
        for shared in [one, other] where shared == judgement.one || shared == judgement.other {
            let mine = shared == one ? other : one
            let its = shared == judgement.one ? judgement.other : judgement.one
            if !years[mine].isDisjoint(with: years[its]) { return true }
        }
        return false
    }
}

/// What speaks for and against two series being one office's.
struct SeriesEvidence: Sendable {
    private(set) var score = 0
    /// They report on the same year, and not the same.
    private(set) var areBesideEachOther = false
    /// One does not carry over what the other carried forward.
    private(set) var isCarriedOtherwise = false
    private(set) var areVersions = false
    private(set) var areNeighbours = false

    init(_ one: OfficeSeries, _ other: OfficeSeries) {
        for year in one.years {
            if let same = other.year(year.year) {
                if Self.areAlike(year, same) {
                    areVersions = true
                    score += 2
                } else {
                    areBesideEachOther = true
                }
            }
            if let next = other.year(year.year + 1) { weigh(year, next) }
            if let last = other.year(year.year - 1) { weigh(last, year) }
        }
    }

    private mutating func weigh(_ last: OfficeSeries.Year, _ this: OfficeSeries.Year) {
        areNeighbours = true
        let columns = ["natural_person", "enterprise", "research", "social", "legal_service", "other", "total"]
        let forward = columns.map { last.count(FigureID(.applications, "carried_forward", $0)) }
        let over = columns.map { this.count(FigureID(.applications, "carried_over", $0)) }
        if !forward.contains(nil), !over.contains(nil) {
            let total = (forward.last ?? 0) ?? 0
            if forward == over { score += total >= 3 ? 2 : total >= 1 ? 1 : 0 } else { isCarriedOtherwise = true }
        }
        if let expected = SeriesSums.inForce("normative_documents", last, this),
            expected == this.count(FigureID(.disclosure, "normative_documents", "in_force"))
        {
            score += expected >= 5 ? 2 : expected >= 1 ? 1 : 0
        }
        let items = SeriesSums.itemRows.compactMap { row -> Bool? in
            guard let expected = SeriesSums.previousItems(row, last), expected >= 5 else { return nil }
            return this.count(FigureID(.disclosure, row, "previous_items")) == expected
        }
        if !items.isEmpty, items.allSatisfy(\.self) { score += 2 }
    }

    /// Nine in ten of the figures that are not 0 in either, and enough of them to mean something.
    private static func areAlike(_ one: OfficeSeries.Year, _ other: OfficeSeries.Year) -> Bool {
        var same = 0
        var all = 0
        for id in Set(FormVersion.allCases.flatMap { FormVersions($0).figures }) {
            guard case .known(let a) = one[id], case .known(let b) = other[id], a != 0 || b != 0 else { continue }
            all += 1
            same += a == b ? 1 : 0
        }
        return all >= 8 && same * 10 >= all * 9
    }
}

/// What one year's figures ask of the next year's.
enum SeriesSums {
    /// Rows of the form of 2019 that count items from year to year.
    static let itemRows = ["licensing", "other_services", "penalty", "coercion", "fees"]

    /// Last year's 现行有效, and what was issued and repealed since.
    static func inForce(_ row: String, _ last: OfficeSeries.Year, _ this: OfficeSeries.Year) -> Int? {
        guard let before = last.count(FigureID(.disclosure, row, "in_force")),
            let issued = this.count(FigureID(.disclosure, row, "issued")),
            let repealed = this.count(FigureID(.disclosure, row, "repealed"))
        else { return nil }
        return before + issued - repealed
    }

    /// What 上一年项目数量 has to be in the year after.
    static func previousItems(_ row: String, _ last: OfficeSeries.Year) -> Int? {
        guard let items = last.count(FigureID(.disclosure, row, "previous_items")),
            let change = last.count(FigureID(.disclosure, row, "change"))
        else { return nil }
        return items + change
    }
}
