import JSON
public import ReportModel

/// A document's tables as one JSON object: every cell with its place in the grid and on the page.
public enum TablesJSON {
    /// One line, ends with a line break.
    ///
    /// - Parameter source: the document, as given.
    public static func text(_ tables: [Table], source: String? = nil) -> String {
        var members: [String: JSONValue] = [
            "schema": .string("gxingest.tables"), "version": .integer(1), "tables": .array(tables.map(value)),
        ]
        if let source { members["source"] = .string(source) }
        return JSONValue.object(members).text + "\n"
    }

    /// A table as it also stands in a report's JSON.
    static func value(_ table: Table) -> JSONValue {
        var members: [String: JSONValue] = [
            "rows": .integer(table.rowCount), "columns": .integer(table.columnCount),
            "construction": .string(table.construction.rawValue),
            "confidence": .rounded(table.confidence, decimals: 3), "cells": .array(table.cells.map(value)),
        ]
        members.merge(ReportJSON.place(table.places.first)) { $1 }
        if table.places.count > 1 { members["parts"] = .array(table.places.map { .object(ReportJSON.place($0)) }) }
        return .object(members)
    }

    private static func value(_ cell: Cell) -> JSONValue {
        var members: [String: JSONValue] = [
            "row": .integer(cell.row), "column": .integer(cell.column), "rowspan": .integer(cell.rowSpan),
            "colspan": .integer(cell.columnSpan), "text": .string(cell.text), "header": .bool(cell.isHeader),
        ]
        members.merge(ReportJSON.place(cell.parts.first?.outline)) { $1 }
        if cell.parts.count > 1 {
            members["parts"] = .array(
                cell.parts.map { part in
                    .object(ReportJSON.place(part.outline).merging(["text": .string(part.text)]) { $1 })
                })
        }
        return .object(members)
    }
}
