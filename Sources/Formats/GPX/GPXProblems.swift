import Model

/// The problems of a GPX, those of neighbouring points told once.
///
/// A clock that was never set spoils all points of a file alike: that is one problem and not ten
/// thousand.
struct GPXProblems {
    /// What points can have in common that speaks against them.
    enum Complaint: Hashable {
        case coordinates
        case unreadableTime
        case zone
        case elevation
        case implausibleTime(Implausibility)
        /// An activity as a whole; such complaints are told one by one.
        case activity
    }

    private struct Run {
        let complaint: Complaint
        let place: TextPlace
        let message: String
        var points = 1
    }

    private var kept: [Problem] = []
    private var count = 0
    private var run: Run?
    /// Whether something was not understood, so that the file is taken in part at most.
    private(set) var isPartly = false

    /// Notes what is wrong with a point; the message is asked for the first of a run only.
    mutating func note(
        _ complaint: Complaint,
        at place: TextPlace,
        _ message: @autoclosure () -> String
    ) {
        isPartly = true
        guard run?.complaint != complaint || complaint == .activity else {
            run?.points += 1
            return
        }
        endRun()
        run = Run(complaint: complaint, place: place, message: message())
    }

    /// Notes that a point is as it should be.
    mutating func notePlainPoint() {
        if run != nil { endRun() }
    }

    /// Notes that the height of a point is no number, or that the point is as it should be.
    mutating func noteHeight(of point: GPXPoint) {
        guard let text = point.unreadableElevation else { return notePlainPoint() }
        note(.elevation, at: point.place, "\(text) is no height in metres; the point is kept")
    }

    /// Notes something that people should know though all of it was understood.
    mutating func remark(at place: TextPlace, _ message: String) {
        append(Problem(at: place, message))
    }

    /// Notes what broke the document off.
    mutating func note(_ problem: XMLProblem) {
        isPartly = true
        endRun()
        append(Problem(at: problem.place, problem.message))
    }

    /// All problems in the order of the file.
    var list: ProblemList {
        var all = self
        all.endRun()
        var list = ProblemList()
        for problem in all.kept.sorted(by: { $0.place < $1.place }) { list.append(problem) }
        guard let last = all.kept.last else { return list }
        for _ in all.kept.count..<all.count { list.append(last) }
        return list
    }

    private mutating func endRun() {
        guard let run else { return }
        self.run = nil
        let others = run.points - 1
        let rest = others == 0 ? "" : "; so it is with \(counted(others, "more point"))"
        append(Problem(at: run.place, run.message + rest))
    }

    private mutating func append(_ problem: Problem) {
        if kept.count < ProblemList.capacity { kept.append(problem) }
        count += 1
    }
}
