import ReportModel
private import SystemBridge

/// The processor time that a document may take before no further page of it is begun.
///
/// A scan is as long as it is, and each of its pages adds to the time: only what takes many times a page's usual share
/// is given up.
struct ReadingTime {
    private let seconds: Double?
    private let start = ProcessorTime.processSeconds
    private var scannedPages = 0

    /// Of a document's time. A scanned page takes one or two seconds of 180.
    private static let pageShare = 0.1

    init(_ settings: ReadingSettings) { seconds = settings.seconds.map(Double.init) }

    mutating func tookScannedPage() { scannedPages += 1 }

    var isOver: Bool {
        guard let seconds else { return false }
        return ProcessorTime.processSeconds - start > seconds * (1 + Double(scannedPages) * Self.pageShare)
    }
}

extension Page {
    /// A page that nobody looked at.
    static func notRead(_ number: Int, _ loss: PageLoss) -> Page {
        Page(number: number, width: 0, height: 0, state: .blank, warnings: [.notRead(loss)])
    }
}

extension PageSummary {
    var isUnread: Bool { warnings.contains { if case .notRead = $0 { true } else { false } } }
}

extension [Report] {
    /// With the pages of their document that were not read: they may be any report's.
    func withUnread(_ pages: [PageSummary]) -> [Report] {
        let unread = pages.filter(\.isUnread)
        guard !unread.isEmpty else { return self }
        return map { report in
            var report = report
            report.pages = report.pages.filter { !$0.isUnread } + unread
            return report
        }
    }
}
