/// How far an archive is followed.
public struct UnpackingLimits: Sendable, Hashable {
    /// A document that is larger is not read; `SourceFile.sizeLimit` for files.
    public var document = 512 << 20
    /// Archives inside each other, the outermost counted.
    public var depth = 8
    /// Members of the outermost archive and of all inside it.
    public var members = 1_000_000
    /// All that comes out of the outermost archive, for each of its own bytes. Reports pack to a half, text dumps to a
    /// tenth, text dumps packed twice to a fiftieth; a bomb is a thousand times smaller than what it holds.
    public var ratio = 100
    /// What may come out of however small an archive.
    public var floor = 1 << 30
    /// A nested archive up to that size is kept in memory while it is read; a larger one in a temporary file.
    public var inMemory = 32 << 20
    /// The largest such temporary file. In megabytes: the system enforces it.
    public var spoolMegabytes = 8192
    /// How many such archives may stand inside each other.
    public var spools = 3

    public init() {}

    func output(ofArchive size: Int) -> Int {
        let (product, overflow) = max(0, size).multipliedReportingOverflow(by: ratio)
        return overflow ? .max : max(product, floor)
    }
}
