private import Glibc

/// libtesseract, loaded when the first picture has to be read.
///
/// Loaded by name and not linked for two reasons. Its OpenMP takes the limit on threads from the environment at the
/// moment it is loaded, so the limit has to be set before; and it brings ten milliseconds of start-up that a document
/// with a text layer should not pay.
struct TesseractLibrary: Sendable {
    typealias Handle = OpaquePointer
    typealias Text = UnsafePointer<CChar>

    let version: @convention(c) () -> Text?
    let create: @convention(c) () -> Handle?
    let delete: @convention(c) (Handle) -> Void
    /// Handle, data folder, language, engine.
    let start: @convention(c) (Handle, Text?, Text?, Int32) -> Int32
    /// Handle, the model's bytes and their count, language, engine, and settings, of which we have none. Nil in a library
    /// that takes no bytes.
    let startWithModel:
        (
            @convention(c) (
                Handle, Text?, Int32, Text?, Int32, OpaquePointer?, Int32, OpaquePointer?, OpaquePointer?, Int, Int32
            ) -> Int32
        )?
    let setVariable: @convention(c) (Handle, Text?, Text?) -> Int32
    let setPageMode: @convention(c) (Handle, Int32) -> Void
    let setPicture: @convention(c) (Handle, OpaquePointer) -> Void
    let setResolution: @convention(c) (Handle, Int32) -> Void
    let setRectangle: @convention(c) (Handle, Int32, Int32, Int32, Int32) -> Void
    let recognise: @convention(c) (Handle, OpaquePointer?) -> Int32
    let clear: @convention(c) (Handle) -> Void
    let iterator: @convention(c) (Handle) -> OpaquePointer?
    let deleteIterator: @convention(c) (OpaquePointer) -> Void
    let next: @convention(c) (OpaquePointer, Int32) -> Int32
    let text: @convention(c) (OpaquePointer, Int32) -> UnsafeMutablePointer<CChar>?
    let confidence: @convention(c) (OpaquePointer, Int32) -> Float
    let pageIterator: @convention(c) (OpaquePointer) -> OpaquePointer?
    let isAtStart: @convention(c) (OpaquePointer, Int32) -> Int32
    let box:
        @convention(c) (
            OpaquePointer, Int32, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>,
            UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>
        ) -> Int32
    let deleteText: @convention(c) (UnsafeMutablePointer<CChar>) -> Void

    /// Nil where the library is not on this machine.
    static let shared: TesseractLibrary? = {
        setenv("OMP_THREAD_LIMIT", "1", 0)
        guard let library = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL) else { return nil }
        return TesseractLibrary(symbols: library)
    }()

    private init?(symbols library: UnsafeMutableRawPointer) {
        func find<Function>(_ name: String) -> Function? {
            dlsym(library, name).map { unsafeBitCast($0, to: Function.self) }
        }
        guard let version: @convention(c) () -> Text? = find("TessVersion"),
            let create: @convention(c) () -> Handle? = find("TessBaseAPICreate"),
            let delete: @convention(c) (Handle) -> Void = find("TessBaseAPIDelete"),
            let start: @convention(c) (Handle, Text?, Text?, Int32) -> Int32 = find("TessBaseAPIInit2"),
            let setVariable: @convention(c) (Handle, Text?, Text?) -> Int32 = find("TessBaseAPISetVariable"),
            let setPageMode: @convention(c) (Handle, Int32) -> Void = find("TessBaseAPISetPageSegMode"),
            let setPicture: @convention(c) (Handle, OpaquePointer) -> Void = find("TessBaseAPISetImage2"),
            let setResolution: @convention(c) (Handle, Int32) -> Void = find("TessBaseAPISetSourceResolution"),
            let setRectangle: @convention(c) (Handle, Int32, Int32, Int32, Int32) -> Void = find(
                "TessBaseAPISetRectangle"),
            let recognise: @convention(c) (Handle, OpaquePointer?) -> Int32 = find("TessBaseAPIRecognize"),
            let clear: @convention(c) (Handle) -> Void = find("TessBaseAPIClear"),
            let iterator: @convention(c) (Handle) -> OpaquePointer? = find("TessBaseAPIGetIterator"),
            let deleteIterator: @convention(c) (OpaquePointer) -> Void = find("TessResultIteratorDelete"),
            let next: @convention(c) (OpaquePointer, Int32) -> Int32 = find("TessResultIteratorNext"),
            let text: @convention(c) (OpaquePointer, Int32) -> UnsafeMutablePointer<CChar>? = find(
                "TessResultIteratorGetUTF8Text"),
            let confidence: @convention(c) (OpaquePointer, Int32) -> Float = find("TessResultIteratorConfidence"),
            let pageIterator: @convention(c) (OpaquePointer) -> OpaquePointer? = find(
                "TessResultIteratorGetPageIterator"),
            let isAtStart: @convention(c) (OpaquePointer, Int32) -> Int32 = find("TessPageIteratorIsAtBeginningOf"),
            let box:
                @convention(c) (
                    OpaquePointer, Int32, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>,
                    UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>
                ) -> Int32 = find("TessPageIteratorBoundingBox"),
            let deleteText: @convention(c) (UnsafeMutablePointer<CChar>) -> Void = find("TessDeleteText")
        else { return nil }
        self.version = version
        self.create = create
        self.delete = delete
        self.start = start
        startWithModel = find("TessBaseAPIInit5")
        self.setVariable = setVariable
        self.setPageMode = setPageMode
        self.setPicture = setPicture
        self.setResolution = setResolution
        self.setRectangle = setRectangle
        self.recognise = recognise
        self.clear = clear
        self.iterator = iterator
        self.deleteIterator = deleteIterator
        self.next = next
        self.text = text
        self.confidence = confidence
        self.pageIterator = pageIterator
        self.isAtStart = isAtStart
        self.box = box
        self.deleteText = deleteText
    }
}
