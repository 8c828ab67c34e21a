/// One way to make all sums of a table hold: these figures would have to be these.
public struct Explanation: Sendable, Hashable {
    public struct Change: Sendable, Hashable {
        public var figure: FigureID
        public var value: Amount

        public init(figure: FigureID, value: Amount) {
            self.figure = figure
            self.value = value
        }
    }

    public var changes: [Change]
    /// The lower, the likelier; comparable within one report.
    public var cost: Int

    public init(changes: [Change], cost: Int) {
        self.changes = changes
        self.cost = cost
    }
}
