import ReportModel

extension PageState {
    /// Of the page's area.
    private static let leastPicture = 0.1
    private static let wholePicture = 0.6
    /// A scanner's own line, a page number, a note of the archive; the emptiest page of a report has more. In the margins
    /// a signing program may write as much as it likes, and on a form that was scanned empty somebody may have typed any
    /// number of figures.
    private static let longestStamp = 80
    private static let margin = 0.1
    /// Of a seal; a page whose characters were made outlines has more.
    private static let mostShapes = 400

    /// What the page's text is worth, from its characters and what is drawn around them.
    init(judging page: Page, drawing: PageDrawing) {
        var seen = 0
        var between = 0
        var senseless = 0
        let margin = Self.margin * page.height
        for glyph in page.glyphs where !glyph.scalar.isBlank {
            seen += 1
            if glyph.box.midY > margin, glyph.box.midY < page.height - margin, !glyph.scalar.isOfFigures {
                between += 1
            }
            if glyph.scalar.isSenseless { senseless += 1 }
        }
        let pictureArea = page.pictures.map(\.area).reduce(0, +)
        let pageArea = max(1, page.width * page.height)
        if seen < 3 {
            let isDrawn =
                pictureArea > Self.leastPicture * pageArea || drawing.shapes.count > 50 || drawing.textShows.count > 20
            self = isDrawn ? .noText : (seen == 0 && pictureArea == 0 && page.rulings.isEmpty ? .blank : .readable)
            if isDrawn, drawing.textShows.count > 20, pictureArea < Self.leastPicture * pageArea { self = .garbage }
            return
        }
        // Somebody's OCR is written invisibly, or first and then covered by the picture of the page.
        let invisible = drawing.textShows.indices.count { index in
            drawing.textShows[index].isInvisible || drawing.coveredShows.contains(index)
        }
        if invisible * 10 > drawing.textShows.count * 8, invisible > 0 {
            self = .hiddenText
        } else if senseless * 5 > seen {
            self = .garbage
        } else {
            let isDrawn = pictureArea > Self.wholePicture * pageArea || drawing.shapes.count > Self.mostShapes
            self = between <= Self.longestStamp && isDrawn ? .noText : .readable
        }
    }
}

extension Unicode.Scalar {
    /// A digit, or what stands beside digits.
    fileprivate var isOfFigures: Bool {
        switch value {
        case 0x2B...0x39: true
        default: false
        }
    }

    /// No character that stands in a report's text: private use, control, replacement, the accented Latin letters that
    /// mojibake is made of, and scripts that Chinese offices do not write.
    var isSenseless: Bool {
        switch value {
        case 0x20...0x7E, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF, 0x2000...0x206F: false
        case 0xA0...0xA9, 0xAB...0xB9, 0xBB...0xBF, 0xD7, 0xF7: false
        // Greek, arrows, mathematics, enclosed numbers, box drawing, symbols
        case 0x370...0x3FF, 0x2100...0x214F, 0x2150...0x27BF, 0x3040...0x30FF, 0x3200...0x33FF: false
        // Rare Chinese characters and radicals that fonts map common ones to
        case 0x2E80...0x2FDF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0xFE10...0xFE4F: false
        // Pinyin and the names of people
        case 0xC0...0xFF, 0x100...0x24F: true
        default: true
        }
    }
}
