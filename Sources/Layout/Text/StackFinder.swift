import ReportModel

/// Finds vertical labels: single characters under each other that belong together although lines may cross them.
///
/// A renderer that splits a table at a page's end writes the whole label of a merged cell into the part that is left,
/// over its borders if need be.
struct StackFinder {
    /// Chains of words, each by index into the words, from top to bottom.
    static func chains(in words: [Word], of page: Page) -> [[Int]] {
        var singles = words.indices.filter { index in
            let word = words[index]
            return word.glyphs.count <= 2 && page.glyphs[word.glyphs.lowerBound].scalar.isWide
                && word.glyphs.dropFirst().allSatisfy { "、．.）)".unicodeScalars.contains(page.glyphs[$0].scalar) }
        }
        guard singles.count > 3 else { return [] }
        // By column, then downwards. A column is a quarter em wide, so that rounding may part a chain; then it stays
        // as it is.
        func column(_ index: Int) -> Int {
            let word = words[index]
            return Int((word.box.x / max(word.size * 0.25, 0.5)).rounded().clamped(to: -1e6...1e6))
        }
        singles.sort { (column($0), words[$0].box.y) < (column($1), words[$1].box.y) }
        var chains: [[Int]] = []
        var chain: [Int] = []
        func close() {
            if chain.count > 3 { chains.append(chain) }
        }
        for index in singles {
            if let last = chain.last, column(last) == column(index), follows(words[index], words[last], chain, words) {
                chain.append(index)
            } else {
                close()
                chain = [index]
            }
        }
        close()
        return chains
    }

    /// The next character of a label stands at most one and a half ems below, and as far as those before.
    private static func follows(_ word: Word, _ last: Word, _ chain: [Int], _ words: [Word]) -> Bool {
        let pitch = word.box.midY - last.box.midY
        guard pitch > 0.8 * word.size, pitch < 1.6 * word.size, abs(word.size - last.size) < 0.1 * word.size else {
            return false
        }
        guard chain.count > 1 else { return true }
        let earlier = last.box.midY - words[chain[chain.count - 2]].box.midY
        return abs(pitch - earlier) < 0.15 * word.size
    }
}
