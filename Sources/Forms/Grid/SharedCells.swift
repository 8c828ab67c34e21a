import ReportModel

/// A number is printed once and is one figure: two figures that were read off the same ink are both in doubt.
enum SharedCells {
    static let doubt = "figure.shared"

    /// - Parameter isNew: where all others have been looked at, one of the two is new.
    static func doubt(_ figures: inout [Figure], isNew: (Figure) -> Bool = { _ in true }) {
        let printed = figures.indices.filter { figures[$0].content.isAmount }
        for group in Dictionary(grouping: printed, by: { figures[$0].printed }).values {
            for index in group {
                let own = figures[index]
                // One that is in doubt for another reason is in doubt for this one too: what settles that says nothing here.
                guard own.status == .ok || own.status == .suspect, !own.doubts.contains(doubt) else { continue }
                let isShared = group.contains { other in
                    other != index && (isNew(own) || isNew(figures[other])) && isSame(own, figures[other])
                }
                guard isShared else { continue }
                figures[index].status = .suspect
                figures[index].confidence = min(own.confidence, 0.3)
                figures[index].doubts.append(doubt)
            }
        }
    }

    /// Two readers of one page need not give a number quite the same box.
    private static func isSame(_ one: Figure, _ two: Figure) -> Bool {
        one.places.contains { place in
            two.places.contains { other in
                guard place.page == other.page, let common = place.box.intersection(other.box) else {
                    return place.page == other.page && place.box == other.box
                }
                return common.area > 0.6 * min(place.box.area, other.box.area)
            }
        }
    }
}
