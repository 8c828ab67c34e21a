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
        var (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        var text = number < 0 ? "-" : ""
        text += String(whole)
        guard rest > 0 else { return text }
        text += "."
        // Digit by digit: a report has two thousand such numbers.
        while rest > 0 {
            scale /= 10
            (whole, rest) = rest.quotientAndRemainder(dividingBy: UInt(scale))
            text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole)))
        }
        return text
    }
}
