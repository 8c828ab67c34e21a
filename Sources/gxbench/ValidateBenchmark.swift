import GxTestSupport
import ReportModel
import SystemBridge
import Validation

/// How long a whole report takes the validator: clean, with wrong cells, with lost ones, as text and as a scan.
enum ValidateBenchmark {
    private static let seed: UInt64 = 6
    private static let reports = 40

    /// As much text as a long report has, every sentence of it with a number.
    private static let prose: [Section] = [
        ("一、总体情况", 40), ("二、主动公开政府信息情况", 10), ("三、收到和处理政府信息公开申请情况", 10), ("六、其他需要报告的事项", 4),
    ].map { heading, count in
        let text =
            "2023年，本单位共收到政府信息公开申请86件，其中予以公开31件，部分公开12件；制发行政规范性文件6件，现行有效41件。"
            + "因政府信息公开被申请行政复议13件，被提起行政诉讼10件。全年未收取信息处理费，公开各类信息1286条。"
        return Section(
            heading: heading,
            paragraphs: (0..<count).map { _ in Paragraph(text: text, places: [.text(line: 1, column: 1)]) })
    }

    static func run() {
        Output.write("whole reports, seed \(seed)\n")
        measure("clean", errors: 0, method: .text)
        for errors in 1...6 { measure("text, \(errors) wrong", errors: errors, method: .text) }
        for errors in 1...6 { measure("scan, \(errors) wrong", errors: errors, method: .ocr) }
        measure("scan, 2 wrong, 12 lost", errors: 2, lost: 12, method: .ocr)
        measure("blank totals, 2 wrong", errors: 2, method: .text, blankTotals: true)
        measure("30 wrong", errors: 30, method: .text)
        measure("every cell a random number", errors: 175, method: .text)
    }

    private static func measure(
        _ name: String, errors: Int, lost: Int = 0, method: ReadingMethod, blankTotals: Bool = false
    ) {
        var generator = SeededGenerator(seed: seed)
        var measurement = Measurement()
        let validator = Validator()
        for _ in 0..<reports {
            var sample = RandomReport.random(using: &generator)
            sample.method = method
            for _ in 0..<10 {
                var report = sample.report
                let cells = report.figures.indices.filter { report.figures[$0].id.table == .applications }
                for position in cells.shuffled(using: &generator).prefix(errors) {
                    let value = report.figures[position].amount?.count ?? 0
                    let wrong = value * 10 + Int.random(in: 1...9, using: &generator)
                    report.figures[position].content = .amount(Amount(wrong))
                }
                for position in cells.shuffled(using: &generator).prefix(lost) {
                    report.figures[position] = .missing(report.figures[position].id, form: .form2021, method: method)
                }
                if blankTotals {
                    for position in cells where report.figures[position].id.column == "total" {
                        report.figures[position].content = .blank
                        report.figures[position].status = .empty
                    }
                }
                report.sections = prose
                let checked = measurement.time { validator.validate(report) }
                precondition(checked.figures.count == report.figures.count)
            }
        }
        measurement.report(name)
    }
}
