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
        if table.places.count > 1 { members["parts"] = ReportJSON.places(table.places) }
        return .object(members)
    }

    private static func value(_ cell: Cell) -> JSONValue {
        let place = cell.parts.first?.outline
        var members = [
            JSONMember("box", ReportJSON.box(of: place)), JSONMember("colspan", .integer(cell.columnSpan)),
            JSONMember("column", .integer(cell.column)), JSONMember("header", .bool(cell.isHeader)),
            JSONMember("page", ReportJSON.page(of: place)),
        ]
        if cell.parts.count > 1 {
            let parts = cell.parts.map { part in
                JSONValue.object(ReportJSON.place(part.outline).merging(["text": .string(part.text)]) { $1 })
            }
            members.append(JSONMember("parts", .array(parts)))
        }
        members += [
            JSONMember("row", .integer(cell.row)), JSONMember("rowspan", .integer(cell.rowSpan)),
            JSONMember("text", .string(cell.text)),
        ]
        return .members(members)
    }
}
