import GxTestSupport
import ReportModel

/// A report as a web page, for tests to break.
struct WebForm {
    struct Square {
        var text: String
        var columns = 1
        var rows = 1
        var id: FigureID?
    }

    typealias Table = [[Square]]

    var disclosure: [Table]
    var applications: [Table]
    var disputes: [Table]
    let values: [FigureID: Int]

    init(_ report: RandomReport) {
        values = report.values
        func square(_ id: FigureID) -> Square { Square(text: report.values[id].map(String.init) ?? "", id: id) }
        func definition(_ table: FormTable) -> FormDefinition { report.forms.definition(of: table) }

        var rows: Table = []
        for block in definition(.disclosure).blocks {
            let width = 3 / block.columns.count
            func wide(_ square: Square) -> Square {
                Square(text: square.text, columns: width, id: square.id)
            }
            rows.append([Square(text: block.label, columns: 4)])
            rows.append([Square(text: "信息内容")] + block.columns.map { wide(Square(text: $0.label)) })
            rows += block.rows.map { row in
                [Square(text: row.label)] + block.columns.map { wide(square(FigureID(.disclosure, row.id, $0.id))) }
            }
        }
        disclosure = [rows]

        let applicants = definition(.applications).blocks[0].columns
        rows = [[Square(text: "", columns: 3)] + applicants.map { Square(text: $0.label) }]
        let all = definition(.applications).rows
        for (index, row) in all.enumerated() {
            var labels: [Square] = []
            for (depth, group) in row.groups.enumerated() {
                func isBelow(_ other: FormRow) -> Bool {
                    other.groups.count > depth && other.groups[depth] == group
                }
                if index == 0 || !isBelow(all[index - 1]) {
                    labels.append(Square(text: group, rows: all[index...].prefix(while: isBelow).count))
                }
            }
            labels.append(Square(text: row.label, columns: 3 - row.groups.count))
            rows.append(labels + applicants.map { square(FigureID(.applications, row.id, $0.id)) })
        }
        applications = [rows]

        let columns = definition(.disputes).blocks[0].columns
        let groups = definition(.disputes).rows
        disputes = [
            [
                groups.map { Square(text: $0.label, columns: 5) },
                groups.flatMap { _ in columns.map { Square(text: $0.label) } },
                groups.flatMap { group in columns.map { square(FigureID(.disputes, group.id, $0.id)) } },
            ]
        ]
    }

    var html: String {
        func text(_ tables: [Table]) -> String {
            tables.map { table in
                let rows = table.map { row in
                    "<tr>"
                        + row.map { "<td colspan=\($0.columns) rowspan=\($0.rows)>\($0.text)</td>" }.joined()
                        + "</tr>"
                }
                return "<table>\(rows.joined(separator: "\n"))</table>"
            }.joined()
        }
        return """
            <h1>河口县水务局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年按要求公开。</p>
            <p>二、主动公开政府信息情况</p>\(text(disclosure))<p>三、收到和处理政府信息公开申请情况</p>\(text(applications))
            <p>四、政府信息公开行政复议、行政诉讼情况</p>\(text(disputes))<p>五、存在的主要问题及改进情况</p><p>继续改进。</p>
            <p>六、其他需要报告的事项</p><p>无。</p>
            """
    }
}
