import ReportModel

/// Makes lost figures of blanks that no reader vouches for, so that the sums may say what stands there instead of
/// breaking with nothing in its place (seal-head).
///
/// Under a seal or a stain a cell can look empty. What somebody saw as blank stays blank, though in doubt where all sums
/// ask for one number in its place. So does a blank in doubt whose sums are content with it: many offices leave some of
/// their noughts out.
struct UnseenFigures {
    /// Doubts of a blank, or of a mark, that say that something else may stand there.
    private static let reasons: Set = [ScanEvidence.unread, CellContentReader.faint, CellContentReader.textReader]

    private let unseen: Set<FigureID>
    /// Seen as blank, and every sum asks for the same number in its place.
    private let contradicted: Set<FigureID>

    init(of report: Report) {
        let values = Dictionary(report.figures.map { ($0.id, $0.content) }, uniquingKeysWith: { first, _ in first })
        let sums = report.forms.equations
        let broken = Set(sums.filter { $0.outcome { values[$0] } == false }.flatMap(\.figures))
        let writingNoughts = Set(report.figures.filter { $0.amount == 0 && $0.status == .ok }.map(\.id.table))
        let nothing = report.figures.filter { $0.method == .ocr && ($0.content == .blank || $0.content == .mark) }
        var unseen = Set(
            nothing.filter { figure in
                figure.status == .suspect && !Self.reasons.isDisjoint(with: figure.doubts) && broken.contains(figure.id)
            }.map(\.id))
        // What hid one may have hidden others beside it that seem to have been seen as blank; and their sums, which told
        // of it, break no more.
        let seen = Set(nothing.filter { $0.status == .empty && broken.contains($0.id) }.map(\.id))
        var count: Int
        repeat {
            count = unseen.count
            for sum in sums where !unseen.isDisjoint(with: sum.figures) {
                unseen.formUnion(seen.intersection(sum.figures))
            }
        } while unseen.count > count
        self.unseen = unseen
        var wanted: [FigureID: [Int]] = [:]
        for sum in sums {
            guard let (left, right) = sum.sides({ values[$0] }) else { continue }
            for id in sum.left where seen.contains(id) { wanted[id, default: []].append(right - left) }
            for id in sum.right where seen.contains(id) { wanted[id, default: []].append(left - right) }
        }
        contradicted = Set(
            wanted.filter { id, values in
                guard let value = values.first, value > 0, values.allSatisfy({ $0 == value }) else { return false }
                return values.count > 1 || writingNoughts.contains(id.table)
            }.keys)
    }

    func lost(in report: Report) -> Report {
        var report = report
        for index in report.figures.indices {
            let id = report.figures[index].id
            guard unseen.contains(id) || contradicted.contains(id) else { continue }
            report.figures[index] = report.figures[index].doubted(ScanEvidence.unread)
            guard unseen.contains(id) else { continue }
            report.figures[index].content = report.figures[index].printed.isEmpty ? .absent : .unreadable
            report.figures[index].status = .missing
            report.figures[index].confidence = 0
        }
        return report
    }
}
