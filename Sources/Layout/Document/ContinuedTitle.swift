import ReportModel

/// Titles over the rest of a table that goes on overleaf: Table 7. Population by age—Continued.
enum ContinuedTitle {
    /// The title's lines and those that repeat the unit of its figures.
    private static let mostLines = 4
    /// The lines of a note that refers to the table's end.
    private static let mostNoteLines = 2

    /// A page's blocks without the title of a table that goes on; nil where they begin with none.
    static func removed(from body: ArraySlice<PageLayout.Block>) -> ArraySlice<PageLayout.Block>? {
        guard let index = body.prefix(mostLines + 1).firstIndex(where: { if case .table = $0 { true } else { false } }),
            index > body.startIndex
        else { return nil }
        let isMarked = body[..<index].contains { block in
            if case .line(let line) = block { isContinued(line.text) } else { false }
        }
        return isMarked ? body[index...] : nil
    }

    private static func isContinued(_ title: String) -> Bool {
        let last = title.lowercased().split { " —–-()（）[]".contains($0) }.last
        return last.map { ["continued", "con.", "cont.", "cont'd", "cont’d", "续"].contains($0) } ?? false
            || title.squeezed.hasPrefix("续表")
    }

    /// With a note below the page's last table before that, so that the table is what the page ends with.
    static func withNoteFirst(_ body: ArraySlice<PageLayout.Block>) -> ArraySlice<PageLayout.Block> {
        guard
            let index = body.suffix(mostNoteLines + 1).lastIndex(where: { if case .table = $0 { true } else { false } }
            ),
            index + 1 < body.endIndex
        else { return body }
        return (body[..<index] + body[(index + 1)...] + [body[index]])[...]
    }
}
