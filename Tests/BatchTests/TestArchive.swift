import Foundation
import GxTestSupport
import ReportModel
import SystemBridge
import Workers

@testable import Batch

/// Archives for tests, made by `scripts/fixtures/archive.py`.
enum TestArchive {
    /// Its path. Members are `NAME:TEXT`, `NAME=PATH`, `NAME@TARGET`, `NAME*SIZE`.
    static func make(_ format: String, _ members: [String], options: [String] = [], in folder: TemporaryFolder) throws
        -> String
    {
        let path = "\(folder.path)/\(UUID().uuidString.prefix(8)).\(format)"
        try make(format, members, options: options, at: path)
        return path
    }

    static func make(_ format: String, _ members: [String], options: [String] = [], at path: String) throws {
        let script = FixtureDocument.root + "/scripts/fixtures/archive.py"
        _ = try Tool.run(["python3", script, format, path] + options + members)
    }
}

/// What an unpacker says of an archive.
struct Unpacked {
    struct Member: Hashable, CustomStringConvertible {
        var path: String
        var size: Int
        var failure: ReadFailure.Code?

        var description: String { "\(path) \(failure.map { "\($0)" } ?? "\(size)")" }
    }

    var members: [Member] = []
    var failure: ReadFailure?
    var skipped = 0
    var texts: [String: String] = [:]

    init(
        _ path: String, passwords: [String] = [], limits: UnpackingLimits = UnpackingLimits(), name: String? = nil
    ) throws {
        let file = try OpenFile(reading: path)
        let request = UnpackRequest(
            passwords: passwords, size: try file.status().size,
            name: name ?? String(path.split(separator: "/").last ?? ""))
        let spools = try (0..<limits.spools).map { _ in try OpenFile.temporary(in: "/tmp") }
        var result = Unpacked()
        var content: [UInt8] = []
        let unpacker = Unpacker(limits: limits, request: request, spools: spools) { answer in
            switch answer {
            case .member(let path, let failure):
                content = []
                result.members.append(Member(path: path, size: 0, failure: failure?.code))
            case .content(let bytes): content += bytes
            case .memberEnd(let failure):
                result.members[result.members.count - 1].size = content.count
                result.members[result.members.count - 1].failure = failure?.code
                if content.count < 100 {
                    result.texts[result.members[result.members.count - 1].path] = String(
                        decoding: content, as: UTF8.self)
                }
            case .archiveEnd: break
            }
        }
        result.failure = unpacker.unpack(file, name: request.name)
        result.skipped = unpacker.skipped
        self = result
    }

    private init() {}
}
