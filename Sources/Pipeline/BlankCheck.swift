import Readers
import ReportModel

/// A cell that holds no text is blank only if nothing is drawn in it: digits can be pictures, outlines, or characters
/// of a font that tells nobody what they are.
enum BlankCheck {
    /// Less than any digit needs: a grid without lines gives a cell no room where its row is another's. Seen: 0 points.
    private static let leastSize = 3.0

    static func isTooSmall(_ box: Box) -> Bool { box.width < leastSize || box.height < leastSize }

    private static func doubt(_ figure: inout Figure) {
        figure.status = .suspect
        figure.confidence = min(figure.confidence, 0.4)
        figure.doubts.append("ink.no-room")
    }

    static func checked(_ report: Report, reader: PDFReader) -> Report {
        var report = report
        var suspects: [Int: [(figure: Int, box: Box)]] = [:]
        for (index, figure) in report.figures.enumerated() where figure.content == .blank && figure.method == .text {
            for place in figure.places {
                guard let page = place.page else { continue }
                // Rulings reach into the outline by half their thickness.
                let inside = place.box.insetBy(1.8)
                guard !isTooSmall(inside) else {
                    doubt(&report.figures[index])
                    continue
                }
                suspects[page, default: []].append((index, inside))
            }
        }
        for (page, cells) in suspects {
            let ink = reader.hasInk(in: cells.map(\.box), page: page)
            for (cell, hasInk) in zip(cells, ink) where hasInk {
                report.figures[cell.figure].content = .unreadable
                report.figures[cell.figure].status = .missing
                report.figures[cell.figure].confidence = 0
                report.figures[cell.figure].doubts.append("ink.without-text")
            }
        }
        return report
    }
}
