/// What one document may cost.
public struct WorkerLimits: Sendable, Hashable {
    /// Of processor time; see `WorkerPatience`.
    public var seconds: Int
    /// Of address space, in megabytes.
    public var megabytes: Int

    public init(seconds: Int = Self.defaultSeconds, megabytes: Int = Self.defaultMegabytes) {
        self.seconds = seconds
        self.megabytes = megabytes
    }

    /// A hundred times what the longest fixture with a text layer takes.
    public static let defaultSeconds = 180
    /// A page of 300 dpi and the recogniser with its two languages take half of that.
    public static let defaultMegabytes = 2048

    public static let secondsRange = 1...86_400
    /// Below that not even the libraries fit.
    public static let megabytesRange = 256...1_048_576
}
