import LeptonicaBridge
import Testing

@testable import TesseractBridge

struct LanguageModelTests {
    private static let characters = """
        4
        NULL 0 Common 0
        Joined 7 0,255 Latin 1 0 1 Joined\t# Joined [4a ]a
        C 5 0,255 Latin 87 0 3 C\t# C [43 ]A
        Ｃ 5 0,255 Latin 87 0 3 C\t# Ｃ [ff23 ]A
        - 10 0,255 Common 7 3 7 -\t# - [2d ]p

        """

    /// A model of a settings part, the characters, and one part behind them.
    private func model(_ characters: String = characters) -> [UInt8] {
        let parts: [Int: [UInt8]] = [0: Array("a 1\n".utf8), 21: Array(characters.utf8), 22: [1, 2, 3]]
        var head: [UInt8] = [24, 0, 0, 0]
        var body: [UInt8] = []
        for part in 0..<24 {
            let start = parts[part] == nil ? -1 : 4 + 8 * 24 + body.count
            head += (0..<8).map { UInt8(truncatingIfNeeded: start >> (8 * $0)) }
            body += parts[part] ?? []
        }
        return head + body
    }

    @Test func lettersThatStandAloneGetOtherNames() throws {
        let renamed = Self.characters.replacing("\nC 5", with: "\n\u{E043} 5").replacing("3 C\t", with: "3 \u{E043}\t")
        #expect(try #require(LanguageModel(renamingLettersOf: model())).bytes == model(renamed))
    }

    @Test func bytesThatAreNoModelAreNone() {
        let whole = model()
        for bytes in [[], [24], [24, 0, 0, 0], [255, 255, 255, 255, 0], Array("no model, but long enough".utf8)] {
            #expect(LanguageModel(renamingLettersOf: bytes) == nil)
        }
        for count in whole.indices { _ = LanguageModel(renamingLettersOf: Array(whole[..<count])) }
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 0xFF
            _ = LanguageModel(renamingLettersOf: bytes)
        }
    }

    /// HEL, drawn with bars: the engine knows the letters under their other names, and nobody sees them.
    @Test(arguments: ["eng", "chi_sim"]) func lettersAreReadAsLetters(language: String) throws {
        let (width, height) = (220, 80)
        var grey = [UInt8](repeating: 250, count: width * height)
        func fill(_ xs: Range<Int>, _ ys: Range<Int>) { for y in ys { for x in xs { grey[y * width + x] = 25 } } }
        for x in [30, 54, 80, 124] { fill(x..<x + 6, 20..<60) }
        fill(36..<54, 37..<42)
        for y in [20, 37, 55] { fill(86..<104, y..<y + 5) }
        fill(130..<150, 55..<60)
        let picture = try #require(Picture(width: width, height: height, grey: grey))
        let symbols = try TesseractEngine(language: language).symbols(in: picture, resolution: 200, mode: .line)
        #expect(symbols.map(\.text).joined() == "HEL")
    }
}
