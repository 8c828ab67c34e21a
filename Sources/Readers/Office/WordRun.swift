import ReportModel

/// How the characters of a run are set.
struct WordRun {
    private var isHidden = false
    private var isStruck = false
    /// Raised or lowered beside the others.
    private var isNote = false
    /// Moved up or down from the line of writing, in half points.
    private var shift = 0
    private var isWhite = false

    /// Takes a property's element in; false where it is none that decides what is seen.
    mutating func take(_ property: String, _ value: String?) -> Bool {
        let isOn = !["0", "false", "off"].contains(value ?? "")
        switch property {
        case "vanish": isHidden = isOn
        case "strike", "dstrike": isStruck = isOn
        case "vertAlign": isNote = ["superscript", "subscript"].contains(value ?? "")
        case "position": shift = Int(value ?? "") ?? 0
        case "color": isWhite = value?.lowercased() == "ffffff"
        default: return false
        }
        return true
    }

    /// - Parameter text: what the paragraph holds before.
    func shown(_ run: String, behind text: String) -> String {
        guard !isHidden else { return "" }
        // Digits that are moved as a whole are a number; those moved beside others a note's mark.
        let isNote = isNote || (abs(shift) >= Self.leastShift && text.last?.isNumber == true)
        // Whether white digits can be seen depends on what is behind them.
        let isUnsure = isWhite && run.allSatisfy { $0.isNumber || $0.isWhitespace }
        guard isStruck || isNote || isUnsure else { return run }
        var shown = String.UnicodeScalarView()
        for scalar in run.unicodeScalars {
            let isUnknown = isUnsure && !scalar.properties.isWhitespace
            shown.append(isUnknown ? MarkedText.unknown : isNote ? MarkedText.raised(scalar) : scalar)
            if isStruck, !scalar.properties.isWhitespace { shown.append(MarkedText.strike) }
        }
        return String(shown)
    }

    private static let leastShift = 4
}

/// A field of a document: its instruction first, then what it came to.
struct WordField {
    var isResult = false
    var hasText = false
}

/// How runs are set that only name a style.
struct WordStyles {
    private var properties: [String: [(name: String, value: String?)]] = [:]
    private var bases: [String: String] = [:]

    init() {}

    init(_ part: [UInt8]) throws(ReadFailure) {
        let xml = try MarkupStream(part)
        var style: String?
        while let node = try xml.next() {
            guard let name = xml.name(in: .words) else { continue }
            switch (node, name) {
            case (.start, "style"): style = xml.attribute("styleId")
            case (.end, "style"): style = nil
            case (.start, "basedOn"): if let style { bases[style] = xml.attribute("val") }
            case (.start, _): if let style { properties[style, default: []].append((name, xml.attribute("val"))) }
            default: break
            }
        }
    }

    subscript(_ style: String) -> WordRun {
        var run = WordRun()
        for style in ancestry(of: style) {
            for property in properties[style] ?? [] { _ = run.take(property.name, property.value) }
        }
        return run
    }

    /// The style behind all others first. Styles that are based on each other end somewhere.
    private func ancestry(of style: String) -> [String] {
        var styles = [style]
        while styles.count < Self.mostBases, let last = styles.last, let base = bases[last] { styles.append(base) }
        return styles.reversed()
    }

    private static let mostBases = 20
}
