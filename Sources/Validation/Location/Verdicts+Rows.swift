import ReportModel

/// What a sum is for every reading that anybody had of its figures, and whether its rows and columns are the right ones.
extension Verdicts {
    /// Whether a sum fails with every reading that any reader had of its figures.
    func isBrokenHoweverRead(_ equation: Equation, in location: Location?) -> Bool {
        var sums: Set<Int> = [0]
        // Sides to which figures that are not sure add what nobody knows. No count is below 0.
        var isOpen = (left: false, right: false)
        for id in equation.figures {
            let isRight = equation.right.contains(id)
            guard let seen = readings(of: id, in: equation, location) else {
                if isRight { isOpen.right = true } else { isOpen.left = true }
                continue
            }
            sums = Set(sums.flatMap { sum in seen.map { sum + (isRight ? -$0 : $0) } })
            guard sums.count <= 64 else { return false }
        }
        switch isOpen {
        case (false, false): return !sums.contains(0)
        case (true, false): return sums.allSatisfy { $0 > 0 }
        case (false, true): return sums.allSatisfy { $0 < 0 }
        case (true, true): return false
        }
    }

    /// All that a figure of a sum may be, for all that was seen; nil where it may be something else.
    private func readings(of id: FigureID, in equation: Equation, _ location: Location?) -> Set<Int>? {
        guard let figure = figure(id), let count = CellValue(figure).count ?? blankCount(figure) else { return nil }
        guard figure.method == .ocr else { return isClearText(id) ? [count] : nil }
        // A speck or a line's end taken for a sign.
        let seen = Set([count, abs(count)] + figure.otherDigits)
        // What the others saw was no number: nobody knows which.
        if figure.doubts.contains(Doubt.readersDisagree), figure.rivals.isEmpty { return nil }
        if isFirm(figure, wanted: 0) { return seen }
        // A sign's digits are what matters: no count is below 0.
        let known = Doubt.ofReaders.union(harmlessDoubts(of: figure, in: equation)).union([Doubt.sign])
        return figure.status == .suspect && figure.doubts.allSatisfy { known.contains($0) } ? seen : nil
    }

    /// Doubts about the place of a figure that say nothing against it in this sum.
    private func harmlessDoubts(of figure: Figure, in equation: Equation) -> Set<String> {
        let isFull = isFullRow(of: figure.id)
        // Whichever row it is, its figures stand together.
        if equation.figures.allSatisfy({ $0.row == equation.figures.first?.row }) {
            return isFull ? Doubt.ofFullRows : Doubt.ofRowsPlace
        }
        let known: Set<String> = isFull ? [Doubt.sumBroken, Doubt.columnByPlace] : [Doubt.sumBroken]
        return isOneOfAllAddends(figure, in: equation) ? known.union(Doubt.ofRowsPlace) : known
    }

    /// Whether a figure is added up with others of its column, none of which is lost: whichever of their rows it is, the
    /// sum is the same.
    private func isOneOfAllAddends(_ figure: Figure, in equation: Equation) -> Bool {
        equation.kind == .applicationsColumn && equation.left.contains(figure.id)
            && equation.figures.allSatisfy { id in self.figure(id).map { CellValue($0) != .lost } ?? false }
    }

    /// Whether nothing speaks against a figure but that nobody knows its row, or its column in a row that has them all.
    func isClearButForItsRow(_ figure: Figure) -> Bool {
        let known = isFullRow(of: figure.id) ? Doubt.ofFullRows : Doubt.ofRowsPlace
        return figure.status == .suspect && !figure.doubts.isEmpty && figure.rivals.isEmpty
            && figure.doubts.allSatisfy { known.contains($0) }
    }

    /// Whether every column of a row off a picture has its figure, all at one height: none of them can have been taken for
    /// another's. The groups of the disputes are one row.
    func isFullRow(of id: FigureID) -> Bool {
        let figures = row(of: id).map(figure)
        guard !figures.isEmpty, figures.allSatisfy({ $0?.method == .ocr && $0?.amount != nil }) else { return false }
        let places = figures.compactMap { $0?.places.first }
        return zip(places, places.dropFirst()).allSatisfy { areLevel($0, $1) }
    }

    /// Whether all figures of a row have the same doubt about their row.
    func isDoubtedAlike(rowOf id: FigureID) -> Bool {
        let doubts = row(of: id).map { Doubt.ofRowsPlace.intersection(figure($0)?.doubts ?? []) }
        return doubts.dropFirst().reduce(doubts.first ?? []) { $0.intersection($1) }.isEmpty == false
    }

    private func areLevel(_ one: Place, _ other: Place) -> Bool {
        one.page == other.page && abs(one.box.midY - other.box.midY) < max(one.box.height, other.box.height)
    }

    /// The figures that are printed in one row with this.
    private func row(of id: FigureID) -> [FigureID] {
        switch id.table {
        case .applications: Self.columns.map { FigureID(id.table, id.row, $0) }
        case .disputes: Self.disputes
        case .disclosure: []
        }
    }

    private static let columns = FormVersions(.form2021).definition(of: .applications).blocks.flatMap(\.columns).map(
        \.id)
    private static let disputes = FormDefinition.statutory(.disputes, .form2021).figures
}
