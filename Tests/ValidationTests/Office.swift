import ReportModel

/// The offices of Fixtures/prose, whose figures its sentences are about.
enum Office: String, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"
    case g = "G"
    case h = "H"
    case i = "I"
    case j = "J"
    case k = "K"

    var report: Report {
        switch self {
        case .a: Self.make(FormVersions(.form2021), 2023, "青溪县自然资源局", Self.figuresOfA)
        case .b: Self.make(FormVersions(.form2021), 2023, "青溪县档案馆", [:])
        case .d: Self.make(FormVersions(.form2021), 2023, "青溪县人民政府", Self.figuresOfA)
        case .c: Self.make(FormVersions(.form2019), 2020, "青溪县水务局", Self.figuresOfC)
        case .e: Self.make(FormVersions(.form2021), 2024, "云岭市人民政府", Self.figuresOfE)
        case .f: Self.make(FormVersions(.form2021), 2022, "青溪县石桥镇人民政府", Self.figuresOfF)
        case .g: Self.make(FormVersions(.form2021), 2024, "国家税务总局青溪县税务局", Self.figuresOfG)
        case .h: Self.make(FormVersions(.form2021), 2023, "青溪县公安局", Self.figuresOfH)
        case .i: Self.make(FormVersions(.form2021), 2024, "云岭市第一人民医院", Self.figuresOfI)
        case .j: Self.make(FormVersions(.form2021), 2025, "青湖区教育体育局", Self.figuresOfJ)
        case .k: Self.make(FormVersions(.form2021), 2024, "青湖区东关街道办事处", Self.figuresOfK)
        }
    }

    private static func make(
        _ forms: FormVersions, _ year: Int, _ agency: String, _ values: [String: Amount]
    ) -> Report {
        Report(
            source: "office", title: "", agency: agency, year: year, forms: forms, sections: [],
            figures: forms.figures.map { id in
                let value = values[id.description] ?? 0
                return Figure(
                    id: id, form: forms[id.table], content: .amount(value), printed: value.description, status: .ok,
                    method: .text)
            })
    }

    private static func applications(_ rows: [(String, [Int])]) -> [String: Amount] {
        let columns = ["natural_person", "enterprise", "research", "social", "legal_service", "other"]
        var values: [String: Amount] = [:]
        for (row, counts) in rows {
            for (column, count) in zip(columns, counts) { values["applications/\(row)/\(column)"] = Amount(count) }
            values["applications/\(row)/total"] = Amount(counts.reduce(0, +))
        }
        return values
    }

    private static let figuresOfA: [String: Amount] = {
        var values = applications([
            ("new", [70, 11, 0, 1, 2, 2]), ("carried_over", [5, 2, 0, 0, 0, 0]), ("granted", [25, 4, 0, 0, 1, 1]),
            ("partly_granted", [10, 2]), ("refused.prohibited_by_law", [2]), ("refused.stability", [1]),
            ("refused.third_party", [2, 1]), ("refused.internal", [4]), ("refused.process", [4, 1]),
            ("refused.enforcement_file", [1, 1]), ("refused.administrative_query", [1]),
            ("unavailable.not_held", [6, 1, 0, 1]), ("unavailable.needs_creation", [2]), ("unavailable.unclear", [1]),
            ("rejected.petition", [3]), ("rejected.duplicate", [2]), ("rejected.excessive", [1]),
            ("rejected.reissue", [0, 1]), ("other.no_correction", [2]), ("other.unpaid_fee", [1]),
            ("other.other", [0, 1, 0, 0, 0, 1]), ("total", [68, 12, 0, 1, 1, 2]),
            ("carried_forward", [7, 1, 0, 0, 1, 0]),
        ])
        for (row, counts) in [
            ("reconsideration", [7, 1, 2, 3]), ("litigation_direct", [3, 0, 1, 2]),
            ("litigation_after_reconsideration", [2, 1, 0, 1]),
        ] {
            for (column, count) in zip(["upheld", "corrected", "other", "pending"], counts) {
                values["disputes/\(row)/\(column)"] = Amount(count)
            }
            values["disputes/\(row)/total"] = Amount(counts.reduce(0, +))
        }
        for (row, counts) in [("regulations", [1, 0, 5]), ("normative_documents", [6, 2, 41])] {
            for (column, count) in zip(["issued", "repealed", "in_force"], counts) {
                values["disclosure/\(row)/\(column)"] = Amount(count)
            }
        }
        values["disclosure/licensing/decisions"] = 1520
        values["disclosure/penalty/decisions"] = 233
        values["disclosure/coercion/decisions"] = 4
        values["disclosure/fees/amount"] = Amount(digits: 125, decimals: 1)
        return values
    }()

    private static let figuresOfC: [String: Amount] = {
        var values = applications([
            ("new", [40]), ("carried_over", [3]), ("granted", [25]), ("partly_granted", [6]),
            ("unavailable.not_held", [4]), ("other", [6]), ("total", [41]), ("carried_forward", [2]),
        ])
        for (column, count) in [("made", 9), ("published", 8), ("public_total", 57)] {
            values["disclosure/normative_documents/\(column)"] = Amount(count)
        }
        values["disclosure/licensing/previous_items"] = 102
        values["disclosure/licensing/change"] = -3
        values["disclosure/licensing/decisions"] = 3456
        values["disclosure/procurement/purchases"] = 14
        values["disclosure/procurement/amount"] = Amount(digits: 3652, decimals: 1)
        return values
    }()
}
