/// What the style sheets in a page may do to the figures in its cells.
///
/// Which rule wins, and what scripts change afterwards, only a browser knows. So nothing is left out because of them:
/// digits that a rule may hide or strike out are unsure.
struct WebSheet {
    struct Effect: OptionSet {
        let rawValue: Int

        static let unsure = Effect(rawValue: 1)
        static let note = Effect(rawValue: 2)
        /// Digits that the sheet itself writes.
        static let digits = Effect(rawValue: 4)
    }

    private var effects: [Substring: Effect] = [:]

    mutating func add(_ sheet: String) {
        var rest = Self.withoutComments(sheet)[...]
        while let open = rest.firstIndex(of: "{") {
            let head = rest[..<open].split(separator: "}").last ?? ""
            rest = rest[rest.index(after: open)...]
            // Rules for printers and narrow screens are passed over with all that is in them.
            if head.contains("@") {
                rest = Self.behindBlock(rest)
                continue
            }
            guard let close = rest.firstIndex(of: "}") else { return }
            let style = WebStyle(String(rest[..<close]))
            rest = rest[rest.index(after: close)...]
            for selector in head.split(separator: ",") { add(style, selector) }
        }
    }

    /// - Parameter classes: as they stand in the element's attribute.
    func effect(on element: String, classes: String?, id: String?) -> Effect {
        guard !effects.isEmpty else { return [] }
        var effect: Effect = []
        for name in (classes ?? "").split(whereSeparator: \.isWhitespace) {
            effect.formUnion(effects["." + name] ?? [])
        }
        if let id { effect.formUnion(effects["#" + id] ?? []) }
        // A cell stands on the line of writing whatever the sheet says.
        return ["td", "th"].contains(element) ? effect.subtracting(.note) : effect
    }

    /// Of a selector its last name counts: what stands around the element only makes the rule hold less often.
    private mutating func add(_ style: WebStyle, _ selector: Substring) {
        guard let last = selector.split(whereSeparator: { $0.isWhitespace || ">+~".contains($0) }).last else { return }
        let plain = last.prefix { !":[".contains($0) }
        let effect: Effect
        if plain.count < last.count {
            effect = last.contains(":before") || last.contains(":after") ? style.makesDigits ? .digits : [] : []
        } else if style.isAbsent || style.isUnseen || style.isStruck {
            effect = .unsure
        } else {
            effect = style.isNote ? .note : []
        }
        guard !effect.isEmpty, let start = plain.lastIndex(where: { $0 == "." || $0 == "#" }) else { return }
        effects[Substring(String(plain[start...])), default: []].formUnion(effect)
    }

    private static func withoutComments(_ sheet: String) -> String {
        var text = ""
        var rest = sheet[...]
        while let start = rest.firstRange(of: "/*") {
            text += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
        }
        return text + rest
    }

    /// What follows the brace that closes the block begun before.
    private static func behindBlock(_ text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return text[text.index(after: index)...] }
        }
        return ""
    }
}
