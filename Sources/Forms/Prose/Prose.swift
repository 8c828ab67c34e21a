public import ReportModel

/// What a report says outside its tables.
public struct Prose: Sendable {
    public var title: String
    /// The title without the year and 政府信息公开工作年度报告, else the signature; empty when not found.
    public var agency: String
    /// The year reported on, not that of publication.
    public var year: Int?
    public var sections: [Section]
    /// Where it is not sure whose report it is.
    public var findings: [Finding]
}

/// What stands in a document, in reading order: its lines, and where its tables were.
public enum ProseItem: Sendable {
    case line(TextLine)
    /// A table that was taken out; nil for one that is not of the form.
    case table(FormTable?)

    var line: TextLine? {
        if case .line(let line) = self { line } else { nil }
    }

    /// Without radicals in place of characters: no name, number or claim is written with them.
    var inOrdinaryCharacters: ProseItem {
        guard case .line(var line) = self,
            line.text.unicodeScalars.contains(where: { $0.value != Sign.ordinary($0.value) })
        else { return self }
        line.text = Letters(letters: line.text).map(Sign.ordinary).text
        return .line(line)
    }
}

/// Reads title, agency, year and sections of one report.
public enum ProseReader {
    /// - Parameter names: what the document calls itself outside its text.
    public static func prose(of items: [ProseItem], names: [String] = []) -> Prose {
        let items = items.map(\.inOrdinaryCharacters).filter {
            $0.line.map { !$0.text.isBlank && !PageNumber.isOne($0.text) } ?? true
        }
        let splitter = SectionSplitter(items)
        let signature = Signature(items)
        let choice = TitleChoice(items, splitter, signature)
        let title = choice.found
        let sections = splitter.sections(after: title?.lines.upperBound ?? 0)
        let named = NamedTitle(names)?.title
        let stated = title?.title.year == nil ? YearOfText(sections, published: signature?.year) : nil
        let spoken = title?.title.year ?? stated?.value ?? signature?.year.map { $0 - 1 }
        let year = spoken ?? named?.year
        let signed = [title?.title.agency, signature?.agency].compactMap(\.self).first { !$0.isEmpty }
        var findings = [doubt(of: choice)]
        if let named {
            let tellsOffice = signed == nil && !named.agency.isEmpty && !choice.text.names(named)
            let tellsYear = spoken == nil && year != nil
            if tellsOffice || tellsYear { findings.append(doubt(of: named)) }
        }
        let agency = signed ?? named?.agency ?? ""
        if agency.isEmpty, !sections.isEmpty { findings.append(Self.noOffice) }
        if let year, let stated, !stated.isBorneOut, named?.year != year { findings.append(doubt(of: year)) }
        return Prose(
            title: title?.title.text ?? "", agency: agency, year: year, sections: sections,
            findings: findings.compactMap(\.self))
    }

    /// What an archive gives under no name nobody finds again.
    private static var noOffice: Finding {
        doubt(
            LocalisedText(
                chinese: "标题和落款中均未找到机关名称，请看原件",
                english: "neither a title nor a signature names the office: look at the document"),
            found: "")
    }

    private static func doubt(of year: Int) -> Finding {
        doubt(
            LocalisedText(
                chinese: "标题没有年份，\(year) 是正文提到的年份或者落款的上一年，未得到统计期限印证，请与原件核对",
                english: """
                    no title with a year was found; \(year) is what the text speaks of or the year before its \
                    signature, and no period of statistics confirms it: look at the page
                    """),
            found: String(year))
    }

    private static func doubt(of named: ReportTitle) -> Finding {
        doubt(
            LocalisedText(
                chinese: "机关或年份只见于文件属性或网页标题“\(named.text)”，正文未予印证，请与原件核对",
                english: """
                    only the name in the file's properties or of the web page, “\(named.text)”, tells the office or the \
                    year, and the text does not bear it out: look at the page
                    """),
            found: named.text)
    }

    private static func doubt(of choice: TitleChoice) -> Finding? {
        guard let own = choice.found?.title, let doubt = choice.doubt else { return nil }
        var others: [String] = doubt.year.map { ["\($0)"] } ?? []
        for rival in doubt.rivals where !others.contains(rival) { others.append(rival) }
        return Self.doubt(
            LocalisedText(
                chinese: "标题“\(own.text)”可能不是本报告的：另有其他报告的标题，或者正文所述机关、年份与其不符，请与原件核对",
                english: """
                    the title “\(own.text)” may be another report's: there are titles of others, or the text is about \
                    another office or year; look at the page
                    """),
            expected: others.prefix(3).joined(separator: ";"), found: own.text)
    }

    private static func doubt(_ message: LocalisedText, expected: String = "", found: String) -> Finding {
        Finding(
            rule: "form.office", severity: .warning, verdict: .open, message: message, expected: expected, found: found)
    }
}
