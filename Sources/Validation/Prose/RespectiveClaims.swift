/// Numbers told in the order of their names, 行政许可、行政处罚、行政强制分别为1520件、233件、4件, and one number told of several:
/// 内部事务信息、过程性信息各3件.
struct RespectiveClaims {
    /// The names and numbers that belong together, by the number's place in the sentence's list.
    let names: [Int: [Range<Int>]]
    /// Numbers behind 分别 that cannot be told apart.
    let unclear: Set<Int>

    init(_ sentence: ProseSentence) {
        let text = sentence.letters
        var names: [Int: [Range<Int>]] = [:]
        var unclear: Set<Int> = []
        if let mark = text.first("分别", in: text.all),
            let first = sentence.numbers.firstIndex(where: { $0.range.lowerBound >= mark }),
            sentence.numbers[first].range.lowerBound <= mark + 8
        {
            let numbers = Self.run(of: sentence.numbers, from: first, text)
            let items = Self.items(text, endingAt: mark)
            if numbers.count > 1 {
                if items.count == numbers.count, items.count > 1 {
                    for (number, item) in zip(numbers, items) { names[number] = [item] }
                } else {
                    unclear = Set(numbers)
                }
            }
        }
        for (index, number) in sentence.numbers.enumerated() where number.unit == .pieces && names[index] == nil {
            let start = number.range.lowerBound
            guard let word = Self.each.phrases.first(where: { $0.matches(text.letters, at: start - $0.letters.count) })
            else { continue }
            var end = start - word.letters.count
            // 大量反复申请和要求重新出具已获取信息的，各有1件
            if end > 1, text.letters[end - 1] == "，", text.letters[end - 2] == "的" { end -= 1 }
            let items = Self.items(text, endingAt: end)
            if items.count > 1, items.allSatisfy({ !text.letters[$0].contains(where: \.isASCIIDigit) }) {
                names[index] = items
            }
        }
        self.names = names
        self.unclear = unclear
    }

    private static let each: PhraseList = ["各有", "各为", "均为", "都为", "都是", "各"]

    /// Numbers with nothing but 、 or 和 between them.
    private static func run(of numbers: [NumberMention], from first: Int, _ text: ProseLetters) -> [Int] {
        var run = [first]
        while let last = run.last, last + 1 < numbers.count {
            let between = text.letters[numbers[last].range.upperBound..<numbers[last + 1].range.lowerBound]
            guard between.count == 1, between.allSatisfy({ ["、", "和", "及", "与", "，"].contains($0) }) else { break }
            run.append(last + 1)
        }
        return run
    }

    /// The names before 分别, back to a comma.
    private static func items(_ text: ProseLetters, endingAt mark: Int) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var end = mark
        var index = mark
        while index > 0 {
            let letter = text.letters[index - 1]
            if ["，", "；", "：", "（"].contains(letter) { break }
            if ["、", "和", "及", "与"].contains(letter) {
                if index < end { items.insert(index..<end, at: 0) }
                end = index - 1
            }
            index -= 1
        }
        if index < end { items.insert(index..<end, at: 0) }
        return items
    }
}
