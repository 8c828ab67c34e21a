import ReportModel

/// Cuts figures that ran together: 640020470 into 64, 0, 0, 2, 0, 4, 70.
///
/// No figure but 0 itself begins with 0, which is what makes most of a sparse table clear.
struct DigitSplitter {
    /// What a place of the row can hold.
    enum Slot { case count, change, money }

    var slots: [Slot]
    var sums: [RowReading.Sum]
    /// Commas group digits: no cut is within a group.
    var keepsGroups = true
    /// Ways beyond this many are not listed.
    var limit = 4000
    /// Shared by the rows of a table: a text that repeats itself has hundreds that come to nothing.
    var budget = Budget()

    /// The steps that are left for all searches together.
    final class Budget {
        /// A whole table of reports takes some ten thousand.
        var steps = 400_000
        /// The ways to place figures among more cells that are left to be listed: a line of the disputes table has three
        /// thousand for five figures.
        var placements = 200_000
    }

    struct Result {
        var candidates: [[DumpValue]]
        /// There are more than `limit`.
        var isCut: Bool
    }

    /// Every way to cut the values into one for each place that keeps the sums. The cuts between values stay.
    func ways(_ values: [DumpValue]) -> Result {
        let lengths = values.map { max($0.digits.count, 1) }
        guard lengths.reduce(0, +) >= slots.count, values.count <= slots.count else {
            return Result(candidates: [], isCut: false)
        }
        var search = SplitSearch(values: values, splitter: self)
        // A total behind all of its parts: with it chosen first, parts that exceed it are left at once.
        if let sum = sums.first, sums.count == 1, sum.total == slots.count - 1, let last = values.last, !last.isMark {
            for length in 1...min(last.digits.count, 12) {
                guard let cell = cell(last, last.digits.count - length, length, slots[sum.total]),
                    let total = cell.amount?.count
                else { continue }
                search.run(total: total, length: length)
            }
        } else {
            search.run(total: nil, length: 0)
        }
        return Result(candidates: search.found, isCut: search.isCut)
    }
}

/// Goes through the ways to cut a row's digits.
private struct SplitSearch {
    /// A figure of the row: part of a value.
    private struct Part {
        var value: Int
        var offset: Int
        var length: Int
        /// Worth to a sum, nil where it is no count.
        var count: Int?
    }

    let values: [DumpValue]
    let splitter: DigitSplitter
    /// For each place, the sum that determines it once the places before are filled.
    private let closing: [RowReading.Sum?]
    private var parts: [Part] = []
    private var ways: [[Part]] = []
    private(set) var isCut = false
    private var stepsLeft: Int
    /// The row's total where it was chosen first, and what of it the parts have left.
    private var total: Int?
    private var left = 0
    private var totalLength = 0

    init(values: [DumpValue], splitter: DigitSplitter) {
        self.values = values
        self.splitter = splitter
        stepsLeft = min(100 * splitter.limit, splitter.budget.steps)
        closing = splitter.slots.indices.map { slot in
            splitter.sums.first { max($0.total, $0.parts.max() ?? 0) == slot }
        }
    }

    /// The figures of every way that was found.
    var found: [[DumpValue]] {
        ways.map { way in
            zip(way, splitter.slots).compactMap { part, slot in
                let value = values[part.value]
                return value.isMark ? value : splitter.cell(value, part.offset, part.length, slot)
            }
        }
    }

    mutating func run(total: Int?, length: Int) {
        self.total = total
        totalLength = length
        left = total ?? 0
        let before = stepsLeft
        search(value: 0, offset: 0)
        splitter.budget.steps -= max(0, before - stepsLeft)
    }

    private mutating func search(value index: Int, offset: Int) {
        stepsLeft -= 1
        if ways.count >= splitter.limit || stepsLeft <= 0 { isCut = true }
        if isCut { return }
        guard index < values.count else {
            if parts.count == splitter.slots.count { ways.append(parts) }
            return
        }
        let slot = parts.count
        guard slot < splitter.slots.count else { return }
        let value = values[index]
        if value.isMark {
            return take(Part(value: index, offset: 0, length: 0, count: 0), next: (index + 1, 0))
        }
        let rest = value.digits.count - offset
        // The values behind this one need a place each.
        let places = splitter.slots.count - slot - (values.count - index - 1)
        if total != nil, values.count == 1, slot < splitter.slots.count - 1, !isWithinReach(digits: rest, slot) {
            return
        }
        if let sum = closing[slot], let required = required(sum, slot) {
            let digits = Array(String(required).utf8)
            guard required >= 0, digits.count <= rest, places > 1 || digits.count == rest,
                value.digits[offset..<(offset + digits.count)].elementsEqual(digits),
                splitter.cell(value, offset, digits.count, splitter.slots[slot]) != nil
            else { return }
            return take(
                Part(value: index, offset: offset, length: digits.count, count: required),
                next: digits.count == rest ? (index + 1, 0) : (index, offset + digits.count))
        }
        for length in stride(from: min(rest, 12), through: 1, by: -1) {
            if places == 1, length != rest { break }
            guard let part = part(index, offset, length, splitter.slots[slot]) else { continue }
            take(part, next: length == rest ? (index + 1, 0) : (index, offset + length))
            if isCut { return }
        }
    }

    /// Nil where no printer writes such a figure in that place.
    private func part(_ index: Int, _ offset: Int, _ length: Int, _ slot: DigitSplitter.Slot) -> Part? {
        let digits = values[index].digits[offset..<(offset + length)]
        if slot != .count || !values[index].commas.isEmpty || !digits.allSatisfy({ (0x30...0x39).contains($0) }) {
            return splitter.cell(values[index], offset, length, slot).map {
                Part(value: index, offset: offset, length: length, count: SlotReading.value($0).count)
            }
        }
        guard length == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        let count = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return Part(value: index, offset: offset, length: length, count: count)
    }

    private mutating func take(_ part: Part, next: (Int, Int)) {
        let before = left
        if total != nil, parts.count < splitter.slots.count - 1 {
            left -= part.count ?? 0
            if left < 0 {
                left = before
                return
            }
        }
        parts.append(part)
        search(value: next.0, offset: next.1)
        parts.removeLast()
        left = before
    }

    /// Whether the parts still to come can be as much as is left of the total.
    private func isWithinReach(digits: Int, _ slot: Int) -> Bool {
        let parts = splitter.slots.count - 1 - slot
        // One digit for each of the others, and the total's own behind them.
        let longest = digits - (parts - 1) - totalLength
        guard longest > 0 else { return false }
        guard longest < 13 else { return true }
        var bound = parts
        for _ in 0..<longest { bound *= 10 }
        return left < bound
    }

    /// What the place must hold for the sum to come out; nil where a part is no count.
    private func required(_ sum: RowReading.Sum, _ slot: Int) -> Int? {
        if slot == sum.total {
            if let total { return left == 0 ? total : -1 }
            var sumOfParts = 0
            for part in sum.parts {
                guard let count = parts[part].count else { return nil }
                sumOfParts += count
            }
            return sumOfParts
        }
        guard var rest = parts[sum.total].count else { return nil }
        for part in sum.parts where part != slot {
            guard let count = parts[part].count else { return nil }
            rest -= count
        }
        return rest
    }
}

extension DigitSplitter {
    /// A part of a value as a figure of its own; nil where no printer writes such a figure in that place.
    func cell(_ value: DumpValue, _ offset: Int, _ length: Int, _ slot: Slot) -> DumpValue? {
        let digits = Array(value.digits[offset..<(offset + length)])
        guard let first = digits.first, length <= 12 else { return nil }
        let hasSign = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        if hasSign, slot != .change { return nil }
        let whole = hasSign ? Array(digits.dropFirst()) : digits
        guard whole.first.map({ (0x30...0x39).contains($0) }) ?? false else { return nil }
        if whole.count > 1, whole[0] == UInt8(ascii: "0"), whole[1] != UInt8(ascii: ".") { return nil }
        if whole.contains(UInt8(ascii: ".")), slot != .money { return nil }
        let end = offset + length
        let commas = value.commas.filter { offset < $0 && $0 < end }
        if keepsGroups, !value.commas.isEmpty {
            let isWithinGroup = value.commas.contains {
                cutsGroup(behind: $0, at: offset) || cutsGroup(behind: $0, at: end)
            }
            guard !isWithinGroup, isGrouped(whole, commas.map { $0 - end + whole.count }) else {
                return nil
            }
        }
        guard let amount = Self.amount(digits) else { return nil }
        let box = value.place.box
        var printed = digits
        for comma in commas.reversed() { printed.insert(UInt8(ascii: ","), at: comma - offset) }
        return DumpValue(
            digits: digits, amount: amount, printed: String(decoding: printed, as: UTF8.self),
            place: .text(
                line: Int(box.y), column: Int(box.x) + offset + value.commas.count { $0 <= offset },
                length: printed.count))
    }

    private static let groupLength = 3

    /// A comma and its three digits belong to the figure that stands before them.
    private func cutsGroup(behind comma: Int, at cut: Int) -> Bool { comma <= cut && cut < comma + Self.groupLength }

    /// 12,345: one to three digits stand before the first comma, and three behind every one.
    private func isGrouped(_ digits: [UInt8], _ commas: [Int]) -> Bool {
        guard let first = commas.first else { return true }
        let end = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
        return (1...Self.groupLength).contains(first)
            && zip(commas, commas.dropFirst() + [end]).allSatisfy { $1 - $0 == Self.groupLength }
    }

    /// A row of forty digits has thousands of figures in it.
    private static func amount(_ digits: [UInt8]) -> Amount? {
        var count = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return Amount(ascii: digits) }
            count = count * 10 + Int(digit - 0x30)
        }
        return Amount(count)
    }
}
