import Glibc

/// Standard error: lines for people and for the journal.
package enum StandardError {
    /// Writes one line; control characters are escaped, so that one message stays one line.
    ///
    /// A failure is of no use to anybody and is passed over.
    package static func write(line: String) {
        write(raw: line.escapingControlCharacters + "\n")
    }

    /// Writes text as it is, in one call: for progress that stays on its line of a terminal.
    package static func write(raw: String) {
        OutputBuffer.writeNow(Array(raw.utf8), to: STDERR_FILENO)
    }
}
