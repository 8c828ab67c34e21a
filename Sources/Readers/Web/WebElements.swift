/// What the elements of HTML are for, as far as reading goes.
enum WebElements {
    /// What a browser does not show, or not as text of the page.
    static let unseen: Set<String> = [
        "script", "style", "noscript", "template", "datalist", "map", "audio", "video", "track",
    ]

    /// Elements that stand on lines of their own.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    ]

    /// Shown as something that is no text: a cell with a picture in it is not blank.
    static let pictures: Set<String> = ["img", "svg", "canvas", "object", "embed", "iframe", "picture", "math"]

    /// Of headlines, in points, as browsers show them beside text of 12.
    static let fontSizes: [String: Double] = ["h1": 24, "h2": 18, "h3": 14]

    static let rowGroups: Set<String> = ["thead", "tbody", "tfoot"]
}

/// What an element's own style says, as far as it decides whether its text is seen.
struct WebStyle {
    private var values: [Substring: Substring] = [:]

    init(_ text: String) {
        let plain = text.lowercased().filter { !$0.isWhitespace }
        for declaration in plain.split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let value = declaration[declaration.index(after: colon)...]
            values[declaration[..<colon]] = value.hasSuffix("!important") ? value.dropLast(10) : value
        }
    }

    /// Takes no place either.
    var isAbsent: Bool { values["display"] == "none" }

    var isUnseen: Bool {
        if let visibility = values["visibility"], visibility != "visible" { return true }
        if let opacity = values["opacity"], Double(opacity) == 0 { return true }
        if values["color"] == "transparent" { return true }
        // Moved away, further than any screen is wide.
        if ["left", "top", "text-indent", "margin-left"].contains(where: { values[$0]?.hasPrefix("-999") == true }) {
            return true
        }
        guard let size = values["font-size"], size.first == "0" else { return false }
        return size.allSatisfy { $0 == "0" || $0 == "." || $0.isLetter || $0 == "%" }
    }

    var keepsSpace: Bool { values["white-space"]?.hasPrefix("pre") == true }

    /// Whether it can be seen depends on what is behind it.
    var isWhite: Bool {
        ["#fff", "#ffffff", "white", "rgb(255,255,255)"].contains(values["color"] ?? "")
            && values["background"] == nil && values["background-color"] == nil
    }

    /// Shows text that is not written in the page.
    var makesDigits: Bool { values["content"]?.contains(where: \.isNumber) == true }

    /// Raised or lowered beside the others.
    var isNote: Bool { values["vertical-align"] == "super" || values["vertical-align"] == "sub" }

    var isStruck: Bool {
        ["text-decoration", "text-decoration-line"].contains { values[$0]?.contains("line-through") == true }
    }
}
