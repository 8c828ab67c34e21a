import HashBridge
import Messages
public import ReportModel
import WebText

/// A page for sending on: the open figures of a review with their pictures, to be settled anywhere, from which the
/// decisions come back as a file.
public struct PortableReview {
    private let session: ReviewSession
    private let language: Language

    public init(_ session: ReviewSession, language: Language) {
        self.session = session
        self.language = language
    }

    /// A page with more pictures no mail takes.
    public static let limit = 600

    private func say(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    /// How many figures the page leaves out, beyond the limit.
    public var leftOut: Int { max(0, entries.count - Self.limit) }

    private var entries: [ReviewQueue.Entry] {
        session.queue.entries.filter { session.lets($0, QueueFilter()) }
    }

    public var html: String {
        let title = say("待核数据", "Figures to look at")
        let script = PortableScript.text
        var page = """
            <!doctype html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-\(Self.hash(of: script))'">
            <title>\(title)</title>
            <style>
            \(PageStyle.css)
            article{display:grid;gap:.4rem}input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;padding:.2rem .5rem}
            .bar{position:sticky;bottom:0;background:var(--soft);padding:.6rem;border-top:1px solid var(--line)}
            fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1rem}
            button{font:inherit;padding:.3rem .8rem}
            :focus-visible{outline:3px solid var(--blue)}
            .shot{position:relative;display:inline-block}.shot img{display:block}
            pre{overflow:auto;margin:0;padding:.4rem;border:1px solid var(--line)}
            .mark{position:absolute;border:2px solid #d9480f;border-radius:3px}
            </style></head>
            <body><main>
            <h1>\(title)</h1>
            <p>\(say("逐项选择，填上姓名，点“存为文件”，把文件发回。", "Choose for each, say who you are, save the file and send it back."))</p>

            """
        for (number, entry) in entries.prefix(Self.limit).enumerated() { page += article(entry, number) }
        page += """
            <p class="bar"><label>\(say("核对人", "Reviewer")) <input id="author" maxlength="60"></label>
            <button type="button" id="save">\(say("存为文件", "Save the file"))</button>
            <span id="told" role="status" data-saved="\(say("已存：", "Saved: "))" data-who="\(say("请填写核对人", "Say who you are"))" data-wrong="\(say("不是数字：", "No number: "))"></span></p>
            </main><script>\(script)</script></body></html>

            """
        return page
    }

    private func article(_ entry: ReviewQueue.Entry, _ number: Int) -> String {
        let source = session.sources[entry.report]
        let figure = source.report.figures[entry.figure]
        let standing = session.standing(.init(report: entry.report, figure: entry.id))
        let value = figure.amount?.description ?? ""
        let suggestion = figure.suggestions.first?.value.description ?? ""
        let label = FigureLabel(entry.id, version: figure.form).text
        func choice(_ action: String, _ text: String, _ value: String) -> String {
            "<label><input type=\"radio\" name=\"f\(number)\" value=\"\(action)\" data-value=\"\(value.html)\"> \(text.html)</label>"
        }
        var choices: [String] = []
        if figure.isSeen {
            let shown = value.isEmpty ? say("空白", "blank") : value
            choices.append(choice("confirm", say("识别正确：", "The reading is right: ") + shown, value))
            choices.append(choice("printed", say("原文如此，报告有误", "As printed, the report is wrong"), value))
        }
        if !suggestion.isEmpty {
            choices.append(choice("suggestion", say("建议值 ", "Suggestion ") + suggestion, suggestion))
        }
        if !value.isEmpty || !figure.isSeen { choices.append(choice("blank", say("空白", "Blank"), "")) }
        return """
            <article data-report="\(source.key.html)" data-about="\(source.about.html)" data-figure="\(entry.id.description.html)" \
            data-value="\(value.html)" data-printed="\(figure.printed.html)" data-status="\(figure.status.rawValue)" \
            data-suggestion="\(suggestion.html)" data-seen="\(standing.lastID.html)">
            <p><span class="tag \(figure.status.rawValue)">\(figure.status.name[language].html)</span> \
            <span class="dim">\(source.about.html)</span><br><strong>\(label.html)</strong></p>
            \(picture(figure, source))\(lines(figure, source))
            <fieldset>\(choices.joined(separator: "\n"))
            <label>\(say("应为", "It is")) <input class="typed" inputmode="decimal" size="10" maxlength="24"></label>
            <label>\(say("附注", "Note")) <input class="reason" maxlength="500"></label></fieldset>
            </article>

            """
    }

    private func picture(_ figure: Figure, _ source: ReviewSource) -> String {
        guard let place = source.report.likelyPlace(of: figure), let page = place.page, let document = source.document,
            let summary = source.report.pages.first(where: { $0.number == page }), summary.width > 0, summary.height > 0
        else { return "" }
        let sheet = Box(x: 0, y: 0, width: summary.width, height: summary.height)
        let around = Box(
            x: place.box.x - 120, y: place.box.y - 30, width: place.box.width + 240, height: place.box.height + 60)
        guard let crop = around.intersection(sheet),
            let bytes = session.pictures.png(of: document, page: page, box: crop, pixelsPerPoint: 2)
        else { return "" }
        let words = place.description[language].html
        let mark = place.box.insetBy(-2)
        func percent(_ part: Double, of whole: Double) -> String { "\(Int((part / whole * 1000).rounded()))" }
        let style = [
            ("left", percent(mark.x - crop.x, of: crop.width)), ("top", percent(mark.y - crop.y, of: crop.height)),
            ("width", percent(mark.width, of: crop.width)), ("height", percent(mark.height, of: crop.height)),
        ].map { "\($0.0):calc(\($0.1)% / 10)" }.joined(separator: ";")
        return """
            <figure><span class="shot"><img alt="\(words)" src="\(Base64.pngAddress(bytes))">\
            <span class="mark" style="\(style)"></span></span><figcaption>\(words)</figcaption></figure>
            """
    }

    /// Of a text document: the lines around, the figure marked.
    private func lines(_ figure: Figure, _ source: ReviewSource) -> String {
        guard let lines = LinesAround(figure, in: source, session.pictures, reach: 2) else { return "" }
        let rows = lines.text.enumerated().map { index, text in
            let letters = Array(text.unicodeScalars)
            guard lines.first + index == lines.line else { return letters.prefix(Self.shownLetters).html }
            let start = min(lines.column - 1, letters.count)
            let end = min(start + lines.length, letters.count)
            let before = letters[..<start].suffix(Self.shownLetters / 2)
            let after = letters[end...].prefix(Self.shownLetters / 2)
            return "\(before.html)<mark>\(letters[start..<end].html)</mark>\(after.html)"
        }
        let words = LocalisedText(chinese: "第 \(lines.line) 行", english: "line \(lines.line)")[language]
        return "<figure><pre>\(rows.joined(separator: "\n"))</pre><figcaption>\(words)</figcaption></figure>"
    }

    /// Of a line that holds a whole page, so much is shown.
    private static let shownLetters = 160

    private static func hash(of script: String) -> String {
        let digits = Array(ContentHash(of: Array(script.utf8)).description.utf8)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
        }
        return Base64.text(bytes)
    }
}

extension Sequence<Unicode.Scalar> {
    fileprivate var html: String { String(String.UnicodeScalarView(self)).html }
}

enum PortableScript {
    /// Gathers what was chosen into lines as the log has them. The same bytes for every page: its hash stands in the
    /// page's policy.
    static let text = #"""
        "use strict";
        document.getElementById("save").addEventListener("click", () => {
          const told = document.getElementById("told"), author = document.getElementById("author").value.trim();
          if (!author) { told.textContent = told.dataset.who; document.getElementById("author").focus(); return; }
          const lines = [];
          for (const one of document.querySelectorAll("article")) {
            const chosen = one.querySelector("input[type=radio]:checked"), reason = one.querySelector(".reason").value;
            const typed = one.querySelector(".typed").value.trim();
            if (typed && !/^[-+]?\d{1,18}(\.\d+)?$/.test(typed)) { told.textContent = told.dataset.wrong + typed; one.querySelector(".typed").focus(); return; }
            if (!chosen && !typed && !reason) continue;
            const action = typed ? "value" : chosen ? chosen.value : "note";
            const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), b => b.toString(16).padStart(2, "0")).join("");
            const data = one.dataset;
            lines.push(JSON.stringify({ schema: "gxingest.decision", version: 1, id, time: new Date().toISOString().slice(0, 19) + "Z", author,
              report: data.report, about: data.about, figure: data.figure, action, value: typed || (chosen ? chosen.dataset.value : ""),
              shown: { value: data.value, printed: data.printed, status: data.status, suggestion: data.suggestion }, reason, seen: data.seen, undoes: "" }));
          }
          const link = document.createElement("a");
          link.href = URL.createObjectURL(new Blob([lines.map(line => line + "\n").join("")], { type: "application/jsonl" }));
          link.download = "decisions.jsonl";
          link.click();
          told.textContent = told.dataset.saved + lines.length;
        });
        """#
}
