/// Numbers as text, the same on every machine.
public enum DecimalText {
    /// Rounded to that many decimals (at most 6), zeros at the end left out. What is no number prints as 0.
    public static func of(_ value: Double, decimals: Int) -> String {
        var scale = 1
        for _ in 0..<min(max(decimals, 0), 6) { scale *= 10 }
        let scaled = (value * Double(scale)).rounded()
        // Beyond this no coordinate is one, and Int() would trap.
        guard scaled.isFinite, abs(scaled) < 1e15 else { return "0" }
        let number = Int(scaled)
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        let sign = number < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var fraction = String(UInt(scale) + rest).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return "\(sign)\(whole).\(fraction)"
    }
}
