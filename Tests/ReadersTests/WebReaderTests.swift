import GxTestSupport
import ReportModel
import Testing

@testable import Readers

@Suite struct WebReaderTests {
    static func page(_ html: String) throws -> FlowingDocument { try WebReader.page(of: Array(html.utf8)) }

    static func shown(_ html: String) throws -> [String] { OfficeReaderTests.text(try page(html).layout.blocks) }

    @Test(arguments: [
        ("<p>一、\n  总体<b>情况</b></p>二<br>三", ["一、 总体情况", "二", "三"]),
        ("<div>甲<span>乙</span><div>丙</div>丁</div>", ["甲乙", "丙", "丁"]),
        ("<p>甲&amp;&#20057;&nbsp;丙<p>丁", ["甲&乙\u{A0}丙", "丁"]),
        // What a browser does not show.
        ("<head><title>题</title></head><body>甲<script>'<p>9'</script><style>p{}</style><!-- 8 -->", ["甲"]),
        ("甲<span style='DISPLAY : none'>乙</span><i style=visibility:hidden>丙</i><b hidden>丁</b>", ["甲"]),
        ("甲<i style='font-size:0px'>乙</i><i style='font-size:0.5em'>丙</i>", ["甲丙"]),
        ("<input type=hidden value=1><input value=25><input type=checkbox value=3>件", ["25件"]),
        ("1\u{200B}2\u{AD}3", ["123"]),
        // A menu is no part of the page's text, unless it is a sentence with links in it.
        ("<li><a href=x>某局2021年政府信息公开工作年度报告</a></li><p>见<a>年报</a></p>", ["见年报"]),
        ("<a href=x><h1>某局2022年政府信息公开工作年度报告</h1></a>", ["某局2022年政府信息公开工作年度报告"]),
        ("<pre>一\t二\n三  四</pre>", ["一\t二", "三  四"]),
    ])
    func linesAsABrowserShowsThem(html: String, expected: [String]) throws {
        #expect(try Self.shown(html) == expected)
    }

    // MARK: Web archives

    @Test(arguments: [
        ("quoted-printable", "<p>=E7=94=B2=3D1=\r\n2</p>=  \r\n<p>=\r\n=4G</p>", ["甲=12", "=4G"]),
        ("Base64", "PHA+\r\n55SyPTEy\r\nPC9wPg==", ["甲=12"]), ("8bit", "<p>甲\r\n乙</p>", ["甲 乙"]),
    ])
    func theFirstPageOfAnArchive(encoding: String, body: String, expected: [String]) throws {
        let archive = """
            From: <Saved by Blink>\r
            MIME-Version: 1.0\r
            Content-Type: multipart/related;\r
            \ttype="text/html";\r
            \tboundary="--a--b"\r
            \r
            \r
            ----a--b\r
            Content-Type: multipart/alternative; boundary=c\r
            \r
            --c\r
            Content-Type: text/css\r
            \r
            <p>没有</p>\r
            --c\r
            CONTENT-TYPE: text/html; charset="utf-8"\r
            Content-Transfer-Encoding: \(encoding)\r
            \r
            \(body)\r
            --c--\r
            ----a--b\r
            Content-Type: text/html\r
            \r
            <p>frame</p>\r
            ----a--b--
            """
        let page = try WebReader.page(ofArchive: Array(archive.utf8))
        #expect(OfficeReaderTests.text(page.layout.blocks) == expected)
    }

    /// Cut anywhere, it gives a page, or says that there is none.
    @Test func anArchiveWithoutAPageIsRefused() throws {
        let archive = Array("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n\n=E7".utf8)
        for end in 0...archive.count {
            #expect(
                OfficeReaderTests.failure { _ = try WebReader.page(ofArchive: Array(archive[..<end])) }
                    == .unsupportedKind(.mhtml))
        }
        let alone = Array("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n1=".utf8)
        #expect(try WebReader.page(ofArchive: alone).text.lines == ["1"])
    }

    /// What the article is called comes before the window's title, which names the site as well.
    @Test func aPageHasNamesBesideItsText() throws {
        let page = try Self.page(
            """
            <head><title>某局2023年年报_某市</title><META NAME="ArticleTitle" CONTENT="某局2023年年报"></head>
            <meta name=author content=某人><svg><title>图</title></svg><p>甲
            """)
        #expect(page.layout.names == ["某局2023年年报", "某局2023年年报_某市"])
        #expect(page.text.lines == ["甲"])
    }

    /// A note's mark beside a number, a number that is struck out, a picture in its place: none of them is a figure.
    @Test(arguments: [
        ("12<sup>3</sup>", "12³"), ("12<sub>3</sub>", "12³"),
        ("12<span style='vertical-align: super'>3</span>", "12³"), ("<del>5</del>6", "5\u{336}6"),
        ("<span style='text-decoration:line-through'>15</span>", "1\u{336}5\u{336}"), ("<img src=5.png>", "\u{FFFC}"),
        ("1<br>5", "1\n5"), ("<p>1</p><p>5</p>", "1\n5"), ("<span>1</span><span>5</span>", "15"),
        ("<i style='opacity:0'>5</i><i style='left:-9999px'>5</i><i style=color:transparent>5</i>1", "1"),
        ("1<i style='color: #FFF'>5</i>", "1\u{FFFD}"), ("<bdo dir=rtl>1</bdo>", "\u{FFFD}"),
        ("<script>document.write(5)</script>", "\u{FFFC}"), ("<script>var a = 5</script>1", "1"),
        ("<i class='x gone'>5</i>1", "\u{FFFD}1"), ("1<i id=old>5</i>", "1\u{FFFD}"), ("1<i class=mark>5</i>", "1⁵"),
        ("<i class=first></i>1", "\u{FFFC}1"), ("<i class=paper>1</i>", "1"),
        ("<span>1</span> <span>5</span>", "1 5"), ("<p>&nbsp;</p>", ""),
    ])
    func figuresAreWhatIsSeen(cell: String, expected: String) throws {
        let sheet = """
            /* .paper { display: none } */ @media print { .paper { display: none } }
            .a > i.gone, #old { display: none !important } .mark { vertical-align: super } .first::before { content: "2" }
            """
        let shown = try Self.shown("<style>\(sheet)</style><table><tr><td>甲<td>\(cell)</table>")
        #expect(shown == ["0,0,1x1:甲 0,1,1x1:\(expected)"])
    }

    @Test(arguments: [
        // Unclosed cells and rows.
        ("<tr><td>甲<td>乙<tr><td>丙<td>丁", "0,0,1x1:甲 0,1,1x1:乙 1,0,1x1:丙 1,1,1x1:丁"),
        // A cell from above keeps its place, and one that reaches too far ends with its group.
        ("<tr><td rowspan=2>甲<td>乙<tr><td>丙", "0,0,2x1:甲 0,1,1x1:乙 1,1,1x1:丙"),
        (
            "<thead><tr><td rowspan=9>甲<td>乙</thead><tr><td>丙<td>丁",
            "0,0,1x1:甲 0,1,1x1:乙 1,0,1x1:丙 1,1,1x1:丁"
        ),
        ("<tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁", "0,0,3x1:甲 0,1,1x1:乙 1,1,1x1:丙 2,1,1x1:丁"),
        // Two cells never lie on the same square.
        (
            "<tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁",
            "0,0,1x1:甲 0,1,2x1:乙 1,0,1x1:丙 1,2,1x1:丁"
        ),
        ("<tr><td>甲<td colspan=2>乙<td>丙", "0,0,1x1:甲 0,1,1x2:乙 0,3,1x1:丙"),
        // Rows and cells that are not there, and one that is there and shows nothing.
        ("<tr style='display:none'><td>1<td>2<tr><td>甲<td hidden>乙<td>丙", "0,0,1x1:甲 0,1,1x1:丙"),
        ("<tr><td>甲<td style='visibility:hidden'>乙<td>丙", "0,0,1x1:甲 0,1,1x1: 0,2,1x1:丙"),
    ])
    func cellsStandWhereABrowserPutsThem(rows: String, expected: String) throws {
        #expect(try Self.shown("<table>\(rows)</table>") == [expected])
    }

    @Test func tablesThatLayThePageOutAreNone() throws {
        let page = """
            <table><tr><td><a>首页</a><td><table><tr><td>一、总体情况</table>
            <table><tr><td>规章<td>3</table>六、其他<img src=dot.gif></table>
            """
        #expect(try Self.shown(page) == ["一、总体情况", "0,0,1x1:规章 0,1,1x1:3", "六、其他"])
    }

    /// Every place is one in the page's text: a reviewer is shown the line.
    @Test func placesAreThoseOfTheText() throws {
        let page = try Self.page("<h1>题</h1><li><a>链接</a><table><tr><td>规章<td> <td>12<tr><td>合计</table>")
        #expect(page.text.lines == ["题", "链接", "规章\t\t12", "合计"])
        guard case .line(let line) = page.layout.blocks[0], case .table(let table) = page.layout.blocks[1] else {
            Issue.record("a line and a table")
            return
        }
        #expect(line.place == .text(line: 1, column: 1))
        #expect(
            table.cells.compactMap { $0.parts.first?.outline } == [
                .text(line: 3, column: 1, length: 2), .text(line: 3, column: 4), .text(line: 3, column: 5, length: 2),
                .text(line: 4, column: 1, length: 2),
            ])
        #expect(table.cells[1].parts.first?.ink == nil)
    }

    /// What the page says of its encoding is not believed: many say gb2312 and use more.
    @Test func encodings() throws {
        let gbk: [UInt8] = [0xE9, 0x46]
        let page = try WebReader.page(of: Array("<meta charset=gb2312><p>".utf8) + gbk + [0xB1, 0xA8])
        #expect(page.text.lines == ["镕报"])
        #expect(try Self.shown("<meta charset=gb2312><p>年报") == ["年报"])
        let filler = String(repeating: "公开", count: 100)
        let zeros = try WebReader.page(of: Array("<p>\(filler)\u{0}</p><p>乙</p>".utf8))
        #expect(zeros.text.lines == [filler, "乙"])
    }

    @Test(arguments: [1, 40, 41, 5000])
    func elementsNestedDeeply(depth: Int) throws {
        let blocks = String(repeating: "<div>", count: depth)
        #expect(try Self.shown(blocks + "甲") == ["甲"])
        let tables = String(repeating: "<table><tr><td>", count: depth)
        if depth > 40 {
            #expect(OfficeReaderTests.failure { _ = try Self.page(tables + "甲") } == .damaged)
        } else {
            #expect(try Self.shown(tables + "甲") == ["甲"])
        }
    }

    @Test func aPageLargerThanAnybodyWrites() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 40 << 20 + 1)
        #expect(OfficeReaderTests.failure { _ = try WebReader.page(of: bytes) } == .overLimit)
    }
}
