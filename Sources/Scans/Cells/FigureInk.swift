import LeptonicaBridge

/// What is a figure in a line of ink, and the dirt beside it that readers take for a digit more or a sign (hard150-none).
struct FigureInk: Sendable {
    /// Without the dirt.
    var line: InkLine
    var dirt: [PixelBox]

    init(_ line: InkLine, em: Double) {
        self.line = line
        dirt = []
        guard let first = line.pieces.first, let last = line.pieces.last else { return }
        let around = line.pieces.dropFirst().reduce(first) { $0.union($1) }
        let left = line.smallPieces.filter { $0.maxX <= first.x && !Self.isSign($0, before: first, em) }
        let right = line.smallPieces.filter { $0.x >= last.maxX && !Self.isPoint($0, behind: last, em) }
        dirt = [(left, first), (right, last)].filter { Self.isDirt($0, beside: $1, of: around, em) }.flatMap(\.0)
        let rest = line.smallPieces.filter { !dirt.contains($0) }
        let whole = rest.reduce(around) { $0.union($1) }
        self.line.box = PixelBox(x: whole.x, y: line.box.y, width: whole.width, height: line.box.height)
        self.line.smallPieces = rest
    }

    /// A stroke level with the middle of the first digit.
    private static func isSign(_ piece: PixelBox, before digit: PixelBox, _ em: Double) -> Bool {
        piece.width > piece.height && abs(piece.midY - digit.midY) < 0.3 * Double(digit.height)
    }

    /// On the line, right behind a digit: the digits behind it may be lost.
    private static func isPoint(_ piece: PixelBox, behind digit: PixelBox, _ em: Double) -> Bool {
        Double(piece.x - digit.maxX) < 0.35 * em && abs(Double(piece.maxY - digit.maxY)) < 0.15 * em
    }

    /// Whether small pieces on one side of a figure are less than what would be left of a digit, and no part of the
    /// digit beside them: of a 4 that fell apart the stem can be left (fax-outer).
    private static func isDirt(_ pieces: [PixelBox], beside digit: PixelBox, of figure: PixelBox, _ em: Double) -> Bool
    {
        let rows = Set(pieces.flatMap { $0.y..<$0.maxY })
        let isWhole = Double(digit.width) >= wholeDigit * em
        return Double(rows.count) < 0.5 * Double(figure.height)
            && pieces.allSatisfy { piece in
                Double(max(piece.width, piece.height)) <= largest * em
                    && (isWhole || Double(piece.union(digit).width) > widestDigit * em)
            }
    }

    private static let wholeDigit = 0.33
    private static let widestDigit = 0.7
    /// No part of a digit that has come off is that small.
    private static let largest = 0.2
}

extension CleanPage {
    /// A figure as its readers see it: with paper where the dirt is.
    func crop(_ figure: FigureInk) -> InkCrop {
        let margin = Int(em * 0.4)
        var crop = crop(figure.line.box, margin: margin)
        let (left, top) = (figure.line.box.x - margin, figure.line.box.y - margin)
        for piece in figure.dirt {
            crop.whiten(
                x: piece.x - left - Self.softEdge..<piece.maxX - left + Self.softEdge,
                y: piece.y - top - Self.softEdge..<piece.maxY - top + Self.softEdge)
        }
        return crop
    }

    /// Of ink on grey paper, in pixels.
    private static let softEdge = 2
}
