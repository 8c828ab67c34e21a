import LeptonicaBridge
public import ReportModel
import TesseractBridge

/// tesseract on one line of digits, scaled to a height that its model likes.
final class TesseractFigureReader: FigureReader {
    private let engine: TesseractEngine
    /// Of the ink, in pixels.
    private let height: Double
    /// How often a short line is set side by side: a model of lines does not see a digit that stands alone.
    private let copies: Int
    let name: String

    init(engine: TesseractEngine, height: Double, copies: Int = 1) {
        self.engine = engine
        self.height = height
        self.copies = copies
        name = "tesseract.\(Int(height))"
    }

    static let characters = "0123456789.,-/"

    func read(_ crop: InkCrop) -> FigureReadout {
        let nothing = FigureReadout(text: "", confidence: 0)
        let single = crop
        let copies = crop.right - crop.left < 2 * (crop.bottom - crop.top) ? self.copies : 1
        let crop = crop.repeated(copies)
        guard crop.bottom > crop.top, let picture = Picture(width: crop.width, height: crop.height, grey: crop.grey)
        else { return nothing }
        let scale = height / Double(crop.bottom - crop.top)
        guard let scaled = picture.scaled(x: scale, y: scale) else { return nothing }
        let symbols = engine.symbols(in: scaled, resolution: 200, mode: .block)
        var text = ""
        var least = 100.0
        for (index, symbol) in symbols.enumerated() {
            if index > 0, symbol.startsLine { text += "?" }
            text += symbol.text
            least = min(least, Double(symbol.confidence))
        }
        if copies > 1 {
            // All copies say the same, or nothing is said.
            let length = text.count / copies
            let single = String(text.prefix(length))
            text = text == String(repeating: single, count: copies) ? single : ""
        }
        if text.isEmpty, copies > 1 { return character(single) }
        return FigureReadout(text: text, confidence: symbols.isEmpty ? 0 : least / 100)
    }
}

extension TesseractFigureReader {
    /// What the engine makes of a crop when told that one character stands in it.
    private func character(_ crop: InkCrop) -> FigureReadout {
        let scale = height / Double(max(1, crop.bottom - crop.top))
        guard crop.right - crop.left < crop.bottom - crop.top,
            let picture = Picture(width: crop.width, height: crop.height, grey: crop.grey)?.scaled(x: scale, y: scale)
        else { return FigureReadout(text: "", confidence: 0) }
        let symbols = engine.symbols(in: picture, resolution: 200, mode: .character)
        return FigureReadout(
            text: symbols.map(\.text).joined(), confidence: Double(symbols.map(\.confidence).min() ?? 0) / 100)
    }
}

/// tesseract on Chinese text.
final class TesseractTextReader: TextReader {
    /// Loaded when first asked: a page of tables often needs no transcribing.
    private lazy var engine = load()
    private let language: String
    private(set) var failure: ReadFailure?
    /// What the last few crops said: whether a page stands upright is found by labels that are read again with it.
    private var known: [(crop: InkCrop, mode: TextMode, scale: Double, symbols: [TextSymbol])] = []
    private static let memory = 8
    /// How much narrower a page's prose is set for the engine: its time goes with the width of lines, and it reads them as
    /// well; at 0.87 it loses characters (hard150-pen, mild200-holes).
    private static let narrowing = 0.93
    /// Larger ones are whole pages.
    private static let memorablePixels = 200_000

    /// Throws `missingOnMachine` where the language is not there.
    init(language: String) throws(ReadFailure) {
        guard TesseractEngine.has(language) else { throw .missing(.languageMissing(language)) }
        self.language = language
    }

    private func load() -> TesseractEngine? {
        do throws(TesseractFailure) {
            // What reaches it is dark on light; a poor line would be read twice for nothing, and most are poor where
            // reading takes longest (hard150).
            return try TesseractEngine(language: language, readsNegatives: false)
        } catch {
            failure = .missing(error)
            return nil
        }
    }

    func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol] {
        guard crop.grey.count < Self.memorablePixels else { return recognised(crop, mode, scale) }
        if let same = known.first(where: { $0.mode == mode && $0.scale == scale && $0.crop == crop }) {
            return same.symbols
        }
        let symbols = recognised(crop, mode, scale)
        if known.count < Self.memory { known.append((crop, mode, scale, symbols)) }
        return symbols
    }

    /// Forgets the page before.
    func forget() { known = [] }

    private func recognised(_ crop: InkCrop, _ mode: TextMode, _ scale: Double) -> [TextSymbol] {
        let down = abs(scale - 1) > 0.15 ? scale : 1
        let across = mode == .page ? down * Self.narrowing : down
        let isScaled = down != 1 || across != 1
        guard let whole = Picture(width: crop.width, height: crop.height, grey: crop.grey),
            let picture = isScaled ? whole.scaled(x: across, y: down) : whole, let engine
        else { return [] }
        let pageMode: TesseractEngine.PageMode =
            switch mode {
            case .character: .character
            case .line: .line
            // A page's prose is one block to the engine, too: what it takes for pictures and for other columns where it
            // looks for them are lines of prose (half of what hard150-dust lost, three quarters in mild200-skew).
            case .block, .page: .block
            }
        return engine.symbols(in: picture, resolution: 300, mode: pageMode).map {
            TextSymbol(
                text: $0.text, x: Int(Double($0.box.x) / across), y: Int(Double($0.box.y) / down),
                width: Int(Double($0.box.width) / across), height: Int(Double($0.box.height) / down),
                confidence: Double($0.confidence) / 100, startsLine: $0.startsLine)
        }
    }
}

/// The readers of one worker: tesseract cannot be shared between threads.
public final class ReaderSet {
    let network: any FigureReader
    let first: any FigureReader
    let second: any FigureReader
    let text: any TextReader

    public init(
        network: any FigureReader, first: any FigureReader, second: any FigureReader, text: any TextReader
    ) {
        self.network = network
        self.first = first
        self.second = second
        self.text = text
    }

    /// The real engines. Throws `missingOnMachine` with the Debian package to install.
    public static func onThisMachine() throws(ReadFailure) -> ReaderSet {
        let digits = try engine("eng", characters: TesseractFigureReader.characters)
        return ReaderSet(
            network: NetworkReader(), first: TesseractFigureReader(engine: digits, height: 21),
            second: TesseractFigureReader(engine: digits, height: 30, copies: 3),
            text: try TesseractTextReader(language: "chi_sim"))
    }

    /// What has kept an engine from reading, if anything has.
    var failure: ReadFailure? { text.failure }

    private static func engine(_ language: String, characters: String?) throws(ReadFailure) -> TesseractEngine {
        do throws(TesseractFailure) {
            return try TesseractEngine(language: language, characters: characters)
        } catch {
            throw .missing(error)
        }
    }
}

extension ReadFailure {
    /// With the Debian package to install.
    fileprivate static func missing(_ failure: TesseractFailure) -> ReadFailure {
        let package =
            switch failure {
            case .notInstalled: "libtesseract5"
            case .languageMissing(let language), .doesNotStart(let language):
                "tesseract-ocr-" + language.split(separator: "_").joined(separator: "-")
            }
        return ReadFailure(.missingOnMachine(package: package))
    }
}
