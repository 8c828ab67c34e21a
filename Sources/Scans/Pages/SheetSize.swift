/// What size of paper a page can have.
public enum SheetSize {
    /// No sheet of a report is broader than one of A2, few are shorter than one of B5.
    private static let broadest = 1300.0
    private static let shortest = 650.0
    /// What is longer by so much for its breadth was cut out of a sheet.
    private static let longestShape = 2.5
    private static let a4 = (width: 595.0, height: 842.0)

    /// Points of the page, by the resolution that its file tells, to a point of the sheet that it is taken for.
    public static func scale(width: Double, height: Double) -> Double {
        let (short, long) = (min(width, height), max(width, height))
        guard short > 0, long.isFinite else { return 1 }
        if short > broadest { return short / a4.width }
        return long < shortest && long < longestShape * short ? long / a4.height : 1
    }
}
