private import CXLSXWriter
private import Glibc

/// A workbook for Excel, WPS and LibreOffice, written row by row: memory stays small however many rows there are.
public final class Workbook {
    /// How a cell looks.
    public enum Look: Int, Sendable, CaseIterable {
        case plain, heading, doubtful, missing, derived, corrected, good, link
    }

    private let handle: UnsafeMutablePointer<lxw_workbook>
    private let formats: [UnsafeMutablePointer<lxw_format>?]
    private var isClosed = false

    /// - Parameters:
    ///   - path: where it goes; whole only after `close`.
    ///   - folder: for temporary files, of the size that the workbook has unpacked.
    public init(path: String, temporaryFolder folder: String) throws(WorkbookProblem) {
        guard gx_load_xlsxwriter() != 0 else { throw WorkbookProblem(words: "libxlsxwriter is missing") }
        let opened = folder.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            options.use_zip64 = 1
            return gx_workbook_new_opt(path, &options)
        }
        guard let opened else { throw WorkbookProblem(words: "workbook_new_opt") }
        handle = opened
        formats = Look.allCases.map { Self.format($0, in: opened) }
        // Else the library writes the time of day into it.
        var properties = lxw_doc_properties()
        properties.created = 315_532_800
        gx_workbook_set_properties(opened, &properties)
    }

    deinit { if !isClosed { _ = gx_workbook_close(handle) } }

    /// A sheet behind those that there are. Names have at most 31 characters.
    public func addSheet(_ name: String) throws(WorkbookProblem) -> Sheet {
        guard let sheet = gx_workbook_add_worksheet(handle, name) else { throw WorkbookProblem(words: name) }
        return Sheet(sheet, formats: formats, book: self)
    }

    /// Puts it together and on the disk.
    public func close() throws(WorkbookProblem) {
        isClosed = true
        errno = 0
        let code = gx_workbook_close(handle)
        guard code == LXW_NO_ERROR else {
            throw WorkbookProblem(code)
        }
    }

    private static func format(
        _ look: Look, in book: UnsafeMutablePointer<lxw_workbook>
    ) -> UnsafeMutablePointer<lxw_format>? {
        guard look != .plain, let format = gx_workbook_add_format(book) else { return nil }
        switch look {
        case .heading:
            gx_format_set_bold(format)
            gx_format_set_text_wrap(format)
            gx_format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            gx_format_set_bg_color(format, 0xE7ECF3)
            gx_format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .doubtful: gx_format_set_bg_color(format, 0xFFE699)
        case .missing: gx_format_set_bg_color(format, 0xF8CBAD)
        case .derived: gx_format_set_bg_color(format, 0xDDEBF7)
        case .corrected: gx_format_set_bg_color(format, 0xE2EFDA)
        case .good: gx_format_set_font_color(format, 0x2E7D32)
        case .link:
            gx_format_set_font_color(format, 0x0563C1)
            gx_format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        case .plain: break
        }
        return format
    }
}

/// A sheet of a workbook. Rows come in order; within a row any order will do.
public final class Sheet {
    private let handle: UnsafeMutablePointer<lxw_worksheet>
    private let formats: [UnsafeMutablePointer<lxw_format>?]
    /// It lives as long as its book.
    private let book: Workbook

    /// What a sheet can hold.
    public static let rowLimit = 1_048_576
    /// Excel refuses more links than that on a sheet.
    public static let linkLimit = 65_000

    fileprivate init(
        _ handle: UnsafeMutablePointer<lxw_worksheet>, formats: [UnsafeMutablePointer<lxw_format>?], book: Workbook
    ) {
        self.handle = handle
        self.formats = formats
        self.book = book
    }

    /// Text, whatever it looks like: never a formula.
    public func write(_ text: String, row: Int, column: Int, _ look: Workbook.Look = .plain) throws(WorkbookProblem) {
        try check(
            gx_worksheet_write_string(
                handle, UInt32(clamping: row), UInt16(clamping: column), Self.fitting(text), formats[look.rawValue]))
    }

    public func write(_ number: Double, row: Int, column: Int, _ look: Workbook.Look = .plain) throws(WorkbookProblem) {
        try check(
            gx_worksheet_write_number(
                handle, UInt32(clamping: row), UInt16(clamping: column), number, formats[look.rawValue]))
    }

    /// A cell without content that still has its colour.
    public func writeBlank(row: Int, column: Int, _ look: Workbook.Look) throws(WorkbookProblem) {
        try check(
            gx_worksheet_write_blank(handle, UInt32(clamping: row), UInt16(clamping: column), formats[look.rawValue]))
    }

    /// A link to a cell of another sheet.
    public func writeLink(
        _ text: String, toSheet sheet: String, row targetRow: Int, column targetColumn: Int, row: Int, column: Int
    ) throws(WorkbookProblem) {
        let target = "internal:'\(sheet)'!\(Self.columnName(targetColumn))\(targetRow + 1)"
        try check(
            gx_worksheet_write_url_opt(
                handle, UInt32(clamping: row), UInt16(clamping: column), target, formats[Workbook.Look.link.rawValue],
                Self.fitting(text), nil))
    }

    /// One cell over several columns.
    public func merge(
        _ text: String, row: Int, columns: ClosedRange<Int>, _ look: Workbook.Look
    ) throws(WorkbookProblem) {
        // The library refuses to merge a cell with itself.
        guard columns.count > 1 else { return try write(text, row: row, column: columns.lowerBound, look) }
        try check(
            gx_worksheet_merge_range(
                handle, UInt32(clamping: row), UInt16(clamping: columns.lowerBound), UInt32(clamping: row),
                UInt16(clamping: columns.upperBound), Self.fitting(text), formats[look.rawValue]))
    }

    public func comment(_ text: String, row: Int, column: Int) throws(WorkbookProblem) {
        try check(
            gx_worksheet_write_comment(handle, UInt32(clamping: row), UInt16(clamping: column), Self.fitting(text)))
    }

    /// Before anything is written.
    public func setWidth(_ width: Double, columns: ClosedRange<Int>) {
        gx_worksheet_set_column(
            handle, UInt16(clamping: columns.lowerBound), UInt16(clamping: columns.upperBound), width, nil)
    }

    /// In points; before the row is written.
    public func setHeight(_ height: Double, row: Int) {
        gx_worksheet_set_row(handle, UInt32(clamping: row), height, nil)
    }

    /// The first rows and columns stay in view.
    public func freeze(rows: Int, columns: Int) {
        gx_worksheet_freeze_panes(handle, UInt32(clamping: rows), UInt16(clamping: columns))
    }

    /// On paper: A4 across, all columns on one page.
    public func printFittingWidth() {
        gx_worksheet_set_paper(handle, Self.paperA4)
        gx_worksheet_set_landscape(handle)
        gx_worksheet_fit_to_pages(handle, 1, 0)
    }

    /// On paper: A4 across, as many pages as it takes; the first rows and columns stand on each.
    public func printRepeating(rows: Int, columns: Int) {
        gx_worksheet_set_paper(handle, Self.paperA4)
        gx_worksheet_set_landscape(handle)
        if rows > 0 { gx_worksheet_repeat_rows(handle, 0, UInt32(clamping: rows - 1)) }
        if columns > 0 { gx_worksheet_repeat_columns(handle, 0, UInt16(clamping: columns - 1)) }
    }

    /// As Excel numbers it.
    private static let paperA4: UInt8 = 9

    /// `AB`
    static func columnName(_ column: Int) -> String {
        var name = ""
        var rest = column
        repeat {
            name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + name
            rest = rest / 26 - 1
        } while rest >= 0
        return name
    }

    /// A cell holds 32,767 characters; a null ends a C string.
    private static func fitting(_ text: String) -> String {
        var text = text
        if text.utf8.contains(0) { text = String(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : Character($0) }) }
        guard text.utf16.count > cellLimit else { return text }
        return String(text.prefix(cellLimit / 2)) + "…"
    }

    private static let cellLimit = 32_000

    private func check(_ code: lxw_error) throws(WorkbookProblem) {
        guard code == LXW_NO_ERROR else {
            throw WorkbookProblem(code)
        }
    }
}

/// What the library could not do.
public struct WorkbookProblem: Error, Sendable, Hashable {
    /// Its own words.
    public var words: String
    /// The disk is full.
    public var isOutOfSpace: Bool

    public init(words: String, isOutOfSpace: Bool = false) {
        self.words = words
        self.isOutOfSpace = isOutOfSpace
    }

    fileprivate init(_ code: lxw_error) {
        self.init(words: gx_lxw_strerror(code).map { String(cString: $0) } ?? "", isOutOfSpace: errno == ENOSPC)
    }
}
