public import ReportModel

/// A report with made-up figures that keep the form's sums, before it is printed in any layout.
public struct DumpSample: Sendable {
    public enum Size: Sendable, CaseIterable {
        case nearlyZero, small, large
    }

    /// What stands where others print 0.
    public enum Nothing: Sendable, CaseIterable {
        case zeros, someBlank, allBlank, marks, blankTotals
    }

    public struct Style: Sendable {
        public var size = Size.small
        public var nothing = Nothing.zeros
        /// Figures that are printed wrong, against the sums.
        public var misprints = 0
        /// Notes and units inside cells.
        public var hasNotes = false

        public init() {}
    }

    public var agency = "青榆市教育局"
    public var year: Int
    public var forms: FormVersions
    /// What is printed in each cell.
    public var printed: [FigureID: String]

    public init(
        forms: FormVersions, style: Style = Style(), using generator: inout some RandomNumberGenerator
    ) {
        self.forms = forms
        year = forms.applications == .form2021 ? Int.random(in: 2021...2024, using: &generator) : 2020
        var counts = Self.applications(forms, style.size, &generator)
        counts.merge(Self.disputes(forms, style.size, &generator)) { $1 }
        counts.merge(Self.disclosure(forms, style.size, &generator)) { $1 }
        for _ in 0..<style.misprints {
            guard let id = forms.figures.filter({ $0.table != .disclosure }).randomElement(using: &generator) else {
                break
            }
            counts[id, default: 0] += Int.random(in: 1...9, using: &generator)
        }
        printed = [:]
        for id in forms.figures {
            printed[id] = Self.printed(counts[id] ?? 0, id, style, &generator)
        }
        if style.nothing == .blankTotals {
            for id in forms.figures where id.table == .applications && id.column == "total" { printed[id] = "" }
        }
    }

    /// A report that was read, to be printed again.
    public init(_ report: Report) {
        forms = report.forms
        year = report.year ?? 2021
        agency = report.agency
        printed = Dictionary(
            report.figures.map { ($0.id, $0.printed.replacing("\n", with: "")) }, uniquingKeysWith: { $1 })
    }

    /// What offices print in a cell that has nothing to say; a bare - could be a sign where figures have one.
    private static let marks = ["/", "—", "无"]

    /// The truth as the contract wants it: digits alone, empty for blank cells and marks.
    public func value(_ id: FigureID) -> String {
        let text = printed[id] ?? ""
        if Self.marks.contains(text) { return "" }
        let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" || $0 == "," }
        return number.filter { $0 != "," }
    }

    private static func count(_ size: Size, _ generator: inout some RandomNumberGenerator) -> Int {
        switch size {
        case .nearlyZero: Int.random(in: 0..<40, using: &generator) == 0 ? Int.random(in: 1...30, using: &generator) : 0
        case .small: Int.random(in: 0..<3, using: &generator) == 0 ? Int.random(in: 1...15, using: &generator) : 0
        case .large:
            [
                0, 0, Int.random(in: 0...9, using: &generator), Int.random(in: 0...60, using: &generator),
                Int.random(in: 0...900, using: &generator),
            ].randomElement(using: &generator) ?? 0
        }
    }

    private static func applications(
        _ forms: FormVersions, _ size: Size, _ generator: inout some RandomNumberGenerator
    ) -> [FigureID: Int] {
        let definition = forms.definition(of: .applications)
        let columns = definition.blocks.flatMap(\.columns).map(\.id).filter { $0 != "total" }
        let outside: Set = ["new", "carried_over", "total", "carried_forward"]
        var counts: [FigureID: Int] = [:]
        func add(_ row: String, _ column: String, _ count: Int) {
            counts[FigureID(.applications, row, column), default: 0] += count
            counts[FigureID(.applications, row, "total"), default: 0] += count
        }
        for column in columns {
            // Offices get most of their requests from people.
            var handled = 0
            for row in definition.rows.map(\.id) where !outside.contains(row) {
                let value =
                    column == "natural_person" || Int.random(in: 0..<3, using: &generator) == 0
                    ? count(size, &generator) : 0
                add(row, column, value)
                handled += value
            }
            add("total", column, handled)
            let forward = count(size, &generator) / 2
            add("carried_forward", column, forward)
            let carried = handled + forward == 0 ? 0 : Int.random(in: 0...min(handled + forward, 9), using: &generator)
            add("carried_over", column, carried)
            add("new", column, handled + forward - carried)
        }
        return counts
    }

    private static func disputes(
        _ forms: FormVersions, _ size: Size, _ generator: inout some RandomNumberGenerator
    ) -> [FigureID: Int] {
        var counts: [FigureID: Int] = [:]
        for row in forms.definition(of: .disputes).rows.map(\.id) {
            for column in ["upheld", "corrected", "other", "pending"] {
                let value = count(size, &generator)
                counts[FigureID(.disputes, row, column)] = value
                counts[FigureID(.disputes, row, "total"), default: 0] += value
            }
        }
        return counts
    }

    private static func disclosure(
        _ forms: FormVersions, _ size: Size, _ generator: inout some RandomNumberGenerator
    ) -> [FigureID: Int] {
        var counts: [FigureID: Int] = [:]
        for id in forms.definition(of: .disclosure).figures {
            let factor = ["licensing", "penalty", "fees"].contains(id.row) && size != .nearlyZero ? 997 : 1
            counts[id] = count(size, &generator) * factor
        }
        return counts
    }

    private static func printed(
        _ count: Int, _ id: FigureID, _ style: Style, _ generator: inout some RandomNumberGenerator
    ) -> String {
        if count == 0 {
            switch style.nothing {
            case .zeros, .blankTotals: return "0"
            case .someBlank: return Int.random(in: 0..<4, using: &generator) == 0 ? "" : "0"
            case .allBlank: return ""
            case .marks:
                return Int.random(in: 0..<4, using: &generator) == 0
                    ? marks.randomElement(using: &generator) ?? "/" : "0"
            }
        }
        if style.hasNotes, id.table == .disclosure {
            if id.column == "amount", Bool.random(using: &generator) { return "\(count).25万元" }
            if id.row == "normative_documents", Bool.random(using: &generator) { return "\(count)（其中修订3件）" }
        }
        return String(count)
    }
}
