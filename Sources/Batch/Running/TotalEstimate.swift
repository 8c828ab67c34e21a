import SystemBridge

/// How much there is to do: counted beside the work, by a second walk that looks at sizes alone.
struct TotalEstimate {
    private var walk: SourceWalk?
    private var isCounted = false
    private var files = 0
    private var bytes = 0
    /// Of the files that the batch itself has come to.
    private var passedFiles = 0
    private var passedBytes = 0
    private var currentSize = 0

    /// - Parameter sources: nil where they cannot be walked twice.
    init(sources: [String]?, options: WalkOptions) {
        var options = options
        options.opensFiles = false
        walk = sources.map { SourceWalk(sources: $0, lists: [], options: options) }
    }

    /// Counts on for that long.
    mutating func advance(for time: Duration) {
        guard !isCounted, walk != nil else { return }
        let start = ContinuousClock.now
        while ContinuousClock.now - start < time {
            guard let step = walk?.next() else {
                isCounted = true
                walk = nil
                return
            }
            guard case .found(let found, _) = step else { continue }
            files += 1
            switch found.content {
            case .file(_, let status), .unopened(let status): bytes += status.size
            case .failure: break
            }
        }
    }

    /// The batch has come to a file of that size.
    mutating func pass(file size: Int) {
        passedFiles += 1
        passedBytes += size
        currentSize = size
    }

    /// How many documents there will be; guessed from the bytes walked where there are archives.
    func total(_ snapshot: BatchSnapshot, _ archive: OpenArchive?) -> (Int?, Bool) {
        guard isCounted else { return (nil, false) }
        // Without archives a file is a document.
        if archive == nil, snapshot.found == passedFiles { return (max(files, snapshot.found), false) }
        let unread = archive.map { max(0, currentSize - $0.file.position) } ?? 0
        let walked = passedBytes - unread
        guard walked > 0, snapshot.found > 0 else { return (nil, false) }
        let guess = Double(snapshot.found) * Double(bytes) / Double(walked)
        return (max(snapshot.found, Int(guess.rounded())), true)
    }
}
