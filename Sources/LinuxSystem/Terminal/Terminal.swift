import Glibc

/// The terminal a person sits at, if any.
package enum Terminal {
    /// Whether a descriptor leads to a terminal; 1 is standard output, 2 standard error.
    package static func isTerminal(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1
    }

    /// Characters in a line: `COLUMNS` when it is a number, else what the terminal says, else 80.
    /// At least 20.
    package static var width: Int {
        max(20, width(variable: Environment.value("COLUMNS")))
    }

    static func width(variable: String?) -> Int {
        if let variable, let columns = Int(variable), (1...10_000).contains(columns) {
            return columns
        }
        var size = winsize()
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { continue }
            return Int(size.ws_col)
        }
        return 80
    }
}
