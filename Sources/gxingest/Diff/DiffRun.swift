import Comparison
import JSON
import Pipeline
import Readers
import ReportModel
import SystemBridge
import Workers

/// One run of `diff`.
struct DiffRun {
    let operands: [String]
    let format: DiffCommand.Format
    let output: String?
    let settings: ComparisonSettings
    let reading: ReadingSettings
    let launch: WorkerLaunch
    let console: Console

    func run() -> ExitCode {
        // One for each side: each keeps its document open for pictures.
        let readers = operands.map { _ in ConfinedReader(launch) }
        var sides: [Comparand] = []
        for (operand, reader) in zip(operands, readers) {
            let progress = ProgressLine(operand, console: console)
            defer { progress.clear() }
            do throws(ReadFailure) {
                sides.append(
                    try Comparand.read(operand, reader: reader, settings: reading) { page, count in
                        progress.show(page, of: count)
                    })
            } catch {
                progress.clear()
                console.complain(error, about: operand)
                return error.exitCode
            }
        }
        guard sides.count == 2 else { return .usage }
        let pairing = ReportPairing(sides[0].reports, sides[1].reports, isYears: settings.isYears)
        let comparisons = pairing.pairs.map { ReportComparison($0.left, $0.right, settings: settings) }
        let pictures = DiffPictures(sides: sides, readers: readers, settings: reading)
        let text = text(of: comparisons, pairing, pictures)
        if let output {
            do throws(SystemError) {
                try OutputFile.write(Array(text.utf8), to: output)
            } catch {
                console.complain(error, writingTo: output)
                return .input
            }
        } else if let end = console.write(text), end != .clean {
            return end
        }
        let isSame =
            comparisons.allSatisfy(\.isSame) && pairing.onlyLeft.isEmpty && pairing.onlyRight.isEmpty
        return isSame ? .clean : .look
    }

    private func text(
        of comparisons: [ReportComparison], _ pairing: ReportPairing, _ pictures: DiffPictures
    ) -> String {
        let alone = pairing.onlyLeft.map { ("A", $0.source) } + pairing.onlyRight.map { ("B", $0.source) }
        switch format {
        case .text:
            let writer = ComparisonText(language: console.language, paint: console.paint)
            // Of a whole batch only what differs is worth a line.
            let shown = comparisons.count > 1 ? comparisons.filter { !$0.isSame } : comparisons
            var text = shown.map(writer.text).joined(separator: "\n")
            if comparisons.count != 1 || !alone.isEmpty {
                let same = comparisons.count - comparisons.count { !$0.isSame }
                let tally = LocalisedText(
                    chinese: "成对 \(comparisons.count) 份，相同 \(same) 份，只在一边 \(alone.count) 份",
                    english: "\(comparisons.count) pairs, \(same) the same; \(alone.count) on one side only")
                text += (text.isEmpty ? "" : "\n") + tally[console.language] + "\n"
                for (side, source) in alone { text += "  \(side) \(source.printable)\n" }
            }
            return text
        case .json:
            let rest = alone.map { side, source in
                JSONValue.object([
                    "schema": .string(ComparisonJSON.schemaName), "version": .integer(ComparisonJSON.schemaVersion),
                    "same": .bool(false), "only": .string(side == "A" ? "left" : "right"), "source": .string(source),
                ]).text + "\n"
            }
            return comparisons.map(ComparisonJSON.text).joined() + rest.joined()
        case .html:
            let page = ComparisonPage(language: console.language) { side, source, places in
                pictures.picture(side, places)
            }
            let shown = comparisons.count > 1 ? comparisons.filter { !$0.isSame } : comparisons
            return page.html(shown, alone: alone.map { "\($0.0) \($0.1)" })
        }
    }
}

/// The pictures beside the differences, where a side is a document.
final class DiffPictures {
    private let sides: [Comparand]
    private let readers: [ConfinedReader]
    private let settings: ReadingSettings
    private var known: [Key: [UInt8]?] = [:]
    private var drawn = 0

    private struct Key: Hashable {
        var side: Int
        var page: Int
        var box: Box
    }

    /// A page with more pictures no browser shows at ease.
    private static let limit = 400

    init(sides: [Comparand], readers: [ConfinedReader], settings: ReadingSettings) {
        self.sides = sides
        self.readers = readers
        self.settings = settings
    }

    func picture(_ side: ComparisonSide, _ places: [Place]) -> [UInt8]? {
        let index = side == .left ? 0 : 1
        guard let document = sides[index].document, let page = places.first?.page, drawn < Self.limit,
            let ink = Box.around(places.filter { $0.page == page }.map(\.box))
        else { return nil }
        // With enough around it to see which row and column it is.
        let box = Box(x: ink.x - 36, y: ink.y - 10, width: ink.width + 72, height: ink.height + 20)
        let key = Key(side: index, page: page, box: box)
        if let known = known[key] { return known }
        drawn += 1
        let crop = PageCrop(page: page, box: box, pixelsPerPoint: 2)
        let pictures = try? readers[index].pictures([crop], of: document, settings: settings) {
            () throws(ReadFailure) in
            try SourceFile.content(of: document)
        }
        let picture = pictures?.first ?? nil
        known[key] = picture
        return picture
    }
}
