import ReportModel

/// Cuts a report into its sections.
struct SectionSplitter {
    private struct Candidate {
        var items: Range<Int>
        var heading: SectionHeading
    }

    private let items: [ProseItem]
    private let headings: [Candidate]

    init(_ items: [ProseItem]) {
        self.items = items
        headings = Self.chosen(from: Self.withoutContents(Self.candidates(in: items), in: items), in: items)
    }

    /// Where the first section begins.
    var firstHeading: Int? { headings.first?.items.lowerBound }

    /// The sections in order; what stands before the first, from `start` on, has an empty heading.
    func sections(after start: Int) -> [Section] {
        var sections: [Section] = []
        let end = Signature(items)?.items.lowerBound ?? items.count
        let opening = paragraphs(in: start..<max(start, min(firstHeading ?? end, end)))
        if !opening.isEmpty { sections.append(Section(heading: "", paragraphs: opening)) }
        for (index, candidate) in headings.enumerated() {
            let last =
                index + 1 < headings.count ? headings[index + 1].items.lowerBound : max(end, candidate.items.upperBound)
            var body = paragraphs(in: candidate.items.upperBound..<max(candidate.items.upperBound, last))
            if let rest = candidate.heading.rest, let line = items[candidate.items.lowerBound].line {
                body.insert(Paragraph(text: rest, places: [line.place]), at: 0)
            }
            sections.append(
                Section(
                    heading: candidate.heading.heading,
                    headingPlaces: candidate.items.compactMap { items[$0].line?.place }, paragraphs: body))
        }
        return sections
    }

    /// A table between two lines parts their paragraphs.
    private func paragraphs(in range: Range<Int>) -> [Paragraph] {
        items[range].split { $0.line == nil }.flatMap { ParagraphJoiner.paragraphs(of: $0.compactMap(\.line)) }
    }

    private static func candidates(in items: [ProseItem]) -> [Candidate] {
        var candidates: [Candidate] = []
        for (index, item) in items.enumerated() {
            guard let line = item.line else { continue }
            var candidate = SectionHeading(line.text).map { Candidate(items: index..<(index + 1), heading: $0) }
            // A heading too long for its line: 四、政府信息公开行政复议、行政诉讼情 / 况.
            if candidate?.heading.similarity ?? 0 < 1, candidate?.heading.rest == nil, index + 1 < items.count,
                let next = items[index + 1].line, next.text.squeezed.count <= 14, line.text.squeezed.count >= 4,
                let joined = SectionHeading(line.text.trimmed + next.text.trimmed), joined.rest == nil,
                joined.similarity > max(0.9, candidate?.heading.similarity ?? 0)
            {
                candidate = Candidate(items: index..<(index + 2), heading: joined)
            }
            if let candidate { candidates.append(candidate) }
        }
        return candidates
    }

    /// Without the entries of a table of contents, which read like headings.
    private static func withoutContents(_ candidates: [Candidate], in items: [ProseItem]) -> [Candidate] {
        func recurs(_ index: Int) -> Bool {
            candidates[(index + 1)...].contains { $0.heading.section == candidates[index].heading.section }
        }
        var isEntry = candidates.indices.map { index in
            recurs(index) && TitleFinder.isEntry(items[candidates[index].items.lowerBound].line?.text.squeezed ?? [])
        }
        // Headings with nothing between them, all of which come again.
        var start = 0
        while start < candidates.count {
            var end = start + 1
            while end < candidates.count, candidates[end].items.lowerBound == candidates[end - 1].items.upperBound,
                candidates[end].heading.section > candidates[end - 1].heading.section
            {
                end += 1
            }
            if end - start >= 3, (start..<end).allSatisfy(recurs) {
                for index in start..<end { isEntry[index] = true }
            }
            start = end
        }
        let word = Letters(letters: "目录")
        if let contents = items.firstIndex(where: { $0.line?.text.squeezed == word }),
            let first = candidates.firstIndex(where: { $0.items.lowerBound > contents })
        {
            let again = candidates[(first + 1)...].firstIndex {
                $0.heading.section == candidates[first].heading.section
            }
            for index in first..<(again ?? first) { isEntry[index] = true }
        }
        return zip(candidates, isEntry).filter { !$0.1 }.map(\.0)
    }

    /// The headings that make the best row of sections, each later than the one before and numbered in one style.
    private static func chosen(from candidates: [Candidate], in items: [ProseItem]) -> [Candidate] {
        let styles = Set(candidates.map(\.heading.style))
        var best: (score: Double, chosen: [Candidate]) = (0, [])
        for style in styles.sorted(by: { rank($0) < rank($1) }) {
            let run = bestRun(of: candidates, style: style, in: items)
            if run.score > best.score + 1e-9 { best = run }
        }
        return best.chosen
    }

    private static func bestRun(
        of candidates: [Candidate], style: SectionHeading.Style, in items: [ProseItem]
    ) -> (score: Double, chosen: [Candidate]) {
        // Best run that ends with a section: six of them, so this is linear.
        var runs = [(score: Double, chosen: [Int])](repeating: (0, []), count: 7)
        for (index, candidate) in candidates.enumerated() {
            let own = score(of: candidate, style: style, in: items)
            guard own > 0 else { continue }
            let section = candidate.heading.section
            var before = runs[0]
            for earlier in 1..<max(section, 1) where runs[earlier].score > before.score { before = runs[earlier] }
            let total = before.score + own
            if total > runs[section].score { runs[section] = (total, before.chosen + [index]) }
        }
        let best = runs.max { $0.score < $1.score } ?? (0, [])
        return (best.score, best.chosen.map { candidates[$0] })
    }

    private static func score(of candidate: Candidate, style: SectionHeading.Style, in items: [ProseItem]) -> Double {
        var score = 2 * candidate.heading.similarity - 1
        if candidate.heading.style == style {
            score += 0.3
        } else if candidate.heading.style == .numbered(.bracketed)
            || candidate.heading.style == .numbered(.bracketedArabic)
        {
            // （一）主动公开情况 is a part of 一、总体情况.
            score -= 0.8
        } else if candidate.heading.style == .plain {
            score -= 0.1
        }
        let next = items[candidate.items.upperBound...].first {
            $0.line == nil || SectionHeading($0.line?.text ?? "") != nil
        }
        if case .table(let table?)? = next, table == Self.tables[candidate.heading.section] { score += 0.5 }
        return score
    }

    private static let tables: [Int: FormTable] = [2: .disclosure, 3: .applications, 4: .disputes]

    private static func rank(_ style: SectionHeading.Style) -> Int {
        switch style {
        case .numbered(.ideographic): 0
        case .part: 1
        case .numbered(.arabic): 2
        case .plain: 3
        case .numbered(.bracketed): 4
        case .numbered(.bracketedArabic): 5
        }
    }
}
