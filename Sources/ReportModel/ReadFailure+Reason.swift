extension ReadFailure.Code {
    /// A short key for programs; the words for people come from `Messages`.
    public var reason: String {
        switch self {
        case .notFound: "not-found"
        case .notReadable: "not-readable"
        case .isFolder: "folder"
        case .empty: "empty"
        case .encrypted: "encrypted"
        case .damaged: "damaged"
        case .overLimit: "over-limit"
        case .noSuchPages: "no-such-pages"
        case .unsupportedKind: "unsupported-kind"
        case .noTextLayer: "no-text-layer"
        case .link: "link"
        case .specialFile: "special-file"
        case .climbsOut: "climbs-out"
        case .bomb: "bomb"
        case .timedOut: "timed-out"
        case .outOfMemory: "out-of-memory"
        case .crashed: "crashed"
        case .notAReport: "not-a-report"
        case .tooDamagedToPlace: "too-damaged"
        case .missingOnMachine: "missing-on-machine"
        case .noConfinement: "no-confinement"
        }
    }
}
