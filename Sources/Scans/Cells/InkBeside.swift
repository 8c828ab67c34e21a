import LeptonicaBridge

extension CleanPage {
    /// Whether ink that is not a line's own stands where its next digit would: a digit that hangs on the stroke of a pen
    /// goes with that, and 24 is left as 2 (hard150-none), or on the ring of a grey seal, and 21 is (seal-head).
    func hasInkBeside(_ line: InkLine, _ settings: ScanSettings) -> Bool {
        let reach = max(2, Int(settings.digitRoom * Double(line.box.height)))
        let inset = line.box.height / 6
        let sides = [line.box.x - reach, line.box.maxX].map { x in
            PixelBox(x: x, y: line.box.y + inset, width: reach, height: max(1, line.box.height - 2 * inset))
        }
        let least = Int(settings.characterHeight * em)
        let others = pieces.filter { piece in
            max(piece.width, piece.height) >= least && !line.holds(piece)
                && sides.contains { $0.intersection(piece) != nil }
        }
        return others.contains { piece in
            sides.contains { side in
                guard let common = side.intersection(piece) else { return false }
                let values = ink.greyValues(in: common)
                return Double(values.count { $0 == 0 }) > settings.inkBeside * em
            }
        }
    }
}

extension InkLine {
    /// Whether a piece of ink lies within it, but for a pixel.
    fileprivate func holds(_ piece: PixelBox) -> Bool {
        piece.x >= box.x - 1 && piece.maxX <= box.maxX + 1 && piece.y >= box.y - 1 && piece.maxY <= box.maxY + 1
    }

    /// Whether a stroke that lies down stands before it. A speck there looks like one to a reader (hard150-outer).
    func beginsWithStroke(em: Double) -> Bool {
        guard let digit = firstDigit(em) else { return true }
        // It can touch the first digit, which is not that broad by itself (hard150-none).
        return Double(digit.width) > 0.85 * Double(digit.height)
            || (pieces + smallPieces).contains { isStroke($0, before: digit, em) }
    }

    /// Whether a stroke lies level with the middle of its first digit, and apart: a reader that sees no sign there has
    /// overlooked it (a speck of squared paper before it, and -1 was given as 1).
    func hasStrokeApart(em: Double) -> Bool {
        guard let digit = firstDigit(em) else { return false }
        return smallPieces.contains {
            isStroke($0, before: digit, em) && abs($0.midY - digit.midY) < 0.2 * Double(digit.height)
        }
    }

    private func firstDigit(_ em: Double) -> PixelBox? { pieces.first { Double($0.height) > 0.5 * em } }

    private func isStroke(_ piece: PixelBox, before digit: PixelBox, _ em: Double) -> Bool {
        Double(piece.width) > 0.12 * em && Double(piece.width) >= 1.3 * Double(piece.height)
            && Double(piece.height) < 0.3 * em && piece.maxX <= digit.x + 1
    }
}

extension PixelBox {
    func intersection(_ other: PixelBox) -> PixelBox? {
        let (left, top) = (max(x, other.x), max(y, other.y))
        let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
        guard left < right, top < bottom else { return nil }
        return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    }
}
