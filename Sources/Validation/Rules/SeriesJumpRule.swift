import ReportModel

/// A figure is of the size that the office's other years have.
///
/// Compared are decisions, charges, documents in force and applications, with at least two other years within three
/// years before and after. Twenty times the largest of them, or a twentieth of the least, is a note, for offices gain
/// and lose powers; two hundred times is a warning, most often 元 for 万元 or numbers run together. Numbers up to five
/// count as five. A figure that falls to 0 is a note at most.
///
/// What settles it: look at the cell, at the unit above it, and at the years around it.
///
/// 中文：同一机关历年的数应大体相当。比较处理决定数、收费金额、现行有效件数和申请件数，前后三年内至少要有另外两年的数。
/// 达到其他年度最大数的二十倍，或不足最小数的二十分之一的为提示，因为职权会有划转；相差二百倍的为警告，常见的是以元代万元，
/// 或两个数连在一起。不满五的按五计；降为 0 的至多是提示。处理办法：看这一格和表头的单位，并对照前后年度。
struct SeriesJumpRule: SeriesRule {
    let id = "series.jump"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "数值与该机关其他年度相差悬殊", english: "Figures that are out of all proportion to the office's other years")

    private static let compared = [
        FigureID(.disclosure, "normative_documents", "in_force"), FigureID(.disclosure, "licensing", "decisions"),
        FigureID(.disclosure, "penalty", "decisions"), FigureID(.disclosure, "coercion", "decisions"),
        FigureID(.disclosure, "fees", "amount"), FigureID(.applications, "new", "total"),
        FigureID(.applications, "total", "total"),
    ]

    private static let reach = 3
    private static let unlikely = 20
    private static let implausible = 200
    private static let least = 5 * Amount.millionth

    func findings(in office: OfficeSeries) -> [(position: Int, finding: Finding)] {
        guard office.years.count >= 3 else { return [] }
        return office.years.flatMap { year in
            Self.compared.flatMap { id in
                finding(id, year, office).map { office.each(of: year, $0) } ?? []
            }
        }
    }

    private func finding(_ id: FigureID, _ year: OfficeSeries.Year, _ office: OfficeSeries) -> Finding? {
        guard case .known(let amount) = year[id], let value = amount.millionths else { return nil }
        let others = office.years.compactMap { other -> (year: Int, amount: Amount, value: Int)? in
            guard other.year != year.year, abs(other.year - year.year) <= Self.reach,
                case .known(let amount) = other[id], let value = amount.millionths
            else { return nil }
            return (other.year, amount, value)
        }
        guard others.count >= 2, let most = others.map(\.value).max(), let fewest = others.map(\.value).min() else {
            return nil
        }
        let up = value / max(most, Self.least)
        let down = fewest / max(value, Self.least)
        let ratio = max(up, down)
        guard ratio >= Self.unlikely else { return nil }
        let isGrave = ratio >= Self.implausible && value > 0
        let history = others.map { "\($0.year)：\($0.amount)" }.joined(separator: "，")
        let english = others.map { "\($0.year): \($0.amount)" }.joined(separator: ", ")
        // 万元 is ten thousand 元; the sums themselves move as well.
        let isUnit = id.column == "amount" && (2_000...50_000).contains(ratio)
        let cell = office.wording(id, in: year).cell
        return Finding(
            rule: self.id, severity: isGrave ? .warning : .note,
            verdict: office.verdict([year], figures: [], expected: []),
            message: LocalisedText(
                chinese: "\(cell)为 \(amount)，与其他年度相差悬殊（\(history)）。" + (isUnit ? "可能以元代万元。" : "请核对。"),
                english: "\(cell) is \(amount), out of all proportion to other years (\(english)). "
                    + (isUnit ? "It may be in 元 instead of 万元." : "Look at it.")),
            expected: others.map(\.amount.description).joined(separator: ";"), found: amount.description, figures: [id])
    }
}

extension Amount {
    static let millionth = 1_000_000

    /// Exact; nil for what is finer, negative or larger than any office counts.
    var millionths: Int? {
        guard !isNegative, decimals <= 6, digits <= CellValue.largest else { return nil }
        return (decimals..<6).reduce(digits) { value, _ in value * 10 }
    }
}
