public import ReportModel

/// Finds the statutory form in a text dump, however its tables have fallen apart.
public enum DumpReader {
    /// Every report in the text.
    ///
    /// Throws `notAReport` with what was found instead, `tooDamagedToPlace` where the form is there but its figures
    /// cannot be placed on it.
    public static func reports(in document: TextDocument, source: String) throws(ReadFailure) -> [Report] {
        throw ReadFailure(.notAReport)
    }
}
