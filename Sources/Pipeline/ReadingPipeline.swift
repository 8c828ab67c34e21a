private import Forms
private import Layout
private import Readers
public import ReportModel
private import Validation

/// From bytes to validated reports: the one path that the command, the batch and the review page share.
public struct ReadingPipeline: Sendable {
    public var settings: ReadingSettings

    public init(_ settings: ReadingSettings = ReadingSettings()) {
        self.settings = settings
    }

    /// Every report in the document; a 汇编 has several.
    ///
    /// - Parameter progress: called after each page with its number and the document's number of pages.
    public func reports(
        in bytes: [UInt8], source: String, progress: (@Sendable (_ page: Int, _ count: Int) -> Void)? = nil
    ) throws(ReadFailure) -> [Report] {
        throw ReadFailure(.notAReport)
    }
}
