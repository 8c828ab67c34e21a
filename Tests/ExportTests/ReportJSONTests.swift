import Export
import GxTestSupport
import JSON
import ReportModel
import Testing

@Suite struct ReportJSONTests {
    static let note = ProgramNote(version: "1.2.3", settings: ["pages": "1-3"], language: .chinese)

    /// By name: a failing test prints its arguments, and a report is long.
    enum Sample: CaseIterable {
        case clean, cleanOld, doubtful, doubtfulMixed, empty

        var report: Report {
            switch self {
            case .clean: SampleReport.clean()
            case .cleanOld: SampleReport.clean(FormVersions(.form2019))
            case .doubtful: SampleReport.doubtful()
            case .doubtfulMixed:
                SampleReport.doubtful(
                    FormVersions(disclosure: .form2021, applications: .form2019, disputes: .form2021))
            case .empty:
                Report(
                    source: "", title: "", agency: "", year: nil, forms: FormVersions(.form2019), sections: [],
                    figures: [])
            }
        }
    }

    @Test(arguments: Sample.allCases)
    func followsItsSchema(sample: Sample) throws {
        let report = sample.report
        let text = ReportJSON.text(report, program: Self.note)
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(try SchemaChecker(ReportJSON.schema).problems(with: value) == [])
        // Its keys are sorted: what is parsed is written so.
        #expect(value.text + "\n" == text)
        #expect(ReportJSON.bytes(report, program: Self.note) == Array(text.utf8))
    }

    /// The schema is no mere decoration: each of these breaks it.
    @Test(arguments: [
        ["figures", "0", "status"], ["figures", "3", "confidence"], ["figures", "0", "box"], ["year"], ["forms"],
        ["sections", "1", "paragraphs", "0"], ["findings", "0", "figures", "0"], ["tables", "0", "cells", "0", "row"],
        ["program", "settings", "lang"], ["pages", "0", "state"], ["figures", "17", "value"],
    ])
    func damageBreaksTheSchema(path: [String]) throws {
        let value = ReportJSON.value(SampleReport.doubtful(), program: Self.note)
        let damaged = try #require(replacing(value, path[...], with: .array([.string("?")])))
        #expect(try SchemaChecker(ReportJSON.schema).problems(with: damaged) != [])
        if path.count < 4 {
            let shortened = try #require(replacing(value, path[...], with: nil))
            #expect(try SchemaChecker(ReportJSON.schema).problems(with: shortened) != [])
        }
    }

    private func replacing(_ value: JSONValue, _ path: ArraySlice<String>, with new: JSONValue?) -> JSONValue? {
        guard let key = path.first else { return new }
        if var members = value.object {
            members[key] = members[key].flatMap { replacing($0, path.dropFirst(), with: new) }
            return .object(members)
        }
        guard var elements = value.array, let index = Int(key) else { return value }
        elements[index] = replacing(elements[index], path.dropFirst(), with: new) ?? .null
        return .array(elements)
    }

    @Test(arguments: Sample.allCases)
    func sameReportSameBytes(sample: Sample) {
        let report = sample.report
        #expect(ReportJSON.text(report, program: Self.note) == ReportJSON.text(report, program: Self.note))
        #expect(ReportJSON.text(report, program: Self.note).split(separator: "\n").count == 1)
    }

    @Test(arguments: Sample.allCases)
    func whatIsWrittenIsReadBack(sample: Sample) throws {
        let report = sample.report
        let text = ReportJSON.text(report, program: Self.note)
        let back = try #require(try ReportJSON.reports(in: Array(text.utf8)).first)
        #expect(ReportJSON.text(back, program: Self.note) == text)
        #expect(back.figures == report.figures)
        #expect(back.sections == report.sections)
        #expect(back.pages == report.pages)
    }

    @Test func severalReportsOneALine() throws {
        let text = Sample.allCases.map { ReportJSON.text($0.report, program: Self.note) }.joined()
        #expect(try ReportJSON.reports(in: Array(text.utf8)).count == Sample.allCases.count)
    }

    @Test func onlyTheMessageKnowsTheLanguage() {
        var english = Self.note
        english.language = .english
        let report = SampleReport.doubtful()
        let texts = [Self.note, english].map { note -> String in
            var members = ReportJSON.value(report, program: note).object ?? [:]
            members["program"] = nil
            members["findings"] = .array(
                (members["findings"]?.array ?? []).map { finding in
                    var finding = finding.object ?? [:]
                    #expect(finding["message"]?.string?.isEmpty == false)
                    finding["message"] = nil
                    return .object(finding)
                })
            return JSONValue.object(members).text
        }
        #expect(texts[0] == texts[1])
    }

    @Test(arguments: [
        ("{", "第 1 行"), ("[]", "gxingest.report"), ("{\"schema\":\"gxingest.report\",\"version\":2}", "version"),
    ])
    func refusesWhatIsNotOurs(text: String, part: String) throws {
        let failure = #expect(throws: ReadFailure.self) { try ReportJSON.reports(in: Array(text.utf8)) }
        #expect(failure?.code == .damaged)
        #expect(failure?.detail?.chinese.contains(part) == true)
    }

    @Test func saysWhichMemberIsWrong() throws {
        let text = ReportJSON.text(SampleReport.clean(), program: Self.note)
            .replacing("\"status\":\"ok\"", with: "\"status\":\"fine\"", maxReplacements: 1)
        let failure = #expect(throws: ReadFailure.self) { try ReportJSON.reports(in: Array(text.utf8)) }
        #expect(failure?.detail?.english.hasPrefix("figures[0].status should be ok | empty") == true)
    }
}
