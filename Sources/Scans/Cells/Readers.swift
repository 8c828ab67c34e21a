public import ReportModel

/// Reads digits off a crop.
public protocol FigureReader {
    /// As in `Alternative.reader`.
    var name: String { get }
    func read(_ crop: InkCrop) -> FigureReadout
}

/// Reads Chinese text off a crop.
public protocol TextReader {
    /// - Parameter scale: what the crop is to be enlarged or reduced by before it is read; the answer is in its own
    ///   pixels all the same.
    func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol]
    /// Another page begins.
    func forget()
    /// What has kept it from reading.
    var failure: ReadFailure? { get }
}

extension TextReader {
    public func forget() {}
    public var failure: ReadFailure? { nil }
}

public enum TextMode: String, Sendable {
    case character, line, block, page
}

/// One character of text, in pixels of its crop.
public struct TextSymbol: Sendable, Hashable {
    public var text: String
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int
    public var confidence: Double
    public var startsLine: Bool

    public init(
        text: String, x: Int, y: Int, width: Int, height: Int, confidence: Double, startsLine: Bool
    ) {
        self.text = text
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.confidence = confidence
        self.startsLine = startsLine
    }
}

/// Our own network.
public struct NetworkReader: FigureReader {
    public let name = "network"

    public init() {}

    public func read(_ crop: InkCrop) -> FigureReadout {
        guard let (ink, width) = crop.normalised() else { return FigureReadout(text: "", confidence: 0) }
        return DigitDecoder.readout(DigitNetwork.trained.probabilities(ink: ink, width: width))
    }
}
