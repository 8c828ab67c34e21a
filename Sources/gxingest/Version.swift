import Readers
import Workers

/// What this program is, and what it stands on.
enum Version {
    static let program = "0.1.0"

    static var text: String {
        (["gxingest \(program)"] + PDFReader.linkedVersions.map { "\($0.name) \($0.version)" })
            .map { $0 + "\n" }.joined()
    }

    /// What a ledger notes with every reading: what another program or another library has read is read again, and what is
    /// kept in another form cannot be used.
    static var readings: String {
        text.split(separator: "\n").joined(separator: "; ") + "; bundle \(ReportBundle.version)"
    }
}
