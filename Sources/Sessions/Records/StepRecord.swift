import Model

/// Steps of one source in an interval, with all doubts about its length settled.
struct StepRecord: BitwiseCopyable, Equatable {
    /// The interval, in milliseconds since the epoch; never empty.
    var start: Int64
    var end: Int64
    /// The steps, 0 or more.
    var steps: Int32

    /// The length in milliseconds.
    var length: Int64 { end - start }
    /// The interval.
    var span: Range<Int64> { start..<end }

    /// The interval between two instants in any order, a millisecond at least.
    static func hull(of one: Int64, and other: Int64) -> Range<Int64> {
        let (first, last) = (min(one, other), max(one, other))
        return first..<(first < last || first == .max ? last : first + 1)
    }

    /// The interval of a record without an end: of a length, or the minute that holds it.
    static func span(ofInstant time: Int64, length: Int64?) -> Range<Int64> {
        if let length { return time..<time + length }
        let minute = wholeMinutes(time) * 60_000
        return minute..<minute + 60_000
    }

    /// Five minutes and less are spread over minutes (SESSIONS.md §8.3.5).
    var isFine: Bool { length <= 300_000 }
    /// An hour and less can hold an estimated walk (SESSIONS.md §8.5).
    var isAtMostAnHour: Bool { length <= 3_600_000 }
}

/// The minutes since the epoch at an instant in milliseconds, rounded down.
///
/// Not generic: it stands in the innermost loops.
func wholeMinutes(_ milliseconds: Int64) -> Int64 {
    let minutes = milliseconds / 60_000
    return minutes * 60_000 > milliseconds ? minutes - 1 : minutes
}

/// The whole part of `count` · `part` / `whole`: the cumulative floor of SESSIONS.md §8.3.3.
///
/// - Precondition: 0 ≤ part ≤ whole, whole > 0 and count ≥ 0.
func proportion(_ count: Int64, _ part: Int64, of whole: Int64) -> Int64 {
    if part == whole { return count }
    let (product, overflow) = count.multipliedReportingOverflow(by: part)
    guard overflow else { return product / whole }
    // Since the part is less than the whole, the quotient is less than the count and fits.
    return whole.dividingFullWidth(count.multipliedFullWidth(by: part)).quotient
}

extension Int32 {
    /// The sum, held at the largest number: no honest minute comes near it.
    func saturatingAdd(_ other: Int64) -> Int32 {
        let (sum, overflow) = Int64(self).addingReportingOverflow(other)
        return overflow ? .max : Int32(clamping: sum)
    }
}
