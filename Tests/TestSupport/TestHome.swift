import Glibc

/// A person's machine in a temporary folder: a state folder, an inbox, a fixed clock, a zone.
///
/// One test owns it; the folder goes with it.
package final class TestHome {
    /// The folder that holds everything.
    package let folder: String
    /// Where exports are dropped.
    package var inbox: String { folder + "/inbox" }
    /// Where the programs keep what they know.
    package var state: String { folder + "/state" }
    /// The environment of the programs.
    package var environment: [String: String]
    private var runs = 0

    /// Makes an empty home.
    package init(now: String = "2026-11-21T12:00:00Z", zone: String = "Europe/Oslo") throws {
        var template = Array("/tmp/amble-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Program.CannotStart(code: errno) }
        folder = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
        // What is plugged into the machine that runs the tests is nobody's business.
        environment = ["AMBLE_NOW": now, "TZ": zone, "HOME": folder, "AMBLE_DEVICES": "off"]
        mkdir(folder + "/inbox", 0o700)
    }

    /// Writes a file into the inbox, whole and under its final name at once.
    package func drop(_ name: String, _ text: String) {
        drop(name, Array(text.utf8))
    }

    /// Writes bytes into the inbox, whole and under their final name at once.
    package func drop(_ name: String, _ bytes: [UInt8]) {
        let temporary = inbox + "/.\(name).part"
        TestHome.write(bytes, to: temporary)
        rename(temporary, inbox + "/" + name)
    }

    /// Makes everything in the inbox look a minute old, so that it is settled when it is found.
    package func age() {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        now.tv_sec -= 60
        guard let stream = opendir(inbox) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            var name = entry.pointee.d_name
            withUnsafeBytes(of: &name) { bytes in
                let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                utimensat(AT_FDCWD, inbox + "/" + text, [now, now], 0)
            }
        }
    }

    /// Writes bytes to a path.
    package static func write(_ bytes: [UInt8], to path: String) {
        guard let file = fopen(path, "wb") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    /// Starts one of the programs with this home's places.
    package func start(
        _ program: String,
        _ arguments: [String],
        limits: String? = nil
    ) throws -> Program {
        runs += 1
        let output = folder + "/run-\(runs)"
        mkdir(output, 0o700)
        let places = ["--state", state, "--inbox", inbox, "--config", folder + "/amble.toml"]
        if access(folder + "/amble.toml", F_OK) != 0 { TestHome.write([], to: places[5]) }
        return try Program(
            program,
            arguments + places,
            environment: environment,
            folder: output,
            limits: limits
        )
    }

    /// Runs one of the programs to its end.
    package func run(
        _ program: String,
        _ arguments: [String],
        limits: String? = nil
    ) throws -> Program.Result {
        try start(program, arguments, limits: limits).finish()
    }

    /// Takes what lies in the inbox.
    @discardableResult
    package func once(limits: String? = nil) throws -> Program.Result {
        try run("ambled", ["--once"], limits: limits)
    }

    /// What a program sees of the person: every day and every walk.
    package func derived() throws -> String {
        let days = try run("amble", ["days", "--json"])
        let walks = try run("amble", ["walks", "--json"])
        return days.output + "\n" + walks.output + days.errors + walks.errors
    }

    deinit {
        // Its output files go with the folder; unlinking open files is fine.
        _ = try? Program(path: "/bin/rm", ["-rf", folder], folder: folder).finish()
    }
}
