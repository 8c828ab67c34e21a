import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// How errors are located beside cells that nobody could read: no count is below 0.
@Suite struct LostCellLocationTests {
    private static func id(_ row: String, _ column: String) -> FigureID { FigureID(.applications, row, column) }

    /// A table of zeros but for these details and what they add up to.
    private static func table(_ details: [FigureID: Int]) -> [FigureID: Int] {
        var values = Dictionary(uniqueKeysWithValues: ErrorLocationTests.structure.cells.map { ($0, 0) })
        for (id, value) in details {
            for row in [id.row, "total", "new"] {
                for column in [id.column, "total"] { values[Self.id(row, column), default: 0] += value }
            }
        }
        return values
    }

    /// Costs as on a scan some of whose cells are hard to read.
    private static func locate(_ values: [FigureID: Int], lost: [FigureID], doubtful: [FigureID]) -> Location {
        let evidence = ErrorLocationTests.structure.cells.map { id -> CellEvidence in
            guard let value = values[id], !lost.contains(id) else { return .lost }
            let isDoubtful = doubtful.contains(id)
            return CellEvidence(value: value, alike: isDoubtful ? 24 : 40, other: isDoubtful ? 34 : 40)
        }
        return ErrorLocator().locate(SumSystem(ErrorLocationTests.structure, evidence: evidence))
    }

    /// As seen below a seal (seal-full): what is lost in two rows cannot make up for what was read too high, and between them
    /// their column has nothing left.
    @Test func whatIsLostCannotBeBelowNothing() {
        let rows = ["refused.enforcement_file", "refused.administrative_query", "unavailable.not_held"]
        var values = Self.table([
            Self.id(rows[0], "natural_person"): 1, Self.id(rows[0], "other"): 1,
            Self.id(rows[2], "natural_person"): 9,
        ])
        let lost = rows.map { Self.id($0, "natural_person") }
        let misread = rows.prefix(2).map { Self.id($0, "enterprise") }
        (values[misread[0]], values[misread[1]]) = (9, 6)
        let location = Self.locate(values, lost: lost, doubtful: misread)
        #expect(location.known.map { $0.changes.map(\.value) } == [[0, 0]])
        #expect(lost.map { location.lostValues[$0] } == [1, 0, 9])
    }

    /// As seen below a seal (seal-horizontal): four misread cells in two rows and two columns, three lost ones beside them.
    @Test func aMistakeThatNothingElseCanMakeUpForIsFound() {
        let rows = ["refused.process", "refused.enforcement_file", "refused.administrative_query"]
        let details = [("natural_person", [4, 7, 10]), ("enterprise", [1, 2, 0]), ("legal_service", [0, 2, 0])]
        var values = Self.table(
            Dictionary(
                uniqueKeysWithValues: details.flatMap { column, counts in
                    zip(rows, counts).map { (Self.id($0, column), $1) }
                }))
        let lost = [(1, "other"), (2, "social"), (2, "legal_service")].map { Self.id(rows[$0.0], $0.1) }
        let misread = rows.prefix(2).flatMap { [Self.id($0, "social"), Self.id($0, "legal_service")] }
        for (id, value) in zip(misread, [92, 92, 1, 12]) { values[id] = value }
        let location = Self.locate(values, lost: lost, doubtful: misread)
        #expect(location.known.map { $0.changes.map(\.value) } == [[0, 0, 0, 2]])
    }

    /// A sum that holds for some number in the lost cell but for none from 0 on. That the row of zeros holds nothing says what
    /// the others are.
    @Test(arguments: [0, 1]) func aSumWithALostCellMayLeaveNothing(truth: Int) {
        let row = "refused.prohibited_by_law"
        let cell = Self.id(row, "natural_person")
        var values = Self.table(truth == 0 ? [:] : [cell: truth])
        values[cell] = 2
        let lost = ["unavailable.unclear/natural_person", "unavailable.unclear/enterprise", "\(row)/enterprise"]
        let location = Self.locate(
            values, lost: lost.compactMap { FigureID("applications/\($0)") }, doubtful: [cell])
        #expect(!location.holds && location.isComplete)
        #expect(location.known.map(\.changes) == [[Explanation.Change(figure: cell, value: Amount(truth))]])
        #expect(location.lostValues.values.allSatisfy { $0 == 0 } && location.lostValues.count == 3)
    }

    /// Where two rows and two columns meet, one figure is too much and three are lost: nobody can say which of the numbers
    /// that they leave to it is the right one. What was misread elsewhere is plain all the same.
    @Test(arguments: [false, true]) func aFigureMayBeWrongAndNobodyKnowsWhatItIs(isAnotherMisread: Bool) throws {
        let (rows, columns) = (["refused.process", "refused.internal"], ["natural_person", "enterprise"])
        let cells = rows.flatMap { row in columns.map { Self.id(row, $0) } }
        let other = Self.id("granted", "legal_service")
        var values = Self.table(Dictionary(uniqueKeysWithValues: zip(cells + [other], [1, 2, 2, 3, 4])))
        values[cells[0]] = 8
        if isAnotherMisread { values[other] = 9 }
        let location = Self.locate(values, lost: Array(cells.dropFirst()), doubtful: [cells[0], other])
        #expect(location.isComplete && location.lostValues.isEmpty)
        #expect(location.open == [[cells[0]]])
        let named = isAnotherMisread ? [[Explanation.Change(figure: other, value: 4)]] : []
        #expect(location.known.map(\.changes) == named)
    }

    /// Whatever was misread and lost, what the report says is among the explanations, or costs more than all of them.
    @Test func theTruthIsAmongTheExplanations() {
        var generator = SeededGenerator(seed: ErrorLocationTests.seed)
        var complete = 0
        var located = 0
        for round in 0..<100 {
            let truth = RandomReport.random(using: &generator).values
            let cells = ErrorLocationTests.structure.cells.shuffled(using: &generator)
            // Half of them as a seal covers them.
            let rows = Set(cells.prefix(4).map(\.row))
            let columns = Set(cells.prefix(4).map(\.column))
            let covered = cells.filter {
                round.isMultiple(of: 2) || rows.contains($0.row) && columns.contains($0.column)
            }
            let lost = Array(covered.prefix(6))
            let doubtful = Array(covered.dropFirst(6).prefix(6))
            let wrong = doubtful.prefix(Int.random(in: 1...3, using: &generator))
            var values = truth
            for id in wrong { values[id] = (truth[id] ?? 0) + Int.random(in: 1...9, using: &generator) }
            let location = Self.locate(values, lost: lost, doubtful: doubtful)
            guard !location.holds, location.isComplete else { continue }
            complete += 1
            let changes = Set(wrong.map { Explanation.Change(figure: $0, value: Amount(truth[$0] ?? 0)) })
            let found = location.explanations.map { Set($0.changes) }
            let least = location.explanations.map(\.cost).min() ?? 0
            let isDear = 34 * changes.count > least + EvidenceCosts().margin
            // All of it, or which figures they are where their values are left open.
            let isFound = zip(found, location.open).contains { found, open in
                found.isSubset(of: changes) && open == Set(changes.subtracting(found).map(\.figure))
            }
            #expect(isDear || isFound, "\(changes) \(found) \(location.open)")
            located += found == [changes] ? 1 : 0
            let isRight = location.lostValues.allSatisfy { truth[$0.key] == $0.value }
            #expect(found != [changes] || isRight)
        }
        #expect(complete >= 95 && located >= 75, "\(complete) \(located)")
    }
}
