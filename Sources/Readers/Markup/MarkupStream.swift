import ReportModel
import XMLBridge

/// A document in markup as a stream of nodes, with the failures of a document.
struct MarkupStream {
    private let reader: XMLReader

    init(_ part: [UInt8]) throws(ReadFailure) {
        reader = try Self.rethrowing { () throws(XMLReader.Problem) in try XMLReader(part) }
    }

    /// - Parameter page: HTML in UTF-8, however badly it is written.
    init(html page: [UInt8]) throws(ReadFailure) {
        reader = try Self.rethrowing { () throws(XMLReader.Problem) in try XMLReader(html: page) }
    }

    func next() throws(ReadFailure) -> XMLReader.Node? {
        try Self.rethrowing { () throws(XMLReader.Problem) in try reader.next() }
    }

    /// The name of the element that begins or ends here, where it is one of that vocabulary.
    func name(in vocabulary: Vocabulary) -> String? {
        vocabulary.isNamed(in: reader.namespace.utf8) ? reader.name : nil
    }

    /// The name whatever its vocabulary.
    var name: String { reader.name }

    func attribute(_ name: String) -> String? { reader.attribute(name) }

    /// Passes over the element that has just begun.
    func skip() throws(ReadFailure) { _ = try text() }

    /// The text of the element that has just begun, to its end.
    func text() throws(ReadFailure) -> String {
        var text = ""
        var depth = 1
        while depth > 0, let node = try next() {
            switch node {
            case .start: depth += 1
            case .end: depth -= 1
            case .text(let string): text += string
            }
        }
        return text
    }

    /// A part of the vocabularies' names, of Microsoft's and of the standard's strict one.
    enum Vocabulary: String {
        case words = "wordprocessingml"
        case sheets = "spreadsheetml"
        case openDocument = "opendocument"

        /// Asked for every node of a document, and the standard library's own search is no quick one.
        func isNamed(in namespace: String.UTF8View) -> Bool {
            let name = rawValue.utf8
            var rest = namespace[...]
            while let start = rest.firstIndex(where: { $0 == name.first }) {
                rest = rest[start...]
                if rest.starts(with: name) { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }

    private static func rethrowing<Result>(
        _ body: () throws(XMLReader.Problem) -> Result
    ) throws(ReadFailure) -> Result {
        do throws(XMLReader.Problem) {
            return try body()
        } catch {
            switch error {
            case .damaged, .memory: throw ReadFailure(.damaged, underlying: "XML")
            case .declaresTypes: throw ReadFailure(.damaged, underlying: "XML: DOCTYPE")
            case .notOnMachine: throw ReadFailure(.missingOnMachine(package: "libxml2"))
            }
        }
    }
}
