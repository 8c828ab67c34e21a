import Arguments
import Readers
import ReportModel
import SystemBridge

/// The options of the commands that read documents and print something, and what those commands check alike.
enum DocumentOptions {
    static let output = Option(
        path: "output", letter: "o",
        help: LocalisedText(
            chinese: "写入文件而不是标准输出；要么写全，要么不动原文件",
            english: "write there instead of to standard output; whole, or not at all"))
    static let pages = Option<PageSelection>(
        "pages", placeholder: "PAGES",
        help: LocalisedText(chinese: "只读这些页，例如 1-3,5", english: "read these pages only, as in 1-3,5"),
        expectation: LocalisedText(
            chinese: "页码从 1 开始，例如 1-3,5 或 7-", english: "pages count from 1, as in 1-3,5 or 7-"),
        read: { PageSelection($0) })
    static let passwordFile = Option(
        path: "password-file", placeholder: "FILE",
        help: LocalisedText(
            chinese: "加密文档的密码，每行一个，逐个尝试", english: "passwords for encrypted documents, one a line, tried in turn"))
    static let byteOrderMark = Flag(
        "bom",
        help: LocalisedText(
            chinese: "CSV 开头加字节顺序标记，供 Excel 和 WPS 识别编码",
            english: "begin the CSV with a byte-order mark, for Excel and WPS"))

    /// A byte-order mark is for CSV alone.
    static func check<Format: RawRepresentable<String>>(
        byteOrderMark: Bool, format: Format
    ) throws(UsageProblem) {
        guard byteOrderMark, format.rawValue != "csv" else { return }
        throw .conflict(
            LocalisedText(
                chinese: "--bom 只用于 CSV，而输出格式是 \(format.rawValue)",
                english: "--bom is for CSV, and the format is \(format.rawValue)"),
            remedy: LocalisedText(
                chinese: "请去掉 --bom，或加上 --format csv", english: "Leave out --bom, or add --format csv."))
    }

    /// No output over an input, and standard input read once.
    static func check(
        _ sources: [String], output: String?, alsoRead others: [String?] = []
    ) throws(UsageProblem) {
        if let output, sources.contains(output) {
            throw .conflict(
                LocalisedText(
                    chinese: "输出会覆盖输入文件 \(output)", english: "the output would overwrite the input \(output)"),
                remedy: LocalisedText(chinese: "请换一个输出文件名", english: "Give the output another name."))
        }
        if (sources + others.compactMap(\.self)).count(where: { $0 == "-" }) > 1 {
            throw .conflict(
                LocalisedText(chinese: "标准输入只能读一次", english: "standard input can be read once only"),
                remedy: LocalisedText(chinese: "请只写一个 -", english: "Write - once."))
        }
    }

    /// Those in the file, none without a file; nil where it cannot be read, which has been said then.
    static func passwords(_ path: String?, _ console: Console) -> [String]? {
        guard let path else { return [] }
        do throws(ReadFailure) {
            return Passwords.lines(of: try SourceFile.bytes(of: path))
        } catch {
            console.complain(error, about: path)
            return nil
        }
    }
}

enum Passwords {
    /// One a line; an empty line is no password.
    static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
    }
}
