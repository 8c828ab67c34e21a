import ReportModel

/// The reports of one office, year by year.
struct OfficeSeries: Sendable {
    /// A figure as all versions of a year's report have it.
    enum Value: Sendable, Hashable {
        case known(Amount)
        case blank
        /// Not read, not on that form, or told differently by two versions.
        case unknown
    }

    struct Year: Sendable {
        var year: Int
        /// Positions in the reports that were given; two versions are two members.
        var members: [Int]
        fileprivate var values: [FigureID: Value]
        fileprivate var isClear: Bool
    }

    /// Ascending.
    let years: [Year]
    /// Of every member, by its position.
    let reports: [Int: Report]

    /// - Parameter reports: each has a year.
    init(_ reports: [Int: Report]) {
        self.reports = reports
        var years: [Int: [Int]] = [:]
        for (position, report) in reports {
            if let year = report.year { years[year, default: []].append(position) }
        }
        self.years = years.sorted { $0.key < $1.key }.map { year, members in
            let members = members.sorted()
            return Year(
                year: year, members: members, values: Self.values(of: members.compactMap { reports[$0] }),
                isClear: members.allSatisfy { reports[$0]?.isClearText ?? false })
        }
    }

    private static func values(of versions: [Report]) -> [FigureID: Value] {
        var values: [FigureID: Value] = [:]
        for (number, report) in versions.enumerated() {
            for figure in report.figures {
                let value = Value(figure)
                if number == 0 || values[figure.id] == value {
                    values[figure.id] = value
                } else {
                    values[figure.id] = .unknown
                }
            }
        }
        return values
    }

    func year(_ year: Int) -> Year? { years.first { $0.year == year } }

    /// Every year with the one before it, where both are there.
    var steps: [(last: Year, this: Year)] {
        zip(years, years.dropFirst()).filter { $0.0.year + 1 == $0.1.year }.map { (last: $0.0, this: $0.1) }
    }

    /// The form of a table in a year; nil where two versions differ.
    func form(of table: FormTable, in year: Year) -> FormVersion? {
        let forms = Set(year.members.compactMap { reports[$0]?.forms[table] })
        return forms.count == 1 ? forms.first : nil
    }

    /// Whose mistake a difference between years is: somebody's own only where both are printed beyond doubt.
    func verdict(_ years: [Year], figures: [FigureID], expected: [Amount]) -> Finding.Verdict {
        let isOtherReading = zip(figures, expected).allSatisfy { id, amount in
            years.last?.members.contains { member in
                reports[member]?.figures.contains { figure in
                    figure.id == id && figure.alternatives.contains { $0.value == amount }
                } ?? false
            } ?? false
        }
        if isOtherReading && !figures.isEmpty { return .reading }
        return years.allSatisfy(\.isClear) ? .source : .open
    }

    /// The finding for every version of a year's report, with the places there.
    func each(of year: Year, _ finding: Finding) -> [(position: Int, finding: Finding)] {
        year.members.map { position in
            var own = finding
            own.places = finding.figures.compactMap { id in
                reports[position]?.figures.first { $0.id == id }?.places.first
            }
            return (position, own)
        }
    }

    func sources(of year: Year) -> String {
        year.members.compactMap { reports[$0]?.source }.joined(separator: "、")
    }

    func wording(_ id: FigureID, in year: Year) -> Wording {
        Wording(id, in: year.members.first.flatMap { reports[$0]?.forms } ?? FormVersions(.form2021))
    }
}

extension OfficeSeries.Year {
    subscript(id: FigureID) -> OfficeSeries.Value { values[id] ?? .unknown }

    /// A count; a blank is 0 as most offices mean it, but a blank total was left out.
    func count(_ id: FigureID) -> Int? {
        switch self[id] {
        case .known(let amount): amount.count.flatMap { abs($0) <= CellValue.largest ? $0 : nil }
        case .blank: id.column == "total" ? nil : 0
        case .unknown: nil
        }
    }
}

extension OfficeSeries.Value {
    fileprivate init(_ figure: Figure) {
        switch figure.content {
        case .amount(let amount): self = figure.status == .derived ? .unknown : .known(amount)
        case .blank, .mark: self = .blank
        case .unreadable, .absent: self = .unknown
        }
    }
}

extension Report {
    /// Whether its figures stand in a text layer, a text file or a person's hand, none of them in doubt.
    fileprivate var isClearText: Bool {
        figures.allSatisfy { figure in
            figure.method != .ocr && figure.confidence >= 0.6 && (figure.status == .ok || figure.status == .empty)
        }
    }
}
