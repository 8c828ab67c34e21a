import ReportModel

/// A figure as it is printed in a cell: digits of any width, grouping, a sign, a unit, a remark.
struct NumberText {
    /// ASCII digits with `.` and sign; several figures that ran together are one such text.
    var digits: [UInt8]
    /// How many of the digits stand before each comma that groups them.
    var commas: [Int] = []
    /// How many characters of the cell it takes.
    var length: Int

    /// The amount, nil for what no printer writes as one number: 0000, 007.
    var amount: Amount? {
        let whole = digits.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        if whole.count > 1, whole.first == UInt8(ascii: "0"), whole.dropFirst().first != UInt8(ascii: ".") {
            return nil
        }
        return Amount(ascii: digits)
    }

    /// Nil where the cell holds anything but one figure with its unit and remark.
    init?(_ cell: some BidirectionalCollection<Unicode.Scalar>) {
        let scalars = Array(cell)
        guard let number = NumberText(prefixOf: scalars[...]), Self.isRemark(scalars[number.length...]) else {
            return nil
        }
        digits = number.digits
        commas = number.commas
        length = scalars.count
    }

    /// The figure that the text begins with.
    init?(prefixOf text: ArraySlice<Unicode.Scalar>) {
        var digits: [UInt8] = []
        var commas: [Int] = []
        var index = text.startIndex
        var end = index
        var hasPoint = false
        func isDigit(_ position: Int) -> Bool { position < text.endIndex && text[position].isDigit }
        while index < text.endIndex {
            let scalar = text[index]
            if let digit = Self.digit(scalar) {
                digits.append(digit)
                end = index + 1
            } else if digits.isEmpty, let sign = Self.sign(scalar), isDigit(index + 1) {
                digits.append(sign)
            } else if scalar.isDecimalPoint, !hasPoint, !digits.isEmpty, isDigit(index + 1) {
                digits.append(UInt8(ascii: "."))
                hasPoint = true
            } else if scalar.isComma, !hasPoint, !digits.isEmpty,
                Self.isGroup(text, after: index)
            {
                // 1,234: the comma is no part of the value.
                commas.append(digits.count)
            } else {
                break
            }
            index += 1
        }
        guard end > text.startIndex else { return nil }
        self.digits = digits
        self.commas = commas
        length = end - text.startIndex
    }

    /// The figures that the text begins with, where cells ran together: 4,45300726 ends behind the group, since no figure
    /// goes on over it. In 2991,13958 cells ran together before the comma too, if it is not what parts them: its digits are
    /// one text.
    init?(joinedPrefixOf text: ArraySlice<Unicode.Scalar>) {
        guard var number = NumberText(prefixOf: text) else { return nil }
        let isWholeGroup = text.drop { !$0.isDigit }.prefix(while: \.isDigit).count <= 3
        while text.index(text.startIndex, offsetBy: number.length) < text.endIndex {
            let comma = text.startIndex + number.length
            let group = text[(comma + 1)...].prefix(3)
            guard text[comma].isComma, group.count == 3,
                group.allSatisfy(\.isDigit), !number.digits.contains(UInt8(ascii: "."))
            else { break }
            let rest = isWholeGroup ? group : text[(comma + 1)...].prefix(while: \.isDigit)
            number.commas.append(number.digits.count)
            number.digits += rest.compactMap(Self.digit)
            number.length += 1 + rest.count
        }
        self = number
    }

    /// `/`, `—`, `无`: the cell was seen and holds nothing.
    static func isMark(_ cell: some Collection<Unicode.Scalar>) -> Bool {
        guard !cell.isEmpty, cell.count <= 6 else { return false }
        if cell.allSatisfy(isMarkSign) { return true }
        return words.contains(cell.text)
    }

    static func isMarkSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2F, 0xFF0F, 0x5C, 0xFF3C, 0x2D, 0xFF0D, 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE63: true
        default: false
        }
    }

    private static let words: Set = ["无", "N/A", "n/a", "不适用", "空", "NaN", "nan", "None", "null"]

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
        default: nil
        }
    }

    private static func sign(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x2D, 0xFF0D, 0x2212, 0x2013, 0x2014: UInt8(ascii: "-")
        case 0x2B, 0xFF0B: UInt8(ascii: "+")
        default: nil
        }
    }

    /// Three digits and no fourth stand behind a grouping comma.
    private static func isGroup(_ text: ArraySlice<Unicode.Scalar>, after comma: Int) -> Bool {
        let next = text[(comma + 1)...].prefix(4)
        return next.prefix(3).count == 3 && next.prefix(3).allSatisfy(\.isDigit)
            && !(next.count == 4 && next[comma + 4].isDigit)
    }

    /// 件, 万元, （其中修订16件）
    private static func isRemark(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = rest.drop(while: \.isSpace)
        for unit in units where rest.starts(with: unit) {
            rest = rest.dropFirst(unit.count).drop(while: \.isSpace)
            break
        }
        guard let first = rest.first else { return true }
        guard rest.count <= 60 else { return false }
        if opening.contains(first.value) {
            // （四）无法提供 is no remark: a label follows.
            return endOfBrackets(rest).map { isRemark(rest[$0...]) } ?? true
        }
        return remarks.contains { rest.starts(with: $0) }
    }

    /// Behind the bracket that closes the first; nil where a cell ends before.
    private static func endOfBrackets(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        var depth = 0
        for index in text.indices {
            if opening.contains(text[index].value) { depth += 1 }
            if closing.contains(text[index].value) { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }

    private static let opening: Set<UInt32> = [0x28, 0xFF08, 0x5B, 0x3010]
    private static let closing: Set<UInt32> = [0x29, 0xFF09, 0x5D, 0x3011]
    private static let units: [[Unicode.Scalar]] = [
        "万元", "亿元", "元", "件", "个", "条", "项", "次", "份", "人", "宗", "起", "部", "例", "%",
    ].map { Array($0.unicodeScalars) }
    private static let remarks: [[Unicode.Scalar]] = ["其中", "含", "注"].map { Array($0.unicodeScalars) }
}
