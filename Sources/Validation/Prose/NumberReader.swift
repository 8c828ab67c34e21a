import ReportModel

/// Finds the numbers of a sentence: 86件, 1,243件, 八十六件, 两件, 十余件, 1.2万件, 近百件.
struct NumberReader {
    private let letters: [Unicode.Scalar]
    private var position = 0

    static func mentions(in text: ProseLetters) -> [NumberMention] {
        var reader = NumberReader(letters: text.letters)
        return reader.read()
    }

    private init(letters: [Unicode.Scalar]) { self.letters = letters }

    private mutating func read() -> [NumberMention] {
        var mentions: [NumberMention] = []
        while position < letters.count {
            if let mention = number() { mentions.append(mention) } else { position += 1 }
        }
        // 7个和9个工作日: both are days.
        for index in mentions.indices.dropLast().reversed()
        where mentions[index + 1].unit == .other && letters[mentions[index].range.upperBound - 1] == "个"
            && mentions[index].range.upperBound + 1 == mentions[index + 1].range.lowerBound
        {
            mentions[index].unit = .other
        }
        return mentions
    }

    private mutating func number() -> NumberMention? {
        let start = position
        let isASCII = letters[start].isASCIIDigit
        guard isASCII || Self.digit(letters[start]) != nil || Self.power(letters[start]) != nil else { return nil }
        guard let (value, end) = isASCII ? arabic(from: start) : chinese(from: start) else {
            position = start + (isASCII ? 1 : 0)
            return nil
        }
        // 第二十条 counts nothing, 几十件 is no number, and 任何一件 and 每一份 are each of any number.
        if start > 0, ["第", "几", "数", "何", "每"].contains(letters[start - 1]), !isASCII || letters[start - 1] == "第" {
            position = end
            return nil
        }
        var amount = value
        var index = end
        var exactness = exactness(before: start)
        var roundedTo = 1
        if isASCII, index < letters.count, let power = Self.power(letters[index]), power >= 10_000 {
            roundedTo = power
            amount = Self.product(value, power)
            for _ in 0..<value.decimals { roundedTo /= 10 }
            index += 1
        }
        while index < letters.count, let after = Self.exactness(after: letters[index]) {
            exactness = after
            index += 1
        }
        // 十几万元: the power stands behind the word.
        let (unit, unitEnd, factor) = unit(at: index)
        if factor > 1 {
            roundedTo = factor
            for _ in 0..<amount.decimals { roundedTo /= 10 }
            amount = Self.product(amount, factor)
        }
        index = unitEnd
        // 高效办成一件事 is a motto, and 甲、乙两项 counts what stands before it.
        if !isASCII, index < letters.count,
            letters[index] == "事" && (index + 1 == letters.count || letters[index + 1] != "项")
                || letters[index - 1] == "项" && letters[..<start].suffix(Self.longestName).contains("、")
        {
            position = index
            return nil
        }
        if index + 1 < letters.count, letters[index] == "左", letters[index + 1] == "右" {
            exactness = .about
            index += 2
        } else if index + 1 < letters.count, letters[index] == "以" || letters[index] == "之", letters[index + 1] == "上" {
            exactness = .atLeast
            index += 2
        }
        // 一是, 三安全, 四类: Chinese numerals count only with a unit behind them.
        guard isASCII || unit != .other else { return nil }
        position = index
        var mention = NumberMention(value: amount, exactness: exactness, unit: unit, range: start..<index)
        mention.roundedTo = max(1, roundedTo)
        return mention
    }

    /// 27.948692万 is 279486.92: no more decimals than it needs.
    private static func product(_ amount: Amount, _ factor: Int) -> Amount {
        var digits = amount.digits.clampedProduct(factor)
        var decimals = amount.decimals
        while decimals > 0, digits % 10 == 0 {
            digits /= 10
            decimals -= 1
        }
        return Amount(digits: digits, decimals: decimals)
    }

    // MARK: Digits

    private func arabic(from start: Int) -> (Amount, Int)? {
        var digits = 0
        var decimals = 0
        var isFraction = false
        var count = 0
        var index = start
        while index < letters.count {
            let letter = letters[index]
            if letter.isASCIIDigit {
                count += 1
                guard count <= 15 else { return nil }
                digits = digits * 10 + Int(letter.value - 48)
                if isFraction { decimals += 1 }
            } else if letter == ".", !isFraction, index + 1 < letters.count, letters[index + 1].isASCIIDigit {
                isFraction = true
            } else if letter == "," || letter == "，", !isFraction, isGroup(at: index) {
                // 1,243: three digits and then no other.
            } else {
                break
            }
            index += 1
        }
        return (Amount(digits: digits, decimals: decimals), index)
    }

    private func isGroup(at comma: Int) -> Bool {
        guard comma + 3 < letters.count else { return false }
        return (1...3).allSatisfy { letters[comma + $0].isASCIIDigit }
            && !(comma + 4 < letters.count && letters[comma + 4].isASCIIDigit)
    }

    private func chinese(from start: Int) -> (Amount, Int)? {
        var total = 0
        var section = 0
        var digit: Int?
        var plain = 0
        var hasPower = false
        var index = start
        while index < letters.count, index - start < 16 {
            if let value = Self.digit(letters[index]) {
                // 二〇二三: digits one after the other, as years are written.
                plain = plain * 10 + value
                digit = value
            } else if let power = Self.power(letters[index]) {
                hasPower = true
                if power == 10_000 {
                    total += (section + (digit ?? 0)) * power
                    section = 0
                } else {
                    section += (digit ?? 1) * power
                }
                digit = nil
            } else {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        return (Amount(hasPower ? total + section + (digit ?? 0) : plain), index)
    }

    private static func digit(_ letter: Unicode.Scalar) -> Int? {
        switch letter {
        case "零", "〇": 0
        case "一", "壹": 1
        case "二", "两", "贰": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    private static func power(_ letter: Unicode.Scalar) -> Int? {
        switch letter {
        case "十", "拾": 10
        case "百", "佰": 100
        case "千", "仟": 1000
        case "万": 10_000
        default: nil
        }
    }

    // MARK: What stands around

    private func exactness(before start: Int) -> NumberMention.Exactness {
        let before = letters[max(0, start - 3)..<start].reversed()
        switch before.first {
        case "近": return .nearly
        case "约": return .about
        case "超", "逾": return .atLeast
        case "过" where before.dropFirst().first == "超": return .atLeast
        case "上" where Self.power(letters[start]) != nil: return .atLeast
        case "达" where before.dropFirst().first == "多": return .exact
        default: return .exact
        }
    }

    private static func exactness(after letter: Unicode.Scalar) -> NumberMention.Exactness? {
        switch letter {
        case "余", "多", "几", "来": .more
        default: nil
        }
    }

    private func unit(at index: Int) -> (NumberMention.Unit, Int, Int) {
        for (phrase, unit, factor) in Self.units where phrase.matches(letters, at: index) {
            return (unit, index + phrase.letters.count, factor)
        }
        return (.other, index, 1)
    }

    /// Of what is counted, with the sign before it.
    private static let longestName = 12

    /// Longest first. What is no thing of its own stands before the thing that it begins with.
    private static let units: [(Phrase, NumberMention.Unit, Int)] = [
        ("个工作日", .other, 1), ("个自然日", .other, 1), ("个百分点", .other, 1), ("个月", .other, 1), ("个小时", .other, 1),
        ("个县", .other, 1), ("个区", .other, 1), ("个市", .other, 1), ("个乡", .other, 1), ("个镇", .other, 1),
        ("个街道", .other, 1), ("个社区", .other, 1), ("个村", .other, 1), ("个部门", .other, 1), ("个单位", .other, 1),
        ("个科室", .other, 1), ("个季度", .other, 1), ("个方面", .other, 1), ("个部分", .other, 1), ("项重点", .other, 1),
        ("件次", .pieces, 1),
        ("家次", .pieces, 1),
        ("人次", .other, 1), ("次", .other, 1), ("亿元", .yuan, 100_000_000), ("万元", .yuan, 10_000),
        ("千元", .yuan, 1000), ("元", .yuan, 1), ("件", .pieces, 1), ("份", .pieces, 1), ("宗", .pieces, 1),
        ("起", .pieces, 1), ("例", .pieces, 1), ("项", .pieces, 1), ("个", .pieces, 1), ("条", .pieces, 1),
        ("部", .pieces, 1), ("篇", .pieces, 1), ("单", .pieces, 1), ("封", .pieces, 1),
    ]
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { value >= 48 && value <= 57 }
}

extension Int {
    /// The product, or the largest number where it would overflow.
    func clampedProduct(_ factor: Int) -> Int {
        let (product, isOver) = multipliedReportingOverflow(by: factor)
        return isOver ? .max : product
    }
}
