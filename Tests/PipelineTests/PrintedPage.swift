import Foundation
import GxTestSupport
import ReportModel

/// A page as pdftotext and pdftoppm see it.
struct PrintedPage {
    private var words: [(text: String, box: Box)] = []
    private var width = 0
    private var height = 0
    private var pixels: [UInt8] = []
    private static let dotsPerInch = 144.0

    /// The pages by their number.
    static func pages(of path: String) throws -> [Int: PrintedPage] {
        var pages: [Int: PrintedPage] = [:]
        var number = 0
        for line in try Tool.text(["pdftotext", "-bbox", path, "-"]).split(separator: "\n") {
            if line.contains("<page ") {
                number += 1
                pages[number] = try PrintedPage(rendering: number, of: path)
            } else if line.contains("<word "), let word = word(line) {
                pages[number]?.words.append(word)
            }
        }
        return pages
    }

    private init(rendering number: Int, of path: String) throws {
        let picture = try Tool.run([
            "pdftoppm", "-gray", "-r", "\(Int(Self.dotsPerInch))", "-f", "\(number)", "-l", "\(number)", path,
        ])
        // P5, width, height, 255, then a byte a dot.
        let head = picture.prefix(40).split(separator: 0x0A, maxSplits: 3)
        let size = String(decoding: head[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        (width, height) = (size[0], size[1])
        pixels = Array(picture.suffix(width * height))
    }

    private static func word(_ line: Substring) -> (text: String, box: Box)? {
        let parts = line.split(separator: "\"")
        guard parts.count >= 9, let x0 = Double(parts[1]), let y0 = Double(parts[3]), let x1 = Double(parts[5]),
            let y1 = Double(parts[7]), let end = parts[8].range(of: "</word>")
        else { return nil }
        return (String(parts[8][..<end.lowerBound].dropFirst()), Box(fromX: x0, y: y0, toX: x1, y: y1))
    }

    /// The words that a box touches by more than a rim, without spaces.
    func text(in box: Box) -> String {
        let touched = words.filter { word in
            guard let common = word.box.intersection(box) else { return false }
            return common.area > 0.2 * min(word.box.area, box.area)
        }
        return touched.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }.map(\.text).joined()
    }

    func hasInk(in box: Box) -> Bool {
        let scale = Self.dotsPerInch / 72
        for y in Int(box.y * scale)..<min(height, Int(box.maxY * scale) + 1) {
            for x in Int(box.x * scale)..<min(width, Int(box.maxX * scale) + 1) where pixels[y * width + x] < 128 {
                return true
            }
        }
        return false
    }
}
