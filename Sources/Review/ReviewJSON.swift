import JSON
import Messages
import ReportModel

/// What the page is told, in the language it asks for.
struct ReviewJSON {
    let session: ReviewSession
    let language: Language

    private func text(_ text: LocalisedText) -> JSONValue { .string(text[language]) }

    // MARK: one figure

    func item(_ position: ReviewSession.Position, _ filter: QueueFilter) -> JSONValue {
        guard let read = session.figure(position) else { return .null }
        let source = session.sources[position.report]
        let report = source.report
        let standing = session.standing(position)
        let values = session.values(of: position.report)
        let counts = session.counts(filter)
        return .object([
            "n": .integer(position.report), "figure": .string(position.figure.description),
            "report": head(source, position.report), "label": label(read),
            "value": .string(read.amount?.description ?? ""), "seen": .bool(read.isSeen),
            "printed": .string(read.printed), "status": status(read.status),
            "confidence": .rounded(read.confidence, decimals: 2), "method": .string(read.method.rawValue),
            "doubts": .array(read.doubts.map { text(DoubtText.of($0)) }),
            "readings": .array(
                read.alternatives.prefix(8).map {
                    .object([
                        "value": .string($0.value.description), "reader": .string($0.reader),
                        "score": .rounded($0.score, decimals: 2),
                    ])
                }),
            "suggestion": read.suggestions.first.map { suggestion in
                .object([
                    "value": .string(suggestion.value.description), "evidence": .string(suggestion.evidence),
                    "rivals": .integer(suggestion.rivals), "settles": .integer(suggestion.settles.count),
                ])
            } ?? .null,
            "findings": .array(
                report.findings.filter { $0.figures.contains(position.figure) }.prefix(12).map(finding)),
            "equations": .array(equations(position, values)), "place": place(read, report),
            "cells": .array(cells(read, report, values)), "lines": lines(read, source),
            "standing": self.standing(standing), "open": .integer(counts.open + counts.disputed),
            "done": .integer(counts.done), "disputed": .integer(counts.disputed),
            "page": .array(onSamePage(position, read).map { .string($0.description) }),
        ])
    }

    func head(_ source: ReviewSource, _ number: Int) -> JSONValue {
        .object([
            "n": .integer(number), "source": .string(source.report.source), "agency": .string(source.report.agency),
            "year": source.report.year.map(JSONValue.integer) ?? .null, "title": .string(source.report.title),
            "pictures": .bool(source.document != nil && source.report.pages.contains { $0.width > 0 }),
        ])
    }

    private func status(_ status: FigureStatus) -> JSONValue {
        .object(["key": .string(status.rawValue), "name": text(status.name)])
    }

    private func label(_ figure: Figure) -> JSONValue {
        let label = FigureLabel(figure.id, version: figure.form)
        return .object([
            "table": text(figure.id.table.name), "groups": .array(label.groups.map(JSONValue.string)),
            "row": .string(label.row), "column": .string(label.column),
        ])
    }

    func finding(_ finding: Finding) -> JSONValue {
        .object([
            "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
            "severityName": text(finding.severity.name), "verdict": .string(finding.verdict.rawValue),
            "verdictName": text(finding.verdict.name), "message": text(finding.message),
            "quote": finding.quote.map(JSONValue.string) ?? .null, "expected": .string(finding.expected),
            "found": .string(finding.found), "figures": .array(finding.figures.map { .string($0.description) }),
        ])
    }

    private func equations(_ position: ReviewSession.Position, _ values: [FigureID: Figure]) -> [JSONValue] {
        let forms = session.sources[position.report].report.forms
        func terms(_ ids: [FigureID], byColumn: Bool) -> JSONValue {
            .array(
                ids.map { id in
                    let label = FigureLabel(id, in: forms)
                    let figure = values[id]
                    return .object([
                        "id": .string(id.description), "label": .string(byColumn ? label.column : label.row),
                        "value": figure?.amount.map { .string($0.description) } ?? .null,
                        "blank": .bool(figure?.content == .blank || figure?.content == .mark),
                        "doubt": .bool(figure?.isInDoubt ?? true),
                    ])
                })
        }
        return forms.equations.filter { $0.figures.contains(position.figure) }.map { equation in
            let byColumn = equation.kind == .applicationsRow || equation.kind == .disputesGroup
            return .object([
                "rule": .string(equation.kind.rawValue), "left": terms(equation.left, byColumn: byColumn),
                "right": terms(equation.right, byColumn: byColumn),
            ])
        }
    }

    // MARK: where it stands

    private func place(_ figure: Figure, _ report: Report) -> JSONValue {
        guard let place = report.likelyPlace(of: figure), let page = place.page else { return .null }
        let size = report.pages.first { $0.number == page }
        return .object([
            "page": .integer(page), "box": box(place.box), "exact": .bool(!figure.places.isEmpty),
            "width": .rounded(size?.width ?? 595, decimals: 1), "height": .rounded(size?.height ?? 842, decimals: 1),
            "first": .integer(report.pages.first?.number ?? 1), "last": .integer(report.pages.last?.number ?? page),
        ])
    }

    private func box(_ box: Box) -> JSONValue {
        .array([box.x, box.y, box.width, box.height].map { .rounded($0.isFinite ? $0 : 0, decimals: 1) })
    }

    /// The grid: every figure on the same page.
    private func cells(_ figure: Figure, _ report: Report, _ values: [FigureID: Figure]) -> [JSONValue] {
        guard let page = report.likelyPlace(of: figure)?.page else { return [] }
        return cells(on: page, report, values)
    }

    func cells(on page: Int, _ report: Report, _ values: [FigureID: Figure]) -> [JSONValue] {
        report.figures.flatMap { figure in
            figure.places.filter { $0.page == page }.map { place in
                .object([
                    "id": .string(figure.id.description), "box": box(place.box),
                    "status": .string((values[figure.id] ?? figure).status.rawValue),
                    "value": .string((values[figure.id] ?? figure).amount?.description ?? ""),
                ])
            }
        }
    }

    /// What can be confirmed with this one at a glance: figures of the queue on the same page that have a value.
    private func onSamePage(_ position: ReviewSession.Position, _ figure: Figure) -> [FigureID] {
        guard let page = figure.places.first?.page else { return [] }
        return session.sources[position.report].report.figures.filter { other in
            other.isInDoubt && other.isSeen && other.places.first?.page == page
                && session.standing(.init(report: position.report, figure: other.id)).state == .open
        }.map(\.id)
    }

    /// Of a text document: the lines around, and which of them it is.
    private func lines(_ figure: Figure, _ source: ReviewSource) -> JSONValue {
        guard let lines = LinesAround(figure, in: source, session.pictures, reach: 6) else { return .null }
        return .object([
            "first": .integer(lines.first), "line": .integer(lines.line), "column": .integer(lines.column),
            "length": .integer(lines.length), "text": .array(lines.text.map { .string($0) }),
        ])
    }

    // MARK: decisions

    func standing(_ standing: Standing) -> JSONValue {
        .object([
            "state": .string(standing.state.rawValue), "last": .string(standing.lastID),
            "history": .array(standing.history.suffix(20).map(decision)),
            "words": .array(standing.words.map(decision)),
        ])
    }

    func decision(_ decision: Decision) -> JSONValue {
        .object([
            "id": .string(decision.id), "time": .string(decision.time), "author": .string(decision.author),
            "action": .string(decision.action.rawValue), "value": .string(decision.value),
            "reason": .string(decision.reason), "undoes": .string(decision.undoes),
            "figure": .string(decision.figure.description), "was": .string(decision.shown.value),
        ])
    }

    // MARK: a whole report

    func report(_ number: Int) -> JSONValue {
        let source = session.sources[number]
        let standings = session.log.standings[source.key]
        let report = ReviewedReport.report(source.report, standings)
        var figures: [FigureID: Figure] = [:]
        for figure in report.figures { figures[figure.id] = figure }
        let tables = FormTable.allCases.map { table in
            JSONValue.object([
                "name": text(table.name), "form": .integer(report.forms[table].rawValue),
                "blocks": .array(
                    report.forms.definition(of: table).blocks.map { block($0, table, figures, standings) }),
            ])
        }
        return .object([
            "report": head(source, number), "tables": .array(tables),
            "findings": .array(report.findings.map(finding)),
            "sections": .array(
                report.sections.map { section in
                    .object([
                        "heading": .string(section.heading),
                        "paragraphs": .array(section.paragraphs.map { .string($0.text) }),
                    ])
                }),
            "pages": .array(
                report.pages.map { page in
                    .object([
                        "number": .integer(page.number), "width": .rounded(page.width, decimals: 1),
                        "height": .rounded(page.height, decimals: 1),
                    ])
                }),
        ])
    }

    private func block(
        _ block: FormBlock, _ table: FormTable, _ figures: [FigureID: Figure], _ standings: [FigureID: Standing]
    ) -> JSONValue {
        .object([
            "label": .string(block.label), "columns": .array(block.columns.map { .string($0.label) }),
            "rows": .array(
                block.rows.map { row in
                    .object([
                        "label": .string(row.label), "groups": .array(row.groups.map(JSONValue.string)),
                        "cells": .array(
                            block.columns.map { column in
                                let id = FigureID(table, row.id, column.id)
                                guard let figure = figures[id] else { return .null }
                                return .object([
                                    "id": .string(id.description),
                                    "value": .string(figure.amount?.description ?? ""),
                                    "printed": .string(figure.printed), "status": status(figure.status),
                                    "decided": .string(standings[id]?.decision?.author ?? ""),
                                ])
                            }),
                    ])
                }),
        ])
    }
}
