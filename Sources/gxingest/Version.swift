import Readers

/// What this program is, and what it stands on.
enum Version {
    static let program = "0.1.0"

    static var text: String {
        (["gxingest \(program)"] + PDFReader.libraryVersions.map { "\($0.name) \($0.version)" })
            .map { $0 + "\n" }.joined()
    }
}
