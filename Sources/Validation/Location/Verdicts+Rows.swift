import ReportModel

/// What a sum is for every reading that anybody had of its figures, and whether its rows and columns are the right ones.
extension Verdicts {
    /// Whether a sum fails with every reading that any reader had of its figures.
    func isBrokenHoweverRead(_ equation: Equation, in location: Location?) -> Bool {
        // Sides to which figures that are not sure add what nobody knows. No count is below 0.
        var open: [FigureID] = []
        var readings: [(sign: Int, values: Set<Int>)] = []
        for id in equation.figures {
            if let values = self.readings(of: id, in: equation, location) {
                readings.append((equation.right.contains(id) ? -1 : 1, values))
            } else {
                open.append(id)
            }
        }
        guard let sums = Self.sums(of: readings) else { return false }
        let isRight = open.map { equation.right.contains($0) }
        if open.count == 1, let figure = open.first.flatMap({ figure($0) }), hasOnlyLost(figure) {
            return !sums.contains { mayBe(isRight[0] ? $0 : -$0, figure) }
        }
        switch (isRight.contains(false), isRight.contains(true)) {
        case (false, false): return !sums.contains(0)
        case (true, false): return sums.allSatisfy { $0 > 0 }
        case (false, true): return sums.allSatisfy { $0 < 0 }
        case (true, true): return false
        }
    }

    /// Whether a figure may be another number with something of it gone with the colour that lay over it: a digit, or a part
    /// of one. What is less than what was read may have got the rest from the colour, unless it is the document's type.
    private func mayBe(_ wanted: Int, _ figure: Figure) -> Bool {
        guard wanted >= 0, let read = figure.amount?.count else { return wanted >= 0 }
        return wanted == read || wanted < read && figure.doubts.contains(Doubt.coloured)
            || isNear(wanted, to: read, of: figure)
    }

    /// Every sum that figures can have; nil where they are too many to look at.
    private static func sums(of readings: [(sign: Int, values: Set<Int>)]) -> Set<Int>? {
        var sums: Set<Int> = [0]
        for (sign, values) in readings {
            sums = Set(sums.flatMap { sum in values.map { sum + sign * $0 } })
            guard sums.count <= mostSums else { return nil }
        }
        return sums
    }

    private static let mostSums = 64

    /// All that a figure of a sum may be, for all that was seen and for what its other sums leave to it; nil where it may
    /// be something else.
    private func readings(of id: FigureID, in equation: Equation, _ location: Location?) -> Set<Int>? {
        let seen = seen(of: id, in: equation, location)
        guard seen?.count != 1, let left = left(to: id, besides: equation, location) else { return seen }
        return seen?.intersection(left) ?? left
    }

    /// Whether another sum holds with the figure as it was read, and would not with what this one asks for.
    func isBorneOut(_ change: Explanation.Change, besides equation: Equation, _ location: Location?) -> Bool {
        guard let wanted = change.value.count, let left = left(to: change.figure, besides: equation, location) else {
            return false
        }
        return !left.contains(wanted)
    }

    /// What a sum that holds, or would with another reading, leaves to a figure of which only the digits are in doubt. A
    /// misreading breaks all of its sums, or another has to make up for it.
    private func left(to id: FigureID, besides equation: Equation, _ location: Location?) -> Set<Int>? {
        guard let location, let figure = figure(id), figure.method == .ocr, figure.isDoubtfulReading,
            let less = excess(of: equation)
        else {
            return nil
        }
        let more = equation.right.contains(id) ? less : -less
        let known = Doubt.ofDigits.union(harmlessDoubts(of: figure, in: equation))
        guard figure.doubts.allSatisfy({ known.contains($0) }) else { return nil }
        for sum in location.equations where sum != equation && sum.contains(id) {
            guard let excess = excess(of: sum), let rest = rest(of: sum, without: id, location) else { continue }
            if excess == 0, more < 0 && hasOnlyLost(figure) || !isMadeUpFor(id, more, in: sum, location) {
                return rest.values
            }
            // With what another reader saw it would hold.
            let others = rest.values.intersection(figure.otherDigits)
            if excess != 0, rest.isKnown, !others.isEmpty, let count = figure.amount?.count {
                return others.union([count])
            }
        }
        return nil
    }

    /// What the left side of a sum has more than the right; nil where that is not known.
    private func excess(of sum: Equation) -> Int? {
        switch SumCheck(sum, values: { id in figure(id).map { CellValue($0) } ?? .lost }).outcome {
        case .holds: 0
        case .broken(let left, let right): left - right
        case .unverifiable: nil
        }
    }

    /// Whether a figure of a sum that holds may be misread all the same: another of that sum is wrong by just as much in its
    /// other sum, so the printer's mistake may have made up for the reader's.
    private func isMadeUpFor(_ id: FigureID, _ more: Int, in sum: Equation, _ location: Location) -> Bool {
        let explained = Set(location.known.flatMap(\.changes))
        return sum.figures.contains { beside in
            let change = sum.right.contains(beside) == sum.right.contains(id) ? -more : more
            let wanted = (figure(beside)?.amount?.count ?? 0) + change
            guard beside != id, wanted >= 0 else { return false }
            return explained.contains(Explanation.Change(figure: beside, value: Amount(wanted)))
                || location.equations.contains { other in
                    other != sum && other.contains(beside)
                        && excess(of: other) == (other.right.contains(beside) ? change : -change)
                }
        }
    }

    /// What the other figures of a sum leave to one; nil where that may be anything.
    private func rest(
        of sum: Equation, without id: FigureID, _ location: Location
    ) -> (values: Set<Int>, isKnown: Bool)? {
        let isRight = sum.right.contains(id)
        var readings: [(sign: Int, values: Set<Int>)] = []
        var isBelow = false
        for other in sum.figures where other != id {
            let isBeside = sum.right.contains(other) == isRight
            // Readers take like figures of one row for the same: 40 for 0 in a detail and in the total.
            let isContested = figure(other)?.doubts.contains(Doubt.readersDisagree) ?? false
            if !isContested, let values = seen(of: other, in: sum, location) {
                readings.append((isBeside ? -1 : 1, values))
            } else if isBeside {
                // No count is below 0, nor below what the colour has left of it.
                if let figure = figure(other), hasOnlyLost(figure), let count = figure.amount?.count {
                    readings.append((-1, [count]))
                }
                isBelow = true
            } else {
                return nil
            }
        }
        guard let rests = Self.sums(of: readings)?.filter({ $0 >= 0 }), let most = rests.max() else { return nil }
        guard isBelow else { return (rests, true) }
        let least = figure(id).flatMap { hasOnlyLost($0) ? $0.amount?.count : nil } ?? 0
        return least <= most && most - least < Self.mostSums ? (Set(least...most), false) : nil
    }

    /// Whether digits can have gone with the colour over a figure, and nothing else is to be said against it: of 349 such
    /// figures of scans one was wrong (61 for 461).
    private func hasOnlyLost(_ figure: Figure) -> Bool {
        figure.status == .suspect && figure.rivals.isEmpty && !figure.doubts.isEmpty
            && figure.doubts.allSatisfy { Doubt.ofColour.contains($0) || $0 == Doubt.sumBroken }
    }

    /// All that a figure of a sum may be, for all that was seen; nil where it may be something else.
    private func seen(of id: FigureID, in equation: Equation, _ location: Location?) -> Set<Int>? {
        guard let figure = figure(id), let count = CellValue(figure).count ?? blankCount(figure) else { return nil }
        guard figure.method == .ocr else { return isClearText(id) ? [count] : nil }
        // A speck or a line's end taken for a sign.
        var seen = Set([count, abs(count)] + figure.otherDigits)
        // What the others saw was no number: nobody knows which.
        if figure.doubts.contains(Doubt.readersDisagree), figure.rivals.isEmpty { return nil }
        if !figure.isBelowColour, isFirm(figure, wanted: 0) { return seen }
        if figure.doubts.contains(Doubt.besideBroken) { seen.formUnion(joined(figure, count, location)) }
        // A sign's digits are what matters: no count is below 0.
        let known = Doubt.ofReaders.union([Doubt.sign]).union(
            // Lines of digits where rows are in doubt may be two rows'.
            figure.isOnLines ? [Doubt.broken, Doubt.besideBroken] : harmlessDoubts(of: figure, in: equation))
        return figure.status == .suspect && figure.doubts.allSatisfy { known.contains($0) } ? seen : nil
    }

    /// What a figure is with a piece of one of its column that stands on two lines.
    private func joined(_ figure: Figure, _ count: Int, _ location: Location?) -> [Int] {
        let column = Set(location?.equations.flatMap(\.figures) ?? []).filter { $0.column == figure.id.column }
        let broken = column.compactMap { self.figure($0) }.filter { $0.doubts.contains(Doubt.broken) }
        let texts = broken.flatMap(\.numbersInPrint).flatMap { ["\(count)\($0)", "\($0)\(count)"] }
        return texts.compactMap { Int($0) }
    }

    /// Doubts about the place of a figure that say nothing against it in this sum.
    private func harmlessDoubts(of figure: Figure, in equation: Equation) -> Set<String> {
        let isFull = isFullRow(of: figure.id)
        // Whichever row it is, its figures stand together.
        if equation.figures.allSatisfy({ $0.row == equation.figures.first?.row }) {
            return isFull ? Doubt.ofFullRows : Doubt.ofRowsPlace
        }
        if isFull, isKnown(rowOf: figure.id) { return Doubt.ofFullRows }
        let known: Set<String> = isFull ? [Doubt.sumBroken, Doubt.columnByPlace] : [Doubt.sumBroken]
        return isOneOfAllAddends(figure, in: equation) ? known.union(Doubt.ofRowsPlace) : known
    }

    /// Whether there is no doubt which row a figure is of, since another that is seen to stand level with it has none, or
    /// since their total is what the sums ask of that row.
    private func isKnown(rowOf id: FigureID) -> Bool {
        guard let place = figure(id)?.places.first else { return false }
        return row(of: id).contains { beside in
            guard beside != id, let figure = figure(beside), figure.status == .ok, let other = figure.places.first,
                areLevel(place, other)
            else { return false }
            return Doubt.ofFullRows.isDisjoint(with: figure.doubts)
                || beside.column == "total" && figure.amount?.count ?? 0 > 0
        }
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

    /// Whether every column of a row off a picture has its figure, all at one height and in the form's order: none of them
    /// can have been taken for another's. The groups of the disputes are one row.
    func isFullRow(of id: FigureID) -> Bool {
        let figures = row(of: id).map(figure)
        guard !figures.isEmpty, figures.allSatisfy({ $0?.method == .ocr && $0?.amount != nil }) else { return false }
        let places = figures.compactMap { $0?.places.first }
        return zip(places, places.dropFirst()).allSatisfy { areLevel($0, $1) && $0.box.midX < $1.box.midX }
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

extension Figure {
    /// Whether its digits stand on two lines, or may go on in those of a figure beside it.
    fileprivate var isOnLines: Bool { doubts.contains(Doubt.broken) || doubts.contains(Doubt.besideBroken) }
}
