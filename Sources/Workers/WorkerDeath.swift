public import ProcessBridge

/// Why a worker is no more.
public struct WorkerDeath: Sendable, Hashable {
    public enum Cause: Sendable, Hashable {
        /// It, or a library in it, did something that the system ends a process for; the signal.
        case crash(signal: Int)
        /// A library ended the process: its exit code.
        case exit(code: Int)
        case outOfMemory
        /// The processor time that it was given.
        case processorTime
        /// It answered with what is no answer, or hung up and lived on.
        case gibberish
    }

    public var cause: Cause
    public var end: ChildProcess.End
    /// The last that it said on standard output and error.
    public var chatter: String

    init(end: ChildProcess.End, lastWords: [UInt8]?, chatter: String, isBroken: Bool) {
        self.end = end
        self.chatter = chatter
        let ranOut = (lastWords?.count == 2 && lastWords?.last == 1) || Self.tellsOfMemory(chatter)
        switch (end.signal, end.code) {
        case (_, _) where isBroken || end.wasStopped: cause = .gibberish
        case (let signal?, _):
            let signal = lastWords?.first.map(Int.init) ?? Int(signal)
            cause =
                signal == Self.processorTimeSignal
                ? .processorTime : ranOut || signal == Self.killSignal ? .outOfMemory : .crash(signal: signal)
        case (nil, let code): cause = ranOut ? .outOfMemory : .exit(code: Int(code ?? 0))
        }
    }

    private static let processorTimeSignal = 24
    /// Not from us: the system sends it where the machine has no memory left.
    private static let killSignal = 9

    /// The words of C++, poppler, glib and Swift for memory that cannot be had.
    private static func tellsOfMemory(_ chatter: String) -> Bool {
        ["bad_alloc", "ut of memory", "failed to allocate", "annot allocate memory"].contains { words in
            chatter.utf8.windows(of: words.utf8.count).contains { $0.elementsEqual(words.utf8) }
        }
    }
}

extension String.UTF8View {
    fileprivate func windows(of count: Int) -> [Substring.UTF8View] {
        var windows: [Substring.UTF8View] = []
        var start = startIndex
        while let end = index(start, offsetBy: count, limitedBy: endIndex) {
            windows.append(self[start..<end])
            guard start < endIndex else { break }
            start = index(after: start)
        }
        return windows
    }
}
