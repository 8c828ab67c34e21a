public import ReportModel

/// A failure as bytes, for a ledger.
public enum FailureNote {
    public static func encode(_ failure: ReadFailure) -> [UInt8] {
        var writer = ByteWriter()
        writer.value(failure)
        return writer.bytes
    }

    public static func decode(_ bytes: [UInt8]) throws(CodingProblem) -> ReadFailure {
        var reader = ByteReader(bytes)
        return try reader.value()
    }
}
