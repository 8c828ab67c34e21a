import ReportModel
import Testing

@Suite struct AmountTests {
    @Test(arguments: [
        ("0", "0"), ("12345678", "12345678"), ("-18", "-18"), ("+1036", "1036"), ("0.05", "0.05"),
        ("251000.500000", "251000.500000"), ("007", "7"),
    ])
    func readsAndPrints(input: String, output: String) {
        #expect(Amount(ascii: input)?.description == output)
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "1,000", "１２", "1e3", "1.2.3", "1234567890123456789"])
    func refuses(input: String) {
        #expect(Amount(ascii: input) == nil)
    }

    @Test func equalByValue() {
        #expect(Amount(ascii: "3.50") == Amount(ascii: "3.5"))
        #expect(Amount(ascii: "3.50")?.count == nil)
        #expect(Amount(ascii: "3.00")?.count == 3)
    }
}
