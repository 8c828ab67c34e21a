import ReportModel
import Testing

@testable import Pipeline

@Suite struct BlankCheckTests {
    @Test func aCellWithoutRoomIsNotSeenBlank() {
        #expect(BlankCheck.isTooSmall(Box(x: 297, y: 385, width: 34, height: 0).insetBy(1.8)))
        #expect(BlankCheck.isTooSmall(Box(x: 297, y: 385, width: 5, height: 12).insetBy(1.8)))
        #expect(!BlankCheck.isTooSmall(Box(x: 297, y: 385, width: 34, height: 12).insetBy(1.8)))
    }
}
