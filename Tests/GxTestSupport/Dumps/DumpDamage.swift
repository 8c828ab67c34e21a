import ReportModel

/// What happens to a text after its tables fell apart.
public enum DumpDamage: String, Sendable, CaseIterable {
    /// Half-width brackets, 1、 for 1., spaces inside labels, full-width digits.
    case otherSigns
    /// Letters of long labels dropped, swapped, replaced.
    case misprints
    /// - 4 - and running heads between lines.
    case pageBreaks
    /// A line that has stood before is gone.
    case linesOnce
    /// A line that repeats the one before is gone.
    case repeatsOnce
    /// Empty lines are gone.
    case noEmptyLines
    /// The labels of merged cells are gone.
    case noGroupLabels

    /// Whether figures can get lost by it.
    public var losesFigures: Bool { self == .linesOnce || self == .repeatsOnce || self == .noEmptyLines }

    public func applied(to text: String, using generator: inout some RandomNumberGenerator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        switch self {
        case .otherSigns: lines = lines.map { Self.resigned($0, &generator) }
        case .misprints: lines = lines.map { Self.misprinted($0, &generator) }
        case .pageBreaks:
            var page = 1
            for _ in 0..<3 {
                let place = Int.random(in: lines.count / 4...(lines.count - 1), using: &generator)
                lines.insert(contentsOf: ["- \(page) -"], at: place)
                page += 1
            }
        case .linesOnce:
            var seen: Set<String> = []
            lines = lines.filter { $0.isEmpty || seen.insert($0).inserted }
        case .repeatsOnce:
            lines = lines.enumerated().filter {
                $0.offset == 0 || $0.element.isEmpty || lines[$0.offset - 1] != $0.element
            }
            .map(\.element)
        case .noEmptyLines: lines = lines.filter { !$0.allSatisfy(\.isWhitespace) }
        case .noGroupLabels:
            let groups = ["三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理"]
            lines = lines.map { line in groups.reduce(line) { $0.replacing($1, with: "") } }
        }
        return lines.joined(separator: "\n")
    }

    private static func resigned(_ line: String, _ generator: inout some RandomNumberGenerator) -> String {
        var line = line
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: line = line.replacing("（", with: "(").replacing("）", with: ")")
        case 1:
            for number in 1...8 { line = line.replacing("\(number).", with: "\(number)、") }
        case 2:
            line = line.replacing("公开", with: "公 开").replacing("“", with: "\"").replacing("”", with: "\"")
        default: break
        }
        return line
    }

    private static func misprinted(_ line: String, _ generator: inout some RandomNumberGenerator) -> String {
        let labels = [
            "其他法律行政法规禁止公开", "保护第三方合法权益", "属于三类内部事务信息", "属于四类过程性信息", "本机关不掌握相关政府信息", "补正后申请内容仍不明确",
            "信访举报投诉类申请", "要求提供公开出版物", "无正当理由大量反复申请", "结转下年度继续办理", "本年度办理结果", "行政规范性文件",
        ]
        var line = line
        for label in labels where line.contains(label) && Int.random(in: 0..<3, using: &generator) == 0 {
            var letters = Array(label)
            let place = Int.random(in: 1..<(letters.count - 1), using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: letters.remove(at: place)
            case 1: letters.swapAt(place, place + 1)
            default: letters[place] = "止"
            }
            line = line.replacing(label, with: String(letters))
        }
        return line
    }
}
