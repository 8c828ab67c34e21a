import ReportModel

extension ReadFailure: Portable {
    func write(to writer: inout ByteWriter) {
        writer.value(code)
        writer.optional(page)
        writer.optional(detail)
        writer.optional(underlying)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            try reader.value(), page: try reader.optional(), detail: try reader.optional(),
            underlying: try reader.optional())
    }
}

extension ReadFailure.Code: Portable {
    /// The cases that carry nothing, in the order of their numbers.
    private static let plain: [ReadFailure.Code] = [
        .notFound, .notReadable, .isFolder, .empty, .encrypted, .damaged, .overLimit, .notAReport, .tooDamagedToPlace,
        .link, .specialFile, .climbsOut, .bomb,
    ]

    func write(to writer: inout ByteWriter) {
        switch self {
        case .notFound, .notReadable, .isFolder, .empty, .encrypted, .damaged, .overLimit, .notAReport,
            .tooDamagedToPlace, .link, .specialFile, .climbsOut, .bomb:
            writer.byte(UInt8(Self.plain.firstIndex(of: self) ?? 0))
        case .unsupportedKind(let kind):
            writer.byte(100)
            writer.name(kind)
        case .noTextLayer(let state):
            writer.byte(101)
            writer.name(state)
        case .timedOut(let seconds):
            writer.byte(102)
            writer.integer(seconds)
        case .outOfMemory(let megabytes):
            writer.byte(103)
            writer.integer(megabytes)
        case .crashed(let signal):
            writer.byte(104)
            writer.integer(signal)
        case .missingOnMachine(let package):
            writer.byte(105)
            writer.string(package)
        case .noConfinement(let part):
            writer.byte(106)
            writer.string(part)
        case .noSuchPages(let count):
            writer.byte(107)
            writer.integer(count)
        }
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        switch try reader.byte() {
        case 100: self = .unsupportedKind(try reader.name())
        case 101: self = .noTextLayer(try reader.name())
        case 102: self = .timedOut(seconds: try reader.integer())
        case 103: self = .outOfMemory(megabytes: try reader.integer())
        case 104: self = .crashed(signal: try reader.integer())
        case 105: self = .missingOnMachine(package: try reader.string())
        case 106: self = .noConfinement(try reader.string())
        case 107: self = .noSuchPages(count: try reader.integer())
        case let number:
            guard Int(number) < Self.plain.count else { throw reader.problem() }
            self = Self.plain[Int(number)]
        }
    }
}

extension PageSelection: Portable {
    func write(to writer: inout ByteWriter) {
        writer.array(ranges.flatMap { [$0.lowerBound, $0.upperBound] })
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        let ends: [Int] = try reader.array()
        guard ends.count.isMultiple(of: 2) else { throw reader.problem() }
        var ranges: [ClosedRange<Int>] = []
        for index in stride(from: 0, to: ends.count, by: 2) {
            guard ends[index] <= ends[index + 1] else { throw reader.problem() }
            ranges.append(ends[index]...ends[index + 1])
        }
        self.init(ranges)
    }
}
