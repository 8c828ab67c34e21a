public import ReportModel

/// The reports of one document as bytes, for another process or a ledger.
public enum ReportBundle {
    /// Changes whenever the bytes mean something else: a ledger of another version is read anew.
    public static let version: UInt8 = 1

    public static func encode(_ reports: [Report]) -> [UInt8] {
        var writer = ByteWriter()
        writer.byte(version)
        writer.array(reports)
        return writer.bytes
    }

    public static func decode(_ bytes: [UInt8]) throws(CodingProblem) -> [Report] {
        var reader = ByteReader(bytes)
        guard try reader.byte() == version else { throw reader.problem() }
        let reports: [Report] = try reader.array()
        guard reader.isAtEnd else { throw reader.problem() }
        return reports
    }
}
