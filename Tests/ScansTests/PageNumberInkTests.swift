import Testing

@testable import Scans

struct PageNumberInkTests {
    @Test(arguments: ["第工页共3页", "- 3 -", "一 2 一", "第 1 页", "3/12", "—4-"])
    func isOne(text: String) {
        #expect(PageNumberInk.isPageNumber(text))
    }

    @Test(arguments: ["", "二、主动公开政府信息情况", "2024年1月15日印发", "联系电话：0849-00098852"])
    func isNone(text: String) {
        #expect(!PageNumberInk.isPageNumber(text))
    }
}
