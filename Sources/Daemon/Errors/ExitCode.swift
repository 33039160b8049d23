/// Exit statuses of both programs, after sysexits(3) (COMMANDS.md §1); the one table of them.
package enum ExitCode: Int32, Sendable {
    /// Done.
    case done = 0
    /// The command was typed wrongly.
    case usage = 64
    /// The data is wrong: a file was refused, wholly or in part.
    case wrongData = 65
    /// There is no such input.
    case noInput = 66
    /// The daemon or a device is not there.
    case unavailable = 69
    /// A mistake of the program.
    case internalError = 70
    /// A file or folder cannot be made.
    case cannotCreate = 73
    /// Reading or writing failed.
    case inputOutput = 74
    /// Somebody else is at work; try again.
    case tryAgain = 75
    /// No permission.
    case noPermission = 77
    /// The configuration is wrong.
    case configuration = 78
}
