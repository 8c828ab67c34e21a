/// What speaks against reading a head in some way: a heading in the middle of its columns and of its row costs nothing,
/// an em beside it costs 1.
struct HeadCosts: Sendable {
    /// A heading of several columns, and a column beside it that has none.
    var spanner = 0.2
    var uncovered = 0.15
    /// A heading that nothing but another one of its columns stands below; in one column it is rather its first line.
    var onlyOne = 1.0
    var stacked = 1.5
    /// A heading of several columns as close above another one as the lines of one are: no further than so many ems, nor
    /// than so many times what any two lines of the head are apart (unruled-writer-any11 of seed 115).
    var tight = 0.25
    var tightPitch = 1.3
    var tightest = 1.1
    /// A blank column within a heading's.
    var blank = 0.1
    /// A column that a heading has besides its own without any below it, and where its text reaches over all of them.
    var wideLeaf = 0.7
    var ownWideLeaf = 0.2
    /// A column that a text reaches over without being its heading.
    var overhang = 2.0
    /// A text beside another one on its line in one column, in several and over the labels.
    var beside = 0.2
    var besideInWide = 0.5
    var besideInStub = 2.0
    /// A heading's next line.
    var line = 0.2
    /// One further down than this many times its height, and each em of that: unruled-writer-any50 of seed 130.
    var pitch = 1.55
    /// The same of words: gazette-033 of seed 11.
    var pitchOfWords = 1.75
    var farLine = 0.5
    var farther = 2.0
    var otherSize = 2.0
    var otherFont = 0.5
    /// One that is longer by a character (so many ems): text is broken where there is no more room.
    var longer = 0.8
    var character = 0.9
    /// A line that is so much wider than the room in its column: partly-chromium-any10 of seed 109.
    var noRoom = 1.5
    var roomSlack = 0.3
    /// A line that would have found room on the one above it.
    var room = 0.3
    /// A rule between the lines.
    var ruled = 3.0
    /// Lines that are neither flush nor centred within so much cost what is more, and no more than this.
    var shift = 0.3
    var mostShift = 3.0
    /// Headings side by side are on one height within this.
    var height = 0.3
    /// Headings that are not in the middle of their cells' height, or of their columns.
    var otherStyle = 0.4
    var flush = 1.5
    /// A rule below a heading that has other columns.
    var otherRule = 3.0
    /// What stands over all columns may be so far from their middle.
    var wholeShift = 1.2
    var whole = 0.2
    /// A text above the head that is none of it, a title perhaps: partly-reportlab-any58 of seed 104.
    var title = 1.0
    /// In ems. Texts are on one line, and on one height, within so much; a heading below another one is further down.
    var sameLine = 0.4
    var sameLevel = 0.02
    var sameHeight = 0.15
    var nextHeading = 0.55
    /// In ems: sizes of letters that are another heading's, and the room that one more word takes.
    var otherSizeSlack = 0.25
    var wordRoom = 0.5
    /// A rule as wide as so much of the table is the whole head's; a text within so many ems of the line above it shares it.
    var wholeRule = 0.9
    var sharedRule = 0.5
    /// Columns³ × heights² of a head whose trees are weighed; in a larger one each column has its own heading.
    var treeLimit = 5_000_000
}
