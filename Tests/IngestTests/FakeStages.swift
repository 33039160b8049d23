import Dispatch
import Ingest
import LinuxSystem
import Model
import Synchronization

/// Stages that note what they are asked to do, and end when the test lets them.
final class FakeStages: Sendable {
    /// What was seen so far.
    struct Course {
        var begun: [IncomingFile] = []
        var inWork: [IncomingFile] = []
        var mostInWork = 0
        var mostBytesTogether: Int64 = 0
        var hadOnePathTwice = false
        var finished: [IncomingFile] = []
        var derivations = 0
        var told = 0
        var derivedEvents = 0
        var pressures: [Pressure] = []
        var idle = 0
    }

    private let course = Mutex(Course())
    private let gate: DispatchSemaphore?
    private let deriveGate: DispatchSemaphore?
    private let changesDays: Bool
    private let derivesWell: Bool

    /// - Parameters:
    ///   - gated: whether each file waits for `let(through:)`.
    ///   - deriveGated: whether each derivation waits for `letDerive()`.
    init(
        gated: Bool = false,
        deriveGated: Bool = false,
        changesDays: Bool = false,
        derivesWell: Bool = true
    ) {
        gate = gated ? DispatchSemaphore(value: 0) : nil
        deriveGate = deriveGated ? DispatchSemaphore(value: 0) : nil
        self.changesDays = changesDays
        self.derivesWell = derivesWell
    }

    /// What was seen so far.
    var seen: Course { course.withLock { $0 } }

    /// Lets so many files end.
    func letThrough(_ count: Int) {
        for _ in 0..<count { gate?.signal() }
    }

    /// Lets a derivation end.
    func letDerive() {
        deriveGate?.signal()
    }

    /// Counts a moment at which the pipeline said that it is idle.
    func noteIdle() {
        course.withLock { $0.idle += 1 }
    }

    /// A pipeline over these stages.
    func pipeline(width: Int) -> IngestPipeline {
        IngestPipeline(
            stages: IngestPipeline.Stages(
                intake: { @Sendable [self] in intake($0) },
                derive: { @Sendable [self] in derive() },
                tell: { @Sendable [self] _ in course.withLock { $0.told += 1 } }
            ),
            events: IngestPipeline.Events(
                finished: { @Sendable [self] file, _ in
                    course.withLock { $0.finished.append(file) }
                },
                pressure: { @Sendable [self] pressure in
                    course.withLock { $0.pressures.append(pressure) }
                },
                derived: { @Sendable [self] _ in course.withLock { $0.derivedEvents += 1 } }
            ),
            width: width
        )
    }

    private func intake(_ file: IncomingFile) -> IntakeResult {
        course.withLock { course in
            course.hadOnePathTwice =
                course.hadOnePathTwice || course.inWork.contains { $0.path == file.path }
            course.begun.append(file)
            course.inWork.append(file)
            course.mostInWork = max(course.mostInWork, course.inWork.count)
            if course.inWork.count > 1 {
                let together = course.inWork.map(\.size).reduce(0, +)
                course.mostBytesTogether = max(course.mostBytesTogether, together)
            }
        }
        gate?.wait()
        course.withLock { $0.inWork.removeAll { $0.path == file.path } }
        let seen = SeenFile(
            path: file.path.bytes,
            person: file.person,
            bytes: file.size,
            outcome: .taken,
            seen: Instant(seconds: 0)
        )
        return .recorded(IntakeRecord(file: seen, changedDays: changesDays, isNew: true))
    }

    private func derive() -> DeriveResult {
        course.withLock { $0.derivations += 1 }
        deriveGate?.wait()
        return derivesWell ? .done([]) : .failed("the disk is full")
    }
}

/// A file in an invented inbox.
func incoming(_ name: String, size: Int64 = 1) -> IncomingFile {
    IncomingFile(
        path: FilePath("/inbox/\(name)"),
        person: "me",
        size: size,
        unchangedMilliseconds: 0
    )
}
