import ReportModel

/// Looks labels up, each text once: tables repeat themselves, and a megabyte of noise has no labels worth the search.
final class MatchMemory {
    /// Texts that are compared with every label. A report has some hundreds; the prose of three hundred reports in one
    /// file stays below.
    private static let mostSearches = 40_000

    private let matcher = LabelMatcher.statutory
    private var known: [String: [LabelMatch]] = [:]

    func matches(_ text: String) -> [LabelMatch] {
        if let matches = known[text] { return matches }
        guard known.count < Self.mostSearches else { return [] }
        let matches = matcher.matches(text)
        known[text] = matches
        return matches
    }
}
