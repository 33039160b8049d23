import Glibc
import LinuxSystem
import Scoring

extension PlanFile {
    /// Reads the plan that a configuration names; without a name the built-in one holds.
    ///
    /// - Parameter path: the absolute path of the file.
    /// - Returns: the plan.
    /// - Throws: status 78 with every mistake on a line of its own, under the file's name; 66, 74
    ///   or 77 when the file cannot be read.
    static func plan(at path: FilePath?) throws(Failure) -> WalkingPlan {
        guard let path else { return .builtIn }
        switch parse(try text(at: path)) {
        case .success(let plan):
            return plan
        case .failure(let mistakes):
            let file = path.name.escapingControlCharacters
            let lines = mistakes.all.map { $0.line(in: file) }
            throw Failure(.configuration, lines.joined(separator: "\n"))
        }
    }

    private static func text(at path: FilePath) throws(Failure) -> [UInt8] {
        do {
            // The parser itself complains about a little more than 1 MiB.
            return try File.read(path, limit: 2 << 20)
        } catch {
            guard error.code == EFBIG else { throw Failure(error) }
            throw Failure(
                .configuration,
                "\(path.shown.escapingControlCharacters) is far too long for a walking plan; "
                    + "check the path in [plan]"
            )
        }
    }
}
