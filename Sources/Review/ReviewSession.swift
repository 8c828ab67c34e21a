import Messages
public import ReportModel
public import SystemBridge

/// A review that goes on: reports, the queue over them, and the log.
public final class ReviewSession {
    public let sources: [ReviewSource]
    public let queue: ReviewQueue
    public let log: DecisionLog
    /// Parts of pages; see `Pictures`.
    public let pictures: any ReviewPictures
    /// Documents of a batch that gave no report, for the overview.
    public let failures: [(source: String, reason: String)]

    public init(
        _ sources: [ReviewSource], failures: [(source: String, reason: String)] = [], log: DecisionLog,
        pictures: any ReviewPictures
    ) {
        self.sources = sources
        self.failures = failures
        self.log = log
        self.pictures = pictures
        queue = ReviewQueue(sources.map(\.report))
    }

    /// Names a figure of a report.
    public struct Position: Sendable, Hashable {
        public var report: Int
        public var figure: FigureID

        public init(report: Int, figure: FigureID) {
            self.report = report
            self.figure = figure
        }
    }

    public func standing(_ position: Position) -> Standing {
        sources.indices.contains(position.report)
            ? log.standings[sources[position.report].key, position.figure] : Standing()
    }

    func state(_ entry: ReviewQueue.Entry) -> Standing.State {
        log.standings[sources[entry.report].key, entry.id].state
    }

    func lets(_ entry: ReviewQueue.Entry, _ filter: QueueFilter) -> Bool {
        guard filter.lets(entry, sources[entry.report].report, queue) else { return false }
        guard let wanted = filter.state else { return true }
        let state = state(entry)
        // What people disagree about is not settled.
        return state == wanted || (wanted == .open && state == .disputed)
    }

    /// The next figure to look at, from the front again at the end; nil where none is left.
    public func next(after position: Position?, _ filter: QueueFilter, backwards: Bool = false) -> Position? {
        let entries = queue.entries
        guard !entries.isEmpty else { return nil }
        let start = position.flatMap { queue.position(of: $0.figure, in: $0.report) }
        let first = start.map { backwards ? $0 + entries.count - 1 : $0 + 1 } ?? 0
        for step in entries.indices {
            let index = (backwards ? first + entries.count - step : first + step) % entries.count
            if lets(entries[index], filter) {
                return Position(report: entries[index].report, figure: entries[index].id)
            }
        }
        return nil
    }

    /// How many figures of the queue pass the filter, and how many of those are settled.
    public func counts(_ filter: QueueFilter) -> (open: Int, done: Int, disputed: Int) {
        var filter = filter
        filter.state = nil
        var counts = (open: 0, done: 0, disputed: 0)
        for entry in queue.entries where lets(entry, filter) {
            switch state(entry) {
            case .open: counts.open += 1
            case .done: counts.done += 1
            case .disputed: counts.disputed += 1
            }
        }
        return counts
    }

    public func figure(_ position: Position) -> Figure? {
        guard sources.indices.contains(position.report) else { return nil }
        return sources[position.report].report.figures.first { $0.id == position.figure }
    }

    /// Every figure as it stands now.
    public func values(of report: Int) -> [FigureID: Figure] {
        let source = sources[report]
        let standings = log.standings[source.key]
        var values: [FigureID: Figure] = [:]
        for figure in source.report.figures {
            values[figure.id] = standings[figure.id].map { ReviewedReport.figure(figure, $0) } ?? figure
        }
        return values
    }

    // MARK: deciding

    public enum Refusal: Error, Sendable {
        /// There is no such figure, or the action makes no sense for it.
        case senseless(LocalisedText)
        /// Somebody else has decided in the meantime.
        case seenTooLittle
        case notSaved(SystemError)
    }

    /// What somebody wants to say about a figure.
    public struct Wish: Sendable {
        public var position: Position
        public var action: Decision.Action
        public var value: String
        public var reason: String
        public var author: String
        public var seen: String
        public var undoes: String

        public init(
            _ position: Position, _ action: Decision.Action, value: String = "", reason: String = "",
            author: String, seen: String = "", undoes: String = ""
        ) {
            self.position = position
            self.action = action
            self.value = value
            self.reason = reason
            self.author = author
            self.seen = seen
            self.undoes = undoes
        }
    }

    /// Writes what is wished, all or nothing but for what others have decided meanwhile.
    ///
    /// - Returns: what was written; it is on the disk.
    public func decide(_ wishes: [Wish], at time: String) throws(Refusal) -> [Decision] {
        var decisions: [Decision] = []
        for wish in wishes { decisions.append(try decision(wish, time)) }
        let written: [Decision]
        do throws(SystemError) {
            written = try log.add(decisions) { decision, standings in
                decision.action == .note || standings[decision.report, decision.figure].lastID == decision.seen
            }
        } catch {
            throw .notSaved(error)
        }
        guard written.count == decisions.count || wishes.count > 1 else { throw .seenTooLittle }
        return written
    }

    private func decision(_ wish: Wish, _ time: String) throws(Refusal) -> Decision {
        guard let read = figure(wish.position) else { throw .senseless(.noSuchFigure) }
        let source = sources[wish.position.report]
        let standing = standing(wish.position)
        let value: String
        switch wish.action {
        case .confirm:
            guard read.isSeen else { throw .senseless(.nothingRead) }
            value = read.amount?.description ?? ""
        case .printed:
            guard read.isSeen || !wish.value.isEmpty else { throw .senseless(.nothingRead) }
            value = wish.value.isEmpty ? read.amount?.description ?? "" : wish.value
        case .suggestion:
            guard let suggestion = read.suggestions.first else { throw .senseless(.noSuggestion) }
            value = suggestion.value.description
        case .value:
            guard !wish.value.isEmpty else { throw .senseless(.noNumber) }
            value = wish.value
        case .blank, .note: value = ""
        case .undo:
            guard standing.counting.contains(where: { $0.id == wish.undoes }) else { throw .seenTooLittle }
            value = ""
        }
        guard value.isEmpty || (Amount(ascii: value) != nil && value.utf8.count <= 24) else {
            throw .senseless(.noNumber)
        }
        if wish.action == .note, wish.reason.isEmpty { throw .senseless(.emptyNote) }
        return Decision(
            time: time, author: Self.clean(wish.author, limit: 60), report: source.key, about: source.about,
            figure: wish.position.figure, action: wish.action, value: value, shown: Decision.Shown(read),
            reason: Self.clean(wish.reason, limit: 1000), seen: wish.seen, undoes: wish.undoes)
    }

    private static func clean(_ text: String, limit: Int) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(limit)))
    }
}

/// Where pictures of pages come from.
public protocol ReviewPictures: AnyObject {
    /// A part of a page of a document as a PNG file; nil where it cannot be drawn.
    func png(of document: String, page: Int, box: Box?, pixelsPerPoint: Double) -> [UInt8]?
    /// The lines of a text document; nil where it is none.
    func lines(of document: String) -> [String]?
}

extension LocalisedText {
    static let noSuchFigure = LocalisedText(chinese: "没有这个数据", english: "There is no such figure.")
    static let nothingRead = LocalisedText(
        chinese: "这一格没有读出内容，请输入数值或按空白处理", english: "Nothing was read here: type a value, or say that it is blank.")
    static let noSuggestion = LocalisedText(chinese: "没有建议值", english: "There is no suggestion.")
    static let noNumber = LocalisedText(
        chinese: "请输入数字：只用 0–9、小数点和负号", english: "Type a number: 0–9, a decimal point, a minus sign.")
    static let emptyNote = LocalisedText(chinese: "附注是空的", english: "The note is empty.")
}
