// Any bytes as a configuration file and as a plan file: the readers must answer with a configuration
// and a plan, or with mistakes that have a place and fit on a line. Tests/Fuzz/run.sh builds and runs
// it.
import LinuxSystem
import Scoring

private let surroundings = ConfigurationSurroundings(
    folder: FilePath("/etc/amble"),
    home: FilePath("/home/kari"),
    state: FilePath("/var/lib/amble"),
    complaintAboutZone: { $0.contains("/") ? nil : "is no time zone" },
    isFile: { $0.bytes.count % 2 == 0 }
)

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: start, count: count))
    switch Configuration.parse(text, in: surroundings) {
    case .success(let configuration):
        precondition((1...600).contains(configuration.goalMinutes))
        precondition(configuration.folders.allSatisfy { $0.path.isAbsolute })
        precondition(Set(configuration.folders.map(\.path)).count == configuration.folders.count)
    case .failure(let mistakes): check(mistakes)
    }
    switch PlanFile.parse(text) {
    case .success(let plan):
        precondition(WalkingPlan.problems(of: plan.levels, flareUp: plan.flareUp.walks).isEmpty)
    case .failure(let mistakes): check(mistakes)
    }
    return 0
}

private func check(_ mistakes: ConfigurationMistakes) {
    precondition(!mistakes.all.isEmpty)
    for mistake in mistakes.all {
        precondition(mistake.line >= 0 && mistake.column >= 0)
        precondition(mistake.message.escapingControlCharacters == mistake.message)
    }
}
