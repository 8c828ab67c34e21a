import ReportModel

extension FigureID: Portable {
    func write(to writer: inout ByteWriter) {
        writer.name(table)
        writer.string(row)
        writer.string(column)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(try reader.name(), try reader.string(), try reader.string())
    }
}

extension Amount: Portable {
    func write(to writer: inout ByteWriter) {
        writer.integer(digits)
        writer.integer(decimals)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(digits: try reader.integer(), decimals: try reader.integer())
        // What the reader gives never has more, and arithmetic counts on it.
        guard digits.magnitude < 1_000_000_000_000_000_000 else { throw reader.problem() }
    }
}

extension FigureContent: Portable {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .amount(let amount):
            writer.byte(0)
            writer.value(amount)
        case .blank: writer.byte(1)
        case .mark: writer.byte(2)
        case .unreadable: writer.byte(3)
        case .absent: writer.byte(4)
        }
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        switch try reader.byte() {
        case 0: self = .amount(try reader.value())
        case 1: self = .blank
        case 2: self = .mark
        case 3: self = .unreadable
        case 4: self = .absent
        default: throw reader.problem()
        }
    }
}

extension Figure: Portable {
    func write(to writer: inout ByteWriter) {
        writer.value(id)
        writer.value(form)
        writer.value(content)
        writer.string(printed)
        writer.name(status)
        writer.double(confidence)
        writer.name(method)
        writer.array(places)
        writer.array(alternatives)
        writer.array(suggestions)
        writer.array(doubts)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            id: try reader.value(), form: try reader.value(), content: try reader.value(),
            printed: try reader.string(), status: try reader.name(), confidence: try reader.double(),
            method: try reader.name(), places: try reader.array(), alternatives: try reader.array(),
            suggestions: try reader.array(), doubts: try reader.array())
    }
}

extension Alternative: Portable {
    func write(to writer: inout ByteWriter) {
        writer.value(value)
        writer.double(score)
        writer.string(reader)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(value: try reader.value(), score: try reader.double(), reader: try reader.string())
    }
}

extension Suggestion: Portable {
    func write(to writer: inout ByteWriter) {
        writer.value(value)
        writer.array(settles)
        writer.integer(cost)
        writer.string(evidence)
        writer.integer(rivals)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            value: try reader.value(), settles: try reader.array(), cost: try reader.integer(),
            evidence: try reader.string(), rivals: try reader.integer())
    }
}

extension Equation: Portable {
    func write(to writer: inout ByteWriter) {
        writer.name(kind)
        writer.array(left)
        writer.array(right)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(kind: try reader.name(), left: try reader.array(), right: try reader.array())
    }
}
