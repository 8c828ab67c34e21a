import ReportModel

/// The figures of two reports beside each other, by their place in the form.
struct FigureComparison {
    private(set) var differences: [FigureDifference] = []
    private(set) var confusions = ConfusionCount()
    private(set) var count = 0

    init(_ left: Report, _ right: Report) {
        let rightFigures = Dictionary(right.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let leftIDs = Set(left.figures.map(\.id))
        for figure in left.figures {
            if let other = rightFigures[figure.id] {
                count += 1
                compare(figure, other)
            } else if Self.saysSomething(figure) {
                differences.append(FigureDifference(id: figure.id, kind: .form, left: figure))
            }
        }
        for figure in right.figures where !leftIDs.contains(figure.id) && Self.saysSomething(figure) {
            differences.append(FigureDifference(id: figure.id, kind: .form, right: figure))
        }
    }

    /// A zero in a row that the other form does not have is no news.
    private static func saysSomething(_ figure: Figure) -> Bool {
        figure.amount.map { $0 != 0 } ?? false
    }

    private mutating func compare(_ left: Figure, _ right: Figure) {
        func add(_ kind: FigureDifference.Kind) {
            differences.append(FigureDifference(id: left.id, kind: kind, left: left, right: right))
        }
        switch (left.isKnown, right.isKnown) {
        case (false, false): break
        case (true, false): add(.lost)
        case (false, true): add(.added)
        case (true, true) where left.amount != right.amount:
            add(.changed)
            countConfusions(left.amount, right.amount)
        case (true, true):
            if left.remark != right.remark { add(.remark) }
        }
    }

    private mutating func countConfusions(_ left: Amount?, _ right: Amount?) {
        guard let left, let right else { return }
        let (one, other) = (Array(left.description.unicodeScalars), Array(right.description.unicodeScalars))
        guard one.count == other.count else { return }
        for (a, b) in zip(one, other) where a != b { confusions.add(a, b) }
    }
}

extension Figure {
    /// Read, or found blank, or worked out; not: not found.
    fileprivate var isKnown: Bool {
        switch content {
        case .amount, .blank, .mark: true
        case .unreadable, .absent: false
        }
    }

    /// What stands in the cell beside the value: 其中修订16件, 元. Digits and marks that group, bound or stand for
    /// nothing are no remark.
    fileprivate var remark: String {
        var remark = String.UnicodeScalarView()
        var isPlain = true
        for scalar in printed.unicodeScalars where !scalar.isBlank && scalar != "," && scalar != "，" {
            remark.append(scalar)
            switch scalar.value {
            case 0x30...0x39, 0xFF10...0xFF19, 0x2B...0x2F, 0xFF0B...0xFF0F, 0x2010...0x2015, 0x2212, 0x4E00: break
            default: isPlain = false
            }
        }
        // What was worked out or typed has no print of its own.
        if isPlain || method == .review || status == .derived { return "" }
        let text = String(remark)
        return text == "无" ? "" : text
    }
}
