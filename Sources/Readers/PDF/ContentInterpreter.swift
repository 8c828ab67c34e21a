import QpdfBridge
import ReportModel

/// Follows a page's content far enough to know every line, area and picture that is seen.
struct ContentInterpreter {
    struct Limits: Sendable {
        /// Path segments and pictures a page; a map drawn as vectors has millions.
        var segments = 1_000_000
        /// Form XObjects within each other.
        var depth = 12
        /// Form XObjects shown on one page: two that show each other twice each would never end.
        var forms = 20_000
        var operators = 20_000_000
        /// A filled box up to this thickness, in points, is a line. Borders of 3 pt are the thickest that word
        /// processors offer by name.
        var lineThickness = 3.2
    }

    private let document: QpdfDocument
    private let limits: Limits
    private var drawing = PageDrawing()
    private var state: GraphicsState
    private var stack: [GraphicsState] = []
    private var path = PathCollector()
    private var clipsNext = false
    private var textMatrix = Matrix()
    private var lineMatrix = Matrix()
    /// Of the content that is being followed, by name.
    private var mappedFonts: [String: MappedFont] = [:]
    private var formCount = 0
    private var operatorCount = 0

    /// - Parameter display: from user space to points from the top left of the page as displayed.
    init(document: QpdfDocument, display: Matrix, width: Double, height: Double, limits: Limits = Limits()) {
        self.document = document
        self.limits = limits
        state = GraphicsState(matrix: display, clip: ClipBox(x0: 0, y0: 0, x1: width, y1: height))
    }

    mutating func run(_ page: QpdfPage) -> PageDrawing {
        guard let content = page.content else {
            drawing.isDamaged = true
            return drawing
        }
        mappedFonts = page.mappedFonts
        interpret(content, page.xObjects, page.transparentStates, depth: 0)
        return drawing
    }

    private mutating func interpret(
        _ content: [UInt8], _ xObjects: [String: QpdfXObject], _ transparentStates: Set<String>, depth: Int
    ) {
        var scanner = ContentScanner(content)
        let bottom = stack.count
        while let code = scanner.next() {
            operatorCount += 1
            guard operatorCount < limits.operators, path.segmentCount < limits.segments else {
                drawing.isCut = true
                break
            }
            let n = scanner.numbers
            switch code {
            case Op.q: if stack.count < 10_000 { stack.append(state) }
            case Op.Q: if stack.count > bottom, let last = stack.popLast() { state = last }
            case Op.cm:
                if let matrix = Matrix(numbers: n) {
                    let combined = matrix.then(state.matrix)
                    if combined.isFinite { state.matrix = combined }
                }
            case Op.w: if let width = n.last { state.lineWidth = width }
            case Op.gs: state.isTransparent = transparentStates.contains(scanner.name)
            case Op.g, Op.rg, Op.k, Op.sc, Op.scn: state.fill = Colour(components: n) ?? .black
            case Op.G, Op.RG, Op.K, Op.SC, Op.SCN: state.stroke = Colour(components: n) ?? .black
            case Op.cs: state.fill = .black
            case Op.CS: state.stroke = .black
            case Op.m: if n.count >= 2 { path.move(to: place(n[0], n[1])) }
            case Op.l: if n.count >= 2 { path.line(to: place(n[0], n[1])) }
            case Op.c: if n.count >= 6 { path.curve(to: place(n[4], n[5])) }
            case Op.v, Op.y: if n.count >= 4 { path.curve(to: place(n[2], n[3])) }
            case Op.h: path.close()
            case Op.re: if n.count >= 4 { addRectangle(n[0], n[1], n[2], n[3]) }
            case Op.S: paint(stroke: true, fill: false)
            case Op.s:
                path.close()
                paint(stroke: true, fill: false)
            case Op.f, Op.F, Op.fStar: paint(stroke: false, fill: true)
            case Op.B, Op.BStar: paint(stroke: true, fill: true)
            case Op.b, Op.bStar:
                path.close()
                paint(stroke: true, fill: true)
            case Op.n: paint(stroke: false, fill: false)
            case Op.W, Op.WStar: clipsNext = true
            case Op.Do:
                switch xObjects[scanner.name] {
                case .image(let isOpaque, let width, let height)?:
                    addPicture(isOpaque: isOpaque, width: width, height: height)
                case .form(let id)?: show(id, depth: depth)
                case nil: break
                }
            case Op.BI: addPicture(isOpaque: false, width: 0, height: 0)
            default: text(code, n, scanner)
            }
        }
        if stack.count > bottom {
            state = stack[bottom]
            stack.removeLast(stack.count - bottom)
        }
    }

    private func place(_ x: Double, _ y: Double) -> Point { state.matrix.apply(Point(x: x, y: y)) }

    private mutating func addRectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        path.move(to: place(x, y))
        path.line(to: place(x + width, y))
        path.line(to: place(x + width, y + height))
        path.line(to: place(x, y + height))
        path.close()
    }

    private mutating func show(_ id: XObjectID, depth: Int) {
        formCount += 1
        guard depth < limits.depth, formCount < limits.forms else {
            drawing.isCut = true
            return
        }
        guard let form = document.form(id), let content = form.content else { return }
        let saved = (state, mappedFonts)
        mappedFonts = form.mappedFonts
        if let matrix = Matrix(numbers: form.matrix) { state.matrix = matrix.then(state.matrix) }
        if let box = form.boundingBox {
            let corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
            var outline = PathCollector()
            for corner in corners { outline.move(to: place(corner.0, corner.1)) }
            if let bounds = outline.bounds { state.clip = state.clip.intersection(bounds) }
        }
        interpret(content, form.xObjects, form.transparentStates, depth: depth + 1)
        (state, mappedFonts) = saved
    }

    private mutating func addPicture(isOpaque: Bool, width: Int, height: Int) {
        var outline = PathCollector()
        for corner in [(0.0, 0.0), (1, 0), (1, 1), (0, 1)] { outline.move(to: place(corner.0, corner.1)) }
        guard let bounds = outline.bounds?.intersection(state.clip), !bounds.isEmpty, !state.isTransparent else {
            return
        }
        // Some producers draw table borders as stretched pictures of one dot.
        if isThin(bounds) {
            addRuling(bounds)
        } else {
            drawing.pictures.append(bounds.box)
            if isOpaque { drawing.addCover(bounds.box) }
            // The sides of the unit square: a picture can be turned, and have fewer dots down than across.
            let across = outline.bounds.map { max($0.box.width, $0.box.height) } ?? 0
            if across > 0, bounds.box.area > drawing.largestPicture.area {
                drawing.largestPicture = (bounds.box.area, Double(max(width, height)) / across)
            }
        }
    }
}

// MARK: - Painting

extension ContentInterpreter {
    private mutating func paint(stroke: Bool, fill: Bool) {
        defer {
            if clipsNext, let bounds = path.bounds { state.clip = state.clip.intersection(bounds) }
            clipsNext = false
            path.clear()
        }
        guard !state.isTransparent, !state.clip.isEmpty else { return }
        if fill { for subpath in path.subpaths { self.fill(subpath) } }
        if stroke { for subpath in path.subpaths { self.stroke(subpath) } }
    }

    private mutating func fill(_ subpath: PathCollector.Subpath) {
        guard let bounds = subpath.bounds?.intersection(state.clip), !bounds.isEmpty else { return }
        if isThin(bounds) {
            addRuling(bounds, colour: state.fill)
        } else if subpath.isAxisAligned {
            drawing.areas.append(
                FilledArea(box: bounds.box, red: state.fill.red, green: state.fill.green, blue: state.fill.blue))
            drawing.addCover(bounds.box)
            if state.fill.isWhite { drawing.addWhiteArea(bounds.box) }
        } else if !state.fill.isWhite {
            drawing.shapes.append(bounds.box)
        }
    }

    private mutating func stroke(_ subpath: PathCollector.Subpath) {
        guard subpath.points.count > 1 || subpath.isClosed else { return }
        if subpath.hasCurve {
            if let bounds = subpath.bounds?.intersection(state.clip), !bounds.isEmpty, !state.stroke.isWhite {
                drawing.shapes.append(bounds.box)
            }
            return
        }
        let width = max(0.1, state.lineWidth * state.matrix.scale)
        var points = subpath.points
        if subpath.isClosed, let first = points.first { points.append(first) }
        for (from, to) in zip(points, points.dropFirst()) {
            let dx = abs(to.x - from.x)
            let dy = abs(to.y - from.y)
            // A line that leaves its axis by more than a hundredth of its length is a drawing's.
            guard min(dx, dy) <= max(0.6, 0.01 * max(dx, dy)), max(dx, dy) > 0 || width > 1 else { continue }
            let half = width / 2
            let bounds =
                if dx >= dy {
                    ClipBox(
                        x0: min(from.x, to.x), y0: (from.y + to.y) / 2 - half, x1: max(from.x, to.x),
                        y1: (from.y + to.y) / 2 + half)
                } else {
                    ClipBox(
                        x0: (from.x + to.x) / 2 - half, y0: min(from.y, to.y), x1: (from.x + to.x) / 2 + half,
                        y1: max(from.y, to.y))
                }
            let seen = bounds.intersection(state.clip)
            guard !seen.isEmpty else { continue }
            if isThin(seen) {
                addRuling(seen, colour: state.stroke, isHorizontal: dx >= dy)
            } else {
                drawing.areas.append(
                    FilledArea(box: seen.box, red: state.stroke.red, green: state.stroke.green, blue: state.stroke.blue)
                )
            }
        }
    }

    private func isThin(_ box: ClipBox) -> Bool { min(box.x1 - box.x0, box.y1 - box.y0) <= limits.lineThickness }

    /// White lines are seen on coloured cells only; whether they lie on one is decided when the page is complete.
    private mutating func addRuling(_ box: ClipBox, colour: Colour = .black, isHorizontal: Bool? = nil) {
        let width = box.x1 - box.x0
        let height = box.y1 - box.y0
        let ruling =
            if isHorizontal ?? (width >= height) {
                Ruling(.horizontal, at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1, thickness: height)
            } else {
                Ruling(.vertical, at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1, thickness: width)
            }
        if colour.isWhite {
            guard drawing.areas.last(where: { $0.contains(middleOf: ruling) })?.isWhite == false else { return }
        }
        drawing.rulings.append(ruling)
    }
}

// MARK: - Text

extension ContentInterpreter {
    private mutating func text(_ code: ContentScanner.Operator, _ n: [Double], _ scanner: borrowing ContentScanner) {
        switch code {
        case Op.BT:
            textMatrix = Matrix()
            lineMatrix = Matrix()
        case Op.Tm:
            guard let matrix = Matrix(numbers: n) else { return }
            textMatrix = matrix
            lineMatrix = matrix
        case Op.Td: if n.count >= 2 { moveLine(n[0], n[1]) }
        case Op.TD:
            guard n.count >= 2 else { return }
            state.leading = -n[1]
            moveLine(n[0], n[1])
        case Op.TStar: moveLine(0, -state.leading)
        case Op.TL: if let leading = n.last { state.leading = leading }
        case Op.Tf:
            if let size = n.last { state.fontSize = size }
            state.font = scanner.name
        case Op.Tr: if let mode = n.last { state.renderingMode = Int(max(0, min(7, mode))) }
        case Op.Tj, Op.TJ: show(scanner)
        case Op.quote, Op.doubleQuote:
            moveLine(0, -state.leading)
            show(scanner)
        default: break
        }
    }

    private mutating func moveLine(_ x: Double, _ y: Double) {
        lineMatrix = Matrix(a: 1, b: 0, c: 0, d: 1, e: x, f: y).then(lineMatrix)
        textMatrix = lineMatrix
    }

    private mutating func show(_ scanner: borrowing ContentScanner) {
        guard scanner.textLength > 0, drawing.textShows.count < limits.segments else { return }
        let matrix = textMatrix.then(state.matrix)
        guard matrix.isFinite else { return }
        let origin = Point(x: matrix.e, y: matrix.f)
        let across = (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot()
        guard across > 0 else { return }
        if let font = mappedFonts[state.font] { drawing.mappedShows[font, default: []].append(drawing.textShows.count) }
        var show = TextShow(
            origin: origin, direction: Point(x: matrix.a / across, y: matrix.b / across),
            fontSize: abs(state.fontSize) * matrix.scale,
            code: scanner.code(font: state.font),
            isInvisible: state.renderingMode == 3 || state.renderingMode == 7 || state.isTransparent,
            colour: state.fill, clip: state.clip)
        show.isLost = !show.stands(in: show.clip.box) || (state.fill.isWhite && isOnWhite(show))
        drawing.textShows.append(show)
    }
}

extension ContentInterpreter {
    /// Areas and pictures that are looked at for what white text stands on.
    private static let mostGrounds = 1000

    private func isOnWhite(_ show: TextShow) -> Bool {
        drawing.areas.suffix(Self.mostGrounds).last { show.stands(in: $0.box) }?.isWhite
            ?? !drawing.pictures.prefix(Self.mostGrounds).contains { show.stands(in: $0) }
    }
}

extension Matrix {
    init?(numbers n: [Double]) {
        guard n.count >= 6 else { return nil }
        self.init(a: n[0], b: n[1], c: n[2], d: n[3], e: n[4], f: n[5])
    }
}

extension ClipBox {
    var box: Box { Box(fromX: x0, y: y0, toX: x1, y: y1) }
}

extension FilledArea {
    var isWhite: Bool { min(red, green, blue) > 0.985 }

    func contains(middleOf ruling: Ruling) -> Bool {
        let middle = (ruling.start + ruling.end) / 2
        return switch ruling.direction {
        case .horizontal: box.contains(x: middle, y: ruling.position)
        case .vertical: box.contains(x: ruling.position, y: middle)
        }
    }
}

extension PathCollector.Subpath {
    var bounds: ClipBox? {
        guard let first = points.first else { return nil }
        var box = ClipBox(x0: first.x, y0: first.y, x1: first.x, y1: first.y)
        for point in points.dropFirst() {
            box.x0 = min(box.x0, point.x)
            box.y0 = min(box.y0, point.y)
            box.x1 = max(box.x1, point.x)
            box.y1 = max(box.y1, point.y)
        }
        return box
    }

    /// A box: four corners, maybe the first again, every side along an axis.
    var isAxisAligned: Bool {
        guard !hasCurve, (4...5).contains(points.count) else { return false }
        return zip(points, points.dropFirst()).allSatisfy { abs($0.x - $1.x) < 0.1 || abs($0.y - $1.y) < 0.1 }
    }
}
