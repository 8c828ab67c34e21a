public import ReportModel

/// Findings that a document's reports have only among others, year against year: kept beside the reading itself.
public struct SeriesNotes: Sendable {
    /// For each report of the document.
    public var findings: [[Finding]]

    public init(findings: [[Finding]]) {
        self.findings = findings
    }

    public func add(to reports: inout [Report]) {
        for (index, more) in findings.enumerated() where index < reports.count { reports[index].findings += more }
    }

    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.integer(findings.count)
        for list in findings { writer.array(list) }
        return writer.bytes
    }

    public static func decode(_ bytes: [UInt8]) throws(CodingProblem) -> SeriesNotes {
        var reader = ByteReader(bytes)
        let count = try reader.integer()
        guard count >= 0, count <= bytes.count else { throw reader.problem() }
        var findings: [[Finding]] = []
        for _ in 0..<count { findings.append(try reader.array()) }
        return SeriesNotes(findings: findings)
    }
}
