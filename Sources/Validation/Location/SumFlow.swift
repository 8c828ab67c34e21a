/// What the cells whose value is not known have to carry, so that nothing is left anywhere in the network of the sums.
struct SumFlow: Sendable {
    let network: SumNetwork
    /// By node: what the known cells bring more than they take away.
    private(set) var excess: [Int]
    /// The cells whose value is not known. Each can carry any count from 0 on.
    private(set) var free = CellSet()
    /// The nodes that each can pass something on to through free cells, and those that can pass something on to it.
    private var forward: [UInt64]
    private var backward: [UInt64]

    /// - Parameter values: nil where a cell is free.
    init(_ network: SumNetwork, values: [Int?]) {
        self.network = network
        excess = [Int](repeating: 0, count: network.nodeCount)
        forward = (0..<network.nodeCount).map { 1 << UInt64($0) }
        backward = forward
        for (cell, value) in values.enumerated() {
            if let value { change(cell, by: value) } else { open(cell) }
        }
    }

    mutating func change(_ cell: Int, by delta: Int) {
        excess[network.ends[cell].head] += delta
        excess[network.ends[cell].tail] -= delta
    }

    /// Forgets the value of a cell.
    mutating func free(_ cell: Int, value: Int) {
        change(cell, by: -value)
        open(cell)
    }

    private mutating func open(_ cell: Int) {
        free.insert(cell)
        let (tail, head) = network.ends[cell]
        guard forward[tail] & (1 << UInt64(head)) == 0 else { return }
        for node in NodeSequence(backward[tail]) { forward[node] |= forward[head] }
        for node in NodeSequence(forward[head]) { backward[node] |= backward[tail] }
    }

    /// A set of nodes that nothing unknown leads out of, and what it would have to get rid of.
    struct Jam {
        var nodes: UInt64
        var amount: Int
    }

    /// Sets in which known cells leave too much, as far as they show at single sums and what hangs on them. None does not
    /// mean that there is none: see `solved`.
    var jams: [Jam] {
        var jams: [Jam] = []
        func add(_ nodes: UInt64, _ amount: Int) {
            guard amount > 0, !jams.contains(where: { $0.nodes == nodes }) else { return }
            jams.append(Jam(nodes: nodes, amount: amount))
        }
        for side in network.sides {
            var (after, before) = (UInt64(0), UInt64(0))
            for node in NodeSequence(side) {
                after |= forward[node]
                before |= backward[node]
            }
            let passed = total(after)
            add(after, passed)
            // What cannot be filled up from within is too much for all the rest.
            add(network.whole & ~before, after == before ? -passed : -total(before))
        }
        return jams
    }

    private func total(_ nodes: UInt64) -> Int { NodeSequence(nodes).reduce(0) { $0 + excess[$1] } }

    /// Whether only known cells lead into or out of these nodes: they have to fit exactly.
    func isExact(_ jam: Jam, _ crossing: CellSet) -> Bool { crossing.isDisjoint(with: free) }

    /// What the free cells carry, or where nothing does what is in the way.
    enum Outcome {
        case carried(CarriedFlow)
        case jammed(Jam)
    }

    func solved() -> Outcome {
        var flow = CarriedFlow(network, free)
        var rest = excess
        while true {
            var sources: UInt64 = 0
            var sinks: UInt64 = 0
            for node in rest.indices {
                if rest[node] > 0 { sources |= 1 << UInt64(node) }
                if rest[node] < 0 { sinks |= 1 << UInt64(node) }
            }
            guard sources != 0 else { return .carried(flow) }
            switch flow.path(from: sources, to: sinks) {
            case .found(let path):
                let amount = min(rest[path.start], -rest[path.end], flow.room(on: path))
                flow.push(amount, along: path)
                rest[path.start] -= amount
                rest[path.end] += amount
            case .none(let reached):
                return .jammed(Jam(nodes: reached, amount: NodeSequence(reached).reduce(0) { $0 + rest[$1] }))
            }
        }
    }
}

/// One way in which free cells can carry what they must.
struct CarriedFlow: Sendable {
    /// By cell.
    private(set) var values: [Int]
    private let network: SumNetwork
    /// The free cells at each node.
    private let cells: [[Int]]

    init(_ network: SumNetwork, _ free: CellSet) {
        self.network = network
        values = [Int](repeating: 0, count: network.ends.count)
        var cells = [[Int]](repeating: [], count: network.nodeCount)
        for cell in free {
            cells[network.ends[cell].tail].append(cell)
            cells[network.ends[cell].head].append(cell)
        }
        self.cells = cells
    }

    struct Path {
        var start: Int
        var end: Int
        /// Each with whether it is to carry more.
        var steps: [(cell: Int, isMore: Bool)]
    }

    enum Search {
        case found(Path)
        case none(reached: UInt64)
    }

    /// The shortest way on which something more can be passed on.
    func path(from sources: UInt64, to sinks: UInt64, avoiding avoided: Int = -1) -> Search {
        var reached = sources
        var queue = Array(NodeSequence(sources))
        var arrivals = [(cell: Int, isMore: Bool)](repeating: (-1, true), count: network.nodeCount)
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            for cell in cells[node] where cell != avoided {
                let isMore = network.ends[cell].tail == node
                let other = isMore ? network.ends[cell].head : network.ends[cell].tail
                guard reached & (1 << UInt64(other)) == 0, isMore || values[cell] > 0 else { continue }
                reached |= 1 << UInt64(other)
                arrivals[other] = (cell, isMore)
                guard sinks & (1 << UInt64(other)) != 0 else {
                    queue.append(other)
                    continue
                }
                var path = Path(start: other, end: other, steps: [])
                while arrivals[path.start].cell >= 0 {
                    let step = arrivals[path.start]
                    path.steps.append(step)
                    path.start = step.isMore ? network.ends[step.cell].tail : network.ends[step.cell].head
                }
                return .found(path)
            }
        }
        return .none(reached: reached)
    }

    func room(on path: Path) -> Int { path.steps.lazy.filter { !$0.isMore }.map { values[$0.cell] }.min() ?? .max }

    mutating func push(_ amount: Int, along path: Path) {
        for step in path.steps { values[step.cell] += step.isMore ? amount : -amount }
    }

    /// Whether a free cell could carry anything else.
    func isDetermined(_ cell: Int) -> Bool {
        let (tail, head) = network.ends[cell]
        if case .found = path(from: 1 << UInt64(head), to: 1 << UInt64(tail), avoiding: cell) { return false }
        guard values[cell] > 0 else { return true }
        if case .found = path(from: 1 << UInt64(tail), to: 1 << UInt64(head), avoiding: cell) { return false }
        return true
    }

    /// The least and the most that a free cell can carry; `Int.max` where there is no most.
    func extent(of cell: Int) -> ClosedRange<Int> {
        let (tail, head) = network.ends[cell]
        func turned(from start: Int, to end: Int, most: Int) -> Int {
            var flow = self
            var amount = 0
            while amount < most,
                case .found(let path) = flow.path(from: 1 << UInt64(start), to: 1 << UInt64(end), avoiding: cell)
            {
                let step = min(flow.room(on: path), most - amount)
                flow.push(step, along: path)
                amount += step
            }
            return amount
        }
        let more = turned(from: head, to: tail, most: CellValue.largest)
        return (values[cell] - turned(from: tail, to: head, most: values[cell]))...(values[cell] + more)
    }
}
