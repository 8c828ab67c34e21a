import JSON
import ReportModel

/// Our vocabulary, read back member by member.
extension MemberReader {
    func report() throws(ReadFailure) -> Report {
        guard self["schema"].value.string == ReportJSON.schemaName else { throw failure(ReportJSON.schemaName) }
        guard let version = self["version"].value.integer, version == ReportJSON.schemaVersion else {
            throw self["version"].failure(String(ReportJSON.schemaVersion))
        }
        let forms = self["forms"]
        return Report(
            source: try self["source"].string(), title: try self["title"].string(),
            agency: try self["agency"].string(),
            year: self["year"].value.isNull ? nil : try self["year"].year(),
            forms: FormVersions(
                disclosure: try forms["disclosure"].form(), applications: try forms["applications"].form(),
                disputes: try forms["disputes"].form()),
            sections: try self["sections"].map { section throws(ReadFailure) in try section.section() },
            figures: try self["figures"].map { figure throws(ReadFailure) in try figure.figure() },
            tables: try self["tables"].map { table throws(ReadFailure) in try table.table() },
            findings: try self["findings"].map { finding throws(ReadFailure) in try finding.finding() },
            pages: try self["pages"].map { page throws(ReadFailure) in try page.page() })
    }

    private func year() throws(ReadFailure) -> Int {
        let year = try integer()
        guard (1...9999).contains(year) else { throw failure("year") }
        return year
    }

    private func form() throws(ReadFailure) -> FormVersion {
        guard let version = FormVersion.allCases.first(where: { $0.name == value.string }) else {
            throw failure(FormVersion.allCases.map(\.name).joined(separator: " | "))
        }
        return version
    }

    private func section() throws(ReadFailure) -> Section {
        let places = try self["places"].map { list throws(ReadFailure) in
            try list.map { place throws(ReadFailure) in try place.place() }
        }
        let texts = try self["paragraphs"].map { text throws(ReadFailure) in try text.string() }
        return Section(
            heading: try self["heading"].string(), headingPlaces: try placeOrParts(),
            paragraphs: texts.enumerated().map { index, text in
                Paragraph(text: text, places: places.indices.contains(index) ? places[index] : [])
            })
    }

    private func figure() throws(ReadFailure) -> Figure {
        let id = FigureID(
            try self["table"].choice(FormTable.self), try self["row"].string(), try self["column"].string())
        return Figure(
            id: id, form: try self["form"].form(), content: try content(), printed: try self["printed"].string(),
            status: try self["status"].choice(FigureStatus.self), confidence: try self["confidence"].double(),
            method: try self["method"].choice(ReadingMethod.self), places: try placeOrParts(),
            alternatives: try self["alternatives"].map { alternative throws(ReadFailure) in
                Alternative(
                    value: try alternative["value"].amount(), score: try alternative["score"].double(),
                    reader: try alternative["reader"].string())
            },
            suggestions: try self["suggestions"].map { suggestion throws(ReadFailure) in
                Suggestion(
                    value: try suggestion["value"].amount(),
                    settles: try suggestion["settles"].map { equation throws(ReadFailure) in
                        Equation(
                            kind: try equation["rule"].choice(Equation.Kind.self),
                            left: try equation["left"].map { id throws(ReadFailure) in try id.figureID() },
                            right: try equation["right"].map { id throws(ReadFailure) in try id.figureID() })
                    },
                    cost: try suggestion["cost"].integer(), evidence: try suggestion["evidence"].string(),
                    rivals: suggestion["rivals"].value.integer ?? 0)
            },
            doubts: try self["doubts"].map { doubt throws(ReadFailure) in try doubt.string() })
    }

    private func content() throws(ReadFailure) -> FigureContent {
        switch try self["content"].string() {
        case "amount": .amount(try self["value"].amount())
        case "blank": .blank
        case "mark": .mark
        case "unreadable": .unreadable
        case "absent": .absent
        default: throw self["content"].failure("amount | blank | mark | unreadable | absent")
        }
    }

    private func amount() throws(ReadFailure) -> Amount {
        guard let amount = Amount(ascii: try string()) else { throw failure("decimal number") }
        return amount
    }

    private func figureID() throws(ReadFailure) -> FigureID {
        guard let id = FigureID(try string()) else { throw failure("table/row/column") }
        return id
    }

    private func finding() throws(ReadFailure) -> Finding {
        let message = try self["message"].string()
        return Finding(
            rule: try self["rule"].string(), severity: try self["severity"].choice(Finding.Severity.self),
            verdict: try self["verdict"].choice(Finding.Verdict.self),
            message: LocalisedText(chinese: message, english: message), expected: try self["expected"].string(),
            found: try self["found"].string(),
            figures: try self["figures"].map { id throws(ReadFailure) in try id.figureID() },
            quote: self["quote"].value.string,
            places: try self["places"].map { place throws(ReadFailure) in try place.place() })
    }

    private func table() throws(ReadFailure) -> Table {
        Table(
            construction: try self["construction"].choice(Table.Construction.self), places: try placeOrParts(),
            rowCount: try self["rows"].integer(), columnCount: try self["columns"].integer(),
            cells: try self["cells"].map { cell throws(ReadFailure) in try cell.cell() },
            confidence: try self["confidence"].double())
    }

    private func cell() throws(ReadFailure) -> Cell {
        let text = try self["text"].string()
        var parts = try self["parts"].map { part throws(ReadFailure) in
            CellPart(outline: try part.place(), ink: nil, text: try part["text"].string())
        }
        if parts.isEmpty, !self["box"].value.isNull { parts = [CellPart(outline: try place(), ink: nil, text: text)] }
        return Cell(
            row: try self["row"].integer(), column: try self["column"].integer(),
            rowSpan: try self["rowspan"].integer(), columnSpan: try self["colspan"].integer(), text: text,
            parts: parts, isHeader: self["header"].value.bool ?? false)
    }

    private func page() throws(ReadFailure) -> PageSummary {
        PageSummary(
            number: try self["page"].integer(), width: try self["width"].double(),
            height: try self["height"].double(), method: try self["method"].choice(ReadingMethod.self),
            state: try self["state"].choice(PageState.self),
            warnings: try self["warnings"].map { warning throws(ReadFailure) in try warning.warning() })
    }

    private func warning() throws(ReadFailure) -> PageWarning {
        switch try self["kind"].string() {
        case "too-many-glyphs": .tooManyGlyphs(limit: try self["limit"].integer())
        case "too-many-runs": .tooManyRuns(limit: try self["limit"].integer())
        case "too-many-segments": .tooManySegments(limit: try self["limit"].integer())
        case "damaged-content": .damagedContent(try self["words"].string())
        case "not-read": .notRead(try self["reason"].choice(PageLoss.self))
        default: throw self["kind"].failure("too-many-glyphs | too-many-segments | damaged-content | not-read")
        }
    }

    private func place() throws(ReadFailure) -> Place {
        let box = try self["box"].map { number throws(ReadFailure) in try number.double() }
        guard box.count == 4 else { throw self["box"].failure("[x, y, width, height]") }
        return Place(
            page: self["page"].value.integer, box: Box(x: box[0], y: box[1], width: box[2], height: box[3]))
    }

    /// All parts where there are several, else the one place, else none.
    private func placeOrParts() throws(ReadFailure) -> [Place] {
        let parts = try self["parts"].map { part throws(ReadFailure) in try part.place() }
        if parts.isEmpty, !self["box"].value.isNull { return [try place()] }
        return parts
    }
}
