import Model
import TestSupport
import Testing

/// Four weeks of a plan as a person lives them: steps and a diary dropped now and then, the built
/// programs, a clock that moves from run to run.
struct PlanWeeksTests {
    /// A person who drops what there is every few days.
    private struct Person {
        let home: TestHome
        private var dropped = ""

        init() throws {
            home = try TestHome()
        }

        /// The machine at three in the morning of a date: drops what happened since the last time,
        /// the diary whole, and takes it.
        mutating func live(_ days: [PlanWeekDay], until date: String) throws {
            home.environment["AMBLE_NOW"] = "\(date)T03:00:00+01:00"
            let known = days.filter { $0.date < date }
            let steps = PlanWeeksTests.steps(known.filter { $0.date >= dropped })
            home.drop("until-\(date).csv", steps)
            home.drop("diary.csv", PlanWeeksTests.diary(known))
            dropped = date
            let run = try home.once()
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    private let weeks = [PlanWeekDay].fourWeeks
    private let lateWeeks = [PlanWeekDay].fourWeeksWithLateData

    @Test func `a plan is lived through, and late data moves it once more`() throws {
        var person = try Person()
        for date in ["2026-11-06", "2026-11-12", "2026-11-16", "2026-11-23", "2026-11-30"] {
            try person.live(weeks, until: date)
        }
        let home = person.home
        try check(weeks, in: home)
        let log = Program.text(home.state + "/summary.log")
        let lines = log.split(separator: "\n").map(String.init)
        #expect(lines.count == weeks.count, "each day has its line once")
        for (day, line) in zip(weeks, lines) {
            #expect(line.hasPrefix(day.date) && line.contains(day.line), "\(line)")
            #expect(!line.contains("revised"))
        }

        home.drop("late.csv", Self.steps([lateWeeks[3]]))
        try home.once()
        try check(lateWeeks, in: home)
        try checkRevisions(in: home, after: log)
        try home.once()
        try checkRevisions(in: home, after: log)
    }

    @Test func `what is dropped at once, in any order, gives the same days and the same lines`()
        throws
    {
        let home = try TestHome(now: "2026-11-30T03:00:00+01:00")
        for day in lateWeeks.reversed() where day.walks != nil {
            home.drop("steps of \(day.date).csv", Self.steps([day]))
        }
        var generator = SeededGenerator(seed: 4)
        let entries = lateWeeks.flatMap(\.entries).shuffled(using: &generator)
        let text = (["time,entry,value,note"] + entries).joined(separator: "\r\n")
        home.drop("notes from the phone.csv", text)
        try home.once()
        try check(lateWeeks, in: home)
        let lines = Program.text(home.state + "/summary.log").split(separator: "\n")
        #expect(lines.count == lateWeeks.count)
        for (day, line) in zip(lateWeeks, lines) {
            #expect(line.hasPrefix(day.date) && line.contains(day.line), "\(line)")
        }
    }

    /// Compares what programs see of each day.
    private func check(_ days: [PlanWeekDay], in home: TestHome) throws {
        let range = ["--from", "2026-11-02", "--to", "2026-11-29"]
        let output = try home.run("amble", ["days", "--json"] + range).output
        let lines = output.split(separator: "\n").map(String.init)
        try #require(lines.count == days.count)
        for (day, line) in zip(days, lines) {
            #expect(line.hasPrefix("{\"date\":\"\(day.date)\""))
            #expect(Self.plan(line) == day.plan, "\(day.date)")
            #expect(Self.advice(line) == day.advice, "\(day.date)")
        }
    }

    /// The log stays as it was, and gets a line for each day that reads otherwise now.
    private func checkRevisions(in home: TestHome, after before: String) throws {
        let log = Program.text(home.state + "/summary.log")
        #expect(log.hasPrefix(before), "what was told stays")
        let revisions = log.dropFirst(before.count).split(separator: "\n").map(String.init)
        let changed = zip(weeks, lateWeeks).filter { $0.line != $1.line }.map(\.1)
        #expect(changed.count == 6, "the flare-up day's line does not name its level")
        try #require(revisions.count == changed.count, "\(revisions)")
        for (day, line) in zip(changed, revisions) {
            #expect(line.hasPrefix(day.date) && line.contains(day.line), "\(line)")
            #expect(line.hasSuffix("revised (2)"))
        }
        let programs = Program.text(home.state + "/summary.jsonl").split(separator: "\n")
        #expect(programs.count == weeks.count + changed.count)
    }

    private static func steps(_ days: [PlanWeekDay]) -> String {
        (["timestamp,steps"] + days.flatMap(\.rows)).map { $0 + "\n" }.joined()
    }

    private static func diary(_ days: [PlanWeekDay]) -> String {
        (["time,entry,value,note"] + days.flatMap(\.entries)).map { $0 + "\n" }.joined()
    }

    // MARK: - A day in JSON

    private static func plan(_ line: String) -> String {
        let plan = text(in: line, after: "\"plan\":{", before: "\"pain\":")
        let held = text(in: plan, after: "\"heldUntil\":\"", before: "\"")
        let words = [
            text(in: plan, after: "\"mode\":\"", before: "\""),
            text(in: plan, after: "\"level\":\"", before: "\""),
            text(in: plan, after: "\"dayOfLevel\":", before: ","),
            text(in: plan, after: "\"result\":\"", before: "\""),
        ]
        return words.joined(separator: " ") + (held.isEmpty ? "" : " until \(held)")
    }

    private static func advice(_ line: String) -> [String] {
        text(in: line, after: "\"advice\":[", before: "]").split(separator: ",").map {
            String($0.dropFirst().dropLast())
        }
    }

    /// What stands between two pieces of a text; empty when they are not there.
    private static func text(in line: String, after start: String, before end: String) -> String {
        guard let head = line.firstRange(of: start) else { return "" }
        let rest = line[head.upperBound...]
        return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
    }
}
