/// Writes the smallest PDFs that show what a test is about.
public struct TinyPDF {
    /// The content of the page; user space, y upwards.
    public var content: String
    public var pageEntries: String
    /// Form XObjects by name: their dictionary entries and content.
    public var forms: [(name: String, entries: String, content: String)]
    public var graphicsStates: String
    /// The document's title.
    public var title: String?
    /// Further fonts beside `/F`: names and dictionaries.
    public var fonts: String
    public var catalogEntries: String
    /// Behind the forms: the first one is number 6 where there are none.
    public var objects: [String]

    public init(
        _ content: String, pageEntries: String = "/MediaBox [0 0 600 800]",
        forms: [(name: String, entries: String, content: String)] = [], graphicsStates: String = "",
        fonts: String = "", catalogEntries: String = "", objects: [String] = []
    ) {
        self.content = content
        self.pageEntries = pageEntries
        self.forms = forms
        self.graphicsStates = graphicsStates
        self.fonts = fonts
        self.catalogEntries = catalogEntries
        self.objects = objects
    }

    public var bytes: [UInt8] {
        let names = forms.enumerated().map { "/\($1.name) \($0 + 6) 0 R" }.joined(separator: " ")
        let resources =
            "/Resources << /Font << /F 5 0 R \(fonts) >> /XObject << \(names) >> /ExtGState << \(graphicsStates) >> >>"
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R \(catalogEntries) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R \(pageEntries) \(resources) /Contents 4 0 R >>",
            Self.stream("", content), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for form in forms {
            objects.append(Self.stream("/Type /XObject /Subtype /Form \(resources) \(form.entries)", form.content))
        }
        objects += self.objects
        var text = "%PDF-1.7\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        let info = title.map { "/Info << /Title (\($0)) >>" } ?? ""
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(info) >>\nstartxref\n\(start)\n%%EOF\n"
        return [UInt8](text.utf8)
    }

    private static func stream(_ entries: String, _ content: String) -> String {
        "<< \(entries) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }
}
