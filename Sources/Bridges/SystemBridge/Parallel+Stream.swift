private import Glibc

extension Parallel {
    /// A row of work whose pieces are made by the caller, done on other threads and handed back in order: no more than
    /// `threads` pieces and one wait or are worked on at any time. pthread_create(3), pthread_cond_wait(3)
    ///
    /// - Parameters:
    ///   - count: how many pieces there are.
    ///   - state: what a thread keeps from piece to piece, made on it.
    ///   - make: a piece, on the caller's thread; it keeps nothing of it, so that one thread at a time has it.
    ///   - take: what came of each piece, in order, on the caller's thread; false to end early.
    public static func stream<Piece, State, Result: Sendable>(
        count: Int, threads: Int, state: @escaping @Sendable () -> State, make: (Int) -> Piece,
        work: @escaping @Sendable (inout State, Piece) -> Result, take: (Result) -> Bool
    ) {
        guard threads > 1, count > 1 else {
            var state = state()
            for index in 0..<count where !take(work(&state, make(index))) { return }
            return
        }
        let line = Line<Piece, Result>()
        let run: @Sendable () -> Void = {
            var state = state()
            while let (index, piece) = line.next() { line.finish(index, work(&state, piece)) }
        }
        let number = min(threads, count)
        let helpers = (0..<number).compactMap { _ in start(run) }
        defer {
            line.close()
            for helper in helpers { helper.join() }
        }
        var own: State?
        var made = 0
        for index in 0..<count {
            while made < count, made <= index + number {
                line.add(made, make(made))
                made += 1
            }
            // Where the system gave no thread, this one does the work.
            if helpers.isEmpty, let (index, piece) = line.next() {
                var kept = own ?? state()
                line.finish(index, work(&kept, piece))
                own = kept
            }
            guard take(line.result(index)) else { return }
        }
    }
}

/// Pieces that wait, and results that nobody has taken yet.
///
/// Sendable: every access is made with the lock held, and a piece belongs to whoever has taken it out.
private final class Line<Piece, Result: Sendable>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [(index: Int, piece: Piece)] = []
    private var results: [Int: Result] = [:]
    private var isClosed = false

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_cond_destroy(change)
        pthread_mutex_destroy(lock)
        change.deallocate()
        lock.deallocate()
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }

    func add(_ index: Int, _ piece: Piece) {
        locked {
            waiting.append((index, piece))
            pthread_cond_broadcast(change)
        }
    }

    func close() {
        locked {
            isClosed = true
            waiting = []
            pthread_cond_broadcast(change)
        }
    }

    /// Waits for a piece; nil once the line is closed.
    func next() -> (index: Int, piece: Piece)? {
        locked {
            while waiting.isEmpty, !isClosed { pthread_cond_wait(change, lock) }
            return waiting.isEmpty ? nil : waiting.removeFirst()
        }
    }

    func finish(_ index: Int, _ result: Result) {
        locked {
            results[index] = result
            pthread_cond_broadcast(change)
        }
    }

    /// Waits for what comes of a piece that was added.
    func result(_ index: Int) -> Result {
        locked {
            while true {
                if let result = results.removeValue(forKey: index) { return result }
                pthread_cond_wait(change, lock)
            }
        }
    }
}
