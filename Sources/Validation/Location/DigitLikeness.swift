/// How easily one printed number is read as another.
enum DigitLikeness {
    /// Digits that readers take for one another: a closed bowl opened, a stroke lost, a serif gained.
    private static let pairs: Set<[UInt8]> = Set(
        ["06", "08", "09", "17", "14", "27", "35", "38", "49", "56", "58", "68", "69", "89", "39", "01"].map {
            Array($0.utf8)
        })

    /// Whether one slip of a reader turns one into the other: one digit taken for a digit like it, or one digit too
    /// many or too few.
    static func areAlike(_ one: Int, _ other: Int) -> Bool {
        let a = Array(String(one).utf8)
        let b = Array(String(other).utf8)
        if a.count == b.count {
            let differing = a.indices.filter { a[$0] != b[$0] }
            guard differing.count == 1, let index = differing.first else { return false }
            return pairs.contains([min(a[index], b[index]), max(a[index], b[index])])
        }
        let (long, short) = a.count > b.count ? (a, b) : (b, a)
        guard long.count == short.count + 1 else { return false }
        return long.indices.contains { skipped in
            long[..<skipped].elementsEqual(short[..<skipped])
                && long[(skipped + 1)...].elementsEqual(short[skipped...])
        }
    }

    /// Whether no reader takes one for the other: three digits or more each, and none of them in common, however they are
    /// laid against each other. (Of 150 figures of scans that readers had wrong, 12 of them quite another number, none.)
    static func areApart(_ one: Int, _ other: Int) -> Bool {
        let (a, b) = (String(abs(one)), String(abs(other)))
        return min(a.count, b.count) >= 3 && Set(a).isDisjoint(with: b)
    }

    /// Whether a number is what is left of another that has lost digits.
    static func isRest(_ number: Int, of whole: Int) -> Bool {
        let digits = Array(String(number).utf8)
        let all = String(whole).utf8
        var found = 0
        for digit in all where found < digits.count && digit == digits[found] { found += 1 }
        return found == digits.count && digits.count < all.count
    }
}
