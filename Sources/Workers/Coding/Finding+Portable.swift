import ReportModel

extension LocalisedText: Portable {
    func write(to writer: inout ByteWriter) {
        writer.string(chinese)
        writer.string(english)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(chinese: try reader.string(), english: try reader.string())
    }
}

extension Finding: Portable {
    func write(to writer: inout ByteWriter) {
        writer.string(rule)
        writer.name(severity)
        writer.name(verdict)
        writer.value(message)
        writer.string(expected)
        writer.string(found)
        writer.array(figures)
        writer.optional(quote)
        writer.array(places)
        writer.array(explanations)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            rule: try reader.string(), severity: try reader.name(), verdict: try reader.name(),
            message: try reader.value(), expected: try reader.string(), found: try reader.string(),
            figures: try reader.array(), quote: try reader.optional(), places: try reader.array(),
            explanations: try reader.array())
    }
}

extension Explanation: Portable {
    func write(to writer: inout ByteWriter) {
        writer.array(changes)
        writer.integer(cost)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(changes: try reader.array(), cost: try reader.integer())
    }
}

extension Explanation.Change: Portable {
    func write(to writer: inout ByteWriter) {
        writer.value(figure)
        writer.value(value)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(figure: try reader.value(), value: try reader.value())
    }
}
