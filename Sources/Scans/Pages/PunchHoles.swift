import LeptonicaBridge

/// The holes that a page was filed by: dark discs near an edge of the paper, which a digit's reader takes for 9 or 0.
struct PunchHoles {
    /// Of the picture.
    let pixelsPerPoint: Double

    /// In points: holes of 3 to 9 mm, no farther from an edge than 20 mm.
    private static let size = 8.5...25.5
    private static let distance = 57.0
    /// Of its square, what a disc fills; a hole that a shadow or the paper's edge cuts is a little less round.
    private static let filling = 0.68...0.92
    private static let roundness = 1.25

    func without(_ pieces: [PixelBox], of ink: Picture) -> [PixelBox] {
        pieces.filter { !isHole($0, in: ink) }
    }

    private func isHole(_ piece: PixelBox, in ink: Picture) -> Bool {
        let sides = [Double(piece.width), Double(piece.height)]
        guard let least = sides.min(), let most = sides.max(), Self.size ~= most / pixelsPerPoint,
            most < Self.roundness * least
        else { return false }
        let toEdge = min(
            piece.midX, piece.midY, Double(ink.width) - piece.midX, Double(ink.height) - piece.midY)
        guard toEdge < Self.distance * pixelsPerPoint else { return false }
        let dark = ink.greyValues(in: piece).count { $0 == 0 }
        return Self.filling ~= Double(dark) / (least * most)
    }
}
