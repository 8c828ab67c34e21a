import ReportModel

extension FormFilling {
    /// What the placement of rows noticed: misprinted labels, rows moved, added or missing.
    mutating func note(
        _ placement: RowPlacement, _ evidence: [RowEvidence], _ definition: FormDefinition, _ parts: [StatutoryPart]
    ) {
        for row in definition.rows {
            guard let (index, certainty) = placement.rows[row.id] else {
                noteMissing(row, definition)
                continue
            }
            let found = evidence[index]
            let place = parts[found.part].grid.cells(inRow: found.gridRow).first?.parts.first?.outline
            if certainty == .label, found.matches.first?.matchClass == .exact { continue }
            noteLabel(of: row, printed: found.label, certainty, place, definition)
        }
        for id in placement.moved {
            guard let row = definition.rows.first(where: { $0.id == id }) else { continue }
            noteMoved(row, definition)
        }
        for index in placement.extra {
            let found = evidence[index]
            findings.append(
                Finding(
                    rule: "form.row", severity: .warning, verdict: .source,
                    message: LocalisedText(
                        chinese: "表中多出一行“\(found.label.onOneLine)”", english: "an extra row “\(found.label.onOneLine)”"),
                    found: found.label.onOneLine,
                    places: parts[found.part].grid.cells(inRow: found.gridRow).flatMap(\.parts).map(\.outline)))
        }
    }

    mutating func noteMissing(_ row: FormRow, _ definition: FormDefinition) {
        findings.append(
            Finding(
                rule: "form.row", severity: .warning, verdict: .open,
                message: LocalisedText(
                    chinese: "表中没有找到“\(row.label)”这一行", english: "the row “\(row.label)” was not found"),
                expected: row.label, figures: definition.figures.filter { $0.row == row.id }))
    }

    mutating func noteMoved(_ row: FormRow, _ definition: FormDefinition) {
        findings.append(
            Finding(
                rule: "form.order", severity: .note, verdict: .source,
                message: LocalisedText(
                    chinese: "“\(row.label)”一行不在表式规定的位置，按其名称读取",
                    english: "the row “\(row.label)” stands out of the form's order; read by its label"),
                figures: definition.figures.filter { $0.row == row.id }))
    }

    mutating func noteLabel(
        of row: FormRow, printed: String, _ certainty: PlacementCertainty, _ place: Place?,
        _ definition: FormDefinition
    ) {
        let isWhole = certainty == .label
        // Spaces, brackets and numbering differ in half of all reports; that is no misprint.
        if isWhole, LabelText(printed).core == LabelText(row.label).core { return }
        if isWhole, row.id == "normative_documents" { return }
        findings.append(
            Finding(
                rule: "form.label", severity: certainty.doubt == nil ? .note : .warning,
                verdict: certainty.doubt == nil ? .source : .open,
                message: LocalisedText(
                    chinese: "“\(row.label)”印作“\(printed.onOneLine)”",
                    english: "the label “\(row.label)” is printed “\(printed.onOneLine)”"),
                expected: row.label, found: printed.onOneLine,
                figures: definition.figures.filter { $0.row == row.id }, places: [place].compactMap { $0 }))
    }
}

extension String {
    /// Line breaks inside a cell taken out.
    var onOneLine: String {
        String(unicodeScalars.filter { $0 != "\n" && $0 != "\r" }.map(Character.init))
    }
}
