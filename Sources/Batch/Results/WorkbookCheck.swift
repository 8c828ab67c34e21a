import ArchiveBridge
import SystemBridge
import XLSXWriterBridge

/// Looks through a workbook that has been written: its library does not notice when the disk is full while it writes,
/// and puts a piece of a sheet together as if it were the whole.
enum WorkbookCheck {
    static func check(_ path: String) throws(WorkbookProblem) {
        do throws(SystemError) {
            let file = try OpenFile(reading: path)
            guard isWhole(file) else { throw SystemError(.noSpace, path: path, words: "incomplete workbook") }
        } catch {
            throw WorkbookProblem(words: error.words, isOutOfSpace: error.kind == .noSpace)
        }
    }

    /// Every part ends with the end of the element that it begins with.
    private static func isWhole(_ file: OpenFile) -> Bool {
        do throws(ArchiveProblem) {
            let reader = try ArchiveReader(.file(file), kind: .zip)
            var parts = 0
            while try reader.next() != nil {
                parts += 1
                var head: [UInt8] = []
                var tail: [UInt8] = []
                while true {
                    let bytes = try reader.read(limit: 1 << 18)
                    guard !bytes.isEmpty else { break }
                    if head.count < 1024 { head += bytes.prefix(1024) }
                    tail = Array((tail + bytes).suffix(64))
                }
                guard isWhole(head: String(decoding: head, as: UTF8.self), tail: String(decoding: tail, as: UTF8.self))
                else { return false }
            }
            return parts > 0
        } catch {
            return false
        }
    }

    static func isWhole(head: String, tail: String) -> Bool {
        let tags = head.split(separator: "<", omittingEmptySubsequences: true)
        guard let root = tags.first(where: { $0.first != "?" && $0.first != "!" }) else { return false }
        let name = root.prefix { $0 != " " && $0 != ">" && $0 != "/" }
        let end = tail.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A part that is one empty element.
        let isEmpty = tags.filter { $0.first != "?" && $0.first != "!" }.count == 1 && end.hasSuffix("/>")
        return end.hasSuffix("</\(name)>") || isEmpty
    }
}
