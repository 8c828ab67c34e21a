import ReportModel

/// Finds the title in a report's opening, over as many lines as it is printed on.
struct TitleFinder {
    struct Found {
        var title: ReportTitle
        /// The items that it stands on.
        var lines: Range<Int>
    }

    /// A title is printed on no more lines than this (seen: four, on a cover page).
    private static let mostLines = 4

    private let items: [ProseItem]
    private let texts: [Letters]

    /// - Parameter end: where the opening ends: the first section's heading.
    init(_ items: [ProseItem], end: Int? = nil) {
        self.items = Array(items.prefix(end ?? items.count))
        texts = self.items.map { $0.line?.text.squeezed ?? [] }
    }

    /// Every reading of a line of the opening as a title's last, in order.
    var readings: [Found] {
        // A contents list can come out of a page as a table: it stands before the title.
        let end = items.firstIndex { if case .table(let kind) = $0 { kind != nil } else { false } } ?? items.count
        return (0..<end).compactMap(title(endingAt:))
    }

    /// Every title in the items, in order: a collection of reports has many.
    var all: [Found] {
        var found: [Found] = []
        for end in items.indices {
            guard let next = title(endingAt: end) else { continue }
            // A title that grows line by line: 2023年政府信息公开工作年度报告 / （2024年1月）.
            if let last = found.last, last.lines.overlaps(next.lines) { found.removeLast() }
            found.append(next)
        }
        return found
    }

    private func title(endingAt end: Int) -> Found? {
        guard Self.endings.contains(where: texts[end].contains) else { return nil }
        guard !Self.isEntry(texts[end]) else { return nil }
        for start in stride(from: end, through: max(0, end - Self.mostLines + 1), by: -1) {
            guard items[start].line != nil else { return nil }
            if start < end, Self.isEntry(texts[start]) { return nil }
            guard let title = ReportTitle(Array(texts[start...end].joined())) else { continue }
            return extended(Found(title: title, lines: start..<(end + 1)))
        }
        return nil
    }

    /// The line above belongs to the title where the office's name is missing or begins there.
    private func extended(_ found: Found) -> Found {
        var found = found
        while found.lines.count < Self.mostLines, found.lines.lowerBound > 0 {
            let above = found.lines.lowerBound - 1
            guard let line = items[above].line, let below = items[found.lines.lowerBound].line,
                isTitleLine(texts[above]), ReportTitle(texts[above]) == nil,
                abs(line.fontSize - below.fontSize) <= 0.15 * below.fontSize,
                line.place.page == below.place.page
            else { break }
            let agency = Letters(letters: found.title.agency)
            let isNeeded = agency.isEmpty || Self.isOnlyASuffix(agency)
            let isAdjacent = isAdjacent(line, below)
            guard isNeeded || (isAdjacent && !Self.endsLikeAnOffice(texts[above])),
                let title = ReportTitle(Array(texts[above..<found.lines.upperBound].joined()))
            else { break }
            found = Found(title: title, lines: above..<found.lines.upperBound)
        }
        if found.title.agency.isEmpty || found.title.year == nil { found = withLineBelow(found) }
        return found
    }

    /// 政府信息公开工作年度报告 / （2023年）, or the office's name below.
    private func withLineBelow(_ found: Found) -> Found {
        let below = found.lines.upperBound
        guard below < items.count, items[below].line != nil, texts[below].count <= 30 else { return found }
        var found = found
        if let year = ReportYear(in: texts[below], at: 0), year.range.upperBound == texts[below].count {
            if found.title.year == nil {
                found.title.year = year.value
                found.title.text += texts[below].text
                found.lines = found.lines.lowerBound..<(below + 1)
            }
        } else if found.title.agency.isEmpty, Self.endsLikeAnOffice(texts[below]), isTitleLine(texts[below]),
            !texts[below].contains(ReportTitle.subject)
        {
            found.title.agency = texts[below].text
            found.lines = found.lines.lowerBound..<(below + 1)
        }
        return found
    }

    private func isTitleLine(_ text: Letters) -> Bool {
        (2...40).contains(text.count) && !text.contains(where: Self.punctuation.contains)
            && !Self.surroundings.contains(where: text.contains) && !Self.isEntry(text)
            && text.last != 0x53F7 && !Self.isDate(text) && text.contains { (0x4E00...0x9FFF).contains($0) }
            && SectionHeading(text.text) == nil && !PageNumber.isOne(text.text)
    }

    /// 2022年2月6日: the date below the report before, in a collection of reports.
    private static func isDate(_ text: Letters) -> Bool { text.last == 0x65E5 && text.contains(0x6708) }

    private func isAdjacent(_ upper: TextLine, _ lower: TextLine) -> Bool {
        let gap = lower.place.box.y - upper.place.box.maxY
        return lower.fontSize > 0 ? gap < 2 * lower.fontSize : gap < 1
    }

    /// An entry of a table of contents: dots or a page number behind it.
    static func isEntry(_ text: Letters) -> Bool {
        guard let last = text.last, (0x30...0x39).contains(last) else { return false }
        let name = text[...(text.lastIndex { !(0x30...0x39).contains($0) } ?? 0)]
        return name.suffix(3).allSatisfy { [0x2E, 0xB7, 0x2026, 0x22EF, 0x2D, 0x2014].contains($0) }
    }

    private static func endsLikeAnOffice(_ text: Letters) -> Bool {
        text.last.map { officeEndings.contains($0) } ?? false
    }

    /// 管理局, 办公室: the rest of a name that began on the line above.
    private static func isOnlyASuffix(_ agency: Letters) -> Bool {
        agency.count <= 2 || suffixes.contains(agency)
    }

    private static let endings = ["报告", "年报", "告"].map(Letters.init(letters:))
    private static let punctuation = Set("，,。；;：:！？>|/".unicodeScalars.map(\.value))
    private static let surroundings = [
        "网站", "门户", "首页", "当前位置", "发布", "来源", "索引", "文号", "浏览", "字体", "打印", "分享", "信息公开指南", "目录", "附件", "扫一扫",
    ].map(Letters.init(letters:))
    static let officeEndings = Set("局委办府会院校中心处站所队室厅部司社馆网团行场".unicodeScalars.map(\.value))
    private static let suffixes = Set(
        [
            "管理局", "监督管理局", "服务局", "服务管理局", "委员会", "管理委员会", "办公室", "人民政府", "人民政府办公室", "办事处", "街道办事处", "保障局",
            "规划局", "建设局", "旅游局", "运输局", "执法局", "事务局", "信息化局", "建设管理局",
        ].map(Letters.init(letters:)))
}
