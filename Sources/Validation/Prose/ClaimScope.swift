import ReportModel

/// Whether a sentence speaks of this office and this year, up to some place in it.
struct ClaimScope: Sendable {
    enum Owner: Sendable, Hashable {
        case ours
        case others
        /// 全区 in the report of the 区's own government: the table may count less.
        case whole
        /// All that act for the government, but its own office: they make its decisions, and leave some applications to that.
        case departments
        /// Its 办公室 alone: the table may count more.
        case part

        var extent: Claim.Extent {
            switch self {
            case .whole, .departments: .whole
            case .part: .part
            case .ours, .others: .own
            }
        }
    }

    let year: Int?
    private let ours: PhraseList
    private let subjects: OfficeSubject
    private let isTown: Bool
    /// The report of a whole government counts its departments too: 市, 县, 区, 镇, 乡.
    private let area: Unicode.Scalar?

    /// Whether the tables count what departments do.
    var isOfGovernment: Bool { area != nil && !isTown }

    init(_ report: Report) {
        year = report.year
        ours = report.agency.isEmpty ? ClaimWords.ours : ClaimWords.ours + [Phrase(report.agency)]
        subjects = OfficeSubject(agency: report.agency)
        isTown = ["镇人民政府", "乡人民政府", "街道办事处"].contains { report.agency.hasSuffix($0) }
        area =
            report.agency.hasSuffix("人民政府")
            ? report.agency.unicodeScalars.dropLast(4).last
            : report.agency.hasSuffix("街道办事处") ? "街" : nil
    }

    /// Whose numbers the sentence tells at that place: the office or area that was named last.
    func owner(_ sentence: ProseSentence, from start: Int = 0, upTo end: Int) -> Owner {
        named(sentence, from: start, upTo: end) ?? .ours
    }

    /// The same; nil where none was named.
    func named(_ sentence: ProseSentence, from start: Int = 0, upTo end: Int) -> Owner? {
        let text = sentence.letters
        let range = start..<max(start, end)
        var latest = -1
        var owner = Owner.ours
        func consider(_ index: Int?, _ candidate: Owner) {
            guard let index, index > latest else { return }
            (latest, owner) = (index, candidate)
        }
        if let each = lastOfEach(text, range) {
            let isAll = !isWithinWhole(text, each) && areDepartments(text, each)
            consider(each, isBesideGovernment(text, each) ? .whole : isAll ? .departments : .others)
        }
        // 县政府部门, but not 全县政府部门
        if let bodies = text.last("政府部门", in: range), !text.contains("全", in: max(0, bodies - 2)..<bodies) {
            consider(bodies, isBesideGovernment(text, bodies) ? .whole : area == nil ? .others : .departments)
        }
        consider(lastOfOtherBodies(text, range), .others)
        if let other = text.last(ofAny: ClaimWords.others, in: range) {
            consider(other, isBesideGovernment(text, other) ? .whole : extent(text.letters, other))
        }
        let clause = text.clauseOfList(endingAt: end)
        consider(text.last(ofAny: ClaimWords.helping, in: clause), .others)
        if area != nil, let part = text.last(ofAny: ClaimWords.partsOfGovernment, in: range) {
            // 市政府及市政府办公室: the one and the other.
            consider(part, text.containsAny(ClaimWords.governmentAnd, in: max(0, part - 8)..<part) ? .ours : .part)
        }
        consider(text.last(ofAny: ours, in: range), .ours)
        if let subject = subjects.last(text, in: range, isOnDisputes: sentence.section == 4) {
            consider(subject.index, subject.owner)
        }
        if let sued = subjects.sued(text, in: range) { consider(sued.index, sued.owner) }
        guard latest >= 0 else { return nil }
        // Nobody under a town's government reports for himself.
        if owner == .whole, isTown { return .ours }
        return owner == .others && isWithinWhole(text, latest) ? .whole : owner
    }

    /// 市政府及市政府各部门, 县政府及其部门: the one and the others.
    private func isBesideGovernment(_ text: ProseLetters, _ index: Int) -> Bool {
        guard let area, let link = text.last(ofAny: ClaimWords.governmentAnd, in: max(0, index - 6)..<index + 1)
        else { return false }
        // 县区政府及其部门: other governments, and theirs.
        let level = text.letters[..<link].last { !Self.people.contains($0) }
        return level.map { $0 == area || !ClaimWords.levels.contains($0) } ?? true
    }

    private static let people: LetterChoice = ["人", "民"]

    /// 各执法部门: all that make decisions. 各乡镇 are some of it, and 指导各部门 tells what they do.
    private func areDepartments(_ text: ProseLetters, _ index: Int) -> Bool {
        let bodies = index + 1..<min(index + 7, text.letters.count)
        return area != nil && area != "街" && text.containsAny(ClaimWords.departments, in: bodies)
            && !text.containsAny(ClaimWords.lesserBodies, in: bodies)
            && !(index > 0 && text.letters[index - 1] == "属")
            && !text.containsAny(ClaimWords.helping, in: text.clauseOfList(endingAt: index))
    }

    /// 全区各职能部门、镇街 in the report of the 区's government: all of them.
    private func isWithinWhole(_ text: ProseLetters, _ index: Int) -> Bool {
        guard let area else { return false }
        let clause = text.clauseOfList(endingAt: index)
        guard let whole = text.first(Phrase("全\(area)各"), in: clause.lowerBound..<min(index + 3, text.letters.count))
        else { return false }
        return !text.letters[whole..<index].contains { $0.isASCIIDigit }
    }

    /// 各工作部门, 各县级机关: others, however they are called.
    private func lastOfEach(_ text: ProseLetters, _ range: Range<Int>) -> Int? {
        range.reversed().first { index in
            guard text.letters[index] == "各", index + 1 < range.upperBound, text.letters[index + 1] != "级",
                index == 0 || !ClaimWords.links.contains(text.letters[index - 1])
            else { return false }
            return (index + 1..<min(index + 6, range.upperBound)).contains {
                ClaimWords.bodies.contains(in: text.letters, at: $0)
            }
        }
    }

    /// 系统内其他单位, 上级税务机关
    private func lastOfOtherBodies(_ text: ProseLetters, _ range: Range<Int>) -> Int? {
        guard let index = text.last(ofAny: ClaimWords.otherBodies, in: range),
            (index + 2..<min(index + 5, range.upperBound)).contains(where: {
                ClaimWords.bodies.contains(in: text.letters, at: $0)
            })
        else { return nil }
        return index
    }

    /// 全县 and 各级 in the report of the county's government are what it answers for.
    private func extent(_ letters: [Unicode.Scalar], _ index: Int) -> Owner {
        guard let area, index + 1 < letters.count, !ClaimWords.helping.ends(in: letters, at: index) else {
            return .others
        }
        let isOwn = letters[index] == "全" ? letters[index + 1] == area || letters[index + 1] == "域" : false
        // 市本级及各县: the one and the others are all of them.
        if letters[index] == "各", index > 0, ClaimWords.links.contains(letters[index - 1]),
            (max(0, index - 7)..<index).contains(where: { ClaimWords.itself.contains(in: letters, at: $0) })
        {
            return .whole
        }
        return isOwn || (letters[index] == "各" && letters[index + 1] == "级") ? .whole : .others
    }
}
