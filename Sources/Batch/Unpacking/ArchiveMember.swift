import ProcessBridge
public import ReportModel
import SystemBridge
public import Workers

/// A single document out of an archive, for somebody who wants to look at it again.
public enum ArchiveMember {
    /// Walks the archive, in confinement, as far as the member.
    ///
    /// - Parameters:
    ///   - source: as a batch names it: `archive.zip!folder/a.pdf`.
    ///   - launch: how workers are started here; its limits hold for the silence between members.
    ///   - patience: how long the whole walk may take.
    /// - Throws: `notFound` where the archive is not there or holds no such member, `timedOut`.
    public static func bytes(
        of source: String, launch: WorkerLaunch, passwords: [String] = [], patience: Duration
    ) throws(ReadFailure) -> [UInt8] {
        guard let mark = source.firstIndex(of: "!") else { throw ReadFailure(.notFound) }
        let path = String(source[..<mark])
        let member = source[source.index(after: mark)...]
        let limits = UnpackingLimits()
        var launch = launch
        launch.role = .unpacking
        launch.fileMegabytes = limits.spoolMegabytes
        let session = UnpackSession(launch, passwords: passwords, folder: "/tmp", spools: limits.spools)
        do throws(SystemError) {
            let file = try OpenFile(reading: path)
            try session.begin(file, size: try file.status().size, name: path)
        } catch {
            throw ReadFailure(.notFound, underlying: error.words)
        }
        return try find(member, in: session, patience)
    }

    private static func find(
        _ member: Substring, in session: UnpackSession, _ patience: Duration
    ) throws(ReadFailure) -> [UInt8] {
        defer { session.stop() }
        let end = ContinuousClock.now + patience
        while session.isWalking, ContinuousClock.now < end {
            _ = Readiness.wait(for: session.interests, atMost: .milliseconds(500))
            for event in session.pump() {
                switch event {
                case .document(let path, let bytes) where path == member: return bytes
                case .failure(let path, let failure) where path == member: throw failure
                case .unusable(let failure): throw failure
                case .end(let failure, _): throw failure ?? ReadFailure(.notFound)
                case .document, .failure: break
                }
            }
        }
        throw ReadFailure(.timedOut(seconds: Int(patience.components.seconds)))
    }
}
