import ReportModel
import Testing

@testable import Forms

@Suite struct FigureTextTests {
    @Test(arguments: [
        ("0", "0"), ("12", "12"), (" 7 ", "7"), ("１２３", "123"), ("1,234", "1234"), ("1，234，567", "1234567"),

        ("12345678", "12345678"), ("-18", "-18"), ("－18", "-18"), ("+1036", "1036"), ("0.05", "0.05"),
        ("22（其中修订16件）", "22"), ("22 (其中修订 16 件)", "22"), ("251000元", "251000"), ("0.5万元", "0.5"),
        ("12.345678", "12.345678"), ("3件", "3"), ("零", "0"),
    ])
    func clearFigures(_ text: String, _ value: String) {
        let reading = FigureText(text)
        #expect(reading.content == .amount(Amount(ascii: value) ?? -1))
        #expect(reading.doubts.isEmpty)
    }

    @Test(arguments: ["", "  ", "\n", "\u{3000}"])
    func blanks(_ text: String) { #expect(FigureText(text).content == .blank) }

    @Test(arguments: ["/", "／", "—", "——", "－", "-", "无", "\\", " / "])
    func marks(_ text: String) { #expect(FigureText(text).content == .mark) }

    @Test(arguments: ["abc", "见附件", "（无）", "●", "|", "O", "\"", "####", "?"])
    func wordsAreNoFigures(_ text: String) { #expect(FigureText(text).content == .unreadable) }

    @Test(arguments: [
        ("1.2万", "1.2", FigureText.severalNumbers), ("3千件", "3", FigureText.severalNumbers),
        ("9056\n6", "90566", FigureText.lineBreakInDigits), ("44，\n714", "44714", FigureText.lineBreakInDigits),
        ("1 2", "12", FigureText.spaceInDigits),
        ("3件5件", "3", FigureText.severalNumbers), ("约12", "12", FigureText.leadingText),
        ("12,34", "1234", FigureText.wrongGrouping), ("3/5", "3", FigureText.severalNumbers),
        ("23O", "23", FigureText.likeDigits), ("1 l", "1", FigureText.likeDigits), ("2○", "2", FigureText.likeDigits),
        ("5|", "5", FigureText.likeDigits), ("|1", "1", FigureText.likeDigits), ("2口", "2", FigureText.likeDigits),
        ("5\u{336}", "5", FigureText.likeDigits),
        ("5\u{E123}", "5", FigureText.likeDigits), ("1\u{FFFC}", "1", FigureText.likeDigits),
        ("01", "1", FigureText.severalNumbers), ("-065", "-65", FigureText.severalNumbers),
    ])
    func doubtfulFigures(_ text: String, _ value: String, _ doubt: String) {
        let reading = FigureText(text)
        #expect(reading.content == .amount(Amount(ascii: value) ?? -1))
        #expect(reading.doubts.contains(doubt))
    }

    @Test func aLabelIsNoFigure() {
        func cell(_ text: String) -> Cell { Cell(row: 0, column: 0, text: text, parts: []) }
        for text in ["2.重复申请", "2.其他法律行", "一、本年新收", "3.其他", "本年制发件数"] {
            #expect(!cell(text).isFigureLike, "\(text)")
        }
        for text in ["5", "/", "无", "22（其中修订16件）", "251000元"] { #expect(cell(text).isFigureLike, "\(text)") }
    }
}
