import Batch
import JSON
import Messages
import ReportModel
import TerminalText

/// A batch's status as a page for the terminal.
struct StatusText {
    private let status: LedgerStatus
    private let console: Console

    init(_ status: LedgerStatus, _ console: Console) {
        self.status = status
        self.console = console
    }

    var text: String {
        [overview, failures, slowest, years].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    private func say(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[console.language]
    }

    private var paint: Paint { console.paint }
    private var width: Int { min(console.width, 120) }

    private func heading(_ chinese: String, _ english: String) -> String { paint(say(chinese, english), .bold) }

    private func count(_ codes: Int...) -> Int { codes.reduce(0) { $0 + (status.documents[$1] ?? 0) } }

    // MARK: parts

    private var overview: [String] {
        var lines: [String] = []
        if let holder = status.holder {
            lines.append(say("正在运行：\(holder)", "running: \(holder)"))
        } else if let run = status.run {
            let end =
                switch run.outcome {
                case "complete": say("完成于 \(run.ended ?? "")", "complete at \(run.ended ?? "")")
                case "interrupted": say("中断于 \(run.ended ?? "")", "interrupted at \(run.ended ?? "")")
                case "stopped": say("因故停止于 \(run.ended ?? "")", "stopped at \(run.ended ?? "")")
                default: say("没有正常结束", "did not end by itself")
                }
            lines.append(say("最近一次运行：\(run.started) 开始，\(end)", "last run: began \(run.started), \(end)"))
        }
        var parts = [
            paint(say("无疑 \(count(0))", "\(count(0)) clean"), .green),
            paint(say("待看 \(count(1))", "\(count(1)) to review"), .yellow),
            paint(say("失败 \(count(3, 5))", "\(count(3, 5)) failed"), .red),
            say("非报告 \(count(4))", "\(count(4)) no report"),
        ]
        if status.waiting > 0 { parts.append(say("未读 \(status.waiting)", "\(status.waiting) not read yet")) }
        lines.append(
            say("共 \(status.total) 份：", "\(status.total) documents: ") + parts.joined(separator: say("，", ", ")))
        let doubt = DecimalText.of(100 * Double(status.figuresInDoubt) / Double(max(1, status.figures)), decimals: 2)
        lines.append(
            say(
                "数据 \(status.figures) 个，存疑 \(status.figuresInDoubt) 个（\(doubt)%）",
                "\(status.figures) figures, \(status.figuresInDoubt) in doubt (\(doubt)%)"))
        if status.archives > 0 {
            lines.append(
                say(
                    "压缩包 \(status.archives) 个；其中系统自动生成的文件 \(status.skipped) 个，未计入",
                    "archives: \(status.archives); files that systems dropped into them, not counted: \(status.skipped)"
                ))
        }
        return lines
    }

    private var failures: [String] {
        guard !status.failures.isEmpty else { return [] }
        var lines = [heading("没有结果的", "Without a result")]
        for group in status.failures {
            let message = group.failure.map { failure in
                // The words of one example stand for all: what is only its own is left out.
                ReadFailure(failure.code).message[console.language]
            }
            lines.append("\(number(group.count))  \(message ?? group.reason)")
            let indent = String(repeating: " ", count: 8)
            lines.append(indent + paint(say("例如 ", "such as ") + group.example.printable.cut(to: width - 20), .dim))
            if let remedy = group.failure?.remedy[console.language] {
                lines += remedy.wrapped(to: width - 10).enumerated().map { index, line in
                    indent + paint((index == 0 ? "→ " : "  ") + line, .cyan)
                }
            }
        }
        // Only exit codes 3 and 5 are failures; what is no report stays none.
        if count(3, 5) > 0 {
            lines.append(
                say(
                    "处理好之后，在同一条 batch 命令后面加上 --retry failed，就会重新读取失败的文档",
                    "Once that is done, the same batch command with --retry failed reads the failed ones again."))
        }
        return lines
    }

    private var slowest: [String] {
        let slow = status.slowest.filter { $0.seconds >= 1 }
        guard !slow.isEmpty else { return [] }
        return [heading("最慢的", "Slowest")]
            + slow.map { document in
                let seconds = DecimalText.of(document.seconds, decimals: 1)
                return
                    "\(seconds.padded(to: 6, .right)) \(say("秒", "s"))  \(document.source.printable.cut(to: width - 12))"
            }
    }

    private var years: [String] {
        guard let most = status.years.map(\.reports).max(), most > 0 else { return [] }
        let room = max(10, width - 40)
        return [heading("各年份的报告", "Reports by year")]
            + status.years.map { year in
                let bar = max(1, Int((Double(room) * Double(year.reports) / Double(most)).rounded()))
                let clean = Int((Double(bar) * Double(year.clean) / Double(max(1, year.reports))).rounded())
                let share = DecimalText.of(100 * Double(year.clean) / Double(max(1, year.reports)), decimals: 0)
                let name = (year.year.map(String.init) ?? say("不明", "none")).padded(to: 5)
                return "\(name) \(paint(String(repeating: "█", count: clean), .green))"
                    + "\(paint(String(repeating: "▒", count: bar - clean), .yellow)) "
                    + say("\(year.reports) 份，无疑 \(share)%", "\(year.reports), \(share)% clean")
            }
    }

    private func number(_ value: Int) -> String { String(value).padded(to: 6, .right) }
}
