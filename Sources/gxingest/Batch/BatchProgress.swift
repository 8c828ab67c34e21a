import Batch
import JSON
import ReportModel
import SystemBridge
import TerminalText

/// Says how far a batch has got: a bar on a terminal, lines without one, JSON for machines.
final class BatchProgress: BatchObserver {
    enum Style: String, CaseIterable, Sendable {
        case auto, bar, lines, json, none
    }

    let console: Console
    private let style: Style
    private let paint: Paint
    private var rate = ProgressRate()
    private var nextLine = ContinuousClock.now
    private var shownLines = 0
    private var hasHinted = false
    private var last = BatchSnapshot()

    /// Between two lines where there is no terminal, and between two objects of JSON.
    private static let lineInterval = Duration.seconds(10)
    private static let jsonInterval = Duration.seconds(1)

    init(_ console: Console, style: Style) {
        // Between the objects of JSON there is no place for words.
        self.console = style == .json ? console.silent : console
        self.style =
            switch style {
            case .auto: console.isQuiet ? .none : Terminal.isTerminal(.error) ? .bar : .lines
            default: style
            }
        paint = Paint(isColoured: console.paint.isColoured || (Terminal.isTerminal(.error) && style != .json))
    }

    var interruptions: Int { Process.interruptions }

    func watch(_ snapshot: BatchSnapshot) {
        rate.note(snapshot)
        last = snapshot
        hintAtInterruption(snapshot)
        let now = ContinuousClock.now
        switch style {
        case .bar: draw(ProgressText(snapshot, rate, console.language).bar(width: width, paint: paint))
        case .lines where now >= nextLine:
            nextLine = now + Self.lineInterval
            Output.write(ProgressText(snapshot, rate, console.language).line + "\n", toError: true)
        case .json where now >= nextLine:
            nextLine = now + Self.jsonInterval
            writeObject(state: "running")
        default: break
        }
    }

    func watch(writing written: Int, of count: Int) {
        let text = LocalisedText(
            chinese: "正在写结果：\(written)/\(count)", english: "writing the results: \(written)/\(count)")
        if style == .bar { draw([text[console.language]]) }
    }

    /// Takes the bar away; machines hear how it ended.
    func finish(_ state: String, _ snapshot: BatchSnapshot? = nil) {
        last = snapshot ?? last
        if style == .bar { draw([]) }
        if style == .json { writeObject(state: state) }
    }

    private func writeObject(state: String) {
        Output.write(ProgressText(last, rate, console.language).json(state: state).text + "\n", toError: true)
    }

    private var width: Int { max(40, min(Terminal.columns(.error) ?? 80, 140)) }

    private func draw(_ lines: [String]) {
        var text = shownLines > 1 ? "\u{1B}[\(shownLines - 1)A" : ""
        text += "\r\u{1B}[J" + lines.joined(separator: "\n")
        shownLines = lines.count
        Output.write(text, toError: true)
    }

    private func hintAtInterruption(_ snapshot: BatchSnapshot) {
        guard interruptions > 0, !hasHinted else { return }
        hasHinted = true
        let count = snapshot.inFlight.count
        guard count > 0 else { return }
        if style == .bar { draw([]) }
        console.hint(
            LocalisedText(
                chinese: "正在读完手头的 \(count) 份；再按一次 Ctrl-C 立即停止",
                english: "finishing the \(count) in flight; Ctrl-C again stops at once"))
    }
}

/// How many documents a second, over the last while.
struct ProgressRate {
    private var points: [(time: Duration, done: Int)] = []

    private static let window = Duration.seconds(20)

    mutating func note(_ snapshot: BatchSnapshot) {
        if let last = points.last, snapshot.elapsed - last.time < .milliseconds(500) { return }
        points.append((snapshot.elapsed, snapshot.done))
        while points.count > 2, snapshot.elapsed - points[1].time > Self.window { points.removeFirst() }
    }

    /// Nil where there is nothing to go by yet.
    var perSecond: Double? {
        guard let first = points.first, let last = points.last, last.time - first.time >= .seconds(1) else {
            return nil
        }
        let parts = (last.time - first.time).components
        return Double(last.done - first.done) / (Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
    }
}
