package import LinuxSystem

/// What a command asks of a running daemon: a file in the `requests` folder of the state folder,
/// answered by a file beside it.
///
///     <id>.request   "amble-request 1" NUL verb NUL person NUL path NUL path …
///     <id>.answer    "amble-answer 1" NUL exit status NUL sentence
///
/// Both are written under a temporary name and renamed, so that they are whole when they are seen.
package struct DaemonRequest: Hashable, Sendable {
    /// What is asked for.
    package enum Verb: String, Sendable {
        /// Take files now.
        case importFiles = "import"
        /// Throw the derived days away and make them again.
        case rebuild
    }

    /// What is asked for.
    package let verb: Verb
    /// Whose files they are.
    package let person: String
    /// Absolute paths.
    package let paths: [FilePath]

    /// Asks for something.
    package init(_ verb: Verb, person: String, paths: [FilePath] = []) {
        self.verb = verb
        self.person = person
        self.paths = paths
    }

    private static let mark = Array("amble-request 1".utf8)

    /// The request as bytes.
    var bytes: [UInt8] {
        var fields = [Self.mark, Array(verb.rawValue.utf8), Array(person.utf8)]
        fields += paths.map(\.bytes)
        return Array(fields.joined(separator: [0]))
    }

    /// Reads a request; nothing when it is none of this version.
    init?(bytes: [UInt8]) {
        let fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
        guard fields.count >= 3, fields[0] == Self.mark,
            let verb = Verb(rawValue: String(decoding: fields[1], as: UTF8.self))
        else { return nil }
        self.verb = verb
        person = String(decoding: fields[2], as: UTF8.self)
        paths = fields[3...].map { FilePath(bytes: $0) }
    }
}

/// What the daemon answers.
struct DaemonAnswer: Hashable, Sendable {
    /// The exit status for the command.
    let code: ExitCode
    /// One sentence when something went wrong.
    let sentence: String

    private static let mark = Array("amble-answer 1".utf8)

    init(code: ExitCode, sentence: String = "") {
        self.code = code
        self.sentence = sentence
    }

    var bytes: [UInt8] {
        let fields = [Self.mark, Array(String(code.rawValue).utf8), Array(sentence.utf8)]
        return Array(fields.joined(separator: [0]))
    }

    init?(bytes: [UInt8]) {
        let fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
        guard fields.count == 3, fields[0] == Self.mark,
            let status = Int32(String(decoding: fields[1], as: UTF8.self)),
            let code = ExitCode(rawValue: status)
        else { return nil }
        self.code = code
        sentence = String(decoding: fields[2], as: UTF8.self)
    }
}

/// The folder of requests, seen from both sides.
struct RequestDesk: Sendable {
    /// `requests` in the state folder.
    let folder: FilePath

    /// A command that has not fetched its answer after an hour is gone.
    private static let answerLifeMilliseconds: Int64 = 3_600_000
    private static let requestSuffix = Array(".request".utf8)
    private static let answerSuffix = Array(".answer".utf8)

    /// Whether a path is a request of this desk.
    func isRequest(_ path: FilePath) -> Bool {
        path.parent == folder
            && path.nameBytes.suffix(Self.requestSuffix.count) == Self.requestSuffix[...]
    }

    /// Writes a request under a name that nobody else uses.
    ///
    /// - Returns: the path of the request.
    func ask(_ request: DaemonRequest, as name: String) throws(SystemError) -> FilePath {
        try Folder.make(folder, mode: 0o700)
        let path = folder.appending(Array(name.utf8) + Self.requestSuffix)
        try AtomicFile.write(request.bytes, to: path, mode: 0o600)
        return path
    }

    /// Reads a request, which stays on the desk until it is answered, so that a reload in between
    /// does not lose it; nothing when it is unreadable, which removes it.
    func read(_ path: FilePath) -> DaemonRequest? {
        guard let file = try? FileDescriptor.openRegular(path),
            let bytes = try? file.readAll(limit: 64 << 20),
            let request = DaemonRequest(bytes: bytes)
        else {
            try? File.unlink(path)
            return nil
        }
        return request
    }

    /// Answers a request and takes it off the desk.
    func answer(_ path: FilePath, with answer: DaemonAnswer) throws(SystemError) {
        try AtomicFile.write(answer.bytes, to: answerPath(of: path), mode: 0o600)
        try File.unlink(path)
    }

    /// The answer to a request, once it is there; takes it off the desk.
    func takeAnswer(to path: FilePath) -> DaemonAnswer? {
        let answer = answerPath(of: path)
        guard let file = try? FileDescriptor.openRegular(answer),
            let bytes = try? file.readAll(limit: 1 << 20)
        else { return nil }
        try? File.unlink(answer)
        return DaemonAnswer(bytes: bytes)
    }

    /// Removes answers that nobody fetched; requests stay, for the daemon that begins now.
    func removeStaleAnswers() {
        let oldest = WallClock.system.milliseconds() - Self.answerLifeMilliseconds
        for entry in (try? Folder.entries(folder)) ?? []
        where entry.name.suffix(Self.answerSuffix.count) == Self.answerSuffix[...] {
            let path = folder.appending(entry.name)
            guard let status = try? FileStatus.of(path), status.modifiedMilliseconds < oldest
            else { continue }
            try? File.unlink(path)
        }
    }

    /// Takes a request back that nobody will answer.
    func withdraw(_ path: FilePath) {
        try? File.unlink(path)
    }

    /// Whether a request still waits for its answer.
    func isOpen(_ path: FilePath) -> Bool {
        File.exists(path)
    }

    private func answerPath(of path: FilePath) -> FilePath {
        let stem = path.nameBytes.dropLast(Self.requestSuffix.count)
        return folder.appending(Array(stem) + Self.answerSuffix)
    }
}
