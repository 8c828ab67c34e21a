import ReportModel

/// Which reports of many have to be looked at together, year against year: those of one office, and those of offices
/// whose names are so alike that only their figures can tell whether they are one.
///
/// Needs names and years alone, so that a large archive need not be in memory.
public struct SeriesPlan: Sendable {
    /// Positions in what was given, in order; a report without an agency stands alone.
    public let groups: [[Int]]

    public init(_ reports: [(agency: String, year: Int?)]) {
        var names: [OfficeName] = []
        var years: [Set<Int>] = []
        var positions: [[Unicode.Scalar]: Int] = [:]
        var nameOf: [Int?] = []
        for report in reports {
            let name = OfficeName(report.agency)
            guard !name.isEmpty else {
                nameOf.append(nil)
                continue
            }
            let position = positions[name.letters] ?? names.count
            if position == names.count {
                positions[name.letters] = position
                names.append(name)
                years.append([])
            }
            if let year = report.year { years[position].insert(year) }
            nameOf.append(position)
        }
        var parts = Partition(count: names.count)
        for pair in OfficePairs.all(names) {
            // Offices that report beside each other are two, unless one of them is a second version of the other.
            if case .renamed? = pair.likeness, !years[pair.one].isDisjoint(with: years[pair.other]) { continue }
            parts.join(pair.one, pair.other)
        }
        var groups: [[Int]] = []
        var groupOf: [Int: Int] = [:]
        for (report, name) in nameOf.enumerated() {
            guard let name else {
                groups.append([report])
                continue
            }
            let root = parts.root(of: name)
            if let group = groupOf[root] {
                groups[group].append(report)
            } else {
                groupOf[root] = groups.count
                groups.append([report])
            }
        }
        self.groups = groups
    }
}

/// Names of offices that may mean one.
struct OfficePairs {
    struct Pair: Sendable {
        var one: Int
        var other: Int
        var likeness: OfficeName.Likeness?
    }

    /// More offices than these in one place are not compared each with each.
    private static let placeLimit = 1500

    /// Found by what is left of each name when a letter, or the places before it, are taken away: not each with each.
    static func all(_ names: [OfficeName]) -> [Pair] {
        var holders: [[Unicode.Scalar]: [Int]] = [:]
        var places: [[Unicode.Scalar]: [Int]] = [:]
        for (position, name) in names.enumerated() {
            var keys: Set<[Unicode.Scalar]> = [name.letters]
            for index in name.letters.indices {
                var rest = name.letters
                rest.remove(at: index)
                keys.insert(rest)
            }
            for start in 1..<max(1, name.regionLength + 1) { keys.insert(Array(name.letters[start...])) }
            for key in keys { holders[key, default: []].append(position) }
            if name.regionLength > 0 { places[Array(name.region), default: []].append(position) }
        }
        var seen: Set<[Int]> = []
        var pairs: [Pair] = []
        func add(_ group: [Int]) {
            for (index, one) in group.enumerated() {
                for other in group[(index + 1)...] where seen.insert([one, other]).inserted {
                    guard let likeness = names[one].likeness(to: names[other]) else { continue }
                    pairs.append(Pair(one: one, other: other, likeness: likeness))
                }
            }
        }
        for group in holders.values where group.count > 1 && group.count <= placeLimit { add(group.sorted()) }
        for group in places.values where group.count > 1 && group.count <= placeLimit { add(group) }
        return pairs.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    }
}

/// Things that are joined step by step.
struct Partition {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    mutating func join(_ one: Int, _ other: Int) {
        let roots = (root(of: one), root(of: other))
        // The smaller number stays the root: the order of what is joined does not matter.
        parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
    }
}
