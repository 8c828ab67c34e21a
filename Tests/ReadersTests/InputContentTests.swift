import Foundation
import GxTestSupport
import Readers
import ReportModel
import SystemBridge
import Testing

struct InputContentTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Another byte in every place.
    private func bytes(_ start: String, _ count: Int) -> [UInt8] {
        Array(start.utf8) + (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    }

    private func write(_ bytes: [UInt8]) throws -> String {
        let path = "\(folder.path)/document"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func content(_ path: String, limit: Int = 1 << 20) throws -> InputContent {
        try InputFile.content(path: path, limit: limit, spoolingFrom: 1000) { DocumentKind(opening: $0) != nil }
    }

    @Test func aLargeDocumentStaysAFileThatNobodyElseCanTouch() throws {
        let bytes = bytes("%PDF-1.7\n", 300_000)
        let path = try write(bytes)
        guard case .file(let file) = try content(path) else {
            Issue.record("in memory")
            return
        }
        let mapped = try SharedBytes(mapping: file)
        // Of a file that is cut short while it is mapped, a look at the rest is deadly.
        #expect(truncate(path, 10) == 0)
        #expect(mapped.count == bytes.count)
        #expect(mapped.all == bytes)
        mapped.releasePages()
        #expect(mapped.prefix(2000) == Array(bytes.prefix(2000)))
    }

    @Test func theRestIsInMemory() throws {
        let inputs = [
            bytes("%PDF-1.7\n", 500), bytes("%PDF-1.7\n", 991), bytes("PK\u{3}\u{4}", 5000),
            Array(String(repeating: "一、总体情况\n", count: 500).utf8), [],
        ]
        for input in inputs {
            guard case .bytes(let read) = try content(try write(input)) else {
                Issue.record("\(input.count) bytes in a file")
                continue
            }
            #expect(read == input)
        }
    }

    @Test func limits() throws {
        let path = try write(bytes("%PDF-1.7\n", 5000))
        #expect(throws: SystemError.self) { try content(path, limit: 3000) }
        #expect(throws: SystemError.self) { try content(folder.path) }
        #expect(throws: SystemError.self) { try content(folder.path + "/none") }
    }

    @Test func memoryIsKeptAsItCame() {
        let bytes = bytes("", 70_000)
        let shared = SharedBytes(bytes)
        shared.releasePages()
        #expect(shared.all == bytes)
        #expect(SharedBytes([]).all == [])
    }

    @Test(arguments: [
        ("%PDF-1.4\n", DocumentKind.pdf), ("\r\n%PDF-1.4", .pdf), ("PK\u{3}\u{4}%PDF-1.4", nil), ("text", nil),
    ])
    func openings(start: String, kind: DocumentKind?) {
        #expect(DocumentKind(opening: start.utf8) == kind)
    }
}
