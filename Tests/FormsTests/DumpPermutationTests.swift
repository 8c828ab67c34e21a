import Forms
import GxTestSupport
import ReportModel
import Testing

/// Rows and columns in another order than the form's.
@Suite struct DumpPermutationTests {
    enum Permutation: CaseIterable {
        case rows, columns, both

        func tables(_ sample: DumpSample, _ generator: inout SeededGenerator) -> [DrawnTable] {
            var rows = generator
            var columns = generator
            generator = SeededGenerator(seed: generator.next())
            return sample.tables(
                rowOrder: { self == .columns ? $0 : $0.shuffled(using: &rows) },
                columnOrder: { self == .rows ? $0 : $0.shuffled(using: &columns) })
        }
    }

    private static func cases(_ layout: DumpLayout, _ name: String, _ drawn: DumpLayoutTests.Drawing)
        -> [DumpLayoutTests.Case]
    {
        DumpLayoutTests.seeds(3 * DumpLayoutTests.rounds).map { seed in
            DumpLayoutTests.made(
                "\(name)-\(layout.rawValue)", seed: seed, layout, layout, layout,
                style: { style, _ in style.size = DumpSample.Size.allCases[Int(seed % 3)] }, drawn: drawn)
        }
    }

    /// Labels that are whole are followed wherever they stand.
    @Test(arguments: DumpLayout.allCases.filter(\.isSeparable), Permutation.allCases)
    func labelsAreFollowed(layout: DumpLayout, permutation: Permutation) {
        let cases = Self.cases(layout, "\(permutation)") { permutation.tables($0, &$1) }
        let total = DumpLayoutTests.score(cases, "PERMUTED \(permutation)", layout.rawValue)
        #expect(total.silent.isEmpty)
        #expect(total.right == total.figures)
        #expect(total.inDoubt * 100 <= total.figures)
    }

    /// Where the labels of the moved rows or columns are gone, nothing says which is which.
    @Test(arguments: DumpLayout.allCases, [Permutation.rows, .columns])
    func withoutLabelsNothingIsCertain(layout: DumpLayout, permutation: Permutation) {
        let cases = Self.cases(layout, "nameless-\(permutation)") { sample, generator in
            var tables = permutation.tables(sample, &generator)
            let definition = sample.forms.definition(of: .applications)
            let labels = Set(
                permutation == .rows ? definition.rows.map(\.label) : definition.blocks[0].columns.map(\.label))
            for index in tables[1].cells.indices where labels.contains(tables[1].cells[index].text) {
                tables[1].cells[index].text = ""
            }
            return tables
        }
        let total = DumpLayoutTests.score(cases, "NAMELESS \(permutation)", layout.rawValue)
        #expect(total.silent.isEmpty)
        #expect(total.inDoubt > 0)
    }
}
