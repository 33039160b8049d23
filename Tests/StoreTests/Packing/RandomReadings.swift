import Model
import TestSupport

@testable import Store

extension SeededGenerator {
    /// A whole number, small ones as often as extreme ones.
    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number {
        switch Int.random(in: 0..<8, using: &self) {
        case 0: .max
        case 1: .min
        case 2: 0
        case 3: Number.random(in: .min ... .max, using: &self)
        default: Number.random(in: 0...100, using: &self)
        }
    }

    /// An instant that a parser may give: the years 1 to 9999, mostly near the day.
    mutating func instant() -> Instant {
        switch Int.random(in: 0..<10, using: &self) {
        case 0:
            Instant(
                milliseconds: Int64.random(
                    in: -62_135_596_800_000...253_402_300_799_999,
                    using: &self
                )
            )
        default:
            Instant(
                milliseconds: 1_795_219_200_000
                    + Int64.random(in: -200_000_000...200_000_000, using: &self)
            )
        }
    }

    /// Steps as no file has them.
    mutating func steps(source: SourceIndex) -> StepReading {
        StepReading(
            start: instant(),
            end: instant(),
            steps: number(),
            line: number(),
            source: source,
            flags: TimeFlags(rawValue: number())
        )
    }

    /// A sample as no file has it.
    mutating func counter(source: SourceIndex) -> CounterReading {
        CounterReading(
            time: instant(),
            value: number(),
            line: number(),
            source: source,
            flags: TimeFlags(rawValue: number())
        )
    }

    /// A declared walk as nobody declares it.
    mutating func declared(source: SourceIndex) -> DeclaredReading {
        DeclaredReading(
            start: instant(),
            end: instant(),
            moving: Milliseconds(number()),
            steps: Bool.random(using: &self) ? nil : number(),
            line: number(),
            source: source
        )
    }

    /// A point as no receiver gives it.
    mutating func trackPoint() -> TrackPoint {
        TrackPoint(
            time: instant(),
            latitude: number(),
            longitude: number(),
            elevation: Bool.random(using: &self) ? nil : number(),
            flags: PointFlags(rawValue: number()),
            line: number()
        )
    }
}
