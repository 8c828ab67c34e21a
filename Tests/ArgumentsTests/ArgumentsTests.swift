import Arguments
import ReportModel
import Testing

private func text(_ english: String) -> LocalisedText { LocalisedText(chinese: "译：\(english)", english: english) }

private enum Shade: String, CaseIterable, Sendable {
    case light, dark
}

private let verbose = Flag("verbose", letter: "v", help: text("say more"))
private let quick = Flag("quick", letter: "k", help: text("be quick"))
private let shade = Option<Shade>(choice: "shade", letter: "s", placeholder: "SHADE", help: text("how light it is"))
private let count = Option<Int>(number: "count", placeholder: "N", in: 1...9, help: text("how many"))
private let ignore = Option(text: "ignore", placeholder: "RULE", repeats: true, help: text("leave out"))

private let program = ProgramDefinition(
    name: "gx", summary: text("does things"),
    commands: [
        CommandDefinition(
            name: "paint", summary: text("paint files"), operands: .files,
            options: [shade.definition, count.definition, quick.definition]),
        CommandDefinition(
            name: "rules", summary: text("list rules"), operands: Operands("RULE", count: 0...1, completion: .nothing),
            options: [ignore.definition]),
    ], commonOptions: [verbose.definition])

@Suite struct ParsingTests {
    @Test func optionsAnywhere() throws {
        let parsed = try program.parse(["-v", "a", "--shade=dark", "b", "--count", "3", "-", "--", "--shade", "-x"])
        #expect(parsed.command == nil)
        #expect(parsed.operands == ["a", "b", "-", "--shade", "-x"])
        #expect(parsed[shade] == .dark && parsed[count] == 3 && parsed[verbose] && !parsed[quick])
    }

    @Test(arguments: [["-sdark"], ["-s", "dark"], ["-s=dark"], ["-vksdark"]])
    func shortOptions(line: [String]) throws {
        #expect(try program.parse(line)[shade] == .dark)
    }

    @Test func commandIsTheFirstOperandOnly() throws {
        #expect(try program.parse(["-v", "rules", "x"]).command == "rules")
        #expect(try program.parse(["x", "rules"]).command == nil)
        #expect(try program.parse(["--", "rules"]).operands == ["rules"])
    }

    @Test func repeatedOptions() throws {
        let parsed = try program.parse(["rules", "--ignore", "a", "--ignore=b"])
        #expect(parsed.all(ignore) == ["a", "b"])
        #expect(try program.parse(["-sdark", "-sdark"])[shade] == .dark)
    }

    @Test(arguments: [
        (["--shde", "dark"], UsageProblem.unknownOption("--shde", command: nil, suggestion: "--shade")),
        (["-shade"], .invalidValue("-s", value: "hade", expectation: expectation, suggestion: nil)),
        (["-z"], .unknownOption("-z", command: nil, suggestion: nil)),
        (["-verbose"], .unknownOption("-e", command: nil, suggestion: "--verbose")),
        (["rules", "--shade", "dark"], .unknownOption("--shade", command: "rules", suggestion: nil)),
        (["--shade", "dark", "rules"], .unknownOption("--shade", command: "rules", suggestion: nil)),
        (["--shade"], .missingValue("--shade", placeholder: "SHADE", expectation: expectation)),
        (["--shade", "--count", "3"], .missingValue("--shade", placeholder: "SHADE", expectation: expectation)),
        (["--shade", "drak"], .invalidValue("--shade", value: "drak", expectation: expectation, suggestion: "dark")),
        (["--verbose=1"], .unexpectedValue("--verbose", value: "1")),
        (["-sdark", "-slight"], .givenTwice("-s", first: "dark", second: "light")),
    ])
    func problems(line: [String], problem: UsageProblem) {
        #expect(#expect(throws: UsageProblem.self) { try program.parse(line) } == problem)
    }

    static let expectation = LocalisedText(chinese: "可用的值：light、dark", english: "it takes one of: light, dark")

    @Test(arguments: ["0", "10", "-1", "1.0", "x", "99999999999999999999"])
    func numbersWithinBounds(value: String) {
        #expect(throws: UsageProblem.self) { try program.parse(["--count=\(value)"]) }
    }

    @Test func operandCounts() throws {
        #expect(throws: UsageProblem.missingOperand("FILE", command: nil)) {
            try program.checkOperands(of: program.parse([]))
        }
        #expect(throws: UsageProblem.extraOperand("b", command: "rules")) {
            try program.checkOperands(of: program.parse(["rules", "a", "b"]))
        }
    }

    @Test func readsPastProblemsWhenAsked() {
        let parsed = program.parseLeniently(["--nonsense", "rules", "-v"])
        #expect(parsed[verbose] && parsed.command == "rules")
    }

    @Test(arguments: [
        UsageProblem.unknownOption("--x", command: "rules", suggestion: "--y"),
        .unknownOption("--x", command: nil, suggestion: nil),
        .missingValue("--x", placeholder: "N", expectation: text("it takes a path")),
        .unexpectedValue("--x", value: "1"),
        .invalidValue("--x", value: "1", expectation: text("it takes a path"), suggestion: "2"),
        .givenTwice("--x", first: "1", second: "2"), .missingOperand("FILE", command: nil),
        .missingOperand("FILE", command: "rules"), .extraOperand("a", command: "rules"),
        .conflict(text("a and b"), remedy: text("take one")),
    ])
    func everyProblemHasWordsAndARemedy(problem: UsageProblem) {
        for language in Language.allCases {
            #expect(!problem.message[language].isEmpty)
            #expect(!problem.remedy(program: "gx")[language].isEmpty)
        }
    }
}

@Suite struct SpellingTests {
    @Test(arguments: [
        ("fromat", "format"), ("formt", "format"), ("out", "output"), ("lnag", "lang"), ("pages", "pages"),
        ("Format", "format"),
    ])
    func finds(word: String, meant: String) {
        #expect(Spelling.nearest(to: word, among: ["format", "output", "lang", "pages"]) == meant)
    }

    @Test(arguments: ["x", "", "colour", "zzzzzz", "report.pdf"])
    func findsNothing(word: String) {
        #expect(Spelling.nearest(to: word, among: ["format", "output", "lang", "pages"]) == nil)
    }
}

@Suite struct HelpTests {
    @Test func everythingIsThere() {
        let help = HelpText(program, language: .english, width: 80).ofProgram()
        for part in [
            "does things", "Usage: gx FILE… [OPTIONS]", "paint files", "list rules", "-s, --shade SHADE", "--count N",
            "-v, --verbose",
        ] {
            #expect(help.contains(part), "\(part)")
        }
        #expect(!help.contains("--ignore"))
        #expect(
            HelpText(program, language: .english, width: 80).of(program.commands[1]).contains(
                "Usage: gx rules [RULE] [OPTIONS]"))
        #expect(HelpText(program, language: .chinese, width: 80).ofProgram().contains("译：how light it is"))
    }

    @Test func completionsKnowEveryOptionAndCommand() {
        for shell in Completions.Shell.allCases {
            let script = Completions.script(for: shell, of: program, language: .english)
            for word in ["shade", "count", "ignore", "verbose", "rules", "paint", "light", "dark"] {
                #expect(script.contains(word), "\(shell) \(word)")
            }
        }
    }
}
