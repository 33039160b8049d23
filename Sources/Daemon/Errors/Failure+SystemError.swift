import Glibc
package import LinuxSystem

extension Failure {
    /// Says that a system call failed, with the status and the advice that fit its reason.
    package init(_ error: SystemError) {
        let row = SystemErrorRow.all.first { $0.fits(error) } ?? .other
        self.init(row.code, "\(error.description.escapingControlCharacters); \(row.advice)")
    }
}

extension ExitCode {
    /// The exit status for a system call that failed.
    package init(_ error: SystemError) {
        self = (SystemErrorRow.all.first { $0.fits(error) } ?? .other).code
    }
}

/// One line of the table that turns reasons of the system into statuses (COMMANDS.md §1).
private struct SystemErrorRow: Sendable {
    let code: ExitCode
    let advice: String
    let fits: @Sendable (SystemError) -> Bool

    /// The first line that fits decides.
    static let all: [SystemErrorRow] = [
        .init(
            code: .noPermission,
            advice: "check who owns it and its permissions (ls -ld)",
            fits: { $0.isPermission }
        ),
        .init(
            code: .inputOutput,
            advice: "make room on that disk, or raise the limit",
            fits: { $0.isNoSpace }
        ),
        .init(
            code: .tryAgain,
            advice: "somebody else is at work; try again in a moment",
            fits: { [EAGAIN, EBUSY, ETXTBSY].contains($0.code) }
        ),
        .init(
            code: .unavailable,
            advice: "plug the device in or mount it, then try again",
            fits: { [ENXIO, ENODEV, ENOMEDIUM].contains($0.code) }
        ),
        .init(
            code: .cannotCreate,
            advice: "check that the folder above it is there and is a folder",
            fits: { $0.isCreation }
        ),
        .init(
            code: .noInput,
            advice: "check the path",
            fits: { $0.isMissing || [EISDIR, ELOOP, ENAMETOOLONG].contains($0.code) }
        ),
        other,
    ]

    static let other = SystemErrorRow(
        code: .inputOutput,
        advice: "look into the system's log (journalctl -k) for the cause",
        fits: { _ in true }
    )
}

extension SystemError {
    /// Whether something was to be made.
    fileprivate var isCreation: Bool { call.hasPrefix("make") || isAlreadyThere }
}
