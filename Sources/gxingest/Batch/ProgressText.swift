import Batch
import JSON
import ReportModel
import TerminalText

/// A batch's progress in words.
struct ProgressText {
    private let snapshot: BatchSnapshot
    private let rate: ProgressRate
    private let language: Language

    init(_ snapshot: BatchSnapshot, _ rate: ProgressRate, _ language: Language) {
        self.snapshot = snapshot
        self.rate = rate
        self.language = language
    }

    private func say(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    /// `1234/≈40000`, `1234` where the whole is not known.
    private var count: String {
        guard let total = snapshot.total else { return "\(snapshot.done)" }
        return "\(snapshot.done)/\(snapshot.isTotalGuessed ? "≈" : "")\(total)"
    }

    private var fraction: Double? {
        snapshot.total.flatMap { $0 > 0 ? min(1, Double(snapshot.done) / Double($0)) : nil }
    }

    private var speed: String? {
        rate.perSecond.map { rate in
            let text = rate < 10 ? DecimalText.of(rate, decimals: 1) : "\(Int(rate.rounded()))"
            return say("\(text) 份/秒", "\(text)/s")
        }
    }

    private var secondsLeft: Int? {
        guard let total = snapshot.total, let rate = rate.perSecond, rate > 0 else { return nil }
        return Int((Double(max(0, total - snapshot.done)) / rate).rounded(.up))
    }

    private var timeLeft: String? {
        secondsLeft.map { say("剩余 \(Self.time($0, .chinese))", "\(Self.time($0, .english)) left") }
    }

    private static func time(_ seconds: Int, _ language: Language) -> String {
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        if hours > 0 { return language == .chinese ? "\(hours) 小时 \(minutes) 分" : "\(hours) h \(minutes) min" }
        if minutes > 0 { return language == .chinese ? "\(minutes) 分" : "\(minutes) min" }
        return language == .chinese ? "\(seconds) 秒" : "\(seconds) s"
    }

    private func counts(_ paint: Paint) -> [String] {
        [
            paint(say("无疑 \(snapshot.clean)", "\(snapshot.clean) clean"), .green),
            paint(say("待看 \(snapshot.review)", "\(snapshot.review) to review"), .yellow),
            paint(say("失败 \(snapshot.failed)", "\(snapshot.failed) failed"), .red),
            say("非报告 \(snapshot.other)", "\(snapshot.other) no report"),
        ]
    }

    /// What has been read for longer than anybody would expect.
    private var slow: String? {
        guard let reading = snapshot.inFlight.first, reading.elapsed > .seconds(3) else { return nil }
        let pages = reading.pages.map { say("，第 \($0.done)/\($0.count) 页", ", page \($0.done) of \($0.count)") } ?? ""
        let seconds = reading.elapsed.components.seconds
        return say(
            "在读：\(reading.source.printable)（\(seconds) 秒\(pages)）",
            "reading \(reading.source.printable) (\(seconds) s\(pages))")
    }

    /// One line for logs.
    var line: String {
        ([count, speed, timeLeft].compactMap { $0 } + counts(Paint(isColoured: false)) + [slow].compactMap { $0 })
            .joined(separator: say("，", ", "))
    }

    /// Two lines for a terminal: the bar, and what became of the documents.
    func bar(width: Int, paint: Paint) -> [String] {
        let words = [count, speed, timeLeft].compactMap { $0 }.joined(separator: "  ")
        let room = max(10, width - words.displayWidth - 4)
        let filled = Int((Double(room) * (fraction ?? 0)).rounded(.down))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
        var second = counts(paint).joined(separator: "  ")
        let used = counts(Paint(isColoured: false)).joined(separator: "  ").displayWidth
        if let slow, width - used > 20 { second += "  " + paint(slow.cut(to: width - used - 3), .dim) }
        return ["\(paint(bar, .cyan))  \(words)", second]
    }

    /// - Parameter state: `running`, `complete`, `interrupted`, `stopped`.
    func json(state: String) -> JSONValue {
        var members: [String: JSONValue] = [
            "state": .string(state), "done": .integer(snapshot.done), "clean": .integer(snapshot.clean),
            "review": .integer(snapshot.review),
            "failed": .integer(snapshot.failed), "no_report": .integer(snapshot.other),
            "fresh": .integer(snapshot.fresh), "seconds": .integer(Int(snapshot.elapsed.components.seconds)),
        ]
        members["total"] = snapshot.total.map(JSONValue.integer) ?? .null
        members["total_is_guess"] = .bool(snapshot.isTotalGuessed)
        members["per_second"] = rate.perSecond.map { .rounded($0, decimals: 2) } ?? .null
        members["seconds_left"] = secondsLeft.map(JSONValue.integer) ?? .null
        members["reading"] = .array(
            snapshot.inFlight.map { reading in
                .object([
                    "source": .string(reading.source), "seconds": .integer(Int(reading.elapsed.components.seconds)),
                    "page": reading.pages.map { .integer($0.done) } ?? .null,
                    "pages": reading.pages.map { .integer($0.count) } ?? .null,
                ])
            })
        return .object(members)
    }
}
