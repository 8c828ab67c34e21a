/// Applications: what came in, what became of it, and who asked.
extension KindDetector {
    var isAboutApplications: Bool {
        sentence.section == 3 || state.isAboutApplications || sentence.isAboutApplications
            || sentence.impliesApplications || sentence.topic == .applications
            || has(ClaimWords.disclosureApplication, 0..<start)
    }

    func carried(_ range: Range<Int>) -> ClaimKind? {
        // 新收申请与上年结转申请合计93件
        if joinsNewAndOld(range) { return .incoming }
        // 连同上年结转件共93件
        if let with = text.first(ofAny: Self.together, in: range),
            let old = text.first(ofAny: ClaimWords.carried, in: with..<range.upperBound),
            has(ClaimWords.sumOfBoth, old..<range.upperBound), has(carriedWords.over, with..<range.upperBound)
        {
            return .incoming
        }
        // 加上2022年未办结的7件
        if has(ClaimWords.pending, range), !has(ClaimWords.carried, range), has(carriedWords.over, range) {
            return .carriedOver
        }
        // 转下一年办理, 将于2024年答复
        if has(carriedWords.forward, range), has(ClaimWords.handledOrDealtWith, range) { return .carriedForward }
        guard has(ClaimWords.carried, range) else { return nil }
        if has(carriedWords.forward, range) { return .carriedForward }
        if has(carriedWords.over, range) { return .carriedOver }
        if has(ClaimWords.atYearsEnd, range) { return .carriedForward }
        // 38件新收申请和2件结转申请; 办结84件，结转9件
        if has(ClaimWords.carriedThings, range), has(ClaimWords.newlyReceived, text.all) { return .carriedOver }
        // 93件（新收86件、结转7件）
        if state.sawReceived, !state.sawHandled, range.count <= 3, range.lowerBound > 0,
            text.letters[range.lowerBound - 1] == "、", has(ClaimWords.newlyReceived, 0..<range.lowerBound)
        {
            return .carriedOver
        }
        return state.sawHandled && range.upperBound <= start && range.count <= 6 ? .carriedForward : nil
    }

    /// 新收和结转申请合计: one number of both.
    private func joinsNewAndOld(_ range: Range<Int>) -> Bool {
        guard let new = text.first(ofAny: ClaimWords.newlyReceived, in: range),
            let old = text.first(ofAny: ClaimWords.carried + ClaimWords.lastYear, in: new..<range.upperBound)
        else { return false }
        return has(ClaimWords.carried, old..<range.upperBound)
            && text.letters[new..<old].contains { ["和", "与", "及"].contains($0) }
    }

    /// 申请总量（含上年未办结）93件: the new ones and the old.
    private func inclusive(_ range: Range<Int>) -> ClaimKind? {
        guard isAboutApplications || has(ClaimWords.application, range),
            let index = text.last(ofAny: ClaimWords.includesCarriedOver, in: range)
        else { return nil }
        let before = range.lowerBound..<index
        if has(ClaimWords.handled, before) { return .handled }
        return has(ClaimWords.received, before) || has(ClaimWords.dealtWith, before) ? .incoming : nil
    }

    /// 制发文件112件，其中主动公开7件，依申请公开59件，不予公开46件: documents by who may see them.
    private func isSorting(_ range: Range<Int>) -> Bool {
        guard has(ClaimWords.onRequestOrNot, range), has(ClaimWords.openly, 0..<text.letters.count),
            !has(ClaimWords.received, range), !has(ClaimWords.handledOrDealtWith, range)
        else { return false }
        return sentence.numbers.contains { number in
            has(ClaimWords.openly, text.clause(endingAt: number.range.lowerBound, from: 0))
        } && (has(ClaimWords.notOpenly, text.all) || has(ClaimWords.documentsMade, text.all))
    }

    func applications(_ range: Range<Int>, _ right: Range<Int>) -> (ClaimKind, Bool)? {
        let isPart = isPart(range)
        if isSorting(range) { return nil }
        if let whole = inclusive(range) { return (whole, false) }
        // 收到1件信息公开申请: what was received may follow the number.
        let object = right.lowerBound..<min(right.upperBound, right.lowerBound + 16)
        let isNamed =
            has(ClaimWords.application, range) || isOfTheSentence(range)
            || has(ClaimWords.disclosureApplication, text.clause(startingAt: object.lowerBound, to: object.upperBound))
            || isOfObject(right) || isDescribed(right)
        if isAboutApplications || isNamed || has(ClaimWords.disclosureResults, range) {
            if let carried = carried(range) { return (carried, false) }
            // 结转到某处继续办理: to deal with them is yet to come.
            if has(ClaimWords.carried, range), !has(ClaimWords.closed, range) { return nil }
            let isResult =
                isAboutApplications
                || (has(ClaimWords.disclosureResults, range) && has(ClaimWords.application, 0..<start))
            if let results = results(range), isResult, !has(ClaimWords.received, range) {
                return (results, false)
            }
            if has(ClaimWords.pending, range), isAboutApplications {
                // 尚在办理中的5件，结转至下一年度: said twice is said plainly.
                let near = right.lowerBound..<min(right.upperBound, right.lowerBound + 16)
                return (.carriedForward, !has(carriedWords.forward, near))
            }
        }
        // 对答复不服申请行政复议13件 counts no answers.
        guard !has(ClaimWords.aboutSomething, range), group(range) == nil else { return nil }
        if has(ClaimWords.newlyReceived, range), isNamed || isAboutApplications {
            // 新收申请中自然人18件
            if has(ClaimWords.among, range), let applicant = named(range) { return (.newApplicant(applicant), false) }
            return (.new, false)
        }
        guard isAboutApplications || isNamed else { return nil }
        if let applicant = applicant(range) ?? asker(before: range) {
            // 新收86件。其中自然人70件
            let isOfNew = (state.part == .new && isPart) || (has(ClaimWords.received, range) && isBesideCarried(right))
            return (isOfNew ? .newApplicant(applicant) : .applicant(applicant), false)
        }
        // …法律服务机构2件、其他2件; 其他处理5件（…其他情形2件）
        if has(ClaimWords.otherOnes, range), range.count <= 8, !has(ClaimWords.handledOrDealtWith, range) {
            if state.sawOther || has(Self.amongOthers, 0..<range.lowerBound) { return (.result("other.other"), false) }
            let isAsking = text.letters[range].allSatisfy {
                ["其", "他", "它", "组", "织"].contains($0) || ClaimWords.behindApplicant.contains($0)
            }
            return state.sawApplicant && (range.count <= 5 || isAsking) ? (.applicant("other"), false) : nil
        }
        // 共收到93件（含上年结转7件），其中已答复84件
        if isPart, state.sawAll || ((state.sawReceived || state.sawApplicant) && state.sawCarriedOver),
            range.count <= 10,
            has(ClaimWords.handled, range)
        {
            return (.handled, false)
        }
        guard !isPart else { return nil }
        return plain(range, right, isNamed: isNamed)
    }

    /// 收到3条公众通过网站提交的政府信息公开申请
    private func isOfObject(_ right: Range<Int>) -> Bool {
        let clause = text.clause(startingAt: right.lowerBound, to: right.upperBound)
        let words = isAboutApplications ? ClaimWords.application : ClaimWords.wholeApplication
        guard clause.count <= 40, words.ends(in: text.letters, at: clause.upperBound) else { return false }
        return has(ClaimWords.asking, clause)
    }

    /// 新收27件，均为书面申请
    private func isDescribed(_ right: Range<Int>) -> Bool {
        guard right.count > 3, text.letters[right.lowerBound] == "，",
            Self.describing.contains(in: text.letters, at: right.lowerBound + 1)
        else { return false }
        let clause = text.clause(startingAt: right.lowerBound + 1, to: right.upperBound)
        return ClaimWords.application.ends(in: text.letters, at: clause.upperBound)
            && !has(ClaimWords.notApplications, clause)
    }

    private static let together: PhraseList = ["连同", "加上", "含", "包括"]
    private static let amongOthers: PhraseList = ["其他处理中，", "其他处理里，"]
    private static let thoseReceived: PhraseList = ["收到的", "受理的", "接收的"]
    private static let describing: PhraseList = ["均为", "都是", "全部为", "均系", "全为", "皆为"]

    func plain(_ range: Range<Int>, _ right: Range<Int>, isNamed: Bool) -> (ClaimKind, Bool)? {
        // 办结 of something else is no application: outside of section 3 it must be called one.
        let isSure =
            isNamed || has(ClaimWords.onApplication, range) || sentence.section == 3 || state.isAboutApplications
            || isUnderHeading(range) || isOfTheSentence(range)
        guard isSure, !has(ClaimWords.noLonger, range) else { return nil }
        if has(ClaimWords.toDealWith, range) || isSumOfNewAndOld(right) { return (.incoming, false) }
        let isReceived = has(ClaimWords.received, range)
        let isHandled = isHandled(range)
        // 受理的申请办结数量为74件
        if isReceived, isHandled, has(Self.thoseReceived, range) { return (.handled, false) }
        if isReceived && (isHandled || has(ClaimWords.dealtWith, range)) { return (.receivedAndDealtWith, false) }
        if isReceived {
            // 收到93件（含上年结转7件）
            let near = right.lowerBound..<min(right.upperBound, right.lowerBound + 14)
            if includesCarriedOver(near) { return (.incoming, false) }
            return (isBesideCarried(right) ? .new : .received, false)
        }
        if has(ClaimWords.handledInOneWay, range) { return nil }
        if isHandled || (has(ClaimWords.outcome, range) && has(ClaimWords.sumOfBoth, range)) {
            return (.handled, false)
        }
        if has(ClaimWords.inOtherWays, range) { return nil }
        let aside = right.lowerBound..<min(right.upperBound, right.lowerBound + 14)
        if has(ClaimWords.dealtWith, range), includesCarriedOver(aside) { return (.incoming, false) }
        // 办理中的申请3件
        if has(ClaimWords.pending, range) { return (.carriedForward, true) }
        if has(ClaimWords.dealtWith, range) {
            return (.dealtWith, !isNamed && !state.isAboutApplications && !isOfTheSentence(range))
        }
        if isApplicationsAlone(range) || isOnlyWord(range) { return (.receivedAndDealtWith, false) }
        if state.sawReceived, state.sawCarriedOver, range.count <= 6, has(ClaimWords.sumOfBoth, range) {
            return (.incoming, false)
        }
        // 合计6件，全部办结: those that were dealt with.
        let isDone = has(ClaimWords.handled, right.lowerBound..<min(right.upperBound, right.lowerBound + 6))
        return isSumOfList(range) && !isDone ? (.received, false) : nil
    }

    /// 收到网上申请61件、信函申请20件、当面申请5件，合计86件: all that came in, whichever way.
    private func isSumOfList(_ range: Range<Int>) -> Bool {
        guard range.count <= 4, has(ClaimWords.sumOfBoth, range), !state.sawCarriedOver,
            let last = sentence.numbers.lastIndex(where: { $0.range.upperBound == range.lowerBound - 1 })
        else { return false }
        var first = last
        while first > 0, sentence.numbers[first - 1].unit == .pieces {
            let between = sentence.numbers[first - 1].range.upperBound..<sentence.numbers[first].range.lowerBound
            guard between.count <= 12, ["、", "，", "和", "及"].contains(text.letters[between.lowerBound]),
                !has(Self.otherFigures, between)
            else { break }
            first -= 1
        }
        guard first < last, sentence.numbers[last].unit == .pieces else { return false }
        let clause = text.clauseOfList(endingAt: sentence.numbers[first].range.lowerBound)
        return has(ClaimWords.received, clause) && has(ClaimWords.application, clause.lowerBound..<range.lowerBound)
            && !has(Self.otherFigures, clause)
    }

    private static let otherFigures =
        ClaimWords.carried + ClaimWords.handled + ClaimWords.results.phrases + ClaimWords.anyDispute
        + ClaimWords.pending

    /// 办理23件，其中新收21件，上年结转2件
    private func isSumOfNewAndOld(_ right: Range<Int>) -> Bool {
        let parts = right.lowerBound..<min(right.upperBound, right.lowerBound + 10)
        guard has(ClaimWords.partsOrInclusion, parts), has(ClaimWords.newlyReceived, parts),
            right.upperBound < text.letters.count
        else { return false }
        // The second part begins behind the mark that ends the first.
        let second = text.clause(startingAt: right.upperBound, to: text.letters.count).upperBound + 1
        guard second < text.letters.count else { return false }
        return carriedWordsTell(text.clause(startingAt: second, to: text.letters.count))
    }

    /// 办理69件，含2023年转至今年办理的3件
    private func includesCarriedOver(_ aside: Range<Int>) -> Bool {
        if let mark = text.first(ofAny: ClaimWords.includesCarriedOver, in: aside),
            mark == 0 || text.letters[mark - 1] != "不"
        {
            return true
        }
        guard let mark = text.first(ofAny: ClaimWords.holding, in: aside), mark == 0 || text.letters[mark - 1] != "不"
        else {
            return false
        }
        return has(carriedWords.over, mark..<aside.upperBound) && has(ClaimWords.carried, mark..<aside.upperBound)
    }

    /// 依申请公开数量居高不下，2023年收到86件: a verb alone has the sentence's object.
    func isOfTheSentence(_ range: Range<Int>) -> Bool {
        guard isVerbs(range) else { return false }
        if sentence.topic == .applications || state.wasAboutApplications { return true }
        if sentence.impliesApplications || has(ClaimWords.disclosureApplication, 0..<range.lowerBound) { return true }
        // 2022年收到申请79件，2023年收到86件
        guard state.dispute == nil, let other = text.last(ofAny: ClaimWords.application, in: 0..<range.lowerBound),
            !has(ClaimWords.anyDispute, 0..<range.lowerBound)
        else { return false }
        return isVerbs(text.clause(endingAt: other, from: 0))
    }

    /// Dates, adverbs, verbs and the office itself.
    func isVerbs(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let letter = text.letters[index]
            if letter.isASCIIDigit || ["年", "度", "月", "日", "底", "末"].contains(letter) {
                index += 1
            } else if let word = Self.verbs.phrase(in: text.letters, at: index) {
                index += word.letters.count
            } else {
                return false
            }
        }
        return true
    }

    static let verbs =
        ClaimWords.adverbs + ClaimWords.officeVerbs + ClaimWords.received + ClaimWords.handled + ClaimWords.ours
        + ["截至", "截止", "有", "实际", "街道", "全县", "全市", "全区", "全局", "全委", "全办", "全院", "全馆"]

    /// （二）依申请公开。申请38件，答复37件
    private func isOnlyWord(_ range: Range<Int>) -> Bool {
        sentence.topic == .applications && number.range.lowerBound == range.upperBound
            && ClaimWords.application.ends(in: text.letters, at: range.upperBound)
            && isVerbs(range.lowerBound..<range.upperBound - 2)
    }

    /// 政府信息公开申请86件: nothing else is said.
    func isApplicationsAlone(_ range: Range<Int>) -> Bool {
        let end = number.range.upperBound
        guard end == text.letters.count || ["，", "；"].contains(text.letters[end]),
            let first = text.first(ofAny: ClaimWords.wholeApplication, in: range),
            let name = ClaimWords.wholeApplication.phrase(in: text.letters, at: first),
            isVerbs(range.lowerBound..<first) || isLastWay(range.lowerBound..<first)
        else { return false }
        let rest = text.letters[min(first + name.letters.count, range.upperBound)..<range.upperBound]
        return rest.allSatisfy { ["共", "计", "总", "合", "为", "数", "量", "件", "办", "信", "息"].contains($0) }
    }

    /// 办理通过网站、邮寄等途径依申请公开信息合计12件
    private func isLastWay(_ range: Range<Int>) -> Bool {
        guard let more = text.last(ofAny: ClaimWords.andOthers, in: range), range.upperBound - more <= 4 else {
            return false
        }
        return has(ClaimWords.channels, range) && has(ClaimWords.dealtWith, 0..<range.lowerBound)
    }

    /// 收到21件，另有上年结转2件: those are not among what was received.
    func isBesideCarried(_ right: Range<Int>) -> Bool {
        let clause = text.clause(startingAt: min(right.lowerBound + 1, right.upperBound), to: right.upperBound)
        // 收到21件，加上上年结转的，共需办理…
        if ClaimWords.besides.contains(in: text.letters, at: clause.lowerBound), carriedWordsTell(clause) {
            return true
        }
        if isBesideCarriedLater(right.upperBound) { return true }
        guard clause.upperBound == right.upperBound, clause.count <= 12, clause.lowerBound < clause.upperBound else {
            return false
        }
        return carriedWordsTell(clause) && !has(ClaimWords.partsOrInclusion, clause)
            && ["，", "、", "；"].contains(text.letters[right.lowerBound])
    }

    /// 登记21件，其中自然人18件，企业3件，另有上年结转2件
    private func isBesideCarriedLater(_ from: Int) -> Bool {
        let rest = from..<text.letters.count
        guard let mark = text.first(ofAny: ClaimWords.besides, in: rest),
            !has(ClaimWords.newlyReceived, from..<mark), !has(ClaimWords.handledOrDealtWith, from..<mark)
        else { return false }
        return carriedWordsTell(text.clause(startingAt: mark, to: text.letters.count))
    }

    func carriedWordsTell(_ clause: Range<Int>) -> Bool {
        has(ClaimWords.carried, clause) && has(carriedWords.over, clause) && !has(carriedWords.forward, clause)
    }

    /// 依申请公开情况：全年受理1件。
    func isUnderHeading(_ range: Range<Int>) -> Bool {
        let end = number.range.upperBound
        guard end == text.letters.count || ["，", "；"].contains(text.letters[end]) else { return false }
        return range.lowerBound > 1 && text.letters[range.lowerBound - 1] == "："
            && has(ClaimWords.disclosureApplication, text.clause(endingAt: range.lowerBound - 1, from: 0))
    }

    /// 其中: what follows is a part, of which only some kinds have a cell.
    func isPart(_ range: Range<Int>) -> Bool {
        guard let mark = text.last(ofAny: ClaimWords.parts, in: 0..<start) else { return false }
        // 包括上年结转在内，全年办结1424件
        if text.first("在内，", in: mark..<start) != nil { return false }
        // 收到86件，其中网上51件，信函35件，办结84件: the parts are complete, what follows is none.
        let counted = sentence.numbers.filter { $0.unit == .pieces && $0.range.upperBound <= start }
        if let whole = counted.last(where: { $0.range.upperBound <= mark })?.value.count {
            var sum = 0
            for part in counted.filter({ $0.range.lowerBound > mark }).compactMap(\.value.count) {
                sum = sum &+ part
                if sum == whole, part < whole { return false }
            }
        }
        // （其中网上35件），办结84件
        if text.letters[..<mark].last == "（", text.letters[mark..<start].contains("）") { return false }
        return !text.letters[mark..<start].contains("；")
    }
}
