import GxTestSupport
import Readers
import ReportModel
import Testing

/// Any bytes give pages or our own error.
@Suite struct DamagedPDFTests {
    @Test func noPDF() {
        #expect(throws: ReadFailure.self) { try PDFReader(bytes: Array("%PDF-1.7 and nothing else".utf8)) }
        #expect(throws: ReadFailure.self) { try PDFReader(bytes: []) }
    }

    @Test func lockedPDFNamesItself() throws {
        let locked = try #require(
            try? Tool.run(["cat", FixtureDocument.root + "/Fixtures/documents/locked.pdf"]))
        do throws(ReadFailure) {
            _ = try PDFReader(bytes: locked)
            Issue.record("opened without a password")
        } catch {
            #expect(error.code == .encrypted)
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func bitsFlippedAndEndsCut(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bytes =
            TinyPDF(
                "q 100 600 200 100 re S BT /F 10 Tf 110 650 Td (123) Tj ET /X Do Q",
                forms: [("X", "/BBox [0 0 600 800]", "50 600 m 250 600 l S")]
            ).bytes
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
        guard let reader = try? PDFReader(bytes: bytes), reader.pageCount < 100 else { return }
        for number in 0...(reader.pageCount + 1) {
            let page = reader.page(number)
            #expect(page.number == number)
        }
    }
}
