import LeptonicaBridge
import ReportModel

/// Reads what stands outside of the tables.
struct OutsideTextReader {
    let page: CleanPage
    let readers: ReaderSet

    func read(around grids: [TableGrid], into writer: inout GlyphWriter) {
        let holes = grids.map { grid in
            let box = grid.actualBox
            return PixelBox(
                x: Int(box.x) - 3, y: Int(box.y) - 3, width: Int(box.width) + 6, height: Int(box.height) + 6)
        }
        guard let rest = page.grey.whitened(in: holes) else { return }
        let whole = PixelBox(x: 0, y: 0, width: rest.width, height: rest.height)
        let crop = InkCrop(
            width: rest.width, height: rest.height, grey: rest.greyValues(in: whole), top: 0, bottom: rest.height,
            left: 0, right: rest.width)
        // Large enough for the model, and not larger: its time goes with the pixels.
        let scale = page.em < 24 ? min(3, 32 / page.em) : 1
        var line: [TextSymbol] = []
        for symbol in readers.text.read(crop, mode: .page, scale: scale) {
            if symbol.startsLine {
                write(line, into: &writer)
                line = []
            }
            line.append(symbol)
        }
        write(line, into: &writer)
    }

    private func write(_ line: [TextSymbol], into writer: inout GlyphWriter) {
        guard let top = line.map(\.y).min(), let bottom = line.map({ $0.y + $0.height }).max() else { return }
        let size = Double(bottom - top) / page.pixelsPerPoint
        for symbol in line {
            let box = PixelBox(x: symbol.x, y: top, width: max(1, symbol.width), height: bottom - top)
            writer.write(symbol.text, in: page.points(box), fontSize: size)
        }
    }
}
