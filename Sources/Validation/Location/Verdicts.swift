import ReportModel

/// Decides whose mistake a broken sum is.
struct Verdicts: Sendable {
    let costs: EvidenceCosts
    let figure: @Sendable (FigureID) -> Figure?

    func verdict(of equation: Equation, in location: Location?) -> Finding.Verdict {
        guard let location, location.isComplete || explains(location.plain, equation), !location.known.isEmpty,
            !location.isOpen(equation)
        else {
            // Where the mistake is nobody knows; whose it is may be plain all the same.
            return isBrokenHoweverRead(equation, in: location)
                && (equation.figures.allSatisfy(isSurelyRead) || !isReadAskew(location)) ? .source : .open
        }
        let changes = location.changes(in: equation)
        guard changes.allSatisfy({ !$0.isEmpty }) else { return .open }
        let all = changes.joined()
        if all.allSatisfy({ isOtherReading($0) }) { return .reading }
        let isPrintersOwn = all.allSatisfy { change in
            isPrinted(change, equation, location)
                || (figure(change.figure)?.method == .ocr && isExchangedInPrint(change, location))
                || (isPlacedBySums(change, location) && isClearButForItsPlace(change))
        }
        if isPrintersOwn { return .source }
        if isBrokenBesideMisreadings(changes, equation, location) { return .source }
        // Another reading mends nothing here; what nobody has read may.
        return isBrokenHoweverRead(equation, in: location)
            && !all.contains { change in
                !isOtherReading(change) && isAlikeToReading(change)
                    && !isLegible(change, isOneOfSeveral: location.known.count > 1)
                    && !isBorneOut(change, besides: equation, location)
            } ? .source : .open
    }

    /// Whether a mistake that other sums show beside nothing but printed ones breaks this one too, beside figures that were
    /// misread. What else was misread elsewhere, and how that is explained, does not matter.
    private func isBrokenBesideMisreadings(
        _ changes: [[Explanation.Change]], _ equation: Equation, _ location: Location
    ) -> Bool {
        guard let first = changes.first, changes.allSatisfy({ $0 == first }) else { return false }
        let printed = first.filter { change in
            isPrinted(change, equation, location)
                && location.equations.contains { other in
                    location.changes(in: other).allSatisfy { changes in
                        changes.contains(change)
                            && changes.allSatisfy { $0 == change || isPrinted($0, other, location) }
                    }
                }
        }
        guard !printed.isEmpty,
            first.allSatisfy({ printed.contains($0) || figure($0.figure)?.isDoubtfulReading == true })
        else { return false }
        // What is hard to read may be printed so as well, and make up for it: two figures in each other's places.
        var nets: Set<Int> = [0]
        for change in first {
            let more = (change.value.count ?? 0) - (figure(change.figure)?.amount?.count ?? 0)
            let moved = Set(nets.map { $0 + (equation.right.contains(change.figure) ? -more : more) })
            nets = printed.contains(change) ? moved : nets.union(moved)
        }
        return !nets.contains(0)
    }

    /// So many sums fail that rows or columns of a picture may have been taken for others.
    private func isReadAskew(_ location: Location?) -> Bool {
        guard let location, location.equations.contains(where: { $0.figures.contains { figure($0)?.method == .ocr } })
        else { return false }
        let broken = location.equations.count { equation in
            if case .broken = SumCheck(equation, values: { figure($0).map { CellValue($0) } ?? .lost }).outcome {
                return true
            }
            return false
        }
        return broken > PlainChanges.mostBroken
    }

    /// Whether a sum holds with these changes.
    func explains(_ changes: [Explanation.Change], _ equation: Equation) -> Bool {
        guard changes.contains(where: { equation.contains($0.figure) }) else { return false }
        var rest = 0
        for id in equation.figures {
            let wanted = changes.first { $0.figure == id }?.value.count
            guard let figure = figure(id), let count = wanted ?? CellValue(figure).count ?? blankCount(figure) else {
                return false
            }
            rest += equation.right.contains(id) ? -count : count
        }
        return rest == 0
    }

    /// Whether the sums say that a figure stands where it belongs: all but a few cells fit, and what this one ought to be
    /// was not read in another of them, which would make it an exchange that could be the reader's own.
    private func isPlacedBySums(_ change: Explanation.Change, _ location: Location) -> Bool {
        guard location.explanations.count == 1, let changes = location.explanations.first?.changes,
            changes.count <= Self.mostMisprints
        else { return false }
        let movable = changes.filter { !isExchangedInPrint($0, location) }
        return !movable.contains(change)
            || !movable.contains { $0 != change && figure($0.figure)?.amount == change.value }
    }

    /// Whether a figure was exchanged with another of its row where only the rows' places are in doubt: no reader's doing.
    /// That each is what the other ought to be says that both were read rightly.
    private func isExchangedInPrint(_ one: Explanation.Change, _ location: Location) -> Bool {
        guard location.explanations.count == 1, let changes = location.explanations.first?.changes,
            changes.count <= Self.mostMisprints
        else { return false }
        return changes.contains { other in
            guard one != other, one.figure.table == other.figure.table, one.figure.row == other.figure.row,
                figure(one.figure)?.amount == other.value, figure(other.figure)?.amount == one.value
            else { return false }
            var known = Doubt.ofRows.union(Doubt.ofReaders)
            if isFullRow(of: one.figure) {
                // A label that all of them miss is the row's own.
                known.formUnion(isDoubtedAlike(rowOf: one.figure) ? Doubt.ofFullRows : [Doubt.columnByPlace])
            }
            return [one, other].allSatisfy { change in
                !isOtherReading(change)
                    && figure(change.figure)?.doubts.allSatisfy { known.contains($0) } ?? false
            }
        }
    }

    /// More mistakes in one table than anybody has seen printed begin to look like a table that was read askew.
    static let mostMisprints = 4

    /// Whether nothing speaks against a figure but that its row or column was found by its place alone, or that a reader
    /// had no answer.
    private func isClearButForItsPlace(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure), figure.status == .suspect, figure.rivals.isEmpty,
            !figure.doubts.isEmpty, let wanted = change.value.count, let read = figure.amount?.count
        else { return false }
        var known = Doubt.ofPlace
        known.insert(Doubt.colouredAround)
        // (Of 337 figures of scans beside stray ones one was wrong: 4 for 0.)
        if wanted != 0 { known.formUnion([Doubt.coloured, Doubt.strayFigures]) }
        if figure.method == .ocr { known.formUnion(Doubt.ofReaders) }
        guard figure.doubts.allSatisfy({ known.contains($0) }) else { return false }
        guard figure.method == .ocr, isNear(wanted, to: read, of: figure) else { return true }
        // Readers lose a digit; to add one they would have had to see it. Nor did they take one for another where nothing
        // but its place speaks against a figure: of 880 such figures of scans none was wrong.
        let quarrels = wanted == 0 ? Doubt.ofReaders : [Doubt.readersDisagree]
        return read.description.count >= wanted.description.count && quarrels.isDisjoint(with: figure.doubts)
    }

    /// Whether it is the printer rather than the reader who erred, for all that was seen. Nobody need believe it: a figure
    /// that is not clear stays in doubt. Of 3,720 figures of scans on which the readers agreed none was wrong, nor of
    /// 120 on which one of them had no answer.
    private func isPrinted(_ change: Explanation.Change, _ equation: Equation, _ location: Location) -> Bool {
        guard let figure = figure(change.figure), figure.method == .ocr else {
            return isClear(change) || isClearButBroken(change)
        }
        guard let wanted = change.value.count, figure.amount != nil || figure.status == .empty else { return false }
        return isClear(change)
            || (!isSlip(figure, wanted) && !isOtherReading(change)
                && (otherReadings(of: figure).isEmpty || !figure.isDoubtfulReading || isOnlyUnsure(figure, wanted))
                && isFirm(figure, wanted: wanted, doubtsOfLines(figure, wanted)))
            || isBeyondReaders(figure, wanted)
            || isBorneOut(change, besides: equation, location)
    }

    /// Whether only the digits of a figure are in doubt, and no reader takes what was seen of them for what the sums ask for.
    /// (Of 27 figures of scans on which the readers quarrelled or were none too sure and that were misread, all were what
    /// one of them saw or like it; 650 were read rightly.)
    private func isBeyondReaders(_ figure: Figure, _ wanted: Int) -> Bool {
        guard let read = figure.amount?.count, figure.isDoubtfulReading else { return false }
        var seen = [read] + figure.otherDigits
        var known = Doubt.ofReaders.union([Doubt.count, Doubt.sumBroken])
        if figure.doubts.contains(Doubt.broken), figure.doubts.contains(Doubt.spaced), !figure.isAmongLetters {
            // None of 14 figures of scans whose digits stand apart and on several lines was misread.
            known.formUnion([Doubt.broken, Doubt.spaced, "reading.text"])
            seen += figure.linesInPrint
        }
        if figure.doubts.allSatisfy({ known.contains($0) }) {
            // More ink than digits may be other digits, or less.
            let isAsLong = seen.contains { $0.description.count == wanted.description.count }
            guard isAsLong || !figure.doubts.contains(Doubt.count) else { return false }
            return !seen.contains { $0 == wanted || DigitLikeness.areAlike($0, wanted) }
        }
        // With the colour or the pen's stroke over it more may have gone.
        known.formUnion(Doubt.ofColour.union([Doubt.sign]))
        return figure.doubts.allSatisfy { known.contains($0) }
            && seen.allSatisfy { DigitLikeness.areApart($0, wanted) }
    }

    /// Whether all readers may be one digit away from what the sums ask for: they quarrelled (6 for 9), or were none too
    /// sure and would have lost it (1 for 15, on a scan of 150 dpi), or it went with the colour or the pen's stroke that
    /// lay over it (1 for 14 under a hair). To add one, they would have had to see it.
    private func isSlip(_ figure: Figure, _ wanted: Int) -> Bool {
        guard let read = figure.amount?.count, isNear(wanted, to: read, of: figure) else { return false }
        let isShorter = read.description.count < wanted.description.count
        guard !figure.isDoubtfulReading else {
            // What ought to be nothing may be no digit at all: 1 for 0 between the strokes of a seal.
            return figure.doubts.contains(Doubt.readersDisagree) || isShorter && figure.isBelowColour || wanted == 0
        }
        return isShorter
            && figure.confidence < costs.clearConfidenceAgainstSlips
    }

    /// Whether nothing is to be said against a figure but that a reader had no answer, and guessed at nothing like what its sums
    /// ask for, of which there are several. (Of 80 such figures of scans, 17 of them with a guess at another number, none was wrong; 1 for 0 below a
    /// seal was seen elsewhere.)
    private func isOnlyUnsure(_ figure: Figure, _ wanted: Int) -> Bool {
        figure.status == .suspect && wanted != 0 && figure.id.table != .disputes && figure.doubts.contains(Doubt.unsure)
            && figure.doubts.allSatisfy { $0 == Doubt.unsure || $0 == Doubt.sumBroken }
            && !figure.otherDigits.contains { $0 == wanted || DigitLikeness.areAlike($0, wanted) }
    }

    /// Whether one slip lies between two values of a figure, or as many lost digits as a pen's stroke takes along (15 for
    /// 1515 under a hair).
    func isNear(_ wanted: Int, to read: Int, of figure: Figure) -> Bool {
        DigitLikeness.areAlike(read, wanted)
            || figure.isBelowColour && DigitLikeness.isRest(read, of: wanted)
    }

    /// Digits over two lines of a narrow cell were put together. Had they been two figures, the sums would ask for one.
    private func isClearButBroken(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure), figure.status == .suspect, figure.rivals.isEmpty,
            !figure.doubts.isEmpty, figure.doubts.allSatisfy({ $0 == Doubt.broken || $0 == Doubt.sumBroken })
        else { return false }
        let parts = figure.printed.unicodeScalars.split { $0 == "\n" || $0 == " " }.map { String($0) }
        return !parts.contains(change.value.description)
    }

    /// Whether no reader who has seen it says anything else.
    ///
    /// - Parameter harmless: other doubts that say nothing against it here.
    func isFirm(_ figure: Figure, wanted: Int, _ harmless: Set<String> = []) -> Bool {
        if !figure.isDoubtfulReading { return figure.confidence >= costs.clearConfidence }
        // What is drawn in colour over paper may be no figure at all, unless it looks like the others.
        return figure.status == .suspect && !figure.doubts.isEmpty
            && figure.doubts.allSatisfy {
                Doubt.ofReaders.contains($0) || $0 == Doubt.sumBroken || $0 == Doubt.colouredAround
                    || ($0 == Doubt.coloured && wanted != 0) || harmless.contains($0)
            }
    }

    /// Digits on two lines may be two figures', and those beside them a part of one. The sums would ask for that. (Of 63 figures
    /// of scans of which nothing else was to be said none was wrong.)
    private func doubtsOfLines(_ figure: Figure, _ wanted: Int) -> Set<String> {
        guard let read = figure.amount?.count, !DigitLikeness.isRest(read, of: wanted),
            !DigitLikeness.isRest(wanted, of: read)
        else { return [] }
        return [Doubt.broken, Doubt.besideBroken]
    }

    /// What readers saw besides, where the digits are others. One of two lines of digits and another digit would be two mistakes.
    private func otherReadings(of figure: Figure) -> [Int] {
        guard figure.doubts.contains(Doubt.broken) else { return figure.otherDigits }
        return figure.alternatives.compactMap(\.value.count).filter { abs($0) != figure.amount?.count.map(abs) }
    }

    private func isAlikeToReading(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure), let wanted = change.value.count else { return true }
        // Nor need it be one where the readers quarrel and its place is in doubt as well (7 for 0 under a seal).
        let known = Doubt.ofReaders.union([Doubt.count, Doubt.sumBroken])
        if wanted == 0, figure.doubts.contains(Doubt.readersDisagree),
            !figure.doubts.allSatisfy({ known.contains($0) })
        {
            return true
        }
        return ([figure.amount?.count].compactMap(\.self) + otherReadings(of: figure)).contains {
            isNear(wanted, to: $0, of: figure)
        }
    }

    /// Whether the digits are plain to read although the row or column of the figure is in doubt, or although a reader had
    /// another answer, or none, where all of them would have seen too much. Readers lose a digit.
    ///
    /// - Parameter isOneOfSeveral: whether others would mend the sum as well. Of 20,000 figures of scans that no reader
    ///   doubted none had lost a digit: what one sum asks for is like it by chance (2 for 12), what two ask for is not.
    private func isLegible(_ change: Explanation.Change, isOneOfSeveral: Bool) -> Bool {
        guard let figure = figure(change.figure), let read = figure.amount?.count, let wanted = change.value.count
        else {
            return false
        }
        let more = read.description.count - wanted.description.count
        if isClearButForItsRow(figure) { return more >= 0 || isOneOfSeveral }
        if isFirm(figure, wanted: wanted), !figure.isDoubtfulReading, figure.rivals.isEmpty { return isOneOfSeveral }
        if figure.doubts.allSatisfy({ $0 == Doubt.broken || $0 == Doubt.sumBroken }) {
            return isOneOfSeveral && more >= 0 && isFirm(figure, wanted: wanted, doubtsOfLines(figure, wanted))
        }
        let known = Doubt.ofRowsPlace.union([Doubt.unsure])
        return figure.status == .suspect && !figure.doubts.isEmpty && figure.doubts.allSatisfy { known.contains($0) }
            && more > 0 && !figure.otherDigits.contains { $0 == wanted || DigitLikeness.areAlike($0, wanted) }
    }

    func blankCount(_ figure: Figure) -> Int? { CellValue(figure) == .blank ? 0 : nil }

    /// Whether a figure stands as it was read, whatever the sums say.
    func isSurelyRead(_ id: FigureID) -> Bool {
        guard let figure = figure(id) else { return false }
        guard figure.method == .ocr else { return isClearText(id) }
        return (figure.status == .ok || figure.status == .empty) && figure.rivals.isEmpty
            && figure.confidence >= costs.clearConfidenceAlike
    }

    /// Whether some reader saw the value that the sums ask for. Where the others outvoted it, one sum does not bear it out:
    /// of 2,021 such figures of scans none was wrong.
    func isOtherReading(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure),
            figure.method != .ocr || figure.isDoubtfulReading || change.figure.table != .disputes
        else { return false }
        return figure.rivals.contains {
            $0.value == change.value
                && (figure.isDoubtfulReading || $0.score >= costs.leastBelief && !isRest($0.value, of: figure))
        }
    }

    /// Whether a reader lost a digit of what the others saw beyond doubt: one 1 of 11 (clean300-head).
    private func isRest(_ value: Amount, of figure: Figure) -> Bool {
        guard figure.confidence >= costs.clearConfidenceAgainstSlips, let part = value.count,
            let read = figure.amount?.count, part >= 0, read >= 0
        else { return false }
        return DigitLikeness.isRest(part, of: read)
    }

    /// Whether the document shows what was read so clearly that it is not the reader who erred.
    func isClear(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure) else { return false }
        switch figure.method {
        case .review: return true
        case .text, .dump: return isClearText(change.figure)
        case .ocr:
            guard let wanted = change.value.count else { return false }
            let seen = ([figure.amount] + figure.rivals.map(\.value)).compactMap { $0?.count }
            let isAlike = seen.contains { DigitLikeness.areAlike($0, wanted) }
            // Readers may quarrel about what it is; nobody saw anything like what the sums ask for. Any other doubt (a
            // stroke of a pen, a shadow) says that it may be no number at all.
            if figure.isDoubtfulReading {
                return figure.status == .suspect && !figure.rivals.isEmpty && !isAlike && !seen.contains(wanted)
                    && figure.doubts.allSatisfy { $0 == Doubt.readersDisagree || $0 == Doubt.sumBroken }
            }
            return figure.confidence >= (isAlike ? costs.clearConfidenceAlike : costs.clearConfidence)
        }
    }

    func isClearText(_ id: FigureID) -> Bool {
        guard let figure = figure(id), figure.method != .ocr else { return false }
        return figure.method == .review
            || (!figure.isDoubtfulReading && figure.confidence >= costs.leastClearConfidence
                && (figure.status == .ok || figure.status == .empty))
    }
}

extension Figure {
    /// Whether digits may have gone with a seal or a pen's stroke over it.
    var isBelowColour: Bool { !Doubt.ofColour.isDisjoint(with: doubts) }

    /// What other readers made of it, where the digits are others: a speck taken for a sign is no other reading.
    var otherDigits: [Int] {
        rivals.compactMap(\.value.count).filter { abs($0) != amount?.count.map(abs) }
    }
}
