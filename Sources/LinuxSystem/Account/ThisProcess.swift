import Glibc

/// What the process knows of itself.
package enum ThisProcess {
    /// Its number.
    package static var number: Int32 { getpid() }

    /// The processors that it may use, at least one.
    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// The folder that relative paths start from.
    package static var folder: FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard getcwd(&buffer, buffer.count) != nil else { return FilePath("/") }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return FilePath(bytes: bytes)
    }

    /// Ends the process at once with a status.
    package static func exit(_ status: Int32) -> Never {
        Glibc.exit(status)
    }

    /// Makes a file that may not grow any further an error of the write (`EFBIG`) like a full disk,
    /// instead of the end of the process (SIGXFSZ, setrlimit(2)).
    package static func takeFileLimitsAsErrors() {
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Lets the calling thread rest; for a command that waits for another process.
    package static func pause(milliseconds: Int32) {
        poll(nil, 0, milliseconds)
    }
}

extension FilePath {
    /// The path from the root on; a relative one starts from the folder of the process.
    package var absolute: FilePath {
        isAbsolute ? self : ThisProcess.folder.appending(bytes)
    }
}
