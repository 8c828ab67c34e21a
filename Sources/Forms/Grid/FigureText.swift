import ReportModel

/// What a cell's text says, split into the figure and what else is printed there.
struct FigureText: Sendable, Hashable {
    var content: FigureContent
    /// Keys of what speaks against taking the figure as it is; empty where nothing does.
    var doubts: [String] = []
    /// A unit, a remark in brackets: printed beside the figure, which is clear all the same.
    var hasRemark = false
    /// Letters outside of brackets: 件 or 万元 beside a figure, more in a label or a note.
    var letterCount = 0

    init(_ text: some StringProtocol) {
        var scanner = Scanner(text)
        self = scanner.read()
    }

    private init(_ content: FigureContent, doubts: [String] = [], hasRemark: Bool = false, letterCount: Int = 0) {
        self.content = content
        self.doubts = doubts
        self.hasRemark = hasRemark
        self.letterCount = letterCount
    }

    static let lineBreakInDigits = "figure.broken"
    static let spaceInDigits = "figure.spaced"
    static let severalNumbers = "figure.several"
    static let leadingText = "figure.text-before"
    static let wrongGrouping = "figure.grouping"
    static let numbering = "figure.numbering"
    static let unreadable = "figure.unreadable"
    static let likeDigits = "figure.letters"

    /// Reads one number and what stands around it.
    private struct Scanner {
        private let scalars: [UInt32]
        private var numbers: [Amount] = []
        private var doubts: [String] = []
        private var textBefore = false
        private var hasRemark = false
        private var letterCount = 0
        private var isMark = false
        /// 01: nobody writes that; a 0 stands above or beside another number, or the digits before it are lost.
        private var beginsWithZero = false
        private var position = 0

        init(_ text: some StringProtocol) {
            scalars = text.unicodeScalars.map { Self.folded($0.value) }
        }

        mutating func read() -> FigureText {
            var bracketDepth = 0
            while position < scalars.count {
                let scalar = scalars[position]
                switch scalar {
                case 0x20, 0x0A, 0x09, 0x0D: position += 1
                case 0x28, 0x3010, 0x5B:
                    bracketDepth += 1
                    hasRemark = true
                    position += 1
                case 0x29, 0x3011, 0x5D:
                    bracketDepth = max(0, bracketDepth - 1)
                    position += 1
                case _ where bracketDepth > 0: position += 1
                case 0x30...0x39, 0x2B, 0x2D:
                    if !readNumber() { position += 1 }
                case 0x2F, 0x5C, 0x2014, 0x2013, 0x2015, 0x2500, 0x65E0, 0x7121:
                    isMark = true
                    position += 1
                // 零, 〇
                case 0x96F6, 0x3007:
                    numbers.append(0)
                    position += 1
                // 3.其他: the number of a label, no figure.
                case 0x2E, 0x3001:
                    if numbers.count == 1, letterCount == 0 { doubts.append(FigureText.numbering) }
                    position += 1
                default:
                    let mayBeDigit = Self.mayBeDigit(scalar)
                    // The same as above, or figures that a narrow column does not show.
                    let isNoBlank = scalar == 0x22 || scalar == 0x23 || scalar == 0x3F
                    if mayBeDigit || scalar > 0x7F || (isNoBlank && numbers.isEmpty) {
                        if numbers.isEmpty { textBefore = true } else { hasRemark = true }
                        letterCount += 1
                    }
                    if mayBeDigit, !doubts.contains(FigureText.likeDigits) { doubts.append(FigureText.likeDigits) }
                    position += 1
                }
            }
            return result
        }

        private var result: FigureText {
            var doubts = doubts
            guard let number = numbers.first else {
                if letterCount > 0 || hasRemark {
                    return FigureText(.unreadable, doubts: [FigureText.unreadable], letterCount: letterCount)
                }
                return FigureText(isMark ? .mark : .blank)
            }
            if numbers.count > 1 || beginsWithZero { doubts.append(FigureText.severalNumbers) }
            if textBefore || isMark { doubts.append(FigureText.leadingText) }
            return FigureText(.amount(number), doubts: doubts, hasRemark: hasRemark, letterCount: letterCount)
        }

        /// A number at the current place; false, and nothing read, where there is none.
        private mutating func readNumber() -> Bool {
            var digits: [UInt8] = []
            var index = position
            if scalars[index] == 0x2B || scalars[index] == 0x2D {
                if scalars[index] == 0x2D { digits.append(UInt8(ascii: "-")) }
                index += 1
                // A dash alone is a mark.
                guard index < scalars.count, (0x30...0x39).contains(scalars[index]) else {
                    isMark = isMark || scalars[position] == 0x2D
                    return false
                }
            }
            var sinceSeparator: Int?
            var groupingIsWrong = false
            var hasPoint = false
            loop: while index < scalars.count {
                switch scalars[index] {
                case 0x30...0x39:
                    digits.append(UInt8(scalars[index]))
                    if let count = sinceSeparator { sinceSeparator = count + 1 }
                    index += 1
                case 0x2C where (digitFollows(index, gap: 1) || digitFollowsBreak(index)) && !hasPoint:
                    if let count = sinceSeparator, count != 3 { groupingIsWrong = true }
                    sinceSeparator = 0
                    index += 1
                case 0x2E where digitFollows(index, gap: 1) && !hasPoint:
                    if let count = sinceSeparator, count != 3 { groupingIsWrong = true }
                    sinceSeparator = nil
                    hasPoint = true
                    digits.append(UInt8(ascii: "."))
                    index += 1
                case 0x20, 0x0A:
                    var next = index
                    var isBroken = false
                    while next < scalars.count, scalars[next] == 0x20 || scalars[next] == 0x0A {
                        isBroken = isBroken || scalars[next] == 0x0A
                        next += 1
                    }
                    let continues =
                        next < scalars.count
                        && ((0x30...0x39).contains(scalars[next])
                            || (isBroken && (scalars[next] == 0x2E || scalars[next] == 0x2C)
                                && digitFollows(next, gap: 1)))
                    guard continues else { break loop }
                    let doubt = isBroken ? FigureText.lineBreakInDigits : FigureText.spaceInDigits
                    if !doubts.contains(doubt) { doubts.append(doubt) }
                    index = next
                default: break loop
                }
            }
            if let count = sinceSeparator, count != 3 { groupingIsWrong = true }
            if groupingIsWrong { doubts.append(FigureText.wrongGrouping) }
            guard let amount = Amount(ascii: digits) else {
                doubts.append(FigureText.unreadable)
                position = index
                return true
            }
            let start = digits.drop { $0 == UInt8(ascii: "-") }.prefix(2)
            if start.count > 1, start.first == UInt8(ascii: "0"), start.last != UInt8(ascii: ".") {
                beginsWithZero = true
            }
            numbers.append(amount)
            if isMultiplied(index) { numbers.append(amount) }
            position = index
            return true
        }

        /// 23O, 1l, 2○, 2口, a character that no font explains, a picture, a line through what stands before: beside a number
        /// it may be a digit of it, or the number none. 件, 万元 and the mark of a note cannot be.
        private static func mayBeDigit(_ scalar: UInt32) -> Bool {
            switch scalar {
            case 0x21, 0x7C, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x52F, 0x2160...0x217F, 0x25CB, 0x25EF,
                0x4E00, 0x4E28, 0x53E3, 0x56D7, 0xE000...0xF8FF, 0xFFFC...0xFFFD:
                true
            default: false
            }
        }

        /// 1.2万, 3千: another number than its digits say. An amount of money in 万元 is in the form's own unit.
        private func isMultiplied(_ index: Int) -> Bool {
            guard index < scalars.count, [0x767E, 0x5343, 0x4E07, 0x4EBF].contains(scalars[index]) else { return false }
            return !scalars[index...].prefix(3).contains(0x5143)
        }

        /// A line that ends in the comma between two groups.
        private func digitFollowsBreak(_ index: Int) -> Bool {
            index + 1 < scalars.count && scalars[index + 1] == 0x0A && digitFollows(index, gap: 2)
        }

        private func digitFollows(_ index: Int, gap: Int) -> Bool {
            index + gap < scalars.count && (0x30...0x39).contains(scalars[index + gap])
        }

        /// Full-width digits, signs and brackets as ASCII; the many minus signs and spaces as one.
        private static func folded(_ value: UInt32) -> UInt32 {
            switch value {
            case 0xFF01...0xFF5E: value - 0xFEE0
            case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: 0x20
            case 0x2028, 0x2029, 0x85: 0x0A
            case 0x2212, 0x2010, 0x2011, 0xFE63: 0x2D
            case 0x66B: 0x2E
            case 0x200B...0x200F, 0xFEFF, 0xAD: 0x20
            default: value
            }
        }
    }
}
