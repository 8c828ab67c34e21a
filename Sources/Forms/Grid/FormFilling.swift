import ReportModel

/// The figures of a form as they are found, with what was noticed on the way.
struct FormFilling: Sendable {
    var figures: [FigureID: Figure] = [:]
    var findings: [Finding] = []
    /// The tables whose figures all stand level with their labels.
    var level: Set<FormTable> = []
    private let methods: ReadingMethods

    init(_ methods: ReadingMethods = ReadingMethods()) { self.methods = methods }

    /// Puts a cell's text into the form.
    ///
    /// - Parameter isAlone: no other figure can stand in the cell, since every one has its own.
    mutating func fill(
        _ id: FigureID, form: FormVersion, from cell: Cell?,
        row: PlacementCertainty = .label, column: PlacementCertainty = .label, isAlone: Bool = false
    ) {
        guard let cell else { return }
        var reading = FigureText(cell.text)
        if isAlone, Self.isGrouped(cell.text) { reading.doubts.removeAll { $0 == FigureText.spaceInDigits } }
        let inked = cell.parts.filter { $0.ink != nil }
        let places =
            inked.isEmpty
            ? cell.parts.map(\.outline) : inked.map { Place(page: $0.outline.page, box: $0.ink ?? $0.outline.box) }
        var figure = Figure(
            id: id, form: form, content: reading.content,
            printed: cell.text.trimmingWhitespace(), status: .ok, confidence: 0.99, method: methods.method(of: places),
            places: places,
            doubts: reading.doubts
                + [row.doubt, column.doubt, cell.isInRaggedRow ? Self.raggedRow : nil].compactMap { $0 })
        if row == .damagedLabel || column == .damagedLabel { figure.confidence = 0.9 }
        switch reading.content {
        case .amount: figure.status = figure.doubts.isEmpty ? .ok : .suspect
        case .blank, .mark: figure.status = figure.doubts.isEmpty ? .empty : .suspect
        case .unreadable, .absent: figure.status = .missing
        }
        if figure.status == .suspect { figure.confidence = 0.5 }
        if figure.status == .missing { figure.confidence = 0 }
        // Two cells that claim one figure: whichever is taken, it is in doubt.
        if let known = figures[id] {
            if known.content == figure.content { return }
            var kept = known
            kept.status = .suspect
            kept.confidence = 0.3
            kept.doubts.append(Self.claimedTwice)
            if let amount = figure.amount {
                kept.alternatives.append(Alternative(value: amount, score: 0.5, reader: "text"))
            }
            figures[id] = kept
            return
        }
        figures[id] = figure
    }

    /// 22 852 887: groups of three digits behind one of at most three.
    private static func isGrouped(_ text: String) -> Bool {
        let groups = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = groups.first, groups.count > 1, (1...3).contains(first.count) else { return false }
        return groups.allSatisfy { $0.allSatisfy(\.isNumber) } && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    static let raggedRow = "row.ragged"
    static let claimedTwice = "figure.claimed-twice"
}

extension String {
    func trimmingWhitespace() -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[first...last])
    }
}
