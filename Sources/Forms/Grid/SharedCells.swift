import ReportModel

/// A number is printed once and is one figure: two figures that were read off the same ink are both in doubt.
enum SharedCells {
    static let doubt = "figure.shared"

    private struct Ink: Hashable {
        var place: Place
        var printed: String
    }

    static func doubt(_ figures: inout [Figure]) {
        var readers: [Ink: [Int]] = [:]
        for (index, figure) in figures.enumerated() where figure.content.isAmount {
            for place in figure.places where place.page != nil {
                readers[Ink(place: place, printed: figure.printed), default: []].append(index)
            }
        }
        for indices in readers.values where indices.count > 1 {
            for index in indices where figures[index].status == .ok {
                figures[index].status = .suspect
                figures[index].confidence = 0.3
                figures[index].doubts.append(doubt)
            }
        }
    }
}
