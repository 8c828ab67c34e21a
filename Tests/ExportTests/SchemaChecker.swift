import JSON

/// As much of JSON Schema as ours uses; a keyword that it does not know is a problem too, so that nothing is believed
/// to be checked that is not.
struct SchemaChecker {
    let root: JSONValue

    init(_ schema: String) throws {
        root = try JSONValue(parsing: Array(schema.utf8))
    }

    /// What is wrong with the value, each with the way to it.
    func problems(with value: JSONValue) -> [String] {
        problems(value, root, "$")
    }

    private func problems(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        var found: [String] = []
        for (keyword, rule) in (schema.object ?? [:]).sorted(by: { $0.key < $1.key }) {
            switch keyword {
            case "$schema", "$id", "$defs", "title", "description": break
            case "$ref":
                let name = String((rule.string ?? "").dropFirst("#/$defs/".count))
                guard let target = root["$defs"]?[name] else {
                    found.append("\(path): no definition \(name)")
                    continue
                }
                found += problems(value, target, path)
            case "type":
                let names = rule.string.map { [$0] } ?? (rule.array ?? []).compactMap(\.string)
                if !names.contains(where: { isA($0, value) }) { found.append("\(path): no \(names)") }
            case "const": if value != rule { found.append("\(path): not \(rule.text)") }
            case "enum": if rule.array?.contains(value) != true { found.append("\(path): none of \(rule.text)") }
            case "minimum":
                if let number = value.double, number < rule.double ?? 0 { found.append("\(path): too small") }
            case "maximum":
                if let number = value.double, number > rule.double ?? 0 { found.append("\(path): too large") }
            case "minItems":
                if let count = value.array?.count, count < rule.integer ?? 0 { found.append("\(path): too few") }
            case "maxItems":
                if let count = value.array?.count, count > rule.integer ?? 0 { found.append("\(path): too many") }
            case "pattern":
                guard let text = value.string else { continue }
                if let regex = try? Regex(rule.string ?? ""), text.firstMatch(of: regex) != nil { continue }
                found.append("\(path): \(text) is not \(rule.text)")
            case "required":
                for key in (rule.array ?? []).compactMap(\.string) where value.object != nil && value[key] == nil {
                    found.append("\(path): lacks \(key)")
                }
            case "properties":
                for (key, member) in rule.object ?? [:] {
                    if let part = value[key] { found += problems(part, member, "\(path).\(key)") }
                }
            case "additionalProperties":
                let named = schema["properties"]?.object ?? [:]
                for (key, part) in value.object ?? [:] where named[key] == nil {
                    found += problems(part, rule, "\(path).\(key)")
                }
            case "items":
                for (index, part) in (value.array ?? []).enumerated() {
                    found += problems(part, rule, "\(path)[\(index)]")
                }
            default: found.append("\(path): the checker does not know \(keyword)")
            }
        }
        return found
    }

    private func isA(_ name: String, _ value: JSONValue) -> Bool {
        switch name {
        case "object": value.object != nil
        case "array": value.array != nil
        case "string": value.string != nil
        case "integer": value.integer != nil
        case "number": value.double != nil
        case "boolean": value.bool != nil
        case "null": value.isNull
        default: false
        }
    }
}
