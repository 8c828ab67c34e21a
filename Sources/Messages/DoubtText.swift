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
        "figure.broken": LocalisedText(chinese: "数字中间换行", english: "a line break among the digits"),
        "figure.claimed-twice": LocalisedText(chinese: "两个格子都像是这一项", english: "two cells claim this place"),
        "figure.grouping": LocalisedText(chinese: "千位分隔不合规则", english: "thousands are grouped wrongly"),
        "figure.shared": LocalisedText(chinese: "同一个数被读进了两格", english: "one number was read into two places"),
        "figure.several": LocalisedText(chinese: "格子里有几个数", english: "several numbers in the cell"),
        "figure.spaced": LocalisedText(chinese: "数字中间有空格", english: "spaces among the digits"),
        "figure.text-before": LocalisedText(chinese: "数字前面有文字", english: "text before the number"),
        "figure.unreadable": LocalisedText(chinese: "不是数字", english: "no number"),
        "ink.faint": LocalisedText(chinese: "字迹太淡", english: "faint ink"),
        "ink.without-text": LocalisedText(chinese: "格子里有笔迹，但没有文字", english: "something is drawn, but no text is there"),
        "label.contradicts-place": LocalisedText(
            chinese: "行名或列名与位置不符", english: "the label and the place disagree"),
        "label.none": LocalisedText(chinese: "没有行名或列名，只能按位置", english: "placed without a label"),
        "label.repeated": LocalisedText(chinese: "行名或列名重复", english: "the label occurs twice"),
        "reading.count": LocalisedText(chinese: "字数与笔迹不符", english: "the count of characters does not fit the ink"),
        "reading.disagree": LocalisedText(chinese: "几种识别结果不一致", english: "the readers disagree"),
        "reading.second": LocalisedText(
            chinese: "按表格读与按文字读不一致", english: "read as a grid and as lines of text, it differs"),
        "reading.text": LocalisedText(chinese: "识别出的不是数字", english: "what was recognised is no number"),
        "reading.unsure": LocalisedText(chinese: "识别把握不足", english: "the readers are not sure"),
        "review.disputed": LocalisedText(chinese: "核对人意见不一", english: "reviewers disagree"),
        "row.stray-figures": LocalisedText(chinese: "行外还有数字", english: "stray figures beside the row"),
        "sum.broken": LocalisedText(chinese: "勾稽关系不成立", english: "a sum does not hold"),
        "text.hidden-layer": LocalisedText(
            chinese: "来自图像下的隐藏文字", english: "from hidden text below a picture"),
    ]
}
