import Testing

@testable import Scans

struct LabelCropTests {
    private let crop = InkCrop(
        width: 2, height: 6, grey: [0, 0, 0, 0, 9, 9, 9, 9, 0, 0, 0, 0], top: 2, bottom: 4, left: 0, right: 2)

    @Test func otherLinesInTheMarginAreLeftOut() {
        #expect(crop.withoutNeighbours(slack: 0).grey == [230, 230, 230, 230, 9, 9, 9, 9, 230, 230, 230, 230])
        #expect(crop.withoutNeighbours(slack: 1).grey == [230, 230, 0, 0, 9, 9, 9, 9, 0, 0, 230, 230])
    }

    @Test func aRestIsSetOnTheFootOfItsLine() {
        let other = InkCrop(
            width: 1, height: 4, grey: [5, 5, 5, 5], top: 1, bottom: 3, left: 0, right: 1)
        let fitted = crop.fitted(to: other)
        #expect(fitted.height == 4)
        #expect(fitted.grey == [0, 0, 9, 9, 9, 9, 0, 0])
        #expect(fitted.bottom == 3)
    }

    @Test func textIsCutInProportion() {
        #expect("行政机关不再处理".parts([40, 20, 20]) == ["行政机关", "不再", "处理"])
        #expect("一".parts([10, 10]) == ["", "一"] || "一".parts([10, 10]) == ["一", ""])
        #expect("".parts([]) == [])
    }
}
