import ReportModel
import SQLiteBridge
import Workers

/// Sets every office's reports beside each other, year against year, and notes what does not fit.
struct SeriesPass {
    private let ledger: Ledger

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    /// One report of a document.
    private struct Member {
        var reading: Int
        var number: Int
        var report: Report
    }

    func run() throws(LedgerProblem) {
        try ledger.transaction { () throws(LedgerProblem) in
            try ledger.change("DELETE FROM series")
        }
    }
}
