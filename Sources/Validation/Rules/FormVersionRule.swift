import ReportModel

/// Reports for 2021 and later use the form of 国办公开办函〔2021〕30号, those for 2019 and 2020 that of 国办公开办函〔2019〕60号.
///
/// A table on the other year's form is a note: its figures are read as they stand, by the form they are printed on. A
/// report can mix both, such as the applications table of 2019 (one row for （六）其他处理) beside the disclosure table of
/// 2021. 复议诉讼 is the same in both.
///
/// What settles it: nothing in the data; the office chose the form.
///
/// 中文：2021 年度及以后用国办公开办函〔2021〕30号的表式，2019、2020 年度用〔2019〕60号的表式。某个表用了另一年的表式为提示，
/// 数据按所印的表式读取；一份报告里两种表式可以并存。处理办法：表式由单位选定，数据本身不能说明什么。
struct FormVersionRule: ReportRule {
    let id = "form.version"
    let severity = Finding.Severity.note
    let summary = LocalisedText(chinese: "表式与报告年度不符", english: "A table on the form of the wrong year")

    func findings(in examination: Examination) -> [Finding] {
        guard let year = examination.report.year else { return [] }
        let wanted: FormVersion = year >= 2021 ? .form2021 : .form2019
        return [FormTable.disclosure, .applications].compactMap { table in
            let used = examination.report.forms[table]
            guard used != wanted else { return nil }
            return Finding(
                rule: id, severity: .note, verdict: .source,
                message: LocalisedText(
                    chinese: "“\(table.title)”用的是 \(used.rawValue) 年表式，\(year) 年度应用 \(wanted.rawValue) 年表式。",
                    english: "“\(table.title)” is printed on the form of \(used.rawValue); "
                        + "for \(year) it is that of \(wanted.rawValue)."),
                expected: String(wanted.rawValue), found: String(used.rawValue))
        }
    }
}
