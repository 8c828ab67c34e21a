import GxTestSupport
import ReportModel
import Testing

@testable import Readers

@Suite struct OfficeReaderTests {
    static let wordNames = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    static let sheetNames =
        #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#
        + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#

    static func word(_ body: String, before: String = "", styles: String = "") -> [UInt8] {
        StoredZip.bytes([
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/styles.xml", Array("<w:styles \(wordNames)>\(styles)</w:styles>".utf8)),
            (
                "word/document.xml",
                Array("\(before)<w:document \(wordNames)><w:body>\(body)</w:body></w:document>".utf8)
            ),
        ])
    }

    static func text(_ blocks: [DocumentLayout.Block]) -> [String] {
        blocks.map { block in
            switch block {
            case .line(let line): line.text
            case .table(let table):
                table.cells.map { "\($0.row),\($0.column),\($0.rowSpan)x\($0.columnSpan):\($0.text)" }
                    .joined(separator: " ")
            }
        }
    }

    static func failure(_ body: () throws -> Void) -> ReadFailure.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? ReadFailure)?.code
        }
    }

    // MARK: Word

    /// What is computed within a field, written small above, moved up, white or in a box over the cell is no digit of
    /// the number in it.
    @Test(arguments: [
        ("{begin}{begin}{separate}[44]{end}{separate}[12]{end}", "12"), ("{begin}{end}", "\u{FFFC}"),
        ("<w:r><w:ruby><w:rt>[3]</w:rt><w:rubyBase>[12]</w:rubyBase></w:ruby></w:r>", "12"),
        (#"[12]<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>2</w:t></w:r>"#, "12²"),
        (#"<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>12</w:t></w:r>"#, "12"),
        (#"<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>9</w:t></w:r>[12]"#, "\u{FFFD}12"),
        ("[12]<w:r><w:pict><w:txbxContent><w:p>[7]</w:p></w:txbxContent></w:pict></w:r>", "12\u{FFFC}"),
        ("[12]<w:r><w:pict><w:txbxContent><w:p>[甲]</w:p></w:txbxContent></w:pict></w:r>", "12"),
        (#"<w:r><w:rPr><w:rStyle w:val="Gone"/></w:rPr><w:t>9</w:t></w:r>[12]"#, "12"),
        (#"[12]<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:t>9</w:t></w:r>"#, "12⁹"),
    ])
    func figuresInCellsAreWhatIsSeen(cell: String, expected: String) throws {
        var content = cell.replacing("[", with: "<w:r><w:t>").replacing("]", with: "</w:t></w:r>")
        for part in ["begin", "separate", "end"] {
            content = content.replacing("{\(part)}", with: #"<w:r><w:fldChar w:fldCharType="\#(part)"/></w:r>"#)
        }
        let styles = """
            <w:style w:styleId="Old"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Gone"><w:basedOn
            w:val="Old"/></w:style><w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
            """
        let table = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p>\(content)</w:p></w:tc></w:tr></w:tbl>"
        let blocks = try WordReader.document(of: Self.word(table, styles: styles)).layout.blocks
        #expect(Self.text(blocks) == ["0,0,1x1: 0,1,1x1:\(expected)"])
    }

    @Test(arguments: [
        ("<w:p><w:r><w:t>一、</w:t></w:r><w:r><w:t>总体情况</w:t></w:r></w:p>", ["一、总体情况"]),
        ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", ["甲", "乙"]),
        ("<w:p><w:r><w:t>&lt;甲&amp;乙&#x4E19;</w:t></w:r></w:p>", ["<甲&乙丙"]),
        // A change that is marked: the new number stands, the old one is gone.
        (
            "<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>8</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>9</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>7</w:t></w:r></w:moveFrom></w:p>",
            ["共9"]
        ),
        // Hidden, and shown after all.
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>9</w:t></w:r></w:p>", ["9"]),
        (#"<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>8</w:t></w:r></w:p>"#, ["8"]),
        // The mark of a note is no digit of the number before it, and what is struck out is no number.
        (
            #"<w:p><w:r><w:t>29</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>"#
                + #"<w:r><w:rPr><w:vertAlign w:val="baseline"/></w:rPr><w:t>4</w:t></w:r></w:p>"#,
            ["29¹4"]
        ),
        (
            "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>2</w:t></w:r>"
                + #"<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>03</w:t></w:r></w:p>"#,
            ["7\u{336}2\u{336}03"]
        ),
        // Fields show what they came to, not how.
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>", ["3"]),
        // A box of text stands elsewhere; drawings repeat it for old programs.
        (
            #"<w:p><mc:AlternateContent xmlns:mc="m"><mc:Fallback><w:r><w:t>8</w:t></w:r></mc:Fallback>"#
                + "</mc:AlternateContent><w:r><w:txbxContent><w:p><w:r><w:t>7</w:t></w:r></w:p></w:txbxContent>"
                + "<w:t>9</w:t></w:r></w:p>",
            ["9"]
        ),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>年度报告</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["年度报告"]),
    ])
    func textAsItIsPrinted(body: String, expected: [String]) throws {
        #expect(Self.text(try WordReader.document(of: Self.word(body)).layout.blocks) == expected)
    }

    @Test func mergedCellsSpanWhatTheyCover() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
        }
        let rows = [
            cell("甲", #"<w:vMerge w:val="restart"/>"#) + cell("乙", #"<w:gridSpan w:val="2"/>"#),
            cell("", "<w:vMerge/>") + cell("丙") + cell("丁"),
            #"<w:trPr><w:del/></w:trPr>"# + cell("x") + cell("y") + cell("z"),
            #"<w:trPr><w:gridBefore w:val="1"/></w:trPr>"# + cell("戊") + cell("己"),
        ]
        let body = "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
        #expect(
            Self.text(try WordReader.document(of: Self.word(body)).layout.blocks)
                == ["0,0,2x1:甲 0,1,1x2:乙 1,1,1x1:丙 1,2,1x1:丁 2,1,1x1:戊 2,2,1x1:己"])
    }

    /// A figure that is no text is none that is left blank; what floats over the page belongs to no cell.
    @Test(arguments: [
        (#"<w:r><w:sym w:font="Symbol" w:char="F033"/></w:r>"#, "\u{FFFC}"), ("<w:r><w:object/></w:r>", "\u{FFFC}"),
        (#"<w:r><w:drawing><wp:inline xmlns:wp="d"/></w:drawing></w:r>"#, "\u{FFFC}"),
        (#"<w:r><w:drawing><wp:anchor xmlns:wp="d"/></w:drawing></w:r>"#, ""),
        (#"<m:oMath xmlns:m="m"><m:r><m:t>3</m:t></m:r></m:oMath>"#, "\u{FFFC}"),
    ])
    func picturesAndFormulasAreNoBlanks(content: String, expected: String) throws {
        let row = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p>\(content)</w:p></w:tc>"
        let body = "<w:p>\(content)</w:p><w:tbl><w:tr>\(row)</w:tr></w:tbl>"
        #expect(
            Self.text(try WordReader.document(of: Self.word(body)).layout.blocks).last
                == "0,0,1x1:甲 0,1,1x1:\(expected)")
        #expect(Self.text(try WordReader.document(of: Self.word("<w:p>\(content)</w:p>")).layout.blocks).isEmpty)
    }

    /// A page that a table lays out holds lines and tables one below the other, and so does a frame around text.
    @Test func tablesThatHoldTablesAreNone() throws {
        func text(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
        func table(_ cells: String...) -> String {
            "<w:tbl><w:tr>" + cells.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr></w:tbl>"
        }
        let body = table(text("左"), text("上") + table(text("甲"), text("乙")) + text("下")) + table(text("框"))
        let document = try WordReader.document(of: Self.word(body))
        #expect(Self.text(document.layout.blocks) == ["左", "上", "0,0,1x1:甲 0,1,1x1:乙", "下", "框"])
        #expect(document.text.lines == ["左", "上", "甲\t乙", "下", "框"])
        let places = document.layout.blocks.compactMap { if case .table(let table) = $0 { table.cells } else { nil } }
        #expect(places.joined().map { $0.parts[0].outline.box.x } == [1, 3])
        #expect(places.joined().map { $0.parts[0].outline.box.y } == [3, 3])
        let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 60)
        #expect(Self.failure { _ = try WordReader.document(of: Self.word(deep)) } == .damaged)
    }

    // MARK: Workbooks

    static func workbook(_ sheets: [String], strings: [String] = [], states: [String] = []) -> [UInt8] {
        let names = sheets.indices.map { index in
            #"<sheet name="s\#(index)" sheetId="\#(index + 9)" r:id="rId\#(index)" \#(states.indices.contains(index) ? states[index] : "")/>"#
        }
        let relations = sheets.indices.map {
            #"<Relationship Id="rId\#($0)" Target="worksheets/sheet\#($0).xml"/>"#
        }
        var members: [(String, [UInt8])] = [
            ("xl/workbook.xml", Array("<workbook \(sheetNames)><sheets>\(names.joined())</sheets></workbook>".utf8)),
            ("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations.joined())</Relationships>".utf8)),
            (
                "xl/sharedStrings.xml",
                Array("<sst \(sheetNames)>\(strings.map { "<si>\($0)</si>" }.joined())</sst>".utf8)
            ),
        ]
        for (index, sheet) in sheets.enumerated() {
            members.append(
                ("xl/worksheets/sheet\(index).xml", Array("<worksheet \(sheetNames)>\(sheet)</worksheet>".utf8)))
        }
        return StoredZip.bytes(members)
    }

    @Test func valuesAsTheyAreStored() throws {
        let sheet = """
            <sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2"><v>12</v></c><c r="E2"><f>A1+1</f><v>3</v></c>\
            <c r="F2"><f>A1+1</f></c><c r="G2" t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c>\
            <c r="H2" t="str"><f>B2</f><v>丁</v></c></row><row><c><v>7</v></c></row></sheetData>\
            <mergeCells><mergeCell ref="B2:C4"/></mergeCells>
            """
        let strings = ["<t>x</t>", "<r><t>甲</t></r><rPh><t>jia</t></rPh>"]
        let sheets = try WorkbookReader.sheets(of: Self.workbook([sheet], strings: strings))
        #expect(sheets.map(\.name) == ["s0"])
        #expect(sheets[0].rows.map(\.number) == [2, 3])
        #expect(sheets[0].rows[0].cells == [1: "甲", 3: "12", 4: "3", 5: "=…", 6: "乙丙", 7: "丁"])
        #expect(sheets[0].rows[1].cells == [0: "7"])
        #expect(sheets[0].merges.first?.rows == 2...4 && sheets[0].merges.first?.columns == 1...2)
    }

    @Test func hiddenSheetsAreNotShown() throws {
        let row = "<sheetData><row><c><v>1</v></c></row></sheetData>"
        let states = [#"state="hidden""#, #"state="veryHidden""#, #"state="visible""#]
        let sheets = try WorkbookReader.sheets(of: Self.workbook([row, row, row, row], states: states))
        #expect(sheets.map(\.name) == ["s2", "s3"])
    }

    /// Each row has a line of its own, by its number; what stands alone in a row is a line of text if it reads as one.
    @Test func sheetsAreOneDocument() throws {
        func cell(_ name: String, _ text: String) -> String {
            #"<c r="\#(name)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
        }
        let form = """
            <sheetData><row r="1">\(cell("A1", "某局2023年政府信息公开工作年度报告\n一、总体情况"))</row>\
            <row r="3">\(cell("A3", "甲"))\(cell("B3", "12"))</row><row r="5">\(cell("B5", "乙"))</row></sheetData>\
            <mergeCells><mergeCell ref="A3:A4"/></mergeCells>
            """
        let far = "<sheetData><row r=\"9999\">\(cell("A9999", "远。"))</row></sheetData>"
        let second = "<sheetData><row r=\"2\">\(cell("A2", "丙。"))</row></sheetData>"
        let sheets = try WorkbookReader.sheets(of: Self.workbook([form, far, second]))
        let document = FlowingDocument(sheets, encoding: "XLSX")
        #expect(
            document.text.lines == ["某局2023年政府信息公开工作年度报告 一、总体情况", "", "甲\t12", "", "\t乙", "", "丙。"])
        #expect(
            Self.text(document.layout.blocks)
                == ["某局2023年政府信息公开工作年度报告", "一、总体情况", "0,0,1x1:甲 0,1,1x1:12 1,0,1x1: 1,1,1x1:乙", "丙。"])
        let lines = document.layout.blocks.compactMap { if case .line(let line) = $0 { line.place.box } else { nil } }
        #expect(lines.map(\.y) == [1, 1, 7] && lines.map(\.x) == [1, 21, 1])
    }

    static func spreadsheet(_ body: String, manifest: String? = nil) -> [UInt8] {
        let names = ["office", "style", "table", "text", "draw"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }.joined(separator: " ")
        var members: [(String, [UInt8])] = [
            ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
            ("content.xml", Array("<office:document-content \(names)>\(body)</office:document-content>".utf8)),
        ]
        if let manifest { members.append(("META-INF/manifest.xml", Array(manifest.utf8))) }
        return StoredZip.bytes(members)
    }

    @Test func spreadsheetsAsTheyAreShown() throws {
        let file = Self.spreadsheet(
            """
            <office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>\
            <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>\
            <table:tracked-changes><table:table-cell office:value-type="float" office:value="9"/></table:tracked-changes>\
            <table:table table:name="a" table:style-name="ta1"><table:shapes><draw:frame><text:p>x</text:p></draw:frame></table:shapes>\
            <table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/>\
            </table:table-row></table:table-header-rows>\
            <table:table-row><table:table-cell/>\
            <table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="3">\
            <office:annotation><text:p>note</text:p></office:annotation><text:p>甲<text:s/><text:span>乙</text:span></text:p><text:p>丙</text:p>\
            </table:table-cell><table:covered-table-cell/>\
            <table:table-cell office:value-type="float" office:value="8642.3500000000004"><text:p>8,642</text:p></table:table-cell>\
            <table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/>\
            <table:table-cell table:formula="of:=[.A1]"/><table:table-cell office:value-type="string"/></table:table-row>\
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="5"/></table:table-row>\
            <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>\
            </table:table><table:table table:name="b" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" \
            office:value="1"/></table:table-row></table:table>
            """)
        let sheets = try SpreadsheetReader.sheets(of: file)
        #expect(sheets.map(\.name) == ["a"])
        #expect(sheets[0].rows.map(\.number) == [3, 4, 5])
        #expect(sheets[0].rows[0].cells == [1: "甲 乙\n丙", 3: "8642.35", 4: "7", 5: "7", 6: "=…"])
        #expect(sheets[0].rows[1].cells == [0: "5"] && sheets[0].rows[2].cells == [0: "5"])
        #expect(sheets[0].merges.first?.rows == 3...5 && sheets[0].merges.first?.columns == 1...2)
        #expect(DocumentKind(sniffing: file) == .ods)
    }

    @Test func spreadsheetsThatCannotBeRead() {
        let locked = Self.spreadsheet("", manifest: "<m><file-entry><encryption-data/></file-entry></m>")
        #expect(Self.failure { _ = try SpreadsheetReader.sheets(of: locked) } == .encrypted)
        let cell =
            #"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#
        let desert = Self.spreadsheet(
            #"<table:table><table:table-row table:number-rows-repeated="1048576">\#(cell)</table:table-row></table:table>"#
        )
        #expect(Self.failure { _ = try SpreadsheetReader.sheets(of: desert) } == .overLimit)
        let endless = Self.spreadsheet(
            String(repeating: #"<table:table-row table:number-rows-repeated="9223372036854775807"/>"#, count: 3))
        #expect(Self.failure { _ = try SpreadsheetReader.sheets(of: endless) } == nil)
        #expect(Self.failure { _ = try SpreadsheetReader.sheets(of: Self.spreadsheet("<table:table>")) } == .damaged)
    }

    @Test(arguments: [
        ("0", "0"), ("12", "12"), ("-3", "-3"), ("8642.3500000000004", "8642.35"), ("0.30000000000000004", "0.3"),
        ("1.5E3", "1500"), ("1.2845600000000001E5", "128456"), ("5E-2", "0.05"),
        ("999999999999999.9", "1000000000000000"),
        ("1e400", "1e400"), ("1e-9223372036854775808", "1e-9223372036854775808"), ("", ""), ("#REF!", "#REF!"),
        ("NaN", "NaN"), ("1.50", "1.5"), ("-0.1", "-0.1"),
        ("00", "0"),
    ])
    func numbersWithoutTheirNoise(stored: String, shown: String) { #expect(StoredNumber.plain(stored) == shown) }

    @Test(arguments: [
        ("A1", 1, 0), ("Z10", 10, 25), ("AA3", 3, 26), ("$B$2", 2, 1), ("XFD1048576", 1_048_576, 16383),
    ])
    func cellsAreNamedByColumnAndRow(name: String, row: Int, column: Int) {
        #expect(CellName.place(name)?.row == row && CellName.place(name)?.column == column)
    }

    @Test(arguments: ["", "A", "1", "1A", "A0", "ZZZZ1", "A99999999999999999999", "a1"])
    func whatIsNoCell(name: String) { #expect(CellName.place(name) == nil) }

    @Test func aSheetOfFiguresIsCSV() {
        func row(_ number: Int, _ cells: [String]) -> Sheet.Row {
            Sheet.Row(number: number, cells: Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0, $1) }))
        }
        let sheet = Sheet(
            name: "",
            rows: [row(2, ["table", "row", "column", "value"]), row(4, ["a,b", "c\"d", "x", "1\n2"])], merges: [])
        #expect(sheet.figures == ["", "table,row,column,value", "", "\"a,b\",\"c\"\"d\",x,1 2"])
        #expect(Sheet(name: "", rows: [row(1, ["table", "row", "value"])], merges: []).figures == nil)
        // Titles above the names of the columns, which may be Chinese.
        let titled = Sheet(
            name: "", rows: [row(1, ["政府信息公开数据"]), row(3, ["表名", "项目", "栏目", "数值"]), row(4, ["x", "y", "z", "7"])],
            merges: [])
        #expect(titled.figures == ["", "", "表名,项目,栏目,数值", "x,y,z,7"])
    }

    // MARK: What is refused

    @Test func entitiesAreNotExpanded() {
        let bomb = #"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>"#
        let outside = #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#
        for before in [bomb, outside] {
            let file = Self.word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", before: before)
            #expect(Self.failure { _ = try WordReader.document(of: file) } == .damaged)
        }
    }

    @Test func sizesAreBounded() {
        let large = [UInt8](repeating: UInt8(ascii: " "), count: OfficePackage.sizeLimit + 1)
        let file = StoredZip.bytes([("word/document.xml", large)])
        #expect(Self.failure { _ = try WordReader.document(of: file) } == .bomb)
        let many = (0...OfficePackage.countLimit).map { (name: "word/\($0)", content: [UInt8]()) }
        #expect(Self.failure { _ = try WordReader.document(of: StoredZip.bytes(many)) } == .bomb)
    }

    @Test func brokenFilesAreDamaged() {
        let broken = [
            StoredZip.bytes([("word/other.xml", [])]), Self.word("<w:p>"), Self.word("<w:p></w:tbl>"),
            Self.word(String(repeating: "<w:p>", count: 100_000)),
            StoredZip.bytes([("word/document.xml", [0xFF, 0xFE, 0, 1])]),
            StoredZip.bytes([("word/document.xml", []), ("word/document.xml", [])]),
        ]
        for file in broken { #expect(Self.failure { _ = try WordReader.document(of: file) } == .damaged) }
        let sheet = #"<sheetData><row><c t="s"><v>9</v></c></row></sheetData>"#
        #expect(Self.failure { _ = try WorkbookReader.sheets(of: Self.workbook([sheet])) } == .damaged)
    }

    /// Any bytes give a layout or our own error.
    @Test func damagedBytesAreNoCrash() {
        var generator = SeededGenerator(seed: 11)
        let whole = Self.word("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
        let book = Self.workbook(["<sheetData><row><c><v>1</v></c></row></sheetData>"])
        for _ in 0..<300 {
            for var file in [whole, book] {
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    let index = Int.random(in: file.indices, using: &generator)
                    file[index] = UInt8.random(in: 0...255, using: &generator)
                }
                _ = Self.failure { _ = try WordReader.document(of: file) }
                _ = Self.failure { _ = try WorkbookReader.sheets(of: file) }
            }
        }
    }
}
