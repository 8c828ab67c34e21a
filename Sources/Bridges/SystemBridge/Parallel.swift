private import Glibc
private import Synchronization

/// Work on several threads at once.
public enum Parallel {
    /// Every element's result, in the order of the elements: pthread_create(3). Where the system gives no thread, the
    /// caller's does it all.
    public static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], threads: Int, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        guard threads > 1, elements.count > 1 else { return elements.map(transform) }
        let work = Work<Result>()
        let run: @Sendable () -> Void = {
            while true {
                let index = work.next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < elements.count else { return }
                let result = transform(elements[index])
                work.results.withLock { $0[index] = result }
            }
        }
        let helpers = (1..<min(threads, elements.count)).compactMap { _ in start(run) }
        run()
        for helper in helpers { helper.join() }
        let results = work.results.withLock { $0 }
        return elements.indices.compactMap { results[$0] }
    }

    struct Thread {
        fileprivate let id: pthread_t

        func join() { pthread_join(id, nil) }
    }

    static func start(_ run: @escaping @Sendable () -> Void) -> Thread? {
        let task = Unmanaged.passRetained(Task(run))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Task>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            }, task.toOpaque())
        guard code == 0 else {
            task.release()
            return nil
        }
        return Thread(id: thread)
    }

    private final class Task: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

/// What the threads share.
private final class Work<Result: Sendable>: Sendable {
    let next = Atomic<Int>(0)
    let results = Mutex<[Int: Result]>([:])
}
