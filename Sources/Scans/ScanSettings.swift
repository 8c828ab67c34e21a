/// The tuned numbers of the scan reader, all in one place. Lengths are in ems: the height of the page's own Chinese
/// characters, unless said otherwise.
public struct ScanSettings: Sendable {
    /// Shortest stroke that can be part of a ruling. Below it lie the strokes of characters.
    public var shortestStroke = 1.25
    /// Breaks in a stroke up to twice this are closed before it is measured.
    public var strokeGap = 0.025
    /// How far beside a ruling paper is looked for, and the share of places there that may have ink: characters stand
    /// further off, the strokes of characters have more (low100, mild200-back).
    public var sideDistance = 0.1
    public var sideInk = 0.14
    /// Of a stroke with at least so many stretches of this length, in ems, a fifth may lie under something else: the star of
    /// a seal, the letters of a stamp (seal-full).
    public var blotStretch = 2.0
    public var blottedStroke = 10
    /// A stroke shorter than this, in ems, whose middle is off the way between its ends by this share of its length, and by
    /// so many ems, belongs to a ring (seal-full).
    public var bentStroke = 12.0
    public var bend = 0.04
    public var leastBend = 0.15
    /// The edge of a stamp laid askew climbs by this more, or falls, than the longer lines beside it; in so many ems.
    public var slant = 0.06
    public var slantLength = 3.0
    /// A long stroke down the page may have this much where others end as it does: in narrow columns the characters of
    /// heads fill the width between two rulings (hard150-full).
    public var sideInkDown = 0.3
    /// Without an unbroken stroke of this length a line is one only where both its ends meet others.
    public var longStroke = 2.8
    /// Rulings are darker than this, of 230 for paper.
    public var rulingGrey = 195
    /// A side of a cell is there when more than this share of it is.
    public var drawnShare = 0.3
    /// Thickest ruling, in points; what is thicker is an area or a shadow.
    public var thickestRuling = 5.0
    /// Two pieces of one line may be this far off each other.
    public var lineOffset = 0.22
    /// A gap in a line is closed up to this length even where nothing says so.
    public var smallGap = 0.6
    /// A line can be lost under a seal for this long: as far as it runs along the ring (seal-horizontal).
    public var coveredGap = 6.0
    /// An end of a line this near to a crossing line belongs to it.
    public var reach = 0.55
    /// Skew below this, in degrees, is left alone: turning blurs.
    public var smallSkew = 0.12
    /// Ink lower than this is no digit and no Chinese character, but a point, a stroke or dirt.
    public var characterHeight = 0.38
    /// A break in a character's stroke, from top to bottom, is closed where it is lower than this (fax-outer).
    public var brokenStroke = 0.12
    /// Ink smaller than this is dirt.
    public var speck = 0.07
    /// A cell that looks blank has faint ink where the mean of a stroke's width is darker than this, of 230 for paper.
    public var faintGrey = 206
    /// Heights of a character, in pixels, at which labels are read, one after the other until one of the form's is found.
    public var labelHeights = [38.0, 30]
    /// A label this similar in the form's own characters needs no transcribing.
    public var knownSimilarity = 0.8
    /// A character that leads the next likeliest by less may be either.
    public var characterLead: Float = 20
    /// A label this similar needs no second reading.
    public var labelSimilarity = 0.7
    /// Of a label longer than this, in ems, no more than its beginning is read, where that tells it from all others.
    public var longLabel = 10.0
    public var labelBeginning = 7.3
    /// No label is longer, in ems.
    public var longestLabel = 42.0
    /// What takes more room, in square ems, and has less ink than one piece in so many of them, is no text.
    public var largestLabel = 300.0
    public var sparseness = 6.0
    /// A line of which every character is this sure has been read.
    public var clearText = 0.9
    /// How sure the reader of Chinese text has to be of a 无 that stands alone.
    public var noneConfidence = 0.85
    /// Ink is at least this much darker than paper, of 230 for paper.
    public var inkDepth = 48
    /// Ink this much paler than the page's characters is none of theirs (seal-gray), where there is more of it than this,
    /// in square ems.
    public var paleDepth = 45
    public var paleArea = 1.5
    /// A reading with more coloured ink than this in its place, as a share, may have lost a part with the colour.
    public var colouredShare = 0.01
    /// More ink than this right beside a figure, in rows of an em, may be a digit of it that hangs on something else
    /// (hard150-none).
    public var inkBeside = 0.3
    /// The room of a digit, of a figure's height: the stem of a 1 stands in its middle (seal-head).
    public var digitRoom = 0.75
    /// Digits of one figure stand no further apart (seal-none).
    public var digitGap = 0.25
    /// A wider gap parts two runs of text in one line.
    public var runGap = 0.75
    /// Pieces further off one another's middle stand in different lines.
    public var lineDrift = 0.48
    /// A gap up to this with a sign in it parts nothing: “三安全一稳定” (clean300-unruled).
    public var bridgedGap = 1.35
    /// Nor does one up to this behind 一 or 二, though KaiTi, whose ems are low, leaves more white around 、 (clean300-none).
    public var numeralGap = 1.6
    /// Nor does one up to this beside a bracket, which fills half of its square.
    public var bracketGap = 1.0
    /// A gap wider than this in two lines one below the other parts two columns (mild200-none).
    public var seamGap = 0.38
    /// Digits of one figure stand nearer to each other (seal-horizontal).
    public var figureGap = 0.8
    /// Paper of two tones, shrunk by so many pixels, is darker than this only where its dots stand for a grey.
    public var screenTile = 8.0
    public var screenedPaper = 247
    /// How often such dots are spread over their neighbours: screens that repeat after four pixels vanish.
    public var screenPasses = 3
    /// A page shrunk by so many pixels, of which less than this share is light, is white on black.
    public var negativeTile = 16.0
    public var lightestNegative = 0.1
    /// The grey of paper made white.
    public var whitePaper = 230
    /// Where the darkest of a page, this share of it, is darker than paper by less than the one, it is made as dark as the
    /// other.
    public var leastPrint = 0.002
    public var faintPrint = 90
    public var usualPrint = 150
    /// Resolution a picture without one is taken to have.
    public var assumedResolution = 200.0
    /// In dots per inch: a page of two tones that is coarser can lose a minus, as a fax does (fax-none).
    public var resolutionOfSigns = 220.0
    /// A page is rendered between these resolutions, in dots per inch.
    public var resolutions = 150.0...400.0

    public init() {}
}
