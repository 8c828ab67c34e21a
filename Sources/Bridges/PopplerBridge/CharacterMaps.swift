import SystemBridge

/// The tables that say what the codes of the East Asian collections of characters are. Poppler has them in a package of
/// their own, and leaves out text in fonts that need them where it is not installed.
public enum CharacterMaps {
    /// The Debian package.
    public static let package = "poppler-data"

    /// Whether poppler finds them, asked with a document of two characters.
    public static let areInstalled: Bool = {
        let bytes = SharedBytes([UInt8](document.utf8))
        guard let document = try? PopplerDocument(bytes: bytes), let page = document.page(at: 0) else { return false }
        return page.text(limit: 10).glyphs.contains { $0.scalar == "\u{4E00}" }
    }()

    /// Without the list of places that a PDF ends with: poppler looks for the objects itself.
    private static let document = """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R
        /Resources << /Font << /F 5 0 R >> >> >> endobj
        4 0 obj << /Length 36 >> stream
        BT /F 12 Tf 9 50 Td <4E004E8C> Tj ET
        endstream endobj
        5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H
        /DescendantFonts [6 0 R] >> endobj
        6 0 obj << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R
        /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> /DW 1000 >> endobj
        7 0 obj << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]
        /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >> endobj
        trailer << /Root 1 0 R /Size 8 >>
        %%EOF
        """
}
