import ReportModel
public import SystemBridge
public import Workers

/// Unpacks archives in a confined worker: an archive comes as an open file, its members go out one by one.
public struct UnpackingService: WorkerService {
    private let limits: UnpackingLimits

    public init(limits: UnpackingLimits = UnpackingLimits()) {
        self.limits = limits
    }

    public mutating func serve(_ request: Frame, files: [OpenFile], over connection: WorkerConnection) {
        guard request.kind == .unpack else { return }
        var failure: ReadFailure?
        var skipped = 0
        do throws(CodingProblem) {
            let request = try UnpackRequest(request.payload)
            if let archive = files.first {
                let unpacker = Unpacker(
                    limits: limits, request: request, spools: Array(files.dropFirst().prefix(limits.spools))
                ) { connection.send($0.frame) }
                failure = unpacker.unpack(archive, name: request.name)
                skipped = unpacker.skipped
            } else {
                failure = ReadFailure(.notReadable)
            }
        } catch {
            failure = ReadFailure(.damaged, underlying: "request")
        }
        connection.send(UnpackAnswer.archiveEnd(failure: failure, skipped: skipped).frame)
    }
}
