import ReportModel

extension Figure {
    /// Gives a figure no longer for good; one that was in doubt already has its own reasons.
    mutating func loseCertainty(_ doubt: String, confidence most: Double) {
        guard [.ok, .empty].contains(status) else { return }
        status = .suspect
        confidence = min(confidence, most)
        doubts.append(doubt)
    }
}
