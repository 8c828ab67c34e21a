private import Glibc
public import LeptonicaBridge
private import SystemBridge

/// Why tesseract cannot be used.
public enum TesseractFailure: Error, Sendable, Equatable {
    case notInstalled
    case languageMissing(String)
    case doesNotStart(String)
}

/// A piece of text as tesseract reads it.
public struct RecognisedSymbol: Sendable {
    public var text: String
    /// In pixels of the picture that was read.
    public var box: PixelBox
    /// 0 to 100, in tesseract's own measure.
    public var confidence: Float
    public var startsLine: Bool
    public var startsWord: Bool
}

/// One language of tesseract, loaded. Not to be shared between threads.
public final class TesseractEngine {
    /// How tesseract looks for text in what it is given.
    public enum PageMode: Int32, Sendable {
        case block = 6
        case line = 7
        case word = 8
        case character = 10
    }

    private let tesseract: TesseractLibrary
    private let handle: OpaquePointer
    /// The neural engine alone.
    private static let neural: Int32 = 1
    private static let symbolLevel: Int32 = 4
    private static let lineLevel: Int32 = 2
    private static let wordLevel: Int32 = 3

    /// Loads a language: TessBaseAPIInit5, or TessBaseAPIInit2 where its model is of a kind that we do not know.
    ///
    /// - Parameter characters: the only characters it may answer, no letters among them; all of the language's where nil.
    /// - Parameter readsNegatives: whether a line that it is not sure of is read once more, as white on black.
    public init(
        language: String, characters: String? = nil, readsNegatives: Bool = true
    ) throws(TesseractFailure) {
        guard let tesseract = TesseractLibrary.shared else { throw .notInstalled }
        guard let folder = Self.folder(of: language) else { throw .languageMissing(language) }
        guard let handle = tesseract.create() else { throw .doesNotStart(language) }
        self.tesseract = tesseract
        self.handle = handle
        // Its remarks would land on standard error.
        _ = tesseract.setVariable(handle, "debug_file", "/dev/null")
        guard
            Self.start(tesseract, handle, language, folder)
                || tesseract.start(handle, folder, language, Self.neural) == 0
        else { throw .doesNotStart(language) }
        if let characters { _ = tesseract.setVariable(handle, "tessedit_char_whitelist", characters) }
        if !readsNegatives { _ = tesseract.setVariable(handle, "tessedit_do_invert", "0") }
    }

    deinit { tesseract.delete(handle) }

    /// With the model's letters renamed; false where that cannot be done.
    private static func start(
        _ tesseract: TesseractLibrary, _ handle: OpaquePointer, _ language: String, _ folder: String
    ) -> Bool {
        guard let start = tesseract.startWithModel,
            let file = try? InputFile.bytes(path: path(of: language, in: folder), limit: Int(Int32.max) / 2),
            let model = LanguageModel(renamingLettersOf: file)
        else { return false }
        return model.bytes.withUnsafeBytes { bytes in
            start(
                handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), language, neural,
                nil, 0, nil, nil, 0, 0) == 0
        }
    }

    /// TessBaseAPISetVariable; false where tesseract knows no such setting.
    @discardableResult
    public func set(_ name: String, to value: String) -> Bool {
        tesseract.setVariable(handle, name, value) != 0
    }

    /// Reads a picture, or a part of it, symbol by symbol in reading order: TessBaseAPIRecognize.
    public func symbols(
        in picture: Picture, part: PixelBox? = nil, resolution: Int, mode: PageMode
    ) -> [RecognisedSymbol] {
        tesseract.setPageMode(handle, mode.rawValue)
        picture.withHandle { tesseract.setPicture(handle, $0) }
        tesseract.setResolution(handle, Int32(min(max(resolution, 70), 2400)))
        if let part {
            tesseract.setRectangle(handle, Int32(part.x), Int32(part.y), Int32(part.width), Int32(part.height))
        }
        defer { tesseract.clear(handle) }
        guard tesseract.recognise(handle, nil) == 0, let iterator = tesseract.iterator(handle) else { return [] }
        defer { tesseract.deleteIterator(iterator) }
        guard let place = tesseract.pageIterator(iterator) else { return [] }
        var result: [RecognisedSymbol] = []
        repeat {
            guard let text = tesseract.text(iterator, Self.symbolLevel) else { continue }
            defer { tesseract.deleteText(text) }
            var left: Int32 = 0
            var top: Int32 = 0
            var right: Int32 = 0
            var bottom: Int32 = 0
            guard tesseract.box(place, Self.symbolLevel, &left, &top, &right, &bottom) != 0 else { continue }
            result.append(
                RecognisedSymbol(
                    text: Letters.restored(in: String(cString: text)),
                    box: PixelBox(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top)),
                    confidence: tesseract.confidence(iterator, Self.symbolLevel),
                    startsLine: tesseract.isAtStart(place, Self.lineLevel) != 0,
                    startsWord: tesseract.isAtStart(place, Self.wordLevel) != 0))
        } while tesseract.next(iterator, Self.symbolLevel) != 0
        return result
    }

    /// Nil where the library is not on this machine.
    public static var linkedVersion: String? {
        TesseractLibrary.shared.flatMap { $0.version().map { String(cString: $0) } }
    }

    /// Whether a language's model is on this machine.
    public static func has(_ language: String) -> Bool { folder(of: language) != nil }

    /// The folder that holds a language's model.
    private static func folder(of language: String) -> String? {
        var folders = [
            "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata",
            "/usr/share/tesseract-ocr/4.00/tessdata",
        ]
        if let own = getenv("TESSDATA_PREFIX").map({ String(cString: $0) }), !own.isEmpty {
            folders.insert(contentsOf: [own, own + "/tessdata"], at: 0)
        }
        return folders.first { access(path(of: language, in: $0), R_OK) == 0 }
    }

    private static func path(of language: String, in folder: String) -> String { "\(folder)/\(language).traineddata" }
}
