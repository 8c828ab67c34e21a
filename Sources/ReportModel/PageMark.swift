/// Something to be drawn over the picture of a page, so that people see what the program saw.
public struct PageMark: Sendable, Hashable {
    public enum Shape: Sendable, Hashable {
        /// A box without width or height is a line.
        case outline
        case fill
        /// Written small at the box's top left corner.
        case text(String)
    }

    /// 0 to 1 each.
    public struct Colour: Sendable, Hashable {
        public var red: Double
        public var green: Double
        public var blue: Double
        public var opacity: Double

        public init(_ red: Double, _ green: Double, _ blue: Double, opacity: Double = 1) {
            self.red = red
            self.green = green
            self.blue = blue
            self.opacity = opacity
        }
    }

    public var shape: Shape
    public var box: Box
    public var colour: Colour

    public init(_ shape: Shape, _ box: Box, _ colour: Colour) {
        self.shape = shape
        self.box = box
        self.colour = colour
    }
}
