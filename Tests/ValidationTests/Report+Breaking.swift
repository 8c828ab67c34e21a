import ReportModel

extension Report {
    subscript(id: String) -> Figure {
        get { figures.first { $0.id.description == id } ?? figures[0] }
        set {
            guard let position = figures.firstIndex(where: { $0.id.description == id }) else { return }
            figures[position] = newValue
        }
    }

    mutating func print(_ value: Int, at id: String) {
        self[id].content = .amount(Amount(value))
        self[id].printed = String(value)
    }

    /// Puts a value into a detail of the applications table and lets its sums follow.
    func moving(_ id: String, to value: Int) -> Report {
        var report = self
        guard let cell = FigureID(id) else { return report }
        let change = value - (report[id].amount?.count ?? 0)
        for row in [cell.row, "total", "new"] {
            for column in [cell.column, "total"] {
                let other = "applications/\(row)/\(column)"
                report.print((report[other].amount?.count ?? 0) + change, at: other)
            }
        }
        return report
    }

    mutating func blank(_ id: String) {
        self[id].content = .blank
        self[id].printed = ""
        self[id].status = .empty
    }

    mutating func lose(_ id: String) {
        self[id].content = .absent
        self[id].printed = ""
        self[id].status = .missing
    }

    mutating func doubt(_ id: String, _ doubts: String...) {
        self[id].status = .suspect
        self[id].confidence = 0.5
        self[id].doubts = doubts
    }

    /// Rule and figures of every finding above a note.
    var complaints: [String] {
        findings.filter { $0.severity > .note }.map { "\($0.rule) \($0.expected) \($0.found)" }
    }
}
