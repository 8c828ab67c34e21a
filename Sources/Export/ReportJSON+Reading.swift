import JSON
public import ReportModel

extension ReportJSON {
    /// The reports in what `text` wrote: one object, or one a line. Messages come back in the one language that they
    /// were written in, and cells without the box of their ink.
    ///
    /// Throws `damaged`, saying where and why.
    public static func reports(in bytes: [UInt8]) throws(ReadFailure) -> [Report] {
        var reports: [Report] = []
        for (index, line) in bytes.split(separator: 0x0A).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            let value: JSONValue
            do throws(JSONProblem) {
                value = try JSONValue(parsing: line)
            } catch {
                // An object that somebody has laid out over many lines.
                if index == 0, let whole = try? JSONValue(parsing: bytes) {
                    return [try MemberReader(whole, path: "").report()]
                }
                throw ReadFailure(
                    .damaged,
                    detail: LocalisedText(
                        chinese: "第 \(index + 1) 行第 \(error.column) 字节不是合法的 JSON",
                        english: "no JSON at line \(index + 1), byte \(error.column)"))
            }
            reports.append(try MemberReader(value, path: "").report())
        }
        guard !reports.isEmpty else { throw ReadFailure(.empty) }
        return reports
    }
}
