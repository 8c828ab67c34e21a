import ReportModel

/// Decides whose mistake a broken sum is.
struct Verdicts: Sendable {
    let costs: EvidenceCosts
    let figure: @Sendable (FigureID) -> Figure?

    func verdict(of equation: Equation, in location: Location?) -> Finding.Verdict {
        guard let location, location.isComplete, !location.explanations.isEmpty else {
            // Where the mistake is nobody knows; whose it is may be plain all the same.
            return isBrokenHoweverRead(equation) ? .source : .open
        }
        let changes = location.changes(in: equation)
        guard changes.allSatisfy({ !$0.isEmpty }) else { return .open }
        let all = changes.joined()
        if all.allSatisfy({ isOtherReading($0) }) { return .reading }
        if all.allSatisfy({ isPrinted($0) || (isPlacedBySums($0, location) && isClearButForItsPlace($0)) }) {
            return .source
        }
        return isBrokenHoweverRead(equation) && !all.contains { isAlikeToReading($0) } ? .source : .open
    }

    /// Whether the sums say that a figure stands where it belongs: all but a few cells fit, and what this one ought to be
    /// was not read in another of them, which would make it an exchange that could be the reader's own.
    private func isPlacedBySums(_ change: Explanation.Change, _ location: Location) -> Bool {
        guard location.explanations.count == 1, let changes = location.explanations.first?.changes,
            changes.count <= Self.mostMisprints
        else { return false }
        let movable = changes.filter { one in !changes.contains { isExchangedInPrint(one, $0) } }
        return !movable.contains(change)
            || !movable.contains { $0 != change && figure($0.figure)?.amount == change.value }
    }

    /// Two figures of one row exchanged where only the rows' places are in doubt: no reader's doing.
    private func isExchangedInPrint(_ one: Explanation.Change, _ other: Explanation.Change) -> Bool {
        guard one != other, one.figure.table == other.figure.table, one.figure.row == other.figure.row,
            figure(one.figure)?.amount == other.value, figure(other.figure)?.amount == one.value
        else { return false }
        return [one, other].allSatisfy {
            figure($0.figure)?.doubts.allSatisfy { Doubt.ofRows.contains($0) } ?? false
        }
    }

    /// More mistakes in one table than anybody has seen printed begin to look like a table that was read askew.
    private static let mostMisprints = 4

    /// Whether nothing speaks against a figure but that its row or column was found by its place alone.
    private func isClearButForItsPlace(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure), figure.status == .suspect, figure.rivals.isEmpty,
            !figure.doubts.isEmpty, figure.doubts.allSatisfy({ Doubt.ofPlace.contains($0) }),
            let wanted = change.value.count, let read = figure.amount?.count
        else { return false }
        return figure.method != .ocr || !DigitLikeness.areAlike(read, wanted)
    }

    /// Whether it is the printer rather than the reader who erred, for all that was seen. Nobody need believe it: a figure
    /// that is not clear stays in doubt. Of 3,720 figures of scans on which the readers agreed none was wrong, nor of
    /// 120 on which one of them had no answer.
    private func isPrinted(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure), figure.method == .ocr else {
            return isClear(change) || isClearButBroken(change)
        }
        guard let wanted = change.value.count, figure.amount != nil || figure.status == .empty else { return false }
        return isClear(change) || (figure.otherDigits.isEmpty && isFirm(figure, wanted: wanted))
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
    private func isFirm(_ figure: Figure, wanted: Int) -> Bool {
        if !figure.isDoubtfulReading { return figure.confidence >= costs.clearConfidence }
        // What is drawn in colour over paper may be no figure at all.
        return figure.status == .suspect && !figure.doubts.isEmpty
            && figure.doubts.allSatisfy {
                Doubt.ofReaders.contains($0) || $0 == Doubt.sumBroken || ($0 == Doubt.coloured && wanted != 0)
            }
    }

    private func isAlikeToReading(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure), let wanted = change.value.count else { return true }
        return ([figure.amount] + figure.rivals.map(\.value)).compactMap { $0?.count }
            .contains { DigitLikeness.areAlike($0, wanted) }
    }

    /// Whether a sum fails with every reading that any reader had of its figures.
    private func isBrokenHoweverRead(_ equation: Equation) -> Bool {
        var sums: Set<Int> = [0]
        for id in equation.figures {
            guard let figure = figure(id) else { return false }
            guard figure.method == .ocr else {
                guard isClearText(id), let count = CellValue(figure).count ?? blankCount(figure) else { return false }
                sums = Set(sums.map { $0 + (equation.right.contains(id) ? -count : count) })
                continue
            }
            guard let count = CellValue(figure).count ?? blankCount(figure), isFirm(figure, wanted: 0) else {
                return false
            }
            let seen = Set([count] + figure.otherDigits)
            sums = Set(sums.flatMap { sum in seen.map { sum + (equation.right.contains(id) ? -$0 : $0) } })
            guard sums.count <= 64 else { return false }
        }
        return !sums.contains(0)
    }

    private func blankCount(_ figure: Figure) -> Int? { CellValue(figure) == .blank ? 0 : nil }

    /// Whether a figure stands as it was read, whatever the sums say.
    func isSurelyRead(_ id: FigureID) -> Bool {
        guard let figure = figure(id) else { return false }
        guard figure.method == .ocr else { return isClearText(id) }
        return (figure.status == .ok || figure.status == .empty) && figure.rivals.isEmpty
            && figure.confidence >= costs.clearConfidenceAlike
    }

    /// Whether some reader saw the value that the sums ask for.
    func isOtherReading(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure) else { return false }
        return figure.rivals.contains {
            $0.value == change.value && (figure.isDoubtfulReading || $0.score >= costs.leastBelief)
        }
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
    /// What other readers made of it, where the digits are others: a speck taken for a sign is no other reading.
    fileprivate var otherDigits: [Int] {
        rivals.compactMap(\.value.count).filter { abs($0) != amount?.count.map(abs) }
    }
}
