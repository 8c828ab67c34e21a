private import Forms
private import Layout
private import Readers
public import ReportModel
private import Validation

/// From bytes to validated reports: the one path that the command, the batch and the review page share.
public struct ReadingPipeline: Sendable {
    public init() {}

    public func reports(in bytes: [UInt8], source: String) throws(ReadFailure) -> [Report] {
        throw ReadFailure(.notAReport)
    }
}
