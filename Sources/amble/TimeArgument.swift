import ArgumentParser
import Daemon
import Model

/// A time as it is typed: `07:05` today, `2026-11-21T07:05` at home, or RFC 3339 with its offset.
enum TimeArgument: Hashable, ExpressibleByArgument {
    /// Milliseconds since midnight, today.
    case clock(Int32)
    /// What the clock at home shows.
    case wall(WallTime)
    /// A moment wherever it is.
    case instant(Instant)

    init?(argument: String) {
        if let time = Self.timeOfDay(argument) {
            self = .clock(time)
        } else if let instant = Instant(rfc3339: argument) {
            self = .instant(instant)
        } else {
            let parts = argument.split(omittingEmptySubsequences: false) { "Tt ".contains($0) }
            guard parts.count == 2, let day = CivilDay(iso: parts[0]),
                let time = Self.timeOfDay(parts[1])
            else { return nil }
            self = .wall(WallTime(day: day, millisecondOfDay: time))
        }
    }

    /// The instant that is meant; of a wall time that comes twice the first.
    func instant(home: HomeZones, today: CivilDay) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .wall(let time): Self.instant(time, home)
        case .clock(let time): Self.instant(WallTime(day: today, millisecondOfDay: time), home)
        }
    }

    private static func instant(_ time: WallTime, _ home: HomeZones) -> Instant {
        switch home.zone(on: time.day).instants(of: time) {
        case .unique(let instant), .gap(let instant): instant
        case .ambiguous(let first, _): first
        }
    }

    /// Milliseconds since midnight out of `07:05` or `07:05:30`.
    private static func timeOfDay(_ text: some StringProtocol) -> Int32? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.count == 2 && part.utf8.allSatisfy({ (0x30...0x39).contains($0) })
                ? Int32(part) : nil
        }
        guard numbers.count == parts.count, numbers[0] <= 23,
            numbers.dropFirst().allSatisfy({ $0 <= 59 })
        else { return nil }
        let seconds = numbers.count == 3 ? numbers[2] : 0
        return ((numbers[0] * 60 + numbers[1]) * 60 + seconds) * 1000
    }
}
