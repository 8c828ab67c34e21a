import ReportModel

/// An office's name as reports give it, made comparable.
struct OfficeName: Sendable, Hashable {
    /// Without spaces, brackets and what offices put in or leave out (和, 与, 、).
    let letters: [Unicode.Scalar]
    /// How many of the letters say where it is: 青溪县, 东海省青溪市.
    let regionLength: Int

    init(_ agency: String) {
        var letters: [Unicode.Scalar] = []
        var depth = 0
        for scalar in agency.unicodeScalars {
            switch scalar {
            case "（", "(", "【", "[": depth += 1
            case "）", ")", "】", "]": depth = max(0, depth - 1)
            case _ where depth > 0 || scalar.isBlank: break
            case "和", "与", "及", "、", "·", "“", "”", "\"": break
            default: letters.append(scalar)
            }
        }
        letters = Self.inFull(letters)
        self.letters = letters
        regionLength = Self.regionLength(of: letters)
    }

    /// 青溪县政府 is 青溪县人民政府, and so is its office: 青溪县政府办公室.
    private static func inFull(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let ends: [Phrase] = ["政府", "政府办", "政府办公室"]
        guard
            let end = ends.first(where: {
                letters.count > $0.letters.count && letters.suffix($0.letters.count).elementsEqual($0.letters)
            }),
            regionEnds.contains(letters[letters.count - end.letters.count - 1])
        else { return letters }
        return letters.dropLast(end.letters.count) + ["人", "民"] + end.letters
    }

    var isEmpty: Bool { letters.isEmpty }
    var region: ArraySlice<Unicode.Scalar> { letters.prefix(regionLength) }
    /// What the office is, wherever it is.
    var office: ArraySlice<Unicode.Scalar> { letters.dropFirst(regionLength) }

    private static let regionEnds: Set<Unicode.Scalar> = ["省", "市", "县", "区", "旗", "州", "盟", "镇", "乡"]
    /// 城乡建设, 市场监管, 乡村振兴, 区划 and the like name no place.
    private static let noRegionBefore: Set<Unicode.Scalar> = ["城"]
    private static let noRegionAfter: Set<Unicode.Scalar> = ["场", "政", "容", "民", "划", "村", "域"]

    /// The chain of places at the beginning, each of two letters at least.
    private static func regionLength(of letters: [Unicode.Scalar]) -> Int {
        var start = 0
        while let end = letters[start...].firstIndex(where: { regionEnds.contains($0) }), end - start >= 1,
            end - start <= 9, end + 1 < letters.count, !noRegionBefore.contains(letters[end - 1]),
            !noRegionAfter.contains(letters[end + 1]), !letters[start...end].contains(where: officeEnds.contains)
        {
            start = end + 1
        }
        return start
    }

    /// What the names of offices end with.
    private static let officeEnds: Set<Unicode.Scalar> = [
        "局", "委", "会", "办", "厅", "院", "府", "处", "所", "室", "心", "站", "队", "校", "社", "馆", "部", "行", "道",
    ]

    var endsLikeAnOffice: Bool { letters.last.map(Self.officeEnds.contains) ?? false || isPlace }

    /// A township or a district that reports under its bare name.
    private var isPlace: Bool { letters.last.map(Self.regionEnds.contains) ?? false }
}

extension OfficeName {
    /// What makes two names likely to mean one office.
    enum Likeness: Sendable, Hashable {
        /// One letter more, less, other or swapped.
        case misspelt
        /// The same with and without the places above: 东海省青溪县水务局, 青溪县水务局.
        case placed
        /// Another office of the same place, with a word in common or without.
        case renamed(sharesWord: Bool)
    }

    func likeness(to other: OfficeName) -> Likeness? {
        if isMisspelling(of: other) { return .misspelt }
        let (long, short) = letters.count > other.letters.count ? (self, other) : (other, self)
        if short.letters.count >= 5, long.letters.suffix(short.letters.count).elementsEqual(short.letters),
            long.regionLength >= long.letters.count - short.letters.count
        {
            return .placed
        }
        guard regionLength > 0, region.elementsEqual(other.region) else { return nil }
        return .renamed(sharesWord: sharesWord(with: other))
    }

    /// Whether one slip turns one into the other. Names shorter than four letters are left alone.
    private func isMisspelling(of other: OfficeName) -> Bool {
        let (a, b) = (letters, other.letters)
        guard min(a.count, b.count) >= 4, abs(a.count - b.count) <= 1, a != b else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        if a.count != b.count { return start + end >= min(a.count, b.count) }
        if start + end >= a.count - 1 { return true }
        return start + end == a.count - 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
    }

    /// Two letters of the office's own name side by side, apart from those that many names have.
    private func sharesWord(with other: OfficeName) -> Bool {
        let common: Set<[Unicode.Scalar]> = [
            ["委", "员"], ["员", "会"], ["管", "理"], ["理", "局"], ["办", "公"], ["公", "室"],
        ]
        func pairs(_ office: ArraySlice<Unicode.Scalar>) -> Set<[Unicode.Scalar]> {
            Set(zip(office, office.dropFirst()).map { [$0, $1] }).subtracting(common)
        }
        return !pairs(office).isDisjoint(with: pairs(other.office))
    }
}
