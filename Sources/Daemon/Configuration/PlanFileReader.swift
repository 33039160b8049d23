import LinuxSystem
import Scoring

/// Turns a TOML document into a walking plan, and collects every mistake on the way.
///
/// What cannot be read leaves something possible in its place, so that one mistake is told once and
/// those beside it are found too.
struct PlanFileReader {
    /// What is wrong so far, in no order.
    private(set) var mistakes: [ConfigurationMistake] = []
    private var levels: [PlanFilePlaces] = []
    private var flareUp: PlanFilePlaces?

    /// What stands in for a walk that cannot be read.
    private static let anyWalk = AskedWalk(10)

    /// Reads the root table; nothing when there is a mistake.
    mutating func plan(from root: TomlValue) -> WalkingPlan? {
        guard case .table(let members) = root.content else { return nil }
        var table = TableReader(members, title: "", place: root.place)
        let tables = table.tables("level")
        let areLevelsReadable = table.mistakes.isEmpty
        let found = tables.map { level($0) }
        let flareUpWalks = table.table("flare-up").map { flareUpDay($0) }
        mistakes += table.finish()
        if areLevelsReadable {
            for problem in WalkingPlan.problems(of: found, flareUp: flareUpWalks) { add(problem) }
        }
        guard mistakes.isEmpty else { return nil }
        return try? WalkingPlan(levels: found, flareUp: flareUpWalks)
    }

    // MARK: - [[level]], [flare-up]

    private mutating func level(_ table: TableReader) -> PlanLevel {
        var table = table
        var places = PlanFilePlaces(table: table.place)
        let level = PlanLevel(
            days: days(in: &table, &places),
            walks: walks(in: &table, &places),
            optional: optional(in: &table, &places),
            isTogether: together(in: &table, &places),
            note: note(in: &table)
        )
        mistakes += table.finish()
        levels.append(places)
        return level
    }

    private mutating func flareUpDay(_ table: TableReader) -> [AskedWalk] {
        var table = table
        var places = PlanFilePlaces(table: table.place)
        let walks = walks(in: &table, &places)
        mistakes += table.finish()
        flareUp = places
        return walks
    }

    // MARK: - Keys

    private func days(in table: inout TableReader, _ places: inout PlanFilePlaces) -> Int? {
        let isThere = table.has("days")
        let days = table.read("days", "a whole number") { content -> Int? in
            if case .whole(let days) = content { Int(exactly: days) } else { nil }
        }
        places.keys[.days] = days?.place
        return days?.value ?? (isThere ? 1 : nil)
    }

    private func walks(
        in table: inout TableReader,
        _ places: inout PlanFilePlaces
    ) -> [AskedWalk] {
        let isThere = table.has("walks")
        let list = table.read("walks", "a list like [20, \"12-15\"]") { content in
            if case .array(let entries) = content { entries } else { nil }
        }
        guard let list else { return isThere ? [Self.anyWalk] : [] }
        places.keys[.walks] = list.place
        places.walks = list.value.map(\.place)
        return list.value.map { Self.walk($0, "walks", in: &table) }
    }

    private func optional(
        in table: inout TableReader,
        _ places: inout PlanFilePlaces
    ) -> AskedWalk? {
        guard let value = table.take("optional")?.value else { return nil }
        places.keys[.optional] = value.place
        return Self.walk(value, "optional", in: &table)
    }

    private func together(in table: inout TableReader, _ places: inout PlanFilePlaces) -> Bool {
        let together = table.read("together", "true or false") { content -> Bool? in
            if case .flag(let flag) = content { flag } else { nil }
        }
        places.keys[.together] = together?.place
        return together?.value ?? false
    }

    private func note(in table: inout TableReader) -> String {
        guard let note = table.text("note") else { return "" }
        if note.value.escapingControlCharacters != note.value {
            table.add("note holds a control character; write it on one line", at: note.place)
        }
        return note.value
    }

    /// A walk of so many minutes, or of a range in quotes.
    private static func walk(
        _ value: TomlValue,
        _ key: String,
        in table: inout TableReader
    ) -> AskedWalk {
        switch value.content {
        case .whole(let minutes):
            if let minutes = Int(exactly: minutes) { return AskedWalk(minutes) }
        case .text(let text):
            if let walk = AskedWalk(written: text) { return walk }
            table.add(
                "\(quoted(text)) in \(key) is no walk; write minutes, 20, or a range, \"12-15\"",
                at: value.place
            )
            return anyWalk
        default: break
        }
        table.add(
            "a walk in \(key) must be minutes, 20, or a range, \"12-15\", not \(value.kindName)",
            at: value.place
        )
        return anyWalk
    }

    // MARK: - A plan that is impossible

    private mutating func add(_ problem: PlanProblem) {
        let places: PlanFilePlaces? =
            switch problem.place {
            case .plan: nil
            case .level(let index): levels.indices.contains(index) ? levels[index] : nil
            case .flareUp: flareUp
            }
        // A plan without any level is a mistake of the whole file.
        let place = places?.place(of: problem) ?? ConfigurationPlace(line: 0, column: 0)
        mistakes.append(place.mistake(problem.description))
    }
}
