import ReportModel
import Testing

struct PageSelectionTests {
    @Test(arguments: [
        ("1-9", 4...4, "1-3,5-9"), ("1-9", 1...1, "2-9"), ("1-9", 9...9, "1-8"), ("2,5-", 5...6, "2,7-"),
        ("3", 3...4, ""), ("1-2,8", 3...7, "1-2,8"),
    ])
    func without(pages: String, left: ClosedRange<Int>, rest: String) throws {
        let selection = try #require(PageSelection(pages))
        #expect(selection.without(left).description == rest)
    }
}
