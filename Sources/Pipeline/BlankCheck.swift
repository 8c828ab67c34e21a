import Readers
import ReportModel

/// A cell that holds no text is blank only if nothing is drawn in it: digits can be pictures, outlines, or characters
/// of a font that tells nobody what they are.
enum BlankCheck {
    static func checked(_ report: Report, reader: PDFReader) -> Report {
        var report = report
        var suspects: [Int: [(figure: Int, box: Box)]] = [:]
        for (index, figure) in report.figures.enumerated() where figure.content == .blank && figure.method == .text {
            for place in figure.places {
                guard let page = place.page else { continue }
                // Rulings reach into the outline by half their thickness.
                suspects[page, default: []].append((index, place.box.insetBy(1.8)))
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
