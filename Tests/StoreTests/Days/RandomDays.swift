import Model
import TestSupport

extension SeededGenerator {
    /// A value or nothing.
    mutating func maybe<Value>(_ make: (inout SeededGenerator) -> Value) -> Value? {
        Bool.random(using: &self) ? make(&self) : nil
    }

    /// One of some values.
    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &self)]
    }

    /// A walk whose every field may have any value.
    mutating func walk() -> Walk {
        var walk = Walk(
            start: instant(),
            end: instant(),
            active: Milliseconds(number()),
            running: Milliseconds(number())
        )
        walk.pause = maybe { Milliseconds($0.number()) }
        let bounds = [Milliseconds(number()), Milliseconds(number())].sorted()
        walk.activeBounds = maybe { _ in bounds[0]...bounds[1] }
        walk.steps = maybe { Steps($0.number()) }
        walk.doubledCadence = maybe { $0.number() }
        walk.kind = pick([.walk, .run, .track])
        walk.quality = pick([.measured, .estimated, .declared])
        walk.distance = maybe { Metres(millimetres: $0.number()) }
        walk.climb = maybe { Metres(millimetres: $0.number()) }
        walk.descent = maybe { Metres(millimetres: $0.number()) }
        walk.isHilly = maybe { Bool.random(using: &$0) }
        walk.isPoorTrack = Bool.random(using: &self)
        walk.isOpen = Bool.random(using: &self)
        walk.sources = (0..<Int.random(in: 0...3, using: &self)).map { "source \($0) å" }
        return walk
    }

    /// A day whose every field may have any value.
    mutating func day(_ date: CivilDay) -> Day {
        var day = Day(date: date, zoneName: pick(["", "UTC", "America/St_Johns"]))
        day.coverage = pick([.none, .partial, .recorded])
        day.coveredMinutes = number()
        day.steps = maybe { Steps($0.number()) }
        day.stepping = maybe {
            Estimate(
                low: Milliseconds($0.number()),
                central: Milliseconds($0.number()),
                high: Milliseconds($0.number())
            )
        }
        day.estimated = Milliseconds(number())
        day.sessionWalking = Milliseconds(number())
        day.walks = (0..<Int.random(in: 0...4, using: &self)).map { _ in walk() }
        day.tracks = (0..<Int.random(in: 0...2, using: &self)).map { _ in walk() }
        day.lastRecord = maybe { LastRecord(time: $0.instant(), source: "Ålesund watch") }
        return day
    }
}
