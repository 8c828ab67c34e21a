import Foundation
import GxTestSupport
import ReportModel
import Testing

@testable import Batch

/// What comes out of archives, and what hostile ones come to.
@Suite struct UnpackerTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func pack(_ format: String, _ members: String..., options: [String] = []) throws -> String {
        try TestArchive.make(format, members, options: options, in: folder)
    }

    @Test(arguments: ["zip", "7z", "tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "rar"])
    func everyKindGivesItsMembers(format: String) throws {
        let archive = try pack(format, "a.txt:hello", "2023年/报告.txt:数据", "empty.txt:")
        let result = try Unpacked(archive)
        #expect(result.failure == nil)
        #expect(result.members.map(\.path) == ["a.txt", "2023年/报告.txt", "empty.txt"])
        #expect(result.texts["a.txt"] == "hello")
        #expect(result.texts["2023年/报告.txt"] == "数据")
        #expect(result.members.last == Unpacked.Member(path: "empty.txt", size: 0, failure: nil))
    }

    @Test(arguments: [
        ("zip", "zip"), ("zip", "7z"), ("zip", "tar.xz"), ("tar.gz", "rar"), ("tar.gz", "tar.gz"), ("7z", "zip"),
        ("rar", "zip"), ("rar", "tar"),
    ])
    func archivesInArchives(outer: String, inner: String) throws {
        let small = try pack(inner, "b.txt:inside")
        let archive = try pack(outer, "下级.\(inner)=\(small)", "after.txt:on")
        var limits = UnpackingLimits()
        #expect(try Unpacked(archive, limits: limits).texts == ["下级.\(inner)!b.txt": "inside", "after.txt": "on"])
        // The same by way of a temporary file.
        limits.inMemory = 0
        #expect(try Unpacked(archive, limits: limits).texts == ["下级.\(inner)!b.txt": "inside", "after.txt": "on"])
    }

    @Test func aDocumentThatIsAZipIsADocument() throws {
        let document = try pack("zip", "[Content_Types].xml:<x/>", "word/document.xml:<w/>")
        let archive = try pack("zip", "a.docx=\(document)")
        for inMemory in [0, 1 << 20] {
            var limits = UnpackingLimits()
            limits.inMemory = inMemory
            #expect(try Unpacked(archive, limits: limits).members.map(\.path) == ["a.docx"])
        }
    }

    @Test func oneFileMadeSmaller() throws {
        let path = folder.path + "/报告.txt.gz"
        _ = try Tool.run(["bash", "-c", "printf hello | gzip > '\(path)'"])
        #expect(try Unpacked(path).texts == ["报告.txt": "hello"])
        let archive = try pack("zip", "2023/报告.txt.gz=\(path)")
        #expect(try Unpacked(archive).texts == ["2023/报告.txt.gz!报告.txt": "hello"])
    }

    @Test func namesInGBK() throws {
        let archive = try pack("zip", "联通/水务局2023年.txt:甲", "联通.txt:乙", options: ["--names", "gbk"])
        #expect(try Unpacked(archive).texts == ["联通/水务局2023年.txt": "甲", "联通.txt": "乙"])
    }

    @Test(arguments: [
        ("a\\b.txt", "a/b.txt"), ("./a//b.txt", "a/b.txt"), ("../b.txt", nil), ("a/../../b", nil), ("/etc/passwd", nil),
        ("C:\\b.txt", nil), ("c:b", nil), ("a/c:b", "a/c:b"), ("..", nil), ("...", "..."), ("", nil),
        ("..\\..\\b", nil),
        ("一:二", "一:二"),
    ])
    func paths(name: String, path: String?) {
        #expect(MemberName.path(name) == path)
    }

    @Test func whatIsNoFileIsSaid() throws {
        let archive = try pack("tar", "../up.txt:x", "/abs.txt:x", "link.pdf@/etc/passwd", "ok.txt:x")
        #expect(
            try Unpacked(archive).members.map(\.description) == [
                "../up.txt climbsOut", "/abs.txt climbsOut", "link.pdf link", "ok.txt 1",
            ])
        let device = folder.path + "/device.tar"
        _ = try Tool.run(
            [
                "python3", "-c",
                """
                import sys, tarfile
                with tarfile.open(sys.argv[1], "w") as tar:
                    for name, kind in (("null", tarfile.CHRTYPE), ("pipe", tarfile.FIFOTYPE), ("hard", tarfile.LNKTYPE)):
                        info = tarfile.TarInfo(name)
                        info.type = kind
                        info.linkname = "null"
                        tar.addfile(info)
                """, device,
            ])
        #expect(
            try Unpacked(device).members.map(\.description) == ["null specialFile", "pipe specialFile", "hard link"])
    }

    @Test func whatSystemsDropIsLeftOut() throws {
        let archive = try pack("zip", "a.txt:x", "__MACOSX/._a.txt:x", "b/.DS_Store:x", "Thumbs.db:x")
        let result = try Unpacked(archive)
        #expect(result.members.map(\.path) == ["a.txt"])
        #expect(result.skipped == 3)
    }

    @Test func passwords() throws {
        let archive = try pack("zip", "a.txt:secret", "b.txt:secret too", options: ["--password", "秘密"])
        #expect(try Unpacked(archive).members.map(\.description) == ["a.txt encrypted", "b.txt encrypted"])
        #expect(try Unpacked(archive, passwords: ["wrong"]).members.map(\.failure) == [.encrypted, .encrypted])
        #expect(
            try Unpacked(archive, passwords: ["wrong", "秘密"]).texts == ["a.txt": "secret", "b.txt": "secret too"])
    }

    @Test(arguments: ["zip", "7z", "tar", "tar.gz", "rar"])
    func truncated(format: String) throws {
        let noise = folder.path + "/noise"
        _ = try Tool.run(["bash", "-c", "head -c 300000 /dev/urandom > \(noise)"])
        let archive = try pack(format, "a.txt:first", "noise.txt=\(noise)", "c.txt:last")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: archive))
        try bytes.prefix(200_000).write(to: URL(fileURLWithPath: archive))
        let result = try Unpacked(archive)
        #expect(result.failure?.code == .damaged)
        #expect(result.failure?.underlying?.contains("INTERNAL") == false)
        #expect(!result.members.contains { $0.path == "c.txt" })
        // What it does hold comes out; a 7z has its directory at its end.
        #expect(result.texts["a.txt"] == (format == "7z" ? nil : "first"))
        #expect(result.members.filter { $0.path == "noise.txt" }.allSatisfy { $0.failure == .damaged })
    }

    @Test func anHundredDeep() throws {
        var path = try pack("zip", "a.txt:x")
        for number in 2...100 { path = try pack("zip", "\(number).zip=\(path)", "beside.txt:y") }
        let result = try Unpacked(path)
        #expect(result.failure == nil)
        let deepest = result.members.filter { $0.failure != nil }
        #expect(deepest.map(\.path) == [(93...100).reversed().map { "\($0).zip" }.joined(separator: "!")])
        #expect(deepest.map(\.failure) == [.overLimit])
        #expect(result.texts.count == 8)
    }

    @Test func bombs() throws {
        // A document beyond the limit is refused by what the archive claims, and costs nothing.
        let large = try pack("zip", "zeros.bin*4294967296", "after.txt:on")
        let result = try Unpacked(large)
        #expect(result.members.map(\.description) == ["zeros.bin overLimit", "after.txt 2"])
        // Many that are each within it: the whole archive is stopped.
        var limits = UnpackingLimits()
        limits.floor = 10 << 20
        let many = try pack("zip", "a.bin*4000000", "b.bin*4000000", "c.bin*4000000", "d.txt:x")
        let stopped = try Unpacked(many, limits: limits)
        #expect(stopped.failure?.code == .bomb)
        #expect(stopped.members.map(\.failure) == [nil, nil, .bomb])
        // The same, packed twice, and by way of a stream.
        for outer in ["zip", "tar.gz"] {
            for inner in ["zip", "tar.gz"] {
                let packed = try pack(inner, "a.bin*4000000", "b.bin*4000000", "c.bin*4000000")
                let twice = try pack(outer, "in.\(inner)=\(packed)", "after.txt:x")
                let stopped = try Unpacked(twice, limits: limits)
                #expect(stopped.failure?.code == .bomb, "\(outer) \(inner) \(stopped.members)")
            }
        }
        limits.members = 2
        #expect(try Unpacked(try pack("tar", "a:x", "b:x", "c:x"), limits: limits).failure?.code == .overLimit)
    }

    @Test func nothingIsLostInSilence() throws {
        let empty = try pack("zip")
        #expect(try Unpacked(empty).failure?.code == .empty)
        // The second member's record in the directory points to the first one's bytes.
        let archive = try pack("zip", "a.txt:x", "b.txt:x", "c.txt:x")
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: archive)))
        let records = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) }
        for index in 0..<4 { bytes[records[1] + 42 + index] = bytes[records[0] + 42 + index] }
        try Data(bytes).write(to: URL(fileURLWithPath: archive))
        let result = try Unpacked(archive)
        #expect(result.members.map(\.path) == ["a.txt", "c.txt"])
        #expect(result.failure?.code == .damaged)
        #expect(result.failure?.detail?.english == "2 of 3 members could be read")
    }

    @Test func aSparseFileIsNotFilled() throws {
        let path = folder.path + "/sparse.tar"
        _ = try Tool.run(
            [
                "bash", "-c",
                "cd \(folder.path) && truncate -s 4G hole && echo on > b.txt && tar -Scf \(path) hole b.txt",
            ])
        #expect(try Unpacked(path).members.map(\.description) == ["hole overLimit", "b.txt 3"])
    }

    /// Any bytes give members or a reason.
    @Test(arguments: ["zip", "7z", "tar.gz", "rar", "tar.zst"])
    func damaged(format: String) throws {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        let archive = try pack(format, "a.txt:hello", "b/c.txt:" + String(repeating: "text ", count: 500))
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: archive)))
        let broken = folder.path + "/broken"
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            try Data(bytes).write(to: URL(fileURLWithPath: broken))
            let result = try Unpacked(broken)
            #expect(result.members.count + (result.failure == nil ? 0 : 1) > 0, "seed \(generator.seed)")
        }
    }
}
