/// How a command ends, and what a document's row in a batch says.
public enum ExitCode: Int32, Sendable, Hashable, CaseIterable {
    /// Read; no figure in doubt, no finding above a note.
    case clean = 0
    /// Read; something for a person to look at.
    case look = 1
    /// The command line is wrong.
    case usage = 2
    /// The input cannot be read, or the output cannot be written.
    case input = 3
    /// Read, but no report of a known form, or too damaged to be placed on it.
    case notAReport = 4
    /// Something on this machine is missing.
    case machine = 5
    case interrupted = 130

    /// What several documents come to: the first of 5, 3, 4, 1, 0 that occurs.
    public static func combined(_ codes: some Sequence<ExitCode>) -> ExitCode {
        let codes = Set(codes)
        return [.machine, .input, .notAReport, .look].first { codes.contains($0) } ?? .clean
    }
}

extension Report {
    /// Whether a person has to look at it.
    public var exitCode: ExitCode {
        let inDoubt = figures.contains { figure in
            switch figure.status {
            case .ok, .empty, .corrected: false
            case .derived, .suspect, .missing: true
            }
        }
        return inDoubt || hasUnreadPages || findings.contains { $0.severity > .note } ? .look : .clean
    }
}

extension Report {
    private var hasUnreadPages: Bool {
        pages.contains { page in page.warnings.contains { if case .notRead = $0 { true } else { false } } }
    }
}

extension ReadFailure {
    public var exitCode: ExitCode {
        switch code {
        case .notFound, .notReadable, .isFolder, .empty, .encrypted, .damaged, .overLimit, .noSuchPages,
            .unsupportedKind, .noTextLayer, .link, .specialFile, .climbsOut, .bomb, .timedOut, .outOfMemory, .crashed:
            .input
        case .notAReport, .tooDamagedToPlace: .notAReport
        case .missingOnMachine, .noConfinement: .machine
        }
    }
}
