public import ReportModel

/// What the pages' pictures say about the figures of a report: who read what, how sure, and where on the page as
/// displayed.
public struct ScanEvidence: Sendable {
    private var pages: [Int: [CellReading]] = [:]
    private var geometries: [Int: PageGeometry] = [:]
    private var displayed: [Int: (width: Double, height: Double)] = [:]
    private var headlines: [Int: [Headline]] = [:]

    public init() {}

    public var isEmpty: Bool { geometries.isEmpty }

    /// Keeps what stands behind a page; its glyphs are Layout's.
    public mutating func add(_ page: ScannedPage) {
        pages[page.page.number] = page.readings
        geometries[page.page.number] = page.geometry
        displayed[page.page.number] = (page.displayedWidth, page.displayedHeight)
        headlines[page.page.number] = page.headlines
    }

    /// A document's reports with the readers' evidence put to their figures, and with all places on the pages as displayed.
    ///
    /// Every page is compared with the digits of all, once for all of them: for each of a hundred reports it took longer
    /// than to read them.
    public func applied(to reports: [Report]) -> [Report] {
        var evidence = self
        evidence.settleByTypeface()
        return reports.map(evidence.put)
    }

    private mutating func settleByTypeface() {
        let typeface = Typeface(pages.sorted { $0.key < $1.key }.flatMap(\.value))
        pages = pages.mapValues { $0.map { typeface.seen(typeface.doubted(typeface.settled($0))) } }
    }

    private func put(to report: Report) -> Report {
        var report = report
        let rows = RowLevels(report.figures, strays: strays(report.figures))
        for index in report.figures.indices where report.figures[index].method == .ocr {
            report.figures[index] = judged(report.figures[index], rows)
            if isSignDoubtful(report.figures[index], isChange: report.isChange(report.figures[index])) {
                report.figures[index] = report.figures[index].doubted(CellContentReader.sign)
            }
        }
        report = SumDecision().decided(report)
        report = UnseenFigures(of: report).lost(in: report)
        report.findings += OfficeWitnesses(headlines).findings(on: report)
        for index in report.figures.indices {
            report.figures[index].places = report.figures[index].places.map(displayed)
        }
        for section in report.sections.indices {
            for paragraph in report.sections[section].paragraphs.indices {
                report.sections[section].paragraphs[paragraph].places =
                    report.sections[section].paragraphs[paragraph].places.map(displayed)
            }
        }
        for table in report.tables.indices {
            report.tables[table].places = report.tables[table].places.map(displayed)
            for cell in report.tables[table].cells.indices {
                for part in report.tables[table].cells[cell].parts.indices {
                    let old = report.tables[table].cells[cell].parts[part]
                    report.tables[table].cells[cell].parts[part].outline = displayed(old.outline)
                    report.tables[table].cells[cell].parts[part].ink = old.ink.map {
                        displayed(Place(page: old.outline.page, box: $0)).box
                    }
                }
            }
        }
        for finding in report.findings.indices {
            report.findings[finding].places = report.findings[finding].places.map(displayed)
        }
        for page in report.pages.indices {
            guard let size = displayed[report.pages[page].number] else { continue }
            report.pages[page].width = size.width
            report.pages[page].height = size.height
        }
        return report
    }

    /// Readers of every kind take a speck before a figure for a sign (hard150-outer), and of a sign that a fax has lost
    /// nothing is left to be seen (fax-none: -1 was 1).
    private func isSignDoubtful(_ figure: Figure, isChange: Bool) -> Bool {
        guard let amount = figure.amount else { return false }
        guard isChange else { return amount.isNegative }
        return amount != 0 && !amount.isNegative && !figure.printed.contains("+")
            && figure.places.contains { $0.page.flatMap { geometries[$0] }?.losesSigns == true }
    }

    private func displayed(_ place: Place) -> Place {
        guard let number = place.page, let geometry = geometries[number] else { return place }
        return Place(page: number, box: geometry.displayed(place.box))
    }

    /// A figure with what its readers said.
    private func judged(_ figure: Figure, _ rows: RowLevels) -> Figure {
        var figure = figure
        let found = figure.places.flatMap { place in
            (place.page.flatMap { pages[$0] } ?? []).filter { Self.isSame($0, place.box) }
        }
        guard let reading = found.first else {
            return isSeenBlank(figure, rows) ? figure : figure.doubted(Self.unread)
        }
        // Nobody has seen that a place is blank where there are no lines around it, or where ink reaches into it.
        if figure.content == .blank, found.contains(where: { $0.cell == nil || !$0.text.isEmpty }) {
            figure = figure.doubted(Self.unread)
        }
        // A cell cut by a page break has a reading for each part; all but one are blank.
        let written = found.filter { !$0.text.isEmpty }
        let whole = CellReading(ofLines: written, of: figure)
        if written.count > 1, whole == nil { figure = figure.doubted(Self.several) }
        let main = whole ?? written.first ?? reading
        figure.confidence = min(figure.confidence, main.confidence)
        figure.alternatives = main.alternatives.compactMap { alternative in
            Amount(reading: alternative.text).map {
                Alternative(value: $0, score: alternative.score, reader: alternative.reader)
            }
        }.filter { $0.value != figure.amount }
        let faint = found.filter { $0.text.isEmpty }.flatMap(\.doubts)
        for doubt in (main.text.isEmpty ? [] : main.doubts) + faint { figure = figure.doubted(doubt) }
        return figure
    }

    /// Whether a blank without lines around it is white paper, level with the figures of its row.
    private func isSeenBlank(_ figure: Figure, _ rows: RowLevels) -> Bool {
        guard figure.content == .blank, figure.status == .empty, let place = figure.places.first,
            figure.places.count == 1, let geometry = place.page.flatMap({ geometries[$0] })
        else { return false }
        return rows.areLevel(figure.id, place) && geometry.isWhite(place.box)
    }

    /// Ink as short as a figure outside of ruled tables that is no word, and that no figure was made of.
    private func strays(_ figures: [Figure]) -> [Place] {
        let taken = Dictionary(grouping: figures.flatMap(\.places)) { $0.page ?? 0 }
        return taken.flatMap { number, places in
            (pages[number] ?? []).filter { reading in
                reading.cell == nil && !LabelLexicon.hasLetters(reading.text)
                    && reading.box.width < Self.longestFigure * (geometries[number]?.emInPoints ?? 0)
                    && !places.contains { Self.isSame(reading, $0.box) }
            }.map { Place(page: number, box: $0.box) }
        }
    }

    /// In ems.
    private static let longestFigure = 4.0

    static let unread = "reading.none"
    static let several = "reading.several"

    private static func isSame(_ reading: CellReading, _ place: Box) -> Bool {
        if let common = reading.box.intersection(place) {
            return common.area > 0.4 * min(reading.box.area, place.area)
        }
        return false
    }
}

/// Where the figures of a row stand: a blank beside them is theirs.
private struct RowLevels {
    private var middles: [String: [(page: Int, y: Double)]] = [:]

    /// What stands on the page and is none of the figures.
    private let strays: [Place]

    init(_ figures: [Figure], strays: [Place]) {
        self.strays = strays
        for figure in figures where figure.amount != nil && figure.status == .ok {
            guard let place = figure.places.first, let page = place.page else { continue }
            middles[Self.key(figure.id), default: []].append((page, place.box.midY))
        }
    }

    /// Whether all of them are level with a place, and nothing else is that may be the figure of it.
    func areLevel(_ id: FigureID, _ place: Place) -> Bool {
        guard let own = middles[Self.key(id)],
            !strays.contains(where: { stray in
                stray.page == place.page && place.box.y < stray.box.midY && stray.box.midY < place.box.maxY
            })
        else { return false }
        return own.allSatisfy { $0.page == place.page && place.box.y < $0.y && $0.y < place.box.maxY }
    }

    private static func key(_ id: FigureID) -> String { "\(id.table.rawValue)/\(id.row)" }
}

extension Report {
    /// Whether a figure can be less than nothing: 本年增/减.
    fileprivate func isChange(_ figure: Figure) -> Bool { forms.column(of: figure.id)?.content == .change }
}

extension Figure {
    /// In doubt, and why.
    func doubted(_ doubt: String) -> Figure {
        var figure = self
        if !figure.doubts.contains(doubt) { figure.doubts.append(doubt) }
        if figure.status == .ok || figure.status == .empty { figure.status = .suspect }
        figure.confidence = min(figure.confidence, 0.5)
        return figure
    }
}

extension Amount {
    /// A reader's text as an amount: grouping commas left out.
    init?(reading text: String) {
        self.init(ascii: text.filter { $0 != "," })
    }
}
