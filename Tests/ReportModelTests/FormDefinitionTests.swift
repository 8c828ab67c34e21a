import ReportModel
import Testing

@Suite struct FormDefinitionTests {
    @Test(arguments: [(FormVersion.form2021, 200), (.form2019, 198)])
    func countsFigures(version: FormVersion, expected: Int) {
        #expect(FormVersions(version).figures.count == expected)
    }

    @Test func mixtureOfBothForms() {
        let forms = FormVersions(disclosure: .form2021, applications: .form2019, disputes: .form2021)
        #expect(forms.figures.count == 10 + 161 + 15)
    }

    @Test func sumsOfTheApplicationsTable() {
        let equations = FormDefinition.statutory(.applications, .form2021).equations
        #expect(equations.count == 39)
        #expect(equations.filter { $0.kind == .applicationsRow }.count == 25)
        #expect(equations.filter { $0.kind == .applicationsColumn }.allSatisfy { $0.left.count == 21 })
    }

    @Test func disputesHaveThreeGroups() {
        #expect(FormDefinition.statutory(.disputes, .form2021).equations.count == 3)
    }
}
