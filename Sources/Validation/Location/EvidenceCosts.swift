import ReportModel

/// What it costs to believe that a figure is not what was read: about ten times the decimal logarithm of how many such
/// figures are right for each that is wrong. Dearest what a person confirmed, then the text layer, then pictures.
struct EvidenceCosts: Sendable, Hashable {
    var reviewed = 150
    var clearText = 60
    /// A text figure that came with a doubt (fused cells, a damaged label).
    var doubtfulText = 40
    /// Off a picture and beyond doubt: what speaks against it speaks of the printer, to whom no digit is like another.
    var clearOCR = 40
    var doubtfulOCR = 34
    var doubtfulOCRAlike = 24
    /// Off a picture and in doubt, but not for its digits.
    var mildlyDoubtfulOCRAlike = 34
    /// Another reader's value that is as likely as the one taken, and what is added where the readers agreed in the end.
    var likelyAlternative = 6
    var outvoted = 10
    /// A blank is 0 to most offices.
    var blank = 12
    /// A blank total where other totals are filled in.
    var blankTotal = 8

    /// One explanation is the only one when every other costs this much more.
    var margin = 12
    /// A reading believed this much needs no second look, and a value that looks like it more.
    var clearConfidence = 0.9
    var clearConfidenceAlike = 0.98
    /// Below it, a digit may be lost or mistaken although no reader says so.
    var clearConfidenceAgainstSlips = 0.95
    /// Below this, nobody can say that a figure which is no picture is printed so: it came from elsewhere.
    var leastClearConfidence = 0.6
    /// Below this, what a reader saw besides is no reading of a figure on which the readers agree.
    var leastBelief = 0.02

    init() {}

    /// Every printed figure as good as any other: the code's own power to locate errors.
    static let equal: EvidenceCosts = {
        var costs = EvidenceCosts()
        (costs.reviewed, costs.clearText, costs.doubtfulText) = (60, 60, 60)
        (costs.clearOCR, costs.doubtfulOCR, costs.doubtfulOCRAlike) = (60, 60, 60)
        costs.mildlyDoubtfulOCRAlike = 60
        return costs
    }()

    func evidence(for figure: Figure, totalsAreLeftOut: Bool, isTotal: Bool) -> CellEvidence {
        switch CellValue(figure) {
        case .lost: return .lost
        case .blank:
            if isTotal && totalsAreLeftOut { return .lost }
            let cost = isTotal ? blankTotal : blank
            return CellEvidence(value: 0, isBlank: true, alike: cost, other: cost)
        case .count(let value):
            let isDoubtful = figure.isDoubtfulReading
            let (alike, other) =
                switch figure.method {
                case .review: (reviewed, reviewed)
                case .text, .dump: isDoubtful ? (doubtfulText, doubtfulText) : (clearText, clearText)
                case .ocr:
                    !isDoubtful
                        ? (clearOCR, clearOCR)
                        : figure.hasFirmDigits
                            ? (mildlyDoubtfulOCRAlike, clearOCR)
                            : (doubtfulOCRAlike, figure.isAmongLetters ? doubtfulOCRAlike : doubtfulOCR)
                }
            return CellEvidence(
                value: value, alternatives: figure.method == .review ? [] : alternatives(of: figure), alike: alike,
                other: other)
        }
    }

    private func alternatives(of figure: Figure) -> [(value: Int, cost: Int)] {
        figure.rivals.compactMap { alternative in
            guard let count = alternative.value.count, abs(count) <= CellValue.largest else { return nil }
            var cost = likelyAlternative
            var belief = alternative.score
            // A step of the scale for every tenth of a decade below an even chance.
            while belief < 0.5, cost < clearOCR {
                belief *= 1.2589
                cost += 1
            }
            if !figure.isDoubtfulReading { cost = min(cost + outvoted, clearOCR) }
            return (count, cost)
        }
    }
}
