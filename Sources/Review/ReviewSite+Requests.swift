import ReportModel
import SoupBridge

/// What a request says.
extension ReviewSite {
    func language(_ request: WebRequest) -> Language {
        request.query["lang"].flatMap(Language.init) ?? language
    }

    func report(_ text: String?) -> Int? {
        text.flatMap { Int($0) }.flatMap { session.sources.indices.contains($0) ? $0 : nil }
    }

    /// `3:applications/new/total`
    func position(_ text: String?) -> ReviewSession.Position? {
        guard let text, let colon = text.firstIndex(of: ":"), let number = report(String(text[..<colon])),
            let id = FigureID(text[text.index(after: colon)...])
        else { return nil }
        return ReviewSession.Position(report: number, figure: id)
    }

    func filter(_ request: WebRequest) -> QueueFilter {
        var filter = QueueFilter()
        func given(_ name: String) -> String? { request.query[name].flatMap { $0.isEmpty ? nil : $0 } }
        filter.report = report(given("report"))
        filter.table = given("table").flatMap(FormTable.init)
        filter.rule = given("rule")
        filter.verdict = given("verdict").flatMap(Finding.Verdict.init)
        filter.year = given("year").flatMap { Int($0) }
        filter.status = given("status").flatMap(FigureStatus.init)
        filter.text = given("text") ?? ""
        if let state = given("state") { filter.state = Standing.State(rawValue: state) }
        return filter
    }
}
