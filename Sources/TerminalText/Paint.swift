/// Colours where the terminal has them, and nothing where not.
public struct Paint: Sendable {
    public enum Style: Sendable {
        case bold, dim, red, yellow, green, cyan, inverse
    }

    public var isColoured: Bool

    public init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    public func callAsFunction(_ text: String, _ styles: Style...) -> String { self(text, styles) }

    public func callAsFunction(_ text: String, _ styles: [Style]) -> String {
        guard isColoured, !styles.isEmpty, !text.isEmpty else { return text }
        return "\u{1B}[" + styles.map(\.code).joined(separator: ";") + "m" + text + "\u{1B}[0m"
    }
}

extension Paint.Style {
    fileprivate var code: String {
        switch self {
        case .bold: "1"
        case .dim: "2"
        case .inverse: "7"
        case .red: "31"
        case .green: "32"
        case .yellow: "33"
        case .cyan: "36"
        }
    }
}
