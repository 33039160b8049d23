import Model

/// What a source says of time: each way of saying has a default rank (SESSIONS.md §8.6).
enum Channel: Int {
    case declared
    case track
    /// Steps in records of five minutes or less.
    case steps
    /// Steps in records of more than five minutes and at most an hour.
    case coarse
    /// Steps in longer records.
    case daily
}

extension NamedSources.Named {
    /// The rank of the source in a channel; lower wins, and what a person set wins over all.
    func rank(in channel: Channel, settings: SessionSettings) -> Int {
        settings.ranks[name] ?? defaultRank(in: channel)
    }

    private func defaultRank(in channel: Channel) -> Int {
        if channel == .daily { return 9 }
        if kinds.contains(.mirror) { return 8 }
        switch channel {
        case .declared: return 0
        case .track: return 1
        case .coarse: return 5
        case .steps, .daily: return counterRank
        }
    }

    /// The rank of somebody who counts; one name may stand for a tracker and for its tracks.
    private var counterRank: Int {
        if kinds.contains(.watch) { return 2 }
        if kinds.contains(.phone) { return 3 }
        return kinds.contains(.declared) ? 0 : 4
    }
}
