import LeptonicaBridge
import Testing

@testable import Scans

/// What resolution a file tells is not what its picture was taken at.
struct SheetSizeTests {
    @Test(arguments: [
        (595.0, 842.0, 1.0), (842, 595, 1), (420, 700, 1), (1191, 1684, 1), (2380, 3368, 4), (3368, 2380, 4),
        (148.75, 210.5, 0.25), (500, 100, 1), (0, 842, 1), (.infinity, .infinity, 1),
    ])
    func pagesAreTakenForSheetsOfPaper(width: Double, height: Double, expected: Double) {
        #expect(abs(SheetSize.scale(width: width, height: height) - expected) < 0.001)
    }

    /// A picture by whose resolution the page would be as large as a wall: measured as a sheet, placed as displayed.
    @Test func placesStayThoseOfThePageAsDisplayed() throws {
        let (width, height) = (1400, 1980)
        let paper = [UInt8](repeating: 255, count: width * height)
        let picture = try #require(Picture(width: width, height: height, grey: paper))
        let page = PagePicture(number: 1, grey: picture, colour: nil, pixelsPerPoint: (1, 1))
        let prepared = try #require(PagePreparer(settings: ScanSettings()).prepare(page, quarters: 0))
        #expect(abs(prepared.pixelsPerPoint - 1400 / 595.0) < 0.001)
        let corner = prepared.placing.displayed(x: 1400, y: 1980)
        #expect(abs(corner.x - 1400) < 0.001 && abs(corner.y - 1980) < 0.001)
    }
}
