import ReportModel
import Testing

@testable import Export

@Suite struct TablesTests {
    private let tables = [
        Table(
            construction: .ruled, places: [Place(page: 2, box: Box(x: 10, y: 20, width: 100.126, height: 40))],
            rowCount: 2, columnCount: 2,
            cells: [
                Cell(
                    row: 0, column: 0, columnSpan: 2, text: "甲 \"A\" | <b>\n乙",
                    parts: [
                        CellPart(
                            outline: Place(page: 2, box: Box(x: 10, y: 20, width: 100, height: 20)), ink: nil, text: "")
                    ],
                    isHeader: true),
                Cell(row: 1, column: 1, text: "1,5", parts: []),
            ], confidence: 0.5)
    ]

    @Test func writesJSON() {
        #expect(
            TablesJSON.text(tables) == """
                {"schema":"gxingest.tables","tables":[{"box":[10,20,100.13,40],"cells":[\
                {"box":[10,20,100,20],"colspan":2,"column":0,"header":true,"page":2,"row":0,"rowspan":1,\
                "text":"甲 \\"A\\" | <b>\\n乙"},\
                {"box":null,"colspan":1,"column":1,"header":false,"page":null,"row":1,"rowspan":1,"text":"1,5"}],\
                "columns":2,"confidence":0.5,"construction":"ruled","page":2,"rows":2}],"version":1}

                """)
    }

    @Test func writesCSV() {
        #expect(TablesCSV.text(tables) == "\"甲 \"\"A\"\" | <b>\n乙\",\n,\"1,5\"\n")
        #expect(TablesCSV.text(tables + tables).contains("\"1,5\"\n\n\"甲"))
    }

    @Test func writesMarkdown() {
        #expect(TablesMarkdown.text(tables) == "| 甲 \"A\" \\| \\<b><br>乙 |  |\n| --- | --- |\n|  | 1,5 |\n")
    }

    @Test func writesHTMLWithSpans() {
        let html = TablesHTML.text(tables)
        #expect(html.contains("<tr><th colspan=\"2\">甲 &quot;A&quot; | &lt;b&gt;<br>乙</th></tr>"))
        #expect(html.contains("<tr><td></td><td>1,5</td></tr>"))
    }
}
