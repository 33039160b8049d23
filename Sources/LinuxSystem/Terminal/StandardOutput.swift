import Glibc

/// Standard output, gathered into large writes; whoever prints last calls `flush`.
package enum StandardOutput {
    private static let buffer = OutputBuffer(descriptor: STDOUT_FILENO)

    /// Writes text as it is, without a line end of its own.
    ///
    /// When nobody reads any more (`amble days | head`) the program ends as if by SIGPIPE, without
    /// a word. Other failures are kept for `flush`.
    package static func write(_ text: String) {
        buffer.write(text)
    }

    /// Writes out what was gathered.
    ///
    /// - Throws: the first failure since the last call; what was written then is not complete.
    package static func flush() throws(SystemError) {
        try buffer.flush()
    }
}
