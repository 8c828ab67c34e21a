import ReportModel

/// Figures whose digits a cell spreads over its width: 3  9 is 39 where a cell's text is set from edge to edge.
enum SpreadDigits {
    /// Every way to put neighbouring digits together so that `size` figures are left.
    static func ways(_ values: [DumpValue], size: Int) -> [[DumpValue]] {
        let surplus = values.count - size
        guard surplus > 0, size > 1, surplus <= mostJoints, values.count <= mostValues else { return [] }
        let joints = values.indices.dropFirst().filter { isDigit(values[$0 - 1]) && isDigit(values[$0]) }
        return RowLayout.combinations(surplus, of: joints.count).compactMap { way in
            joined(values, at: Set(way.map { joints[$0] }))
        }
    }

    /// Six of the seven figures of a row have two digits, or fewer have more: a longer row has thousands of ways.
    private static let mostJoints = 6
    private static let mostValues = 18

    private static func isDigit(_ value: DumpValue) -> Bool {
        !value.isMark && value.digits.count == 1 && value.amount?.count != nil
    }

    /// Nil where a figure would begin with a nought.
    private static func joined(_ values: [DumpValue], at joints: Set<Int>) -> [DumpValue]? {
        var whole: [DumpValue] = []
        for (index, value) in values.enumerated() {
            guard joints.contains(index), var left = whole.last else {
                whole.append(value)
                continue
            }
            guard left.digits.first != UInt8(ascii: "0") else { return nil }
            left.digits += value.digits
            left.printed += " " + value.printed
            left.amount = Amount(ascii: left.digits)
            let (first, last) = (left.place.box, value.place.box)
            guard left.amount != nil, first.y == last.y else { return nil }
            left.place = .text(
                line: Int(first.y), column: Int(first.x), length: Int(last.x + last.width - first.x))
            whole[whole.count - 1] = left
        }
        return whole
    }
}
