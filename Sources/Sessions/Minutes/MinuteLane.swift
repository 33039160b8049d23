import Model

/// What one source says of each minute, in one way: the input of the fusion (SESSIONS.md §8.6).
///
/// Minutes are indices of the window. The lane holds memory only for the stretch between its first
/// and its last record, so that a source of a few minutes costs a few minutes.
struct MinuteLane {
    /// The value of a minute of which the lane says nothing; a recorded 0 is a value.
    static let absent: Int32 = -1

    /// The place of the source in `NamedSources.all`, and how it speaks.
    let source: Int
    let channel: Channel
    /// Lower wins.
    let rank: Int
    /// The minutes that `values` stands for.
    let range: Range<Int>
    /// Steps in the minute, or walking milliseconds, by the channel.
    private(set) var values: [Int32]
    /// Steps that a declared walk brings along; empty for all other lanes.
    private var declaredSteps: [Int32] = []

    /// Whether the values are milliseconds of walking, not steps.
    var isTime: Bool { channel != .steps }

    /// Makes a lane that says nothing of any minute of a range.
    init(source: Int, channel: Channel, rank: Int, range: Range<Int>) {
        self.source = source
        self.channel = channel
        self.rank = rank
        self.range = range
        values = [Int32](repeating: Self.absent, count: range.count)
    }

    /// The value of a minute, or `absent`.
    subscript(index: Int) -> Int32 {
        range.contains(index) ? values[index - range.lowerBound] : Self.absent
    }

    /// Whether the lane says anything of any of some minutes.
    func hasRecord(in minutes: Range<Int>) -> Bool {
        minutes.clamped(to: range).contains { self[$0] != Self.absent }
    }

    /// Adds to a minute; minutes outside the lane's range are left alone.
    mutating func add(_ value: Int64, at index: Int) {
        guard range.contains(index) else { return }
        let place = index - range.lowerBound
        values[place] = max(0, values[place]).saturatingAdd(value)
    }

    /// Adds steps that a declared walk brings along.
    mutating func addDeclared(steps: Int64, at index: Int) {
        guard range.contains(index) else { return }
        if declaredSteps.isEmpty { declaredSteps = values.map { _ in Self.absent } }
        let place = index - range.lowerBound
        declaredSteps[place] = max(0, declaredSteps[place]).saturatingAdd(steps)
    }

    /// The steps of a minute, or `absent` when the lane does not count any there.
    func steps(_ index: Int) -> Int32 {
        guard isTime else { return self[index] }
        guard range.contains(index), !declaredSteps.isEmpty else { return Self.absent }
        return declaredSteps[index - range.lowerBound]
    }

    /// Makes the steps of a minute none, if it has any.
    mutating func suppress(_ index: Int) {
        guard self[index] > 0 else { return }
        values[index - range.lowerBound] = 0
    }

    /// The score of a minute in milliseconds (SESSIONS.md §8.6.1).
    func score(_ index: Int) -> Int64 {
        let value = Int64(max(0, self[index]))
        return isTime ? value : min(60_000, 600 * value)
    }
}

/// How a minute looks to the rules of walks (SESSIONS.md §8.4.1).
enum MinuteLevel: UInt8 {
    case quiet = 0
    case edge = 1
    case core = 2
}

extension SessionSettings {
    /// The level of a minute with so many steps.
    func level(steps: Int32) -> MinuteLevel {
        if Int64(steps) >= coreStepsPerMinute { return .core }
        return Int64(steps) >= edgeStepsPerMinute ? .edge : .quiet
    }

    /// The level of a minute with so many milliseconds of walking: half of it, a fifth of it.
    func level(walking: Int32) -> MinuteLevel {
        if walking >= 30_000 { return .core }
        return walking >= 12_000 ? .edge : .quiet
    }
}

extension MinuteLane {
    /// The level of a minute; absent minutes are quiet.
    func level(_ index: Int, _ settings: SessionSettings) -> MinuteLevel {
        isTime ? settings.level(walking: self[index]) : settings.level(steps: self[index])
    }
}
