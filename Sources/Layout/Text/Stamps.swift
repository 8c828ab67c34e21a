import ReportModel

/// Words set aslant across the page, 征求意见稿 or 内部资料: each of their characters stands on a line of its own, among
/// those of the text.
struct Stamps {
    private let scale: PageScale

    init(_ scale: PageScale) { self.scale = scale }

    func removed(from words: [Word]) -> [Word] {
        let least = scale.settings.stampSize * scale.em
        let large = words.filter { $0.size > least }
        guard large.contains(where: { $0.glyphs.count == 1 }), large.count < 1000 else { return words }
        return words.filter { word in
            guard word.size > least, word.glyphs.count == 1 else { return true }
            return large.contains {
                $0.glyphs != word.glyphs && abs($0.box.midY - word.box.midY) < 0.4 * word.size
            }
        }
    }
}
