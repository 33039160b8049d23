import Glibc

/// A built program that a test runs from outside: arguments in, output and exit status back.
///
/// One test owns it; what it prints goes to files in its folder, so that no pipe can fill up.
package final class Program {
    /// What a finished program left behind.
    package struct Result: Sendable {
        /// The exit status, or nothing when a signal ended it.
        package let status: Int32?
        /// The signal that ended it, or nothing.
        package let signal: Int32?
        /// The most memory it had resident, in MiB, as last seen while it ran; 0 when it ended
        /// before anybody looked.
        package let peakMebibytes: Int
        /// What it wrote to standard output.
        package let output: String
        /// What it wrote to standard error.
        package let errors: String
    }

    private let folder: String
    private let process: pid_t
    private var status: Int32?
    private var peakKibibytes = 0

    /// Starts a program that was built beside the tests.
    ///
    /// - Parameters:
    ///   - name: `amble` or `ambled`.
    ///   - arguments: without the program's own name.
    ///   - environment: the whole environment; nothing is inherited but `PATH`.
    ///   - folder: an existing folder for its output files.
    ///   - limits: `ulimit` arguments that a shell sets before, for example `-f 2000`.
    /// - Throws: when it cannot be started.
    package convenience init(
        _ name: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        folder: String,
        limits: String? = nil
    ) throws {
        try self.init(
            path: Program.folderOfBuilds + "/" + name,
            arguments,
            environment: environment,
            folder: folder,
            limits: limits
        )
    }

    /// Starts any program by its path; everything else as above.
    package init(
        path: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        folder: String,
        limits: String? = nil
    ) throws {
        self.folder = folder
        var words = [path] + arguments
        if let limits {
            words = ["/bin/bash", "-c", "ulimit \(limits); exec \"$0\" \"$@\""] + words
        }
        process = try Program.spawn(
            words,
            environment: environment,
            output: folder + "/stdout",
            errors: folder + "/stderr"
        )
    }

    /// The folder that holds the test bundle, and so the programs.
    package static var folderOfBuilds: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(
            decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
    }

    /// Whether it still runs.
    package var isRunning: Bool {
        if status != nil { return false }
        notePeak()
        var raw: Int32 = 0
        guard waitpid(process, &raw, WNOHANG) == process else { return true }
        status = raw
        return false
    }

    /// Sends a signal; nothing happens when it has ended.
    package func send(_ signal: Int32) {
        if isRunning { kill(process, signal) }
    }

    /// Waits until it ends; after two minutes it is killed, which the result shows.
    package func finish() -> Result {
        let deadline = Program.seconds() + 120
        while isRunning, Program.seconds() < deadline { poll(nil, 0, 2) }
        if isRunning {
            kill(process, SIGKILL)
            var raw: Int32 = 0
            waitpid(process, &raw, 0)
            status = raw
        }
        let raw = status ?? 0
        let signal = raw & 0x7F
        return Result(
            status: signal == 0 ? (raw >> 8) & 0xFF : nil,
            signal: signal == 0 ? nil : signal,
            peakMebibytes: peakKibibytes / 1024,
            output: Program.text(folder + "/stdout"),
            errors: Program.text(folder + "/stderr")
        )
    }

    /// What it wrote to standard error so far.
    package var errorsSoFar: String { Program.text(folder + "/stderr") }

    deinit {
        if isRunning {
            kill(process, SIGKILL)
            var raw: Int32 = 0
            waitpid(process, &raw, 0)
        }
    }
}

extension Program {
    /// Why a program could not be started.
    package struct CannotStart: Error {
        /// The errno of the call.
        package let code: Int32
    }

    /// The whole of a text file; empty when there is none.
    package static func text(_ path: String) -> String {
        String(decoding: bytes(path), as: UTF8.self)
    }

    /// The whole of a file; empty when there is none.
    package static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }

    /// Takes the high-water mark from the kernel's description of the process.
    ///
    /// The `ru_maxrss` of its end would not do: until it executes, a spawned process lives in the
    /// memory of the tests, and their high-water mark stays in its usage.
    private func notePeak() {
        let lines = Program.text("/proc/\(process)/status").split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("VmHWM:") }),
            let number = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return }
        peakKibibytes = number
    }

    private static func seconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec
    }

    private static func spawn(
        _ words: [String],
        environment: [String: String],
        output: String,
        errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
        var settings = ["PATH": "/usr/bin:/bin"]
        settings.merge(environment) { $1 }
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] =
            settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var process: pid_t = 0
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads of a test block signals that no person's shell blocks.
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flagsOfSignals = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flagsOfSignals))
        let code = posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
        if code != 0 { throw CannotStart(code: code) }
        return process
    }
}
