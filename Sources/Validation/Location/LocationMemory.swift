import ReportModel

/// Searches of one file that are over: a text that repeats itself holds hundreds of equal tables.
struct LocationMemory {
    /// All that a search depends on.
    private struct Key: Hashable {
        var cells: [FigureID]
        var evidence: [CellEvidence]
    }

    private var known: [Key: Location] = [:]
    /// Tables that differ all the time are not worth remembering.
    private static let most = 64

    /// The location of a system's mistakes, searched for once.
    mutating func location(of system: SumSystem, search: (SumSystem) -> Location) -> Location {
        let key = Key(cells: system.structure.cells, evidence: system.evidence)
        if let location = known[key] { return location }
        let location = search(system)
        if !location.holds, known.count < Self.most { known[key] = location }
        return location
    }
}
