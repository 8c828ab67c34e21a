/// A rectangle of PDF user space: y grows upwards.
public typealias UserSpaceRectangle = (x0: Double, y0: Double, x1: Double, y1: Double)

/// A page's content and the boxes that place it.
public struct QpdfPage: Sendable {
    /// All content streams, decoded and joined; nil where they are damaged.
    public var content: [UInt8]?
    public var mediaBox: UserSpaceRectangle
    public var cropBox: UserSpaceRectangle
    /// `/Rotate`, as it stands.
    public var rotation: Int
    public var xObjects: [String: QpdfXObject]
    public var transparentStates: Set<String>
    public var mappedFonts: [String: MappedFont]
}

/// What a name in `/XObject` stands for.
public enum QpdfXObject: Sendable {
    /// Opaque: it hides what was drawn before. Its size is in pixels.
    case image(isOpaque: Bool, width: Int, height: Int)
    case form(XObjectID)
}

public struct XObjectID: Sendable, Hashable {
    var number: Int32
    var generation: Int32
}

/// A font whose codes are numbers of a collection of characters, the same one under every name that pages give it: what
/// they are, and how to draw them where the file brings no shapes, only tables outside of the file say.
public struct MappedFont: Sendable, Hashable {
    var number: Int32
}

/// A piece of content that pages show by name.
public struct QpdfForm: Sendable {
    public var content: [UInt8]?
    /// Six numbers.
    public var matrix: [Double]
    public var boundingBox: UserSpaceRectangle?
    public var xObjects: [String: QpdfXObject]
    public var transparentStates: Set<String>
    public var mappedFonts: [String: MappedFont]
}
