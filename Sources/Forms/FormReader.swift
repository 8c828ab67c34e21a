public import ReportModel

/// Finds the statutory form in what a document holds and fills it.
public enum FormReader {
    /// Every report in a document that Layout has rebuilt; one for each office of a 汇编.
    ///
    /// Throws `notAReport` with what was found instead.
    public static func reports(in layout: DocumentLayout, source: String) throws(ReadFailure) -> [Report] {
        throw ReadFailure(.notAReport)
    }
}
