import Messages
import ReportModel
import WebText

/// The reports of a review at one glance: how far they are, by year, and which figures of the form are in doubt most.
struct OverviewPage {
    private let session: ReviewSession
    private let language: Language

    init(_ session: ReviewSession, language: Language) {
        self.session = session
        self.language = language
    }

    private func say(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    var html: String {
        let title = say("总览", "Overview")
        return """
            <!doctype html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>\(title)</title><link rel="icon" href="icon.svg"><link rel="stylesheet" href="review.css"></head>
            <body><main class="overview">
            <h1>\(title)</h1>
            <p><a href="./">\(say("回到核对", "Back to the review"))</a></p>
            \(states)
            \(years)
            \(heat)
            \(list)
            \(failures)
            </main></body></html>

            """
    }

    // MARK: reports by state

    private struct Tally {
        var reports = 0
        var clean = 0
        var settled = 0
        var open = 0
        var openFigures = 0
        var doneFigures = 0
    }

    private func doubts(_ number: Int) -> (open: Int, done: Int) {
        let source = session.sources[number]
        let standings = session.log.standings[source.key]
        var counts = (open: 0, done: 0)
        for figure in source.report.figures where figure.isInDoubt {
            if standings[figure.id]?.state == .done { counts.done += 1 } else { counts.open += 1 }
        }
        return counts
    }

    private func tally(_ numbers: some Sequence<Int>) -> Tally {
        var tally = Tally()
        for number in numbers {
            let counts = doubts(number)
            tally.reports += 1
            tally.openFigures += counts.open
            tally.doneFigures += counts.done
            if counts.open > 0 {
                tally.open += 1
            } else if counts.done > 0 {
                tally.settled += 1
            } else {
                tally.clean += 1
            }
        }
        return tally
    }

    private var states: String {
        let tally = tally(session.sources.indices)
        return """
            <h2>\(say("进度", "Progress"))</h2>
            <p>\(say(
                "报告 \(tally.reports) 份：无存疑 \(tally.clean)，已核完 \(tally.settled)，待核 \(tally.open)。存疑数据：待核 \(tally.openFigures)，已核 \(tally.doneFigures)。",
                "\(tally.reports) reports: \(tally.clean) without doubts, \(tally.settled) settled, \(tally.open) open. Figures: \(tally.openFigures) to look at, \(tally.doneFigures) settled."))</p>
            \(bar([("clean", tally.clean), ("settled", tally.settled), ("open", tally.open)]))
            """
    }

    private func bar(_ parts: [(name: String, count: Int)]) -> String {
        let total = max(1, parts.reduce(0) { $0 + $1.count })
        var x = 0.0
        var svg =
            "<svg class=\"bar\" viewBox=\"0 0 600 20\" preserveAspectRatio=\"none\" role=\"img\" aria-hidden=\"true\">"
        for part in parts {
            let width = 600 * Double(part.count) / Double(total)
            svg += "<rect class=\"\(part.name)\" x=\"\(x)\" y=\"0\" width=\"\(width)\" height=\"20\"/>"
            x += width
        }
        return svg + "</svg>"
    }

    private var years: String {
        let groups = Dictionary(grouping: session.sources.indices) { session.sources[$0].report.year ?? 0 }
        guard groups.count > 1 else { return "" }
        var text =
            "<h2>\(say("按年度", "By year"))</h2><div class=\"scroll\"><table><tr><th>\(say("年度", "Year"))</th>"
            + "<th>\(say("报告", "Reports"))</th><th>\(say("待核数据", "Figures to look at"))</th><th></th></tr>"
        for (year, numbers) in groups.sorted(by: { $0.key < $1.key }) {
            let tally = tally(numbers)
            text +=
                "<tr><td>\(year == 0 ? "—" : String(year))</td><td class=\"num\">\(tally.reports)</td>"
                + "<td class=\"num\">\(tally.openFigures)</td><td>"
                + bar([("clean", tally.clean), ("settled", tally.settled), ("open", tally.open)]) + "</td></tr>"
        }
        return text + "</table></div>"
    }

    // MARK: which figures

    /// The applications table as a map: how often each figure is in doubt.
    private var heat: String {
        var counts: [FigureID: Int] = [:]
        for source in session.sources {
            for figure in source.report.figures where figure.isInDoubt { counts[figure.id, default: 0] += 1 }
        }
        let most = max(1, counts.values.max() ?? 1)
        var text = "<h2>\(say("哪些数据最常存疑", "Which figures are in doubt most"))</h2>"
        for table in [FormTable.applications, .disputes, .disclosure] {
            let versions = Set(session.sources.map { $0.report.forms[table] }).sorted { $0.rawValue > $1.rawValue }
            for version in versions where table != .disputes || version == versions.first {
                let definition = FormDefinition.statutory(table, version)
                guard definition.figures.contains(where: { counts[$0] != nil }) else { continue }
                text += "<h3>\(table.name[language].html) (\(version.rawValue))</h3>"
                for block in definition.blocks { text += map(block, table, counts, most) }
            }
        }
        return text
    }

    private func map(_ block: FormBlock, _ table: FormTable, _ counts: [FigureID: Int], _ most: Int) -> String {
        var text = "<div class=\"scroll\"><table class=\"heat\"><tr><th>\(block.label.html)</th>"
        for column in block.columns { text += "<th>\(column.label.html)</th>" }
        text += "</tr>"
        for row in block.rows {
            text += "<tr><th scope=\"row\">\(row.label.html)</th>"
            for column in block.columns {
                let count = counts[FigureID(table, row.id, column.id)] ?? 0
                let level = count == 0 ? 0 : 1 + count * 4 / (most + 1)
                text += "<td class=\"num heat\(level)\">\(count == 0 ? "" : String(count))</td>"
            }
            text += "</tr>"
        }
        return text + "</table></div>"
    }

    // MARK: failures

    private var failures: String {
        guard !session.failures.isEmpty else { return "" }
        var text = "<h2>\(say("读不出报告的文档", "Documents without a report")) (\(session.failures.count))</h2>"
        let groups = Dictionary(grouping: session.failures) { $0.reason }
        text += "<div class=\"scroll\"><table>"
        for (reason, members) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            text +=
                "<tr><th scope=\"row\">\(reason.html)</th><td class=\"num\">\(members.count)</td><td>"
                + members.prefix(20).map { $0.source.html }.joined(separator: "<br>") + "</td></tr>"
        }
        return text + "</table></div>"
    }

    // MARK: reports

    private static let listed = 500

    private var list: String {
        let rows = session.sources.indices.map { (number: $0, counts: doubts($0)) }
            .sorted { ($1.counts.open, $0.number) < ($0.counts.open, $1.number) }
        var text =
            "<h2>\(say("报告", "Reports"))</h2><div class=\"scroll\"><table><tr><th>\(say("机关", "Agency"))</th>"
            + "<th>\(say("年度", "Year"))</th><th>\(say("来源", "Source"))</th><th>\(say("待核", "Open"))</th>"
            + "<th>\(say("已核", "Settled"))</th><th>\(say("问题", "Findings"))</th></tr>"
        for row in rows.prefix(Self.listed) {
            let report = session.sources[row.number].report
            let agency = report.agency.isEmpty ? "—" : report.agency
            text +=
                "<tr><td><a href=\"./#report=\(row.number)\">\(agency.html)</a></td>"
                + "<td>\(report.year.map(String.init) ?? "—")</td><td>\(report.source.html)</td>"
                + "<td class=\"num\">\(row.counts.open)</td><td class=\"num\">\(row.counts.done)</td>"
                + "<td class=\"num\">\(report.findings.count { $0.severity > .note })</td></tr>"
        }
        return text + "</table></div>"
    }
}
