import Foundation
import GxTestSupport
import Testing

/// Word documents and workbooks.
@Suite struct OfficeFilesTests {
    /// A Word document or workbook of the report in a fixture, written by nobody's library: python3 packs the XML.
    private static func script(_ body: String) -> String {
        """
        import csv, sys, zipfile
        figures = {}
        for row in csv.DictReader(open('figures.csv')):
            figures[row['table'], row['row'], row['column']] = row['value']
        rows = list(csv.DictReader(open('figures.csv')))
        def escape(text): return text.replace('&', '&amp;').replace('<', '&lt;')
        \(body)
        """
    }

    private static let workbook = script(
        """
        names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        def cell(text):
            return f'<c><v>{text}</v></c>' if text.isdigit() else f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        lines = [['table', 'row', 'column', 'value', 'agency', 'year']]
        lines += [[row['table'], row['row'], row['column'], row['value'], row['agency'], row['year']] for row in rows]
        sheet = ''.join('<row>' + ''.join(map(cell, line)) + '</row>' for line in lines)
        with zipfile.ZipFile('report.xlsx', 'w', zipfile.ZIP_DEFLATED) as book:
            book.writestr('xl/workbook.xml', f'<workbook {names} xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>')
            book.writestr('xl/_rels/workbook.xml.rels', '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>')
            book.writestr('xl/worksheets/sheet1.xml', f'<worksheet {names}><sheetData>{sheet}</sheetData></worksheet>')
        """)

    /// Every sum that the document breaks, a workbook of its figures breaks too; nobody can say that they are printed so.
    @Test func aSheetOfFigures() throws {
        let folder = try TemporaryFolder()
        let mistakes = CommandRun.fixture("mistakes.pdf")
        _ = try CommandRun(mistakes, "-o", "figures.csv", in: folder)
        try Self.workbook.write(toFile: folder.path + "/make.py", atomically: true, encoding: .utf8)
        let run = try CommandRun(
            shell: "python3 make.py && gxingest validate report.xlsx --rule applications,disputes -f csv", in: folder)
        #expect(run.code == 1, "\(run.error)")
        let direct = try CommandRun("validate", mistakes, "--rule", "applications,disputes")
        func rules(_ output: String) -> [Substring] {
            output.split(separator: "\n").dropFirst().compactMap {
                $0.split(separator: ",", maxSplits: 5).dropFirst(3).first
            }
        }
        #expect(rules(run.output) == rules(direct.output) && !rules(run.output).isEmpty)
        #expect(run.output.contains("report.xlsx,柏川县人民政府,2022,"))
        #expect(!run.output.contains(",source,"), "\(run.output)")
        // They are checked, and nothing else.
        let read = try CommandRun("report.xlsx", in: folder)
        #expect(read.code == 3 && read.error.contains("gxingest validate"), "\(read.error)")
    }

    /// The tables of the form in a Word document, and in a sheet one below the other.
    @Test(arguments: ["report.docx", "form.xlsx", "form.ods"]) func aFormAsItIsTyped(file: String) throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun(CommandRun.fixture("mistakes.pdf"), "-o", "report.json", in: folder)
        try Self.word.write(toFile: folder.path + "/make.py", atomically: true, encoding: .utf8)
        let run = try CommandRun(
            shell: "python3 make.py && gxingest validate \(file) -f csv --rule applications,disputes", in: folder)
        #expect(run.code == 1, "\(run.error)")
        let direct = try CommandRun("validate", CommandRun.fixture("mistakes.pdf"), "--rule", "applications,disputes")
        func parts(_ output: String) -> [[Substring]] {
            output.split(separator: "\n").dropFirst().map { Array($0.split(separator: ",").dropFirst(1).prefix(4)) }
        }
        #expect(parts(run.output) == parts(direct.output), "\(run.output)\n\(direct.output)")

        // As any other document: its figures, its tables, what is in doubt, and in bulk.
        func values(_ output: String) -> [[Substring]] {
            output.split(separator: "\n").map { Array($0.split(separator: ",", maxSplits: 8)[1...7]) }
        }
        let figures = try CommandRun(file, "-f", "csv", in: folder)
        let printed = try CommandRun(CommandRun.fixture("mistakes.pdf"), "-f", "csv")
        #expect(figures.code == printed.code && values(figures.output) == values(printed.output), "\(figures.error)")
        let tables = try CommandRun("tables", file, "--format", "csv", in: folder)
        #expect(tables.output.contains("行政规范性文件"))
        _ = try CommandRun("review", file, "--report", "open.html", in: folder)
        // The Word document has its sections too, and leaves nothing open.
        #expect(try folder.text("open.html").contains("柏川县人民政府") == (file != "report.docx"))
        _ = try CommandRun("batch", file, "-o", "out", in: folder)
        #expect(values(try folder.text("out/figures.csv")) == values(printed.output))
    }

    /// The tables as they were found, set again as a word processor would.
    private static let word = """
        import json, zipfile
        report = json.load(open('report.json'))
        names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        def escape(text): return text.replace('&', '&amp;').replace('<', '&lt;')
        def paragraph(text): return f'<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
        def table(found):
            covered = {}
            for cell in found['cells']:
                height, width = cell['rowspan'], cell['colspan']
                for row in range(cell['row'], cell['row'] + height):
                    covered[row, cell['column']] = (cell, row > cell['row'], height, width)
            rows = []
            for row in sorted({place[0] for place in covered}):
                cells = ''
                for column in sorted(c for r, c in covered if r == row):
                    cell, goes_on, height, width = covered[row, column]
                    merge = '' if height == 1 else '<w:vMerge/>' if goes_on else '<w:vMerge w:val="restart"/>'
                    text = '' if goes_on else cell['text']
                    cells += f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/>{merge}</w:tcPr>' + ''.join(map(paragraph, text.split(chr(10)))) + '</w:tc>'
                rows.append(f'<w:tr>{cells}</w:tr>')
            return '<w:tbl>' + ''.join(rows) + '</w:tbl>'
        body = paragraph(report['title'])
        tables = list(report['tables'])
        for section in report['sections']:
            body += paragraph(section['heading']) + ''.join(paragraph(p if isinstance(p, str) else p['text']) for p in section['paragraphs'])
        body += ''.join(map(table, tables))
        with zipfile.ZipFile('report.docx', 'w', zipfile.ZIP_DEFLATED) as book:
            book.writestr('word/document.xml', f'<w:document {names}><w:body>{body}</w:body></w:document>')
        def letter(column): return chr(65 + column)
        number, cells, merges = 1, [], []
        def line(text):
            global number
            cells.append(f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c></row>')
            number += 1
        line(report['title'])
        for section in report['sections']:
            line(section['heading'])
        for found in tables:
            height = max(cell['row'] + cell['rowspan'] for cell in found['cells'])
            for row in range(height):
                mine = sorted((cell for cell in found['cells'] if cell['row'] == row), key=lambda cell: cell['column'])
                inside = ''
                for cell in mine:
                    name = letter(cell['column']) + str(number + row)
                    last = letter(cell['column'] + cell['colspan'] - 1) + str(number + row + cell['rowspan'] - 1)
                    if name != last: merges.append(f'<mergeCell ref="{name}:{last}"/>')
                    text = cell['text']
                    inside += f'<c r="{name}"><v>{text}</v></c>' if text.isdigit() else f'<c r="{name}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
                cells.append(f'<row r="{number + row}">{inside}</row>')
            number += height + 1
        def stored(text, more=''):
            kind = f'office:value-type="float" office:value="{text}"' if text.isdigit() else 'office:value-type="string"'
            return f'<table:table-cell {kind}{more}><text:p>{escape(text)}</text:p></table:table-cell>'
        def row(inside): return f'<table:table-row>{inside}</table:table-row>'
        shown = [row(stored(report['title']))] + [row(stored(section['heading'])) for section in report['sections']]
        for found in tables:
            taken, mine = set(), {(cell['row'], cell['column']): cell for cell in found['cells']}
            for cell in found['cells']:
                taken |= {(cell['row'] + y, cell['column'] + x) for y in range(cell['rowspan']) for x in range(cell['colspan'])}
            for y in range(max(place[0] for place in taken) + 1):
                inside = ''
                for x in range(max(place[1] for place in taken) + 1):
                    cell = mine.get((y, x))
                    if cell is None:
                        inside += '<table:covered-table-cell/>' if (y, x) in taken else '<table:table-cell/>'
                    else:
                        span = f' table:number-columns-spanned="{cell["colspan"]}" table:number-rows-spanned="{cell["rowspan"]}"'
                        inside += stored(cell['text'], span)
                shown.append(row(inside))
            shown.append('<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
        names = ' '.join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ('office', 'table', 'text'))
        with zipfile.ZipFile('form.ods', 'w') as book:
            book.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
            book.writestr('content.xml', f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="a">{"".join(shown)}</table:table></office:spreadsheet></office:body></office:document-content>')
        sheets = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        with zipfile.ZipFile('form.xlsx', 'w', zipfile.ZIP_DEFLATED) as book:
            book.writestr('xl/workbook.xml', f'<workbook {sheets} xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>')
            book.writestr('xl/_rels/workbook.xml.rels', '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>')
            book.writestr('xl/worksheets/sheet1.xml', f'<worksheet {sheets}><sheetData>{"".join(cells)}</sheetData><mergeCells>{"".join(merges)}</mergeCells></worksheet>')
        """

    @Test(arguments: [
        // Larger than it has any right to be.
        ("'word/document.xml', b' ' * (65 << 20)", 3, "疑似压缩炸弹"),
        (
            "'word/document.xml', '<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>'", 3,
            "DOCTYPE"
        ),
        ("'word/document.xml', '<a><b></a>'", 3, "XML"),
        ("'word/other.xml', ''", 3, "word/document.xml"),
        (
            "'word/document.xml', '<w:document xmlns:w=\"wordprocessingml\"><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:document>'",
            4, "甲"
        ),
    ])
    func whatCannotBeReadIsSaid(member: String, code: Int32, part: String) throws {
        let run = try CommandRun(
            shell: """
                python3 -c "$(cat <<'END'
                import zipfile
                zipfile.ZipFile('a.docx', 'w', zipfile.ZIP_DEFLATED).writestr(\(member))
                END
                )"
                gxingest validate a.docx
                """)
        #expect(run.code == code, "\(run.error)")
        #expect(run.output == "" && run.error.contains(part), "\(run.error)")
    }

    /// A Word document is a document as any other: its figures, its tables, its findings, and where they stand.
    @Test func aWordDocument() throws {
        let folder = try TemporaryFolder()
        let typed = CommandRun.fixture("typed.docx")
        let figures = try CommandRun(typed, "-f", "csv")
        #expect(figures.code == 0 && figures.error == "", "\(figures.error)")
        #expect(figures.output.contains("applications,refused.internal,natural_person,"))
        let text = try CommandRun(typed, "-f", "text")
        #expect(text.output.contains("三、收到和处理政府信息公开申请情况"))
        let tables = try CommandRun("tables", typed, "--format", "json")
        #expect(tables.output.contains("行政规范性文件"))
        let batch = try CommandRun("batch", typed, "-o", folder.path + "/out")
        #expect(batch.code == 0, "\(batch.error)")
        #expect(try folder.text("out/figures.csv").contains("applications,refused.internal,natural_person,"))
        let page = try CommandRun("review", typed, "--report", folder.path + "/open.html")
        #expect(page.code == 0, "\(page.error)")
    }

    /// The official form, which nobody has filled in.
    @Test func theOfficialFormItself() throws {
        let form =
            (ProcessInfo.processInfo.environment["GX_SHARED"] ?? FixtureDocument.root + "/../shared")
            + "/real/template-30hao.docx"
        guard FileManager.default.fileExists(atPath: form) else { return }
        let run = try CommandRun("validate", form, "-f", "csv")
        #expect(run.code == 1, "\(run.error)")
        #expect(run.output.contains(",form.blank,"), "\(run.output)")
        #expect(!run.output.contains(",error,"), "\(run.output)")
    }
}
