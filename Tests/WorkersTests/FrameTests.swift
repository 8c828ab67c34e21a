import GxTestSupport
import Testing

@testable import Workers

@Suite struct FrameTests {
    @Test func framesComeTogetherFromAnyPieces() {
        let frames = [
            Frame(.ready, Array("x".utf8)), Frame(.progress), Frame(.content, [UInt8](repeating: 7, count: 3_000_000)),
        ]
        let bytes = frames.flatMap { Frame.header($0.kind, size: $0.payload.count) + $0.payload }
        for size in [1000, 65_536, 5_000_000] {
            var buffer = FrameBuffer()
            var found: [Frame] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                buffer.append(Array(bytes[start..<min(bytes.count, start + size)]))
                while let frame = buffer.next() { found.append(frame) }
            }
            #expect(found == frames)
            #expect(!buffer.isBroken)
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFF, 0xFF, 0xFF, 10],  // four gigabytes
            [1, 0, 0, 0, 99],  // no such kind
        ] as [[UInt8]])
    func whatIsNoFrameBreaksTheChannel(bytes: [UInt8]) {
        var buffer = FrameBuffer()
        buffer.append(bytes)
        #expect(buffer.next() == nil)
        #expect(buffer.isBroken)
    }
}
