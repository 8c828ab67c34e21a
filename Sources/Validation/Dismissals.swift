public import ReportModel

/// Findings that somebody has looked at and dismissed, each by its fingerprint and with the reason.
///
/// A text, one a line: the fingerprint, a space, the reason. Empty lines and lines that begin with `#` are for people.
public struct Dismissals: Sendable, Hashable {
    public struct Problem: Error, Sendable, Hashable {
        /// From 1.
        public var line: Int
        public var message: LocalisedText
    }

    /// By fingerprint.
    public private(set) var reasons: [String: String]

    public init(reasons: [String: String] = [:]) {
        self.reasons = reasons
    }

    public init(lines: [String]) throws(Problem) {
        reasons = [:]
        for (index, line) in lines.enumerated() {
            let words = line.unicodeScalars.drop(while: \.isBlank)
            guard let first = words.first, first != "#" else { continue }
            let fingerprint = String(words.prefix { !$0.isBlank })
            let reason = String(words.dropFirst(fingerprint.unicodeScalars.count).drop(while: \.isBlank))
            guard Self.isFingerprint(fingerprint) else {
                throw Problem(
                    line: index + 1,
                    message: LocalisedText(
                        chinese: "“\(fingerprint)”不是指纹（16 位十六进制数）",
                        english: "“\(fingerprint)” is no fingerprint (16 hexadecimal digits)"))
            }
            guard !reason.isEmpty else {
                throw Problem(
                    line: index + 1,
                    message: LocalisedText(
                        chinese: "\(fingerprint) 后面没有写明理由", english: "\(fingerprint) has no reason behind it"))
            }
            reasons[fingerprint] = reason
        }
    }

    /// Whether a text could be one.
    public static func isFingerprint(_ text: String) -> Bool {
        text.utf8.count == 16
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    public mutating func dismiss(_ fingerprint: String, reason: String) { reasons[fingerprint] = reason }

    /// Takes the dismissed findings out of a report.
    public func separate(_ report: inout Report) -> [(finding: Finding, reason: String)] {
        guard !reasons.isEmpty else { return [] }
        var dismissed: [(finding: Finding, reason: String)] = []
        let (agency, year) = (report.agency, report.year)
        report.findings.removeAll { finding in
            guard let reason = reasons[finding.fingerprint(agency: agency, year: year)] else { return false }
            dismissed.append((finding, reason))
            return true
        }
        return dismissed
    }

    /// The line that dismisses a finding, with a line for people above it.
    public static func entry(for finding: Finding, of report: Report, reason: String) -> String {
        let fingerprint = finding.fingerprint(agency: report.agency, year: report.year)
        let words = [report.agency, report.year.map(String.init) ?? "", finding.rule].filter { !$0.isEmpty }
        return "# \(words.map(\.onOneLine).joined(separator: " "))\n\(fingerprint) \(reason.onOneLine)\n"
    }
}
