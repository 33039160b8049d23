package import Model

/// Exports with invented values: weeks of an invented person's minutes and tracks, from a seed.
package struct InventedExports {
    private var generator: SeededGenerator

    /// Makes exports that are equal for equal seeds.
    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// One minute of one day: the minute since the epoch and its steps.
    package struct MinuteSteps: Hashable, Sendable {
        /// UTC minutes since the epoch.
        package let minute: Int64
        /// The steps in it.
        package let steps: Int
    }

    /// The minutes with steps of so many days: some walks a day, and pottering in between.
    package mutating func minutes(from day: CivilDay, days: Int) -> [MinuteSteps] {
        var minutes: [MinuteSteps] = []
        for shift in 0..<days {
            let midnight = Int64(day.advanced(by: shift).daysSinceEpoch) * 1440
            var clock = Int64.random(in: 330...480, using: &generator)
            while clock < 1320 {
                let isWalk = Int.random(in: 0..<3, using: &generator) == 0
                let length = Int64.random(in: isWalk ? 5...28 : 1...6, using: &generator)
                let cadence = isWalk ? 88...116 : 3...55
                for step in 0..<length {
                    minutes.append(
                        MinuteSteps(
                            minute: midnight + clock + step,
                            steps: Int.random(in: cadence, using: &generator)
                        )
                    )
                }
                clock += length + Int64.random(in: 3...120, using: &generator)
            }
        }
        return minutes
    }

    /// A generic CSV of these minutes.
    package static func csv(_ minutes: some Sequence<MinuteSteps>) -> String {
        var text = "timestamp,steps\n"
        for entry in minutes {
            text += "\(iso(Instant(seconds: entry.minute * 60))),\(entry.steps)\n"
        }
        return text
    }

    /// A GPX track at a steady speed to the north, one point a second.
    package static func gpx(
        from start: Instant,
        seconds: Int,
        millimetresPerSecond: Int = 1300,
        name: String = "Walk"
    ) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx version="1.1" creator="Invented" xmlns="http://www.topografix.com/GPX/1/1">
            <trk><name>\(name)</name><trkseg>

            """
        for second in 0...seconds {
            // One millimetre of latitude is about nine billionths of a degree.
            let nanodegrees = 59_900_000_000 + second * millimetresPerSecond * 9
            let fraction = String(nanodegrees).dropFirst(2)
            text += "<trkpt lat=\"59.\(fraction)\" lon=\"10.7\"><time>"
            text += iso(start.advanced(by: Int64(second) * 1000)) + "</time></trkpt>\n"
        }
        return text + "</trkseg></trk></gpx>\n"
    }

    /// An instant as exports write it, `2026-11-21T07:02:03Z`.
    package static func iso(_ instant: Instant) -> String {
        let wall = WallTime(utc: instant)
        let seconds = Int(wall.millisecondOfDay) / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        return "\(wall.day)T" + clock.map { padded($0, to: 2) }.joined(separator: ":") + "Z"
    }
}
