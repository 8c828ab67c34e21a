import ReportModel
import SystemBridge

extension BatchRun {
    /// Gives waiting documents to workers that have none.
    func assign() throws(BatchStop) {
        while !queue.isEmpty, pool.freeSeats > 0 {
            let job = queue.removeFirst()
            do throws(SystemError) { try pool.assign(job) } catch { throw .output(error) }
        }
    }

    /// Hears what the workers have to say.
    func hearPool() throws(BatchStop) {
        for event in pool.pump() {
            switch event {
            case .finished(let job, let result): try finish(job, result)
            case .killed(var job, let result):
                job.kills += 1
                try inLedger { () throws(LedgerProblem) in try ledger.noteKill(job.reading) }
                // Once may have been the machine; twice was the document.
                if job.kills < 2 { queue.insert(job, at: 0) } else { try finish(job, result) }
            case .unread(let job): queue.insert(job, at: 0)
            case .unusable(let failure): throw .machine(failure)
            }
        }
    }

    private func finish(_ job: ReadingJob, _ result: ReadingResult) throws(BatchStop) {
        try inLedger { () throws(LedgerProblem) in try ledger.finish(job.reading, result) }
        let documents = waiting.removeValue(forKey: job.reading) ?? 1
        snapshot.fresh += documents
        for _ in 0..<documents { snapshot.count(exitCode: Int(result.exitCode.rawValue)) }
    }
}
