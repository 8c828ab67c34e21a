import ReportModel

/// Decides whose mistake a broken sum is.
struct Verdicts: Sendable {
    let costs: EvidenceCosts
    let figure: @Sendable (FigureID) -> Figure?

    func verdict(of equation: Equation, in location: Location?) -> Finding.Verdict {
        guard let location, location.isComplete, !location.explanations.isEmpty else {
            // Where the mistake is nobody knows; whose it is may be certain all the same.
            return equation.figures.allSatisfy { isSurelyRead($0) } ? .source : .open
        }
        let changes = location.changes(in: equation)
        guard changes.allSatisfy({ !$0.isEmpty }) else { return .open }
        let all = changes.joined()
        if all.allSatisfy({ isOtherReading($0) }) { return .reading }
        let isPlaced = isPlacedBySums(location)
        if all.allSatisfy({ isClear($0) || (isPlaced && isClearButForItsPlace($0)) }) { return .source }
        return .open
    }

    /// Whether the sums say that the figures stand where they belong: all but a few cells fit, and what does not is no
    /// exchange of two cells, which could be the reader's own.
    private func isPlacedBySums(_ location: Location) -> Bool {
        guard location.explanations.count == 1, let changes = location.explanations.first?.changes else { return false }
        let read = changes.compactMap { figure($0.figure)?.amount?.count }.sorted()
        let wanted = changes.compactMap { $0.value.count }.sorted()
        return changes.count <= Self.mostMisprints && read.count == changes.count && read != wanted
    }

    /// More mistakes in one table than anybody has seen printed begin to look like a table that was read askew.
    private static let mostMisprints = 3

    /// Whether nothing speaks against a figure but that its row or column was found by its place alone.
    private func isClearButForItsPlace(_ change: Explanation.Change) -> Bool {
        guard let figure = figure(change.figure), figure.status == .suspect, figure.rivals.isEmpty,
            !figure.doubts.isEmpty, figure.doubts.allSatisfy({ Doubt.ofPlace.contains($0) }),
            let wanted = change.value.count, let read = figure.amount?.count
        else { return false }
        return figure.method != .ocr || !DigitLikeness.areAlike(read, wanted)
    }

    /// Whether a figure stands as it was read, whatever the sums say.
    private func isSurelyRead(_ id: FigureID) -> Bool {
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

    private func isClearText(_ id: FigureID) -> Bool {
        guard let figure = figure(id), figure.method != .ocr else { return false }
        return figure.method == .review
            || (!figure.isDoubtfulReading && figure.confidence >= costs.leastClearConfidence
                && (figure.status == .ok || figure.status == .empty))
    }
}
