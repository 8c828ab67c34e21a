import ReportModel

extension ReadFailure {
    /// What took a worker with it on a page, where that may be the page's fault.
    var pageLoss: PageLoss? {
        switch code {
        case .timedOut: .time
        case .outOfMemory: .memory
        case .crashed: .crash
        default: nil
        }
    }
}

extension [Report] {
    /// With pages that were left out, in the order of all.
    func losing(_ pages: [Int], _ loss: PageLoss) -> [Report] {
        let lost = pages.map {
            PageSummary(number: $0, width: 0, height: 0, method: .text, state: .blank, warnings: [.notRead(loss)])
        }
        return map { report in
            var report = report
            report.pages = (report.pages + lost).sorted { $0.number < $1.number }
            return report
        }
    }
}
