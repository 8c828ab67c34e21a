public import ReportModel

extension DocumentKind {
    /// What the bytes are, whatever the file is called.
    public init(sniffing bytes: [UInt8]) {
        self = bytes.starts(with: Array("%PDF-".utf8)) ? .pdf : .unknown
    }
}
