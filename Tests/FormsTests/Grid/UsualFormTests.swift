import ReportModel
import Testing

@testable import Forms

/// Which of the two forms a scan's rows are placed on where some of them were lost.
struct UsualFormTests {
    private let definitions = [FormVersion.form2021, .form2019].map { FormDefinition.statutory(.applications, $0) }

    private func evidence(_ version: FormVersion, without lost: (FormRow) -> Bool) -> [RowEvidence] {
        let matcher = LabelMatcher.statutory(.applications)
        return FormDefinition.statutory(.applications, version).rows.filter { !lost($0) }.enumerated().map {
            RowEvidence(
                part: 0, gridRow: $0, label: $1.label, groups: $1.groups,
                matches: matcher.matches($1.label, as: [.row]), hasFigures: true)
        }
    }

    private func form(_ evidence: [RowEvidence], usual: FormVersion?, method: ReadingMethod = .ocr) -> FormVersion? {
        RowPlacement.best(evidence, on: definitions, usual: usual, method: method)?.0.version
    }

    /// Blank rows of a table without lines are not found.
    @Test func theYearSaysWhichWhereTheRowsThatTellWereLost() {
        let rows = evidence(.form2021) { $0.id.hasPrefix("other.") }
        #expect(form(rows, usual: .form2021) == .form2021)
        #expect(form(rows, usual: .form2019) == .form2019)
        #expect(form(rows, usual: nil) == .form2019)
        // A document's own text loses no rows.
        #expect(form(rows, usual: .form2021, method: .text) == .form2019)
    }

    @Test func rowsSayMoreThanTheYear() {
        #expect(form(evidence(.form2021) { _ in false }, usual: .form2019) == .form2021)
        #expect(form(evidence(.form2019) { _ in false }, usual: .form2021) == .form2019)
        #expect(form(evidence(.form2021) { $0.id == "other.other" }, usual: .form2019) == .form2021)
        #expect(form(evidence(.form2019) { $0.id == "granted" }, usual: .form2021) == .form2019)
    }
}
