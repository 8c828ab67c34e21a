import LeptonicaBridge

/// Finds ink paler than the page's print and as thick as strokes: a seal on a scan without colours, what shows through
/// from the other side. Print under it is darker, and stays.
struct PaleInk {
    let em: Double
    let settings: ScanSettings

    struct Finding {
        /// The ink itself, without its soft edge.
        var body: Picture
        /// The grey between print and it.
        var level: Int
        /// How dark print is.
        var print: Int
        var boxes: [PixelBox]
    }

    /// Nil where the page has next to none.
    func finding(grey: Picture, ink: Picture, pieces: [PixelBox]) -> Finding? {
        guard grey.depth == 8, let print = printedGrey(grey, pieces),
            let dark = grey.inkBelow(print + settings.paleDepth),
            // The soft edge of a stroke is thinner than three pixels.
            let all = ink.subtracting(dark)?.opened(width: 3, height: 3), isEnough(all),
            let pale = withoutLines(all), isEnough(pale)
        else { return nil }
        // Characters that are pale here and there have no part as long as a seal's ring and star, and are not meant.
        let parts = pale.componentBoxes(limit: 5000)
        let large = parts.filter { Double(max($0.width, $0.height)) > 1.5 * em }
        let isSealed = large.count >= 3 && parts.contains { isFilled($0, pale) }
        let frames = isSealed ? [] : StampFrames(em: em).boxes(in: pale, of: ink)
        guard isSealed || !frames.isEmpty else { return nil }
        guard let own = withoutPrint(pale) else { return nil }
        let boxes = own.componentBoxes(limit: 5000).filter { part in
            isSealed ? large.contains { isNear($0, part, 3 * em) } : frames.contains { isNear($0, part, 0) }
        }
        guard let body = grey.mask(of: boxes)?.intersecting(own) else { return nil }
        return level(between: print, and: boxes, grey, own).map {
            Finding(body: body, level: $0, print: print, boxes: boxes)
        }
    }

    /// What is pale of a figure or a label stands together in no piece as large as a seal's.
    private func withoutPrint(_ pale: Picture) -> Picture? {
        let reach = Int(0.7 * em)
        return pale.dilated(width: reach, height: reach)?.pieces(atLeast: Int(2 * em) + reach)?.intersecting(pale)
    }

    private func isNear(_ box: PixelBox, _ part: PixelBox, _ reach: Double) -> Bool {
        abs(box.midX - part.midX) < reach + Double(box.width) / 2
            && abs(box.midY - part.midY) < reach + Double(box.height) / 2
    }

    /// All of the ink that goes: what is dark keeps its own soft edge.
    func mask(_ finding: Finding, grey: Picture, ink: Picture) -> Picture? {
        let reach = Int(0.7 * em)
        let region = grey.mask(
            of: finding.boxes.map { box in
                PixelBox(
                    x: box.x - reach, y: box.y - reach, width: box.width + 2 * reach, height: box.height + 2 * reach)
            })
        guard let region, let kept = grey.inkBelow(finding.level)?.dilated(width: 3, height: 3) else { return nil }
        guard let all = ink.subtracting(kept)?.intersecting(region) else { return nil }
        let mask = hairlines(in: all, finding, kept).flatMap { all.subtracting($0) } ?? all
        return debris(around: mask, finding, grey: grey, ink: ink).flatMap { mask.uniting($0) } ?? mask
    }

    /// The thin strokes of print, which are paler than its others: they hang on these, and on nothing of the seal.
    private func hairlines(in mask: Picture, _ finding: Finding, _ kept: Picture) -> Picture? {
        finding.body.grown(within: mask).flatMap(mask.subtracting).flatMap { thin in
            kept.dilated(width: 3, height: 3)?.grown(within: thin)
        }
    }

    /// What is left of the seal where it is darkest: slivers that hang on what goes, and are not as dark as print.
    private func debris(around mask: Picture, _ finding: Finding, grey: Picture, ink: Picture) -> Picture? {
        guard let rest = ink.subtracting(mask), let hanging = mask.dilated(width: 3, height: 3)?.grown(within: rest)
        else { return nil }
        let darkest = (finding.print + 3 * finding.level) / 4
        let boxes = hanging.componentBoxes(limit: 5000).filter { box in
            guard Double(min(box.width, box.height)) < 0.6 * em else { return false }
            let values = grey.greyValues(in: box).sorted()
            return Int(values[values.count / 12]) > darkest
        }
        return grey.mask(of: boxes)?.intersecting(hanging)
    }

    /// The star in the middle of a seal: handwriting and what shows through have no part as broad.
    private func isFilled(_ box: PixelBox, _ pale: Picture) -> Bool {
        guard Double(min(box.width, box.height)) > 0.9 * em, Double(max(box.width, box.height)) < 4 * em else {
            return false
        }
        let values = pale.greyValues(in: box)
        return values.count { $0 == 0 } * 4 > values.count
            && pale.cropped(to: box)?.opened(width: Int(0.35 * em), height: Int(0.35 * em))?.inkCount ?? 0 > 0
    }

    private func isEnough(_ pale: Picture) -> Bool { Double(pale.inkCount) > settings.paleArea * em * em }

    /// Lines of a table can be pale too; a seal's ring is nowhere that straight.
    private func withoutLines(_ ink: Picture) -> Picture? {
        let length = Int(6 * em)
        guard let across = ink.opened(width: length, height: 1), let down = ink.opened(width: 1, height: length) else {
            return nil
        }
        return across.uniting(down).flatMap { $0.dilated(width: 5, height: 5) }.flatMap(ink.subtracting)
    }

    /// How dark the page's characters are: the darker part of each, and of all the middle.
    private func printedGrey(_ grey: Picture, _ pieces: [PixelBox]) -> Int? {
        let letters = pieces.filter { Double($0.height) > 0.4 * em && Double($0.height) < 1.3 * em }
        guard letters.count > 40 else { return nil }
        let some = stride(from: 0, to: letters.count, by: max(1, letters.count / 300)).map { letters[$0] }
        let levels = some.map { box -> Int in
            let values = grey.greyValues(in: box).sorted()
            return Int(values[values.count / 12])
        }
        return levels.sorted()[levels.count / 2]
    }

    /// The grey between print and the pale ink.
    private func level(between print: Int, and parts: [PixelBox], _ grey: Picture, _ pale: Picture) -> Int? {
        var sum = 0
        var count = 0
        for box in parts.prefix(200) {
            for (value, isPale) in zip(grey.greyValues(in: box), pale.greyValues(in: box)) where isPale == 0 {
                sum += Int(value)
                count += 1
            }
        }
        return count > 0 ? (print + sum / count) / 2 : nil
    }
}
