import ReportModel

extension DocumentsCSV {
    /// What a batch's list of documents says of one of them.
    public struct Entry: Sendable, Hashable {
        public var source: String
        /// 64 hexadecimal digits; empty where there was nothing to read.
        public var hash: String
        public var exitCode: String
        public var reason: String
        public var message: String
    }

    /// The lines of `documents.csv`; lines that are too short are left out.
    public static func entries(in bytes: [UInt8]) -> [Entry] {
        var records = CSVRecords(bytes)
        guard let header = records.next() else { return [] }
        var columns: [String: Int] = [:]
        for (index, name) in header.fields.enumerated() { columns[name] = index }
        return records.compactMap { record in
            func field(_ name: String) -> String? {
                columns[name].flatMap { record.fields.indices.contains($0) ? record.fields[$0] : nil }
            }
            guard let source = field("source"), let hash = field("sha256") else { return nil }
            return Entry(
                source: source, hash: hash, exitCode: field("exit_code") ?? "", reason: field("reason") ?? "",
                message: field("message") ?? "")
        }
    }
}
