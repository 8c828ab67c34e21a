public import Pipeline
public import ReportModel
public import SystemBridge

/// What is asked of a worker that draws: parts of the pages of the document that was opened last.
struct PictureRequest {
    var settings: ReadingSettings
    /// A new document follows.
    var opensDocument: Bool
    var crops: [PageCrop]

    func frame() -> Frame {
        var writer = ByteWriter()
        writer.value(settings)
        writer.bool(opensDocument)
        writer.array(crops)
        return Frame(.draw, writer.bytes)
    }

    init(settings: ReadingSettings, opensDocument: Bool, crops: [PageCrop]) {
        self.settings = settings
        self.opensDocument = opensDocument
        self.crops = crops
    }

    init(_ payload: [UInt8]) throws(CodingProblem) {
        var reader = ByteReader(payload)
        settings = try reader.value()
        opensDocument = try reader.bool()
        crops = try reader.array()
    }
}

extension PageCrop: Portable {
    func write(to writer: inout ByteWriter) {
        writer.integer(page)
        writer.bool(box != nil)
        if let box { for number in [box.x, box.y, box.width, box.height] { writer.double(number) } }
        writer.double(pixelsPerPoint)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        let page = try reader.integer()
        var box: Box?
        if try reader.bool() {
            box = Box(
                x: try reader.double(), y: try reader.double(), width: try reader.double(),
                height: try reader.double())
        }
        self.init(page: page, box: box, pixelsPerPoint: try reader.double())
    }
}

/// The pictures that came back: one for each crop, none where there was nothing to draw.
enum PictureBundle {
    static func encode(_ pictures: [[UInt8]?]) -> [UInt8] {
        var writer = ByteWriter()
        writer.integer(pictures.count)
        for picture in pictures { writer.integer(picture?.count ?? -1) }
        return writer.bytes + pictures.flatMap { $0 ?? [] }
    }

    static func decode(_ bytes: [UInt8]) throws(CodingProblem) -> [[UInt8]?] {
        var reader = ByteReader(bytes)
        var sizes: [Int] = []
        let count = try reader.integer()
        guard count >= 0, count <= bytes.count else { throw reader.problem() }
        for _ in 0..<count { sizes.append(try reader.integer()) }
        var offset = reader.offset
        var pictures: [[UInt8]?] = []
        for size in sizes {
            guard size >= 0 else {
                pictures.append(nil)
                continue
            }
            guard size <= bytes.count - offset else { throw reader.problem() }
            pictures.append(Array(bytes[offset..<offset + size]))
            offset += size
        }
        return pictures
    }
}

extension ReadingService {
    /// Draws, from a document that comes along or came along before.
    mutating func draw(_ request: [UInt8], over connection: WorkerConnection) {
        do throws(CodingProblem) {
            let request = try PictureRequest(request)
            if request.opensDocument {
                guard let document = connection.receiveDocument() else { return }
                opened = nil
                do throws(ReadFailure) {
                    opened = try DocumentPictures(document, settings: request.settings)
                } catch {
                    var writer = ByteWriter()
                    writer.value(error)
                    return connection.send(Frame(.failure, writer.bytes))
                }
            }
            let pictures = request.crops.map { opened?.png($0) }
            connection.send(Frame(.pictures, PictureBundle.encode(pictures)))
        } catch {
            connection.send(Frame(.pictures, PictureBundle.encode([])))
        }
    }
}

extension ConfinedReader {
    /// Parts of a document's pages as PNG files, nil where there is nothing to draw. The document stays open in the
    /// worker: further crops of it are quick.
    ///
    /// - Parameters:
    ///   - document: names the document; another name is another document.
    ///   - content: asked only when the worker does not have the document open.
    public func pictures(
        _ crops: [PageCrop], of document: String, settings: ReadingSettings = ReadingSettings(),
        content: () throws(ReadFailure) -> InputContent
    ) throws(ReadFailure) -> [[UInt8]?] {
        let worker = try readyWorker()
        let isOpen = openDocument == document
        let content = isOpen ? nil : try content()
        let patience = WorkerPatience(with: worker)
        openDocument = nil
        worker.send(.draw, PictureRequest(settings: settings, opensDocument: !isOpen, crops: crops).frame().payload)
        if let content { worker.send(content) }
        while true {
            for event in try events(of: worker, patience) {
                guard case .frame(let frame) = event else { continue }
                if frame.kind == .pictures, let pictures = try? PictureBundle.decode(frame.payload),
                    pictures.count == crops.count
                {
                    openDocument = document
                    return pictures
                }
                if case .failure(let failure) = ReadAnswer(frame) { throw failure }
                throw stopped(worker, ReadFailure(.crashed(signal: 0)))
            }
        }
    }
}
