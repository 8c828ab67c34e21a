public import ReportModel

/// A report under review, and where to look at what it was read from.
public struct ReviewSource: Sendable {
    public var report: Report
    /// Names the document and the report in it, the same for every reading of them: the content's SHA-256 where it is
    /// known, else source, agency and year.
    public var key: String
    /// The file that pictures are drawn from; nil where there is none at hand.
    public var document: String?

    public init(report: Report, key: String, document: String?) {
        var report = report
        // Nothing here shows the tables as found, and a thousand reports of them fill the memory.
        report.tables = []
        self.report = report
        self.key = key
        self.document = document
    }

    /// - Parameter hash: of the document's content, 64 hexadecimal digits; empty where it is not known.
    public static func key(of report: Report, hash: String) -> String {
        guard !hash.isEmpty else {
            // A name alone may stand for another document tomorrow.
            return "source:\(report.source)|\(report.agency)|\(report.year.map(String.init) ?? "")"
        }
        // `file.pdf#2` is the second report of its file.
        let number = report.source.split(separator: "#").last.flatMap { Int($0) }
        let isNumbered = number != nil && report.source.contains("#")
        return "sha256:\(hash)" + (isNumbered ? "#\(number ?? 1)" : "")
    }

    public var about: String {
        [report.source, report.agency, report.year.map(String.init) ?? ""].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }
}
