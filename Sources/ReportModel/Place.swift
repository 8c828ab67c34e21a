/// Where something stands in the document that was read.
///
/// In a paged document `page` counts from 1 and `box` is in points. In a text file `page` is nil, `box.y` the line
/// and `box.x` the column, both from 1 and counted in characters.
public struct Place: Sendable, Hashable {
    public var page: Int?
    public var box: Box

    public init(page: Int?, box: Box) {
        self.page = page
        self.box = box
    }

    /// A place in a text file.
    public static func text(line: Int, column: Int, length: Int = 1) -> Place {
        Place(page: nil, box: Box(x: Double(column), y: Double(line), width: Double(length), height: 1))
    }
}

/// How a reading was come by.
public enum ReadingMethod: String, Sendable, Hashable, CaseIterable {
    /// The document's own text layer.
    case text
    /// Read off the picture.
    case ocr
    /// A text file somebody once took out of a document.
    case dump
    /// A person.
    case review
}
