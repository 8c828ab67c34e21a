import LeptonicaBridge

/// Page numbers by their ink, and as recognition leaves them: 第工页共3页, 一 2 一.
enum PageNumberInk {
    /// The foot of a page, of its height.
    private static let foot = 0.9
    /// In ems: from the number to what stands above it, and the widest number, 第 12 页 共 15 页.
    private static let distance = 1.0
    private static let width = 6.0
    /// Of ink, with what shows through from the other side (mild200-back).
    private static let pieces = 24

    /// Where a page number stands alone at the foot of a page: what is read there can only be misread, and would part a
    /// table from its rest overleaf. Nil where anything else stands lowest.
    ///
    /// - Parameters:
    ///   - pieces: the ink outside of tables.
    ///   - tables: how far down each of them reaches.
    static func place(of pieces: [PixelBox], below tables: [Int], em: Double, height: Int) -> PixelBox? {
        // Neither dirt nor the edge of the desk.
        let ink = pieces.filter { piece in
            Double(max(piece.width, piece.height)) > 0.3 * em && Double(max(piece.width, piece.height)) < 2.5 * em
        }.sorted { $0.maxY > $1.maxY }
        guard let lowest = ink.first, lowest.midY > foot * Double(height) else { return nil }
        var line = lowest
        var members = [lowest]
        for piece in ink.dropFirst() where piece.maxY > line.y {
            line = line.union(piece)
            members.append(piece)
        }
        let above = (ink.dropFirst(members.count).map(\.maxY) + tables.filter { $0 <= line.maxY }).max() ?? 0
        guard members.count <= Self.pieces, Double(line.height) < 1.6 * em, Double(line.y - above) > distance * em
        else { return nil }
        var start = Int.min
        var end = Int.min
        for piece in members.sorted(by: { $0.x < $1.x }) {
            if start == Int.min || Double(piece.x - end) > 1.5 * em { start = piece.x }
            end = max(end, piece.maxX)
            guard Double(end - start) < width * em else { return nil }
        }
        return line
    }

    /// Whether a line at a page's edge is one, but for a character.
    static func isPageNumber(_ text: String) -> Bool {
        var others = 0
        var own = 0
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "0"..."9", "第", "页", "共", "/", "-", "—", "–", "_", ".", "·", "~", "|", "一", "二", "工", "l", "I", "了":
                own += 1
            default: others += 1
            }
        }
        return own > 0 && own + others <= 14 && others <= 1
    }

    /// Whether there is anything in a line but strokes and points: a fold, the edge of the desk.
    static func hasLetters(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
