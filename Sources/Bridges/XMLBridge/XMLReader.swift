private import CXML2

/// An XML or HTML document that is read from its start to its end, by libxml2.
///
/// Nothing is fetched, no entity is expanded: an XML document that declares types or entities is refused where it does.
public final class XMLReader {
    /// What the reader has come to.
    public enum Node: Sendable {
        /// An element begins; `end` follows, for an empty one too.
        case start
        case end
        case text(String)
    }

    /// Why a document cannot be read.
    public enum Problem: Error, Sendable {
        /// Not well-formed, or nested deeper than anybody writes.
        case damaged
        /// It has a DOCTYPE, which is how a few lines come to mean gigabytes.
        case declaresTypes
        case memory
        /// libxml2 itself is missing.
        case notOnMachine
    }

    private let handle: OpaquePointer
    /// What libxml2 reads from must outlive it.
    private let source: Source
    /// Of the element that begins or ends here, without its prefix.
    public private(set) var name = ""
    /// Its namespace.
    public private(set) var namespace = ""
    private var endsAtOnce = false

    private enum Source {
        case xml(UnsafeMutableBufferPointer<CChar>)
        case html(OpaquePointer)
    }

    public init(_ document: [UInt8]) throws(Problem) {
        guard gx_load_xml2() != 0 else { throw .notOnMachine }
        let (bytes, size) = try Self.copied(document)
        let options = GX_XML_PARSE_NONET | GX_XML_PARSE_NOERROR | GX_XML_PARSE_NOWARNING
        guard let handle = gx_xmlReaderForMemory(bytes.baseAddress, size, nil, nil, Int32(options)) else {
            bytes.deallocate()
            throw .memory
        }
        self.handle = handle
        source = .xml(bytes)
    }

    /// A web page, put in order first as browsers do it: unclosed and stray tags are no problem.
    ///
    /// - Parameter page: in UTF-8, whatever it says about itself.
    public init(html page: [UInt8]) throws(Problem) {
        guard gx_load_xml2() != 0 else { throw .notOnMachine }
        let (bytes, size) = try Self.copied(page)
        defer { bytes.deallocate() }
        // Tags that nobody closes nest hundreds deep: without HUGE the page would end there, and nobody be told.
        let options =
            GX_HTML_PARSE_RECOVER | GX_HTML_PARSE_NODEFDTD | GX_HTML_PARSE_IGNORE_ENC | GX_XML_PARSE_NONET
            | GX_XML_PARSE_NOERROR | GX_XML_PARSE_NOWARNING | GX_XML_PARSE_HUGE
        guard let tree = gx_htmlReadMemory(bytes.baseAddress, size, nil, "UTF-8", Int32(options)) else {
            throw .damaged
        }
        guard let handle = gx_xmlReaderWalker(tree) else {
            gx_xmlFreeDoc(tree)
            throw .memory
        }
        self.handle = handle
        source = .html(tree)
    }

    private static func copied(
        _ document: [UInt8]
    ) throws(Problem) -> (bytes: UnsafeMutableBufferPointer<CChar>, size: Int32) {
        guard let size = Int32(exactly: document.count), size > 0 else { throw .damaged }
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: document.count)
        for (index, byte) in document.enumerated() { copy[index] = CChar(bitPattern: byte) }
        return (copy, size)
    }

    deinit {
        gx_xmlFreeTextReader(handle)
        switch source {
        case .xml(let bytes): bytes.deallocate()
        case .html(let tree): gx_xmlFreeDoc(tree)
        }
    }

    /// The next node, nil at the end. Comments and instructions are passed over.
    public func next() throws(Problem) -> Node? {
        if endsAtOnce {
            endsAtOnce = false
            return .end
        }
        while true {
            let result = gx_xmlTextReaderRead(handle)
            guard result >= 0 else { throw .damaged }
            guard result > 0 else { return nil }
            switch gx_xmlTextReaderNodeType(handle) {
            case Int32(GX_XML_ELEMENT):
                name = text(gx_xmlTextReaderConstLocalName(handle))
                namespace = text(gx_xmlTextReaderConstNamespaceUri(handle))
                endsAtOnce = gx_xmlTextReaderIsEmptyElement(handle) == 1
                return .start
            case Int32(GX_XML_END_ELEMENT):
                name = text(gx_xmlTextReaderConstLocalName(handle))
                namespace = text(gx_xmlTextReaderConstNamespaceUri(handle))
                return .end
            case Int32(GX_XML_TEXT), Int32(GX_XML_CDATA),
                Int32(GX_XML_SIGNIFICANT_WHITESPACE), Int32(GX_XML_WHITESPACE):
                return .text(text(gx_xmlTextReaderConstValue(handle)))
            case Int32(GX_XML_DOCUMENT_TYPE), Int32(GX_XML_ENTITY_REFERENCE):
                // In HTML it names the language and nothing else.
                if case .xml = source { throw .declaresTypes }
            default: continue
            }
        }
    }

    /// The value of the element's attribute of that name, whatever its prefix; nil where it has none.
    public func attribute(_ wanted: String) -> String? {
        var more = gx_xmlTextReaderMoveToFirstAttribute(handle)
        defer { gx_xmlTextReaderMoveToElement(handle) }
        while more == 1 {
            if text(gx_xmlTextReaderConstLocalName(handle)) == wanted {
                return text(gx_xmlTextReaderConstValue(handle))
            }
            more = gx_xmlTextReaderMoveToNextAttribute(handle)
        }
        return nil
    }

    private func text(_ pointer: UnsafePointer<UInt8>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
