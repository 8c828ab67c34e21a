import ReportModel

/// A number in a sentence, with what it counts and how exact it means to be.
struct NumberMention: Sendable, Hashable {
    enum Exactness: Sendable, Hashable {
        case exact
        /// 十余, 20多: more than that, and less than the next round number.
        case more
        /// 近20
        case nearly
        /// 约20, 20左右
        case about
        /// 20以上, 超过20
        case atLeast
    }

    enum Unit: Sendable, Hashable {
        /// 件, 份, 宗 …: things counted one by one
        case pieces
        /// 元
        case yuan
        /// Years, shares, people: nothing that the form counts.
        case other
    }

    var value: Amount
    var exactness: Exactness
    var unit: Unit
    /// From the first digit to the end of the unit.
    var range: Range<Int>

    /// Whether a figure is what the sentence means.
    ///
    /// - Parameter scale: how many of the figure's units make one of the number's (10,000 for 元 against 万元).
    func covers(_ figure: Amount, unitsPerFigure scale: Int = 1) -> Bool {
        // Everything at the finer of both scales, in whole numbers.
        let places = max(value.decimals, figure.decimals)
        guard let said = Self.scaled(value, to: places, by: 1), let read = Self.scaled(figure, to: places, by: scale)
        else { return true }
        switch exactness {
        case .exact:
            if said == read { return true }
            // 12.5万元 for 124,983元: rounded to the places that are printed.
            guard scale > 1 || figure.decimals > value.decimals || roundedTo > 1 else { return false }
            var step = 1
            for _ in value.decimals..<places { step *= 10 }
            if roundedTo > 1 { step *= roundedTo }
            return abs(said - read) * 2 <= step && step > 1
        case .more:
            var step = 1
            var rest = said
            while rest != 0, rest % 10 == 0 {
                step *= 10
                rest /= 10
            }
            return read >= said && read < said + max(step, 1) + (step == 1 ? said : 0)
        case .nearly: return read <= said && read * 10 >= said * 8
        case .about: return read * 10 >= said * 8 && read * 10 <= said * 12
        case .atLeast: return read >= said
        }
    }

    enum Difference: Sendable, Hashable {
        case below, above
    }

    /// On which side of a figure an exact number stands; nil where it is not exact, too large, or the same.
    func difference(from figure: Amount, unitsPerFigure scale: Int = 1) -> Difference? {
        let places = max(value.decimals, figure.decimals)
        guard exactness == .exact, let said = Self.scaled(value, to: places, by: 1),
            let read = Self.scaled(figure, to: places, by: scale), said != read
        else { return nil }
        return said < read ? .below : .above
    }

    /// Whether it is another order of magnitude.
    func isFar(from figure: Int) -> Bool {
        guard let said = value.count, said >= 0, figure >= 0, said < 1_000_000_000, figure < 1_000_000_000 else {
            return true
        }
        let (less, more) = (min(said, figure), max(said, figure))
        return more - less >= 20 && more > less * 3
    }

    /// What 万 in the number made of its last place: 12.5万 is exact to a thousand.
    var roundedTo = 1
    /// 14人: people, who may have asked more than once.
    var countsPeople = false

    private static func scaled(_ amount: Amount, to places: Int, by factor: Int) -> Int? {
        var value = amount.digits
        for _ in amount.decimals..<max(amount.decimals, places) {
            let (next, isOver) = value.multipliedReportingOverflow(by: 10)
            guard !isOver else { return nil }
            value = next
        }
        let (result, isOver) = value.multipliedReportingOverflow(by: factor)
        return isOver ? nil : result
    }
}
