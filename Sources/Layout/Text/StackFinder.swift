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
        singles.sort { (words[$0].box.y, words[$0].box.x) < (words[$1].box.y, words[$1].box.x) }
        var chains: [[Int]] = []
        // The chain that ends last at each place, by its last character's left edge and by its middle: a label's lines
        // are flush or centred, and the first may have a comma.
        var open: [Int: Int] = [:]
        for index in singles {
            let word = words[index]
            let step = max(word.size * 0.25, 0.5)
            let places = [word.box.x, word.box.midX].enumerated().map { kind, x in
                2 * Int((x / step).rounded().clamped(to: -1e6...1e6)) + kind
            }
            let near = places.flatMap { [$0, $0 - 2, $0 + 2] }.compactMap { open[$0] }
            let found = near.first { number in
                guard let last = chains[number].last else { return false }
                return isFlush(word, words[last]) && follows(word, words[last], chains[number], words)
            }
            let number = found ?? chains.count
            if found == nil { chains.append([index]) } else { chains[number].append(index) }
            for place in places { open[place] = number }
        }
        return chains.filter { chain in
            // A column of 无 is no label.
            chain.count > 3
                && chain.count(where: { page.glyphs[words[$0].glyphs.lowerBound].scalar.isNone }) * 2 < chain.count
        }
    }

    private static func isFlush(_ word: Word, _ last: Word) -> Bool {
        min(abs(word.box.x - last.box.x), abs(word.box.midX - last.box.midX)) < 0.25 * word.size
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
