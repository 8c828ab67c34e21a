/// Looks for ways to cut figures that ran together in a text whose blank cells leave no trace: 6464 is 64 and 64, in two
/// of seven places.
///
/// There are thousands; the first of them that keep the row's sums make the reading that a person sees first. What
/// else can stand in a place comes from `DigitSplitter.options`.
struct BlankSplitSearch {
    private static let mostSteps = 6_000
    private static let mostWays = 60

    private let values: [DumpValue]
    private let splitter: DigitSplitter
    private var slots: [SlotReading] = []
    private var stepsLeft: Int
    private(set) var ways: [[SlotReading]] = []

    init(values: [DumpValue], splitter: DigitSplitter) {
        self.values = values
        self.splitter = splitter
        stepsLeft = min(Self.mostSteps, splitter.budget.steps)
    }

    mutating func run() {
        let before = stepsLeft
        search(value: 0, offset: 0)
        splitter.budget.steps -= max(0, before - stepsLeft)
    }

    private mutating func search(value index: Int, offset: Int) {
        stepsLeft -= 1
        guard stepsLeft > 0, ways.count < Self.mostWays else { return }
        guard slots.count < splitter.slots.count else {
            if index == values.count { ways.append(slots) }
            return
        }
        if index < values.count {
            let value = values[index]
            if value.isMark {
                take(.value(value), next: (index + 1, 0))
            } else {
                let rest = value.digits.count - offset
                for length in stride(from: min(rest, 12), through: 1, by: -1) {
                    guard let cell = splitter.cell(value, offset, length, splitter.slots[slots.count]) else { continue }
                    take(.value(cell), next: length == rest ? (index + 1, 0) : (index, offset + length))
                }
            }
        }
        take(.absent, next: (index, offset))
    }

    private mutating func take(_ slot: SlotReading, next: (value: Int, offset: Int)) {
        slots.append(slot)
        if keepsSums { search(value: next.value, offset: next.offset) }
        slots.removeLast()
    }

    /// Whether the sums hold that the last place completes; one whose total is blank says nothing.
    private var keepsSums: Bool {
        splitter.sums.allSatisfy { sum in
            guard max(sum.total, sum.parts.max() ?? 0) == slots.count - 1, slots[sum.total].isValue,
                let total = slots[sum.total].count
            else { return true }
            var left = total
            for part in sum.parts {
                guard let count = slots[part].count else { return true }
                left -= count
            }
            return left == 0
        }
    }
}
