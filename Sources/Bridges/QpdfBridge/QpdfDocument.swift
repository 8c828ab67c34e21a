import CQpdf
private import Glibc
public import SystemBridge

/// A PDF opened by qpdf: the objects behind the page. Not to be shared between threads.
public final class QpdfDocument {
    var data: qpdf_data?
    /// qpdf reads from this memory for as long as it lives.
    private let bytes: SharedBytes
    private var forms: [Int32: QpdfForm] = [:]
    public let pageCount: Int

    /// Opens a PDF where it lies: qpdf_read_memory.
    public init(bytes: SharedBytes, password: String?) throws(QpdfFailure) {
        data = qpdf_init()
        self.bytes = bytes
        qpdf_set_suppress_warnings(data, 1)
        qpdf_silence_errors(data)
        let count = UInt64(bytes.count)
        let start = bytes.start.assumingMemoryBound(to: CChar.self)
        let handle = data
        let code = (password ?? "").withCString { qpdf_read_memory(handle, "", start, count, $0) }
        if code & 2 != 0 {
            // Everything is initialised, so throwing runs deinit, which cleans up.
            pageCount = 0
            throw QpdfFailure(taking: data)
        }
        pageCount = max(0, Int(qpdf_get_num_pages(data)))
    }

    deinit { qpdf_cleanup(&data) }

    /// The library's own version.
    public static var linkedVersion: String { String(cString: qpdf_get_qpdf_version()) }

    /// A page's content and the boxes that place it, nil where the page is damaged beyond that.
    public func page(at index: Int) -> QpdfPage? {
        guard index >= 0, index < pageCount else { return nil }
        defer { qpdf_oh_release_all(data) }
        let page = qpdf_get_page_n(data, index)
        guard qpdf_oh_is_dictionary(data, page) != 0 else { return nil }
        let media = inherited("/MediaBox", of: page).flatMap(rectangle) ?? (0, 0, 612, 792)
        let crop = inherited("/CropBox", of: page).flatMap(rectangle) ?? media
        let rotation = inherited("/Rotate", of: page).map { Int(qpdf_oh_get_int_value_as_int(data, $0)) } ?? 0
        let resources = inherited("/Resources", of: page)
        return QpdfPage(
            content: content(of: page), mediaBox: media, cropBox: crop, rotation: rotation,
            xObjects: resources.map(xObjects) ?? [:], transparentStates: resources.map(transparentStates) ?? [],
            mappedFonts: resources.map(mappedFonts) ?? [:])
    }

    /// The content of a Form XObject; read once, however many pages show it.
    public func form(_ id: XObjectID) -> QpdfForm? {
        if let known = forms[id.number] { return known }
        defer { qpdf_oh_release_all(data) }
        let object = qpdf_get_object_by_id(data, id.number, id.generation)
        guard qpdf_oh_is_stream(data, object) != 0 else { return nil }
        let dictionary = qpdf_oh_get_dict(data, object)
        let matrix = numbers(qpdf_oh_get_key(data, dictionary, "/Matrix"))
        let resources = qpdf_oh_get_key(data, dictionary, "/Resources")
        let hasResources = qpdf_oh_is_dictionary(data, resources) != 0
        let form = QpdfForm(
            content: stream(object), matrix: matrix.count == 6 ? matrix : [1, 0, 0, 1, 0, 0],
            boundingBox: rectangle(qpdf_oh_get_key(data, dictionary, "/BBox")),
            xObjects: hasResources ? xObjects(resources) : [:],
            transparentStates: hasResources ? transparentStates(resources) : [],
            mappedFonts: hasResources ? mappedFonts(resources) : [:])
        forms[id.number] = form
        return form
    }
}

/// Why qpdf gave no document, in its own words.
public struct QpdfFailure: Error, Sendable {
    public var isPassword: Bool
    public var message: String

    init(taking data: qpdf_data?) {
        guard let error = qpdf_get_error(data) else {
            isPassword = false
            message = ""
            return
        }
        isPassword = qpdf_get_error_code(data, error) == qpdf_e_password
        message = qpdf_get_error_message_detail(data, error).map { String(cString: $0) } ?? ""
    }
}

// MARK: - Objects

extension QpdfDocument {
    /// A page attribute, looked for in the page and then upwards in the page tree.
    private func inherited(_ key: String, of page: qpdf_oh) -> qpdf_oh? {
        var node = page
        // A tree deeper than this is a loop.
        for _ in 0..<50 {
            let value = qpdf_oh_get_key(data, node, key)
            if qpdf_oh_is_null(data, value) == 0 { return value }
            node = qpdf_oh_get_key(data, node, "/Parent")
            guard qpdf_oh_is_dictionary(data, node) != 0 else { return nil }
        }
        return nil
    }

    private func numbers(_ array: qpdf_oh) -> [Double] {
        guard qpdf_oh_is_array(data, array) != 0 else { return [] }
        let count = min(qpdf_oh_get_array_n_items(data, array), 16)
        return (0..<count).map { qpdf_oh_get_numeric_value(data, qpdf_oh_get_array_item(data, array, $0)) }
    }

    private func rectangle(_ array: qpdf_oh) -> (x0: Double, y0: Double, x1: Double, y1: Double)? {
        let n = numbers(array)
        guard n.count == 4 else { return nil }
        return (min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3]))
    }

    /// qpdf_oh_get_page_content_data
    private func content(of page: qpdf_oh) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var length = 0
        let code = qpdf_oh_get_page_content_data(data, page, &buffer, &length)
        return taken(buffer, length, code)
    }

    /// qpdf_oh_get_stream_data
    private func stream(_ object: qpdf_oh) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var length = 0
        var isDecoded: QPDF_BOOL = 0
        let code = qpdf_oh_get_stream_data(data, object, qpdf_dl_generalized, &isDecoded, &buffer, &length)
        let bytes = taken(buffer, length, code)
        return isDecoded != 0 ? bytes : nil
    }

    private func taken(_ buffer: UnsafeMutablePointer<UInt8>?, _ length: Int, _ code: QPDF_ERROR_CODE) -> [UInt8]? {
        defer { free(buffer) }
        guard code & 2 == 0 else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : length))
    }

    private func keys(of dictionary: qpdf_oh) -> [String] {
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(data, dictionary)
        while qpdf_oh_dict_more_keys(data) != 0, keys.count < 10_000 {
            guard let key = qpdf_oh_dict_next_key(data) else { break }
            keys.append(String(cString: key))
        }
        return keys
    }

    /// What `Do` can show: names without their slash.
    private func xObjects(_ resources: qpdf_oh) -> [String: QpdfXObject] {
        let dictionary = qpdf_oh_get_key(data, resources, "/XObject")
        guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return [:] }
        var result: [String: QpdfXObject] = [:]
        for key in keys(of: dictionary) {
            let object = qpdf_oh_get_key(data, dictionary, key)
            guard qpdf_oh_is_stream(data, object) != 0 else { continue }
            let entries = qpdf_oh_get_dict(data, object)
            let subtype = qpdf_oh_get_key(data, entries, "/Subtype")
            guard qpdf_oh_is_name(data, subtype) != 0, let name = qpdf_oh_get_name(data, subtype) else { continue }
            switch String(cString: name) {
            case "/Image":
                func number(_ key: String) -> Int {
                    let value = qpdf_oh_get_key(data, entries, key)
                    guard qpdf_oh_is_integer(data, value) != 0 else { return 0 }
                    return Int(truncatingIfNeeded: qpdf_oh_get_int_value(data, value))
                }
                result[String(key.dropFirst())] = .image(
                    isOpaque: isOpaque(entries), width: number("/Width"), height: number("/Height"))
            case "/Form":
                result[String(key.dropFirst())] = .form(
                    XObjectID(
                        number: Int32(qpdf_oh_get_object_id(data, object)),
                        generation: Int32(qpdf_oh_get_generation(data, object))))
            default: break
            }
        }
        return result
    }

    /// A picture with a mask lets through what lies under it: seals and signatures are such.
    private func isOpaque(_ image: qpdf_oh) -> Bool {
        let masks = [qpdf_oh_get_key(data, image, "/SMask"), qpdf_oh_get_key(data, image, "/Mask")]
        let isMask = qpdf_oh_get_key(data, image, "/ImageMask")
        return masks.allSatisfy { qpdf_oh_is_null(data, $0) != 0 }
            && !(qpdf_oh_is_bool(data, isMask) != 0 && qpdf_oh_get_bool_value(data, isMask) != 0)
    }

    /// Graphics states that let nothing be seen (`ca` and `CA` near 0).
    private func transparentStates(_ resources: qpdf_oh) -> Set<String> {
        let dictionary = qpdf_oh_get_key(data, resources, "/ExtGState")
        guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return [] }
        var result: Set<String> = []
        for key in keys(of: dictionary) {
            let state = qpdf_oh_get_key(data, dictionary, key)
            guard qpdf_oh_is_dictionary(data, state) != 0 else { continue }
            let fill = qpdf_oh_get_key(data, state, "/ca")
            let stroke = qpdf_oh_get_key(data, state, "/CA")
            if qpdf_oh_is_number(data, fill) != 0, qpdf_oh_get_numeric_value(data, fill) < 0.02,
                qpdf_oh_is_number(data, stroke) == 0 || qpdf_oh_get_numeric_value(data, stroke) < 0.02
            {
                result.insert(String(key.dropFirst()))
            }
        }
        return result
    }
}

// MARK: - Fonts

extension QpdfDocument {
    /// Fonts of Adobe's collections for the languages of East Asia, by the names that content selects them with.
    private func mappedFonts(_ resources: qpdf_oh) -> [String: MappedFont] {
        let dictionary = qpdf_oh_get_key(data, resources, "/Font")
        guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return [:] }
        var result: [String: MappedFont] = [:]
        for (place, key) in keys(of: dictionary).enumerated() {
            let font = qpdf_oh_get_key(data, dictionary, key)
            guard qpdf_oh_is_dictionary(data, font) != 0 else { continue }
            let descendants = qpdf_oh_get_key(data, font, "/DescendantFonts")
            guard qpdf_oh_is_array(data, descendants) != 0, qpdf_oh_get_array_n_items(data, descendants) > 0 else {
                continue
            }
            let descendant = qpdf_oh_get_array_item(data, descendants, 0)
            guard qpdf_oh_is_dictionary(data, descendant) != 0 else { continue }
            let system = qpdf_oh_get_key(data, descendant, "/CIDSystemInfo")
            guard qpdf_oh_is_dictionary(data, system) != 0 else { continue }
            let ordering = qpdf_oh_get_key(data, system, "/Ordering")
            guard qpdf_oh_is_string(data, ordering) != 0, let name = qpdf_oh_get_string_value(data, ordering),
                ["GB1", "CNS1", "Japan1", "Korea1", "KR"].contains(String(cString: name))
            else { continue }
            // A font that is written in place has no number.
            let number = qpdf_oh_get_object_id(data, font)
            result[String(key.dropFirst())] = MappedFont(number: number > 0 ? Int32(number) : -Int32(place) - 1)
        }
        return result
    }
}
