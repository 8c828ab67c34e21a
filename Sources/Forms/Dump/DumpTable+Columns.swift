import ReportModel

extension DumpTable {
    private static let legalPersons: Set = ["enterprise", "research", "social", "legal_service", "other"]

    /// The columns of the applications table.
    var applicationsColumns: ColumnOrder {
        let statutory = definition.blocks.flatMap(\.columns).map(\.id)
        let group = (heading: "法人或其他组织", columns: Self.legalPersons)
        let figures = figureMiddles
        let orders = headGroups.map {
            ColumnOrder(statutory: statutory, heads: $0, expanding: group, figures: figures)
        }
        let best = orders.min {
            ($0.unnamed.count, $0.isStatutory ? 0 : 1) < ($1.unnamed.count, $1.isStatutory ? 0 : 1)
        }
        guard var best else { return ColumnOrder(statutory: statutory, heads: []) }
        // Two heads that tell different stories tell none.
        if orders.contains(where: { $0.unnamed.isEmpty && $0.columns != best.columns }) {
            best.unnamed = Set(statutory.indices)
        }
        if !best.isStatutory, brokenSums(best) > brokenSums(ColumnOrder(statutory: statutory, heads: [])) {
            // The sums speak against what the head seems to say.
            best.unnamed = Set(statutory.indices)
        }
        return best
    }

    /// How many whole rows do not add up when their columns are in this order.
    private func brokenSums(_ order: ColumnOrder) -> Int {
        guard let total = order.columns.firstIndex(of: "total") else { return 0 }
        return runs.values.joined().count { run in
            let values = run.values.compactMap { $0.value?.amount?.count }
            guard values.count == order.columns.count, run.values.count == values.count,
                values.allSatisfy({ abs($0) < 1_000_000_000 })
            else { return false }
            return values.reduce(0, +) != 2 * values[total]
        }
    }

    /// The middles of the figures in a text set in columns.
    private var figureMiddles: [Double] {
        runs.values.joined().filter { $0.separator == .gap }.flatMap(\.values)
            .map { Double($0.x) + Double($0.width) / 2 }
    }

    /// The columns of a row of the disclosure table: from the head above it, else above its block.
    func disclosureColumns(of row: String) -> ColumnOrder {
        guard let block = block(of: row) else { return ColumnOrder(statutory: [], heads: []) }
        let statutory = block.columns.map(\.id)
        guard statutory.count > 1 else {
            return ColumnOrder(statutory: statutory, heads: headGroups.flatMap { $0 })
        }
        let rows = Set(block.rows.map(\.id))
        let starts = labels.filter { Self.id(of: $0).map { $0 == row || rows.contains($0) } ?? false }.map(\.position)
        let above = starts.compactMap { start in
            headGroups.last { group in group.last.map { $0.position < start } ?? false }
        }
        let orders = above.map { heads in
            var order = ColumnOrder(statutory: statutory, heads: heads)
            let isBlocks = hasPages && heads.allSatisfy { $0.element.cellCount <= 1 }
            if !order.isStatutory, isBlocks || !Self.isDrawnHead(heads, statutory) {
                order.unnamed = Set(statutory.indices)
            }
            return order
        }
        return orders.min { $0.unnamed.count < $1.unnamed.count } ?? ColumnOrder(statutory: statutory, heads: [])
    }

    /// All columns in one line, or one after the other behind 信息内容: labels that stand elsewhere came in the order of
    /// a page's blocks, which is not that of its columns.
    private static func isDrawnHead(_ heads: [HeadLabel], _ statutory: [String]) -> Bool {
        let isOnOneLine = Set(heads.filter { $0.target.role == .column }.map(\.element.line)).count == 1
        if isOnOneLine { return true }
        guard let corner = heads.lastIndex(where: { $0.target.role == .heading }) else { return false }
        let behind = heads[(corner + 1)...]
        return behind.count == statutory.count && behind.allSatisfy { $0.target.role == .column }
            && !heads[..<corner].contains { head in
                if case .column(_, let id) = head.target { statutory.contains(id) } else { false }
            }
    }

    /// The columns of the groups of five in the disputes table.
    var disputesColumns: ColumnOrder {
        let statutory = definition.blocks[0].columns.map(\.id)
        let heads = headGroups.flatMap { $0 }.filter { $0.target.role == .column }
        let ids = heads.compactMap(\.columnID)
        var readings = [ids]
        if heads.contains(where: { $0.element.separator == .gap }) {
            readings.append(heads.sorted { $0.element.x < $1.element.x }.compactMap(\.columnID))
        }
        for ids in readings where !ids.isEmpty && ids.count % 5 == 0 {
            let fives = stride(from: 0, to: ids.count, by: 5).map { Array(ids[$0..<($0 + 5)]) }
            guard let first = fives.first, Set(first).count == 5, fives.allSatisfy({ $0 == first }) else { continue }
            // Labels over each other on a page have no order, but then the form's own is as good as any.
            if first != statutory, hasOverlaps(heads) { continue }
            var order = ColumnOrder(statutory: statutory, heads: [])
            order.columns = first
            order.unnamed = []
            return order
        }
        // Some labels are lost or broken: those left must go through the form's order again and again.
        var order = ColumnOrder(statutory: statutory, heads: [])
        let places = ids.compactMap { statutory.firstIndex(of: $0) }
        let turns = zip(places, places.dropFirst()).count { $0 >= $1 }
        let isSpaced = heads.contains { $0.element.separator == .gap }
        if Set(places).count >= 3, turns <= 3 || isSpaced { order.unnamed = [] }
        return order
    }

    private func hasOverlaps(_ heads: [HeadLabel]) -> Bool {
        let spans = heads.filter { $0.element.separator == .gap }.map { ($0.element.x, $0.element.maxX) }.sorted {
            $0.0 < $1.0
        }
        return zip(spans, spans.dropFirst()).contains { $0.1 > $1.0 }
    }

    /// The rows of the disputes table in the order of its head: 行政诉讼 can stand before 行政复议. Nil where the order
    /// of the text tells none.
    func disputesRows(_ rows: [String]) -> [String]? {
        let own = labels.filter { label in Self.id(of: label).map(rows.contains) ?? false }
        let statutory = definition.rows.map(\.id).filter(rows.contains)
        if own.contains(where: { $0.element.separator == .gap }) {
            // On a page the columns' order is what counts.
            let sorted = own.sorted { $0.element.x < $1.element.x }.compactMap(Self.id(of:))
            return sorted.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
        var order = rows
        if rows.first == "reconsideration", rows.count > 1,
            let group = headGroups.joined().first(where: { $0.target.role == .group }),
            let reconsideration = own.first(where: { Self.id(of: $0) == "reconsideration" }),
            group.position < reconsideration.position
        {
            order = Array(rows.dropFirst()) + ["reconsideration"]
        }
        if order == statutory || own.contains(where: { $0.element.cellCount > 1 }) { return order }
        return isSetByHeight ? statutory : nil
    }
}

extension ColumnOrder {
    /// As the form has them.
    var isStatutory: Bool { columns == statutory }
}
