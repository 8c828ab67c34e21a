import GxTestSupport
import ReportModel

/// Readings of a report as OCR would give them, by a seeded model of what readers confuse.
///
/// The rates are those measured on rendered pages: nearly none wrong on clean scans, some per cent on hard ones, where
/// two readers now and then agree on a wrong digit.
struct SimulatedScan {
    struct Quality: Sendable {
        /// Share of figures that are read wrongly.
        var wrong: Double
        /// Share of the wrong ones on which both readers agree: no alternative, no doubt.
        var agreed: Double
        /// Share of the right ones that come with a rival reading.
        var rivalled: Double
        var lost: Double
        /// Confidence of readings that all readers agree on.
        var confidence: ClosedRange<Double>

        static let mild = Quality(wrong: 0.004, agreed: 0, rivalled: 0.01, lost: 0.001, confidence: 0.98...1)
        static let hard = Quality(wrong: 0.015, agreed: 0.02, rivalled: 0.05, lost: 0.004, confidence: 0.7...0.97)
    }

    var report: Report
    /// What the document shows.
    var printed: [FigureID: Int]
    /// What its sums ask for.
    var balanced: [FigureID: Int]
    /// Cells of the applications table that the printer got wrong.
    var planted: Set<FigureID> = []
    var misread: Set<FigureID> = []

    /// What readers take for what, the likelier ones more often.
    private static let confusions: [Character: [Character]] = [
        "0": ["6", "8", "9", "1"], "1": ["7", "4", "7"], "2": ["7", "3"], "3": ["8", "5", "9"], "4": ["9", "1"],
        "5": ["6", "8", "3"], "6": ["5", "8", "0"], "7": ["1", "2", "1"], "8": ["3", "6", "0", "9"],
        "9": ["8", "4", "0"],
    ]

    init(_ quality: Quality, plants: Int, using generator: inout SeededGenerator) {
        var sample = RandomReport.random(using: &generator)
        sample.method = .ocr
        balanced = sample.values
        let cells = sample.forms.definition(of: .applications).figures
        while planted.count < plants {
            guard let id = cells.randomElement(using: &generator), !planted.contains(id) else { continue }
            let value = balanced[id] ?? 0
            let wrong =
                Bool.random(using: &generator)
                ? value + Int.random(in: 1...9, using: &generator) : Self.misreading(of: value, &generator)
            guard wrong != value else { continue }
            sample.values[id] = wrong
            planted.insert(id)
        }
        printed = sample.values
        report = sample.report
        for position in report.figures.indices {
            let id = report.figures[position].id
            guard let value = printed[id] else { continue }
            report.figures[position].confidence = Double.random(in: quality.confidence, using: &generator)
            let chance = Double.random(in: 0..<1, using: &generator)
            if chance < quality.lost {
                report.figures[position] = .missing(id, form: .form2021, method: .ocr)
            } else if chance < quality.lost + quality.wrong {
                let wrong = Self.misreading(of: value, &generator)
                guard wrong != value else { continue }
                misread.insert(id)
                let areAgreed = Double.random(in: 0..<1, using: &generator) < quality.agreed
                // The other reader mostly saw the truth, sometimes something else again.
                let another = Self.misreading(of: value, &generator)
                let sawAnother = Double.random(in: 0..<1, using: &generator) < 0.1 && another != wrong
                read(position, wrong, rival: areAgreed ? nil : sawAnother ? another : value, &generator)
            } else if chance < quality.lost + quality.wrong + quality.rivalled {
                read(position, value, rival: Self.misreading(of: value, &generator), &generator)
            }
        }
    }

    private mutating func read(_ position: Int, _ value: Int, rival: Int?, _ generator: inout SeededGenerator) {
        report.figures[position].content = .amount(Amount(value))
        report.figures[position].printed = String(value)
        guard let rival, rival != value else { return }
        let score = Double.random(in: 0.2...0.9, using: &generator)
        report.figures[position].alternatives = [Alternative(value: Amount(rival), score: score, reader: "recog")]
        report.figures[position].confidence = 1 - score
        report.figures[position].status = .suspect
        report.figures[position].doubts = ["reading.disagree"]
    }

    private static func misreading(of value: Int, _ generator: inout SeededGenerator) -> Int {
        var digits = Array(String(value))
        let place = Int.random(in: 0..<digits.count, using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0 where digits.count > 1: digits.remove(at: place)
        case 1: digits.insert("1", at: place)
        default: digits[place] = confusions[digits[place]]?.randomElement(using: &generator) ?? "8"
        }
        return Int(String(digits)) ?? value
    }
}
