import ReportModel

extension Report: Portable {
    func write(to writer: inout ByteWriter) {
        writer.string(source)
        writer.string(title)
        writer.string(agency)
        writer.optional(year)
        writer.value(forms)
        writer.array(sections)
        writer.array(figures)
        writer.array(tables)
        writer.array(findings)
        writer.array(pages)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            source: try reader.string(), title: try reader.string(), agency: try reader.string(),
            year: try reader.optional(), forms: try reader.value(), sections: try reader.array(),
            figures: try reader.array(), tables: try reader.array(), findings: try reader.array(),
            pages: try reader.array())
    }
}

extension FormVersion: Portable {
    func write(to writer: inout ByteWriter) { writer.integer(rawValue) }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        guard let value = FormVersion(rawValue: try reader.integer()) else { throw reader.problem() }
        self = value
    }
}

extension FormVersions: Portable {
    func write(to writer: inout ByteWriter) {
        writer.value(disclosure)
        writer.value(applications)
        writer.value(disputes)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(disclosure: try reader.value(), applications: try reader.value(), disputes: try reader.value())
    }
}

extension Section: Portable {
    func write(to writer: inout ByteWriter) {
        writer.string(heading)
        writer.array(headingPlaces)
        writer.array(paragraphs)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            heading: try reader.string(), headingPlaces: try reader.array(), paragraphs: try reader.array())
    }
}

extension Paragraph: Portable {
    func write(to writer: inout ByteWriter) {
        writer.string(text)
        writer.array(places)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(text: try reader.string(), places: try reader.array())
    }
}

extension Box: Portable {
    func write(to writer: inout ByteWriter) {
        for value in [x, y, width, height] { writer.double(value) }
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            x: try reader.double(), y: try reader.double(), width: try reader.double(), height: try reader.double())
    }
}

extension Place: Portable {
    func write(to writer: inout ByteWriter) {
        writer.optional(page)
        writer.value(box)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(page: try reader.optional(), box: try reader.value())
    }
}

extension PageSummary: Portable {
    func write(to writer: inout ByteWriter) {
        writer.integer(number)
        writer.double(width)
        writer.double(height)
        writer.name(method)
        writer.name(state)
        writer.array(warnings)
        writer.array(covers)
        writer.array(pasted)
        writer.integer(turn.quarters)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            number: try reader.integer(), width: try reader.double(), height: try reader.double(),
            method: try reader.name(), state: try reader.name(), warnings: try reader.array())
        covers = try reader.array()
        pasted = try reader.array()
        turn = Turn(quarters: try reader.integer() & 3)
    }
}

extension PageWarning: Portable {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .tooManyGlyphs(let limit):
            writer.byte(0)
            writer.integer(limit)
        case .tooManySegments(let limit):
            writer.byte(1)
            writer.integer(limit)
        case .damagedContent(let words):
            writer.byte(2)
            writer.string(words)
        case .tooManyRuns(let limit):
            writer.byte(3)
            writer.integer(limit)
        case .notRead(let loss):
            writer.byte(4)
            writer.name(loss)
        }
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        switch try reader.byte() {
        case 0: self = .tooManyGlyphs(limit: try reader.integer())
        case 1: self = .tooManySegments(limit: try reader.integer())
        case 2: self = .damagedContent(try reader.string())
        case 3: self = .tooManyRuns(limit: try reader.integer())
        case 4: self = .notRead(try reader.name())
        default: throw reader.problem()
        }
    }
}
