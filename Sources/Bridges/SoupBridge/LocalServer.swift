private import CGlib

/// What a browser asks for.
public struct WebRequest: Sendable {
    public var method: String
    /// Decoded.
    public var path: String
    /// Names and values, decoded; the last of a name counts.
    public var query: [String: String]
    public var host: String
    /// Nil where the browser names none.
    public var origin: String?
    public var contentType: String
    public var body: [UInt8]

    public init(
        method: String, path: String, query: [String: String] = [:], host: String, origin: String? = nil,
        contentType: String = "", body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.host = host
        self.origin = origin
        self.contentType = contentType
        self.body = body
    }
}

/// What it gets.
public struct WebResponse: Sendable {
    public var status: Int
    public var contentType: String
    public var headers: [String: String]
    public var body: [UInt8]

    public init(_ status: Int = 200, contentType: String, headers: [String: String] = [:], body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    public static func text(_ status: Int, _ text: String) -> WebResponse {
        WebResponse(status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}

/// Why there is no server.
public enum ServerProblem: Error, Sendable, Hashable {
    /// The library is not on this machine.
    case noLibrary
    /// The port is taken, in the library's words.
    case notListening(String)
}

/// A web server on the loopback interface alone, by libsoup; one thread, one request after the other.
public final class LocalServer {
    public typealias Handler = (WebRequest) -> WebResponse

    private let soup: SoupLibrary
    private let server: OpaquePointer
    private let bodyLimit: Int
    private let handler: Handler
    /// When the last request came.
    public private(set) var lastRequest = ContinuousClock.now
    public private(set) var port = 0

    /// soup_server_listen_local
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - bodyLimit: in bytes; larger requests are refused before they are read.
    public init(port: Int, bodyLimit: Int, handler: @escaping Handler) throws(ServerProblem) {
        guard let soup = SoupLibrary.shared else { throw .noLibrary }
        guard let object = g_object_new_with_properties(soup.serverType(), 0, nil, nil) else { throw .noLibrary }
        self.soup = soup
        self.bodyLimit = bodyLimit
        self.handler = handler
        server = OpaquePointer(object)
        var error: UnsafeMutablePointer<GError>?
        guard soup.listenLocal(server, UInt32(port), SoupLibrary.listenIPv4Only, &error) != 0 else {
            let words = error.map { String(cString: $0.pointee.message) } ?? ""
            g_clear_error(&error)
            throw .notListening(words)
        }
        let list = soup.addresses(server)
        if let address = list?.pointee.data { self.port = Int(g_uri_get_port(OpaquePointer(address))) }
        g_slist_free_full(list) { address in
            if let address { g_uri_unref(OpaquePointer(address)) }
        }
        // The server lives no longer than self: deinit takes it down.
        let me = Unmanaged.passUnretained(self).toOpaque()
        soup.addEarlyHandler(
            server, nil,
            { _, message, _, _, me in
                guard let message, let me else { return }
                Unmanaged<LocalServer>.fromOpaque(me).takeUnretainedValue().check(message)
            }, me, nil)
        soup.addHandler(
            server, nil,
            { _, message, path, query, me in
                guard let message, let me else { return }
                let query = query.map(LocalServer.pairs) ?? [:]
                let path = path.map { String(cString: $0) } ?? ""
                Unmanaged<LocalServer>.fromOpaque(me).takeUnretainedValue().answer(message, path: path, query: query)
            }, me, nil)
    }

    deinit {
        soup.disconnect(server)
        g_object_unref(gpointer(server))
    }

    /// Serves until `isWanted` says no; it is asked at least every half second. g_main_context_iteration
    public func run(while isWanted: () -> Bool) {
        // Wakes the loop.
        let timer = g_timeout_add(500, { _ in 1 }, nil)
        defer { g_source_remove(timer) }
        while isWanted() { g_main_context_iteration(nil, 1) }
    }

    /// Before the body is read: nothing that is large, and nothing whose size is not told.
    private func check(_ message: OpaquePointer) {
        guard let headers = soup.requestHeaders(message) else { return }
        let isBounded =
            SoupLibrary.boundedEncodings.contains(soup.encoding(headers))
            && soup.contentLength(headers) <= Int64(bodyLimit)
        guard !isBounded else { return }
        if let body = soup.requestBody(message) { soup.setAccumulate(body, 0) }
        if let response = soup.responseHeaders(message) { soup.setHeader(response, "Connection", "close") }
        soup.setStatus(message, 413, nil)
    }

    private func answer(_ message: OpaquePointer, path: String, query: [String: String]) {
        lastRequest = .now
        let headers = soup.requestHeaders(message)
        func header(_ name: String) -> String? {
            headers.flatMap { soup.header($0, name) }.map { String(cString: $0) }
        }
        let request = WebRequest(
            method: soup.method(message).map { String(cString: $0) } ?? "", path: path, query: query,
            host: header("Host") ?? "", origin: header("Origin"), contentType: header("Content-Type") ?? "",
            body: body(of: message))
        let response = handler(request)
        soup.setStatus(message, UInt32(response.status), nil)
        if let headers = soup.responseHeaders(message) {
            for (name, value) in response.headers { soup.setHeader(headers, name, value) }
        }
        response.body.withUnsafeBufferPointer { bytes in
            soup.setResponse(
                message, response.contentType, SoupLibrary.copiesMemory, bytes.baseAddress, bytes.count)
        }
    }

    private func body(of message: OpaquePointer) -> [UInt8] {
        guard let body = soup.requestBody(message), let bytes = soup.flatten(body) else { return [] }
        defer { g_bytes_unref(bytes) }
        var count: gsize = 0
        guard let start = g_bytes_get_data(bytes, &count) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    /// A GHashTable of texts.
    private static func pairs(_ table: OpaquePointer) -> [String: String] {
        var pairs: [String: String] = [:]
        var iterator = GHashTableIter()
        g_hash_table_iter_init(&iterator, table)
        var key: gpointer?
        var value: gpointer?
        while g_hash_table_iter_next(&iterator, &key, &value) != 0 {
            guard let key, let value else { continue }
            pairs[String(cString: key.assumingMemoryBound(to: CChar.self))] = String(
                cString: value.assumingMemoryBound(to: CChar.self))
        }
        return pairs
    }
}
