/// The report's title as the document's own name, outside its text: that of a web page's window, of a PDF's properties.
///
/// Whoever fills in last year's file again leaves its name: it counts for less than anything on the page.
struct NamedTitle {
    let title: ReportTitle

    /// Nil where no name is a report's title.
    init?(_ names: [String]) {
        let found = names.lazy.flatMap { [$0[...]] + Self.pieces(of: $0) }.compactMap {
            let name = $0.lowercased()
            let ending = Self.fileEndings.first(where: name.hasSuffix)?.count ?? 0
            return ReportTitle(String($0.dropLast(ending)).squeezed)
        }
        guard let title = found.first(where: { !$0.agency.isEmpty || $0.year != nil }) else { return nil }
        self.title = title
    }

    /// 青榆市教育局2023年政府信息公开工作年度报告_青榆市人民政府; Microsoft Word - 青榆市教育局….
    private static func pieces(of name: String) -> [Substring] {
        name.split { separators.contains($0) }
    }

    private static let separators: Set<Character> = ["_", "|", "｜", "-", "–", "—", "·"]
    private static let fileEndings = [".docx", ".doc", ".wps", ".pdf"]
}
