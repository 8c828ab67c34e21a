import LeptonicaBridge
import ReportModel
import Scans
private import SystemBridge

/// Reads pages that are pictures, and keeps what was seen on them.
final class PictureReading {
    private let settings: ReadingSettings
    private let scanSettings = ScanSettings()
    private var isMemoryPrepared = false
    private var lastTable: ScannedPage.TableEdges?
    private(set) var evidence = ScanEvidence()

    init(_ settings: ReadingSettings) {
        self.settings = settings
    }

    /// A page before its picture has been read: with the page that it is where nothing can be seen on it.
    enum Source {
        /// Nothing to be read off a picture.
        case page(Page)
        case picture(PagePicture, otherwise: Page)
        /// Pictures of tables on a page of text, and where they are.
        case pasted(PagePicture, on: Page, at: [Box])
        case failure(ReadFailure)
    }

    /// A page whose picture has been read.
    enum Outcome: Sendable {
        case page(Page)
        case scanned(ScannedPage)
        case failure(ReadFailure)
    }

    /// Reads pictures, on a thread of its own; the engines are loaded with the first of them.
    struct Reading {
        private var reader: PageReader?

        init() {}

        mutating func outcome(_ source: Source, settings: ScanSettings, readsProse: Bool) -> Outcome {
            switch source {
            case .page(let page): return .page(page)
            case .failure(let failure): return .failure(failure)
            case .picture(let picture, let page):
                return outcome(picture, settings, readsProse) { scanned in
                    scanned.page.state = page.state == .blank ? scanned.page.state : page.state
                    return true
                } ?? .page(page)
            case .pasted(let picture, let page, let boxes):
                return outcome(picture, settings, readsProse) { $0.lie(on: page, at: boxes) } ?? .page(page)
            }
        }

        /// - Parameter finish: tells whether the page is good for anything.
        private mutating func outcome(
            _ picture: PagePicture, _ settings: ScanSettings, _ readsProse: Bool,
            finish: (inout ScannedPage) -> Bool
        ) -> Outcome? {
            do throws(ReadFailure) {
                let reader =
                    if let known = self.reader { known } else {
                        PageReader(readers: try ReaderSet.onThisMachine(), settings: settings, readsProse: readsProse)
                    }
                self.reader = reader
                let read = reader.read(picture)
                if let failure = reader.failure { return .failure(failure) }
                guard var scanned = read, finish(&scanned) else { return nil }
                return .scanned(scanned)
            } catch {
                return .failure(error)
            }
        }
    }

    var threads: Int { settings.jobs }

    /// To be called before a page's picture is made: keeps pages that are read side by side from each other's memory.
    ///
    /// A page of 300 dpi is 9 to 35 MB, and dozens of pictures of it come and go while it is read. With each of them
    /// in memory of its own, 20 pages in colour, two at a time, took 400 MB at their most instead of 468, and 10 % more
    /// processor time, for the system to clear that memory anew. One page at a time is left as it is.
    func prepareMemory() {
        guard settings.jobs > 1, !isMemoryPrepared else { return }
        isMemoryPrepared = true
        Allocator.giveBackBlocks(from: 1 << 20)
    }

    /// What a thread does with a page's picture.
    var work: @Sendable (inout Reading, Source) -> Outcome {
        let scanSettings = scanSettings
        let readsProse = !settings.figuresOnly
        return { $0.outcome($1, settings: scanSettings, readsProse: readsProse) }
    }

    /// The page as Layout wants it; to be asked for page after page.
    ///
    /// Throws `missingOnMachine` with the package to install.
    func page(_ outcome: Outcome) throws(ReadFailure) -> Page {
        switch outcome {
        case .page(let page): return page
        case .failure(let failure): throw failure
        case .scanned(var scanned):
            scanned.align(with: lastTable)
            lastTable = scanned.lastTable ?? lastTable
            evidence.add(scanned)
            return scanned.page
        }
    }

    /// The resolution to render a page at, in pixels a point: that of the picture on it, if it tells one and it is none
    /// that nobody needs.
    func resolution(for page: Page, pictureResolution: Double) -> Double {
        let scale = SheetSize.scale(width: page.width, height: page.height)
        let wanted = pictureResolution > 0 ? pictureResolution * scale * 72 : 300
        return min(max(wanted, scanSettings.resolutions.lowerBound), scanSettings.resolutions.upperBound) / 72 / scale
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
