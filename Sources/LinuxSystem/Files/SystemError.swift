import Glibc

/// A system call that failed: what was tried, on what, and why the system refused.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The errno, captured at the call.
    package let code: Int32
    /// What was tried, as a verb: `open`, `read`, `list`.
    package let call: String
    /// What it was tried on, or nothing.
    package let path: FilePath?

    /// Makes an error of a known errno.
    package init(code: Int32, call: String, path: FilePath? = nil) {
        self.code = code
        self.call = call
        self.path = path
    }

    /// Captures the errno of the call that has just failed; nothing may stand between the two.
    package static func last(_ call: String, _ path: FilePath? = nil) -> SystemError {
        SystemError(code: errno, call: call, path: path)
    }

    /// One sentence: `cannot open /x/y: Permission denied`.
    package var description: String {
        let place = path.map { " " + $0.shown } ?? ""
        return "cannot \(call)\(place): \(reason)"
    }

    /// What the system says about the errno.
    package var reason: String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }

    /// Whether it is not allowed: permissions, ownership or a read-only file system.
    package var isPermission: Bool { [EACCES, EPERM, EROFS].contains(code) }

    /// Whether there is no room: disk full, quota reached or the file too large.
    package var isNoSpace: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

    /// Whether there is no such file, or a folder on the way is none.
    package var isMissing: Bool { [ENOENT, ENOTDIR].contains(code) }

    /// Whether it is there already.
    package var isAlreadyThere: Bool { code == EEXIST }

    /// Whether the device or the network behind the file failed or went away.
    package var isDeviceFailure: Bool {
        [EIO, ENXIO, ENODEV, ESTALE, EREMOTEIO, ENOTCONN, ETIMEDOUT, ENOMEDIUM].contains(code)
    }
}

/// Calls again while a signal interrupts, and captures the errno when the call failed.
func retrying<Result: SignedInteger>(
    _ call: String,
    _ path: FilePath? = nil,
    _ body: () -> Result
) throws(SystemError) -> Result {
    while true {
        let result = body()
        if result >= 0 { return result }
        let error = SystemError.last(call, path)
        if error.code != EINTR { throw error }
    }
}
