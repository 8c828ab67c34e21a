import GxTestSupport
import Testing
import Validation

@Suite struct ValidateTests {
    let mistakes = CommandRun.fixture("mistakes.pdf")

    @Test func findingsAsTheContractHasThem() throws {
        let run = try CommandRun("validate", mistakes)
        #expect(run.code == 1)
        #expect(run.error == "")
        let lines = run.output.split(separator: "\n")
        #expect(
            lines.first
                == "source,agency,year,rule,severity,verdict,message,expected,found,figures,fingerprint,dismissed"
        )
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(mistakes + ",柏川县人民政府,2022,") })
        #expect(lines.contains { $0.contains(",applications.row,error,source,") })
        #expect(try CommandRun("validate", CommandRun.fixture("example.pdf")).code == 0)
    }

    /// Our own figures and JSON give the sums' findings that the document gives.
    @Test(arguments: ["csv", "json"]) func figuresReadBefore(format: String) throws {
        let folder = try TemporaryFolder()
        let rules = ["--rule", "applications,disputes"]
        _ = try CommandRun(mistakes, "-o", "figures.\(format)", in: folder)
        let again = try CommandRun("validate", "figures.\(format)", rules[0], rules[1], in: folder)
        #expect(again.code == 1)
        #expect(try again.output == CommandRun("validate", mistakes, rules[0], rules[1]).output)
    }

    @Test func figuresFromElsewhere() throws {
        let text =
            "table,row,column,value\ndisputes,reconsideration,upheld,3\ndisputes,reconsideration,total,4\n"
            + "disputes,reconsideration,corrected,2\n"
        let run = try CommandRun("validate", "-", "--rule", "disputes", input: Array(text.utf8))
        #expect(run.code == 1)
        // Nobody can say that it is printed so.
        #expect(run.output.contains("-,,,disputes.group,error,open,"), "\(run.output)")
    }

    @Test(arguments: [
        ("printf 'table,row,column,value\\nx,y,z,1\\n' | gxingest validate -", 3, "第 2 行：表式中没有 x/y/z"),
        ("printf 'no fingerprint' > d; gxingest validate x --dismissed d", 3, "d：第 1 行"),
        ("gxingest validate x --dismissed none", 3, "none：没有这个文件"),
        ("gxingest validate x --rule prose.fees", 2, "规则名见 gxingest rules"),
        ("gxingest validate x --dismiss 0123456789abcdef", 2, "要一起给出"),
        ("gxingest validate x --dismiss 0123", 2, "16 位十六进制数"),
        ("mkdir d; echo x > d/y; gxingest validate d", 4, "文件夹里没有报告"),
        ("gxingest rules applications.rows", 2, "是不是 applications.row？"),
    ])
    func whatIsWrongIsSaid(line: String, code: Int32, part: String) throws {
        let run = try CommandRun(shell: line)
        #expect(run.code == code)
        #expect(run.output == "")
        #expect(run.error.contains(part), "\(run.error)")
    }

    @Test func rulesAreChosen() throws {
        let some = try CommandRun("validate", mistakes, "--rule", "applications", "--ignore", "applications.row")
        #expect(some.output.contains(",applications.balance,"))
        #expect(!some.output.contains(",applications.row,"))
        let none = try CommandRun("validate", mistakes, "--rule", "form.order")
        #expect(none.output.split(separator: "\n").count == 1)
        #expect(none.code == 0)
    }

    @Test func aFindingIsDismissedWithItsReason() throws {
        let folder = try TemporaryFolder()
        let rules = "--rule disputes"
        let figures =
            "table,row,column,value\ndisputes,reconsideration,upheld,3\ndisputes,reconsideration,total,4\n"
            + ["corrected", "other", "pending"].map { "disputes,reconsideration,\($0),0\n" }.joined()
        try folder.write(Array(figures.utf8), to: "f.csv")
        let first = try CommandRun(shell: "gxingest validate f.csv \(rules)", in: folder)
        let fingerprint = try #require(first.output.split(separator: "\n")[1].split(separator: ",").last)
        let wrong = try CommandRun(
            shell: "gxingest validate f.csv --dismissed d.txt --dismiss 0123456789abcdef --reason x", in: folder)
        #expect(wrong.code == 2 && wrong.error.contains("未作记录"))
        #expect(folder.files == ["f.csv"])
        let dismissing = try CommandRun(
            shell: "gxingest validate f.csv \(rules) --dismissed d.txt --dismiss \(fingerprint) --reason '已核实，见函'",
            in: folder)
        #expect(dismissing.output.contains(",\(fingerprint),已核实，见函\n"), "\(dismissing.output) \(dismissing.error)")
        #expect(try folder.text("d.txt") == "# disputes.group\n\(fingerprint) 已核实，见函\n")
        let again = try CommandRun(
            shell: "gxingest validate f.csv \(rules) --dismissed d.txt -f summary", in: folder)
        #expect(again.output.contains("已排除 1") && again.output.contains("理由：已核实，见函"))
    }

    @Test func foldersAreReadWhole() throws {
        let folder = try TemporaryFolder()
        let line =
            "mkdir -p a/b; cp '\(mistakes)' a/b/2.pdf; cp '\(CommandRun.fixture("example.pdf"))' a/1.pdf; "
            + "echo note > a/note.txt; cp a/1.pdf a/.hidden.pdf; gxingest validate a -f summary"
        let run = try CommandRun(shell: line, in: folder)
        #expect(run.code == 1)
        let one = try #require(run.output.range(of: "a/1.pdf"))
        let two = try #require(run.output.range(of: "a/b/2.pdf"))
        #expect(one.lowerBound < two.lowerBound)
        #expect(!run.output.contains(".hidden"))
        #expect(run.error == "a：跳过了 1 个不是报告的文件\n")
    }

    @Test func yearsAreCompared() throws {
        let folder = try TemporaryFolder()
        for (year, over) in [(2022, 1), (2023, 4)] {
            let text =
                "agency,year,table,row,column,value\n"
                + "青溪县水务局,\(year),applications,carried_over,total,\(over)\n"
                + "青溪县水务局,\(year),applications,carried_forward,total,3\n"
            try folder.write(Array(text.utf8), to: "\(year).csv")
        }
        let run = try CommandRun("validate", "--series", ".", "--rule", "series", in: folder)
        let lines = run.output.split(separator: "\n").dropFirst()
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("./2023.csv,青溪县水务局,2023,series.carried,warning,open,") == true, "\(run.output)")
        let json = try CommandRun("validate", "--series", "2023.csv", "2022.csv", "-f", "json", in: folder)
        #expect(json.output.contains("\"rule\":\"series.carried\"") && json.code == 1)
        #expect(try !CommandRun("validate", "2023.csv", "2022.csv", in: folder).output.contains("series.carried"))
    }

    @Test func everyRuleIsListedAndExplained() throws {
        let list = try CommandRun("rules")
        #expect(list.code == 0)
        let names = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names == RuleRegistry.rules.map(\.id))
        for rule in RuleRegistry.rules {
            #expect(rule.explanation.chinese.joined().contains("处理办法"), "\(rule.id)")
            #expect(rule.explanation.english.last?.hasPrefix("What settles it") == true, "\(rule.id)")
        }
        let one = try CommandRun("rules", "form.unit", "--lang", "en")
        #expect(one.output.contains("What settles it: look at the cell, and divide by the unit that is printed."))
    }
}
