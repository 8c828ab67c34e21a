public import ReportModel

/// Reports for tests and benchmarks, made of figures alone.
public struct RandomReport {
    public var forms: FormVersions
    public var values: [FigureID: Int]
    public var method: ReadingMethod = .text

    /// Every sum holds; mostly zeros, small numbers, here and there a large one, as offices report them.
    public static func random(
        _ forms: FormVersions = FormVersions(.form2021), using generator: inout SeededGenerator
    ) -> RandomReport {
        var sample = RandomReport(forms: forms, values: [:])
        for id in forms.figures { sample.values[id] = 0 }
        sample.fillApplications(using: &generator)
        for row in ["reconsideration", "litigation_direct", "litigation_after_reconsideration"] {
            var total = 0
            for column in ["upheld", "corrected", "other", "pending"] {
                let value = count(using: &generator)
                sample.values[FigureID(.disputes, row, column)] = value
                total += value
            }
            sample.values[FigureID(.disputes, row, "total")] = total
        }
        for id in forms.definition(of: .disclosure).figures { sample.values[id] = count(using: &generator) }
        return sample
    }

    private mutating func fillApplications(using generator: inout SeededGenerator) {
        let definition = forms.definition(of: .applications)
        let columns = definition.blocks[0].columns.map(\.id).filter { $0 != "total" }
        let rows = definition.rows.map(\.id)
        let details = rows.filter { !["new", "carried_over", "total", "carried_forward"].contains($0) }
        for column in columns {
            let isNatural = column == "natural_person"
            var handled = 0
            for row in details {
                let value =
                    Int.random(in: 0..<10, using: &generator) < (isNatural ? 6 : 2) ? Self.count(using: &generator) : 0
                values[FigureID(.applications, row, column)] = value
                handled += value
            }
            let forward = isNatural ? Self.count(using: &generator) : 0
            let incoming = handled + forward
            let over = min(incoming, Self.count(using: &generator))
            values[FigureID(.applications, "total", column)] = handled
            values[FigureID(.applications, "carried_forward", column)] = forward
            values[FigureID(.applications, "carried_over", column)] = over
            values[FigureID(.applications, "new", column)] = incoming - over
        }
        for row in rows {
            values[FigureID(.applications, row, "total")] = columns.reduce(0) {
                $0 + (values[FigureID(.applications, row, $1)] ?? 0)
            }
        }
    }

    private static func count(using generator: inout SeededGenerator) -> Int {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<7: 0
        case 7..<15: Int.random(in: 1...9, using: &generator)
        case 15..<19: Int.random(in: 10...99, using: &generator)
        default: Int.random(in: 100...2999, using: &generator)
        }
    }

    public var report: Report {
        Report(
            source: "sample", title: "", agency: "某县水利局", year: 2023, forms: forms, sections: [],
            figures: forms.figures.map { id in
                guard let value = values[id] else { return .missing(id, form: forms[id.table], method: method) }
                return Figure(
                    id: id, form: forms[id.table], content: .amount(Amount(value)), printed: String(value), status: .ok,
                    method: method)
            })
    }
}
