import ReportModel

/// The year that a report's text is about, whatever its title says.
struct YearOfText {
    /// The year that the text names as the period of its statistics.
    let period: Int?
    /// The year that it speaks of most.
    private let mostNamed: Int?
    /// The year in which it was signed.
    private let published: Int?

    init(_ sections: [Section], published: Int?) {
        let paragraphs = sections.lazy.flatMap(\.paragraphs).map(\.text.squeezed)
        period = paragraphs.compactMap(Self.period).first
        mostNamed = period == nil ? Self.mostNamed(in: Array(paragraphs), published) : nil
        self.published = published
    }

    var value: Int? { period ?? mostNamed }

    /// Whether more than a count of years says so: sentences name the years of laws, of plans and of other reports too.
    var isBorneOut: Bool { period != nil || mostNamed.map { $0 + 1 == published } ?? false }

    // MARK: The period

    private static func period(of text: Letters) -> Int? {
        let named = text.firstPosition(of: periodOfStatistics).flatMap {
            ReportYear.first(in: Array(text[$0...]))?.value
        }
        return named ?? wholeYear(in: text) ?? endOfYear(in: text)
    }

    /// 2023年1月1日至12月31日.
    private static func wholeYear(in text: Letters) -> Int? {
        guard let start = text.firstPosition(of: firstDay), let end = text.firstPosition(of: lastDay, from: start),
            end - start <= 20, start >= 5
        else { return nil }
        return ReportYear(in: text, at: start - 5).flatMap { $0.range.upperBound == start ? $0.value : nil }
    }

    /// 截至2023年12月31日.
    private static func endOfYear(in text: Letters) -> Int? {
        guard let start = text.firstPosition(of: until),
            let year = ReportYear(in: text, at: start + until.count),
            text.starts(with: lastDay, at: year.range.upperBound)
        else { return nil }
        return year.value
    }

    // MARK: Years by the way

    /// Of years spoken of alike, the one before the signature's is reported on and the other planned for.
    private static func mostNamed(in paragraphs: [Letters], _ published: Int?) -> Int? {
        var counts: [Int: Int] = [:]
        for text in paragraphs {
            var position = 0
            while position < text.count {
                guard let year = ReportYear(in: text, at: position) else {
                    position += 1
                    continue
                }
                // Titles of other reports stand in menus.
                let isTitle = text.starts(with: title, at: year.range.upperBound)
                if year.hasUnit, !year.isDate(in: text), !isTitle { counts[year.value, default: 0] += 1 }
                position = year.range.upperBound
            }
        }
        let most = counts.values.max()
        let years = counts.keys.filter { counts[$0] == most }
        return years.count == 1 ? years.first : years.first { $0 + 1 == published }
    }

    private static let until = Letters(letters: "截至")
    private static let title = Letters(letters: "政府信息公开工作年度报告")
    private static let firstDay = Letters(letters: "1月1日")
    private static let lastDay = Letters(letters: "12月31日")
    private static let periodOfStatistics = Letters(letters: "统计期限")
}
