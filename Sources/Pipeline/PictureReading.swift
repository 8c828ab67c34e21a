import LeptonicaBridge
import ReportModel
import Scans

/// Reads pages that are pictures; the engines are loaded with the first of them.
final class PictureReading {
    private let settings: ReadingSettings
    private let scanSettings = ScanSettings()
    private var reader: PageReader?
    private var lastTable: ScannedPage.TableEdges?
    private(set) var evidence = ScanEvidence()

    init(_ settings: ReadingSettings) {
        self.settings = settings
    }

    /// The page as Layout wants it; nil where there is nothing to see on the picture.
    ///
    /// Throws `missingOnMachine` with the package to install.
    func page(_ picture: PagePicture) throws(ReadFailure) -> Page? {
        let reader: PageReader
        if let known = self.reader {
            reader = known
        } else {
            reader = PageReader(
                readers: try ReaderSet.onThisMachine(), settings: scanSettings, readsProse: !settings.figuresOnly)
            self.reader = reader
        }
        guard var scanned = reader.read(picture) else { return nil }
        scanned.align(with: lastTable)
        lastTable = scanned.lastTable ?? lastTable
        evidence.add(scanned)
        return scanned.page
    }

    /// The resolution to render a page at that has a picture of this one, in pixels a point.
    func resolution(for pictureResolution: Double) -> Double {
        let wanted = pictureResolution > 0 ? pictureResolution * 72 : 300
        return min(max(wanted, scanSettings.resolutions.lowerBound), scanSettings.resolutions.upperBound) / 72
    }

    /// A file's own resolution, in pixels a point; that of most scanners where it names none.
    func resolution(of picture: Picture) -> (x: Double, y: Double) {
        func known(_ value: Int) -> Double? { value >= 50 && value <= 2400 ? Double(value) : nil }
        let x =
            known(picture.horizontalResolution) ?? known(picture.verticalResolution) ?? scanSettings.assumedResolution
        let y = known(picture.verticalResolution) ?? x
        return (x / 72, y / 72)
    }
}
