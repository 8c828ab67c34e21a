import ReportModel
import Testing

@testable import Readers

/// Rows with a cell too few or too many, in tables that say nothing of where a cell stands.
@Suite struct RaggedRowsTests {
    /// The first cells of the rows that are ragged.
    static func ragged(_ rows: String) throws -> [String] {
        guard case .table(let table)? = try WebReaderTests.page("<table>\(rows)</table>").layout.blocks.first else {
            return ["no table"]
        }
        return table.cells.filter { $0.isInRaggedRow }.map(\.text)
    }

    @Test(arguments: [
        ("<tr><td>a<td>b<td>c<tr><td>d<td>e<td>f<tr><td>g<td>h<td>i", []),
        ("<tr><td>a<td>b<td>c<td>x<tr><td>d<td>e<td>f<td>x<tr><td>g<td>h<td>i", ["g", "h", "i"]),
        ("<tr><td>a<td>b<td>c<tr><td>d<td>e<td>f<tr><td>g<td>h<td>i<td>j", ["g", "h", "i", "j"]),
        // A label and one figure cannot have changed places.
        ("<tr><td>a<td>b<td>c<tr><td>d<td>e<td>f<tr><td>g<td>h", []),
        // Of two rows either may be wrong.
        ("<tr><td>a<td>b<td>c<td>d<tr><td>e<td>f<td>g", ["a", "b", "c", "d", "e", "f", "g"]),
        // What a merged cell covers is there.
        ("<tr><td rowspan=2>a<td>b<td>c<td>d<tr><td>e<td>f<td>g", []),
        ("<tr><td>b<td>c<td>d<td rowspan=2>a<tr><td>e<td>f<td>g", []),
        ("<tr><td colspan=4>a<tr><td>e<td>f<td>g<td>h", []),
        // The group's label ends a row too early: the last row's cells are all one place to the left.
        (
            "<tr><td rowspan=2>a<td>b<td>1<td>2<tr><td>c<td>3<td>4<tr><td>d<td>5<td>6",
            ["d", "5", "6"]
        ),
    ])
    func areThoseThatEndElsewhere(rows: String, expected: [String]) throws {
        #expect(try Self.ragged(rows) == expected)
    }
}
