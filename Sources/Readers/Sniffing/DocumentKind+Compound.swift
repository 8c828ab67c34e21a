import ReportModel

extension DocumentKind {
    /// What an OLE compound file is, from the names of its streams (UTF-16, little endian). Kingsoft's own mark tells
    /// its files from Word's, which are otherwise the same.
    static func byCompoundStreams(_ bytes: [UInt8]) -> DocumentKind {
        func holds(_ name: StaticString) -> Bool {
            bytes.firstIndex(of: name.description.utf8.flatMap { [$0, 0] }) != nil
        }
        if holds("WordDocument") {
            return holds("KSOProductBuildVer") || bytes.firstIndex(of: "WPS Office") != nil ? .wps : .doc
        }
        if holds("Workbook") || holds("Book") { return .xls }
        // Microsoft Works and the first versions of Kingsoft's.
        if holds("CONTENTS") || holds("MatOST") || holds("WPS") { return .wps }
        return .unknown
    }
}
