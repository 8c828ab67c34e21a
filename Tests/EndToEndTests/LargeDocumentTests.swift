import Foundation
import GxTestSupport
import Testing

/// Documents of which most is not needed: long scans, of which one page at a time is.
struct LargeDocumentTests {
    /// A PDF of 160 MB with one page of two words; a hole on the disk.
    private func large() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var text = "%PDF-1.7\n"
        var offsets: [Int] = []
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>",
            "<< /Length 38 >>\nstream\nBT /F 12 Tf 90 700 Td (Not much) Tj ET \nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        offsets.append(text.utf8.count)
        let size = 160 << 20
        text += "6 0 obj\n<< /Length \(size) >>\nstream\n"
        var end = "\nendstream\nendobj\n"
        let start = text.utf8.count + size + end.utf8.count
        end += "xref\n0 7\n0000000000 65535 f \n"
        for offset in offsets { end += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
        end += "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        try folder.write(Array(text.utf8), to: "large.pdf")
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/large.pdf"))
        try file.truncate(atOffset: UInt64(text.utf8.count + size))
        try file.seekToEnd()
        try file.write(contentsOf: Array(end.utf8))
        try file.close()
        return folder
    }

    /// Three copies of it would not fit.
    @Test(arguments: ["gxingest large.pdf", "cat large.pdf | gxingest -", "gxingest tables large.pdf"])
    func noLimitOfMemoryIsReached(line: String) throws {
        let run = try CommandRun(shell: line + " --max-memory 400", in: try large())
        #expect(!run.error.contains("内存"))
        #expect(run.code == (line.contains("tables") ? 0 : 4))
    }
}
