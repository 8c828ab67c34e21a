import ReportModel
import Synchronization
import SystemBridge
import TerminalText

/// One line on standard error that says how far a document has got; only on a terminal, and only when it takes long.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var next: ContinuousClock.Instant
    }

    private let name: String
    private let language: Language
    private let isWanted: Bool
    private let state: Mutex<State>

    /// Shorter than this, and nobody wonders.
    private static let patience = Duration.seconds(1)
    private static let interval = Duration.milliseconds(100)

    init(_ source: String, console: Console) {
        name = source.printable.cut(to: 40)
        language = console.language
        isWanted = !console.isQuiet && Terminal.isTerminal(.error)
        state = Mutex(State(next: .now + Self.patience))
    }

    func show(_ page: Int, of count: Int) {
        guard isWanted else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            guard now >= state.next else { return }
            state.next = now + Self.interval
            state.isShown = true
            let text = LocalisedText(
                chinese: "\(name)：第 \(page) 页，共 \(count) 页", english: "\(name): page \(page) of \(count)")
            Output.write("\r" + text[language] + "\u{1B}[K", toError: true)
        }
    }

    func clear() {
        state.withLock { state in
            if state.isShown { Output.write("\r\u{1B}[K", toError: true) }
            state.isShown = false
        }
    }
}
