import ReportModel

/// Reads tables a second time, as plain text, and compares: those without lines, and those of web pages and Word documents
/// whose cells do not fit together.
///
/// Which cell a number stands in is a matter of judgement where no lines say so. The grid judges by what stands above
/// and below; the reader of text dumps by what stands before and after, and by the sums. Where both come to the same
/// figure, doubts of either are settled; where they do not, both readings are shown.
struct SecondReading {
    /// Where something of the text stands in the document.
    private let place: (Place) -> Place?
    private let figures: [FigureID: Figure]
    /// Whether both readers see the same cells: of one that figures were moved out of, both say that it is blank.
    private let sharesCells: Bool

    static let disagree = "reading.second"
    private static let reader = "text-lines"

    init(_ lines: [TypedLine], year: Int?) {
        self.init(lines.map(\.text), year: year, sharesCells: false) { Self.place($0, on: lines) }
    }

    /// - Parameter start: how many lines of the document stand before these.
    init(_ lines: [String], after start: Int, year: Int?) {
        self.init(lines, year: year, sharesCells: true) { place in
            .text(line: Int(place.box.y) + start, column: Int(place.box.x), length: Int(place.box.width))
        }
    }

    private init(_ lines: [String], year: Int?, sharesCells: Bool, place: @escaping (Place) -> Place?) {
        self.place = place
        self.sharesCells = sharesCells
        figures = Dictionary(
            DumpReader.figures(in: lines, year: year).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The form that the text is on, with nothing in it; nil where the text holds too little of one.
    var blankForm: FilledForm? {
        guard figures.values.count(where: { $0.status != .missing }) >= Self.fewestFigures else { return nil }
        func version(_ table: FormTable) -> FormVersion {
            figures.values.first { $0.id.table == table }?.form ?? .form2021
        }
        let forms = FormVersions(
            disclosure: version(.disclosure), applications: version(.applications), disputes: version(.disputes))
        return FilledForm(nothingOn: forms, method: .text)
    }

    /// Figures that a text without a single grid must hold to be read as a report.
    private static let fewestFigures = 100

    func check(_ form: inout FilledForm) {
        var agreed: Set<FigureID> = []
        var confirmed: Set<FigureID> = []
        let rows = sharedRows(form.figures)
        let whole = wholeRows(form.figures)
        let marked = markedTables(form.figures)
        let proof = SumProof(of: form.figures, against: figures, form.forms.equations)
        for index in form.figures.indices {
            guard let second = figures[form.figures[index].id], second.form == form.figures[index].form else {
                continue
            }
            if marked.contains(second.id.table) {
                take(&form.figures[index], second)
                form.figures[index].doubts = []
                accept(&form.figures[index])
                continue
            }
            switch compare(form.figures[index], second, rows) {
            case .agreed(let isSure):
                confirmed.insert(second.id)
                if isSure { agreed.insert(second.id) }
            case .differing where whole.contains(Row(second.id)): break
            case .differing:
                // No sum tells a blank from 0.
                if !form.figures[index].content.isAmount || !proof.holds(for: second.id) {
                    doubt(&form.figures[index], second)
                }
            case .better: take(&form.figures[index], second)
            case .found(let isSure):
                take(&form.figures[index], second)
                if isSure { confirmed.insert(second.id) }
            case .nothing: break
            }
        }
        settle(&form.figures, agreed, confirmed, form.forms.equations)
        // What one reader found in a row, the other may have given to the next.
        SharedCells.doubt(&form.figures) { $0.doubts.contains(Self.disagree) }
    }

    private enum Outcome {
        /// Both read the same, and the first was in doubt.
        case agreed(isSure: Bool)
        /// Both are sure, and not of the same.
        case differing
        /// The first is in doubt about something else than what the second is sure of.
        case better
        /// The first found nothing.
        case found(isSure: Bool)
        case nothing
    }

    /// Rows of which both readers have read the same number: they mean the same line of the page.
    private func sharedRows(_ first: [Figure]) -> Set<Row> {
        var rows: Set<Row> = []
        for figure in first where figure.content.isAmount && figures[figure.id]?.content == figure.content {
            rows.insert(Row(figure.id))
        }
        return rows
    }

    /// Rows with a figure or a mark in every column, from left to right in the form's order, that the other reader has read with the
    /// same figures in other columns: which is which it takes from the order in which the heads are printed.
    private func wholeRows(_ first: [Figure]) -> Set<Row> {
        var rows: [Row: [Figure]] = [:]
        for figure in first where figure.id.table == .applications { rows[Row(figure.id), default: []].append(figure) }
        return Set(
            rows.compactMap { row, own in
                let places = own.compactMap { $0.places.first }
                guard own.count == 7, places.count == 7, own.allSatisfy(Self.isPrinted),
                    zip(places, places.dropFirst()).allSatisfy({ $0.box.maxX <= $1.box.x && $0.page == $1.page })
                else { return nil }
                func sorted(_ amounts: [Amount?]) -> [String] { amounts.map { $0.map { "\($0)" } ?? "" }.sorted() }
                return sorted(own.map(\.amount)) == sorted(own.map { figures[$0.id]?.amount }) ? row : nil
            })
    }

    private struct Row: Hashable {
        var table: FormTable
        var row: String

        init(_ id: FigureID) {
            table = id.table
            row = id.row
        }
    }

    /// Tables of which no grid holds anything, and the text the mark of nothing in every cell: whichever cell it is, the
    /// same is printed there.
    private func markedTables(_ first: [Figure]) -> Set<FormTable> {
        Set(
            FormTable.allCases.filter { table in
                first.filter { $0.id.table == table }.allSatisfy { own in
                    let second = figures[own.id]
                    return own.status == .missing && second?.content == .mark && second?.status == .empty
                }
            })
    }

    /// A figure, or the mark in its place.
    private static func isPrinted(_ figure: Figure) -> Bool {
        figure.content == .mark ? figure.status == .empty : figure.amount != nil && figure.status == .ok
    }

    /// Two readers that see a blank can both have missed the row's figures, and no sum tells a blank from 0.
    private func canBeBlank(_ figure: Figure, _ rows: Set<Row>) -> Bool {
        !sharesCells && rows.contains(Row(figure.id)) && !figure.doubts.contains(StrayFigures.doubt)
    }

    private func compare(_ first: Figure, _ second: Figure, _ rows: Set<Row>) -> Outcome {
        let isSure = [.ok, .empty].contains(second.status)
        let isSame = first.content == second.content || first.content.isNothing && second.content.isNothing
        switch first.status {
        case .ok, .empty: return isSure && !isSame ? .differing : .nothing
        case .suspect:
            if isSame, !first.content.isAmount, !canBeBlank(first, rows) { return .nothing }
            if isSame { return .agreed(isSure: isSure) }
            return isSure && second.content.isAmount ? .better : .nothing
        case .missing:
            guard second.content.isAmount else { return .nothing }
            return .found(isSure: isSure)
        case .derived, .corrected: return .nothing
        }
    }

    private func accept(_ figure: inout Figure) {
        figure.status = figure.content.isAmount ? .ok : .empty
        figure.confidence = 0.95
    }

    private func doubt(_ figure: inout Figure, _ second: Figure) {
        figure.status = .suspect
        figure.confidence = 0.4
        figure.doubts.append(Self.disagree)
        if let amount = second.amount {
            figure.alternatives.append(Alternative(value: amount, score: 0.5, reader: Self.reader))
        }
    }

    /// What the second reader found, in doubt until the sums say more.
    private func take(_ figure: inout Figure, _ second: Figure) {
        let first = figure
        figure.content = second.content
        figure.printed = second.printed
        figure.status = .suspect
        figure.confidence = 0.5
        figure.places = second.places.compactMap(place)
        figure.doubts.append(Self.disagree)
        figure.alternatives = second.alternatives
        if let amount = first.amount {
            figure.alternatives.append(Alternative(value: amount, score: 0.4, reader: ReadingMethod.text.rawValue))
        }
    }

    /// Figures that both readers have, or that one is sure of, are good where every sum that they take part in holds;
    /// those that both have and one is sure of, where no sum speaks against them.
    private func settle(
        _ figures: inout [Figure], _ agreed: Set<FigureID>, _ confirmed: Set<FigureID>, _ equations: [Equation]
    ) {
        guard !confirmed.isEmpty else { return }
        let values = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var outcomes: [FigureID: [Bool?]] = [:]
        for equation in equations {
            let outcome = equation.outcome { values[$0]?.content }
            for id in equation.figures { outcomes[id, default: []].append(outcome) }
        }
        let incomplete = Set(figures.filter { !$0.content.isAmount && $0.content != .mark }.map { Row($0.id) })
        for index in figures.indices where confirmed.contains(figures[index].id) {
            // In a row with a blank, both may have counted the columns alike: 总计 left out, and each figure one to the right.
            if figures[index].doubts.contains(PlacementCertainty.placeOnly), incomplete.contains(Row(figures[index].id))
            {
                continue
            }
            let concerned = outcomes[figures[index].id] ?? []
            let isProved = !concerned.isEmpty && concerned.allSatisfy { $0 == true }
            let isUncontested = agreed.contains(figures[index].id) && !concerned.contains(false)
            if isProved || isUncontested { accept(&figures[index]) }
        }
        settleRows(&figures, confirmed, outcomes)
    }

    /// Rows whose columns are those of the rows beside them, and whose sums do not speak against it.
    private func settleRows(
        _ figures: inout [Figure], _ confirmed: Set<FigureID>, _ outcomes: [FigureID: [Bool?]]
    ) {
        let known = KnownColumns(figures) { $0.status == .ok && confirmed.contains($0.id) }
        let rows = Dictionary(grouping: figures.indices.filter { figures[$0].id.table == .applications }) {
            figures[$0].id.row
        }
        for row in rows.values {
            let open = row.filter {
                figures[$0].status == .suspect && figures[$0].doubts == [PlacementCertainty.placeOnly]
            }
            guard !open.isEmpty, row.allSatisfy({ figures[$0].content.isAmount }), known.hold(row.map { figures[$0] }),
                row.allSatisfy({ index in (outcomes[figures[index].id] ?? []).allSatisfy { $0 == true } })
            else { continue }
            for index in open { accept(&figures[index]) }
        }
    }

    /// The place on the page of what stands at a place in the text.
    private static func place(_ place: Place, on lines: [TypedLine]) -> Place? {
        let number = Int(place.box.y)
        guard place.page == nil, number >= 1, number <= lines.count else { return nil }
        let line = lines[number - 1]
        let columns = Int(place.box.x)..<Int(place.box.x + max(1, place.box.width))
        let pieces = line.pieces.filter { $0.columns.overlaps(columns) }
        return Box.around(pieces.map(\.box)).map { Place(page: line.page, box: $0) }
    }
}

extension FigureContent {
    /// Blank, or a mark in place of a figure.
    fileprivate var isNothing: Bool { self == .blank || self == .mark }
}
