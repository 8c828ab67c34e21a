import ReportModel

/// Figures whose thousands a single blank parts: 69 103 881.
enum SpacedThousands {
    /// Every way to put neighbours together so that `size` figures are left; none where no way does.
    static func ways(_ values: [DumpElement], size: Int) -> [[DumpElement]] {
        guard values.count > size, size > 0, values.count <= mostValues else { return [] }
        let joints = values.indices.dropLast().filter { isJoint(values[$0], values[$0 + 1], reach: farthest) }
        return RowLayout.combinations(values.count - size, of: joints.count).compactMap { way in
            joined(values, at: Set(way.map { joints[$0] }))
        }
    }

    /// Whether two of the figures could be one.
    static func areIn(_ values: [DumpElement]) -> Bool {
        zip(values, values.dropFirst()).contains { left, right in
            guard let digits = left.value?.digits, isJoint(left, right, reach: 1) else { return false }
            return digits.count <= 3 && digits.first != UInt8(ascii: "0")
        }
    }

    /// Some dozens of figures have more ways than anybody can count.
    private static let mostValues = 24

    /// No office has counted more: 571 179 124 895 213 are figures of their own.
    private static let mostDigits = 12

    /// A text set in columns can put more than one blank where the page has a narrow one.
    private static let farthest = 2

    /// Exactly three digits stand a blank or two behind the digits before them.
    private static func isJoint(_ left: DumpElement, _ right: DumpElement, reach: Int) -> Bool {
        guard left.line == right.line, (1...reach).contains(right.x - left.maxX),
            left.cell == right.cell || ![.comma, .bar].contains(right.separator),
            let first = left.value, let second = right.value, !first.isMark, first.amount?.count != nil,
            second.digits.count >= 3, second.digits.prefix(3).allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        let whole = second.digits.prefix { $0 != UInt8(ascii: ".") }
        return whole.count == 3
    }

    /// Nil where the first group is none: 0 123, 1234 567.
    private static func joined(_ values: [DumpElement], at joints: Set<Int>) -> [DumpElement]? {
        var whole: [DumpElement] = []
        for (index, element) in values.enumerated() {
            guard index > 0, joints.contains(index - 1), let left = whole.last, var value = left.value,
                let more = element.value
            else {
                whole.append(element)
                continue
            }
            let isGroup =
                joints.contains(index - 2) || value.digits.count <= 3 && value.digits.first != UInt8(ascii: "0")
            guard isGroup, !value.digits.contains(UInt8(ascii: ".")) else { return nil }
            value.digits += more.digits
            guard value.digits.count <= mostDigits else { return nil }
            value.printed += " " + more.printed
            value.amount = Amount(ascii: value.digits)
            guard value.amount != nil else { return nil }
            value.place = .text(
                line: left.line, column: left.column, length: element.column + element.length - left.column)
            whole[whole.count - 1].kind = .value(value)
            whole[whole.count - 1].width = element.maxX - left.x
            whole[whole.count - 1].length = element.column + element.length - left.column
        }
        return whole
    }
}
