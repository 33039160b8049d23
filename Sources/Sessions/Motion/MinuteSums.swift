import Model

/// Adds up seconds and credit by the UTC minute.
struct MinuteSums {
    private var sums: [Int64: MotionMinute] = [:]

    /// The minutes that something was added to, ascending.
    var minutes: [MotionMinute] { sums.values.sorted { $0.minute < $1.minute } }

    /// Adds some seconds of a chunk.
    mutating func add(_ chunk: PacedChunk, owned: Range<Int64>) {
        forEachMinute(of: owned.clamped(to: chunk.range)) { sum, seconds in
            for second in seconds {
                sum.add(chunk.seconds[Int(second - chunk.range.lowerBound)])
            }
        }
    }

    /// Adds the credit of some seconds of a silence.
    mutating func add(_ silence: Silence, owned: Range<Int64>) {
        forEachMinute(of: owned) { sum, seconds in
            sum.add(credit: Int32(clamping: silence.credit(in: seconds).count))
        }
    }

    private mutating func forEachMinute(
        of seconds: Range<Int64>,
        _ body: (inout MotionMinute, Range<Int64>) -> Void
    ) {
        var start = seconds.lowerBound
        while start < seconds.upperBound {
            let minute = start.flooredDivision(by: 60)
            let end = min(minute * 60 + 60, seconds.upperBound)
            body(&sums[minute, default: MotionMinute(minute: minute)], start..<end)
            start = end
        }
    }
}
