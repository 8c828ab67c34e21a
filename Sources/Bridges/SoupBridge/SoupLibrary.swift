internal import CGlib
private import Glibc

/// libsoup, loaded when a server is wanted.
///
/// Loaded by name and not linked: with Kerberos, HTTP/2 and the rest it brings milliseconds of start-up that nobody who
/// reads a document should pay.
struct SoupLibrary: Sendable {
    typealias Text = UnsafePointer<CChar>
    /// SoupServerCallback: server, message, path, query, data.
    typealias Handler = @convention(c) (OpaquePointer?, OpaquePointer?, Text?, OpaquePointer?, gpointer?) -> Void

    let serverType: @convention(c) () -> GType
    /// Server, port, options, error.
    let listenLocal:
        @convention(c) (OpaquePointer, UInt32, UInt32, UnsafeMutablePointer<UnsafeMutablePointer<GError>?>?) -> gboolean
    let addresses: @convention(c) (OpaquePointer) -> UnsafeMutablePointer<GSList>?
    /// Server, path, callback, data, destroy.
    let addHandler: @convention(c) (OpaquePointer, Text?, Handler, gpointer?, GDestroyNotify?) -> Void
    let addEarlyHandler: @convention(c) (OpaquePointer, Text?, Handler, gpointer?, GDestroyNotify?) -> Void
    let disconnect: @convention(c) (OpaquePointer) -> Void
    let method: @convention(c) (OpaquePointer) -> Text?
    let address: @convention(c) (OpaquePointer) -> OpaquePointer?
    let requestHeaders: @convention(c) (OpaquePointer) -> OpaquePointer?
    let responseHeaders: @convention(c) (OpaquePointer) -> OpaquePointer?
    let requestBody: @convention(c) (OpaquePointer) -> OpaquePointer?
    let status: @convention(c) (OpaquePointer) -> UInt32
    let setStatus: @convention(c) (OpaquePointer, UInt32, Text?) -> Void
    /// Message, type, how the memory is used, bytes, count.
    let setResponse: @convention(c) (OpaquePointer, Text?, Int32, UnsafePointer<UInt8>?, Int) -> Void
    let header: @convention(c) (OpaquePointer, Text?) -> Text?
    let setHeader: @convention(c) (OpaquePointer, Text?, Text?) -> Void
    let contentLength: @convention(c) (OpaquePointer) -> Int64
    let encoding: @convention(c) (OpaquePointer) -> Int32
    let setAccumulate: @convention(c) (OpaquePointer, gboolean) -> Void
    let flatten: @convention(c) (OpaquePointer) -> OpaquePointer?

    /// SOUP_SERVER_LISTEN_IPV4_ONLY
    static let listenIPv4Only: UInt32 = 1 << 1
    /// SOUP_MEMORY_COPY
    static let copiesMemory: Int32 = 2
    /// SOUP_ENCODING_NONE and SOUP_ENCODING_CONTENT_LENGTH
    static let boundedEncodings: ClosedRange<Int32> = 1...2

    /// Nil where the library is not on this machine.
    static let shared: SoupLibrary? = {
        guard let library = dlopen("libsoup-3.0.so.0", RTLD_NOW | RTLD_LOCAL) else { return nil }
        return SoupLibrary(symbols: library)
    }()

    private init?(symbols library: UnsafeMutableRawPointer) {
        func find<Function>(_ name: String, _ type: Function.Type = Function.self) -> Function? {
            dlsym(library, name).map { unsafeBitCast($0, to: Function.self) }
        }
        guard let serverType: @convention(c) () -> GType = find("soup_server_get_type"),
            let listenLocal:
                @convention(c) (OpaquePointer, UInt32, UInt32, UnsafeMutablePointer<UnsafeMutablePointer<GError>?>?) ->
                    gboolean = find("soup_server_listen_local"),
            let addresses: @convention(c) (OpaquePointer) -> UnsafeMutablePointer<GSList>? = find(
                "soup_server_get_uris"),
            let addHandler: @convention(c) (OpaquePointer, Text?, Handler, gpointer?, GDestroyNotify?) -> Void = find(
                "soup_server_add_handler"),
            let addEarlyHandler: @convention(c) (OpaquePointer, Text?, Handler, gpointer?, GDestroyNotify?) -> Void =
                find("soup_server_add_early_handler"),
            let disconnect: @convention(c) (OpaquePointer) -> Void = find("soup_server_disconnect"),
            let method: @convention(c) (OpaquePointer) -> Text? = find("soup_server_message_get_method"),
            let address: @convention(c) (OpaquePointer) -> OpaquePointer? = find("soup_server_message_get_uri"),
            let requestHeaders: @convention(c) (OpaquePointer) -> OpaquePointer? = find(
                "soup_server_message_get_request_headers"),
            let responseHeaders: @convention(c) (OpaquePointer) -> OpaquePointer? = find(
                "soup_server_message_get_response_headers"),
            let requestBody: @convention(c) (OpaquePointer) -> OpaquePointer? = find(
                "soup_server_message_get_request_body"),
            let status: @convention(c) (OpaquePointer) -> UInt32 = find("soup_server_message_get_status"),
            let setStatus: @convention(c) (OpaquePointer, UInt32, Text?) -> Void = find(
                "soup_server_message_set_status"),
            let setResponse: @convention(c) (OpaquePointer, Text?, Int32, UnsafePointer<UInt8>?, Int) -> Void = find(
                "soup_server_message_set_response"),
            let header: @convention(c) (OpaquePointer, Text?) -> Text? = find("soup_message_headers_get_one"),
            let setHeader: @convention(c) (OpaquePointer, Text?, Text?) -> Void = find("soup_message_headers_replace"),
            let contentLength: @convention(c) (OpaquePointer) -> Int64 = find(
                "soup_message_headers_get_content_length"),
            let encoding: @convention(c) (OpaquePointer) -> Int32 = find("soup_message_headers_get_encoding"),
            let setAccumulate: @convention(c) (OpaquePointer, gboolean) -> Void = find(
                "soup_message_body_set_accumulate"),
            let flatten: @convention(c) (OpaquePointer) -> OpaquePointer? = find("soup_message_body_flatten")
        else { return nil }
        self.serverType = serverType
        self.listenLocal = listenLocal
        self.addresses = addresses
        self.addHandler = addHandler
        self.addEarlyHandler = addEarlyHandler
        self.disconnect = disconnect
        self.method = method
        self.address = address
        self.requestHeaders = requestHeaders
        self.responseHeaders = responseHeaders
        self.requestBody = requestBody
        self.status = status
        self.setStatus = setStatus
        self.setResponse = setResponse
        self.header = header
        self.setHeader = setHeader
        self.contentLength = contentLength
        self.encoding = encoding
        self.setAccumulate = setAccumulate
        self.flatten = flatten
    }
}
