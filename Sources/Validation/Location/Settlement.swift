import ReportModel

/// What the sums do to the figures: derived values, suggestions, doubts. Printed values stay as they are.
struct Settlement {
    let examination: Examination

    func settle(_ figures: [Figure]) -> [Figure] {
        var figures = figures
        for location in examination.locations {
            var sums: [FigureID: [Equation]] = [:]
            for equation in location.equations { for id in equation.figures { sums[id, default: []].append(equation) } }
            for (id, sums) in sums { derive(id, sums, location, &figures) }
            suggest(location, &figures)
            doubt(location, &figures)
        }
        return figures
    }

    /// - Parameter sums: those of the location that the figure is in.
    private func derive(_ id: FigureID, _ sums: [Equation], _ location: Location, _ figures: inout [Figure]) {
        guard let position = examination.positions[id] else { return }
        switch figures[position].content {
        case .absent, .unreadable:
            guard let value = location.lostValues[id] else { return }
            guard isCarried(id, sums, location) else {
                // Off a picture, what is in doubt beside it may have been misread.
                if figures[position].method != .ocr { suggest(value, at: position, &figures) }
                return
            }
            // The report may print something else than its sums ask for.
            let isContested = isContested(id, location) || !isWellExplained(location)
            guard !contradictsPrint(id, sums, location), !isPrintedBeside(figures[position]),
                !location.isReadBeside(id, in: sums, values: examination.value), !isContested
            else {
                suggest(value, at: position, rivals: isContested ? 1 : 0, &figures)
                return
            }
            figures[position].content = .amount(Amount(value))
            figures[position].status = .derived
            figures[position].confidence = Self.derivedConfidence
        case .blank, .mark:
            guard let value = location.blankValues[id] else { return }
            suggest(value, at: position, &figures)
        case .amount:
            // A figure that is no count counts for nothing in the sums: they may say what it ought to be.
            guard CellValue(figures[position]) == .lost, let value = location.lostValues[id] else { return }
            suggest(value, at: position, &figures)
        }
    }

    private func suggest(_ value: Int, at position: Int, rivals: Int = 0, _ figures: inout [Figure]) {
        guard figures[position].suggestions.isEmpty else { return }
        figures[position].suggestions = [
            Suggestion(value: Amount(value), settles: [], cost: 0, evidence: Evidence.sums, rivals: rivals)
        ]
    }

    /// Whether one sum alone says what a figure of a picture ought to be, all others having lost cells, and says as well that
    /// another in doubt may be what is wrong. (Below a stamp 2260 was asked for where 2160 is printed, beside 70 for 170.)
    private func restsOnOneSum(_ change: Explanation.Change, _ location: Location) -> Bool {
        guard let read = examination.figure(change.figure)?.amount?.count, let wanted = change.value.count,
            isDoubtfulOnPicture(change.figure)
        else { return false }
        let sums = wholeSums(of: change.figure, location)
        guard let sum = sums.first, sums.count == 1, examination.isBroken(sum) else { return false }
        let isRight = sum.right.contains(change.figure)
        return sum.figures.contains { other in
            guard other != change.figure, isDoubtfulOnPicture(other), wholeSums(of: other, location).count == 1,
                let count = examination.figure(other)?.amount?.count
            else { return false }
            return count + (sum.right.contains(other) == isRight ? wanted - read : read - wanted) >= 0
        }
    }

    private func isDoubtfulOnPicture(_ id: FigureID) -> Bool {
        guard let figure = examination.figure(id), figure.method == .ocr else { return false }
        return figure.isDoubtfulReading && !figure.hasFirmDigits
    }

    /// The sums of a figure all of whose cells were read.
    private func wholeSums(of id: FigureID, _ location: Location) -> [Equation] {
        location.equations.filter { $0.figures.contains(id) && !$0.figures.contains(where: isLost) }
    }

    /// Whether a lost figure of a picture, or one that shares a sum with it, shows a number that nobody would take for
    /// what the sums say of it: 14 in the print of a fax, 2 by the sums.
    private func contradictsPrint(_ id: FigureID, _ sums: [Equation], _ location: Location) -> Bool {
        Set([id] + sums.flatMap(\.figures)).contains { other in
            guard isLost(other), let value = location.lostValues[other], let figure = examination.figure(other),
                figure.method == .ocr, figure.content == .unreadable, case let shown = figure.numbersInPrint,
                !shown.isEmpty
            else { return false }
            return !shown.contains { isPart($0, of: value) || DigitLikeness.areAlike($0, value) }
        }
    }

    /// Whether figures that belong to no row stand beside a row of a picture in which nothing was found: they say what is
    /// printed there, whatever its sums ask for.
    private func isPrintedBeside(_ figure: Figure) -> Bool {
        figure.method == .ocr && figure.content == .absent && figure.doubts.contains(Doubt.strayFigures)
    }

    /// Whether the row of a lost figure asks for something else of it than what the sums say, unless a figure beside it that is
    /// hard to read is what nobody saw: 2 by the column, 0 by the row with the total as it was read. (Of 28 figures of scans
    /// that were worked out beside one, one was printed otherwise.)
    private func isContested(_ id: FigureID, _ location: Location) -> Bool {
        location.explanations.flatMap(\.changes).contains { change in
            guard change.figure != id, change.figure.table == id.table, change.figure.row == id.row else {
                return false
            }
            return examination.figure(change.figure)?.isDoubtfulReading == true
                && !examination.verdicts.isOtherReading(change)
        }
    }

    /// Whether what else is wrong in the table is known, and no more than is ever printed wrongly. With more, or where figures must
    /// be wrong that nobody can tell, the likeliest explanation need not be the right one. (Below two seals, 0 for 1 and 12
    /// for 2 were worked out so.)
    private func isWellExplained(_ location: Location) -> Bool {
        location.open.allSatisfy(\.isEmpty)
            && location.explanations.allSatisfy { explanation in
                explanation.changes.count { !examination.verdicts.isOtherReading($0) } <= Verdicts.mostMisprints
            }
    }

    /// 5 of 15: the rest was lost.
    private func isPart(_ number: Int, of value: Int) -> Bool { value.description.contains(number.description) }

    /// Whether what the sums say of a lost cell rests on more than figures that are in doubt themselves: two sums say so,
    /// or one all of whose other figures are sure. (Of 21 figures of disputes that single sums gave on scans, 6 were
    /// wrong; all of them beside a figure in doubt.)
    private func isCarried(_ id: FigureID, _ sums: [Equation], _ location: Location) -> Bool {
        let sums = sums.filter { equation in
            equation.figures.allSatisfy { $0 == id || !isLost($0) || location.lostValues[$0] != nil }
        }
        guard sums.count < 2 else { return true }
        return sums.contains { equation in
            equation.figures.allSatisfy { other in
                other == id || isLost(other)
                    || (examination.positions[other].map { !examination.report.figures[$0].isDoubtfulReading } ?? false)
            }
        }
    }

    private func isLost(_ id: FigureID) -> Bool { examination.value(id) == .lost }

    /// What the sums say is right where they and what they rest on are.
    private static let derivedConfidence = 0.9

    private func suggest(_ location: Location, _ figures: inout [Figure]) {
        let broken = location.equations.filter { examination.isBroken($0) }
        let isWellExplained = isWellExplained(location)
        let known = location.known
        for explanation in known {
            for change in explanation.changes {
                guard let position = examination.positions[change.figure],
                    !figures[position].suggestions.contains(where: { $0.value == change.value })
                else { continue }
                let isReading = examination.verdicts.isOtherReading(change)
                var rivals = known.count { !$0.changes.contains(change) }
                // One sum says that a figure is wrong, not which; that one is harder to read does not tell either. A total
                // that is blank is what the others add up to.
                let isDetail = location.equations.contains { $0.left.contains(change.figure) }
                if !isReading, location.equations.count == 1, isDetail || figures[position].amount != nil {
                    let others = location.equations[0].figures.filter { id in
                        id != change.figure && examination.figure(id)?.method != .review
                    }
                    rivals = max(rivals, others.count)
                }
                // Nor does it when a figure that is clear is the likeliest to be wrong among so many.
                if !isReading, !isWellExplained, !figures[position].isDoubtfulReading || figures[position].hasFirmDigits
                {
                    rivals = max(rivals, 1)
                }
                if !isReading, restsOnOneSum(change, location) { rivals = max(rivals, 1) }
                // What stands in another column than it was taken for may be any number there, whoever saw it.
                if figures[position].doubts.contains(Doubt.columnByPlace),
                    !examination.verdicts.isFullRow(of: change.figure)
                {
                    rivals = max(rivals, 1)
                }
                let suggestion = Suggestion(
                    value: change.value, settles: broken.filter { $0.figures.contains(change.figure) },
                    cost: explanation.cost, evidence: isReading ? Evidence.alternative : Evidence.sums, rivals: rivals)
                figures[position].suggestions.append(suggestion)
            }
        }
    }

    /// A figure off a picture is in doubt when a sum is broken that only it, among others, could mend.
    ///
    /// Where nothing tells which, those of the sum that somebody may have misread are, unless it fails however they are
    /// read. (Of 1,263 figures of scans that stood in such sums and were in doubt for nothing else, 3 were wrong, none of
    /// them surely read; of 76 in sums that were found to be the printer's mistakes, none.)
    private func doubt(_ location: Location, _ figures: inout [Figure]) {
        let broken = location.equations.filter { examination.isBroken($0) }
        guard !location.holds else { return }
        let verdicts = examination.verdicts
        var suspects: Set<FigureID> = []
        if location.isComplete, !location.explanations.isEmpty {
            for change in location.explanations.flatMap(\.changes) where !verdicts.isClear(change) {
                suspects.insert(change.figure)
            }
            suspects.formUnion(location.open.joined().filter { !verdicts.isSurelyRead($0) })
        } else {
            let open = broken.filter { verdicts.verdict(of: $0, in: location) != .source }
            suspects = Set(open.flatMap(\.figures).filter { !verdicts.isSurelyRead($0) })
        }
        for id in suspects {
            guard let position = examination.positions[id], figures[position].method == .ocr,
                figures[position].status == .ok || figures[position].status == .empty
            else { continue }
            figures[position].status = .suspect
            figures[position].doubts.append(Doubt.sumBroken)
        }
    }
}

/// The keys of `Suggestion.evidence`.
enum Evidence {
    /// The form's sums ask for it.
    static let sums = "sums"
    /// They do, and another reader saw it.
    static let alternative = "alternative"
    static let prose = "prose"

    static let own: Set<String> = [sums, alternative, prose]
}

/// The keys that validation adds to `Figure.doubts`.
enum Doubt {
    /// A sum that it takes part in does not hold, and it may be the reason.
    static let sumBroken = "sum.broken"
    /// The readers' own: they saw different numbers.
    static let readersDisagree = "reading.disagree"
    /// They did, or one of them had no answer.
    static let ofReaders: Set<String> = [readersDisagree, unsure]
    static let unsure = "reading.unsure"
    static let coloured = "ink.coloured"
    /// Its digits are printed so; others may have gone with the colour.
    static let colouredAround = "ink.coloured-around"
    static let ofColour: Set<String> = [coloured, colouredAround]
    /// A speck or a line's end may be its sign, or a part of it.
    static let sign = "reading.sign"
    static let broken = "figure.broken"
    static let spaced = "figure.spaced"
    /// Something is to be said against the digits, nothing against the row or column.
    static let ofDigits: Set<String> = ofReaders.union([
        sumBroken, count, coloured, colouredAround, beside, sign, broken, besideBroken, strayFigures,
        "reading.text", "reading.chosen-by-sums", "reading.several", "figure.text-before", "ink.faint",
    ])
    /// There are more shapes of ink than digits, or fewer.
    static let count = "reading.count"
    static let beside = "ink.beside"
    static let besideBroken = "figure.beside-broken"
    /// Figures that were found in no row of the form stand beside it.
    static let strayFigures = "row.stray-figures"
    /// The row or column of a figure was told by its place, which its label contradicts or does not confirm.
    static let ofPlace: Set<String> = ofRowsPlace.union([columnByPlace])
    static let columnByPlace = "column.place-only"
    static let ofRowsPlace: Set<String> = ofRows.union([
        "label.contradicts-place", "label.none", "label.missing", "label.misplaced",
    ])
    /// Which does not matter to a row that has a figure in every column: it is printed in that order.
    static let ofFullRows: Set<String> = ofPlace.union([readAsText])
    /// None of these says anything against the digits that were seen.
    static let besideDigits: Set<String> = ofPlace.union([strayFigures, broken, besideBroken])
    /// Reading the page as lines of text found it elsewhere, or alone found it.
    static let readAsText = "reading.second"
    /// Sums between rows fail: labels may have been tied to their neighbours' figures.
    static let ofRows: Set<String> = ["placement.sums", sumBroken]
}

extension Figure {
    /// Without what an earlier run added, so that checking twice gives what checking once does.
    var withoutOwnMarks: Figure {
        var figure = self
        figure.suggestions.removeAll { Evidence.own.contains($0.evidence) }
        if figure.status == .suspect, figure.doubts == [Doubt.sumBroken] {
            figure.status = figure.amount == nil ? .empty : .ok
        }
        figure.doubts.removeAll { $0 == Doubt.sumBroken }
        if figure.status == .derived {
            figure.content = figure.printed.isEmpty ? .absent : .unreadable
            figure.status = .missing
            figure.confidence = 0
        }
        return figure
    }
}
