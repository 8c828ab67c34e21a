private import CPoppler
public import SystemBridge

/// A PDF opened by poppler. Not to be shared between threads; separate documents may run side by side.
public final class PopplerDocument {
    private let document: OpaquePointer
    /// Reading two pages at once is never needed, and the page handle holds poppler's text: keep just the last.
    private var lastPage: (index: Int, page: PopplerPage)?

    /// Opens a PDF where it lies: poppler_document_new_from_bytes.
    ///
    /// It takes no password: poppler 22.12 dies on a wrong one (its second try reads a stream that the first has
    /// already freed), so encryption is taken off before.
    public init(bytes: SharedBytes) throws(PopplerFailure) {
        PopplerLog.silence()
        var error: UnsafeMutablePointer<GError>?
        // poppler keeps the reference for as long as it looks at them.
        let data = g_bytes_new_with_free_func(
            bytes.start, gsize(bytes.count),
            { owner in if let owner { Unmanaged<SharedBytes>.fromOpaque(owner).release() } },
            Unmanaged.passRetained(bytes).toOpaque())
        defer { g_bytes_unref(data) }
        let opened = poppler_document_new_from_bytes(data, nil, &error)
        guard let opened else { throw PopplerFailure(taking: error) }
        document = opened
    }

    deinit {
        lastPage = nil
        g_object_unref(UnsafeMutableRawPointer(document))
    }

    /// poppler_document_get_n_pages
    public var pageCount: Int { max(0, Int(poppler_document_get_n_pages(document))) }

    /// poppler_document_get_title; nil where there is none
    public var title: String? {
        guard let title = poppler_document_get_title(document) else { return nil }
        defer { g_free(title) }
        let text = String(cString: title)
        return text.isEmpty ? nil : text
    }

    /// A page by its index from 0, nil where poppler cannot load it.
    public func page(at index: Int) -> PopplerPage? {
        if let lastPage, lastPage.index == index { return lastPage.page }
        guard index >= 0, index < pageCount, let handle = poppler_document_get_page(document, Int32(index)) else {
            return nil
        }
        let page = PopplerPage(taking: handle)
        lastPage = (index, page)
        return page
    }

    /// The library's own version.
    public static var linkedVersion: String { String(cString: poppler_get_version()) }
}

/// Why poppler gave no document, in its own words.
public struct PopplerFailure: Error, Sendable {
    public enum Reason: Sendable { case encrypted, damaged, other }

    public var reason: Reason
    public var message: String

    fileprivate init(taking error: UnsafeMutablePointer<GError>?) {
        guard let error else {
            reason = .other
            message = ""
            return
        }
        defer { g_error_free(error) }
        message = error.pointee.message.map { String(cString: $0) } ?? ""
        reason =
            switch error.pointee.code {
            case Int32(bitPattern: POPPLER_ERROR_ENCRYPTED.rawValue): .encrypted
            case Int32(bitPattern: POPPLER_ERROR_DAMAGED.rawValue): .damaged
            default: .other
            }
    }
}
