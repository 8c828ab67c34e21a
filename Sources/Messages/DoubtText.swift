public import ReportModel

/// Why a figure is in doubt, in words.
public enum DoubtText {
    /// A key that is not known here stands for itself.
    public static func of(_ key: String) -> LocalisedText {
        texts[key] ?? LocalisedText(chinese: key, english: key)
    }

    /// Keys that have words.
    public static var keys: [String] { texts.keys.sorted() }

    private static let texts: [String: LocalisedText] = [
        "column.place-only": LocalisedText(chinese: "没有列名，只能按位置", english: "a column known by its place only"),
        "column.unnamed": LocalisedText(chinese: "没有读到列名", english: "the column's header was not read"),
        "figure.beside-broken": LocalisedText(
            chinese: "上一行或下一行的数字断开了，可能与它相连", english: "its digits may go on in the broken figure beside it"),
        "figure.beside-spaced": LocalisedText(
            chinese: "空着，而旁边一格有几段数字", english: "blank beside a cell with several runs of digits"),
        "figure.broken": LocalisedText(chinese: "数字中间换行", english: "a line break among the digits"),
        "figure.claimed-twice": LocalisedText(chinese: "两个格子都像是这一项", english: "two cells claim this place"),
        "figure.grouping": LocalisedText(chinese: "千位分隔不合规则", english: "thousands are grouped wrongly"),
        "figure.numbering": LocalisedText(chinese: "像是标签的序号", english: "it looks like a label's number"),
        "figure.several": LocalisedText(chinese: "格子里有几个数", english: "several numbers in the cell"),
        "figure.shared": LocalisedText(chinese: "同一个数被读进了两格", english: "one number was read into two places"),
        "figure.spaced": LocalisedText(chinese: "数字中间有空格", english: "spaces among the digits"),
        "figure.letters": LocalisedText(
            chinese: "数字旁边有字母或符号，可能是数字", english: "letters or signs beside the number that may be digits of it"),
        "figure.text-before": LocalisedText(chinese: "数字前面有文字", english: "text before the number"),
        "figure.unreadable": LocalisedText(chinese: "不是数字", english: "no number"),
        "ink.beside": LocalisedText(
            chinese: "旁边连着别的笔迹", english: "other ink right beside it may hold a digit of it"),
        "ink.coloured-around": LocalisedText(
            chinese: "数字清晰，但有印章或彩色笔迹压住或紧挨，旁边可能有数字被盖住",
            english: "its digits are clear, but a seal or coloured ink lies over or beside it and may hide others"),
        "ink.coloured": LocalisedText(chinese: "有印章或彩色笔迹压在上面", english: "a seal or coloured ink lies over it"),
        "ink.faint": LocalisedText(chinese: "字迹太淡", english: "faint ink"),
        "ink.no-room": LocalisedText(chinese: "格子太小，看不出是否空白", english: "too small a cell to see whether it is blank"),
        "ink.without-text": LocalisedText(chinese: "格子里有笔迹，但没有文字", english: "something is drawn, but no text is there"),
        "label.contradicts-place": LocalisedText(chinese: "行名或列名与位置不符", english: "the label and the place disagree"),
        "label.misplaced": LocalisedText(chinese: "行名不在应在的位置", english: "the label stands out of its place"),
        "label.missing": LocalisedText(chinese: "没有读到行名", english: "the label was not read"),
        "label.none": LocalisedText(chinese: "没有行名或列名，只能按位置", english: "placed without a label"),
        "label.repeated": LocalisedText(chinese: "行名或列名重复", english: "the label occurs twice"),
        "row.ragged": LocalisedText(
            chinese: "这一行的格数与别的行不同，可能错位",
            english: "the row has more or fewer cells than the others: they may be shifted"),
        "placement.sums": LocalisedText(
            chinese: "多处勾稽关系不成立，整行可能错位", english: "so many sums fail that rows may be misplaced"),
        "reading.chosen-by-sums": LocalisedText(chinese: "几种读法中由勾稽关系选出", english: "chosen among readings by the sums"),
        "reading.count": LocalisedText(chinese: "字数与笔迹不符", english: "the count of characters does not fit the ink"),
        "reading.disagree": LocalisedText(chinese: "几种识别结果不一致", english: "the readers disagree"),
        "reading.none": LocalisedText(chinese: "没有识别出来", english: "nothing was recognised"),
        "reading.second": LocalisedText(
            chinese: "按表格读与按文字读不一致", english: "read as a grid and as lines of text, it differs"),
        "reading.several": LocalisedText(chinese: "有几种可能的读法", english: "several readings are possible"),
        "reading.sign": LocalisedText(
            chinese: "前面是否有负号不能确定", english: "whether a minus sign stands before it is not certain"),
        "reading.text": LocalisedText(chinese: "识别出的不是数字", english: "what was recognised is no number"),
        "reading.unsure": LocalisedText(chinese: "识别把握不足", english: "the readers are not sure"),
        "review.disputed": LocalisedText(chinese: "核对人意见不一", english: "reviewers disagree"),
        "row.between-labels": LocalisedText(chinese: "数字在两行的行名之间", english: "the figures stand between two labels"),
        "row.irregular": LocalisedText(chinese: "这一行的格数与别的行不同", english: "the row has other cells than its neighbours"),
        "row.repeated": LocalisedText(chinese: "这一行出现了两次", english: "the row occurs twice"),
        "row.stray-figures": LocalisedText(chinese: "行外还有数字", english: "stray figures beside the row"),
        "row.too-many-figures": LocalisedText(chinese: "这一行的数字多于列数", english: "the row has more figures than columns"),
        "segmentation.ambiguous": LocalisedText(
            chinese: "数字连在一起，有几种断法", english: "the digits run together and can be parted in several ways"),
        "sum.broken": LocalisedText(chinese: "勾稽关系不成立", english: "a sum does not hold"),
        "text.covered": LocalisedText(
            chinese: "文字被遮盖，页面上看到的可能不是它", english: "the text was painted over; what one sees may differ"),
        "text.hidden-layer": LocalisedText(chinese: "来自图像下的隐藏文字", english: "from hidden text below a picture"),
    ]
}
