import ReportModel

/// Finds digits that the text layer holds and the eye does not find, or not there: those that nobody sees, and those
/// that stand in each other's place. What number they make up with others is nobody's guess.
enum UnsureDigits {
    /// - Parameter written: all that the text layer holds, what belongs to slanted text with it.
    static func boxes(in glyphs: [Glyph], of written: [Glyph], _ drawing: PageDrawing) -> [Box] {
        let digits = glyphs.filter(isDigit)
        let boxes =
            unseen(digits, drawing) + crowded(digits) + cutOrRecoloured(glyphs, drawing)
            + slanted(digits, from: written, drawing)
        return boxes.filter { box in !drawing.covers.contains { $0.intersects(box) } }
    }

    private static func places(of shows: [TextShow]) -> PlaceIndex {
        var places = PlaceIndex(capacity: shows.count)
        for (index, show) in shows.enumerated() { places.insert(index, x: show.origin.x, y: show.origin.y) }
        return places
    }

    private static func isDigit(_ glyph: Glyph) -> Bool { ("0"..."9").contains(glyph.scalar) }

    // MARK: - Digits that are not seen

    private static func unseen(_ digits: [Glyph], _ drawing: PageDrawing) -> [Box] {
        let isAnythingLost = drawing.textShows.contains(where: \.isUnseen)
        // Painted over, and nothing was written there afterwards.
        let painted = drawing.whiteAreas.filter { $0.shows > 0 && $0.box.height > 4 }.prefix(mostAreas)
        let areas = painted.filter { area in
            !drawing.textShows[area.shows...].contains { $0.stands(in: area.box.insetBy(-1)) }
        }.map(\.box)
        guard isAnythingLost || !areas.isEmpty else { return [] }
        let shows = isAnythingLost ? places(of: drawing.textShows) : PlaceIndex(capacity: 0)
        return digits.filter { digit in
            let box = digit.box
            if isAnythingLost {
                var isSeen = false
                let isUnseen = shows.containsNear(x: box.x, y: box.maxY) { index in
                    let show = drawing.textShows[index]
                    guard show.stands(in: box) else { return false }
                    if !show.isUnseen { isSeen = true }
                    return show.isUnseen && !isSeen
                }
                if isUnseen { return true }
            }
            return areas.contains { $0.contains(x: box.midX, y: box.midY) }
        }.map { inner($0.box) }
    }

    /// A page of text has a handful of white areas, one of cells with a ground a few hundred.
    private static let mostAreas = 1000

    // MARK: - Digits in each other's place

    /// Digits of one number stand side by side, in the tightest fonts too, on one line of writing and in one size.
    private static let widestOverlap = 0.4
    private static let leastShift = 0.1
    private static let leastDifference = 0.12
    private static let widestGap = 0.3

    private static func crowded(_ digits: [Glyph]) -> [Box] {
        var places = PlaceIndex(capacity: digits.count)
        var boxes: [Box] = []
        for (index, digit) in digits.enumerated() {
            let box = digit.box
            let isCrowded = places.containsNear(x: box.midX, y: box.midY) { other in
                areAtOdds(digits[other], digit)
            }
            if isCrowded { boxes.append(inner(box)) }
            places.insert(index, x: box.midX, y: box.midY)
        }
        var ends = PlaceIndex(capacity: digits.count)
        for (index, digit) in digits.enumerated() { ends.insert(index, x: digit.box.maxX, y: digit.box.midY) }
        for (index, digit) in digits.enumerated() {
            let isAtOdds = ends.containsNear(x: digit.box.x, y: digit.box.midY) { other in
                other != index && areAtOdds(digits[other], digit)
            }
            if isAtOdds { boxes.append(inner(digit.box)) }
        }
        return boxes
    }

    // MARK: - Digits at odds with the string they belong to

    /// Whoever types a number types it in one colour, a watermark behind it has another; and what a string's clipping
    /// path cuts off is not seen.
    private static func cutOrRecoloured(_ glyphs: [Glyph], _ drawing: PageDrawing) -> [Box] {
        let shows = places(of: drawing.textShows)
        var boxes: [Box] = []
        /// That of the glyph; a string is found by its first one.
        var show: TextShow?
        var last: Glyph?
        var lastDigit: (glyph: Glyph, colour: Colour)?
        for glyph in glyphs {
            let box = glyph.box
            if last.map({ !isBeside($0, glyph) }) ?? true { show = nil }
            last = glyph
            _ = shows.containsNear(x: box.x, y: box.maxY) { index in
                guard drawing.textShows[index].stands(in: box) else { return false }
                show = drawing.textShows[index]
                return true
            }
            guard let show, isDigit(glyph) else { continue }
            let before = lastDigit.flatMap { isBeside($0.glyph, glyph) ? $0.colour : nil }
            if before?.differs(from: show.colour) == true || !show.clip.box.contains(x: box.midX, y: box.midY) {
                boxes.append(inner(box))
            }
            lastDigit = (glyph, show.colour)
        }
        return boxes
    }

    /// Digits beside others that went with the slanted text over them.
    private static func slanted(_ digits: [Glyph], from written: [Glyph], _ drawing: PageDrawing) -> [Box] {
        let slanted = drawing.textShows.filter(\.isSlanted).prefix(mostAreas)
        guard !slanted.isEmpty else { return [] }
        let gone = written.filter { glyph in isDigit(glyph) && slanted.contains { $0.mayHold(glyph) } }
        return digits.filter { digit in gone.prefix(mostAreas).contains { isBeside($0, digit) } }.map { inner($0.box) }
    }

    private static func isBeside(_ one: Glyph, _ other: Glyph) -> Bool {
        let em = Double(max(one.fontSize, other.fontSize))
        let across = min(one.box.maxX, other.box.maxX) - max(one.box.x, other.box.x)
        let down = min(one.box.maxY, other.box.maxY) - max(one.box.y, other.box.y)
        return across > -widestGap * em && across < 2 * widestGap * em
            && down > 0.5 * min(one.box.height, other.box.height)
    }

    private static func areAtOdds(_ one: Glyph, _ other: Glyph) -> Bool {
        let width = min(one.box.width, other.box.width)
        let height = min(one.box.height, other.box.height)
        let across = min(one.box.maxX, other.box.maxX) - max(one.box.x, other.box.x)
        let down = min(one.box.maxY, other.box.maxY) - max(one.box.y, other.box.y)
        guard width > 0, height > 0, down > 0.5 * height else { return false }
        if across > widestOverlap * width { return true }
        let em = Double(max(one.fontSize, other.fontSize))
        guard across > -widestGap * em, one.font == other.font else { return false }
        return abs(one.box.maxY - other.box.maxY) > leastShift * em
            || Double(abs(one.fontSize - other.fontSize)) > leastDifference * em
    }

    /// Without what it may have in common with the cells around it.
    private static func inner(_ box: Box) -> Box {
        Box(
            x: box.x + 0.3 * box.width, y: box.y + 0.3 * box.height, width: 0.4 * box.width, height: 0.4 * box.height)
    }
}

extension Colour {
    fileprivate func differs(from other: Colour) -> Bool {
        max(abs(red - other.red), abs(green - other.green), abs(blue - other.blue)) > 0.25
    }
}

extension TextShow {
    fileprivate var isUnseen: Bool { isInvisible || isLost }
}
